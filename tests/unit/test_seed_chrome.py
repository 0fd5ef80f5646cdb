"""Lines of the page around an article."""

from __future__ import annotations

import pytest

from corpus_tools.formats.seed.lexicon.cues import load_cues


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "27 Comments"),
        ("en", "4 min read"),
        ("en", "1.2K views"),
        ("en", "Facebook Twitter WhatsApp"),
        ("en", "Share | Tweet | Email"),
        ("fr", "Lecture 2 min"),
        ("tr", "Okuma Süresi: 3 dk"),
        ("tr", "Yorumlar (8)"),
        ("ru", "Просмотров: 1 482"),
        ("ar", "التعليقات (14)"),
        ("zh", "阅读 1.2万 在看 86"),
        ("zh", "字体： 小 中 大 分享到："),
        ("ja", "3分で読める"),
        ("he", "A+ A-"),
    ],
)
def test_words_of_a_page_and_what_it_counts(language: str, line: str) -> None:
    found = load_cues((language, "en")).whole(line)
    assert found is not None
    assert (found.role, found.form) == ("boilerplate", "line")


@pytest.mark.parametrize("line", ["2026", "Home 3 - 2 United", "27 sailors", "12 min", "Share of voters", "F1 2026"])
def test_what_is_no_line_of_a_page(line: str) -> None:
    assert load_cues(("en",)).whole(line) is None
