"""Corpora on disk: finding documents, reading them, writing them."""
