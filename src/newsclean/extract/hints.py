"""What a page says of its article beside the text: JSON-LD, OpenGraph, meta tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.extract.tree import Tree


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page says of its article; None or empty where it says nothing."""

    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    url: str | None = None


def read_root(_root: _Element, _tree: Tree, _kept: list[int], url: str | None) -> Hints:
    """Read the hints of a parsed page."""
    return Hints(url=url)
