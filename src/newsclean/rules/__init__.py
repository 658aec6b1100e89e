"""Rule packs: TOML tables of patterns with their own examples, checked when they are loaded.

A rule says where it may fire: on a whole `line` anywhere, in the `head` or the `tail` of a page, on a `sentence`, or
`inline`. Its pattern is matched on folded text (Simplified, half-width, lower case) and begins where the line or the
sentence begins, after brackets and bullets; only an inline pattern is searched for. A pattern runs only on a line that
holds one of its literals, which one Aho-Corasick scan finds for all rules together.
"""

from newsclean.rules.exceptions import Exceptions, Exemption
from newsclean.rules.files import builtin, load, load_exceptions, select
from newsclean.rules.rule import Hit, Rule
from newsclean.rules.rule_set import RuleSet, failures

__all__ = [
    "Exceptions",
    "Exemption",
    "Hit",
    "Rule",
    "RuleSet",
    "builtin",
    "failures",
    "load",
    "load_exceptions",
    "select",
]
