"""Many rules with one search over all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from newsclean.edits import Revision, revise
from newsclean.literals import required_literals
from newsclean.matching import fold
from newsclean.model import Mark
from newsclean.rules.exceptions import Exceptions
from newsclean.rules.firing import FIRING
from newsclean.rules.rule import Hit, Rule


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
        searched, owners, always = self._search
        found: dict[int, list[int]] = {i: [] for i in always}
        for literal, start, _ in searched.find_matches_as_indexes(folded, overlapping=True) if searched else ():
            for i in owners[literal]:
                found.setdefault(i, []).append(start)
        if not found:
            return []
        hits: list[Hit] = []
        for i in sorted(found):
            hits += FIRING[self.rules[i].where](self.rules[i], folded, found[i])
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
