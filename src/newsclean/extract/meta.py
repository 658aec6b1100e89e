"""What the head of a page says: meta tags and JSON-LD, under the names of one table."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

# Which names say what; of several that a page has, the first of the list wins. The order is measured on pages whose
# metadata was checked by hand: `author` of a content system is mostly the editor on duty or the outlet.
FIELDS = {
    "title": ("ld:headline", "articletitle", "ld:title", "og:title", "twitter:title"),
    "published": (
        "ld:datepublished", "pubdate", "article:published_time", "og:published_time", "publishdate", "publish_date",
        "publish-date", "publish_time", "weibo: article:create_at", "weibo:article:create_at", "og:release_date",
        "news:published_time", "og:time", "apub:time", "bytedance:published_time", "parsely-pub-date", "pub_date",
        "datepublished", "dc.date.issued", "dc.date", "dcterms.date", "ld:pubdate", "dateupdate", "date",
        "article:modified_time",
    ),
    "source": ("contentsource", "source", "mediaid", "ld:provider", "ld:publisher"),
    "author": ("ld:author", "author", "og:article:author", "article:author", "byl"),
    "editor": ("editor", "ld:editor"),
    "site": ("og:site_name", "sitename", "application-name"),
    "description": ("description", "og:description"),
    "keywords": ("keywords", "news_keywords"),
}  # fmt: skip
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Review")
_MOST_JSON = 300_000
_MOST_VALUE = 2_000


def read_meta(root: _Element) -> dict[str, str]:
    """Return what meta tags and JSON-LD say, by field of `FIELDS`; a field that nothing names is absent."""
    names = _meta_tags(root)
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            names.update(_linked_data(script.text or ""))
    found = {}
    for field, order in FIELDS.items():
        value = next((names[name] for name in order if names.get(name)), "")
        if value:
            found[field] = value
    return found


def _meta_tags(root: _Element) -> dict[str, str]:
    """Return the content of meta tags by lower-case name; the first of a name wins."""
    names: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = " ".join((tag.get("content") or "")[:_MOST_VALUE].split())
        if name and content:
            names.setdefault(name, content)
    return names


def _linked_data(text: str) -> dict[str, str]:
    """Return the fields of the first article in a JSON-LD script as `ld:name`; nothing from a broken one."""
    if len(text) > _MOST_JSON:
        return {}
    try:
        data = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return {}
    for item in _items(data):
        kind = str(item.get("@type", ""))
        if _ARTICLE_TYPES.search(kind) or "pubDate" in item:
            return {f"ld:{key.lower()}": value for key in item if (value := _plain(item[key]))}
    return {}


def _items(data: Any) -> list[dict[str, Any]]:
    """Return the objects at the top of a JSON-LD value, in a list or under @graph."""
    if isinstance(data, dict):
        graph = data.get("@graph")
        return [data, *(item for item in graph if isinstance(item, dict))] if isinstance(graph, list) else [data]
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _plain(value: Any) -> str:
    """Return the text of a JSON-LD value: a string, a thing's name, or the names of several."""
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, list):
        value = "、".join(filter(None, (_plain(item) for item in value[:20] if not isinstance(item, list))))
    return " ".join(value[:_MOST_VALUE].split()) if isinstance(value, str) else ""
