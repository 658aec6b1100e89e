"""Thin adapters for scrapers and engines: each imports its host when it is used, none is imported by newsclean."""
