"""Text that a page holds but does not show: by attributes, by its own style sheet, by colour."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Styles = dict[str, str]
"""What a page's style sheets hide: `.class` or `#id` to how."""

_MAYBE = re.compile(r"display|visib|opacity|font|indent|position|left|top|colou?r|clip", re.IGNORECASE)
_FAR = r"\s*:\s*-(?:\d{4,}|999)"  # pages are centred by margins of some hundred pixels
_ZERO = r"0*\.?0+(?:px|pt|em|rem|ex|vw|%)?\s*(?:;|!|/|$)"
_WAYS = tuple(
    (how, re.compile(rf"(?:^|[;{{\s])(?:{pattern})", re.IGNORECASE))
    for how, pattern in (
        ("display-none", r"display\s*:\s*none"),
        ("invisible", r"visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0+\s*(?:;|!|$)"),
        ("zero-font", rf"font-size\s*:\s*{_ZERO}|font\s*:\s*(?:(?:bold|normal|italic)\s+)?{_ZERO}"),
        ("off-screen", rf"(?:text-indent|left|top|margin-left|margin-top){_FAR}"),
        ("off-screen", r"clip\s*:\s*rect\(\s*0[^)]{0,20}\)"),
    )
)
_COLOUR = re.compile(r"(?:^|[;{\s])color\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|[;{\s])background(?:-color)?\s*:\s*([^;!]{1,80})", re.IGNORECASE)
_COLOUR_NAMES = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
_HIDES = re.compile(r"none|hidden|collapse|opacity|font|indent|-999|-\d{4}|clip", re.IGNORECASE)
_LONE_NAME = re.compile(r"\s*(?:span|p|div|font|a|i|b|em)?([.#][\w-]+)\s*")
_MOST_STYLE = 2_000  # characters of a style attribute
_MOST_SHEET = 200_000  # characters of all style sheets
_MOST_AROUND = 20  # boxes around an element that are asked for a ground
_JAMMER = "jammer"  # the class under which the Discuz! forum software mixes random text into posts


def hidden_by_attributes(element: _Element, styles: Styles) -> str:
    """Return how an element hides its text: the name of a way, or nothing."""
    how = _how(element, styles)
    # A box without size for its spaces, whose children have one, is a way to set boxes side by side.
    return "" if how == "zero-font" and any(child.attrib for child in element) else how


def _how(element: _Element, styles: Styles) -> str:
    style = element.get("style")
    if style and _MAYBE.search(style):
        how = hidden_by_style(style)
        if how:
            return how
    if element.get("hidden") is not None:
        return "hidden-attribute"
    if (style and "color" in style) or element.get("color"):
        colour = _declared(element, _COLOUR, "color")
        if colour and colour == _ground(element):
            return "same-colour"
    names = element.get("class", "")
    if names and (styles or _JAMMER in names):
        return _by_names(names.split(), styles)
    return styles.get("#" + element.get("id", ""), "") if styles else ""


def hidden_by_style(style: str) -> str:
    """Return how a style declaration hides text, or nothing.

    >>> hidden_by_style("color:#333;font-size:0px"), hidden_by_style("font-size:10px")
    ('zero-font', '')
    """
    style = style[:_MOST_STYLE]
    for how, pattern in _WAYS:
        if pattern.search(style):
            return how
    colour, background = _COLOUR.search(style), _BACKGROUND.search(style)
    if colour and background and _colour(colour[1]) == _colour(background[1]):
        return "same-colour"
    return ""


def _ground(element: _Element) -> str:
    """Return the colour behind an element, where it or one of the boxes around it declares one; pages have none."""
    for around in (element, *islice(element.iterancestors(), _MOST_AROUND)):
        colour = _declared(around, _BACKGROUND, "bgcolor") if around.attrib else ""
        if colour:
            return colour
    return ""


def _declared(element: _Element, pattern: re.Pattern[str], attribute: str) -> str:
    """Return the colour that an element's style or attribute declares."""
    found = pattern.search(element.get("style", "")[:_MOST_STYLE])
    return _colour(found[1] if found else element.get(attribute, ""))


def read_styles(sheets: list[str]) -> Styles:
    """Return what style sheets hide by a lone class or id; rules for print or small screens do not count.

    >>> read_styles([".kw{display:none} .nav .kw2{display:none} @media print{.ad{display:none}}"])
    {'.kw': 'display-none'}
    """
    text = "\n".join(sheets)[:_MOST_SHEET]
    styles: Styles = {}
    inside = False  # a group such as @media{...}, which speaks of other screens
    for piece in text.split("}"):
        selectors, brace, declarations = piece.rpartition("{")
        inside = (inside and bool(brace)) or "{" in selectors
        if inside or not _HIDES.search(declarations):
            continue
        names = [name[1] for selector in selectors.split(",") if (name := _LONE_NAME.fullmatch(selector))]
        how = hidden_by_style(declarations) if names else ""
        if how:
            styles.update(dict.fromkeys(names, how))
    return styles


def _by_names(names: list[str], styles: Styles) -> str:
    for name in names:
        if name == _JAMMER:
            return "zero-font"
        if "." + name in styles:
            return styles["." + name]
    return ""


def _colour(value: str) -> str:
    """Return a colour in one spelling: six digits where it can be."""
    value = value.strip().lower().replace(", ", ",").split(" ")[0]
    if re.fullmatch(r"#[0-9a-f]{3}", value):
        value = "#" + "".join(digit * 2 for digit in value[1:])
    return _COLOUR_NAMES.get(value, value)
