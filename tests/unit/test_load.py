"""Inputs that do not become articles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus_tools.corpus.discovery import Input
from corpus_tools.corpus.reading import MAX_BYTES
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.violations import MAX_DEPTH


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


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH, 300, 900, 5000])
@pytest.mark.parametrize(
    "text",
    ['{"blocks": [%s]}', '{"id": %s}', '{"layers": {"a": {"b": %s}}}', '{"extra": %s}', '{"metadata": {"a": %s}}'],
)
def test_a_document_that_nests_deep_anywhere_is_a_finding_of_its_own(text: str, depth: int) -> None:
    data = (text % ("[" * depth + "]" * depth)).encode()
    found = Loader(LoadOptions()).load_bytes("a.json", data).findings
    assert {finding.kind.code for finding in found} <= {"F007", "S001", "T106"}
    if depth >= 300:
        assert [finding.kind.code for finding in found] == ["F007"]
        assert found[0].location.line == 1
        assert found[0].location.column >= MAX_DEPTH
