"""Thin adapters to other scrapers and engines; each imports its host inside."""
