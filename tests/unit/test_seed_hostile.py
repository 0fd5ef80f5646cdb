"""Lines and files that were made to be hard to read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from seed_articles import read

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

SHARED = Path(os.environ.get("CORPUS_TOOLS_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "line",
    [
        "[" * 10**6,
        "By " * 300_000,
        "By " + "A and " * 200_000,
        "Source: " + " " * 10**6 + ".",
        "AAAA, " * 200_000,
        "x [" + "a/" * 500_000 + "]",
        "“" * 10**6,
        "# " * 500_000,
        "1. " * 300_000,
        "(" + "a, " * 300_000 + ")",
    ],
    ids=lambda line: line[:8],
)
def test_hostile_lines_take_linear_time(line: str) -> None:
    started = time.process_time()
    read("Head", line, "Text")
    assert time.process_time() - started < 3


@pytest.mark.no_cover
def test_hostile_files_are_read_or_refused() -> None:
    folder = SHARED / "hostile" / "cases" / "txt"
    if not folder.is_dir():
        pytest.skip(f"no hostile files at {folder}")
    outcomes = set()
    for path in sorted(folder.glob("*.txt")):
        try:
            FORMAT.read(path.read_bytes(), ReadOptions(file=path.name, layers={}))
            outcomes.add("read")
        except SourceError as error:
            assert error.line is not None, path.name  # noqa: PT017  a refusal is a right answer too
            outcomes.add(error.kind)
    assert outcomes >= {"read", "undecodable", "illegal-in-xml"}
