"""What the finders leave of a text: shared by their tests."""

from newsclean.find import find_spam
from newsclean.matching import read_page


def left(text, title=None):
    """Return a text without what the finders mark, spaced as it was."""
    marks, _ = find_spam(read_page(text, title))
    kept, done = [], 0
    for mark in marks:
        kept.append(text[done : max(done, mark.start)])
        done = max(done, mark.end)
    return "".join([*kept, text[done:]])
