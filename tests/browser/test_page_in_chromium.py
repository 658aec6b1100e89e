"""The audit page in Chromium: open it from disk, find, step, look, judge, undo, carry away."""

import pytest
from page import document

from newsclean.model import Flag
from newsclean.report.document import Against, Before, Change, Document, Row, RuleRow, Shown, Span, Totals

LIGHTHOUSE = """海滨新闻网 > 社会 > 正文
灯塔守了六十年
2021-03-05 08:12 来源：临海晚报
　　本报讯（记者 周远航）临海市的老灯塔昨天换上了新灯。守塔人说，旧灯亮了六十年，从来没有让一条船找不到港。
　　他把旧灯擦干净，放进了镇上的陈列室。孩子们排着队，一个一个地摸那块玻璃。
责任编辑：苏敏
免责声明：本文转载自其他媒体，并不代表本网赞同其观点。"""
TRAM = """點擊上方藍字關注我們
港島電車添新站
【城島報專訊】電車公司昨日宣布，九月起在舊街市旁增設一站，方便買菜的長者。公司說，新站會設座椅和飲水機。
延伸閱讀：電車一百年"""
FIRE = "山火已被扑灭。现场无人员伤亡，起火原因正在调查。\n欢迎关注本台微信公众号"
WIDE = "𠮷田先生在𨋢口等了二十分钟，电梯修好了。他说，修电梯的师傅来得很快。\n责任编辑：𠮷林\n上一篇：桥通了"
CORPUS = (LIGHTHOUSE, TRAM, FIRE, WIDE)
EDITOR = '.source > .span[data-label="Byline"]'


@pytest.fixture(scope="module")
def corpus():
    what = {"navigation.breadcrumb": {"en": "The way to a page from the home page", "zh": "从首页到本页的路径"}}
    return document(*CORPUS, what=what)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def counted(page):
    return int(page.find(".count-line").text.split()[0])


def current(page):
    return page.find(".rows a[aria-current] .row-title").text


def focused(page):
    return page.js("return document.activeElement.dataset.place ?? null")


def test_it_opens_from_disk_with_its_overview(show, corpus):
    page = show(corpus)
    assert page.driver.title == "城南报"
    assert page.find(".tile dd").text == "4"
    assert len(page.all(".plot svg")) >= 6
    assert page.requests() == []


def test_a_bar_leads_to_its_records(show, corpus):
    page = show(corpus)
    rows = {row.key: row.records for row in corpus.by["kind"]}
    page.js("document.querySelectorAll('.card .plot')[1].scrollIntoView({block: 'center'})")
    spot = page.js("""const box = [...document.querySelectorAll('.card')].find((card) => card.querySelector('h2')
        .textContent.includes('by kind')).querySelector('.plot').getBoundingClientRect();
        return [box.left + 150, box.top + 20]""")
    for act in ("mousePressed", "mouseReleased"):
        page.cdp("Input.dispatchMouseEvent", type=act, x=spot[0], y=spot[1], button="left", clickCount=1)
    page.until("return location.hash.startsWith('#/records?kind=')")
    page.frame()
    kind = page.js("return location.hash").split("=")[1]
    assert counted(page) == rows[kind]


def test_every_row_of_a_table_leads_where_its_bar_leads(show, corpus):
    page = show(corpus)
    links = page.js("return [...document.querySelectorAll('.card tbody a')].map((a) => a.getAttribute('href'))")
    expected = {f"#/records?kind={row.key}": row.records for family in ("kind", "repair") for row in corpus.by[family]}
    assert expected.keys() <= set(links)
    for href, records in expected.items():
        page.go(href[2:])
        assert counted(page) == records


def wanted(kind=None, rule=None, host=None, flag=None, low=0, high=101, text=""):
    def fits(record):
        spans = [s for s in record.spans if (not kind or s.kind == kind) and (not rule or s.rule == rule)]
        return (
            (bool(spans) or not (kind or rule))
            and (not host or record.host == host)
            and (not flag or any(f.flag == flag for f in record.flags))
            and low <= record.kept * 100 < high
            and text.lower() in record.source.lower()
        )

    return fits


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("kind=byline", wanted(kind="byline")),
        ("kind=engagement&host=c.example.com", wanted(kind="engagement", host="c.example.com")),
        ("rule=navigation.breadcrumb", wanted(rule="navigation.breadcrumb")),
        ("host=a.example.com", wanted(host="a.example.com")),
        ("min=50", wanted(low=50)),
        ("max=50", wanted(high=50)),
        ("q=电梯", wanted(text="电梯")),
        ("q=(none*", wanted(text="(none*")),
    ],
)
def test_filters_leave_the_records_that_fit(show, corpus, address, fits):
    assert counted(show(corpus, f"records?{address}")) == sum(map(fits, corpus.records))


