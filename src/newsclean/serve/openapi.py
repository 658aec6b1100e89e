"""What the service says of itself: an OpenAPI document, made of the names that the code goes by."""

from __future__ import annotations

from functools import cache
from typing import Any

import newsclean
from newsclean.cleaner import FORMS, PUNCTUATION
from newsclean.model import REMOVED_KINDS, REPAIR_KINDS
from newsclean.record import FIELDS, PROVENANCE
from newsclean.script.dictionaries import configuration_names
from newsclean.script.gate import TARGETS

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_NAMES = {"type": "array", "items": _TEXT}
_NUMBER = {"type": "integer", "minimum": 0}
_OWN = "Without it, the service's own."


@cache
def document() -> dict[str, Any]:
    """Return the document.

    >>> sorted(document()["paths"])
    ['/batch', '/clean', '/health']
    """
    about = "Clean scraped Chinese news: title, byline, date and body, with every removal on record."
    return {
        "openapi": "3.1.0",
        "info": {"title": "newsclean", "version": newsclean.__version__, "description": about},
        "paths": {"/clean": {"post": _clean()}, "/batch": {"post": _batch()}, "/health": {"get": _health()}},
        "components": {"schemas": {"Input": _input(), "Record": _record(), "Failure": _failure()}},
    }


def _clean() -> dict[str, Any]:
    hint = "The Content-Type that the page was sent with, such as text/html; charset=gbk. Without it, this request's."
    hints = [
        _parameter("id", "The id of the record.", _TEXT),
        _parameter("url", "The address of the page.", _TEXT),
        _parameter("title", "The headline, where it is known.", _TEXT),
        _parameter("content_type", hint, _TEXT),
    ]
    page = {"description": "The page as its server sent it."}
    bodies = {
        "application/octet-stream": page,
        "text/html": _TEXT,
        "text/plain": _TEXT,
        "application/json": _of("Input"),
    }
    failures = {
        400: "A parameter that does not exist, or a wrong value.",
        408: "The body stayed away too long.",
        413: "The body is too large.",
        415: "A body that is no page, such as a form.",
        422: "JSON that is not a record with a page.",
        500: "A fault of the service, or a record that ended its workers.",
        504: "Cleaning took too long.",
    }
    return {
        "operationId": "clean",
        "summary": "Clean one page",
        "description": "The body is the page: bytes of any encoding, text or HTML, of any Content-Type. "
        "Or, as application/json, it is a record with the page in a field.",
        "parameters": [*hints, *_choices()],
        "requestBody": {"content": {name: {"schema": schema} for name, schema in bodies.items()}},
        "responses": {"200": _answer("The record.", _of("Record"))} | _failures(failures),
    }


def _batch() -> dict[str, Any]:
    lines = {"description": "Lines of an Input each.", "examples": ['{"id": 1, "text": "雨停了，路通了。"}\n']}
    failures = {400: "A parameter that does not exist, or a wrong value.", 415: "A body that is not JSON Lines."}
    return {
        "operationId": "batch",
        "summary": "Clean many records",
        "description": "JSON Lines in, JSON Lines out, in order: for each line that is not empty its Record, or in the "
        "same place a Failure. Answers come while the request is still being sent. There may be any number of lines.",
        "parameters": _choices(),
        "requestBody": {"content": {"application/x-ndjson": {"schema": lines}}},
        "responses": {"200": _answer("The records.", _TEXT, "application/x-ndjson")} | _failures(failures),
    }


def _health() -> dict[str, Any]:
    state = _object({"status": {"const": "ok"}, "version": _TEXT, "workers": _NUMBER, "busy": _NUMBER})
    return {
        "operationId": "health",
        "summary": "Tell whether the service is well",
        "responses": {"200": _answer("It is; so many of its workers are busy.", state)},
    }


def _choices() -> list[dict[str, Any]]:
    scripts = {"type": "string", "enum": ["keep", *TARGETS, *configuration_names()]}
    kinds = {"type": "array", "items": {"type": "string", "enum": list(REMOVED_KINDS)}}
    return [
        _parameter("form", "What the page is; auto finds it out.", {"type": "string", "enum": list(FORMS)}),
        _parameter("script", f"Script of the result, or a name of OpenCC's, such as s2tw. {_OWN}", scripts),
        _parameter("punctuation", _OWN, {"type": "string", "enum": list(PUNCTUATION)}),
        _parameter("keep", f"Kinds of removals to leave in the text, each by a parameter of its own. {_OWN}", kinds),
        _parameter("provenance", "How much the record says.", {"type": "string", "enum": list(PROVENANCE)}),
    ]


def _input() -> dict[str, Any]:
    about = "text, content, raw_text or html holds the page; fields that newsclean does not set come back as they are."
    hint = {"description": "A hint, if it is a string."}
    of_text = {"properties": {"text": _TEXT}, "required": ["text"]}
    of_html = {"properties": {"html": _TEXT, "text": {"type": "null"}}, "required": ["html"]}
    fields = dict.fromkeys(("id", "url", "title"), hint)
    return {"type": "object", "description": about, "properties": fields, "anyOf": [of_text, of_html]}


def _record() -> dict[str, Any]:
    roles = ("authors", "reporters", "photographers", "editors", "contributors")
    place = {"rule": _TEXT, "start": _NUMBER, "end": _NUMBER}
    dateline = _object(dict.fromkeys(("agency", "place", "date"), _TEXT_OR_NULL))
    how = {"enum": ["bom", "declared", "detected", "given", "text"]}
    removal = _object({"kind": {"enum": list(REMOVED_KINDS)}, **place, "text": _TEXT})
    flag = _object({"flag": _TEXT, "start": _NUMBER, "end": _NUMBER, "detail": _TEXT})
    repair = _object({"kind": {"enum": list(REPAIR_KINDS)}, **place}) | {"description": "before and after, too"}
    fields: dict[str, Any] = {
        "id": {"description": "As given."},
        "url": _TEXT_OR_NULL | {"description": "As given."},
        "title": _TEXT_OR_NULL | {"description": "The headline, without site names."},
        "text": _TEXT | {"description": "The paragraphs of the body, joined by line breaks."},
        "byline": _object({"source": _TEXT_OR_NULL} | dict.fromkeys(roles, _NAMES)),
        "published": _TEXT_OR_NULL | {"description": "ISO 8601 local time, with the precision of the page."},
        "dateline": dateline | {"type": ["object", "null"]},
        "script": _object({"detected": _TEXT, "output": _TEXT}),
        "encoding": _object({"name": _TEXT, "how": how, "replaced": _NUMBER}),
        "removed": {"type": "array", "items": removal},
        "repairs": {"type": "array", "items": repair},
        "flags": {"type": "array", "items": flag},
        "ledger": {"type": "object", "description": "What restoring the source needs beyond the above."},
    }
    return _object(fields) | {"required": [name for name in FIELDS if name != "ledger"]}


def _failure() -> dict[str, Any]:
    stage = {"enum": ["read", "clean", "worker"]}
    error = _object({"status": _NUMBER, "stage": stage, "reason": _TEXT})
    error["properties"] |= {
        "place": _TEXT | {"description": "In a batch: the line."},
        "raw": _TEXT | {"description": "In a batch: the line as it stood, where it is UTF-8."},
        "raw_base64": _TEXT | {"description": "The same in Base64, where it is not."},
    }
    return _object({"error": error})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _of(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _answer(description: str, schema: dict[str, Any], media_type: str = "application/json") -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": schema}}}


def _failures(reasons: dict[int, str]) -> dict[str, Any]:
    return {str(status): _answer(reason, _of("Failure")) for status, reason in reasons.items()}
