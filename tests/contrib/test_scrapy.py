"""The Scrapy pipeline in real crawls of a site on this machine, and its settings."""

import base64
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("scrapy", reason="needs newsclean[scrapy]")
from newssite import BODY, PAGES, serving
from scrapy.utils.test import get_crawler

import newsclean
from newsclean.contrib.scrapy import Addon, Pipeline, read_settings
from newsclean.errors import ConfigError

ADDONS = {"newsclean.contrib.scrapy.Addon": 500}
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(newsclean.__file__).parents[1])}
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "scrapy_spider.py"
NO_TEXT = {"flag": "failed", "start": 0, "end": 0}


class Crawled(NamedTuple):
    items: list
    stats: dict
    site: str
    log: str
    status: int


def crawl(folder, classes, **settings):
    feed = {"items.jsonl": {"format": "jsonlines", "encoding": "utf-8"}}
    with serving() as site:
        done = subprocess.run(
            [
                sys.executable,
                Path(__file__).with_name("crawl.py"),
                site,
                json.dumps(settings | {"FEEDS": feed}),
                *classes,
            ],
            capture_output=True,
            text=True,
            cwd=folder,
            env=ENVIRONMENT,
            timeout=120,
        )
    lines = folder / "items.jsonl"
    items = [json.loads(line) for line in lines.read_text("utf-8").splitlines()] if lines.exists() else []
    stats = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}
    ours = {name.removeprefix("newsclean/"): n for name, n in stats.items() if name.startswith("newsclean/")}
    return Crawled(items, ours, site, done.stderr, done.returncode)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    classes = ["dict", "Declared", "Dataclass", "Attrs", "Pydantic", "Short", "Textless"]
    return crawl(tmp_path_factory.mktemp("crawl"), classes, ADDONS=ADDONS)


def library(name, site):
    content_type, body = PAGES[name]
    return newsclean.clean(body, url=site + name, content_type=content_type).to_dict()


def test_a_dict_item_becomes_the_record_that_the_library_gives(crawled):
    items = {item["url"].removeprefix(crawled.site): item for item in crawled.items if item["made"] == "dict"}
    assert items.keys() == {*PAGES, ""}
    for name in PAGES:
        expected = library(name, crawled.site) | {"content_type": PAGES[name][0], "made": "dict"}
        assert items[name] == expected
        assert list(items[name])[:13] == list(newsclean.clean("").to_dict())
    assert items["gbk"]["text"] == items["utf8"]["text"] == items["spam"]["text"] == BODY
    assert items["gbk"]["encoding"]["name"] == "gb18030"
    assert any(removal["text"] == "乐鱼体育官网" for removal in items["spam"]["removed"])


@pytest.mark.parametrize("made", ["Declared", "Dataclass", "Attrs", "Pydantic"])
def test_an_item_of_any_class_gets_the_fields_that_it_declares(crawled, made):
    items = [item for item in crawled.items if item["made"] == made]
    assert len(items) == len(PAGES)
    for item in items:
        expected = library(item["url"].removeprefix(crawled.site), crawled.site)
        assert (item["title"], item["text"], item["flags"]) == (expected["title"], expected["text"], expected["flags"])
        assert item.get("raw") is None


def test_an_item_that_fails_keeps_its_fields_and_gets_a_flag(crawled):
    failed = [item for item in crawled.items if item["made"] == "Short" and item["flags"]]
    pages = {item["url"].removeprefix(crawled.site): item for item in failed}
    assert pages.keys() == set(PAGES) - {"empty"}
    for name, item in pages.items():
        head, data = item["raw"].split(",")
        assert head == f"data:{PAGES[name][0]};base64"
        assert base64.b64decode(data) == PAGES[name][1]
        assert (item["title"], item["text"]) == (None, "")
        assert item["flags"][0] | NO_TEXT == item["flags"][0]
        assert "at most 10 characters" in item["flags"][0]["detail"]


def test_an_item_without_a_page_keeps_its_fields_and_gets_a_flag(crawled):
    item = next(item for item in crawled.items if item.get("channel"))
    assert item.pop("flags") == [NO_TEXT | {"detail": item_reason(crawled)}]
    assert item == {"made": "dict", "url": crawled.site, "channel": "首页"}


def item_reason(crawled):
    line = next(line for line in crawled.log.splitlines() if f"{crawled.site} not cleaned" in line)
    return line.split("not cleaned: ")[1]


def test_a_class_without_room_for_the_record_fails_and_one_without_a_page_is_left_alone(crawled):
    assert sum(item["made"] == "Textless" for item in crawled.items) == len(PAGES)
    assert "Textless has no field 'text'; NEWSCLEAN_RECORD says" in crawled.log
    assert [item for item in crawled.items if item["made"] == "Picture"] == [{"made": "Picture", "url": crawled.site}]


def test_the_stats_of_the_crawl_count_by_kind(crawled):
    failed = 4 + len(PAGES) + 1  # too long for Short, Textless, the front page
    assert (crawled.status, crawled.stats["failed"], crawled.stats["skipped"]) == (0, failed, 1)
    assert crawled.stats["records"] == 5 * len(PAGES) + 1
    pages = [library(name, crawled.site) for name in [*PAGES] * 5 + ["empty"]]
    kinds = Counter(edit["kind"] for page in pages for edit in [*page["removed"], *page["repairs"]])
    assert {kind: crawled.stats[kind] for kind in kinds} == kinds
    assert crawled.stats["injected_keyword"] == 5
    assert crawled.stats["kept"] == sum(len(page["text"]) for page in pages)


