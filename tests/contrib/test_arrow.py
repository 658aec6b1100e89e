"""Arrow batches: what goes in comes out in its place, whatever is wrong with a row."""

import pickle
import sys

import pytest

import newsclean
from newsclean.contrib.arrow import ArrowCleaner
from newsclean.corpus import Fields
from newsclean.errors import ConfigError, NewscleanError
from newsclean.model import Article
from newsclean.record import FIELDS, dumps, loads, restore

PAGE = "河边的路灯修好了，居民说晚上散步方便多了。\n责任编辑：林晓"


class Fussy:
    """A cleaner that fails on one word."""

    def clean(self, raw, **hints):
        if "毒" in str(raw):
            raise ValueError("poison")
        return Article(raw, **hints)


def test_without_pyarrow_only_use_fails_and_names_the_extra(monkeypatch):
    from newsclean.corpus import arrow

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    arrow.arrow.cache_clear()
    cleaner = ArrowCleaner(script="keep")
    with pytest.raises(NewscleanError, match=r"pip install 'newsclean\[parquet\]'"):
        cleaner({"text": [PAGE]})
    arrow.arrow.cache_clear()


class TestBatches:
    @pytest.fixture(autouse=True)
    def needs_pyarrow(self):
        self.pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    def clean(self, rows, cleaner=None):
        batch = self.pa.RecordBatch.from_pydict(rows)
        cleaned = (cleaner or ArrowCleaner())(batch)
        assert isinstance(cleaned, self.pa.RecordBatch)
        cleaned.validate(full=True)
        return cleaned.to_pylist()

    def test_a_row_is_the_record_of_its_page_and_other_columns_stay(self):
        picture = {"width": 3, "bytes": b"\xff"}
        (row,) = self.clean({"id": [7], "picture": [picture], "text": [PAGE]})
        assert (row.pop("picture"), row.pop("rejected")) == (picture, None)
        row["ledger"] = loads(row["ledger"].encode())
        assert dumps(row) == dumps(newsclean.clean(PAGE, id="7").to_dict())

    @pytest.mark.parametrize("kind", ["table", "dict", "chunks", "empty"])
    def test_a_table_gives_a_table(self, kind):
        table = self.pa.table({"text": [PAGE] * 3})
        if kind == "chunks":
            table = self.pa.concat_tables([table, table.slice(1)])
        table = table.slice(0, 0) if kind == "empty" else table
        cleaned = ArrowCleaner()({"text": [PAGE] * 3} if kind == "dict" else table)
        assert isinstance(cleaned, self.pa.Table)
        assert cleaned.num_rows == table.num_rows
        assert cleaned.schema == ArrowCleaner().schema(table.schema)

    def test_the_schema_does_not_depend_on_what_the_rows_hold(self):
        nothing, much = self.pa.table({"text": [""]}), self.pa.table({"text": [PAGE]})
        assert ArrowCleaner()(nothing).schema == ArrowCleaner()(much).schema
        assert ArrowCleaner().schema().names == [*FIELDS, "rejected"]

    def test_rows_do_not_depend_on_how_they_come_in_batches(self):
        table = self.pa.table({"id": [str(i) for i in range(400)], "text": [f"{PAGE}{i}" for i in range(400)]})
        whole = ArrowCleaner()(table)
        parts = list(ArrowCleaner().batches(iter(table.to_batches(max_chunksize=37))))
        assert self.pa.Table.from_batches(parts) == whole
        assert whole.column("id") == table.column("id")

    def test_a_pickled_cleaner_does_the_same(self):
        cleaner = ArrowCleaner(script="keep", keep={"byline"}, provenance="none")
        again = pickle.loads(pickle.dumps(cleaner))
        assert self.clean({"text": [PAGE]}, again) == self.clean({"text": [PAGE]}, cleaner)

    def test_choices_of_the_cleaner_are_given_by_name(self):
        row = self.clean({"text": ["街燈修好了。"]}, ArrowCleaner(script="keep"))[0]
        assert row["text"] == "街燈修好了。"
        with pytest.raises(ConfigError, match="provenance"):
            ArrowCleaner(provenance="ful")
        with pytest.raises(ConfigError, match="simplified"):
            ArrowCleaner(script="simplifed")

    def test_columns_are_named_as_on_the_command_line(self):
        fields = Fields(text="doc.body", url="link", id="key")
        rows = {"doc": [{"body": PAGE}], "link": ["http://a.cn/1"], "key": [3], "text": ["not this"]}
        (row,) = self.clean(rows, ArrowCleaner(fields=fields))
        assert (row["id"], row["url"], row["text"]) == ("3", "http://a.cn/1", newsclean.clean(PAGE).text)
        assert row["doc"] == {"body": PAGE}

    def test_a_table_without_a_column_of_text_is_refused_at_once(self):
        with pytest.raises(ConfigError, match=r"no text: none of the columns body; there are id, text"):
            self.clean({"id": [1], "text": [PAGE]}, ArrowCleaner(fields=Fields(text="body")))

    def test_a_row_that_cannot_be_done_is_told_and_the_others_are_done(self):
        rows = {"id": ["1", "2", "3"], "desk": ["甲", "乙", "丙"], "text": ["雨停了。", "有毒", None]}
        good, poison, none = self.clean(rows, ArrowCleaner(Fussy()))
        assert (good["text"], good["rejected"]) == ("雨停了。", None)
        assert (poison["id"], poison["desk"], poison["text"]) == ("2", "乙", None)
        raw = '{"id":"2","text":"有毒"}'
        assert poison["rejected"] == {"stage": "clean", "reason": "ValueError: poison", "raw": raw}
        assert poison["flags"] == [{"flag": "failed", "start": 0, "end": 0, "detail": "ValueError: poison"}]
        assert none["rejected"]["stage"] == "read"

    @pytest.mark.parametrize("wrong", [7, 1.5, {"a": "b"}, [[1]], b"\xff" * 3, "甲\0乙", "", "一句话。" * 50_000])
    def test_odd_texts_lose_nothing(self, wrong):
        (row,) = self.clean({"text": self.pa.array([wrong])})
        if row["rejected"]:
            assert loads(row["rejected"]["raw"].encode()) == {"text": wrong}
        elif isinstance(wrong, str):
            assert restore({name: row[name] for name in FIELDS}) == wrong
        else:
            assert row["encoding"] == newsclean.clean(wrong).to_dict()["encoding"]

    @pytest.mark.parametrize("name", ["page", "page.body"])
    def test_strings_that_are_not_utf8_are_decoded_as_bytes(self, name):
        text = self.pa.array([PAGE.encode("gb18030"), b"plain"]).view(self.pa.string())
        page = text if name == "page" else self.pa.StructArray.from_arrays([text], ["body"])
        title = self.pa.array(["路灯修好了".encode("gb18030"), None]).view(self.pa.string())
        cleaned = ArrowCleaner(fields=Fields(text=name))(self.pa.table({"page": page, "title": title}))
        first, second = cleaned.drop_columns(["page"]).to_pylist()
        assert (first["title"], first["text"]) == ("路灯修好了", newsclean.clean(PAGE).text)
        assert (first["encoding"]["name"], second["text"]) == ("gb18030", "plain")

    def test_times_of_any_kind_stay_where_the_page_states_none(self):
        nanoseconds = self.pa.array([1_600_000_000_000_000_001, None], self.pa.timestamp("ns"))
        day = self.pa.array([18_500, 99_999_999], self.pa.date32())
        for column, first in ((nanoseconds, "2020-09-13 12:26:40.000000001"), (day, "2020-08-26")):
            rows = ArrowCleaner()(self.pa.table({"text": ["雨停了。"] * 2, "published": column})).to_pylist()
            assert [row["rejected"] for row in rows] == [None, None]
            assert rows[0]["published"] == first

    def test_words_of_a_dictionary_that_are_not_utf8_are_decoded(self):
        words = self.pa.array([PAGE.encode("gb18030")]).view(self.pa.string())
        text = self.pa.DictionaryArray.from_arrays(self.pa.array([0, 0]), words)
        rows = ArrowCleaner()(self.pa.table({"text": text})).to_pylist()
        assert [row["text"] for row in rows] == [newsclean.clean(PAGE).text] * 2

    def test_two_columns_of_one_name_pass_through(self):
        table = self.pa.Table.from_arrays([["甲"], ["乙"], ["雨停了。"]], names=["tag", "tag", "text"])
        cleaned = ArrowCleaner()(table)
        assert [column.to_pylist() for column in cleaned.columns[:2]] == [["甲"], ["乙"]]