def test_filters_are_fields_that_narrow_while_they_are_written(show, corpus):
    page = show(corpus, "records")
    page.find("#q").send_keys("灯塔")
    page.frame()
    assert counted(page) == 1
    assert page.js("return document.activeElement.id") == "q"
    page.find('select[name="kind"]').send_keys("Engagement")
    page.frame()
    assert counted(page) == 0
    page.click(".clear")
    assert counted(page) == 4


def test_j_and_k_step_through_the_records(show, corpus):
    page = show(corpus, "records")
    first = current(page)
    page.press("j")
    second = current(page)
    page.press("j", "k", "k")
    assert second != first == current(page)
    page.press("k")
    assert current(page) == first


def test_n_and_p_step_through_the_changes_and_on_to_the_next_record(show, corpus):
    page = show(corpus, "records")
    record = corpus.records[0]
    stops = [str(i) for i, span in enumerate(record.spans) if span.kind != "spacing"]
    page.press("n")
    assert focused(page) == stops[0]
    page.press("n", "n", "p")
    assert focused(page) == stops[1]
    first = current(page)
    page.press(*"n" * (len(stops) - 1))
    assert current(page) != first


def test_the_keys_are_told(show, corpus):
    page = show(corpus, "records")
    page.press("?")
    assert page.find("#keys").is_displayed()
    assert "next change" in page.find("#keys").text
    page.click("#keys button")
    assert not page.find("#keys").is_displayed()


def test_keys_written_in_a_field_are_text(show, corpus):
    page = show(corpus, "records")
    page.find("#q").send_keys("jn?")
    page.frame()
    assert page.find("#q").get_property("value") == "jn?"
    assert not page.find("#keys").is_displayed()


def test_hover_tells_rule_sentence_and_place_and_stays_while_it_is_pointed_at(show, corpus):
    page = show(corpus, "records")
    page.hover('.source > .span[data-label="Navigation"]')
    told = page.find("#tip").text
    assert "navigation.breadcrumb" in told
    assert "The way to a page from the home page" in told
    assert "0–15" in told
    page.hover("#tip")
    assert page.find("#tip").is_displayed()
    page.press("\ue00c")
    assert not page.find("#tip").is_displayed()


def test_focus_tells_the_same_and_the_confidence_where_there_is_one(show):
    record = Shown(0, "上一篇：桥。雨停了。", "雨停了。", 0.4, (Span(0, 6, "removed", "navigation", "nav", "", 0.83),))
    page = show(Document("甲", "newsclean", Totals(records=2, sampled=1), records=(record,)), "records")
    page.press("n")
    assert "83%" in page.find("#tip").text


def test_every_span_stands_in_the_text_of_its_source(show, corpus):
    page = show(corpus, "records")
    for place, record in enumerate(corpus.records):
        page.go(f"records?r={place}")
        assert page.texts(".source") == [record.source]
        assert page.texts(".source > .span") == [record.source[s.start : s.end] for s in record.spans]
        assert "\n".join(page.texts(".article > p")) == record.text


def test_a_wrong_removal_is_marked_undone_and_exported(show, corpus, tmp_path):
    page = show(corpus, "records")
    page.hover(EDITOR)
    page.click("#tip .judge")
    assert page.all(f"{EDITOR}.kept")
    page.press("u")
    assert not page.all(f"{EDITOR}.kept")
    page.press("n", "w")
    record = corpus.records[0]
    (verdict,) = page.export(tmp_path)
    span = next(span for span in record.spans if span.start == verdict["start"])
    assert verdict == {
        "verdict": "keep", "index": 0, "id": "p0", "url": "https://a.example.com/0.html",
        "rule": span.rule, "kind": span.kind,
        "start": 0, "end": span.end, "text": record.source[: span.end], "before": "",
        "after": record.source[span.end : span.end + 40], "line": record.source.split("\n")[0], "note": "",
        "source": record.source,
    }  # fmt: skip


