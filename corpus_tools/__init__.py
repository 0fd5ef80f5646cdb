"""Annotation schema, faithful TEI encoding and validator for news articles."""
