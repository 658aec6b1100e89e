"""Parquet, through pyarrow (extra `parquet`).

Newsclean's columns have one fixed schema. Records of a Parquet file keep the file's other columns as they are; of
other records, what newsclean does not set stands in the column `extra`, as JSON.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclean.corpus.chunk import Chunk, Position
from newsclean.corpus.compression import reads_once
from newsclean.errors import ConfigError, ExtraError
from newsclean.record import FIELDS, dumps, restore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.corpus.sources import Source

_ROWS = 128  # of a chunk
_SURROGATE = re.compile("[\ud800-\udfff]")
_GROUP = 1 << 15  # rows of a row group in the output


@cache
def arrow() -> Any:
    """Return pyarrow, or raise `ExtraError`."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError as error:
        raise ExtraError("Parquet and Arrow need pyarrow: pip install 'newsclean[parquet]'") from error
    return pa


@cache
def schema() -> Any:
    """Return the Arrow schema of newsclean's columns; `ledger` is JSON.

    >>> schema().names == list(FIELDS)
    True
    """
    pa = arrow()
    text, whole = pa.string(), pa.int64()
    people = ("authors", "reporters", "photographers", "editors", "contributors")
    place = [("kind", text), ("rule", text), ("start", whole), ("end", whole)]
    types = dict.fromkeys(("id", "url", "title", "text", "published", "ledger"), text) | {
        "byline": pa.struct([("source", text), *((role, pa.list_(text)) for role in people)]),
        "dateline": pa.struct([("agency", text), ("place", text), ("date", text)]),
        "script": pa.struct([("detected", text), ("output", text)]),
        "encoding": pa.struct([("name", text), ("how", text), ("replaced", whole)]),
        "removed": pa.list_(pa.struct([*place, ("text", text)])),
        "repairs": pa.list_(pa.struct([*place, ("before", text), ("after", text)])),
        "flags": pa.list_(pa.struct([("flag", text), ("start", whole), ("end", whole), ("detail", text)])),
    }
    return pa.schema([(name, types[name]) for name in FIELDS])


def read_rows(source: Source, begin: Position) -> Iterator[Chunk]:
    """Yield the rows of a Parquet file as Arrow batches, from a row on."""
    pa = arrow()
    if reads_once(source.path):
        raise ConfigError("Parquet cannot be read from a pipe: name a file")
    try:
        with pa.parquet.ParquetFile(source.path) as file:
            row, share = 0, os.path.getsize(source.path) / max(1, file.metadata.num_rows)
            for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):
                first, row = row + 1, row + batch.num_rows
                if first > begin.records:
                    end, stored = Position(begin.files, 0, row), round(share * batch.num_rows)
                    yield Chunk("rows", source.name, first, _to_bytes([batch]), end, batch.nbytes, stored)
    except pa.ArrowException as error:
        raise OSError(f"not a Parquet file that can be read: {error}") from error


def read_batch(chunk: Chunk) -> list[dict[str, Any]]:
    """Return the rows of a chunk of rows."""
    return to_rows(arrow().ipc.open_stream(chunk.data).read_all())


def to_rows(table: Any) -> list[dict[str, Any]]:
    """Return the rows of a table; bytes stand for strings that are not UTF-8, as engines that never check let pass.

    Times beyond Python's years and in nanoseconds become text.
    """
    try:
        rows: list[dict[str, Any]] = table.to_pylist()
    except (ValueError, OverflowError):
        columns = [[_value(scalar) for scalar in column] for column in table.columns]
        rows = [dict(zip(table.schema.names, values, strict=True)) for values in zip(*columns, strict=True)]
    return rows