def test_places_are_characters_and_not_halves_of_them(show, corpus, tmp_path):
    page = show(corpus, "records?r=3")
    record = corpus.records[3]
    page.press("n", "w")
    clean = "\n".join(page.texts(".article > p"))
    at = clean.index("修电梯的师傅")
    page.select(".article", units(clean[:at]), units(clean[:at]) + 6)
    page.press("m")
    keep, noise = page.export(tmp_path)
    assert keep["text"] == record.source[keep["start"] : keep["end"]]
    assert noise["text"] == "修电梯的师傅" == record.source[noise["start"] : noise["end"]]
    assert noise["before"] == record.source[max(0, noise["start"] - 40) : noise["start"]]
    assert noise["line"] == record.source.split("\n")[0]
    assert page.texts(".source .noise") == ["修电梯的师傅"]


def test_noise_is_marked_by_keys_alone(show, corpus, tmp_path):
    page = show(corpus, "records")
    page.js("document.querySelector('.article > p').focus()")
    page.press("\ue015", "m")
    (noise,) = page.export(tmp_path)
    assert noise["text"] == corpus.records[0].text.split("\n")[1]
    assert (noise["verdict"], noise["rule"], noise["kind"]) == ("noise", None, None)


def test_the_bar_does_what_the_keys_do(show, corpus, tmp_path):
    page = show(corpus, "records")
    bar = {button.get_attribute("aria-keyshortcuts"): button for button in page.all(".record-bar button")}
    bar["n"].click()
    page.frame()
    bar["n"].click()
    page.frame()
    bar["w"].click()
    page.frame()
    page.select(".article", 0, 5)
    bar["m"].click()
    page.frame()
    keep, noise = page.export(tmp_path)
    stops = [span for span in corpus.records[0].spans if span.kind != "spacing"]
    assert keep["start"] == stops[1].start
    assert noise["text"] == corpus.records[0].text[:5]
    bar["j"].click()
    page.frame()
    assert page.texts(".source") == [corpus.records[1].source]


def test_verdicts_are_listed_annotated_taken_back_and_still_there_after_a_reload(show, corpus, tmp_path):
    page = show(corpus, "records")
    page.press("n", "w", "n", "w")
    page.go("review")
    page.find(".verdicts input").send_keys("e")
    page.driver.refresh()
    page.until("return 'ready' in document.documentElement.dataset")
    assert len(page.all(".verdicts > li")) == 2
    page.click(".verdicts > li:last-child button")
    page.js("document.activeElement.blur()")
    (verdict,) = page.export(tmp_path)
    assert verdict["note"] == "e"


def test_a_review_is_gone_on_with_from_its_file(show, corpus, tmp_path):
    page = show(corpus, "records")
    page.press("n", "w")
    page.export(tmp_path)
    page.press("u")
    page.go("review")
    page.find('input[type="file"]').send_keys(str(tmp_path / "review.jsonl"))
    page.frame()
    assert len(page.all(".verdicts > li")) == 1


def test_nothing_fails_where_storage_is_denied(show, corpus):
    deny = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    page = show(corpus, "records", before=deny)
    page.press("n", "w")
    page.go("review")
    assert len(page.all(".verdicts > li")) == 1
    assert "export before you close" in page.find("main").text
    page.press("u")


def test_rules_come_in_their_order_and_their_examples_lead_to_the_span(show, corpus):
    page = show(corpus, "rules")
    assert page.texts(".rules th[scope=row] code") == [rule.id for rule in corpus.rules]
    rule = next(rule for rule in corpus.rules if rule.id == "navigation.breadcrumb")
    page.click(f'.examples[data-rule="{rule.id}"] a')
    page.frame()
    assert focused(page) == str(rule.examples[0].span)


