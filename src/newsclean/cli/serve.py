"""newsclean serve."""

from __future__ import annotations

import os
import signal
import socket
from typing import Any

import click

from newsclean.cli.streams import warn
from newsclean.errors import ConfigError

_PATIENCE = 30  # seconds that a stop waits for requests under way


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen [127.0.0.1: this machine alone].")
@click.option("--port", default=8765, type=click.IntRange(0, 65535), metavar="N", help="[8765]; 0: any that is free.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes [as many as processors, at most 8].")
@click.option("--script", default="simplified", metavar="SCRIPT", help="As of newsclean clean [simplified].")
@click.option("--punctuation", type=click.Choice(["keep", "fullwidth"]), default="keep", help="[keep]")
@click.option("--keep", multiple=True, metavar="KIND", help="Leave removals of this kind in the text.")
@click.option("--rules", multiple=True, metavar="FILE", help="A rule file of your own.")
@click.option("--profile", metavar="FILE", help="Lines that sites repeat, as `newsclean learn` found them.")
@click.option("--max-bytes", default=16 << 20, type=click.IntRange(1), metavar="N", help="Of a record [16 MiB].")
@click.option("--record-timeout", default=30.0, type=click.FloatRange(0.01), metavar="SECONDS", help="[30]")
@click.option("--read-timeout", default=60.0, type=click.FloatRange(0.01), metavar="SECONDS", help="[60]")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def serve(host: str, port: int, workers: int | None, quiet: bool, **options: Any) -> int:
    """Clean over HTTP: POST a page to /clean, JSON Lines to /batch; the manual is the page at /.

    \b
    Example:
      newsclean serve &
      curl --data-binary @page.html 'http://127.0.0.1:8765/clean?url=https://example.com/1.html'
    """
    try:
        import uvicorn

        from newsclean.serve.app import create_app
        from newsclean.serve.limits import Limits
    except ImportError as error:
        raise ConfigError(f"the service needs {error.name}: pip install 'newsclean[serve]'") from error
    from newsclean.cleaner import Cleaner

    limits = Limits(options.pop("max_bytes"), options.pop("record_timeout"), options.pop("read_timeout"))
    cleaner = Cleaner(**options)
    workers = workers or min(os.cpu_count() or 1, 8)
    listener = listen(host, port)
    address = "http://{}:{}".format(f"[{host}]" if ":" in host else host, listener.getsockname()[1])

    def started() -> None:
        if not quiet:
            warn(f"listening on {address}, {workers} worker{'s' if workers > 1 else ''}")

    app = create_app(cleaner, workers, limits, started)
    config = uvicorn.Config(
        app, log_level="warning", lifespan="on", server_header=False, timeout_graceful_shutdown=_PATIENCE
    )
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _ignore)  # uvicorn sets its own, and at the end raises the signal again for these
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    return 0 if server.started else 1


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raise `ConfigError` where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) only what says it is TCP; else each answer waits 40 ms for the client's leave
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # who comes before the workers are ready waits
    except OSError as error:
        raise ConfigError(f"cannot listen on {host}:{port}: {error.strerror}") from error
    return listener


def _ignore(*_: object) -> None:
    pass
