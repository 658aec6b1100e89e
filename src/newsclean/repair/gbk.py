"""The two-byte codes of GBK, and the characters that half a code leaves open."""

from __future__ import annotations

from functools import cache

from newsclean.likelihood import log_probabilities

_PLAUSIBLE = -11.0  # nats: what is rarer is no guess
USER_LEADS = frozenset((*range(0xAA, 0xB0), *range(0xF8, 0xFF)))  # AAA1-AFFE and F8A1-FEFE: codes that show nothing


@cache
def pairs() -> dict[int, tuple[str, float]]:
    """Return code (lead * 256 + trail) to character and log-probability, for every two-byte code of GBK."""
    chars = {}
    for lead in range(0x81, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            char = bytes((lead, trail)).decode("gb18030", "ignore")
            if len(char) == 1 and not "\ue000" <= char <= "\uf8ff":
                chars[lead << 8 | trail] = char
    nats = log_probabilities("".join(chars.values())).tolist()
    return {code: (char, value) for (code, char), value in zip(chars.items(), nats, strict=True)}


def code_of(char: str) -> bytes:
    """Return the two bytes of a character in GBK (private use included), or nothing.

    >>> code_of("，").hex(), code_of("A"), code_of("𠮷")
    ('a3ac', b'', b'')
    """
    code = char.encode("gb18030", "ignore")
    return code if len(code) == 2 else b""


@cache
def with_lead(lead: int) -> str:
    """Return the plausible characters whose code starts with a byte, likeliest first.

    >>> with_lead(0xB5)[:4]
    '的地到道'
    """
    return _plausible([lead << 8 | trail for trail in range(0x40, 0xFF)])


@cache
def with_trail(trail: int) -> str:
    """Return the plausible characters whose code ends in a byte, likeliest first."""
    return _plausible([lead << 8 | trail for lead in range(0x81, 0xFF)])


@cache
def into_user_area(lead: int) -> str:
    """Return the plausible characters of a lead whose trail byte starts a code that shows nothing."""
    return _plausible([lead << 8 | trail for trail in USER_LEADS])


@cache
def out_of_user_area(trail: int) -> str:
    """Return the plausible characters of a trail byte whose lead ends a code that shows nothing."""
    return _plausible([lead << 8 | trail for lead in range(0xA1, 0xFF)])


def _plausible(codes: list[int]) -> str:
    known = [pairs()[code] for code in codes if code in pairs()]
    return "".join(char for char, nats in sorted(known, key=lambda pair: -pair[1]) if nats > _PLAUSIBLE)
