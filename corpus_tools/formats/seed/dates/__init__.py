"""Dates in seeds, in the words and digits of any language."""
