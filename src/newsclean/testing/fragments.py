"""Cut a headline into pieces and paste them into its article, as scraper sites do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from newsclean.find.words import cost

Insertion = tuple[int, str]
"""Where in the clean text, and what."""

_SLOT = re.compile(r"(?<=[的，。、！？,!?是”])(?=[\u3400-\u9fff“《\n])")
_CLAUSE = re.compile(r"(?<=[，。！？；,!?;])(?=[\u3400-\u9fff])")
_INSIDE = re.compile(r"(?<=[\u3400-\u9fff]{2}[们站区县局院园厂队村校会人])(?=[\u3400-\u9fff]{3})")
_PART = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")
_ZONE = 350
_WHOLE = 8
_FORMS = ("{}", "{}", "{}", "【{}】", "[{}]", "——{}——")


def paste_cycle(text: str, title: str | None, random: Random) -> list[Insertion]:
    """Cut the headline into chunks of two, fold what is over into an earlier one, and paste them in turn."""
    chars = "".join(_PART.findall(title or text.split("\n")[0][:24]))
    chunks = [chars[i : i + 2] for i in range(0, len(chars), 2)]
    if len(chunks) < 4:
        return []
    kinds = min(len(chunks), random.choice((4, 5, 5, 6)))
    fragments = chunks[:kinds]
    for i, chunk in enumerate(chunks[kinds:]):
        fragments[(i + 1) % kinds] += chunk
    if len(set(fragments)) < kinds or max(map(len, fragments)) > 8 or len(fragments[-1]) < 2:
        return []
    slots = _spaced(_SLOT.finditer(text), random)
    enough = [at for at in slots if at <= _ZONE]
    slots = enough if len(enough) >= 2.5 * kinds else slots[: 3 * kinds]
    return [(at, fragments[i % kinds]) for i, at in enumerate(slots)] if len(slots) >= 2.5 * kinds else []


def paste_clauses(text: str, title: str | None, random: Random) -> list[Insertion]:
    """Cut the headline into two to four clauses or phrases, and set one or two into each paragraph.

    They stand behind stops, some inside a clause, on one page in two between brackets or dashes; on one page in three
    they stand once more in a row behind the last line.
    """
    head = title or text.split("\n")[0][:40]
    clauses = [piece for part in _PART.findall(head) for piece in _phrases(part)]
    if not 2 <= len(clauses) <= 4 or len(set(clauses)) < len(clauses) or min(map(len, clauses)) < 3:
        return []
    form = random.choice(_FORMS)
    start = text.find("\n") + 1
    places: list[int] = []
    for line in re.compile(r"[^\n]{40,}").finditer(text, start):
        inside = random.random() < 0.15 and form == "{}"
        slot = _INSIDE if inside else _CLAUSE
        found = [m.start() for m in slot.finditer(text, *line.span())]
        places += sorted(random.sample(found, min(len(found), random.choice((1, 1, 2)))))
    if len(places) < 3:
        return []
    turn = random.random() < 0.6
    chosen = [clauses[i % len(clauses)] if turn else random.choice(clauses) for i in range(len(places))]
    pasted = [(at, form.format(clause)) for at, clause in zip(places, chosen, strict=True)]
    row = [(len(text), "\n" + " ".join(clauses * 2 + clauses[:1]))] if random.random() < 1 / 3 else []
    return [*pasted, *row]


def _phrases(part: str) -> list[str]:
    """Cut a part of a headline that is too long for a piece where both halves read best."""
    if len(part) <= _WHOLE:
        return [part]
    at = min(range(3, len(part) - 2), key=lambda i: cost(part[:i]) + cost(part[i:]))
    return [*_phrases(part[:at]), *_phrases(part[at:])]


def _spaced(places: Iterable[re.Match[str]], random: Random) -> list[int]:
    """Choose places 4 to 28 characters apart, as the pages have them (3 to 29, mean 14)."""
    chosen: list[int] = []
    due = 3
    for place in places:
        if place.start() >= due:
            chosen.append(place.start())
            due = place.start() + random.randint(4, 18)
    return chosen
