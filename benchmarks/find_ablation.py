"""What each kind of evidence is worth: switched off in turn, with recall, body loss and clean articles touched.

    python benchmarks/find_ablation.py POLLUTED CLEAN...

POLLUTED and CLEAN are as the articles of find_pollution.py; one in six of the first is polluted with what the finder
looks for, with known and with unknown words; one in two of all is searched as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from find_pollution import articles, covered

from newsclean.find import find_spam
from newsclean.find.adverts import keyword, pitches
from newsclean.find.brands import pasted as brands
from newsclean.find.headline import opening, rounds, settle
from newsclean.find.offers import pasted as offers
from newsclean.matching import read_page
from newsclean.testing import pollute

_KINDS = {
    brands: ("brand", "decorated_brand"),
    offers: ("query", "offer"),
    keyword: ("advertisement",),
    pitches: ("advertisement",),
    rounds: ("cyclic_fragments",),
    settle: ("cyclic_fragments",),
    opening: ("cyclic_fragments",),
}
"""Which pollution shows what a module's evidence is worth."""


def measure(module: ModuleType, polluted: list[tuple[str | None, str]], clean: list[str]) -> str:
    found = total = lost = body = 0
    for kind in _KINDS[module]:
        for n, (title, text) in enumerate(polluted):
            for lexicon in ("known", "unknown"):
                done = pollute(text, [kind], n, lexicon=lexicon, title=title)
                hit, want, _, gone = covered(done, None)
                found, total = found + hit, total + want
                lost, body = lost + sum(map(len, gone)), body + len(text)
    touched = sum(bool(find_spam(read_page(text))[0]) for text in clean)
    return f"{found / max(1, total):.4f}  {1e5 * lost / max(1, body):9.2f}  {touched:5}"


def main() -> None:
    polluted = [(title, text) for title, text in articles([Path(sys.argv[1])]) if len(text) >= 200][::6]
    clean = [text for _, text in articles([Path(path) for path in sys.argv[1:]])][::2]
    print(f"{len(polluted)} articles polluted, {len(clean)} clean")
    print("switched off".ljust(38) + "recall  loss/100k  clean touched")
    for module in (brands, offers, keyword, pitches):
        name = module.__name__.partition("find.")[2]
        print(f"{name}: nothing".ljust(38) + measure(module, polluted, clean), flush=True)
        for trait, weight in list(module.WEIGHTS.items()):
            if weight and trait != "bias":
                module.WEIGHTS[trait] = 0.0
                print(f"{name}: {trait}".ljust(38) + measure(module, polluted, clean), flush=True)
                module.WEIGHTS[trait] = weight
    print("cycles: nothing".ljust(38) + measure(rounds, polluted, clean), flush=True)
    for module, name, value in (
        (rounds, "HOLE", 0.0),
        (rounds, "_DISTANCE", 0.0),
        (settle, "_FOREIGN", 0.0),
        (settle, "_LONG", 0.0),
        (settle, "_OPENS", 0.0),
        (settle, "_RARE", 0.0),
        (settle, "_GOES_ON_ELSEWHERE", 0.0),
        (settle, "_GOES_ON_TWICE", 0.0),
        (settle, "_OF_KIND", -99.0),
        (settle, "_LIKELY", 0.5),
        (opening, "_MISSING", 0),
    ):
        kept = getattr(module, name)
        setattr(module, name, value)
        print(f"cycles: {name.strip('_').lower()}".ljust(38) + measure(module, polluted, clean), flush=True)
        setattr(module, name, kept)


if __name__ == "__main__":
    main()
