"""Edits of texts: words first, then characters, never inside of what readers see as one."""

from __future__ import annotations

import pytest

from corpus_tools.diffing.sequences import common_prefix, common_suffix, gaps, longest_increasing, tokens_as_text
from corpus_tools.diffing.words import edits, similarity, words


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[gap.i1 : gap.i2], new[gap.j1 : gap.j2]) for gap in edits(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a b", "a b", []),
        ("", "a", [("", "a")]),
        ("by lifebaot.", "by lifeboat.", [("ao", "oa")]),
        ("Quand le vent", "CHANGED le vent", [("Quand", "CHANGED")]),
        ("The ferry lost power", "In calm seas, the ferry lost power", [("T", "In calm seas, t")]),
        ("said Ana Silva on Monday", "said Eva Costa on Tuesday", [("Ana Silva", "Eva Costa"), ("Mon", "Tues")]),
        ("a cat sat", "a very old cat sat", [("", "very old ")]),
        ("a very old cat sat", "a cat sat", [("very old ", "")]),
        ("a cat", "a cat sat", [("", " sat")]),
        ("a  b", "a b", [(" ", "")]),
        ("harbor master", "harbour-master", [("r ", "ur-")]),
        ("今天天气很好，我们去公园。", "昨天天气不好，我们去了公园。", [("今", "昨"), ("很", "不"), ("", "了")]),
        ("ที่นี่สวย", "ที่นี้สวย", [("นี่", "นี้")]),
        ("नमस्ते दुनिया", "नमस्ते दुनियो", [("या", "यो")]),
        ("été", "e\u0301te\u0301", [("été", "e\u0301te\u0301")]),
        ("👩‍👩‍👧 x", "👩‍👩‍👦 x", [("👩‍👩‍👧", "👩‍👩‍👦")]),
        ("a 🇵🇹", "a 🇵🇱", [("🇵🇹", "🇵🇱")]),
        ("a\r\nb", "a\nb", [("\r\n", "\n")]),
    ],
)
def test_edits(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert pieces(old, new) == found
    assert pieces(new, old) == [(y, x) for x, y in found]


def test_long_texts_are_cut_where_runs_are_the_same() -> None:
    old = [str(number * number % 5003) for number in range(6000)]
    new = [*old[:10], "x", *old[12:3000], *old[3001:], "y"]
    sequences = tokens_as_text(old, new)
    assert sequences is not None
    assert gaps(*sequences) == [(10, 12, 10, 11), (3000, 3001, 2999, 2999), (6000, 6000, 5998, 5999)]


def test_long_texts_with_nothing_in_common_are_one_gap() -> None:
    assert gaps("a" * 20_000, "b" * 20_000) == [(0, 20_000, 0, 20_000)]


def test_long_texts_that_nothing_cuts_are_compared_as_far_as_that_can_be_afforded() -> None:
    assert gaps("ab" * 1500 + "c", "d" + "ab" * 1500) == [(0, 0, 0, 1), (3000, 3001, 3001, 3001)]


def test_a_text_of_too_many_words_is_one_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_tools.diffing.sequences._MOST_TOKENS", 3)
    assert pieces("a b c d e", "x b c d y") == [("a b c d e", "x b c d y")]
    assert pieces("a.b.c.d", "x.b.c.y") == [("a.b.c.d", "x.b.c.y")]
    assert similarity("a b c d", "a b c d e") == 0


@pytest.mark.parametrize(
    ("a", "b", "start", "end"), [("", "", 0, 0), ("abc", "abd", 2, 0), ("abc", "xbc", 0, 2), ("aa", "a", 1, 0)]
)
def test_common_ends(a: str, b: str, start: int, end: int) -> None:
    assert common_prefix(a, b) == start
    assert common_suffix(a, b, min(len(a), len(b)) - start) == end


def test_longest_increasing() -> None:
    assert longest_increasing([]) == []
    assert longest_increasing([3, 1, 2, 5, 4]) == [1, 2, 4]


def test_words_know_scripts_without_spaces() -> None:
    assert words("He said, “it’s” 5%.") == ["He", "said", "it", "s", "5"]
    assert words("北京 ok ไทย") == ["北", "京", "ok", "ไ", "ท", "ย"]
    assert similarity("one two three", "one two four") == pytest.approx(2 / 3)


def test_clusters_of_any_length_cost_no_more_for_their_length() -> None:
    marks = "\u0301" * 20_000
    assert pieces(f"a{marks} c", f"b{marks} c") == [(f"a{marks}", f"b{marks}")]
    flags = "🇵🇹" * 10_000
    assert pieces(f"{flags} c", f"{flags}🇵{flags} c")[0][0] == ""
