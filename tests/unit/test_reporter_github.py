"""Annotations of GitHub Actions, byte by byte."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import DEEP, EDGE, ODD, QUOTE, STDIN, UNREAD, WRONG, full

from corpus_tools.findings import Finding, Location
from corpus_tools.reporters.github import report
from corpus_tools.services.report import make_report


def line(finding: Finding) -> str:
    first, _total = report(replace(make_report(1, [finding]), directory="/w")).splitlines()
    return first


def test_a_whole_report() -> None:
    assert report(replace(full(), directory="/w")) == (
        "::notice title=T900 remark::so it is\n"
        "::error file=../d.json,title=F001 unreadable-file::cannot be read\n"
        "::error file=in/a b.json,line=3,endLine=3,col=14,endColumn=18,title=T102 quote-mismatch::"
        "the offsets cut out 'ação', the span quotes '東京'%0Ahint: offsets count code points\n"
        "::warning file=in/a b.json,line=9,title=T201 blank-at-span-edge::nobody knows it: 100 %25, or%0D%0Aless\n"
        "6 files: 2 errors, 1 warning, 1 info (1 suppressed, 1 known, 1 fixed)\n"
    )


def test_a_clean_run_is_one_line() -> None:
    assert report(make_report(2, [])) == "2 files: 0 errors, 0 warnings\n"


def test_a_finding_of_several_lines_has_no_columns() -> None:
    assert line(DEEP) == "::error file=in/c.xml,line=2,endLine=4,title=T102 quote-mismatch::bad"


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("a,b:c%.json", "a%2Cb%3Ac%25.json"),
        ("a\nb\rc", "a%0Ab%0Dc"),
        ("./x/../y", "y"),
        ("/w/z", "z"),
        ("/v/z", "/v/z"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_file_names_are_escaped_and_start_at_the_working_directory(file: str, shown: str) -> None:
    assert line(replace(UNREAD, location=Location(file))).startswith(f"::error file={shown},title=")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("a: b, c", "a: b, c"),
        ("%0A", "%250A"),
        ("::error::x", "::error::x"),
        ("\x1b[31m\u202e\u2028\udce9", "\\x1b[31m\\u202e\\u2028\\udce9"),
    ],
)
def test_messages_are_escaped(message: str, shown: str) -> None:
    assert line(Finding(QUOTE, message, Location("-"))) == f"::error title=T102 quote-mismatch::{shown}"


def test_standard_input_is_no_file() -> None:
    assert "file=" not in line(STDIN)
    assert "line=" not in line(STDIN)


def test_a_column_without_an_end_is_told() -> None:
    place = Location("f", 2, 7)
    assert line(replace(ODD, kind=EDGE, location=place)).startswith("::warning file=f,line=2,col=7,title=")


def test_findings_are_in_the_order_of_the_report() -> None:
    shown = report(make_report(1, [ODD, WRONG])).splitlines()
    assert ["line=3" in shown[0], "line=9" in shown[1]] == [True, True]
