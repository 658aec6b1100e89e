"""Adverts on lines of their own, glued to sentences, and in brackets."""
