"""Text that a page holds but does not show is in the text, and marked."""

import pytest
from layouts import BODY, TITLE, page, paragraphs

from newsclean.extract import extract
from newsclean.extract.hidden import hidden_by_style, read_styles

SPAM = "某某娱乐城开户"


def marked(inner, head=""):
    """The marked texts of a page whose third paragraph holds `inner`."""
    lines = [*BODY[:2], BODY[2] + inner, *BODY[3:]]
    extracted = extract(page(f"<h1>{TITLE}</h1><div>{paragraphs(lines)}</div>", head=head))
    assert SPAM in extracted.text
    return [extracted.text[mark.start : mark.end] for mark in extracted.marks]


@pytest.mark.parametrize(
    "style",
    [
        "display:none", "DISPLAY : NONE", "color:red;display:none!important", "visibility:hidden", "opacity:0",
        "opacity: 0.0;", "font-size:0", "font-size:0px;color:red", "font-size: 0.0em", "text-indent:-9999px",
        "position:absolute;left:-9999px", "position:absolute; top:-5000px", "margin-left:-9999px",
        "color:#fff;background:#FFFFFF", "color:white;background-color:#fff", "position:absolute;clip:rect(0 0 0 0)",
    ],
)  # fmt: skip
def test_a_style_that_hides(style):
    assert marked(f'<span style="{style}">{SPAM}</span>') == [SPAM]


@pytest.mark.parametrize(
    "style",
    [
        "display:block", "font-size:10px", "font-size:0.9em", "font-size:100%", "opacity:0.8", "text-indent:-2em",
        "text-indent:2em", "margin-left:-480px;left:50%", "color:#fff", "color:#fff;background:#c00",
        "visibility:visible", "font:12px/1.5 宋体",
    ],
)  # fmt: skip
def test_a_style_that_only_looks_like_it(style):
    assert marked(f'<span style="{style}">{SPAM}</span>') == []


@pytest.mark.parametrize(
    ("head", "attribute"),
    [
        ("<style>.kw{display:none}</style>", "class=kw"),
        ("<style>p{margin:0} .a, span.kw { font-size : 0 }</style>", 'class="b kw"'),
        ("<style>#kw{text-indent:-9999px}</style>", "id=kw"),
        ("", "hidden"),
        ("", "class=jammer"),
    ],
)
def test_hidden_by_a_class_an_id_or_an_attribute(head, attribute):
    assert marked(f"<span {attribute}>{SPAM}</span>", head) == [SPAM]


@pytest.mark.parametrize(
    "sheet",
    [
        ".kw .b{display:none}",
        "@media print{.kw{display:none}}",
        ".kw:hover{display:none}",
        ".kw{display:block}",
        "}}{{.kw",
    ],
)
def test_rules_that_do_not_hide_on_a_screen(sheet):
    assert marked(f"<span class=kw>{SPAM}</span>", f"<style>{sheet}</style>") == []


def test_what_is_inside_a_hidden_element_is_hidden():
    assert marked('<span style="display:none"><b>某某</b><a href="#">娱乐城</a>开户</span>') == [SPAM]


def test_only_the_hidden_words_are_marked():
    extracted = extract(
        page(
            f"<h1>{TITLE}</h1><div>{paragraphs([*BODY, f'车流<i style=display:none>{SPAM}</i>渐多，行人称便。'])}</div>"
        )
    )
    (mark,) = extracted.marks
    assert (mark.stage, mark.kind, mark.rule) == ("extract", "markup", "hidden.display-none")
    assert "车流渐多" in extracted.text[: mark.start] + extracted.text[mark.end :]


def test_an_article_that_a_script_unfolds_is_not_hidden():
    extracted = extract(page(f'<h1>{TITLE}</h1><div style="display:none">{paragraphs()}</div>'))
    assert BODY[1] in extracted.text
    assert extracted.marks == ()


def test_hidden_menus_are_not_reported():
    menu = f'<div style="display:none"><a href="#">登录</a><a href="#">{SPAM}</a></div>'
    assert SPAM not in extract(page(f"{menu}<h1>{TITLE}</h1><div>{paragraphs()}</div>")).text


def test_a_way_has_a_name():
    assert hidden_by_style("visibility:hidden") == "invisible"
    assert read_styles(["/* x */ .a{color:red}", ".b{opacity:0}"]) == {".b": "invisible"}


@pytest.mark.parametrize(
    "markup",
    [
        '<font color="#FFFFFF">{}</font>',
        "<font color=white>{}</font>",
        '<span style="color:#fff">{}</span>',
        '<b style="color: rgb(255, 255, 255)">{}</b>',
    ],
)
def test_text_in_the_colour_of_the_ground_that_a_box_around_it_declares(markup):
    ground = page(
        f'<h1>{TITLE}</h1><div style="background:#fff">{paragraphs([*BODY, BODY[1][:9] + markup.format(SPAM)])}</div>'
    )
    extracted = extract(ground)
    assert [extracted.text[mark.start : mark.end] for mark in extracted.marks] == [SPAM]


def test_white_text_on_a_picture_or_on_no_known_ground_is_shown():
    for ground in ("url(a.jpg)", "#c00", ""):
        text = paragraphs([*BODY, f'<font color="#ffffff">{SPAM}</font>'])
        assert extract(page(f'<h1>{TITLE}</h1><div style="background:{ground}">{text}</div>')).marks == ()


def test_a_box_without_font_size_whose_children_have_one_is_shown():
    credit = (
        '<div style="font-size:0"><span class="m">2021-09-12 08:30</span><span class="m">来源：江城日报</span></div>'
    )
    assert extract(page(f"<h1>{TITLE}</h1>{credit}<div>{paragraphs()}</div>")).marks == ()


def test_hidden_words_are_no_part_of_the_title():
    heading = f"<h1>{TITLE[:4]}<i style=display:none>{SPAM}</i>{TITLE[4:]}</h1>"
    assert extract(page(f"{heading}<div>{paragraphs()}</div>")).hints.title == TITLE


def test_the_rest_of_an_article_that_a_button_unfolds_is_shown():
    rest = f'<div style="display:none">{paragraphs(BODY[3:])}</div>'
    more = "观景平台设在桥塔中部，乘电梯可以上到八十米高处，晴天能望见下游的灯塔和入海口的帆影，预约办法另行公布。"
    text = extract(
        page(f"<h1>{TITLE}</h1><div>{paragraphs(BODY[:3])}{rest.replace('</div>', f'<p>{more}</p></div>')}</div>")
    )
    assert more in text.text
    assert text.marks == ()


def test_a_short_hidden_summary_stays_hidden():
    summary = f'<p style="display:none">{BODY[0]}</p>'
    assert len(extract(page(f"<h1>{TITLE}</h1><div>{summary}{paragraphs(BODY * 2)}</div>")).marks) == 1
