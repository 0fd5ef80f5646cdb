"""What exceptions say."""

from __future__ import annotations

import pytest

from corpus_tools.errors import SourceError


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [(None, None, "Bad."), (None, 4, "Bad."), (3, None, "Bad. (line 3)"), (3, 4, "Bad. (line 3, column 4)")],
)
def test_a_source_error_says_its_place_as_far_as_it_is_known(line: int | None, column: int | None, text: str) -> None:
    assert str(SourceError("Bad.", kind="not-json", line=line, column=column)) == text
