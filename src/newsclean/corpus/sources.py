"""Where records come from: the arguments of a command as files, in a fixed order, each with its form."""

from __future__ import annotations

import glob
import os
import re
from functools import cache
from typing import IO, TYPE_CHECKING, NamedTuple

from newsclean.corpus.compression import close_stream, open_stream, read_errors, split_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMS = ("auto", "text", "html", "jsonl", "parquet", "warc")
_SUFFIX_FORMS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
    ".txt": "page",
    ".html": "page",
    ".htm": "page",
    ".shtml": "page",
    ".xhtml": "page",
}
# What a mirrored site holds beside its pages; left out of folders, read where it is named.
_NO_PAGES = (
    ".avif .bmp .gif .ico .jpeg .jpg .png .svg .tif .tiff .webp .avi .flv .m3u8 .m4a .mkv .mov .mp3 .mp4 .ogg .swf .ts "
    ".wav .webm .wmv .eot .otf .ttf .woff .woff2 .css .js .map .wasm .7z .jar .rar .tar .tgz .zip .doc .docx .pdf .ppt "
    ".pptx .xls .xlsx .exe .apk .db .sqlite"
)
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\}|$)')


class Source(NamedTuple):
    """A file to read: `name` is how messages call it, `form` is page, jsonl, parquet or warc."""

    path: str
    name: str
    form: str
    id: str | None = None


def sources(arguments: Iterable[str], form: str = "auto", without: frozenset[str] = frozenset()) -> Iterator[Source]:
    """Yield the files that arguments name: a file, `-`, a glob, or all files below a directory in order of name.

    Left out of folders are hidden files and folders, links to folders, pictures, scripts and other files that are no
    pages; and everywhere the real paths in `without`, for a run's own outputs may lie in the folder that it reads. The
    id of a page is its path from the directory that was named, or the argument itself.
    """
    names = {os.path.basename(path) for path in without}
    for source in _sources(arguments, form):
        if os.path.basename(source.path) not in names or os.path.realpath(source.path) not in without:
            yield source


def _sources(arguments: Iterable[str], form: str) -> Iterator[Source]:
    for argument in arguments:
        if argument == "-":
            yield Source("-", "standard input", _form("-", form))
        elif os.path.isdir(argument):  # arguments stay strings, as they were given
            yield from _below(argument, argument, form)
        elif glob.has_magic(argument) and not os.path.exists(argument):
            yield from _matches(argument, form)
        else:
            yield Source(argument, argument, _form(argument, form), argument)


def one_page(arguments: list[str], form: str = "auto") -> bool:
    """Tell whether the arguments name one article: a single file (or standard input) of text or HTML."""
    if len(arguments) != 1 or (glob.has_magic(arguments[0]) and not os.path.exists(arguments[0])):
        return False
    return not os.path.isdir(arguments[0]) and _form(arguments[0], form) == "page"


def _matches(pattern: str, form: str) -> Iterator[Source]:
    found = sorted(glob.glob(pattern, recursive=True))  # `**`, and the pattern's own spelling
    for path in found:
        if not os.path.isdir(path):
            yield Source(path, path, _form(path, form), path)
    if not found:
        yield Source(pattern, pattern, "page", pattern)


def _below(folder: str, root: str, form: str) -> Iterator[Source]:
    try:
        with os.scandir(folder) as entries:
            ordered = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    except OSError:  # reading it as a page will say why
        yield Source(folder, folder, "page", folder)
        return
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, root, form)
        elif entry.is_file() and _suffix(entry.name) not in _no_pages():
            identity = os.path.relpath(entry.path, root).replace(os.sep, "/")
            yield Source(entry.path, entry.path, _form(entry.path, form), identity)


def _form(path: str, form: str) -> str:
    if form in ("jsonl", "parquet", "warc"):
        return form
    if form in ("text", "html"):
        return "page"
    return _SUFFIX_FORMS.get(_suffix(path)) or _sniff(path)


@cache
def _no_pages() -> frozenset[str]:
    return frozenset(_NO_PAGES.split())


def _suffix(path: str) -> str:
    return os.path.splitext(split_suffix(path)[0])[1].lower()


def _sniff(path: str) -> str:
    """Tell the form by the first bytes; what cannot be read is a page, and says so when it is read."""
    try:
        stream = open_stream(path)
        try:
            head: bytes = _peek(stream)
        finally:
            close_stream(stream, path)
    except read_errors():
        return "page"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    return "jsonl" if _JSON_OBJECT.match(head) else "page"


def _peek(stream: IO[bytes]) -> bytes:
    head: bytes = stream.peek(512)[:512]  # type: ignore[attr-defined] # buffered streams have it, IO does not say so
    return head
