"""The way of a page: decode, extract, repair, find the body, convert; every stage marks and `edits` changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from newsclean.body import Beside, Draft, find_body, with_flags
from newsclean.decoding import Decoded, decode
from newsclean.edits import Revision, revise
from newsclean.errors import ConfigError, nearest
from newsclean.extract import Extracted, Hints, extract, looks_like_html, read_hints
from newsclean.lines import LineReader, LineReading
from newsclean.model import REMOVED_KINDS, Article, Byline, Dateline, Encoding, Flag, Script
from newsclean.profile import Profile, load_profile
from newsclean.repair import Spare, repair
from newsclean.repair.line_breaks import find_line_breaks
from newsclean.rules import select
from newsclean.script import check_target, convert, detect_script, find_conversions, find_script_flags
from newsclean.width import find_halfwidth

PUNCTUATION = ("keep", "fullwidth")
FORMS = ("auto", "text", "html")
# What leaves changes what its neighbours look like: a glued credit uncovers a heading, a removed footer makes another
# line the last. So a page is looked at again until nothing changes, and that cleaning is idempotent is no hope but how
# the loop ends. Every round but the last takes something away; the bound keeps a hostile page linear.
_ROUNDS = 8
# Log-odds; no wrong line of the pages that the scorer was fitted on is as sure.
_SURE = 3.0
# Under this share of the text a person should look: a gallery, a wall of links, or a wrong cut.
_MOSTLY_REMOVED = 0.2
_PEOPLE = ("authors", "reporters", "photographers", "editors", "contributors")


@dataclass(frozen=True, kw_only=True)
class Cleaner:
    r"""Clean pages, all with the same choices: immutable, picklable, safe in threads.

    `script` is the script of the output (keep, simplified, traditional, taiwan, hongkong) or an OpenCC configuration
    name; `punctuation` is keep or fullwidth. `keep` names kinds that stay in the text. `rules` are rule files read
    beside those that newsclean ships, `off` the ids of rules not to use; `profile` is a file of lines that sites repeat
    (see `newsclean learn`). Wrong values raise ConfigError at once.

    >>> article = Cleaner().clean("雨停了，路通了。\n责任编辑：林晓")
    >>> article.text, article.byline.editors
    ('雨停了，路通了。', ('林晓',))
    """

    script: str = "simplified"
    punctuation: str = "keep"
    keep: Collection[str] = frozenset()
    rules: Collection[str | Path] = ()
    off: Collection[str] = ()
    profile: str | Path | None = None
    _reader: LineReader = field(init=False, repr=False, compare=False)
    _profile: Profile = field(init=False, repr=False, compare=False)

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
        put(self, "_reader", LineReader(select(self.rules, self.off)))
        put(self, "_profile", load_profile(self.profile) if self.profile is not None else Profile())

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
        html = form == "html" or (form == "auto" and looks_like_html(decoded.text))
        source = extract(decoded.text, url) if html else Extracted(decoded.text)
        encoding = Encoding(decoded.encoding, decoded.how, decoded.replaced)
        return self._clean_text(source, title, id=id, url=url, encoding=encoding, undecodable=decoded.undecodable)

    def clean_extracted(
        self,
        text: str,
        html: str | bytes | None = None,
        title: str | None = None,
        *,
        id: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Clean the text that another extractor took from a page; `html` is that page, for the metadata it states."""
        page = decode(html).text if isinstance(html, bytes) else html
        hints = read_hints(page, url) if page else Hints()
        return self._clean_text(Extracted(text, replace(hints, title=title or hints.title)), title, id=id, url=url)

    def __call__(self, raw: bytes | str, **hints: Any) -> Article:
        """Do what `clean` does, so that a cleaner goes wherever a function goes: `map`, pandas, polars, executors.

        >>> [article.text for article in map(Cleaner(script="traditional"), ["车来了。", "路通了。"])]
        ['車來了。', '路通了。']
        """
        return self.clean(raw, **hints)

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
        return self.clean(record.get(form) or "", form=form if form == "html" else "auto", **hints)

    def _clean_text(self, source: Extracted, title: str | None, *, url: str | None, **of_input: Any) -> Article:
        spare = self._reader.rules.exceptions.spare
        hidden = spare(source.text, [mark for mark in source.marks if mark.kind not in self.keep])
        draft = Draft(revise(Revision(source.text, source.text), hidden), flags=source.flags)
        site = self._profile.lines(url)
        beside = Beside(title or source.hints.title, bool(source.lines), _sure_lines(source), site)
        known: dict[str, LineReading] = {}
        detected = None
        for _ in range(_ROUNDS):
            draft = _repaired(draft, spare)
            before = draft.revision.text
            draft = find_body(draft, self._reader, frozenset(self.keep), beside, known)
            if detected is None:
                detected = detect_script(draft.revision.text)
                draft = with_flags(draft, find_script_flags(draft.revision.text))
            draft = draft._replace(revision=self._converted(draft.revision))
            if draft.revision.text == before and not find_line_breaks(before):
                break
        text = draft.revision.text
        return Article(
            **_metadata(draft, source.hints, self.script),
            **of_input,
            url=url,
            text=text,
            script=Script(detected or "none", detect_script(text)),
            edits=draft.revision.record(),
            flags=tuple(sorted({*draft.flags, *_flags(source.text, text)}, key=_flag_order)),
        )

    def _converted(self, revision: Revision) -> Revision:
        revision = revise(revision, find_conversions(revision.text, self.script))
        return revise(revision, find_halfwidth(revision.text)) if self.punctuation == "fullwidth" else revision


