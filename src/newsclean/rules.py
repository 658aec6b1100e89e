"""Rule packs: TOML tables of patterns with their own examples, checked when they are loaded.

A rule says where it may fire: on a whole `line` anywhere, in the `head` or the `tail` of a page, on a `sentence`, or
`inline`. Its pattern is matched on folded text (Simplified, half-width, lower case) and begins where the line or the
sentence begins, after brackets and bullets; only an inline pattern is searched for. A pattern runs only on a line that
holds one of its literals, which one Aho-Corasick scan finds for all rules together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import RuleError, nearest
from newsclean.literals import required_literals
from newsclean.matching import fold
from newsclean.model import REMOVED_KINDS

WHERE = ("head", "tail", "line", "sentence", "inline")
_REQUIRED = ("id", "kind", "where", "what", "pattern", "removes", "keeps")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")
_LEADING = " ([{【〔<《■□◆◇●○▲△▼▽※★☆*·-—–_>»|#/:,、→➤►▶◎✦◤◢◥◣↑↓👉☞☛✅📌❖⊙◉▍▎"
_TRAILING = " )]}】〕>》■□◆◇●○▲△▼▽※★☆*·-—–_»|#/→➤►▶◎✦◤◢◥◣↓☜👈❖◉"
_SENTENCE_END = re.compile(r"[。!?…]+")
_CLOSING = re.compile(r"[)\]】〕”’ ]*")
# Longer lines are articles, whatever they begin with; also the bound that keeps every pattern linear.
LINE_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a rule pack."""

    id: str
    kind: str
    where: str
    what: str
    pattern: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    pack: str = ""

    @property
    def regex(self) -> re.Pattern[str]:
        """The pattern as it is matched on folded text."""
        return _compile(self.pattern)


