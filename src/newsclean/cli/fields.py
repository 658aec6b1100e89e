"""The options that say which field of a record holds what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from newsclean.errors import ConfigError

if TYPE_CHECKING:
    from newsclean.corpus import Fields

_OPTIONS = (
    click.option("--text-field", metavar="NAME", help="Field of the text [text, content, raw_text]."),
    click.option("--html-field", metavar="NAME", help="Field of the HTML [html]."),
    click.option("--url-field", metavar="NAME", help="Field of the address [url, source, metadata.url]."),
    click.option("--id-field", metavar="NAME", help="Field of the id [id]."),
    click.option("--title-field", metavar="NAME", help="Field of the title [title]."),
    click.option("--preset", metavar="NAME", help="Fields of a known corpus: mnbvc."),
)


def field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name fields."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_fields(options: dict[str, Any]) -> Fields:
    """Return the fields that options name; raise `ConfigError` where they contradict each other."""
    from newsclean.corpus import Fields, preset

    named = {name: options[f"{name}_field"] for name in ("text", "html", "url", "id", "title")}
    named = {name: field for name, field in named.items() if field}
    if options["preset"] and named:
        raise ConfigError("--preset names the fields already; leave it or the --…-field options out")
    return preset(options["preset"]) if options["preset"] else Fields(**named)
