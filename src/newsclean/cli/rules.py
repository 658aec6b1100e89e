"""newsclean rules."""

from __future__ import annotations

from pathlib import Path

import click

from newsclean.cli.streams import warn, write
from newsclean.errors import ConfigError, nearest


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def rules(ctx: click.Context) -> None:
    """List, show and test the rules that say what is removed; without a command, list them.

    \b
    Examples:
      newsclean rules list --kind disclaimer
      newsclean rules show disclaimer.views-of-author
      newsclean rules test my-rules.toml
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_rules)


@rules.command("list")
@click.option("--kind", metavar="KIND", help="Only rules of this kind.")
@click.option("--rules", "files", multiple=True, metavar="FILE", help="A rule file of your own, too.")
def list_rules(kind: str | None, files: tuple[str, ...]) -> None:
    """List the rules: id, kind, place, and what each finds."""
    from newsclean.model import REMOVED_KINDS
    from newsclean.rules import select

    if kind and kind not in REMOVED_KINDS:
        raise ConfigError(f"no kind {kind!r}{nearest(kind, REMOVED_KINDS)}")
    found = [rule for rule in select(files).rules if kind in (None, rule.kind)]
    write("".join(f"{rule.id:<44} {rule.kind:<16} {rule.where:<9} {rule.what}\n" for rule in found))


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@click.option("--rules", "files", multiple=True, metavar="FILE", help="A rule file of your own, too.")
def show_rule(rule_id: str, files: tuple[str, ...]) -> None:
    """Show a rule: what it finds, its pattern, and its examples."""
    from newsclean.rules import select

    known = {rule.id: rule for rule in select(files).rules}
    if rule_id not in known:
        raise ConfigError(f"no rule {rule_id!r}{nearest(rule_id, known)}")
    rule = known[rule_id]
    lines = [
        rule.id,
        f"  {rule.what}",
        "",
        f"kind     {rule.kind}",
        f"where    {rule.where}",
        f"pattern  {rule.pattern}",
    ]
    lines += [f"removes  {example}" for example in rule.removes] + [f"keeps    {example}" for example in rule.keeps]
    write("\n".join(lines) + "\n")


@rules.command("test")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--cases", metavar="DIR", help="Clean the gold cases of a folder with these rules, too.")
def test_rules(files: tuple[str, ...], cases: str | None) -> int:
    """Run the examples of rule files (of the shipped rules, if none is named); exit 2 if any fails.

    An exception passes if its text stays when its line is cleaned with these files. A gold case passes if all of its
    paragraphs stay, and nothing else.
    """
    from newsclean.cleaner import Cleaner
    from newsclean.rules import builtin, failures
    from newsclean.testing.cases import check_case, read
    from newsclean.testing.rule_cases import check_rules, read_rules

    cleaner = Cleaner(script="keep", rules=files)  # ids must be new beside the shipped ones
    rules, exceptions = read_rules(files) if files else (builtin(), ())
    wrong = check_rules(*files) if files else [message for rule in rules for message in failures(rule)]
    paths = _case_files(cases) if cases else []
    wrong += [message for path in paths for message in check_case(read(path), cleaner)]
    for message in wrong:
        warn(message)
    examples = sum(len(rule.removes) + len(rule.keeps) for rule in rules)
    told = [f"{len(rules)} rules", *([f"{len(exceptions)} exceptions"] if exceptions else []), f"{examples} examples"]
    write(", ".join([*told, *([f"{len(paths)} cases"] if cases else []), f"{len(wrong)} failed\n"]))
    return 2 if wrong else 0


def _case_files(folder: str) -> list[Path]:
    found = sorted(Path(folder).rglob("*.case"))
    if not found:
        raise ConfigError(f"{folder}: no gold case (*.case) in it")
    return found