class Hit(NamedTuple):
    """What a rule claims of a line: `start` and `end` are offsets in the line."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True)
class RuleSet:
    """Rules with one literal search over all of them; immutable, picklable, safe in threads."""

    rules: tuple[Rule, ...]

    def hits(self, folded: str) -> list[Hit]:
        """Return what the rules claim of one folded line, wherever in a page it may stand.

        >>> rule = Rule("x.login", "navigation", "line", "", "登录$", (), ())
        >>> [(hit.rule.id, hit.end) for hit in RuleSet((rule,)).hits("[登录]")]
        [('x.login', 4)]
        """
        searched, owners, always = self._search
        found: dict[int, list[int]] = {i: [] for i in always}
        for literal, start, _ in searched.find_matches_as_indexes(folded, overlapping=True) if searched else ():
            for i in owners[literal]:
                found.setdefault(i, []).append(start)
        if not found:
            return []
        hits: list[Hit] = []
        for i in sorted(found):
            hits += _HITS[self.rules[i].where](self.rules[i], folded, found[i])
        return hits

    @cached_property
    def _search(self) -> tuple[Any, list[list[int]], list[int]]:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[int]] = {}
        always = []
        for i, rule in enumerate(self.rules):
            literals = required_literals(rule.regex)
            if not literals:
                always.append(i)
            for literal in literals:
                owners.setdefault(literal, []).append(i)
        search = AhoCorasick(list(owners)) if owners else None
        return search, list(owners.values()), always

    def __reduce__(self) -> tuple[Any, ...]:
        return RuleSet, (self.rules,)


def load(file: Path | Traversable) -> tuple[Rule, ...]:
    """Read and check one rule file.

    Raises RuleError naming the file, the rule and the key that is wrong.
    """
    name = str(file)
    try:
        tables = tomllib.loads(file.read_bytes().decode("utf-8"))
    except OSError as error:
        raise RuleError(f"{name}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{name}: not a rule file: {error}") from error
    for key in tables:
        if key != "rule":
            raise RuleError(f"{name}: unknown key {key!r}{nearest(key, ['rule'])}")
    rows = tables.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RuleError(f"{name}: 'rule' must be written as [[rule]] tables")
    rules = tuple(_rule(row, name, number) for number, row in enumerate(rows, 1))
    _check_unique(rules)
    return rules


@cache
def builtin() -> tuple[Rule, ...]:
    """Return the rules that newsclean ships, and those of installed packs (entry point `newsclean.rules`)."""
    packs: list[Traversable] = [resources.files("newsclean").joinpath("data/rules")]
    packs += [resources.files(entry.load()) for entry in metadata.entry_points(group="newsclean.rules")]
    rules: list[Rule] = []
    for pack in packs:
        for file in sorted(pack.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                rules += load(file)
    _check_unique(rules)
    return tuple(rules)


def select(files: Iterable[str | Path], off: Iterable[str] = ()) -> RuleSet:
    """Return the shipped rules and those of `files`, without those named in `off`.

    Raises RuleError for a file that cannot be read and for an unknown id.
    """
    rules = list(builtin())
    for file in files:
        rules += load(Path(file))
    _check_unique(rules)
    known = {rule.id for rule in rules}
    unwanted = set(off)
    for rule_id in sorted(unwanted - known):
        raise RuleError(f"no rule {rule_id!r}{nearest(rule_id, known)}")
    return RuleSet(tuple(rule for rule in rules if rule.id not in unwanted))


def failures(rule: Rule) -> list[str]:
    """Run a rule's own examples and return a sentence for each that fails.

    >>> removes, keeps = ("本文仅代表作者观点。",), ("他说本文仅代表自己。",)
    >>> failures(Rule("x.view", "disclaimer", "tail", "", "本文仅代表", removes, keeps))
    []
    """
    wrong = []
    alone = RuleSet((rule,))
    for example in rule.removes:
        left = _left(alone, example)
        wrong += [f"{rule.id}: does not remove {example!r} (leaves {left!r})"] if left.strip() else []
    wrong += [f"{rule.id}: removes from {kept!r}" for kept in rule.keeps if _left(alone, kept) != kept]
    return wrong


def _left(rules: RuleSet, text: str) -> str:
    left = []
    for line in text.split("\n"):
        folded = fold(line)
        gone = rules.hits(folded.strip())
        offset = len(folded) - len(folded.lstrip())
        chars = [c for i, c in enumerate(line) if not any(h.start <= i - offset < h.end for h in gone)]
        left.append("".join(chars))
    return "\n".join(left)


def _rule(row: dict[str, Any], file: str, number: int) -> Rule:
    at = f"{file}: rule {row.get('id', number)!r}"
    for key in row:
        if key not in _REQUIRED:
            raise RuleError(f"{at}: unknown key {key!r}{nearest(key, _REQUIRED)}")
    for key in _REQUIRED:
        if key not in row:
            raise RuleError(f"{at}: key {key!r} is missing")
        wanted = list if key in ("removes", "keeps") else str
        if not isinstance(row[key], wanted) or not row[key] or not all(isinstance(item, str) for item in row[key]):
            what = "a list of at least one string" if wanted is list else "a string that is not empty"
            raise RuleError(f"{at}: key {key!r} must be {what}")
    if not _ID.fullmatch(row["id"]):
        raise RuleError(f"{at}: key 'id' must be family.what-is-found in kebab-case")
    for key, known in (("kind", REMOVED_KINDS), ("where", WHERE)):
        if row[key] not in known:
            raise RuleError(f"{at}: key {key!r}: unknown {key} {row[key]!r}{nearest(row[key], known)}")
    _check_pattern(row["pattern"], at)
    values = {key: row[key] for key in _REQUIRED if key not in ("removes", "keeps")}
    return Rule(**values, removes=tuple(row["removes"]), keeps=tuple(row["keeps"]), pack=Path(file).stem)


def _check_pattern(pattern: str, at: str) -> None:
    try:
        regex = _compile(pattern)
    except re.error as error:
        raise RuleError(f"{at}: key 'pattern': {error}") from error
    if regex.match(""):
        raise RuleError(f"{at}: key 'pattern' matches the empty string")


def _check_unique(rules: Sequence[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{rule.pack}: rule {rule.id!r}: key 'id' is used twice")
        seen.add(rule.id)


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, folded as the text will be; escapes and group names keep their capitals."""
    folded = re.sub(r"\\.|\(\?P.[^>)]*|[A-Z]", lambda m: m[0].lower() if len(m[0]) == 1 else m[0], pattern)
    return re.compile("".join(char if char.isascii() else _folded_char(char) for char in folded))


