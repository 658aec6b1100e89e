"""Pollute a clean article as scraper sites do, and say exactly where: for tests, benchmarks and users' evaluations.

The shapes are those read off real pages: headlines pasted in cycles after 的 and punctuation, brands after slots and
inside phrases, keyword adverts on lines of their own or glued to a sentence, piles of links and of cut-off headlines.
The words come in two parts: `known` ones stand in the finders' lexicons, `unknown` ones do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from newsclean.find.tables import rows
from newsclean.model import Article, Flag, Mark
from newsclean.testing.fragments import Insertion, paste_clauses, paste_cycle
from newsclean.testing.names import paste_forms


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a plan works on: the clean text, its headline, the source of chance, and the part of the lexicon."""

    text: str
    title: str | None
    random: Random
    lexicon: str

    def word(self, kind: str) -> str:
        return self.random.choice(_words(kind, self.lexicon))


_AFTER_SLOT = re.compile(r"(?<=[的，、,])(?=[\u3400-\u9fff])")
_INSIDE = re.compile(r"(?<=[站区县局院园厂队村校会])(?=[\u3400-\u9fff])")
_NUMBER = re.compile(r"(?<=[\u3400-\u9fff])\d+(?=[余多]?(人次|万元|人|件|户|名))")
_ZERO_WIDTH = ("\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NON-JOINER}", "\N{WORD JOINER}", "\N{SOFT HYPHEN}")
_SYMBOLS = "*~^_✦◆"


@dataclass(frozen=True, slots=True)
class Polluted:
    """A polluted text with its gold: `marks` are what must go, `flags` what can only be told, `body` the clean text."""

    text: str
    body: str
    marks: tuple[Mark, ...] = ()
    flags: tuple[Flag, ...] = ()
    title: str | None = None


def pollute(
    article: str | Article, kinds: Iterable[str], seed: int, *, lexicon: str = "known", title: str | None = None
) -> Polluted:
    """Put each kind of junk into a clean article, and return the text with its gold.

    `kinds` are names from `KINDS`; `seed` fixes every choice; `lexicon` is known or unknown. The headline, which the
    cyclic fragments are cut from, is `title`, else the article's own. A kind that finds no place puts in nothing. An
    unknown kind raises ValueError.

    >>> done = pollute("会议强调，要加强基层治理。代表们认真讨论，提出意见。", ["brand"], seed=1)
    >>> [done.text[m.start : m.end] for m in done.marks] != [], done.body in done.text
    (True, False)
    """
    text = article if isinstance(article, str) else article.text
    title = title or (article.title if isinstance(article, Article) else None)
    random = Random(seed)
    planned: list[tuple[int, str, str, str]] = []
    flags: list[tuple[str, int]] = []
    for name in kinds:
        if name not in KINDS:
            raise ValueError(f"unknown kind of pollution: {name!r}")
        if name in _DAMAGE:
            text, at = _DAMAGE[name](text, random)
            flags += [(name, at)] if at >= 0 else []
        else:
            kind, plan = _PLANS[name]
            planned += [(at, junk, kind, name) for at, junk in plan(_Scene(text, title, random, lexicon))]
    return _assemble(text, planned, flags, title)


def _assemble(
    text: str, planned: list[tuple[int, str, str, str]], flags: list[tuple[str, int]], title: str | None
) -> Polluted:
    parts: list[str] = []
    marks: list[Mark] = []
    done = length = 0
    for at, junk, kind, name in sorted(planned, key=lambda row: row[0]):
        parts += (text[done:at], junk)
        length += at - done
        core = junk.strip("\n")
        start = length + junk.index(core)
        marks.append(Mark(start, start + len(core), "pollute", kind, f"pollute.{name}"))
        done, length = at, length + len(junk)
    parts.append(text[done:])
    told = tuple(Flag(name, at, at + 1) for name, at in flags)
    return Polluted("".join(parts), text, tuple(marks), told, title)


def _brand(scene: _Scene) -> list[Insertion]:
    """Put one brand, with and without tails, after slots and inside phrases."""
    text, random = scene.text, scene.random
    name = scene.word("brand")
    tails = _words("tail", "known")
    places = [m.start() for m in _AFTER_SLOT.finditer(text)] + [m.start() for m in _INSIDE.finditer(text)]
    chosen = random.sample(places, min(len(places), random.randint(1, 4)))
    bare = scene.lexicon == "unknown" or len(name) > 6 or name.endswith(("app", "官网", "平台"))
    return [(at, name if bare or random.random() < 0.5 else name + random.choice(tails)) for at in sorted(chosen)]


