"""Storing the canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus_tools.services.canonicalise import Canonical, store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    file = str(tmp_path / "gone/a.json")
    (finding,) = store(Canonical(file, [], b"{}", b"{ }"))
    assert (finding.kind.slug, finding.location.file) == ("unwritable-file", file)
    assert finding.message == "not written: No such file or directory"


@pytest.mark.parametrize("after", [None, b"{}"])
def test_what_does_not_change_is_not_written(tmp_path: Path, after: bytes | None) -> None:
    assert store(Canonical(str(tmp_path / "gone/a.json"), [], b"{}", after)) == []