@cache
def default_cleaner() -> Cleaner:
    """Return the cleaner behind `newsclean.clean`."""
    return Cleaner()


def clean(raw: bytes | str, **hints: Any) -> Article:
    r"""Clean one page with the default choices; `hints` are those of `Cleaner.clean`.

    >>> clean("　　雨停了，路通了。\n\n上一篇：桥也修好了").text
    '雨停了，路通了。'
    """
    return default_cleaner().clean(raw, **hints)


def clean_extracted(text: str, html: str | bytes | None = None, title: str | None = None, **hints: Any) -> Article:
    r"""Clean the text that another extractor took from a page; `html` is that page, for the metadata it states.

    `restore` gives `text` back.

    >>> clean_extracted("雨停了，路通了。\n责任编辑：林晓", title="雨停了").title
    '雨停了'
    """
    return default_cleaner().clean_extracted(text, html, title, **hints)


def _sure_lines(source: Extracted) -> frozenset[str]:
    """Return the lines that the markup of a page shows to be body, whatever they look like."""
    pairs = zip(source.text.split("\n"), source.lines, strict=False)
    return frozenset(line for line, hint in pairs if hint.odds > _SURE)


def _repaired(draft: Draft, spare: Spare) -> Draft:
    revision, flags = repair(revise(draft.revision, find_line_breaks(draft.revision.text)), spare)
    return draft._replace(revision=revision, flags=(*draft.flags, *(f for f in flags if f not in draft.flags)))


def _metadata(draft: Draft, hints: Hints, to: str) -> dict[str, Any]:
    """Return the metadata of an article in the script of its text: what the text says, else what the page hints."""

    def one(value: str | None) -> str | None:
        return convert(value, to) if value and to != "keep" else value

    line, date = draft.byline, draft.dateline
    people = {role: tuple(dict.fromkeys(str(one(name)) for name in getattr(line, role))) for role in _PEOPLE}
    people["authors"] = people["authors"] or (() if people["reporters"] else hints.authors)
    people["editors"] = people["editors"] or hints.editors
    return {
        "title": one(hints.title or draft.title),
        "byline": Byline(source=one(line.source or hints.source), **people),
        "published": draft.published or hints.published,
        "dateline": Dateline(one(date.agency), one(date.place), one(date.date)) if date else None,
    }


def _flags(source: str, text: str) -> Iterator[Flag]:
    """Flag what a person should look at because of how much went."""
    size = sum(map(len, source.split()))
    if size and not text:
        yield Flag("no_body", 0, len(source), "nothing of the text is article")
    elif size >= 200 and len(text) < _MOSTLY_REMOVED * size:
        yield Flag("mostly_removed", 0, len(source), f"{len(text)} of {size} characters stay")


def _flag_order(flag: Flag) -> tuple[int, int, str, str]:
    return flag.start, flag.end, flag.flag, flag.detail


def _check(key: str, value: str, known: Iterable[str]) -> None:
    if value not in known:
        raise ConfigError(f"{key}: unknown value {value!r}{nearest(str(value), known)}")


def _listed(values: Any) -> tuple[Any, ...]:
    return (values,) if isinstance(values, (str, Path)) else tuple(values)