def write_batch(chunk: Chunk, kept: Sequence[tuple[dict[str, Any], int]]) -> bytes:
    """Return records as an Arrow stream; each comes with the number of its row in the chunk."""
    if not kept:
        return b""
    pa = arrow()
    records = [record for record, _ in kept]
    if chunk.form == "rows":
        given = pa.ipc.open_stream(chunk.data).read_all().take([row for _, row in kept])
        table = beside(given.combine_chunks(), records, schema())
    else:
        extra = [{name: value for name, value in record.items() if name not in FIELDS} for record in records]
        column = pa.array([dumps(more).decode() if more else None for more in extra], pa.string())
        table = beside(pa.table({}), records, schema()).append_column("extra", column)
    return _to_bytes(table.to_batches())


def beside(given: Any, records: Sequence[dict[str, Any]], own: Any) -> Any:
    """Return a table of the columns that are not newsclean's own, and of records of the same rows as its own.

    `own` is the schema of those: `schema()`, and what an adapter has to say beyond it.
    """
    try:
        columns = _columns(records, own)
    except UnicodeEncodeError:
        columns = _columns([without_surrogates(record) for record in records], own)
    others = [column for name, column in zip(given.schema.names, given.columns, strict=True) if name not in own.names]
    return arrow().table([*others, *columns], schema=schema_beside(given.schema, own))


def schema_beside(given: Any, own: Any) -> Any:
    """Return the schema of `beside`."""
    return arrow().schema([*(field for field in given if field.name not in own.names), *own], metadata=given.metadata)


def columns_of(stream: bytes) -> Any:
    """Return the schema of an Arrow stream."""
    return arrow().ipc.open_stream(stream).schema


def write_file(spool: str, path: str) -> None:
    """Write the Arrow streams of a file, one after the other, as a Parquet file."""
    pa = arrow()
    writer, rows, waiting = None, 0, []
    with open(spool, "rb") as streams, open(path, "wb") as file:
        size = os.fstat(streams.fileno()).st_size
        while streams.tell() < size:
            table = pa.ipc.open_stream(streams).read_all()
            writer = writer or pa.parquet.ParquetWriter(file, table.schema, compression="zstd")
            if table.schema != writer.schema:
                raise OSError("the inputs have other columns from some record on; write them to files of their own")
            waiting.append(table)
            rows += table.num_rows
            if rows >= _GROUP or streams.tell() >= size:
                writer.write_table(pa.concat_tables(waiting), row_group_size=_GROUP)
                rows, waiting = 0, []
        (writer or pa.parquet.ParquetWriter(file, schema())).close()
        file.flush()
        os.fsync(file.fileno())


def _to_bytes(batches: list[Any]) -> bytes:
    pa = arrow()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema) as stream:
        for batch in batches:
            stream.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _columns(records: Sequence[dict[str, Any]], own: Any) -> list[Any]:
    columns = {name: [record.get(name) for record in records] for name in own.names}
    columns["id"] = [value if value is None else str(value) for value in columns["id"]]
    columns["ledger"] = [value if value is None else dumps(value).decode() for value in columns["ledger"]]
    return [arrow().array(columns[field.name], field.type) for field in own]


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError):
        if isinstance(scalar, arrow().StructScalar):
            return {name: _value(inner) for name, inner in scalar.items()}
        if isinstance(scalar, arrow().ListScalar):
            return [_value(inner) for inner in scalar]
        if isinstance(scalar, arrow().DictionaryScalar):
            return _value(scalar.value)
        binary = isinstance(scalar, arrow().BinaryScalar)  # of which strings are a kind
        return scalar.as_buffer().to_pybytes() if binary else scalar.cast(arrow().string()).as_py()


def without_surrogates(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record that Arrow and orjson can hold: U+FFFD for lone surrogates, and the true texts in the ledger.

    Integers over 64 bits become text.
    """
    if record.get("ledger") is not None:
        ledger = record["ledger"] | {"source": [restore(record)], "text": [record["text"]]}
        record = record | {"ledger": ledger}
    return {name: value if name == "ledger" else _plain(value) for name, value in record.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        return str(value)
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
