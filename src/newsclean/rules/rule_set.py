"""Many rules with one search over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from sys import maxsize
from typing import Any, NamedTuple

from newsclean.edits import Revision, revise
from newsclean.literals import first_characters, longest_match, required_literals
from newsclean.matching import fold
from newsclean.model import Mark
from newsclean.rules.exceptions import Exceptions
from newsclean.rules.firing import ANCHORED, FIRING, LEADING, leading
from newsclean.rules.rule import Hit, Rule


class _Search(NamedTuple):
    """The literals of all rules: who owns each, who has none; how far in each rule can match, what it begins with.

    `opens` is what a line begins with that a rule without literals may match, brackets and bullets included.
    """

    automaton: Any
    owners: list[list[int]]
    always: list[int]
    opens: frozenset[str] | None
    reach: list[int]
    begins: list[frozenset[str] | None]

    def always_of(self, folded: str) -> dict[int, list[int]]:
        """Return the rules without literals that may match a line."""
        first = folded[:1]
        may_match = self.opens is None or first in self.opens or first.isdecimal()
        return {i: [] for i in self.always} if may_match else {}


@dataclass(frozen=True)
class RuleSet:
    """Rules with one literal search over all of them, and the exceptions to them; immutable, safe in threads."""

    rules: tuple[Rule, ...]
    exceptions: Exceptions = field(default_factory=Exceptions)

    def hits(self, folded: str) -> list[Hit]:
        """Return what the rules claim of one folded line, wherever in a page it may stand.

        >>> rule = Rule("x.login", "navigation", "line", "", "登录$", (), ())
        >>> [(hit.rule.id, hit.end) for hit in RuleSet((rule,)).hits("[登录]")]
        [('x.login', 4)]
        """
        return self.hits_of([folded])[0]

    def hits_of(self, lines: Sequence[str]) -> list[list[Hit]]:
        """Return the hits on each of some folded lines; their literals are searched for in one scan."""
        return [
            self._fire(folded, found) if found else [] for folded, found in zip(lines, self._scan(lines), strict=True)
        ]

    def _fire(self, folded: str, found: Mapping[int, list[int]]) -> list[Hit]:
        hits: list[Hit] = []
        begins, lead = self._search.begins, leading(folded)
        first = {folded[:1], folded[lead : lead + 1]}
        is_number = any(char.isdecimal() for char in first)
        for i, places in sorted(found.items()):
            chars = begins[i]
            if chars is None or is_number or not chars.isdisjoint(first):
                hits += FIRING[self.rules[i].where](self.rules[i], folded, places)
        return hits

    def _scan(self, lines: Sequence[str]) -> list[dict[int, list[int]]]:
        """Return the rules that may fire on each line, with the places of their literals, as far in as they reach."""
        search = self._search
        found = [search.always_of(line) for line in lines]
        if search.automaton is None:
            return found
        owners, reach = search.owners, search.reach
        at, start, end, inner = -1, 0, -1, 0
        for literal, first, _ in search.automaton.find_matches_as_indexes("\n".join(lines), overlapping=True):
            while first >= end:
                start, at = end + 1, at + 1
                end = start + len(lines[at])
                inner = start + leading(lines[at])
            for i in owners[literal]:
                if first - inner <= reach[i]:
                    found[at].setdefault(i, []).append(first - start)
        return found

    @cached_property
    def _search(self) -> _Search:
        from ahocorasick_rs import AhoCorasick

        owners: dict[str, list[int]] = {}
        always, reach, begins = list[int](), list[int](), list[frozenset[str] | None]()
        for i, rule in enumerate(self.rules):
            literals = required_literals(rule.regex)
            if not literals:
                always.append(i)
            for literal in literals:
                owners.setdefault(literal, []).append(i)
            anchored = rule.where in ANCHORED
            reach.append(longest_match(rule.regex) if anchored else maxsize)
            begins.append(first_characters(rule.regex) if anchored else None)
        free = [begins[i] for i in always]
        opens = None if None in free else LEADING.union(*(chars for chars in free if chars))
        automaton = AhoCorasick(list(owners)) if owners else None
        return _Search(automaton, list(owners.values()), always, opens, reach, begins)

    def __reduce__(self) -> tuple[Any, ...]:
        return RuleSet, (self.rules, self.exceptions)


def failures(rule: Rule, exceptions: Exceptions | None = None) -> list[str]:
    """Run a rule's own examples, beside exceptions, and return a sentence for each that fails.

    >>> removes, keeps = ("本文仅代表作者观点。",), ("他说本文仅代表自己。",)
    >>> failures(Rule("x.view", "disclaimer", "tail", "", "本文仅代表", removes, keeps))
    []
    """
    wrong = []
    alone = RuleSet((rule,), exceptions or Exceptions())
    for example in rule.removes:
        left = _left(alone, example)
        wrong += [f"{rule.id}: does not remove {example!r} (leaves {left!r})"] if left.strip() else []
    wrong += [f"{rule.id}: removes from {kept!r}" for kept in rule.keeps if _left(alone, kept) != kept]
    return wrong


def _left(rules: RuleSet, text: str) -> str:
    left = []
    for line in text.split("\n"):
        start = len(line) - len(fold(line).lstrip())
        hits = rules.hits(fold(line).strip())
        marks = [Mark(start + h.start, start + h.end, "", h.rule.kind, h.rule.id) for h in hits]
        left.append(revise(Revision(line, line), rules.exceptions.spare(line, marks)).text)
    return "\n".join(left)
