"""Arrow batches in, Arrow batches out: for Ray Data, Spark, Hugging Face datasets, polars, DuckDB (extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from newsclean.cleaner import Cleaner
from newsclean.corpus import Fields, Job
from newsclean.corpus.arrow import arrow, beside, schema, schema_beside, to_rows
from newsclean.corpus.fields import pass_through
from newsclean.corpus.work import CleanerLike, failed
from newsclean.record import to_dict

_ROWS = 128  # turned into Python objects at once, however large the batches are


class ArrowCleaner:
    r"""Clean the rows of Arrow batches; picklable, and the same rows come out of any batches and workers.

    `options` are those of `Cleaner`, or `cleaner` is one that is built already; `fields` says which columns hold what,
    `provenance` is full, summary or none. Columns come out in a fixed schema: the given ones that newsclean does not
    set, newsclean's as in Parquet, and `rejected`, a struct of stage, reason and raw (a JSON line), null unless the
    row could not be done. Such a row keeps its place and its other columns, and has the flag `failed`.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"text": ["雨停了。\n责任编辑：林晓", None], "channel": ["社会", "财经"]})
    >>> [(row["channel"], row["text"], row["rejected"]) for row in ArrowCleaner()(batch).to_pylist()][0]
    ('社会', '雨停了。', None)
    """

    def __init__(
        self,
        cleaner: CleanerLike | None = None,
        *,
        fields: Fields | None = None,
        provenance: str = "full",
        **options: Any,
    ) -> None:
        self._job = Job(cleaner or Cleaner(**options), fields=fields or Fields(), provenance=provenance)

    def __call__(self, batch: Any) -> Any:
        """Clean a record batch into a record batch; a table, or what pyarrow takes for one, into a table."""
        pa = arrow()
        given = getattr(batch, "pa_table", batch)  # a batch of datasets: as a dictionary it has no types
        table = pa.table(dict(given) if isinstance(given, Mapping) else given)
        cleaned = pa.concat_tables([self.schema(table.schema).empty_table(), *self._clean(table)])
        if not isinstance(batch, pa.RecordBatch):
            return cleaned
        (whole,) = cleaned.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], cleaned.schema)]
        return whole

    def batches(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Clean record batches one by one, as Spark's `mapInArrow` hands them."""
        for batch in batches:
            for table in self._clean(arrow().table(batch)):
                yield from table.to_batches()

    def schema(self, given: Any = None) -> Any:
        """Return the schema of what comes out for a schema that goes in; raise `ConfigError` if none holds text."""
        self._job.fields.columns(given.names if given else ())
        return schema_beside(given or arrow().schema([]), _own())

    def spark(self, frame: Any) -> Any:
        """Return a cleaned Spark DataFrame: `frame.transform(ArrowCleaner().spark)`."""
        from pyspark.sql.pandas.types import from_arrow_schema
        from pyspark.sql.types import StructType

        self._job.fields.columns(frame.columns)
        own = from_arrow_schema(self.schema())
        others = [field for field in frame.schema if field.name not in own.names]
        return frame.mapInArrow(self.batches, StructType([*others, *own]))

    def _clean(self, table: Any) -> Iterator[Any]:
        wanted = self._job.fields.columns(table.column_names)
        read = [i for i, name in enumerate(table.column_names) if name in wanted]
        for batch in table.to_batches(max_chunksize=_ROWS):
            records = [self._record(row) for row in to_rows(batch.select(read))]
            yield beside(batch, records, _own())

    def _record(self, given: Mapping[str, Any]) -> dict[str, Any]:
        try:
            return pass_through(given, to_dict(self._job.article("rows", given), self._job.provenance))
        except Exception as error:  # one bad row never stops the others, whatever is wrong
            return failed(given, error)


@cache
def _own() -> Any:
    pa = arrow()
    told = pa.struct([(name, pa.string()) for name in ("stage", "reason", "raw")])
    return schema().append(pa.field("rejected", told))
