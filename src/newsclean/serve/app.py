"""The service as an ASGI application; docs/integrations/http.md is its manual."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import orjson
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

import newsclean
from newsclean.cleaner import FORMS
from newsclean.errors import ConfigError, nearest
from newsclean.serve.answer import Answer, Task, choose
from newsclean.serve.batch import Batch
from newsclean.serve.bodies import BodyError, read_body
from newsclean.serve.limits import Limits
from newsclean.serve.openapi import document
from newsclean.serve.workers import Workers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from newsclean.cleaner import Cleaner

_JSON = "application/json"
_FORM = "multipart/form-data"
_HINTS = ("id", "url", "title", "content_type", "form")
_CHOICES = ("form", "script", "punctuation", "keep", "provenance")
_REFUSED = {
    _FORM: "send the page itself as the body (curl --data-binary @page.html)",
    "application/x-ndjson": "send JSON Lines to /batch",
    "application/jsonl": "send JSON Lines to /batch",
}


def create_app(
    cleaner: Cleaner, workers: int = 2, limits: Limits | None = None, started: Callable[[], None] = lambda: None
) -> ASGIApp:
    """Return the service, for any ASGI server; `workers` are processes, `started` is called when they are ready."""
    limits = limits or Limits()
    staff = Workers(cleaner, workers, limits.record_timeout)

    async def clean(request: Request) -> Response:
        task = _page(request, _task(request, cleaner, (*_HINTS, *_CHOICES)))
        found = await staff.answer(task._replace(body=await read_body(request, limits)))
        return Response(found.json(), found.status, media_type=_JSON)

    async def batch(request: Request) -> ASGIApp:
        _media_type(request, {_FORM})
        return Batch(request, staff, limits, _task(request, cleaner, _CHOICES)._replace(is_record=True))

    async def health(_: Request) -> Response:
        state = {"status": "ok", "version": newsclean.__version__, "workers": workers, "busy": staff.busy}
        return Response(orjson.dumps(state), media_type=_JSON)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            await staff.start()
            started()
            yield
        finally:
            await staff.stop()

    routes = [
        Route("/clean", clean, methods=["POST"]),
        Route("/batch", batch, methods=["POST"]),
        Route("/health", health),
        Route("/openapi.json", _openapi),
        Route("/", _manual),
    ]
    handlers: Any = {HTTPException: _refusal, ConfigError: _wrong_choice, BodyError: _broken_limit, Exception: _fault}
    return Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)


def _task(request: Request, cleaner: Cleaner, known: tuple[str, ...]) -> Task:
    """Read the query; raise `ConfigError` for what is unknown, given twice, or wrong."""
    query = request.query_params
    for name in query:
        if name not in known:
            raise ConfigError(f"no parameter {name!r}{nearest(name, known)}")
        if name != "keep" and len(query.getlist(name)) > 1:
            raise ConfigError(f"{name}: given twice")
    if query.get("form", "auto") not in FORMS:
        raise ConfigError(f"form: unknown value {query['form']!r}{nearest(query['form'], FORMS)}")
    given: dict[str, Any] = {name: query[name] for name in known if name in query}
    if "keep" in given:
        given["keep"] = frozenset(query.getlist("keep"))
    hints = {name: value for name, value in given.items() if name in _HINTS}
    choices = tuple((name, value) for name, value in given.items() if name not in _HINTS)
    choose(cleaner, choices)
    return Task(b"", hints=hints, choices=choices)


def _page(request: Request, task: Task) -> Task:
    """Say of a task whether it is a record; a page that comes as text comes with its server's Content-Type."""
    media_type = _media_type(request, _REFUSED)
    if media_type == _JSON or media_type.endswith("+json"):
        return task._replace(is_record=True)
    if media_type.startswith(("text/", "application/xhtml")):
        return task._replace(hints={"content_type": request.headers["content-type"], **task.hints})
    return task


def _media_type(request: Request, refused: Collection[str]) -> str:
    media_type: str = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type in refused:
        raise HTTPException(415, f"{media_type} is not read here: {_REFUSED[media_type]}")
    if (coding := request.headers.get("content-encoding", "identity")) != "identity":
        raise HTTPException(415, f"Content-Encoding: {coding} is not read; send the page as it is")
    return media_type


def _error(status: int, reason: str, stage: str = "read") -> Response:
    return Response(Answer(status, stage=stage, reason=reason).json(), status, media_type=_JSON)


async def _refusal(_: Request, error: HTTPException) -> Response:
    response = _error(error.status_code, error.detail)
    response.headers.update(error.headers or {})
    return response


async def _wrong_choice(_: Request, error: ConfigError) -> Response:
    return _error(400, str(error))


async def _broken_limit(_: Request, error: BodyError) -> Response:
    return _error(error.status, error.reason)


async def _fault(_: Request, error: Exception) -> Response:
    return _error(500, f"{type(error).__name__}: {error}", "worker")


async def _openapi(_: Request) -> Response:
    return Response(orjson.dumps(document()), media_type=_JSON)


async def _manual(_: Request) -> Response:
    return Response(files("newsclean.serve").joinpath("page.html").read_bytes(), media_type="text/html")
