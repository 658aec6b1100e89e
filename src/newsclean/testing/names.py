"""Paste one name into an article in many forms, as sites do that want to be found by each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from newsclean.testing.fragments import Insertion

_SLOT = re.compile(r"(?<=[的，。、！？,”])(?=[\u3400-\u9fff])")
_INSIDE = re.compile(r"(?<=[站区县局院园厂队村校会])(?=[\u3400-\u9fff]{2})")
_STOP = re.compile(r"(?<=[\u3400-\u9fff])(?=[，。])")
_WRAPS = ("{}", "{}", "{}", "{}", "【{}】", "（{}）", "《{}》", "[{}]", "〖{}〗")


def paste_forms(text: str, stem: str, forms: Sequence[str], random: Random) -> list[Insertion]:
    """Set three to five forms of a name behind slots, inside phrases and before stops, some in brackets.

    On one page in three they stand once more in a row of their own at the end.
    """
    names = [random.choice(_WRAPS).format(form.format(stem)) for form in random.sample(forms, random.randint(3, 5))]
    places: list[int] = []
    for slot in random.choices((_SLOT, _INSIDE, _STOP), (6, 2, 1), k=len(names)):
        found = [m.start() for m in slot.finditer(text) if all(abs(m.start() - at) > 8 for at in places)]
        places += [random.choice(found)] if found else []
    pasted = list(zip(sorted(places), names, strict=False))
    if pasted and random.random() < 0.3:
        joint = random.choice((",", "-", "|", " "))
        pasted.append((len(text), "\n" + joint.join(form.format(stem) for form in random.sample(forms, 4))))
    return pasted