def test_settings_name_the_fields_and_say_where_the_record_goes(tmp_path):
    settings = {
        "ITEM_PIPELINES": {"newsclean.contrib.scrapy.Pipeline": 800},
        "NEWSCLEAN_FIELDS": {"raw": "raw", "id": "made"},
        "NEWSCLEAN_RECORD": "article",
        "NEWSCLEAN_SCRIPT": "traditional",
        "NEWSCLEAN_KEEP": "byline,title",
        "NEWSCLEAN_PROVENANCE": "none",
        "TWISTED_REACTOR": "twisted.internet.selectreactor.SelectReactor",
    }
    crawled = crawl(tmp_path, ["dict"], **settings)
    cleaner = newsclean.Cleaner(script="traditional", keep=["byline", "title"])
    items = {item["url"].removeprefix(crawled.site): item for item in crawled.items}
    for name, (content_type, body) in PAGES.items():
        url = crawled.site + name
        record = cleaner.clean(body, id="dict", url=url, content_type=content_type).to_dict("none")
        assert items[name] == {"made": "dict", "url": url, "content_type": content_type, "article": record}
    front = next(item for item in crawled.items if "channel" in item)
    assert front["article"]["flags"][0]["flag"] == "failed"


def test_a_wrong_setting_ends_the_crawl_before_it_begins(tmp_path):
    crawled = crawl(tmp_path, ["dict"], ADDONS=ADDONS, NEWSCLEAN_SCIRPT="traditional")
    assert (crawled.status, crawled.items) == (1, [])
    assert "no such setting 'NEWSCLEAN_SCIRPT'; did you mean 'NEWSCLEAN_SCRIPT'?" in crawled.log


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SCRIPT", "simplifed", "NEWSCLEAN_SCRIPT: .*'simplifed'; did you mean 'simplified'"),
        ("KEEP", "advertisment", "NEWSCLEAN_KEEP: .*did you mean 'advertisement'"),
        ("RULES", ["none.toml"], "NEWSCLEAN_RULES: none.toml"),
        ("OFF", "related.hedding", "NEWSCLEAN_OFF: .*'related.hedding'"),
        ("PROVENANCE", "ful", "NEWSCLEAN_PROVENANCE: .*did you mean 'full'"),
        ("FIELDS", {"txt": "body"}, "NEWSCLEAN_FIELDS: .*'txt'; did you mean 'text'"),
        ("RECORD", {"tilte": "headline"}, "NEWSCLEAN_RECORD: .*'tilte'; did you mean 'title'"),
    ],
)
def test_a_wrong_value_is_named_with_its_setting(name, value, message):
    with pytest.raises(ConfigError, match=message):
        Pipeline.from_crawler(get_crawler(settings_dict={f"NEWSCLEAN_{name}": value}))


def processed(item, **settings):
    pipeline = Pipeline.from_crawler(get_crawler(settings_dict={f"NEWSCLEAN_{k}": v for k, v in settings.items()}))
    return pipeline.process_item(item)


def test_fields_of_the_record_go_where_they_are_sent():
    record = json.dumps({"title": "headline", "text": "body", "flags": "notes"})  # as on the command line
    item = processed({"html": PAGES["utf8"][1].decode(), "n": 1}, RECORD=record, FIELDS={"html": "html"})
    assert {"n", "html", "headline", "body", "notes"} == item.keys()
    assert (item["headline"], item["body"], item["notes"]) == ("渡口夜航恢复", BODY, [])
    assert processed({"n": 1}, RECORD=record)["notes"][0]["flag"] == "failed"


def test_the_text_may_take_the_place_of_the_page():
    settings = {"FIELDS": {"raw": "body"}, "RECORD": {"text": "body", "ledger": "ledger"}, "PROVENANCE": "none"}
    assert processed({"body": PAGES["gbk"][1]}, **settings) == {"body": BODY, "ledger": None}


def test_text_of_a_field_is_cleaned_and_the_page_kept_where_that_is_wanted():
    item = processed({"content": "雨停了，路通了。\n责任编辑：林晓", "id": 7}, SCRIPT="keep")
    assert (item["id"], item["text"], item["byline"]["editors"]) == (7, "雨停了，路通了。", ["林晓"])
    assert (
        processed({"raw": b"\xd3\xea\xcd\xa3\xc1\xcb\xa1\xa3"}, KEEP_RAW="1")["raw"]
        == b"\xd3\xea\xcd\xa3\xc1\xcb\xa1\xa3"
    )


@pytest.mark.parametrize("raw", [7, [b"x"], object()])
def test_whatever_stands_in_the_field_the_item_goes_on(raw):
    item = {"raw": raw, "n": 1}
    assert processed(item) is item
    assert (item["raw"], item["n"], item["flags"][0]["flag"]) == (raw, 1, "failed")


def test_the_add_on_leaves_a_pipeline_where_the_project_has_put_it():
    settings = get_crawler(settings_dict={"ITEM_PIPELINES": {"newsclean.contrib.scrapy.Pipeline": 800}}).settings
    Addon().update_settings(settings)
    assert settings.getdict("ITEM_PIPELINES") == {"newsclean.contrib.scrapy.Pipeline": 800}
    assert read_settings(settings).raw == "raw"


def test_the_example_crawls_a_site(tmp_path):
    command = [sys.executable, "-m", "scrapy", "runspider", str(EXAMPLE), "-O", "news.jsonl", "-s", "LOG_LEVEL=WARNING"]
    with serving() as site:
        done = subprocess.run([*command, "-a", f"site={site}"], cwd=tmp_path, env=ENVIRONMENT, timeout=120)
    records = [json.loads(line) for line in (tmp_path / "news.jsonl").read_text("utf-8").splitlines()]
    assert (done.returncode, len(records)) == (0, len(PAGES))
    assert {record["channel"] for record in records} == {"社会"}
    assert sum(record["text"] == BODY for record in records) == 3
