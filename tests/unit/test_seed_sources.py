"""What lines of sources name: agencies, papers, and the reporters beside them."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT

HEAD = "Storm shuts Lisbon harbour"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


@pytest.mark.parametrize(
    ("line", "sources", "authors"),
    [
        ("Source: Associated Press / Ana Silva", ["Associated Press"], ["Ana Silva"]),
        ("Source: Associated Press / Reuters", ["Associated Press", "Reuters"], []),
        ("Source: Ana Silva / Marta Costa", ["Ana Silva", "Marta Costa"], []),
        ("Source: Associated Press, Ana Silva", ["Associated Press", "Ana Silva"], []),
        ("Source: Associated Press / Silva", ["Associated Press", "Silva"], []),
    ],
)
def test_a_full_name_after_a_slash_is_that_of_the_reporter_of_an_agency(
    line: str, sources: list[str], authors: list[str]
) -> None:
    seed = f"{HEAD}\n\n{P}\n\n{P}\n\n{line}".encode()
    metadata = FORMAT.read(seed, ReadOptions("a.txt", language="en"))["metadata"]
    assert [each["name"] for each in metadata["sources"]] == sources
    assert [each["name"] for each in metadata.get("authors", [])] == authors
