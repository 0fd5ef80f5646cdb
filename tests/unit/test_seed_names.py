"""What looks like a name, and what is known of organisations."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.cues import load_cues
from corpus_tools.formats.seed.names import is_name, is_organisation

EN = load_cues(("en",))


@pytest.mark.parametrize(
    "text", ["Ana Silva", "K. V. Ramesh", "Ludo van der Berg", "Rui Reis Jr.", "ANA SILVA", "Ana al-Amin"]
)
def test_names(text: str) -> None:
    assert is_name(text, EN)


@pytest.mark.parametrize(
    "text", ["", "the night desk", "Ana Silva.", "van der", "March Silva", "Ana 2", "One Two Three Four Five Six"]
)
def test_no_names(text: str) -> None:
    assert not is_name(text, EN)


@pytest.mark.parametrize("text", ["Reuters", "QWX", "Lisbon News Agency"])
def test_an_organisation_is_known_or_in_initials_or_named_by_its_words(text: str) -> None:
    assert is_organisation(text, EN)


@pytest.mark.parametrize("text", ["Ana Silva", "Q", "QWXYZAB", "Q1", "Qwx"])
def test_a_person_or_a_single_word_is_no_organisation(text: str) -> None:
    assert not is_organisation(text, EN)