def test_a_gap_moves_no_place(show, tmp_path):
    lines = [f"第{i}段写{i * i}个人和{i * 7919 % 10007}座桥，𠮷桥通了。" for i in range(200)]
    whole = document("\n".join([*lines, "责任编辑：林晓"]), "雨停了。")
    page = show(whole, "records", limit=585_000)
    record = whole.records[0]
    assert page.all(".source .gap")
    span = next(i for i, s in enumerate(record.spans) if s.kind == "byline")
    page.press("n", "w")
    tail = page.js("return document.querySelector('.source').textContent.indexOf(arguments[0])", lines[-1])
    page.select(".source", tail, tail + units(lines[-1]))
    page.press("m")
    keep, noise = page.export(tmp_path)
    assert (keep["start"], keep["end"]) == (record.spans[span].start, record.spans[span].end)
    assert (noise["start"], noise["text"]) == (record.source.index(lines[-1]), lines[-1])


def test_two_runs_are_compared(show):
    before = Before("雨停了。\n上一篇：桥", ())
    changed = Shown(
        0, "雨停了。\n上一篇：桥", "雨停了。\n", 0.5, (Span(5, 10, "removed", "navigation", "nav"),), against=before
    )
    same = Shown(1, "桥通了。", "桥通了。", 1.0)
    against = Against(
        "旧.jsonl",
        Totals(records=2, kept=14),
        {"changed": 1, "added": 0, "gone": 0},
        (Change("navigation", 0, 1),),
        (Change("nav", 0, 1),),
    )
    totals = Totals(records=2, sampled=2, characters=14, kept=9, removed=5, spans=1)
    page = show(Document("甲", "newsclean", totals, records=(changed, same), against=against), "compare")
    assert "旧.jsonl" in page.find("main").text
    page.go("records?changed=1")
    assert counted(page) == 1
    assert page.texts(".lines .gone") == ["−上一篇：桥"]
    assert page.texts(".span-changes .come code") == ["nav"]


@pytest.mark.parametrize("view", ["overview", "records", "rules", "review"])
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["en-GB", "zh-CN"])
def test_both_looks_and_both_languages_can_be_read(show, corpus, view, look, language):
    page = show(corpus, view, media={"prefers-color-scheme": look}, language=language)
    assert page.js("return document.documentElement.lang") == {"en-GB": "en", "zh-CN": "zh-Hans"}[language]
    assert page.find("#nav a").text == {"en-GB": "Overview", "zh-CN": "总览"}[language]
    if view == "records":
        page.press("n")
    assert page.js(CONTRASTS) == []
    untold = page.js(r"return document.body.innerText.match(/\b(nav|kind|flag|plot|column|filter|record)\.[a-z]+\b/g)")
    assert untold is None or set(untold) <= {rule.id.rsplit("-")[0] for rule in corpus.rules}


# Texts in sight whose contrast with the ground behind them is under 4.5 (WCAG 2 AA).
CONTRASTS = r"""
const rgb = (colour) => {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const linear = (v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
const ground = (node) => {
  for (; node; node = node.parentElement) {
    const colour = rgb(getComputedStyle(node).backgroundColor);
    if (colour[3] > 200) return colour;
  }
  return [255, 255, 255];
};
const hasText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
const faint = [];
for (const node of document.querySelectorAll('body *')) {
  if (node.closest('svg, script, [hidden]') || !hasText(node) || !node.getClientRects().length) continue;
  const [a, b] = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) faint.push(`${node.className || node.tagName} ${node.textContent.slice(0, 20)} ${ratio}`);
}
return faint;
"""


def test_the_look_and_the_language_are_chosen_and_remembered(show, corpus):
    page = show(corpus)
    ground = "return getComputedStyle(document.documentElement).backgroundColor"
    light = page.js(ground)
    page.click("#look")
    page.click("#look")
    page.click("#lang")
    page.driver.refresh()
    page.until("return 'ready' in document.documentElement.dataset")
    assert page.js(ground) != light
    assert page.find("#nav a").text == "总览"


@pytest.mark.parametrize("view", ["overview", "records", "records?r=0", "rules", "review"])
def test_a_telephone_shows_all_without_scrolling_sideways(show, corpus, view):
    page = show(corpus, view, width=390, height=844)
    assert page.js("return document.documentElement.scrollWidth") <= 390
    if view == "records?r=0":
        assert page.find(".source").is_displayed()
        page.click(".back")
        assert not page.find(".source").is_displayed()