def _brand_forms(scene: _Scene) -> list[Insertion]:
    return paste_forms(scene.text, scene.word("stem"), _words("form", "known"), scene.random)


def _headline_brand(scene: _Scene) -> list[Insertion]:
    text, random = scene.text, scene.random
    end = text.find("\n")
    name = scene.word("brand")
    return [(end, random.choice("-_|") + name + random.choice(("官网", "app", "平台")))] if 0 < end < 40 else []


def _decorated_brand(scene: _Scene) -> list[Insertion]:
    """Put a brand in, spelled with signs or spaces between its characters."""
    text, random = scene.text, scene.random
    name = random.choice([name for name in _words("brand", scene.lexicon) if len(name) >= 3])
    spelled = random.choice((" ", ".", "·", "✦", "*")).join(name)
    places = [m.start() for m in _AFTER_SLOT.finditer(text)]
    return [(random.choice(places), spelled)] if places else []


def _advertisement(scene: _Scene) -> list[Insertion]:
    """Put a keyword advert or a pitch before the first sentence, behind one, or on a line of its own."""
    text, random = scene.text, scene.random
    if random.random() < 0.4:
        ends = [m.start() for m in re.finditer(r"(?<=[。！？”])(?=\n|$)", text)]
        return [(random.choice(ends), _filled(scene.word("glued"), random))] if ends else []
    pitch = random.random() < 0.3
    junk = _filled(scene.word("pitch" if pitch else "advertisement"), random)
    contact = random.choice(("", " http://www.{word}.com/{word}/{n}.html", " {phone}", " QQ{qq}", " 微信{wechat}"))
    if not pitch:
        junk += _filled(contact, random)
    form = random.choice(("own", "own", "before", "after"))
    if form == "before" and not pitch and "http" in contact:
        return [(0, junk)]
    if form == "after" and text.rstrip()[-1:] in "。！？”":
        return [(len(text.rstrip()), junk)]
    lines = [m.end() for m in re.finditer(r"[。！？”]\n", text)]
    return [(random.choice([*lines[-1:], 0]), junk + "\n")] if random.random() < 0.5 else [(len(text), "\n" + junk)]


def _query(scene: _Scene) -> list[Insertion]:
    """Put whole searches for hospitals inside sentences, after slots and inside phrases."""
    text, random = scene.text, scene.random
    places = [m.start() for m in _AFTER_SLOT.finditer(text)] + [m.start() for m in _INSIDE.finditer(text)]
    chosen = random.sample(places, min(len(places), random.randint(1, 3)))
    return [(at, _filled(scene.word("query"), random)) for at in sorted(chosen)]


def _offer(scene: _Scene) -> list[Insertion]:
    """Put offers of one to four kinds inside sentences, after slots and inside phrases."""
    text, random = scene.text, scene.random
    places = [m.start() for m in _AFTER_SLOT.finditer(text)] + [m.start() for m in _INSIDE.finditer(text)]
    chosen = random.sample(places, min(len(places), random.randint(1, 4)))
    return [(at, scene.word("offer")) for at in sorted(chosen)]


def _watermark(scene: _Scene) -> list[Insertion]:
    """Stamp a site's name or slogan on the end of each paragraph, or on both ends."""
    text, random = scene.text, scene.random
    stamp = scene.word("stamp")
    paragraphs = [m.span() for m in re.finditer(r"[^\n]{20,}[。！？”](?=\n|$)", text)]
    both = random.random() < 0.5
    ends = [end for _, end in paragraphs] + [start for start, _ in paragraphs if both]
    return [(at, stamp) for at in sorted(ends)] if len(paragraphs) >= 3 else []


