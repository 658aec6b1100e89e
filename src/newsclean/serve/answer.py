"""One request, one answer: what a worker does, without a word of HTTP but its status codes."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.corpus.fields import Fields, Item, pass_through
from newsclean.errors import ConfigError, RecordError, nearest
from newsclean.record import PROVENANCE, dumps, loads, to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaner import Cleaner


class Task(NamedTuple):
    """A page or (`is_record`) a JSON record, with hints for `Cleaner.clean` and other choices than the service's."""

    body: bytes
    is_record: bool = False
    hints: Mapping[str, str] = {}
    choices: tuple[tuple[str, Any], ...] = ()


class Answer(NamedTuple):
    """A status of HTTP, and JSON."""

    status: int
    body: bytes


def answer(task: Task, cleaner: Cleaner) -> Answer:
    """Clean what a task holds and return its record as JSON, or the error with 422 (no record) or 500 (never).

    >>> from newsclean.cleaner import Cleaner
    >>> answer(Task(b'["text"]', is_record=True), Cleaner())  # doctest: +ELLIPSIS
    Answer(status=422, body=b'{"error":{...,"reason":"a record is a JSON object, this is an array"}}')
    """
    try:
        item = Fields().item(loads(task.body)) if task.is_record else Item(task.body, {}, {})
        chosen, provenance = choose(cleaner, task.choices)
        article = chosen.clean(item.raw, **{**task.hints, **item.hints})
        return Answer(200, dumps(pass_through(item.given, to_dict(article, provenance))))
    except RecordError as error:
        return failure(422, "read", str(error))
    except Exception as error:  # one bad record never ends a worker, whatever is wrong
        return failure(500, "clean", f"{type(error).__name__}: {error}")


@lru_cache(maxsize=16)
def choose(cleaner: Cleaner, choices: tuple[tuple[str, Any], ...]) -> tuple[Cleaner, str]:
    """Return a cleaner with other choices, and the provenance of the record; raise `ConfigError` for wrong ones."""
    given = dict(choices)
    provenance = given.pop("provenance", "full")
    if provenance not in PROVENANCE:
        raise ConfigError(f"provenance: unknown value {provenance!r}{nearest(provenance, PROVENANCE)}")
    return replace(cleaner, **given) if given else cleaner, provenance


def failure(status: int, stage: str, reason: str, place: str | None = None, raw: bytes | None = None) -> Answer:
    """Return an error as JSON; in a batch with its place, and the line that it is about, as `--rejects` writes them."""
    error: dict[str, Any] = {"status": status, "stage": stage, "reason": reason}
    if place:
        error = {"place": place} | error
    if raw is not None:
        try:
            error["raw"] = raw.decode()
        except UnicodeDecodeError:
            error["raw_base64"] = b64encode(raw).decode()
    return Answer(status, dumps({"error": error}))
