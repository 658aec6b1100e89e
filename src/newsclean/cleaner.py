"""The way of a page: decode, extract, repair, find the body, convert; every stage marks and `edits` changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from newsclean.body import Body, find_body
from newsclean.decode import Decoded, decode
from newsclean.edits import Revision, revise
from newsclean.errors import ConfigError, nearest
from newsclean.model import REMOVED_KINDS, Article, Byline, Dateline, Encoding, Flag, Script
from newsclean.repair import repair
from newsclean.rules import RuleSet, select
from newsclean.script import check_target, convert, detect_script, find_conversions
from newsclean.width import find_halfwidth

PUNCTUATION = ("keep", "fullwidth")
FORMS = ("auto", "text", "html")
# Under this share of the text a person should look: a gallery, a wall of links, or a wrong cut.
_MOSTLY_REMOVED = 0.2
_PEOPLE = ("authors", "reporters", "photographers", "editors", "contributors")


@dataclass(frozen=True, kw_only=True)
class Cleaner:
    """Clean pages, all with the same choices: immutable, picklable, safe in threads.

    `script` is the script of the output (keep, simplified, traditional, taiwan, hongkong) or an OpenCC configuration
    name; `punctuation` is keep or fullwidth. `keep` names kinds that stay in the text. `rules` are rule files read
    beside those that newsclean ships, `off` the ids of rules not to use. Wrong values raise ConfigError at once.

    >>> article = Cleaner().clean("雨停了，路通了。\\n责任编辑：林晓")
    >>> article.text, article.byline.editors
    ('雨停了，路通了。', ('林晓',))
    """

    script: str = "simplified"
    punctuation: str = "keep"
    keep: Iterable[str] = frozenset()
    rules: Iterable[str | Path] = ()
    off: Iterable[str] = ()

    def __post_init__(self) -> None:
        """Check every choice and read the rule files, so that nothing can fail later."""
        check_target(self.script)
        _check("punctuation", self.punctuation, PUNCTUATION)
        put = object.__setattr__
        put(self, "keep", frozenset(_listed(self.keep)))
        put(self, "rules", tuple(_listed(self.rules)))
        put(self, "off", tuple(_listed(self.off)))
        for kind in sorted(self.keep):
            _check("keep", kind, REMOVED_KINDS)
        put(self, "_rule_set", select(self.rules, self.off))

    def clean(
        self,
        raw: bytes | str,
        *,
        id: str | None = None,
        url: str | None = None,
        content_type: str | None = None,
        title: str | None = None,
        form: str = "auto",
    ) -> Article:
        """Clean one page and return the article.

        `raw` is bytes of any encoding, or text; plain or HTML (`form` says which, or leaves it to be found out).
        `url`, `content_type` (of HTTP) and `title` are hints that a scraper has. Never raises for bad input.
        """
        _check("form", form, FORMS)
        if isinstance(raw, str):
            decoded = Decoded(raw, "utf-8", "text", 0)
        elif isinstance(raw, (bytes, bytearray, memoryview)):
            decoded = decode(bytes(raw), content_type)
        else:
            raise ConfigError(f"raw must be bytes or str, not {type(raw).__name__}")
        article = self._clean_text(decoded.text, title)
        encoding = Encoding(decoded.encoding, decoded.how, decoded.replaced)
        return replace(article, id=id, url=url, encoding=encoding, undecodable=decoded.undecodable)

    def clean_many(self, records: Iterable[bytes | str | Mapping[str, Any]]) -> Iterator[Article]:
        """Clean records one by one: bytes, text, or mappings with `text` or `html` and the hints of `clean`.

        >>> [article.text for article in Cleaner().clean_many(["甲。", {"id": "2", "text": "乙。"}])]
        ['甲。', '乙。']
        """
        for record in records:
            yield self.clean_record(record) if isinstance(record, Mapping) else self.clean(record)

    def clean_record(self, record: Mapping[str, Any]) -> Article:
        """Clean a mapping with `text` or `html`, and what it holds of `id`, `url`, `content_type` and `title`."""
        form = "html" if record.get("html") is not None else "text"
        hints = {key: record[key] for key in ("id", "url", "content_type", "title") if record.get(key) is not None}
        return self.clean(record[form] if form in record else "", form=form if form == "html" else "auto", **hints)

    def _clean_text(self, source: str, title: str | None) -> Article:
        revision, flags = repair(Revision(source, source))
        body = find_body(revision, self._rule_set, self.keep, title)
        text = body.revision.text
        detected = detect_script(text)
        revision = revise(body.revision, find_conversions(text, self.script))
        if self.punctuation == "fullwidth":
            revision = revise(revision, find_halfwidth(revision.text))
        return replace(
            _converted(body, self.script if detected in ("traditional", "mixed") else "keep"),
            text=revision.text,
            script=Script(detected, detect_script(revision.text) if revision.text != text else detected),
            edits=revision.edits,
            flags=tuple(sorted({*flags, *body.flags, *_flags(source, revision.text)}, key=_flag_order)),
        )


@cache
def default_cleaner() -> Cleaner:
    """Return the cleaner behind `newsclean.clean`."""
    return Cleaner()


def clean(raw: bytes | str, **hints: Any) -> Article:
    """Clean one page with the default choices; `hints` are those of `Cleaner.clean`.

    >>> clean("　　雨停了，路通了。\\n\\n上一篇：桥也修好了").text
    '雨停了，路通了。'
    """
    return default_cleaner().clean(raw, **hints)


def _converted(body: Body, to: str) -> Article:
    """Return an article with the metadata in the script of its text."""

    def one(value: str | None) -> str | None:
        return convert(value, to) if value and to != "keep" else value

    line, date = body.byline, body.dateline
    people = {role: tuple(str(one(name)) for name in getattr(line, role)) for role in _PEOPLE}
    dateline = Dateline(one(date.agency), one(date.place), one(date.date)) if date else None
    byline = Byline(source=one(line.source), **people)
    return Article(title=one(body.title), byline=byline, published=body.published, dateline=dateline)


def _flags(source: str, text: str) -> Iterator[Flag]:
    """Flag what a person should look at because of how much went."""
    size = sum(not char.isspace() for char in source)
    if size and not text:
        yield Flag("no_body", 0, len(source), "nothing of the text is article")
    elif size >= 200 and len(text) < _MOSTLY_REMOVED * size:
        yield Flag("mostly_removed", 0, len(source), f"{len(text)} of {size} characters stay")


def _flag_order(flag: Flag) -> tuple[int, int, str, str]:
    return flag.start, flag.end, flag.flag, flag.detail


def _check(key: str, value: str, known: Iterable[str]) -> None:
    if value not in known:
        raise ConfigError(f"{key}: unknown value {value!r}{nearest(str(value), known)}")


def _listed(values: Any) -> Iterable[Any]:
    return (values,) if isinstance(values, (str, Path)) else values
