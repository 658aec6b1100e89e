"""What all tests share: properties are judged by their outcome, never by the clock."""

import os

from hypothesis import settings

# A gate tries the same examples every time; new ones are tried wherever somebody works.
settings.register_profile("newsclean", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("newsclean")
