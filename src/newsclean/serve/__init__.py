"""Cleaning over HTTP, for scrapers that are not written in Python: `newsclean.serve.app.create_app` is the service."""
