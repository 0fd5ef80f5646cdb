"""Annotation schema, faithful TEI encoding and validator for news articles."""

__version__ = "0.1.0"
