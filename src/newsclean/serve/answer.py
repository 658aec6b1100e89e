"""One request, one answer: what a worker does, without a word of HTTP but its status codes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.corpus.fields import Fields, Item, pass_through
from newsclean.corpus.work import Reject
from newsclean.errors import ConfigError, RecordError, nearest
from newsclean.record import PROVENANCE, dumps, loads, to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaner import Cleaner

OK = 200


class Task(NamedTuple):
    """A page or (`is_record`) a JSON record, with hints for `Cleaner.clean` and other choices than the service's."""

    body: bytes
    is_record: bool = False
    hints: Mapping[str, str] = {}
    choices: tuple[tuple[str, Any], ...] = ()


class Answer(NamedTuple):
    """A status of HTTP with a record as JSON, or with the stage and the reason of a failure."""

    status: int
    record: bytes = b""
    stage: str = ""
    reason: str = ""

    def json(self, place: str = "", line: bytes | None = None) -> bytes:
        """Return the record, or the failure; in a batch with the place and the line, as `--rejects` tells them.

        >>> Answer(413, stage="read", reason="longer than 10 bytes").json()
        b'{"error":{"status":413,"stage":"read","reason":"longer than 10 bytes"}}'
        """
        if self.status == OK:
            return self.record
        told = Reject(place, self.stage, self.reason, line).to_dict()
        if not place:
            del told["place"]
        return dumps({"error": {"status": self.status} | told})


def answer(task: Task, cleaner: Cleaner) -> Answer:
    """Clean what a task holds and return its record, or the error with 422 (no record) or 500 (never).

    >>> from newsclean.cleaner import Cleaner
    >>> answer(Task(b'["text"]', is_record=True), Cleaner())
    Answer(status=422, record=b'', stage='read', reason='a record is a JSON object, this is an array')
    """
    try:
        item = Fields().item(loads(task.body)) if task.is_record else Item(task.body, {}, {})
        chosen, provenance = choose(cleaner, task.choices)
        article = chosen.clean(item.raw, **{**task.hints, **item.hints})
        return Answer(OK, dumps(pass_through(item.given, to_dict(article, provenance))))
    except RecordError as error:
        return Answer(422, stage="read", reason=str(error))
    except Exception as error:  # one bad record never ends a worker, whatever is wrong
        return Answer(500, stage="clean", reason=f"{type(error).__name__}: {error}")


@lru_cache(maxsize=16)
def choose(cleaner: Cleaner, choices: tuple[tuple[str, Any], ...]) -> tuple[Cleaner, str]:
    """Return a cleaner with other choices, and the provenance of the record; raise `ConfigError` for wrong ones."""
    given = dict(choices)
    provenance = given.pop("provenance", "full")
    if provenance not in PROVENANCE:
        raise ConfigError(f"provenance: unknown value {provenance!r}{nearest(provenance, PROVENANCE)}")
    return replace(cleaner, **given) if given else cleaner, provenance
