"""Excerpts in the text report: what is marked stands above its carets, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus_tools.findings import Excerpt, Finding, Kind, Location, Severity
from corpus_tools.reporters import load_reporter
from corpus_tools.reporters.text.excerpts import drawn
from corpus_tools.services.report import make_report


def excerpt(marked: str) -> Excerpt:
    """The excerpt that a text is whose marked part stands between ``[`` and ``]``."""
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    return Excerpt(before + words + after, len(before), len(before) + len(words))


@pytest.mark.parametrize(
    ("marked", "line", "carets"),
    [
        ('  "text": ["Porto"],', '"text": "Porto",', "        ^^^^^^^"),
        ("in [Lisbon].  ", "in Lisbon.", "   ^^^^^^"),
        ("港口[关闭]。", "港口关闭。", "    ^^^^"),
        ("e\u0301[a\u0300]o", "e\u0301a\u0300o", " ^"),
        ("\tab\t[c]", "ab\tc", "  \t^"),
        ("a[\tb]", "a\tb", " ^^^^"),
        ("ab[]c", "abc", "  ^"),
        ("ab[]", "ab", "  ^"),
        ("\u202ea[\x07]b", "\\u202ea\\x07b", "       ^^^^"),
        ("a[  ]", "a  ", " ^^"),
        ("  [  ]a", "  a", "^^"),
        ("ﾊ[ﾝ]", "ﾊﾝ", " ^"),
    ],
)
def test_carets_stand_under_what_is_marked(marked: str, line: str, carets: str) -> None:
    assert drawn(excerpt(marked)) == [f"    {line}", f"    {carets}"]


def test_an_empty_line_is_not_drawn() -> None:
    assert drawn(Excerpt("", 0, 0)) == []
    assert drawn(Excerpt("   ", 3, 3)) == []


@given(st.text(), st.text(min_size=1), st.text())
def test_carets_begin_where_the_marked_part_begins(before: str, marked: str, after: str) -> None:
    before = before.lstrip(" \t").replace("\t", "")
    line, carets = drawn(Excerpt(before + marked + after, len(before), len(before) + len(marked)))
    shown = drawn(Excerpt(before, len(before), len(before)))
    start = sum(map(cell_len, shown[0])) if shown and not before.isspace() else len(carets) - len(carets.lstrip())
    assert carets.index("^") == start
    assert line.isprintable() or "\t" in line or not set(line) & set("\n\r\x1b\u202e")


def test_the_report_shows_the_excerpt_below_the_message() -> None:
    place = Location("a.json", 3, 9, "/blocks/0", end_line=3, end_column=12)
    found = Finding(Kind("T101", "odd"), "is odd", place, "mend it", Excerpt("in the box", 3, 6))
    assert load_reporter("text")(make_report(1, [found])) == (
        "a.json:3:9: error T101 odd: is odd\n"
        "    in the box\n"
        "       ^^^\n"
        "    at /blocks/0\n"
        "    hint: mend it\n"
        "\n"
        "1 file: 1 error, 0 warnings\n"
    )


def test_statistics_stand_before_the_total_if_they_are_asked_for() -> None:
    odd, warned = Kind("T101", "odd"), Kind("T201", "blank", Severity.WARNING)
    found = [Finding(kind, "m", Location("a")) for kind in (odd, *[warned] * 10)]
    report = load_reporter("text")
    made = report(make_report(1, found, max_findings=0, with_statistics=True))
    assert made == (" 1  error    T101  odd\n10  warning  T201  blank\n\n1 file: 1 error, 10 warnings (11 not shown)\n")
    assert "T201  blank" not in report(make_report(1, found))
    assert report(make_report(1, [], with_statistics=True)) == "1 file: 0 errors, 0 warnings\n"
