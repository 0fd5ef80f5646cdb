"""Names before and after a day in one line."""

from __future__ import annotations

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.model.article import Article

HEAD = "Storm shuts the old harbour for a third day"
P = "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day."


def read(*blocks: str) -> Article:
    return FORMAT.read("\n\n".join(blocks).encode(), ReadOptions(language="en"))


@pytest.mark.parametrize(
    "line",
    [
        "Nora Fairley | 4 March 2026",
        "Nora Fairley - 4 March 2026, 14:05",
        "Nora Fairley • March 4, 2026",
        "4 March 2026 | Nora Fairley",
        "4 March 2026 – Nora Fairley",
    ],
)
def test_a_full_name_beside_a_day_is_the_author(line: str) -> None:
    found = read(HEAD, line, P, P)
    assert found["blocks"][1]["role"] == "byline"
    assert found["metadata"]["authors"] == [{"name": "Nora Fairley"}]
    assert found["metadata"]["published"][:10] == "2026-03-04"
    assert "dateline" not in found["metadata"]


@pytest.mark.parametrize("line", ["Leeds - 4 March 2026", "LEEDS, 4 March 2026", "Leeds, 4 March 2026"])
def test_a_word_beside_a_day_is_the_place(line: str) -> None:
    assert read(HEAD, line, P, P)["metadata"]["dateline"] == {"place": "Leeds", "date": "2026-03-04"}


@pytest.mark.parametrize("line", ["4 March 2026 | Lisbon News", "4 March 2026 | the old pier"])
def test_other_words_after_a_day_are_no_author(line: str) -> None:
    assert "authors" not in read(HEAD, line, P, P)["metadata"]