def _folded_char(char: str) -> str:
    plain = fold(char)
    return re.escape(plain) if plain.isascii() else plain


def _line_hits(rule: Rule, folded: str, _: list[int]) -> list[Hit]:
    head = folded[:LINE_LIMIT]
    for start, text in _cores(head, whole=len(folded) <= LINE_LIMIT):
        match = rule.regex.match(text)
        if match:
            if len(folded) <= LINE_LIMIT:
                return [Hit(rule, 0, len(folded))]
            end = _sentence_end(folded, start + match.end())
            return [Hit(rule, 0, end)] if end else []
    return []


@lru_cache(maxsize=2)  # every rule of a line asks
def _cores(text: str, *, whole: bool) -> tuple[tuple[int, str], ...]:
    """Return the readings of a line that a pattern may begin on: as it is, and without its brackets and bullets."""
    inner = text.lstrip(_LEADING)
    start = len(text) - len(inner)
    bare = inner.rstrip(_TRAILING) if whole else inner
    readings = [(0, text)]
    if start:
        readings.append((start, inner))
    if bare and bare != inner:
        readings.append((start, bare))
    return tuple(readings)


def _sentence_hits(rule: Rule, folded: str, literals: list[int]) -> list[Hit]:
    hits: list[Hit] = []
    for at in literals or [0]:
        if hits and at < hits[-1].end:
            continue
        start = _sentence_start(folded, at)
        match = rule.regex.match(folded, start)
        if match:
            first = _with_opening(folded, start)
            end = _sentence_end(folded, match.end())
            quoted = _quoted(folded, first) or _opens_quote(folded, start, match.end())
            if end and not quoted and not (hits and first < hits[-1].end):
                hits.append(Hit(rule, first, end))
    return hits


def _inline_hits(rule: Rule, folded: str, literals: list[int]) -> list[Hit]:
    hits: list[Hit] = []
    for at in literals or [0]:
        low = max(hits[-1].end if hits else 0, at - LINE_LIMIT // 2)
        if hits and at < low:
            continue
        match = rule.regex.search(folded, low, at + LINE_LIMIT // 2)
        if match:
            hits.append(Hit(rule, match.start(), match.end()))
    return hits


_HITS = {
    "head": _line_hits,
    "tail": _line_hits,
    "line": _line_hits,
    "sentence": _sentence_hits,
    "inline": _inline_hits,
}


def _sentence_start(folded: str, at: int) -> int:
    """Return where the sentence around `at` begins, after its brackets and bullets."""
    low = max(0, at - LINE_LIMIT)
    start = max([folded.rfind(mark, low, at) for mark in "。!?…"]) + 1 if at else 0
    start = max(start, low or 0)
    while start < at and folded[start] in _LEADING + "”)]】〕":
        start += 1
    return start


def _with_opening(folded: str, start: int) -> int:
    """Return the start with the brackets and bullets before it, but not those that close something earlier."""
    while start and folded[start - 1] in _LEADING and folded[start - 1] not in ":,、":
        start -= 1
    return start


def _sentence_end(folded: str, at: int) -> int | None:
    """Return where the sentence that goes on at `at` ends, its closing brackets included; None if that is far off."""
    found = _SENTENCE_END.search(folded, max(at - 1, 0), at + LINE_LIMIT)
    if found:
        closed = _CLOSING.match(folded, found.end())
        return closed.end() if closed else found.end()
    return len(folded) if len(folded) <= at + LINE_LIMIT else None


def _quoted(folded: str, at: int) -> bool:
    return _opens_quote(folded, max(0, at - LINE_LIMIT), at)


def _opens_quote(folded: str, start: int, end: int) -> bool:
    """Tell whether a quotation begins between two places that does not end there: who quotes a notice reports it."""
    return folded.count("“", start, end) > folded.count("”", start, end)
