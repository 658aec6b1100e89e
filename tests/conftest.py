"""What all tests share: properties are judged by their outcome, never by the clock."""

from hypothesis import settings

settings.register_profile("newsclean", deadline=None)
settings.load_profile("newsclean")