def _link_farm(scene: _Scene) -> list[Insertion]:
    """Put in one block of links, keywords or cut-off headlines: at the head, in the middle or at the tail."""
    text, random = scene.text, scene.random
    junk = random.choice(_FARMS)(scene)
    breaks = [m.end() for m in re.finditer("\n", text)]
    at = random.choice([0, *breaks[len(breaks) // 2 :][:1], len(text), len(text), len(text)])
    return [(at, "\n" + junk)] if at == len(text) else [(at, junk + "\n")]


def _cut_titles(scene: _Scene) -> str:
    random = scene.random
    titles = _words("farm_title", scene.lexicon)
    return " ".join(title[:5] for title in random.choices(titles, k=random.randint(8, 14)))


def _services(scene: _Scene) -> str:
    random = scene.random
    service = scene.word("farm_service")
    return random.choice((" ", "|", " - ", "、")).join(
        place + service for place in random.sample(_words("place", ""), random.randint(8, 14))
    )


def _links(scene: _Scene) -> str:
    random = scene.random
    names = _words("farm_link", scene.lexicon)
    joined = random.choice((" ", " | ", "\n")).join(random.sample(names, random.randint(6, 10)))
    return random.choice(("友情链接：", "友情链接\n", "合作伙伴:")) + joined


def _adult(scene: _Scene) -> str:
    random = scene.random
    names = _words("farm_adult", scene.lexicon)
    return random.choice("|,-·、.").join(random.sample(names, random.randint(8, 11)))


def _urls(scene: _Scene) -> str:
    random = scene.random
    return "\n".join(_filled("http://www.{word}{n}.com/", random) for _ in range(random.randint(4, 8)))


_FARMS = (_cut_titles, _services, _links, _adult, _urls)


def _invisible(scene: _Scene) -> list[Insertion]:
    text, random = scene.text, scene.random
    places = random.sample(range(1, len(text)), min(12, len(text) - 1)) if len(text) > 1 else []
    return [(at, random.choice(_ZERO_WIDTH)) for at in sorted(places)]


def _random_symbols(scene: _Scene) -> list[Insertion]:
    """Put a sign between two characters of a word, as spun pages do against matching."""
    text, random = scene.text, scene.random
    places = [m.start() for m in re.finditer(r"(?<=[\u3400-\u9fff]{2})(?=[\u3400-\u9fff]{2})", text)]
    symbol = random.choice(_SYMBOLS)
    return [(at, symbol) for at in sorted(random.sample(places, min(len(places), 12)))]


def _strip_number(text: str, random: Random) -> tuple[str, int]:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text, -1
    number = random.choice(found)
    return text[: number.start()] + text[number.end() :], number.start()


def _truncate(text: str, random: Random) -> tuple[str, int]:
    """Break the text off a few characters behind its last comma."""
    keep = random.randint(2, 3)
    end = text.rfind("，")
    return (text[: end + keep], end + keep - 1) if 0 < end < len(text) - 4 else (text, -1)


def _filled(template: str, random: Random) -> str:
    word = "".join(random.choices("abcdefghjkmnpqrstuvwxyz", k=6))
    return template.format(
        place=random.choice(_words("place", "")),
        phone="1" + random.choice("3578") + "".join(random.choices("0123456789", k=9)),
        wechat=word + str(random.randint(100, 9999)),
        qq=random.randint(10**8, 10**9),
        url=f"http://www.{word}.cn/zt/{random.randint(10, 9999)}.html",
        word=word,
        n=random.randint(1000, 99999),
    )


@cache
def _words(kind: str, part: str) -> Sequence[str]:
    if kind == "place":
        return [row[0] for row in rows("places")]
    if (kind, part) == ("brand", "known"):
        return [name for name, strength in rows("brands") if strength == "strong"]
    return [text for row, known, text in rows("pollution") if (row, known) == (kind, part)]


_Plan = Callable[[_Scene], list[Insertion]]
_PLANS: dict[str, tuple[str, _Plan]] = {
    "cyclic_fragments": ("injected_keyword", lambda scene: paste_cycle(scene.text, scene.title, scene.random)),
    "brand": ("injected_keyword", _brand),
    "brand_forms": ("injected_keyword", _brand_forms),
    "headline_brand": ("injected_keyword", _headline_brand),
    "decorated_brand": ("injected_keyword", _decorated_brand),
    "advertisement": ("advertisement", _advertisement),
    "query": ("injected_keyword", _query),
    "offer": ("injected_keyword", _offer),
    "watermark": ("injected_keyword", _watermark),
    "link_farm": ("link_farm", _link_farm),
    "random_symbols": ("injected_keyword", _random_symbols),
    "invisible": ("invisible", _invisible),
    "headline_clauses": ("injected_keyword", lambda scene: paste_clauses(scene.text, scene.title, scene.random)),
}
_DAMAGE: dict[str, Callable[[str, Random], tuple[str, int]]] = {
    "stripped_number": _strip_number,
    "truncated": _truncate,
}
KINDS = (*_PLANS, *_DAMAGE)
"""The kinds of pollution that `pollute` knows."""
