"""WARC and WET files, through fastwarc (extra `warc`)."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

from newsclean.corpus import limits
from newsclean.corpus.blocks import stored_so_far
from newsclean.corpus.chunk import Chunk, Position
from newsclean.corpus.compression import close_stream, open_stream
from newsclean.corpus.fields import Item
from newsclean.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.corpus.sources import Source

_FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def read_archive(source: Source, begin: Position) -> Iterator[Chunk]:
    """Yield the pages of an archive: responses and resources of HTML or plain text, and conversions (WET).

    Requests, metadata, images and answers other than 2xx are passed over. Records are numbered from 1 over those
    three types, so that a place in a message can be found again.
    """
    pages: list[tuple[int, Item | str]] = []
    size, number, stored = 0, begin.records, 0
    stream = open_stream(source.path)
    for number, record in enumerate(_records(source, stream), start=1):
        if number <= begin.records:
            continue
        if (page := _page(record)) is not None:
            pages.append((number, page))
            size += len(page.raw) if isinstance(page, Item) else 0
        if size >= limits.BLOCK or len(pages) == limits.PAGES:
            before, stored = stored, stored_so_far(stream)
            yield Chunk("warc", source.name, 1, pages, Position(begin.files, 0, number), size, stored - before)
            pages, size = [], 0
    if pages:
        yield Chunk("warc", source.name, 1, pages, Position(begin.files, 0, number), size)


def _records(source: Source, stream: IO[bytes]) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise ConfigError("reading WARC needs fastwarc: pip install 'newsclean[warc]'") from error
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        yield from ArchiveIterator(stream, record_types=kinds, max_content_length=limits.LONGEST, parse_http=False)
    finally:
        close_stream(stream, source.path)


def _page(record: Any) -> Item | str | None:
    """Return the page of a record, or why it cannot be read, or None where it holds none."""
    stated = record.headers.get("Content-Length")
    record.freeze()
    if str(record.content_length) != stated:  # the iterator hands over a cut record as if it were whole
        raise EOFError("the archive ends inside a record")
    try:
        if record.is_http:
            record.parse_http(auto_decode="all", quirks_mode=True)
        return _item(record)
    except (OSError, ValueError) as error:
        record.set_bytes_content(b"")  # or the iterator stops at the reader that failed
        return f"broken HTTP message: {error}"


def _item(record: Any) -> Item | None:
    http = record.http_headers
    if http is not None and http.status_code is not None and not 200 <= http.status_code < 300:
        return None
    content_type = (http or record.headers).get("Content-Type") or ""
    form = _FORMS.get(content_type.split(";")[0].strip().lower())
    if form is None:
        return None
    url, identity = record.headers.get("WARC-Target-URI"), record.record_id
    given = {"id": identity, "url": url, "warc_date": record.headers.get("WARC-Date")}
    return Item(record.reader.read(), given, {"id": identity, "url": url, "content_type": content_type, "form": form})
