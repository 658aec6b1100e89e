"""Write the rule catalogue, docs/rules, from the rule packs; with --check only say whether it is current.

python scripts/rule_docs.py [--check]
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from newsclean.layout.weights import WEIGHTS
from newsclean.rules import Rule, builtin

DOCS = Path(__file__).resolve().parent.parent / "docs"
WHERE = {
    "line": "a whole line, anywhere",
    "head": "a whole line above the body",
    "tail": "a whole line below the body",
    "sentence": "a sentence, anywhere",
    "inline": "the very match, anywhere",
}


def family(rule: Rule) -> str:
    return rule.id.split(".")[0]


def entry(rule: Rule) -> str:
    def listed(examples: tuple[str, ...]) -> str:
        return "\n".join(f"- {example}" for example in examples)

    return (
        f"## {rule.id}\n\n{rule.what}. Removes {WHERE[rule.where]}; kind `{rule.kind}`.\n\n"
        f"Removes:\n\n{listed(rule.removes)}\n\nKeeps:\n\n{listed(rule.keeps)}\n\n"
        f"```regex\n{rule.pattern}\n```\n"
    )


def pages() -> dict[str, str]:
    """Return the text of each page by its name."""
    rules = sorted(builtin(), key=lambda rule: rule.id)
    written, index = {}, []
    for name, group in groupby(rules, key=family):
        members = list(group)
        written[f"{name}.md"] = f"# {name}\n\n" + "\n".join(entry(rule) for rule in members)
        index.append(f"| [{name}]({name}.md) | {len(members)} | {', '.join(sorted({r.kind for r in members}))} |")
    written["README.md"] = (
        "# The rules\n\n"
        "Generated from `src/newsclean/data/rules` by `make docs`; `newsclean rules show ID` prints the same.\n"
        "Beside the rules, finders judge what needs the page: chrome made of known words (`layout.chrome-words`),\n"
        "lines of head and tail that no rule knows (`layout.head-line`, `layout.tail-line`), credits and datelines\n"
        "(`byline.*`, `dateline.*`), injected keywords, advertisements, link farms and duplicates.\n\n"
        "| family | rules | kinds |\n|---|---|---|\n" + "\n".join(index) + "\n"
    )
    return written


def weights() -> str:
    """Return the table of weights as docs/layout.md shows it."""
    rows = "\n".join(f"| {name} | {w.head:+.1f} | {w.body:+.1f} | {w.tail:+.1f} |" for name, w in WEIGHTS.items())
    return f"| feature | head | body | tail |\n|---|---|---|---|\n{rows}\n"


def main() -> int:
    wanted = {DOCS / "rules" / name: text for name, text in pages().items()}
    layout = DOCS / "layout.md"
    before, _, rest = layout.read_text(encoding="utf-8").partition("<!-- weights -->\n")
    wanted[layout] = f"{before}<!-- weights -->\n{weights()}<!-- end -->\n{rest.partition('<!-- end -->' + chr(10))[2]}"
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in (DOCS / "rules").glob("*.md") if path not in wanted]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(DOCS.parent)} is not current: run `make docs`")
        return bool(stale)
    (DOCS / "rules").mkdir(exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
