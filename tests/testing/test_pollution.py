"""The simulator: gold that fits, choices fixed by the seed, words that the finders do not know."""

import pytest

from newsclean.find.tables import rows
from newsclean.model import Article
from newsclean.testing import KINDS, pollute

ARTICLE = """石桥镇开通夜班公交惠及沿线居民出行
石桥镇第一趟夜班公交昨晚十点从老码头站驶出，车厢里坐着刚下班的护士、收摊的小贩和两名晚自习归来的学生。
“以前这个点只能走回家。”在镇卫生院工作的护士说，她为这趟车等了三年，母亲每晚都在路口等她，手里的电筒照着脚下的路。
镇交通所表示，夜班公交将试运行三个月，其间听取乘客的意见，再决定是否长期开行，沿途的站牌和路灯也会陆续换新。
去年，全镇公交服务群众320余人次，新修了四条村道，改造了三座危桥，沿线的村民都说，出行的时间少了，心里的底气足了。"""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lexicon", ["known", "unknown"])
def test_without_the_gold_the_clean_text_is_left(kind, lexicon):
    for seed in range(10):
        done = pollute(ARTICLE, [kind], seed, lexicon=lexicon)
        left = done.text
        for mark in reversed(done.marks):
            left = left[: mark.start] + left[mark.end :]
        assert left.split() == done.body.split()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_finds_a_place_in_an_ordinary_article(kind):
    done = pollute(ARTICLE, [kind], seed=1)
    assert done.marks or done.flags
    assert done.text != ARTICLE


def test_the_seed_fixes_every_choice():
    assert pollute(ARTICLE, KINDS, seed=7) == pollute(ARTICLE, KINDS, seed=7)
    assert pollute(ARTICLE, KINDS, seed=7) != pollute(ARTICLE, KINDS, seed=8)


def test_fragments_come_in_turn_and_spell_the_headline():
    done = pollute(ARTICLE, ["cyclic_fragments"], seed=2)
    pieces = [done.text[mark.start : mark.end] for mark in done.marks]
    kinds = list(dict.fromkeys(pieces))
    assert len(pieces) >= 2.5 * len(kinds)
    assert all(piece == kinds[i % len(kinds)] for i, piece in enumerate(pieces))
    assert sorted("".join(kinds)) == sorted(ARTICLE.split("\n")[0])


def test_unknown_words_are_not_in_the_finders_tables():
    known = {name for name, _ in rows("brands") if not name.endswith("平台")}
    unknown = [text.lower() for kind, part, text in rows("pollution") if (kind, part) == ("brand", "unknown")]
    assert len(unknown) >= 20
    assert not any(name in text for text in unknown for name in known if len(name) > 2)


def test_an_article_brings_its_headline():
    done = pollute(Article(text=ARTICLE.partition("\n")[2], title="石桥镇开通夜班公交"), ["cyclic_fragments"], seed=2)
    assert done.title == "石桥镇开通夜班公交"
    assert done.marks


def test_a_kind_that_does_not_exist_is_named():
    with pytest.raises(ValueError, match="'advert'"):
        pollute(ARTICLE, ["advert"], seed=1)


def test_clauses_of_the_headline_stand_behind_stops_and_in_a_row_at_the_end():
    title = "石桥镇夜班公交 惠及沿线居民"
    done = [pollute(ARTICLE.partition("\n")[2], ["headline_clauses"], seed, title=title) for seed in range(20)]
    pieces = {each.text[mark.start : mark.end].strip("【】[]—") for each in done for mark in each.marks}
    rows = {piece for piece in pieces if " " in piece}
    assert pieces - rows == set(title.split())
    assert all(set(row.split()) == set(title.split()) for row in rows)
    assert rows
