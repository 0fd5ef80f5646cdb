"""Marks that show nothing: rules read past them, and every offset stays that of the text with them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from seed_articles import read

from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.seed.invisible import has_marks, without_marks
from corpus_tools.formats.seed.lines import is_blank
from corpus_tools.formats.seed.unwrap import unwrap

SEED = load_format("seed")
BLOCKS = [
    "افتتاح جسر المدينة في الربيع",
    "بقلم: سامي الخطيب",
    "الثلاثاء 12 مارس 2024",
    "أعلنت الهيئة أن الجسر الجديد سيفتح أمام المارة في الربيع بعد ثلاث سنوات من العمل على ضفتي النهر.",
    "المصدر: رويترز",
]
TEXT = "\n\n".join(BLOCKS)


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u200b", "\u2067", "\ufeff", "\u00ad"])
def test_marks_change_neither_roles_nor_values(mark: str) -> None:
    marked = TEXT.replace(": ", f":{mark} ").replace(" ", f" {mark}").replace("12", f"{mark}12{mark}")
    plain, found = (SEED.read(each.encode(), ReadOptions(file="a.txt")) for each in (TEXT, marked))
    assert found["metadata"] == plain["metadata"]
    assert [block["role"] for block in found["blocks"]] == [block["role"] for block in plain["blocks"]]
    assert SEED.write(found, WriteOptions()).data == marked.encode()
    texts = {block["id"]: block["text"] for block in found["blocks"]}
    for annotation in found["layers"]["field"]["annotations"]:
        for span in annotation["spans"]:
            assert texts[span["block"]][span["start"] : span["end"]] == span["text"]


def test_a_value_lacks_the_marks_that_its_words_hold() -> None:
    article = read(
        "A bridge opens", "By Ana Sil\u00adva", "The new bridge will open in spring, the city said on Monday."
    )
    (found,) = [each for each in article["layers"]["field"]["annotations"] if each["type"] == "authors"]
    assert found["spans"][0]["text"] == "Ana Sil\u00adva"
    assert found["attributes"] == {"value": "Ana Silva"}


@settings(max_examples=60)
@example("a\u200b\na")
@example("a\u00ad\na")
@given(st.text(alphabet="ab \n\u200f\u200b\u00ad", min_size=1, max_size=30))
def test_each_character_is_the_one_of_the_block_that_it_stands_for(text: str) -> None:
    block = text.strip(" \n\u200b\u200f\u00ad")
    line = without_marks(unwrap(block)) if block else unwrap("a")
    for at, character in enumerate(line.text):
        start, end = line.in_block(at, at + 1)
        stands = (block or "a")[start:end]
        assert stands == character or (character == " " and is_blank(stands))  # a break with what is blank around it


def test_a_line_of_marks_alone_stays() -> None:
    assert without_marks(unwrap("\u200e")).text == "\u200e"
    assert not has_marks("plain")


def test_spaces_between_the_words_of_khmer_stay() -> None:
    words = "ស្ពាន\u200bថ្មី"
    assert without_marks(unwrap(words)).text == words
    assert without_marks(unwrap(f"\u200e{words}")).text == words


def test_a_bracket_before_a_blank_at_the_edge_is_read() -> None:
    article = SEED.read("Ana Silva\n\n（ß） （ß） ".encode(), ReadOptions(file="a.txt"))
    assert [block["text"] for block in article["blocks"]] == ["Ana Silva", "（ß） （ß）"]
