"""The byline of a whole page: zones, rank of sources and dates, lines that belong together."""

from __future__ import annotations

from newsclean.byline import Bylines, find_bylines
from newsclean.matching import Page, read_page
from newsclean.model import Byline, Dateline

BODY = "渔船昨天傍晚陆续回到老码头，岸上的人等了整整一个下午。"


def zoned(text: str) -> tuple[Page, list[str | None]]:
    """Read lines that begin with their zone: h, b, t or - and a space."""
    zones: dict[str, str | None] = {"h": "head", "b": "body", "t": "tail", "-": None}
    rows = [line.split(" ", 1) for line in text.strip().split("\n")]
    return read_page("\n".join(row[1] for row in rows)), [zones[row[0]] for row in rows]


def find(text: str) -> Bylines:
    return find_bylines(*zoned(text))


def taken(text: str) -> list[str]:
    page, zones = zoned(text)
    return [page.text[mark.start : mark.end] for mark in find_bylines(page, zones).marks]


def test_a_header_gives_source_date_and_author() -> None:
    found = find(f"h 老码头重新开放\nh 2021-03-05 08:12  来源：海滨晚报  作者：周远航\nb {BODY}")
    assert found.byline == Byline(source="海滨晚报", authors=("周远航",))
    assert found.published == "2021-03-05T08:12"


def test_the_source_named_beats_the_header_the_reporter_and_the_dateline() -> None:
    wire = f"b 新华社临海8月1日电 {BODY}"
    reporter = "t 海滨日报记者 周远航"
    header = "h 海滨网 2021-08-01 10:00"
    source = "h 来源：海滨客户端"
    ranked = [(wire, "新华社"), (f"{wire}\n{reporter}", "海滨日报"), (f"{header}\n{wire}\n{reporter}", "海滨网")]
    for text, name in [*ranked, (f"{header}\n{source}\n{wire}\n{reporter}", "海滨客户端")]:
        assert find(text).byline.source == name


def test_the_publishing_time_beats_the_update() -> None:
    text = f"h 老码头重新开放\nh 更新时间：2021-03-06 09:00\nh 发布时间：2021-03-05 08:12\nb {BODY}"
    assert find(text).published == "2021-03-05T08:12"


def test_an_update_is_better_than_nothing() -> None:
    assert find(f"h 老码头重新开放\nh 更新时间：2021-03-06 09:00\nb {BODY}").published == "2021-03-06T09:00"


def test_a_date_of_the_body_or_of_a_list_is_not_the_publishing_time() -> None:
    text = f"h 老码头重新开放\nb {BODY}\nb 2021年3月5日\nt 老码头菜场完成改造 2021-03-01\nt 2020-01-01"
    found = find(text)
    assert found.published is None
    assert found.marks == ()


def test_the_print_run_is_no_publishing_time() -> None:
    text = f"h 老码头重新开放\nh 2021-03-06 09:00\nb {BODY}\nt 《海滨日报》（2021年03月05日 09版）"
    found = find(text)
    assert found.published == "2021-03-06T09:00"
    assert found.byline.source == "海滨日报"


def test_the_print_run_above_the_text_dates_it() -> None:
    found = find(f"h 老码头重新开放\nh 《 海滨日报 》( 2021年03月05日 第 09 版 )\nb {BODY}")
    assert (found.published, found.byline.source) == ("2021-03-05", "海滨日报")


def test_a_role_and_the_name_on_the_next_line_belong_together() -> None:
    text = f"b {BODY}\nt 责任编辑:\nt 林晓\nt 返回首页"
    assert find(text).byline.editors == ("林晓",)
    assert taken(text) == ["责任编辑:", "林晓"]


def test_a_role_left_open_takes_no_sentence_and_no_button() -> None:
    for below in (f"t {BODY}", "t 关闭", "t 责任编辑：林晓"):
        assert "关闭" not in find(f"b {BODY}\nt 初审编辑：\n{below}").byline.editors
    assert find(f"b {BODY}\nt 初审编辑：\nt 责任编辑：林晓").byline.editors == ("林晓",)


