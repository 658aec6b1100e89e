"""What a page says of its article: which source wins, and what is no source."""

import json

import pytest
from layouts import LAYOUTS, TITLE, page, paragraphs

from newsclean.extract import extract, read_hints


def hints(head="", top="", title=f"{TITLE}_江城新闻_江城在线", bottom=""):
    return read_hints(page(f"<h1>{TITLE}</h1>{top}<div>{paragraphs()}</div>{bottom}", title=title, head=head))


def meta(name, content):
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_is_without_site_and_channel(layout):
    assert read_hints(LAYOUTS[layout]).title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        f"{TITLE}-江城日报",
        f"{TITLE} - 江城新闻网",
        f"{TITLE}|大桥|交通_江城在线",
        f"{TITLE}--经济·科技--江城网",
        f"江城在线 {TITLE}",
        f"[某某美容院]{TITLE}_江城在线",
        "江城在线",
        "",
    ],
)
def test_the_headline_that_the_page_shows_wins_over_the_title_element(title):
    assert hints(title=title).title == TITLE


@pytest.mark.parametrize("tail", ["_江城新闻_江城在线", "-江城日报", " - 江城新闻网", "|交通_江城在线", ""])
def test_without_a_headline_on_the_page_the_title_element_is_trimmed(tail):
    assert read_hints(page(f"<div>{paragraphs()}</div>", title=TITLE + tail)).title == TITLE


def test_a_dash_inside_a_headline_stays():
    title = "北岸-南岸环线试运行"
    assert read_hints(page(f"<div>{paragraphs()}</div>", title=title)).title == title


def test_a_brand_before_the_headline_is_cut_where_the_article_does_not_speak_of_it():
    shown = f"[某某美容院]{TITLE}"
    assert read_hints(page(f"<h1>{shown}</h1><div>{paragraphs()}</div>", title=shown)).title == TITLE


def test_the_kind_of_report_before_a_headline_stays():
    shown = f"【大桥主体】{TITLE}"
    assert read_hints(page(f"<h1>{shown}</h1><div>{paragraphs()}</div>", title=shown)).title == shown


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2021-09-12T08:30:00+08:00">', "2021-09-12T08:30:00+08:00"),
        (meta("PubDate", "2021-09-12 08:30"), "2021-09-12T08:30"),
        (meta("publishdate", "2021-09-12"), "2021-09-12"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-09-12T08:30"}</script>',
            "2021-09-12T08:30",
        ),
    ],
)
def test_meta_tags_give_the_publishing_time_with_the_precision_of_the_page(head, published):
    assert hints(head).published == published


def test_a_credit_line_gives_the_time_where_no_meta_tag_does():
    assert hints(top="<div>2021年9月12日 08:30　江城在线</div>").published == "2021-09-12T08:30"


def test_no_date_is_taken_from_pictures_lists_footers_or_the_story():
    story = "<div>" + paragraphs() + "<p>2019年3月4日，大桥开工建设，当时计划工期三年。</p></div>"
    around = '<div class="related"><h3>相关阅读</h3><ul><li><a href="#">渡口停航</a> 2020-01-02</li></ul></div>'
    html = page(f'<h1>{TITLE}</h1><img src="/2018/05/06/a.jpg">{story}{around}', after="<p>© 2005-2017 江城在线</p>")
    assert read_hints(html).published is None


def test_an_impossible_date_is_none():
    assert hints(meta("pubdate", "2021-13-45")).published is None


def test_the_editor_is_no_author():
    found = hints(meta("author", "周棠"), bottom="<div class='editor'>责任编辑：周棠</div>")
    assert (found.authors, found.editors) == ((), ("周棠",))


def test_an_author_that_only_the_meta_tags_know_is_left_out():
    assert hints(meta("author", "周棠")).authors == ()


def test_an_author_whom_the_page_shows_too_is_taken():
    assert hints(meta("author", "周棠"), top="<p>作者：周棠</p>").authors == ("周棠",)


@pytest.mark.parametrize("name", ["name, email@example.com", "103553", "admin", "江城在线"])
def test_what_content_systems_put_for_an_author_is_nobody(name):
    assert hints(meta("author", name)).authors == ()


@pytest.mark.parametrize(
    ("head", "top"),
    [
        (meta("source", "来源：江城日报"), ""),
        (meta("ContentSource", "江城日报"), ""),
        (meta("mediaid", "江城日报"), ""),
        ("", '<p><span class="source">来源：江城日报</span> <span class="time">2021-09-12</span></p>'),
        ("", '<p class="author-name">江城日报</p>'),
    ],
)
def test_the_outlet_is_told_by_meta_tags_or_by_what_an_element_is_called(head, top):
    assert hints(head, top).source == "江城日报"


def test_names_under_the_comments_are_nobody():
    thread = (
        '<div class="comment">' + '<p><span class="author">陈舟</span> <span class="time">2022-01-01</span> 好</p>' * 9
    )
    found = hints(bottom=thread + "</div>")
    assert (found.authors, found.source, found.published) == ((), None, None)


@pytest.mark.parametrize(
    "data", ["{", "[" * 100_000, '{"@type": 3}', "null", '{"@graph": [1, {"@type": ["NewsArticle"]}]}', '"\ud800"']
)
def test_broken_linked_data_is_as_none(data):
    assert hints(f'<script type="application/ld+json">{data}</script>') == hints()


def test_linked_data_in_a_graph_is_read():
    data = {
        "@graph": [
            {"@type": "WebSite"},
            {"@type": "NewsArticle", "datePublished": "2021-09-12", "author": {"name": "x"}},
        ]
    }
    assert hints(f'<script type="application/ld+json">{json.dumps(data)}</script>').published == "2021-09-12"


def test_the_address_is_passed_on():
    assert extract("<p>甲。</p>", "https://example.com/a").hints.url == "https://example.com/a"


@pytest.mark.parametrize("tag", ['<time datetime="{}">昨天</time>', '<abbr title="{}">三小时前</abbr>'])
def test_a_time_for_machines_beside_the_headline_is_read(tag):
    assert hints(top=f"<p>{tag.format('2021-09-12T00:30:00Z')}</p>").published == "2021-09-12T00:30:00Z"


def test_a_short_headline_is_one_if_it_is_a_piece_of_the_title():
    assert read_hints(page(f"<h1>江边</h1><div>{paragraphs()}</div>", title="江边_江城文艺")).title == "江边"


def test_a_name_set_apart_to_the_width_of_three_is_one_name():
    page = hints("", top='<div class="author">本报记者  周远航  林  晓</div>')
    assert page.authors == ("周远航", "林晓")
