"""Which field of an input record holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from newsclean.decoding import decode
from newsclean.errors import ConfigError, RecordError, nearest
from newsclean.record import FIELDS

_TEXT = ("text", "content", "raw_text", "段落")
_HTML = ("html",)
_URL = ("url", "source", "metadata.url")
_ID = ("id", "文件名")
_PASSED = ("title", "published", "url")  # where the page states none


class Item(NamedTuple):
    """One input record: what to clean, the fields that pass through, and the hints for the cleaner."""

    raw: bytes | str
    given: Mapping[str, Any]
    hints: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the fields that hold text, HTML, address, id and title; a dot goes into a nested object.

    What is not named is looked for: `text`, `content`, `raw_text`, MNBVC's `段落`, then `html`; `url`, an address in
    `source`, `metadata.url`; `id`, MNBVC's `文件名`; `title`.

    >>> Fields().item({"content": "正文。", "metadata": {"url": "http://a.cn/1"}})
    Item(raw='正文。', given={'content': '正文。', 'metadata': {'url': 'http://a.cn/1'}}, hints={'url': 'http://a.cn/1'})
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    id: str | None = None
    title: str | None = None

    def item(self, given: Mapping[str, Any]) -> Item:
        """Return what a record says; raise `RecordError` where it has no text."""
        hints = {"url": self._url(given), "id": self._id(given), "title": _string(given, self.title or "title")}
        raw, form = self._raw(given)
        hints["form"] = form
        return Item(raw, given, {name: hint for name, hint in hints.items() if hint is not None})

    def columns(self, names: Iterable[str]) -> frozenset[str]:
        """Return those columns of a table that a record is read from; raise `ConfigError` where none can hold text.

        >>> sorted(Fields(text="doc.body").columns(["id", "doc", "picture"]))
        ['doc', 'id']
        """
        texts = list(self._texts())
        heads = {name.partition(".")[0] for name in texts}
        named = [name for name in (self.url, self.id, self.title) if name]
        wanted = {*texts, *heads, *named, *(name.partition(".")[0] for name in (*named, *_URL)), *_ID, *_PASSED}
        found = frozenset(names)
        if found and found.isdisjoint({*texts, *heads}):
            raise ConfigError(f"no text: none of the columns {', '.join(texts)}; there are {', '.join(sorted(found))}")
        return found & wanted

    def _texts(self) -> dict[str, str | None]:
        """Return the names of fields that may hold the text, in order, each with the form that it says."""
        texts = (self.text,) if self.text else () if self.html else _TEXT
        htmls = (self.html,) if self.html else () if self.text else _HTML
        return dict.fromkeys(texts) | dict.fromkeys(htmls, "html")

    def _raw(self, given: Mapping[str, Any]) -> tuple[bytes | str, str | None]:
        for name, form in self._texts().items():
            value = look_up(given, name)
            if value is not None:
                return _characters(value, name), form
        raise RecordError(f"no text: none of the fields {', '.join(self._texts())}")

    def _url(self, given: Mapping[str, Any]) -> str | None:
        if self.url:
            return _string(given, self.url)
        found = (_string(given, name) for name in _URL)
        return next(
            (url for name, url in zip(_URL, found, strict=True) if url and (name == "url" or "://" in url)), None
        )

    def _id(self, given: Mapping[str, Any]) -> str | None:
        names = (self.id,) if self.id else _ID
        value = next((v for name in names if (v := look_up(given, name)) is not None), None)
        return value if value is None else _plain(value) or str(value)


PRESETS = {"mnbvc": Fields(text="段落", id="文件名")}


def preset(name: str) -> Fields:
    """Return the fields of a known corpus; raise `ConfigError` for another name.

    >>> preset("mnbvc").item({"文件名": "1.txt", "段落": [{"行号": 1, "内容": "甲。"}]}).raw
    '甲。'
    """
    if name not in PRESETS:
        raise ConfigError(f"no preset {name!r}{nearest(name, PRESETS)}; known: {', '.join(PRESETS)}")
    return PRESETS[name]


def look_up(given: Mapping[str, Any], name: str) -> Any:
    """Return a field, or the field of a nested object that a dotted name points at, or None.

    >>> look_up({"metadata": {"url": "http://a.cn"}}, "metadata.url"), look_up({"a.b": 1}, "a.b"), look_up({}, "a.b")
    ('http://a.cn', 1, None)
    """
    if name in given:
        return given[name]
    head, _, rest = name.partition(".")
    inner = given.get(head)
    return look_up(inner, rest) if rest and isinstance(inner, Mapping) else None


def pass_through(given: Mapping[str, Any], record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the fields of the input that newsclean does not set, or that the page did not state.

    >>> pass_through({"id": 7, "text": "甲 乙", "channel": "财经"}, {"id": "7", "text": "甲乙", "title": None})
    {'id': 7, 'text': '甲乙', 'title': None, 'channel': '财经'}
    """
    for name, value in given.items():
        unknown = name in _PASSED and record.get(name) is None and _plain(value) is not None
        if name not in FIELDS or unknown or (name == "id" and value is not None):
            record[name] = value if name not in FIELDS else _plain(value) or value
    return record


def _characters(value: Any, name: str) -> bytes | str:
    """Return a text, or the lines of a list of paragraphs (strings, or MNBVC's objects with 内容)."""
    if isinstance(value, str | bytes):
        return value
    if isinstance(value, list):
        lines = [line.get("内容") if isinstance(line, Mapping) else line for line in value]
        strings = [line for line in lines if isinstance(line, str)]
        if len(strings) == len(lines):
            return "\n".join(strings)
    raise RecordError(f"no text: field {name!r} is neither a string nor a list of paragraphs")


def _string(given: Mapping[str, Any], name: str) -> str | None:
    return _plain(look_up(given, name))


def _plain(value: Any) -> str | None:
    """Return a string, also one that a column holds as bytes or as a time; None for anything else."""
    if isinstance(value, bytes):
        return decode(value).text
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None
