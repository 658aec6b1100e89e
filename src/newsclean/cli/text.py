"""newsclean detect, newsclean convert."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import click

from newsclean.cli.streams import blocks, or_stdin, read, shown, warn, write
from newsclean.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCK = 1 << 20  # bytes; what is no longer is decoded as one page


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
    """Convert the script of texts of any size and change nothing else; encodings are detected, the output is UTF-8.

    \b
    Examples:
      newsclean convert --to traditional < in.txt
      newsclean convert --to s2twp in.txt
    """
    from newsclean.script import check_target, convert_stream

    check_target(to)
    failed = 0
    for name in or_stdin(inputs):
        try:
            for text in convert_stream(_texts(blocks(name, _BLOCK)), to):
                write(text)
        except RecordError as error:
            warn(str(error))
            failed = 1
    return failed


def _texts(blocks: Iterable[bytes]) -> Iterator[str]:
    """Yield the text of a stream by blocks: the first that is not ASCII tells the encoding of all that follow."""
    from newsclean.decoding import decode

    decoder: codecs.IncrementalDecoder | None = None
    for block in blocks:
        if decoder is not None:
            yield decoder.decode(block)
        elif len(block) < _BLOCK or block.isascii():
            yield decode(block).text
        else:
            decoder = _decoder(decode(block).encoding)
            yield decoder.decode(block).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    if decoder is not None:
        yield decoder.decode(b"", final=True)


def _decoder(encoding: str) -> codecs.IncrementalDecoder:
    """Return a decoder of a long stream; of the encodings that Python does not know, UTF-8's."""
    try:
        return codecs.getincrementaldecoder(encoding)("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")
