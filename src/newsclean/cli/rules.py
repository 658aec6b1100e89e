"""newsclean rules."""

from __future__ import annotations

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
def test_rules(files: tuple[str, ...]) -> int:
    """Run the examples of rule files (of the shipped rules, if none is named); exit 2 if any fails."""
    from pathlib import Path

    from newsclean.rules import builtin, failures, load, select

    tested = [rule for file in files for rule in load(Path(file))] if files else list(builtin())
    select(files)  # ids must be new beside the shipped ones
    wrong = [message for rule in tested for message in failures(rule)]
    for message in wrong:
        warn(message)
    examples = sum(len(rule.removes) + len(rule.keeps) for rule in tested)
    write(f"{len(tested)} rules, {examples} examples, {len(wrong)} failed\n")
    return 2 if wrong else 0
