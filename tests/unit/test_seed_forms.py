"""Letters that can be written in several ways."""

from __future__ import annotations

import unicodedata

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.forms import form_of, in_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Émis à Paris", "NFC"),
        (unicodedata.normalize("NFD", "Émis à Paris"), "NFD"),
        ("2 \u212b à Paris", "NFC"),  # one sign that NFC replaces
        ("यह भी प\u095dें", "single"),
        ("শো\u09df", "single"),
        ("به گزارش خبرگزاري ايسنا", "arabic"),
        ("به گزارش خبرگزاری ایسنا", "NFC"),
    ],
)
def test_how_a_text_writes_its_letters(text: str, form: str) -> None:
    assert form_of(text) == form


def test_words_of_cues_are_written_as_the_text_writes_them() -> None:
    assert in_form("यह भी पढ़ें", "single") == "यह भी प\u095dें"
    assert in_form("خبرگزاری", "arabic") == "خبرگزاري"
    assert in_form("é", "NFD") == "e\u0301"
    assert in_form("e\u0301", "NFC") == "é"


@pytest.mark.parametrize("label", ["यह भी प\u095dें", "यह भी प\u0922\u093cें"])
def test_a_cue_is_found_in_either_way_of_writing_it(label: str) -> None:
    body = "गांव की चार छात्राओं ने ऐसी नाव बनाई है, जो सूरज की रोशनी से चलती है और रोज सौ बच्चों को पार ले जाती है। " * 2
    text = f"गांव की बेटियों ने बनाई सौर नाव\n\n{body}\n\n{label}: आगरा में हाथी ने रोकी बारात\n\n{body}"
    blocks = FORMAT.read(text.encode(), ReadOptions(layers={}))["blocks"]
    assert blocks[2]["role"] == "boilerplate"


def test_a_decomposed_text_is_told_without_marks_of_latin_letters() -> None:
    assert form_of(unicodedata.normalize("NFD", "입력 2026")) == "NFD"
    assert form_of(unicodedata.normalize("NFD", "آخر الأخبار")) == "NFD"
    assert form_of("입력 2026") == "NFC"
