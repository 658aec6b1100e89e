"""newsclean detect, newsclean convert."""

from __future__ import annotations

import click

from newsclean.cli.streams import or_stdin, read, shown, warn, write
from newsclean.errors import RecordError


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|-]...")
def detect(inputs: tuple[str, ...]) -> int:
    """Tell the encoding and the script of files: a line each, of name, encoding, how it is known, and script.

    \b
    Example:
      newsclean detect pages/*.html
    """
    from newsclean.decoding import decode
    from newsclean.script import detect_script

    failed = 0
    for name in or_stdin(inputs):
        try:
            decoded = decode(read(name))
        except RecordError as error:
            warn(str(error))
            failed = 1
        else:
            replaced = f", {decoded.replaced} bytes lost" if decoded.replaced else ""
            write(f"{shown(name)}\t{decoded.encoding}\t{decoded.how}{replaced}\t{detect_script(decoded.text)}\n")
    return failed


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, metavar="[FILE|-]...")
@click.option("--to", default="simplified", metavar="SCRIPT", help="simplified, traditional, taiwan, … or s2tw, …")
def convert(inputs: tuple[str, ...], to: str) -> int:
    """Convert the script of texts and change nothing else; encodings are detected, the output is UTF-8.

    \b
    Examples:
      newsclean convert --to traditional < in.txt
      newsclean convert --to s2twp in.txt
    """
    from newsclean.decoding import decode
    from newsclean.script import convert as convert_script

    failed = 0
    for name in or_stdin(inputs):
        try:
            text = decode(read(name)).text
        except RecordError as error:
            warn(str(error))
            failed = 1
        else:
            write(convert_script(text, to))
    return failed
