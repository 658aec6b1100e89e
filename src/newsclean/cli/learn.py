"""newsclean learn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsclean.cli.fields import field_options, read_fields
from newsclean.cli.streams import or_stdin, warn
from newsclean.corpus.sources import FORMS

if TYPE_CHECKING:
    from newsclean.corpus import Reject


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|DIR|-]...")
@click.option("-o", "--output", metavar="FILE", help="Write the profile here [standard output].")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", help="Form of the input [auto].")
@click.option("--at-least", type=click.IntRange(2), default=5, help="Articles that a line must stand in [5].")
@field_options
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
def learn(inputs: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Find the lines that sites repeat: a profile for `newsclean clean --profile`, to be read and edited.

    Some thousand articles of a site are enough. Sites are told apart by the host of the address.

    \b
    Examples:
      newsclean learn crawl.jsonl.gz -o site.profile
      newsclean clean crawl.jsonl.gz -o clean.jsonl --profile site.profile
    """
    from newsclean.corpus.learn import learn
    from newsclean.corpus.outputs import Output
    from newsclean.profile import dump_profile

    failed = 0

    def tell(reject: Reject) -> None:
        nonlocal failed
        failed = 1
        warn(f"{reject.place}: {reject.reason}")

    rows, read = learn(or_stdin(inputs), options["form"], read_fields(options), options["at_least"], tell)
    out = Output(None if output == "-" else output)
    out.write(dump_profile(rows).encode("utf-8", "replace"))
    out.publish()
    if not options["quiet"]:
        hosts = len({row.host for row in rows})
        warn(f"articles read: {read:,}; repeated lines: {len(rows):,}; sites: {hosts:,}")
    return failed
