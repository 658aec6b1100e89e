"""What each feature of a line says for the head, the body and the tail of a page: the one table of the segmentation.

A line's score in a zone is the sum over its features; a page is cut into head, body and tail where the sum over all
lines is highest, the larger body where sums are equal. Weights are set by judgement, in units of "one plain sentence
of prose counts 2 for the body", and checked on the gold cases; docs/layout.md explains them one by one.
"""

from __future__ import annotations

from typing import NamedTuple


class Weight(NamedTuple):
    """Scores of a feature, one a zone."""

    head: float
    body: float
    tail: float


WEIGHTS = {
    # shapes of the text itself
    "passage": Weight(-5.0, 5.0, -5.0),  # several sentences, a hundred characters and more
    "prose": Weight(-3.0, 3.0, -3.0),  # a sentence of ordinary length with its full stop
    "sentence": Weight(-1.0, 1.2, -1.0),  # short, but ends like a sentence
    "clause": Weight(-0.3, 0.4, -0.1),  # commas inside, no end
    "exclaimed": Weight(-0.1, 0.1, 0.0),  # ends in ! or ?: a title as often as a sentence
    "heading": Weight(0.0, 0.0, 0.0),  # short and unpunctuated: only the neighbours tell
    "teaser": Weight(-3.0, 1.0, -0.5),  # sentences cut off with …: the lead of another article, or its own
    "link": Weight(0.3, -0.5, 1.2),  # cut off with …, a date or an arrow behind it
    "menu": Weight(0.8, -0.3, 0.8),  # four short names of sections and more in a row
    "row": Weight(-0.8, 0.8, -0.8),  # of three and more of one make: a price list, a forecast
    "scrap": Weight(0.4, -0.3, 0.4),  # no word at all: a number, a bullet
    "label": Weight(0.8, -0.2, 0.8),  # a word or two that pages use as labels, beside what is known to be the page's
    # what rules and the byline grammar recognise
    "chrome": Weight(2.0, -0.6, 1.5),  # a rule for whole lines anywhere
    "head-rule": Weight(3.0, -1.0, 0.0),
    "tail-rule": Weight(0.5, -1.5, 3.0),
    "page-end": Weight(-0.5, -2.0, 4.0),  # copyright, licences, hosting
    "disclaimer": Weight(0.5, -1.5, 2.5),
    "list-head": Weight(0.5, -1.0, 2.0),  # 相关阅读 and its like
    "credit": Weight(2.0, -0.5, 0.6),  # a line of source, people, dates
    "editor": Weight(1.5, -1.0, 2.0),  # a line that names editors: mostly the end
    "bare-date": Weight(1.5, 0.0, 0.0),  # 2021年3月28日 alone: the page's under a headline, a letter's at its end
    "dated": Weight(2.5, -0.8, 0.5),  # a line that is a date
}
