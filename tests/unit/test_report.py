"""The report of a run: what counts, what is shown, and in which order."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reports import DEEP, EDGE, FINDINGS, FIXED, ODD, QUOTE, STDIN, SUPPRESSED, UNREAD, WRONG, full

from corpus_tools import __version__
from corpus_tools.findings import Location, Severity
from corpus_tools.reporters.base import Summary, relative_to, remarks, total
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.services.report import make_report

if TYPE_CHECKING:
    from pathlib import Path


AFTER = replace(SUPPRESSED, location=Location("in/a.json"))


def test_findings_are_sorted_by_file_and_place() -> None:
    made = make_report(5, [SUPPRESSED, *FINDINGS[::-1], AFTER], known=[ODD, WRONG])
    assert made.findings == (STDIN, UNREAD, WRONG, ODD, DEEP)
    assert made.suppressed == (AFTER, SUPPRESSED)
    assert made.known == (WRONG, ODD)


def test_a_report_that_is_cut_shows_the_worst_and_counts_everything() -> None:
    made = make_report(5, FINDINGS, max_findings=2)
    assert made.findings == (UNREAD, WRONG)
    assert make_report(5, FINDINGS, max_findings=4).findings == (UNREAD, WRONG, ODD, DEEP)
    assert made.summary == Summary(5, error=3, warning=1, info=1)
    assert made.hidden == 3
    assert sum(number for _, number in made.statistics) == 5
    assert make_report(5, FINDINGS, max_findings=9).hidden == 0
    assert make_report(5, FINDINGS, max_findings=0).findings == ()


def test_what_is_suppressed_or_known_does_not_count() -> None:
    made = full()
    assert made.summary.findings == 4
    assert made.exit_code == 1
    assert total(made) == "6 files: 2 errors, 1 warning, 1 info (1 suppressed, 1 known, 1 fixed)"
    assert remarks(full(max_findings=1))[0] == "3 not shown"
    assert remarks(make_report(1, [])) == []


def test_an_empty_baseline_is_a_baseline() -> None:
    assert make_report(1, [], known=[]).has_baseline
    assert not make_report(1, []).has_baseline


def test_statistics_begin_with_the_most_frequent_and_tell_severities_apart() -> None:
    weighed = replace(ODD, kind=replace(EDGE, severity=Severity.ERROR))
    made = make_report(1, [DEEP, WRONG, ODD, weighed, weighed, weighed])
    assert [(kind.code, kind.severity.value, number) for kind, number in made.statistics] == [
        ("T201", "error", 3),
        ("T102", "error", 2),
        ("T201", "warning", 1),
    ]


def test_the_rules_that_are_named_are_documented_and_no_others() -> None:
    assert list(full().rules) == ["F001", "T102", "T201"]
    assert list(make_report(1, [SUPPRESSED], fixed=[FIXED, FIXED._replace(code="T102")]).rules) == [
        "T102",
        "T201",
    ]
    text = full().rules["T102"]
    assert text.kind == QUOTE
    assert text.summary == "A span quotes other words than its offsets cut out."
    assert text.description.startswith("Cuts the block at the offsets")
    assert "The quote protects annotations" in text.description
    assert "```" not in text.description
    assert text.help == CATALOGUE["T102"].doc.strip()


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_rule_says_in_one_sentence_what_it_finds(code: str) -> None:
    text = full(fixed=[FIXED._replace(code=code)]).rules[code]
    assert text.summary
    assert "#" not in text.summary
    assert text.description


def test_fixed_entries_are_sorted_by_file() -> None:
    other = FIXED._replace(file="a", code="Z9")
    assert full(fixed=[FIXED, other]).fixed == (other, FIXED)


def test_the_report_knows_its_version_and_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = make_report(0, [])
    assert (made.version, made.directory) == (__version__, str(tmp_path))
    tmp_path.rmdir()
    assert make_report(0, []).directory == os.sep


@pytest.mark.parametrize(
    ("file", "path"),
    [("a", "a"), ("./a//b/../c", "a/c"), ("/w/d/x", "x"), ("../x", None), ("/w/dd/x", None), ("..x", "..x")],
)
def test_paths_from_the_working_directory(file: str, path: str | None) -> None:
    assert relative_to("/w/d", file) == path
