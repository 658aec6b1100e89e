"""Judged pages as gold cases: what a cleaner that honours the verdicts makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from newsclean.model import REMOVED_KINDS, Article
from newsclean.review.verdicts import Verdict
from newsclean.testing.cases import PEOPLE

_ROLES = {"title": "T", "byline": "M", "dateline": "M"}
_INLINE = re.compile(r"\{\{|\}\}")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\\(?=u[0-9a-fA-F]{4})")


class _Bit(NamedTuple):
    """A piece of one line: its text on the page, what stands there now, and the kind of removal if it is one."""

    text: str
    after: str
    kind: str | None


def name_of(source: str) -> str:
    """Return the name of the case of a page: the same for the same page."""
    return f"review-{blake2b(source.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"


def write_case(article: Article, verdicts: Iterable[Verdict]) -> str | None:
    r"""Return the gold case of an article, or None where the form has no way to write its page.

    >>> from newsclean import clean
    >>> print(write_case(clean("雨停了，路通了。\n责任编辑：林晓\n"), []), end="")
    @editors 林晓
    @note from a review
    ---
    K 雨停了，路通了。
    M 责任编辑：林晓
    """
    source = article.restore()
    if _INLINE.search(source) or any("=" in edit.before + edit.after for edit in article.repairs):
        return None
    lines = [line for bits in _lines(article, source) for line in _roles(bits)]
    if not source.endswith("\n") and lines:
        lines[-1] = lines[-1][0].lower() + lines[-1][1:]
    return "\n".join([*_header(article, verdicts), "---", *lines, ""])


def _header(article: Article, verdicts: Iterable[Verdict]) -> Iterator[str]:
    byline, dateline = article.byline, article.dateline
    stated = {"title": article.title, "published": article.published, "source": byline.source}
    stated |= {role: "; ".join(getattr(byline, role)) for role in PEOPLE}
    if dateline:
        stated["dateline"] = "|".join(part or "" for part in (dateline.agency, dateline.place, dateline.date))
    yield from (f"@{name} {_plain(value)}" for name, value in stated.items() if value)
    notes = [" ".join(note.split()) for note in dict.fromkeys(verdict.note for verdict in verdicts) if note.strip()]
    yield f"@note {'; '.join(['from a review', *notes])}"


def _plain(value: str) -> str:
    return " ".join(value.split())


def _lines(article: Article, source: str) -> Iterator[list[_Bit]]:
    """Yield the lines of a source in bits; a line break that was inside a sentence does not end a line."""
    line: list[_Bit] = []
    bits = [bit for bit in _bits(article, source) if bit.text]
    for before, bit, after in zip([None, *bits], bits, [*bits[1:], None], strict=False):
        if "\n" in bit.text and "\n" not in bit.after and _stays(before) and _stays(after) and bit.kind is None:
            line.append(bit._replace(after=bit.text))
            continue
        for i, part in enumerate(bit.text.split("\n")):
            if i:
                yield line
                line = []
            if part:
                line.append(_Bit(part, part if _stays(bit) or not part.strip() else bit.after, bit.kind))
    if line:
        yield line


def _stays(bit: _Bit | None) -> bool:
    return bit is not None and bit.text == bit.after


def _bits(article: Article, source: str) -> Iterator[_Bit]:
    at = 0
    for edit in article.edits:
        yield _Bit(source[at : edit.start], source[at : edit.start], None)
        yield _Bit(edit.before, edit.after, edit.kind if edit.kind in REMOVED_KINDS else None)
        at = edit.end
    yield _Bit(source[at:], source[at:], None)


def _roles(bits: Sequence[_Bit]) -> list[str]:
    """Write one line of a page as the lines of a case; all but the last are glued to the next."""
    runs = [(kind, list(run)) for kind, run in groupby(bits, key=lambda bit: bit.kind)]
    kept = [i for i, (kind, run) in enumerate(runs) if kind is None and any(bit.after.strip() for bit in run)]
    if not kept:
        written = [_written(_role(kind), "".join(bit.text for bit in run)) for kind, run in runs]
    else:
        first, last = kept[0], kept[-1] + 1
        written = [_written(_role(kind), "".join(bit.text for bit in run)) for kind, run in runs[:first]]
        written.append(_written("K", "".join(_marked(bit) for _, run in runs[first:last] for bit in run)))
        written += [_written(_role(kind), "".join(bit.text for bit in run)) for kind, run in runs[last:]]
    return [*(line[0].lower() + line[1:] for line in written[:-1]), *written[-1:]] or ["_"]


def _role(kind: str | None) -> str:
    return "E" if kind is None else _ROLES.get(kind, f"X {kind}")


def _written(role: str, text: str) -> str:
    escaped = _ODD.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return f"{role} |{escaped}" if not escaped.strip() or escaped[0] in " |\u3000" else f"{role} {escaped}"


def _marked(bit: _Bit) -> str:
    if bit.kind in _ROLES:
        return f"{{{{m:{bit.text}}}}}"
    if bit.kind is not None:
        return f"{{{{+{bit.text}}}}}"
    return bit.text if bit.text == bit.after else f"{{{{{bit.text}={bit.after}}}}}"