def test_the_account_above_the_date_is_the_author_where_a_source_is_named() -> None:
    text = f"h 老码头重新开放，渔船回港了\nh 海滨先锋\nh 2020-10-15 17:40\nh 来源：潮汐新闻·政务\nb {BODY}"
    assert find(text).byline == Byline(source="潮汐新闻·政务", authors=("海滨先锋",))
    assert taken(text) == ["海滨先锋", "2020-10-15 17:40", "来源：潮汐新闻·政务"]


def test_the_account_above_the_date_is_the_source_where_none_is_named() -> None:
    text = f"h 老码头重新开放，渔船回港了\nh 阿远讲手艺\nh 2020-10-15 17:40\nb {BODY}"
    assert find(text).byline.source == "阿远讲手艺"


def test_an_outlet_alone_below_the_date_is_the_source() -> None:
    for zone in "hb":
        text = f"h 老码头重新开放，渔船回港了\nh 2020-10-15 17:40\n{zone} 海滨网\nb {BODY}"
        assert find(text).byline.source == "海滨网"
        assert taken(text) == ["2020-10-15 17:40", "海滨网"]


def test_the_title_above_the_date_is_no_account() -> None:
    for title in ("老码头重新开放", "渔船回港", "码头上的一天和一夜"):
        text = f"h 首页 > 新闻 > 正文\nh {title}\nh 2020-10-15 17:40\nb {BODY}"
        assert title not in taken(text)


def test_a_credit_in_the_midst_of_a_body_leaves_only_if_it_can_be_nothing_else() -> None:
    middle = "\n".join([f"b {BODY}"] * 4)
    assert taken(f"{middle}\nb □本报记者 周远航 林晓\n{middle}") == ["□本报记者 周远航 林晓"]
    for line in ("作者：周远航", "摄影：林晓", "2021年3月5日", "周远航 摄", "记者：您怎么看", "编辑的一天"):
        assert taken(f"{middle}\nb {line}\n{middle}") == []


def test_the_photographer_of_a_caption_is_kept_in_the_text_and_noted() -> None:
    text = f"b {BODY}\nb 图为老码头。（海滨网 周远航 摄）\nb {BODY}"
    found = find(text)
    assert found.byline.photographers == ("周远航",)
    assert found.byline.source is None
    assert found.marks == ()


def test_a_dateline_leaves_the_body_and_is_stated() -> None:
    text = f"b 新华社临海8月1日电(记者 周远航) {BODY}"
    found = find(text)
    assert found.dateline == Dateline("新华社", "临海", "8月1日")
    assert [mark.kind for mark in found.marks] == ["dateline"]
    assert taken(text) == ["新华社临海8月1日电(记者 周远航) "]


def test_a_placeholder_is_kept_as_given_and_flagged() -> None:
    found = find(f"h 老码头重新开放\nh 来源：网络 作者：佚名 责任编辑：admin\nb {BODY}")
    assert found.byline == Byline(source="网络", authors=("佚名",), editors=("admin",))
    assert [flag.detail for flag in found.flags] == ["网络", "佚名", "admin"]


def test_a_site_is_never_a_person() -> None:
    found = find(f"h 老码头重新开放\nh 作者：海滨网\nb {BODY}")
    assert found.byline == Byline(source="海滨网")


def test_each_person_is_named_once_in_each_role() -> None:
    text = f"b 本报讯（记者 周远航）{BODY}\nb {BODY}(记者 周远航)\nt 责任编辑：林晓\nt 编辑：林晓"
    found = find(text)
    assert found.byline.reporters == ("周远航",)
    assert found.byline.editors == ("林晓",)


def test_unknown_zones_are_treated_as_body() -> None:
    assert taken(f"- 2021-03-05 08:12\n- {BODY}\n- 责任编辑：林晓") == ["责任编辑：林晓"]


def test_a_name_in_brackets_behind_the_last_sentence_is_the_author() -> None:
    text = f"b {BODY}(林晓)\nb {BODY}（周远航）\nt 责任编辑：陈默"
    assert find(text).byline.authors == ("周远航",)
    assert taken(text) == ["（周远航）", "责任编辑：陈默"]


def test_brackets_behind_the_last_sentence_need_not_hold_a_name() -> None:
    for held in ("（完全版）", "（化名）", "（市气象台）", "（下）", "（据海滨网）"):
        assert taken(f"b {BODY}{held}") == []
    assert taken("b “渔船总会回来。”（周远航）") == []


