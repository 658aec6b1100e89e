"""Conversion of a text to one script: gated by the script it is in, or by an OpenCC configuration as it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean.errors import ConfigError, nearest
from newsclean.script.chain import differences, read_chain
from newsclean.script.dictionaries import configuration_names
from newsclean.script.gate import TARGETS, passages
from newsclean.script.reimplemented import read_reimplemented, reimplemented_names
from newsclean.script.words import read_mended

if TYPE_CHECKING:
    from newsclean.model import Mark
    from newsclean.script.chain import Chain

ENGINES = ("opencc", "reimplemented")

_ROUNDS = 4


def convert(text: str, to: str = "simplified", engine: str = "opencc") -> str:
    """Convert a text to a script.

    `to` is simplified, traditional, taiwan or hongkong: then only what is in the other script is converted, Japanese
    stays, and converting again changes nothing; or `keep`; or the name of an OpenCC configuration, such as `s2twp`,
    which is applied whatever the text is, with OpenCC's own output. `engine` is `opencc`, or `reimplemented` for the
    output of the package opencc-python-reimplemented, which must be installed. Wrong names raise `ConfigError`.

    >>> convert("范冰冰和蕭乾的著作，後來在臺灣看著很多")
    '范冰冰和萧乾的著作，后来在台湾看着很多'
    >>> convert("萧乾谈乾隆")
    '萧乾谈乾隆'
    >>> convert("这个软件里的项目", to="taiwan"), convert("这个软件里的项目", to="s2twp")
    ('這個軟件裡的項目', '這個軟體裡的專案')
    """
    chain = _named(to, engine)
    if chain:
        return chain.convert(text)
    if to == "keep":
        return text
    before = text
    for _ in range(_ROUNDS):
        after = _convert_once(before, to, engine)
        if after == before:
            return after
        before = after
    return text  # what never settles is left alone, so that converting again changes nothing


def find_conversions(text: str, to: str = "simplified", engine: str = "opencc") -> list[Mark]:
    """Mark what `convert` changes in a text, by the smallest runs.

    >>> [(mark.start, mark.end, mark.after, mark.rule) for mark in find_conversions("他說在這裡", "simplified")]
    [(1, 2, '说', 'script.simplified'), (3, 5, '这里', 'script.simplified')]
    """
    rule = f"script.{to}"
    chain = _named(to, engine)
    return chain.marks(text, rule) if chain else differences(text, convert(text, to, engine), rule)


def check_target(to: str, engine: str = "opencc") -> None:
    """Raise `ConfigError` for a target or an engine that there is not.

    >>> check_target("simplifed")
    Traceback (most recent call last):
    newsclean.errors.ConfigError: unknown script 'simplifed'; did you mean 'simplified'?
    """
    if engine not in ENGINES:
        raise ConfigError(f"unknown conversion engine {engine!r}{nearest(engine, ENGINES)}")
    if to not in _targets(engine):
        raise ConfigError(f"unknown script {to!r}{nearest(to, _targets(engine))}")


@cache
def _targets(engine: str) -> tuple[str, ...]:
    names = reimplemented_names() if engine == "reimplemented" else configuration_names()
    return ("keep", *TARGETS, *names)


def _convert_once(text: str, to: str, engine: str) -> str:
    read = read_reimplemented if engine == "reimplemented" else read_mended
    parts: list[str] = []
    done = 0
    for start, end, configuration in passages(text, to):
        parts += (text[done:start], read(configuration).convert(text[start:end]))
        done = end
    return "".join((*parts, text[done:])) if parts else text


@cache
def _named(to: str, engine: str) -> Chain | None:
    """Return the conversion that a configuration's name asks for, or nothing where the text decides."""
    check_target(to, engine)
    if to in ("keep", *TARGETS):
        return None
    return read_reimplemented(to) if engine == "reimplemented" else read_chain(to)
