"""The articles of a law that a page prints: their wording is that of notices, and one may repeat another."""

from __future__ import annotations

import re

from newsclean.matching import Page

_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零\d]{1,7}条")
_FEWEST = 3


def find_articles(page: Page) -> range:
    r"""Return the lines from the first numbered article of a law to the last; none where there are fewer than three.

    >>> from newsclean.matching import read_page
    >>> find_articles(read_page("渡口管理办法\n第一条 渡船先检后开。\n第二条 超员不开。\n第三条 雾天停航。\n记者林晓"))
    range(1, 4)
    """
    if page.folded.count("条") < _FEWEST:
        return range(0)
    found = [i for i, line in enumerate(page.lines) if line.folded[0] == "第" and _ARTICLE.match(line.folded)]
    return range(found[0], found[-1] + 1) if len(found) >= _FEWEST else range(0)