def test_credits_in_a_row_at_the_end_of_a_body_leave_together() -> None:
    rows = "\n".join(f"b 作者：{name}" for name in ("周远航", "林晓", "陈默", "欧阳澜", "马小军"))
    assert len(taken(f"b {BODY}\nb {BODY}\n{rows}")) == 5


def test_an_empty_page_says_nothing() -> None:
    assert find_bylines(read_page(""), []) == Bylines()


def test_an_outlet_and_a_clock_below_the_body_come_from_a_list_of_links() -> None:
    page, zones = zoned(f"h 老码头重新开放\nb {BODY}\nt 潮声晚报 2小时前 45评论\nt 潮声晚报 2021-03-01 08:00")
    found = find_bylines(page, zones)
    assert [mark.kind for mark in found.marks] == ["related", "related"]
    assert (found.byline.source, found.published) == (None, None)


def test_an_outlet_and_a_day_below_the_body_sign_it() -> None:
    assert taken(f"h 老码头重新开放\nb {BODY}\nt 潮声晚报 2021年3月1日") == []


def test_the_masthead_of_a_paper_is_chrome_and_dates_the_page() -> None:
    page, zones = zoned(f"h A12 城事 2018.09.14 星期五\nh 老码头重新开放\nb {BODY}")
    found = find_bylines(page, zones)
    assert [mark.kind for mark in found.marks] == ["navigation"]
    assert found.published == "2018-09-14"


def test_the_masthead_names_the_source_where_nothing_else_does() -> None:
    masthead = f"h 潮声周刊 首页 封面 人物\nh 老码头重新开放\nh 2021-03-05\nb {BODY}"
    other = masthead.replace("潮声周刊", "海边老城")
    ranked = [(masthead, "潮声周刊"), (f"{masthead}\nt 海滨日报记者 周远航", "海滨日报"), (other, None)]
    for text, name in ranked:
        assert find_bylines(*zoned(text), 1).byline.source == name


def test_the_headline_is_no_account_even_above_the_date() -> None:
    page, zones = zoned(f"h 热门搜索：码头 渔船 公交\nh 渔船昨晚回港\nh 2021-03-05 08:12\nb {BODY}")
    assert find_bylines(page, zones, 1).byline == Byline()


def test_an_empty_label_of_a_table_labels_the_date_below_it() -> None:
    rows = "h • 发文日期:\nh 2021年03月06日 16:40\nh • 发布日期:\nh 2021年03月05日 16:34"
    assert find(f"h 老码头重新开放\n{rows}\nb {BODY}").published == "2021-03-05T16:34"


def test_the_next_label_of_a_table_is_no_source() -> None:
    assert find(f"h 老码头重新开放\nh • 来源:\nh • 发文机构:\nh 2021-03-05\nb {BODY}").byline.source is None


def test_whoever_sent_a_picture_or_where_it_was_found_is_nobody() -> None:
    for credit in ("图／民众提供", "图／翻摄画面", "图／翻摄自网易新闻", "图／中央气象署", "图：Facebook/Haibin Daily"):
        assert find(f"h 老码头重新开放\nh 2021-03-05\nb {BODY}\nt {credit}").byline == Byline()


def test_an_office_that_puts_a_page_up_is_no_editor() -> None:
    assert find(f"h 老码头重新开放\nh 发布人：宣传科 发布时间：2021-03-05\nb {BODY}").byline.editors == ()


def test_the_label_of_a_name_is_no_account() -> None:
    page, zones = zoned(f"h 老码头重新开放\nh 作者\nh 2021-03-05 08:12\nb {BODY}")
    assert find_bylines(page, zones, 0).byline == Byline()


def test_a_day_and_a_time_between_the_captions_and_the_text_date_the_page() -> None:
    captions = "b 渔船昨晚回港。（周远航摄）\nb 码头上的灯"
    found = find(f"{captions}\nb 2021/03/05 08:12\nb {BODY}")
    assert [mark.kind for mark in found.marks] == ["byline"]
    assert found.published == "2021-03-05T08:12"


def test_the_clock_of_a_live_report_stays() -> None:
    assert taken(f"b {BODY}\nb 2021/03/05 08:12\nb {BODY}") == []
    assert taken(f"b 2021/03/05 08:12\nb {BODY}\nb 2021/03/05 09:30\nb {BODY}") == []
