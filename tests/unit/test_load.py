"""Inputs that do not become articles."""

from __future__ import annotations

import os
from pathlib import Path

from corpus_tools.corpus.discovery import Input
from corpus_tools.corpus.reading import MAX_BYTES
from corpus_tools.services.load import Loader, LoadOptions


def test_a_folder_that_could_not_be_scanned_is_an_unreadable_input() -> None:
    loaded = Loader(LoadOptions()).load(Input("in/closed", "closed", "Permission denied"))
    assert [(found.kind.slug, found.message) for found in loaded.findings] == [
        ("unreadable-file", "cannot be read: Permission denied")
    ]
    assert (loaded.data, loaded.format, loaded.article) == (b"", None, None)


def test_a_file_beyond_the_limit_is_told_from_one_that_cannot_be_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    huge.touch()
    os.truncate(huge, MAX_BYTES + 1)  # a hole: it takes no room on the disk
    found = Loader(LoadOptions()).load(Input(str(huge), "huge")).findings
    assert [(finding.kind.code, finding.message) for finding in found] == [
        ("F008", "cannot be read: larger than 256 MiB")
    ]
