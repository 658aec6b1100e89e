"""What is a page and what is a text; hostile pages end."""

import pytest
from layouts import LAYOUTS

from newsclean.extract import extract, looks_like_html
from newsclean.extract.page import MAX_PAGE, parse
from newsclean.extract.tree import MAX_LINES

SENTENCE = "江水漫过旧码头，渡船改在上游靠岸。"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_a_page(layout):
    assert looks_like_html(LAYOUTS[layout])


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>", "  \n<html>", "\N{ZERO WIDTH NO-BREAK SPACE}<HTML lang=zh>",
        "<!-- saved --><head><title>甲</title>", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        "<div><p>甲</p><p>乙</p></div>",
    ],
)  # fmt: skip
def test_a_page(text):
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "江水上涨。<br>渡口停航。", "<b>导语</b>江水上涨。", "<江水>是一部小说。", "<<江城日报>>报道", "< 3 > 2",
        '{"html": "<html>"}', "网页以<html>开头，以</html>结尾。",
        "<br>江水上涨。<br>渡口停航。", "<记者 林晓舟>江水上涨。",
    ],
)  # fmt: skip
def test_a_text(text):
    assert not looks_like_html(text)


DEEP = {
    "div": "<div>" * 100_000 + SENTENCE,
    "bold": "<b>" * 100_000 + SENTENCE + "</b>" * 100_000,
    "table": "<table><tr><td>" * 20_000 + SENTENCE,
    "named": "<span class=author>" * 50_000 + SENTENCE,
    "hidden": '<span style="display:none">' * 20_000 + SENTENCE,
    "list": "<ul><li>" * 30_000 + SENTENCE,
    "scripts": "<script>if (a < b) document.write('<p>甲</p>')</script>" * 20_000 + SENTENCE,
    "entities": '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&c;&c;">]>' + SENTENCE + "&a;" * 10_000,
    "styles": "<style>" + "a{" * 100_000 + "</style>" + SENTENCE,
    "closing": "</div>" * 100_000 + SENTENCE,
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_and_broken_pages_give_their_text(name):
    assert SENTENCE in extract(DEEP[name]).text


@pytest.mark.parametrize("attribute", ["a{}=1 ", 'a{}=">"', "a{}/", "a{}=< "])
def test_a_tag_keeps_no_more_attributes_than_the_parser_can_compare(attribute):
    crowded = "<div " + "".join(attribute.format(i) for i in range(20_000)) + f"><p>{SENTENCE}</p></div>"
    assert extract(crowded).text == SENTENCE
    assert max(len(element.attrib) for element in parse(crowded).iter()) < 2_500


@pytest.mark.parametrize(
    "html",
    ["<", "<p", '<p class="' * 1000, "<!--" * 1000, "<![CDATA[" * 9, "\0", "&", "\ud800", "<p>\0\0</p>", "<body/>"],
)
def test_fragments_of_markup_end(html):
    assert len(extract(html).text) <= len(html)


def test_a_page_of_fifty_megabytes_is_cut_and_says_so():
    extracted = extract(f"<p>{SENTENCE}</p>" * 2_000_000)
    assert extracted.text.count("\n") < MAX_LINES
    assert [flag.flag for flag in extracted.flags] == ["truncated"]


def test_pictures_inside_a_page_do_not_push_the_article_out():
    picture = f'<img src="data:image/png;base64,{"A" * MAX_PAGE}">'
    extracted = extract(f"<html>{picture}<p>{SENTENCE}</p></html>")
    assert (extracted.text, extracted.flags) == (SENTENCE, ())
