"""Grapheme clusters: those of the Unicode Standard, but for non-joiners, in time that is linear in the text."""

from __future__ import annotations

from itertools import product
from time import process_time

import pytest
import regex

from corpus_tools.model.graphemes import Clusters, may_join

LETTERS = "a\u0301\u200d\u200cक्षः\u0600\u1100\u1161\u11a8\uac00\uac01👩❤\ufe0f🏽র্য\r\n "
"""Characters of all the classes that the rules for clusters tell apart, but for flags."""

FLAGS = "🇵🇹\u0301\u200da"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("ab", []),
        ("e\u0301x", [1]),
        ("\r\n\n", [1]),
        ("x" + "\u0301" * 3, [1, 2, 3]),
        ("漢字", []),
        ("🇵🇹🇵🇱", [1, 3]),
        ("👩\u200d👧a\u200db", [1, 2, 4]),
        ("नमस्ते", [3, 4, 5]),
        ("क्\u200cष", [1]),
        ("کتاب\u200cها", []),
        ("a\u200c\u200cb", []),
        ("\u200c\u200ca", []),
        ("র\u200c্", [1, 2]),
        ("e\u0301\u200c", [1]),
    ],
)
def test_clusters(text: str, inside: list[int]) -> None:
    clusters = Clusters(text)
    assert [offset for offset in range(len(text) + 1) if clusters.is_inside(offset)] == inside


def edges(text: str) -> set[int]:
    """Where text may be cut: where a cluster ends, and before the non-joiners at its end."""
    found = {0}
    for match in regex.finditer(r"\X", text):
        kept = len(match[0].rstrip("\u200c")) or 1
        found |= {match.start() + kept, *range(match.start() + kept, match.end() + 1)}
    return found


@pytest.mark.parametrize("alphabet", [LETTERS, FLAGS])
def test_clusters_are_those_of_the_unicode_standard(alphabet: str) -> None:
    texts = ["".join(letters) for letters in product(alphabet, repeat=3)] + [alphabet, alphabet[::-1]]
    for text in texts:
        clusters = Clusters(text)
        assert {at for at in range(len(text) + 1) if not clusters.is_inside(at)} == edges(text), text.encode(
            "unicode-escape"
        )


def test_a_cluster_is_known_by_any_offset_inside_of_it() -> None:
    assert [Clusters("ae\u0301\u0302\u200cb").around(at) for at in (2, 3)] == [(1, 4), (1, 4)]


def test_no_character_that_joins_the_one_before_or_after_it_is_overlooked() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    joining = regex.findall(r"[^\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}\p{GCB=LV}\p{GCB=LVT}]", every)
    pairs = [pair for character in joining for pair in (f"a{character}", f"{character}a", f"\uac00{character}")]
    joined = [pair for pair in pairs if regex.fullmatch(r"\X", pair)]
    assert len(joined) > 2000
    assert [pair for pair in joined if not may_join(pair)] == []


@pytest.mark.parametrize("pair", ["", "a", "ab", "éà", "漢字", "서울", "\u0301 ", "ाa", "\n\r", "abc"])
def test_what_never_joins_is_told_without_a_look_at_the_text(pair: str) -> None:
    assert not may_join(pair)


@pytest.mark.parametrize("unit", ["🇵🇹", "\u0301", "\u200c", "\u094dक", "\u200d👩", "\u1100"])
def test_a_long_row_of_what_joins_takes_time_in_proportion(unit: str) -> None:
    Clusters(unit * 3).is_inside(1)  # the library is loaded
    begin = process_time()
    Clusters(unit * 100_000).is_inside(len(unit) + 1)
    assert process_time() - begin < 5
