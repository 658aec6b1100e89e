"""Find what scraper sites put in: pasted title fragments and brands, adverts, link farms; flag what was taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.find.adverts import find_advertisements
from newsclean.find.damage import find_damage
from newsclean.find.farms import find_link_farms
from newsclean.find.injected import find_injected
from newsclean.find.noise import find_noise

if TYPE_CHECKING:
    from newsclean.matching import Page
    from newsclean.model import Flag, Mark

__all__ = ["find_advertisements", "find_damage", "find_injected", "find_link_farms", "find_noise", "find_spam"]


def find_spam(page: Page) -> tuple[list[Mark], list[Flag]]:
    r"""Return the marks and flags of all finders of this stage, in order.

    >>> from newsclean.matching import read_page
    >>> page = read_page("夜班公交从老码头站乐鱼体育官网缓缓驶出。\n深圳东门劳务外包")
    >>> [mark.kind for mark in find_spam(page)[0]]
    ['injected_keyword', 'advertisement']
    """
    marks, flags = find_injected(page)
    marks = sorted([*marks, *find_noise(page), *find_advertisements(page), *find_link_farms(page)])
    return marks, [*flags, *find_damage(page)]