def test_print_shows_the_record_with_its_changes_named(show, corpus):
    page = show(corpus, "records?r=0")
    page.cdp("Emulation.setEmulatedMedia", media="print")
    assert not page.find("#nav").is_displayed()
    assert not page.find(".list").is_displayed()
    label = "return getComputedStyle(document.querySelector(arguments[0]), '::before').content"
    assert page.js(label, EDITOR) == '"Byline"'
    assert page.js("return getComputedStyle(document.documentElement).printColorAdjust") == "exact"
    assert len(page.cdp("Page.printToPDF")["data"]) > 10_000


def test_kinds_of_a_text_differ_without_colour(show, corpus):
    page = show(corpus, "records?r=0")
    looks = page.js(HUELESS)
    assert len({label for label, *_ in looks}) == len({tuple(look) for look in looks}) > 2


HUELESS = """return [...document.querySelectorAll('.source > .removed')].map((node) => {
  const style = getComputedStyle(node);
  const pattern = style.backgroundImage.replace(/(rgba?|hsla?|color)\\([^)]*\\)/g, '');
  return [node.dataset.label, pattern + style.boxShadow.includes('0px 0px 0px 1px')];
})"""


HOSTILE = (
    "\"></script><script>window.hacked=1;fetch('https://evil.example/')</script>"
    "<img src=https://evil.example/x onerror=hacked=2>javascript:hacked=3"
)


def test_hostile_text_in_every_field_runs_nothing_and_requests_nothing(show):
    source = f"{HOSTILE}\n雨停了。{HOSTILE}"
    size = len(HOSTILE)
    spans = (
        Span(0, size, "removed", HOSTILE, HOSTILE),
        Span(size, size + 1, "repaired", HOSTILE, HOSTILE, HOSTILE),
    )
    record = Shown(
        index=0, source=source, text=source[size:], kept=0.5, spans=spans, flags=(Flag(HOSTILE, 0, 3, HOSTILE),),
        id=HOSTILE, url=f"javascript:window.hacked=4//{HOSTILE}", host=HOSTILE, title=HOSTILE,
        byline={"source": HOSTILE, "authors": [HOSTILE]}, published=HOSTILE, dateline={"place": HOSTILE},
        script={"detected": HOSTILE, "output": HOSTILE}, encoding={"name": HOSTILE, "how": HOSTILE, "replaced": 1},
        against=Before(HOSTILE, (Span(0, 2, "removed", HOSTILE, HOSTILE),)),
    )  # fmt: skip
    families = ("kind", "repair", "host", "encoding", "script", "flag")
    rows = {family: (Row(HOSTILE, 1, 1, 9, 1, 1),) for family in families}
    rule = RuleRow(HOSTILE, HOSTILE, {"en": HOSTILE, "zh": HOSTILE}, 1, 1, 1, 1, 1.0, 1.0, ())
    totals = Totals(records=2, sampled=1, characters=900, kept=400, removed=500)
    against = Against(HOSTILE, totals, {"changed": 1}, (Change(HOSTILE, 1, 2),), (Change(HOSTILE, 1, 2),))
    page = show(Document(HOSTILE, HOSTILE, totals, rows, rules=(rule,), records=(record,), against=against))
    for view in ("overview", "records", "rules", "compare", "review"):
        page.go(view)
        if view == "records":
            page.press("n", "w", "?")
            page.click("#keys button")
    assert page.js("return window.hacked ?? null") is None
    assert page.all("img, iframe, object, embed, form[action]") == []
    assert [
        a
        for a in page.js("return [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))")
        if not a.startswith("#/") and a != "#view"
    ] == []
    assert page.requests() == []
    page.press("u")


def test_the_policy_stops_a_script_that_gets_in(show, corpus):
    page = show(corpus)
    page.js(INTRUDER)
    page.frame()
    assert page.js("return window.hacked ?? null") is None
    assert page.all("body > b") == []
    assert page.requests(blocked=True) == ["https://evil.example/x"]
    assert page.requests() == []
    assert len(page.complaints()) >= 2


INTRUDER = """
const script = document.createElement('script');
try { script.textContent = 'window.hacked = 1' } catch {}
const image = new Image();
image.src = 'https://evil.example/x';
document.body.append(script, image);
try { document.body.insertAdjacentHTML('beforeend', '<b>x</b>') } catch {}
"""
