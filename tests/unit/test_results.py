"""Outcomes in the cache: which documents have which, and when a file is taken for unchanged."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from corpus_tools.corpus.cache import Cache
from corpus_tools.findings import Excerpt, Finding, Kind, Location, Severity, Suppression
from corpus_tools.services import results as module
from corpus_tools.services.outcomes import Outcome, Part, outcome_of
from corpus_tools.services.results import CacheOptions, Results

FINDING = Finding(
    Kind("T102", "quote-mismatch", Severity.WARNING),
    "a message",
    Location("", 1, 2, "/a", None, "b1", 0, 4, 1, 6),
    "a hint",
    Excerpt("a line", 0, 1),
    Suppression("known", "2026-03-04", Location("", 3)),
    "0123-2",
)
OUTCOME = Outcome([FINDING], "json", True, "windows-1252", ("an id", None, [1, 2.5], {"a": True}), ("C201",))


@pytest.fixture
def options(tmp_path: Path) -> CacheOptions:
    return CacheOptions(str(tmp_path / "cache"), b"environment", trusts_times=True)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A file that was written a while ago."""
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")
    return path


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be old enough."""
    monkeypatch.setattr(module, "_UNSETTLED", -1)


def check(options: CacheOptions, path: Path, outcome: Outcome | None = OUTCOME) -> str:
    """Ask for the outcome of a file, keep one if it is not known, and tell how it was known."""
    results = Results(options)
    with results.reading():
        if results.of_file(str(path)) is not None:
            return "by file"
        found = results.of_content(str(path), path.read_bytes())
        if found is None and outcome is not None:
            results.keep(outcome)
    results.store()
    results.close()
    assert found in (None, OUTCOME)
    return "not" if found is None else "by content"


def test_an_outcome_comes_back_as_it_was(options: CacheOptions, document: Path) -> None:
    check(options, document)
    results = Results(options)
    for found in (results.of_file(str(document)), results.of_content(str(document), b"{}")):
        assert found == OUTCOME
        assert found.findings[0].kind.severity is Severity.WARNING


def test_an_outcome_is_known_by_file_and_if_that_changed_by_content(options: CacheOptions, document: Path) -> None:
    assert [check(options, document) for _ in range(2)] == ["not", "by file"]
    os.utime(document, ns=(1, 1))
    assert [check(options, document) for _ in range(2)] == ["by content", "by file"]
    copied = document.parent / "sub" / document.name
    copied.parent.mkdir()
    copied.write_bytes(document.read_bytes())
    assert [check(options, copied) for _ in range(2)] == ["by content", "by file"]


def test_times_are_trusted_only_if_asked(options: CacheOptions, document: Path) -> None:
    plain = replace(options, trusts_times=False)
    assert [check(plain, document), check(plain, document), check(options, document), check(options, document)] == [
        "not", "by content", "by content", "by file"
    ]  # fmt: skip


def test_content_name_and_environment_make_an_outcome(options: CacheOptions, document: Path) -> None:
    check(options, document)
    other = document.parent / "b.json"
    other.write_bytes(document.read_bytes())
    assert check(options, other) == "not"
    assert check(replace(options, environment=b"another"), document) == "not"
    document.write_bytes(b"[]")
    assert check(options, document) == "not"


def test_a_change_that_keeps_size_and_time_is_noticed(options: CacheOptions, document: Path) -> None:
    os.utime(document, ns=(10**18, 10**18))
    check(options, document)
    time.sleep(0.02)  # the clock of the file system is as coarse
    document.write_bytes(b"[]")
    os.utime(document, ns=(10**18, 10**18))
    assert check(options, document) == "not"


def test_a_file_that_has_just_been_written_is_read_again(
    options: CacheOptions, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_UNSETTLED", 60 * 10**9)
    assert [check(options, document) for _ in range(3)] == ["not", "by content", "by content"]


def test_a_file_that_cannot_be_looked_at_is_not_known(options: CacheOptions, document: Path) -> None:
    results = Results(options)
    assert results.of_file(str(document.parent / "nowhere.json")) is None
    assert results.of_file("a\0b.json") is None
    assert check(options, document) == "not"


def test_what_is_no_outcome_is_not_known(options: CacheOptions, document: Path) -> None:
    results = Results(options)
    results.of_content(str(document), b"{}")
    Cache(options.directory).store({results._key: b"\x01"}, {})
    assert results.of_content(str(document), b"{}") is None


def test_findings_are_told_of_the_file_they_are_in() -> None:
    part = Part(2)
    part.add("in/a.json", OUTCOME)
    part.add("in/b.txt", Outcome([], None, keeps_ids=False, encoding=None, digests=(), asked=()))
    (found,) = part.findings
    assert (found.location.file, found.suppression.location.file) == ("in/a.json", "in/a.json")
    assert replace(found.location, file="") == FINDING.location
    assert (part.formats, part.detected) == ({"json"}, [("in/a.json", "windows-1252")])
    assert len(part.documents) == 1


def test_a_finding_without_suppression_keeps_none() -> None:
    plain = replace(FINDING, suppression=None, location=replace(FINDING.location, file="a"))
    from corpus_tools.services.load import Loaded

    assert outcome_of(Loaded("a", [plain])).findings == [replace(FINDING, suppression=None)]
