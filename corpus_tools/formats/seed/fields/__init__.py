"""Metadata that seeds state, each value with the words that state it."""
