"""The article of a page comes out whole, whatever the layout, and the page around it stays out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import BODY, COMMENTS, CREDIT, EDITOR, LAYOUTS, LEAD, LINKS, TITLE, listed, page, paragraphs

from newsclean.extract import Extracted, extract


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_paragraph_is_a_line(layout):
    lines = extract(LAYOUTS[layout]).text.split("\n")
    assert [line for line in lines if line in BODY] == BODY


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headline_and_credit_stand_above_the_body(layout):
    lines = extract(LAYOUTS[layout]).text.split("\n")
    assert lines[: lines.index(LEAD)] == [TITLE, CREDIT]


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"one_cell", "upper_case"}))
def test_the_editors_line_stands_below_the_body(layout):
    lines = extract(LAYOUTS[layout]).text.split("\n")
    assert lines[-1].strip("（）") == EDITOR


@pytest.mark.parametrize("layout", LAYOUTS)
def test_menus_lists_comments_and_footers_stay_out(layout):
    text = extract(LAYOUTS[layout]).text
    for word in (*LINKS, "首页", "关于我们", "版权所有", "点赞", "热门排行"):
        assert word not in text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_line_has_a_hint(layout):
    extracted = extract(LAYOUTS[layout])
    assert len(extracted.lines) == len(extracted.text.split("\n"))
    assert all(0 <= hint.links <= 1 for hint in extracted.lines)


def test_a_line_that_is_a_link_says_so():
    linked = '<p>图集见<a href="#">大桥合龙的二十个瞬间</a></p>'
    extracted = extract(page(f"<h1>{TITLE}</h1>{paragraphs(BODY[:2])}{linked}{paragraphs(BODY[2:])}"))
    at = extracted.text.split("\n").index("图集见大桥合龙的二十个瞬间")
    assert extracted.lines[at].links == pytest.approx(10 / 13)
    assert extracted.lines[at].tag == "p"


def test_a_short_article_is_found_among_many_links():
    main = f"<h1>{TITLE}</h1><div>{CREDIT}</div><div><p>{LEAD}</p></div>"
    assert extract(page(main + listed(LINKS * 8))).text.split("\n") == [TITLE, CREDIT, LEAD]


def test_a_list_in_the_article_stays():
    prices = ["成人票四十元", "学生票二十元", "老人免票", "咨询电话00000000"]
    main = f"<h1>{TITLE}</h1><div>{paragraphs(BODY[:4])}{paragraphs(prices)}{paragraphs(BODY[4:])}</div>"
    assert set(prices) < set(extract(page(main)).text.split("\n"))


def test_a_longer_comment_thread_does_not_win():
    thread = COMMENTS * 6
    assert "点赞" not in extract(page(f"<h1>{TITLE}</h1><div>{paragraphs()}</div>{thread}")).text


def test_a_line_break_in_the_source_is_no_space_between_hanzi():
    assert (
        "江城跨河大桥"
        in extract(page(f"<h1>{TITLE}</h1><div>{paragraphs()}<p>江城\n   跨河大桥通车在即，请绕行。</p></div>")).text
    )


def test_scripts_styles_and_controls_are_no_text():
    noise = "<script>var 甲='乙';</script><style>p{color:red}</style><select><option>选择</option></select>"
    text = extract(page(f"<h1>{TITLE}</h1><div>{paragraphs(BODY[:3])}{noise}{paragraphs(BODY[3:])}</div>")).text
    assert not any(word in text for word in ("乙", "color", "选择"))


def test_a_page_without_text_is_flagged():
    assert [flag.flag for flag in extract("<html><body><img src=a.png></body></html>").flags] == ["no_body"]
    assert extract("").text == ""


def test_an_article_does_not_depend_on_what_was_extracted_before():
    alone = extract(LAYOUTS["modern"])
    for html in LAYOUTS.values():
        extract(html)
    assert extract(LAYOUTS["modern"]) == alone


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class=ad>",
                "</div>",
                "<a>",
                "<br>",
                "<td>",
                "甲，乙。",
                "\0",
                "\ud800",
                "&#0;",
                "<style>.a{display:none}</style>",
                "<b style=font-size:0>",
                "<title>",
                "<!--",
                "]]>",
                "\N{IDEOGRAPHIC SPACE}",
                "<pre>",
                "\n",
            ]
        )
    ).map("".join)
)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_lines_hints_and_marks_that_agree(html):
    extracted = extract(html)
    assert isinstance(extracted, Extracted)
    lines = extracted.text.split("\n") if extracted.text else []
    assert len(lines) == len(extracted.lines)
    assert all(line and line == line.strip() for line in lines)
    for mark in extracted.marks:
        assert 0 <= mark.start < mark.end <= len(extracted.text)
        assert "\n" not in extracted.text[mark.start : mark.end]


def test_a_row_of_figures_is_one_line():
    rows = "<tr><th>航段</th><th>票价</th></tr><tr><td><p>北岸—南岸</p></td><td><b>2</b>元</td></tr>"
    main = f"<h1>{TITLE}</h1><div>{paragraphs(BODY[:4])}<table>{rows}</table>{paragraphs(BODY[4:])}</div>"
    lines = extract(page(main)).text.split("\n")
    assert lines[lines.index(BODY[3]) + 1 : lines.index(BODY[4])] == ["航段 票价", "北岸—南岸 2元"]


def test_paragraphs_wrapped_in_boxes_of_their_own_are_all_found():
    text = "".join(f"<section><section><span>{line}</span></section></section>" for line in BODY)
    html = page(f'<h1>{TITLE}</h1><div id="js_content" style="visibility: hidden;">{text}</div>', before="", after="")
    assert extract(html).text.split("\n") == [TITLE, *BODY]


def test_one_short_sentence_is_found_among_lists():
    main = f"<h1>{TITLE}</h1><div>{CREDIT}</div><div><p>江城跨河大桥今早合龙。</p></div>{listed(LINKS * 6)}"
    assert extract(page(main)).text.split("\n") == [TITLE, CREDIT, "江城跨河大桥今早合龙。"]


def test_captions_between_paragraphs_stay():
    captions = [f"图为第{i}处施工现场。" for i in range(6)]
    text = "".join(f"<p align=center>{one}</p><p>{two}</p>" for one, two in zip(captions, BODY, strict=True))
    assert set(captions) < set(extract(page(f"<h1>{TITLE}</h1><div>{text}</div>{listed()}")).text.split("\n"))


def test_verse_is_found_without_a_sentence():
    verse = ["潮水退去的夜里", "灯一盏一盏亮起来", "有人在堤上走", "有人在船上等"]
    html = page(f"<h1>江边</h1><div>{'<br>'.join(verse)}</div>{listed()}", title="江边_江城文艺")
    assert extract(html).text.split("\n") == ["江边", *verse]


def test_credits_that_only_margins_part_are_parted():
    credit = '<p><span class="source">江城日报</span><span class="time">2021-09-12 08:30</span></p>'
    assert "江城日报 2021-09-12 08:30" in extract(page(f"<h1>{TITLE}</h1>{credit}<div>{paragraphs()}</div>")).text
