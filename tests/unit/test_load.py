"""Inputs that do not become articles."""

from __future__ import annotations

from corpus_tools.corpus.discovery import Input
from corpus_tools.services.load import Loader, LoadOptions


def test_a_folder_that_could_not_be_scanned_is_an_unreadable_input() -> None:
    loaded = Loader(LoadOptions()).load(Input("in/closed", "closed", "Permission denied"))
    assert [(found.kind.slug, found.message) for found in loaded.findings] == [
        ("unreadable-file", "cannot be read: Permission denied")
    ]
    assert (loaded.data, loaded.format, loaded.article) == (b"", None, None)
