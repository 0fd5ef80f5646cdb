"""Characters that nobody sees, in the views of a difference."""

from __future__ import annotations

from html import unescape

import pytest
from comparisons import article, comparison

from corpus_tools.reporters.deltas import load_delta_reporter


@pytest.mark.parametrize("code", [0xA0, 0xAD, 0x200B, 0x2009, 0x200C, 0x200D, 0x202F, 0x2060, 0xFE0F, 0xFEFF, 0xE0041])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_an_edit_that_nobody_sees_is_shown_by_number(code: int, form: str) -> None:
    shown = load_delta_reporter(form)(comparison(article("a heatwave came"), article(f"a heat{chr(code)}wave came")))
    escape = chr(code).encode("unicode_escape").decode()
    assert (f"U+{code:04X}" if form == "html" else escape) in unescape(shown)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_joiners_of_words_that_were_edited_are_left_as_they_are(form: str) -> None:
    persian = "\u0645\u06cc\u200c\u0631\u0648\u0645"
    shown = load_delta_reporter(form)(comparison(article("one two"), article(f"one {persian}")))
    assert persian in shown


def test_what_was_not_edited_stays_as_it_is() -> None:
    old, new = article("5\u00a0km and one"), article("5\u00a0km and two")
    assert "5\u00a0km" in load_delta_reporter("text")(comparison(old, new))
