"""Strategies for the values of an article: text, gaps, ids, addresses, dates, numbers, `extra`."""

from __future__ import annotations

import string
from functools import cache
from operator import add
from typing import Any

from hypothesis import strategies as st

_SAMPLES = (
    "a", "Storm shuts harbour", "LISBON", "Ana", "б", "Затонувшая шхуна", "漢字", "한국", "नमस्ते", "ঢাকা",
    "שלום", "مرحبا", "Ωμέγα", "👩‍👩‍👧", "😀", "🇵🇹", "𐀀", "é", "e\u0301", "\u0301", "\u200d", "\u200f",
    "\u202e", "\u00a0", "\u0085", "\u2028", "\u2029", "\ufeff", "\u3000", "\ufdd0", "\U0001fffe",
    "\U0010ffff", "\ue000", "\u007f", "\u009f", "]]>", "&", "&amp;", "&#13;", "<", ">", '"', "'", "<b>",
    "<!--", "-->", "<?x?>", "\\", "/", "%", "#", "{", "}", " ", "  ", "\t", "\n", "\n\n", "“We’ll wait,”",
    "[Joana Dias/AP]", "Source: AP", "By Ana Silva", "—", "…", "1", "2026-03-04",
)  # fmt: skip
_LEGAL = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_GAP_SAMPLES = (
    "\n\n", "\n", "\n\n\n", " ", "\t", "", "\n \n", "\u00a0", "\u2028", "\u0085", "\u3000", "\ufeff",
    "\u200b", "\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x9f", "\u00ad", "\u200e", "\u2060",
)  # fmt: skip
_IDS = (
    "_", "A", "a", "b1", "b01", "B1", "b10", "b2", "b2.1", "b-1", "x", "x", "e1", "id", "xml", "xmlns",
    "true", "null", "a1a", "a1b", "a01a", "_1", "a.", "a-", "a_",
)  # fmt: skip
_URIS = (
    "https://example.org/", "https://example.org/news/1?v=1&w=%20#part",
    "http://www.wikidata.org/entity/Q1", "urn:newsml:example.org:1", "mailto:desk@example.org",
    "https://example.org/größe/漢", "http://[::1]/", "tag:example.org,2026:x", "data:,x",
    "https://u@h:8080/a;b=c,d", "x-y.z+1:opaque", "https://example.org/a'b(c)!*",
)  # fmt: skip
_LANGUAGES = ("en", "pt-BR", "zh-Hant", "zh-Hant-TW", "de-CH-1996", "sr-Latn", "und", "x-private", "es-419", "EN")
_FLOATS = (
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    0.1,
    1e-7,
    5e-324,
    1e16,
    1e22,
    -1e22,
    9.3e18,
    2.0**62,
    2.0**63,
    1.7976931348623157e308,
)
_ESCAPED = ("\x00", "\x1f", "\ufffe", "\uffff", "\u2028", "", "~", "/", '"', "\\")


@cache
def text(*, empty: bool = True, carriage_returns: bool = False) -> st.SearchStrategy[str]:
    """Any text that XML can hold: many scripts, blanks everywhere, markup characters, non-characters."""
    pieces = st.sampled_from((*_SAMPLES, "\r", "\r\n", "a\rb")) if carriage_returns else st.sampled_from(_SAMPLES)
    least = 0 if empty else 1
    some = st.lists(pieces, min_size=least, max_size=6) | st.tuples(pieces, st.text(_LEGAL, max_size=4), pieces)
    return st.sampled_from(_SAMPLES) | st.text(_LEGAL, min_size=least, max_size=6) | some.map("".join)


@cache
def gaps(*, carriage_returns: bool = False) -> st.SearchStrategy[str]:
    """White space, controls and format characters, as they stand between blocks."""
    pieces = (*_GAP_SAMPLES, "\r", "\r\n") if carriage_returns else _GAP_SAMPLES
    return st.sampled_from(pieces) | st.lists(st.sampled_from(pieces), max_size=4).map("".join)


def _word(first: str, marks: str, longest: int) -> st.SearchStrategy[str]:
    """A letter or another of `first`, then letters, digits and `marks`; two draws, where a pattern needs many."""
    rest = st.text(string.ascii_letters + string.digits + marks, max_size=longest - 1)
    return st.builds(add, st.sampled_from(string.ascii_letters + first), rest)


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids, short and long, many of them alike."""
    return st.sampled_from(_IDS) | _word("_", "._-", 6)


@cache
def tokens() -> st.SearchStrategy[str]:
    """Types of entities, annotations and relations."""
    return _word("", "_.:-", 9)


@cache
def layer_names() -> st.SearchStrategy[str]:
    """Names of layers that are not built in."""
    return _word("", "_.-", 7)


@cache
def uris() -> st.SearchStrategy[str]:
    """Absolute URIs and IRIs."""
    path = st.lists(st.sampled_from(("a", "%C3%A9", "é", "b.c", "~", "@", "", "1")), min_size=1, max_size=3).map(
        "/".join
    )
    return st.sampled_from(_URIS) | path.map(lambda made: f"https://example.org/x{made}")


@cache
def languages() -> st.SearchStrategy[str]:
    """Language tags."""
    return st.sampled_from(_LANGUAGES)


@cache
@st.composite
def dates(draw: st.DrawFn) -> str:
    """A year, a month, a day, or a day and time, with or without an offset."""
    day = draw(st.dates()).isoformat()
    shape = draw(st.sampled_from(("year", "month", "day", "time", "time")))
    if shape != "time":
        return day[: {"year": 4, "month": 7, "day": 10}[shape]]
    clock = ":".join(f"{draw(st.integers(0, most)):02}" for most in (23, 59, 59))
    fraction = draw(st.sampled_from(("", ".5", ".123456789", ".0")))
    offset = draw(st.sampled_from(("", "Z", "+01:00", "-00:00", "+05:45", "-11:30", "+12:59")))
    return f"{day}T{clock}{fraction}{offset}"


@cache
def numbers() -> st.SearchStrategy[float]:
    """Integers of 64 bits and finite doubles."""
    edges = st.sampled_from((*_FLOATS, 0, 1, -1, 2**63 - 1, -(2**63)))
    return edges | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)


@cache
def confidences() -> st.SearchStrategy[float]:
    """Numbers from 0 to 1, also as integers."""
    return st.sampled_from((0, 1, 0.0, 1.0, -0.0, 0.5, 5e-324, 1e-7, 0.9999999999999999)) | st.floats(0, 1)


@cache
def attribute_values() -> st.SearchStrategy[Any]:
    """Any value an attribute can have."""
    words = text(empty=False, carriage_returns=True)
    return words | numbers() | st.booleans() | st.lists(words, min_size=1, max_size=3)


@cache
def attributes() -> st.SearchStrategy[dict[str, Any]]:
    """Attributes that no layer file declares."""
    names = st.sampled_from(("lemma", "a", "A", "_", "index", "x.y-z")) | _word("_", "_.-", 9)
    return st.dictionaries(names, attribute_values(), min_size=1, max_size=3)


@cache
def extra() -> st.SearchStrategy[Any]:
    """Any I-JSON, with characters that XML cannot hold."""
    strings = st.sampled_from((*_ESCAPED, *_SAMPLES)) | st.text(st.characters(codec="utf-8"), max_size=4)
    leaves = st.none() | st.booleans() | numbers() | strings
    nested = st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strings, inner, max_size=3),
        max_leaves=5,
    )
    return leaves | nested
