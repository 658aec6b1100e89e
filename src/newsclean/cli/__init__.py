"""The command line: arguments, streams, exit status."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from newsclean.errors import ConfigError, NewscleanError, nearest

_COMMANDS = {
    "clean": "newsclean.cli.clean:clean",
    "restore": "newsclean.cli.restore:restore",
    "explain": "newsclean.cli.explain:explain",
    "learn": "newsclean.cli.learn:learn",
    "detect": "newsclean.cli.text:detect",
    "convert": "newsclean.cli.text:convert",
    "report": "newsclean.cli.report:report",
    "review": "newsclean.cli.review:review",
    "rules": "newsclean.cli.rules:rules",
    "serve": "newsclean.cli.serve:serve",
}


class _Lazy(click.Group):
    """A group that imports a command when it is wanted, so that none pays for another."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"no command {args[0]!r}{nearest(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        import newsclean

        click.echo(f"newsclean {newsclean.__version__}")
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version, help="Show the version."
)
def cli() -> None:
    """Clean scraped Chinese news: title, byline, date and body, with every removal on record.

    \b
    Examples:
      newsclean clean page.html                         the article's text
      newsclean clean pages/ -o cleaned.jsonl           a folder, one record an article
      newsclean clean news.jsonl.gz -o out.jsonl.gz --workers 8 --rejects bad.jsonl
      newsclean explain page.txt                        what was taken out, and why
      newsclean report cleaned.jsonl -o report.html     a page to see and judge what went
      newsclean restore < cleaned.jsonl                 the input again

    Exit status: 0 all done; 1 some record could not be read, and the others are done; 2 wrong usage, configuration or
    rule file.
    """


def main() -> None:
    """Run a command and end the process with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and return its exit status; what went wrong is on standard error."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy is here for tables; its threads cost memory and forks
    try:
        return cli.main(arguments, prog_name="newsclean", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ConfigError as error:
        return _fail(error, str(error), 2)
    except NewscleanError as error:
        return _fail(error, str(error), 1)
    except SystemExit:  # click's answer to a closed pipe: the reader has all it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        return _fail(error, f"{error.filename or 'standard output'}: {error.strerror}", 1)
    except (KeyboardInterrupt, click.Abort) as error:
        return _fail(error, "stopped", 130)


def _fail(error: BaseException, message: str, status: int) -> int:
    notes = getattr(error, "__notes__", None) or getattr(error.__cause__, "__notes__", [])  # click wraps Ctrl-C
    print("newsclean: " + "; ".join([message, *notes]), file=sys.stderr)
    return status
