"""What each kind of evidence is worth: switched off in turn, with recall, body loss and clean articles touched.

    python benchmarks/find_ablation.py POLLUTED CLEAN...

POLLUTED and CLEAN are as the articles of find_pollution.py; the first is polluted with brands, decorated brands,
adverts and keywords, each with known and with unknown words; CLEAN is searched as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from find_pollution import articles, covered

from newsclean.find import adverts, brands, find_spam, fragments, rounds, settle, trades
from newsclean.matching import read_page
from newsclean.testing import pollute

_KINDS = ("cyclic_fragments", "brand", "decorated_brand", "advertisement")


def measure(polluted: list[tuple[str | None, str]], clean: list[str]) -> str:
    figures = []
    lost = body = 0
    for kind in _KINDS:
        found = total = 0
        for n, (title, text) in enumerate(polluted):
            for lexicon in ("known", "unknown"):
                done = pollute(text, [kind], n, lexicon=lexicon, title=title)
                hit, want, _, gone = covered(done, None)
                found, total = found + hit, total + want
                lost, body = lost + sum(map(len, gone)), body + len(text)
        figures.append(f"{found / max(1, total):.4f}")
    touched = sum(bool(find_spam(read_page(text))[0]) for text in clean)
    return "  ".join(figures) + f"  {1e5 * lost / max(1, body):8.2f}  {touched:4}"


def main() -> None:
    polluted = [(title, text) for title, text in articles([Path(sys.argv[1])]) if len(text) >= 200][::3]
    clean = [text for _, text in articles([Path(path) for path in sys.argv[1:]])]
    print(f"{len(polluted)} articles polluted, {len(clean)} clean")
    print("switched off".ljust(34) + "  ".join(kind[:6] for kind in _KINDS) + "  loss/100k  clean touched")
    print("nothing".ljust(34) + measure(polluted, clean))
    for module in (brands, trades, adverts):
        for name, weight in list(module.WEIGHTS.items()):
            module.WEIGHTS[name] = 0.0
            print(f"{module.__name__.rpartition('.')[2]}: {name}".ljust(34) + measure(polluted, clean), flush=True)
            module.WEIGHTS[name] = weight
    for module, name, value in (
        (rounds, "_HOLE", 0.0),
        (rounds, "_DISTANCE", 0.0),
        (settle, "_SCALE", 1e9),
        (settle, "_ORDINARY", -99.0),
        (settle, "_CLEARLY", -99.0),
        (settle, "_AT_LINE_END", 0.0),
        (fragments, "_MISSING", 0),
    ):
        kept = getattr(module, name)
        setattr(module, name, value)
        print(f"cycles: {name.strip('_').lower()}".ljust(34) + measure(polluted, clean), flush=True)
        setattr(module, name, kept)


if __name__ == "__main__":
    main()
