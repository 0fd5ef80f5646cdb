"""``corpus-tools roundtrip``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus_tools.formats import load_format
from corpus_tools.services import roundtrip
from corpus_tools.services.roundtrip import differences, first_difference

if TYPE_CHECKING:
    from pathlib import Path


def test_documents_of_each_format_are_proved(run, corpus: Path) -> None:
    run("convert", "in", "--to", "tei", "-o", "tei")
    result = run("roundtrip", "in", "tei")
    assert (result.exit_code, result.stdout) == (0, "6 proved, 0 broken, 0 not readable\n")


def test_verbose_names_each_file(run, corpus: Path) -> None:
    assert "in/a.txt: proved\n" in run("roundtrip", "in", "-v").stdout


@pytest.mark.parametrize("via", ["seed", "json", "tei"])
def test_one_way_can_be_chosen_whatever_the_input(run, corpus: Path, via: str) -> None:
    run("convert", "in", "--to", "tei", "-o", "tei")
    assert run("roundtrip", "in", "tei", "--via", via).exit_code == 0


def test_a_document_that_cannot_be_read_fails_the_run(run, corpus: Path) -> None:
    (corpus / "in/bad.json").write_text("{")
    result = run("roundtrip", "in")
    assert result.exit_code == 1
    assert "in/bad.json:" in result.stderr
    assert result.stdout == "3 proved, 0 broken, 1 not readable\n"


@pytest.mark.parametrize("law", ["seed", "json", "tei"])
def test_a_broken_law_is_named_with_the_first_difference(
    run, corpus: Path, monkeypatch: pytest.MonkeyPatch, law: str
) -> None:
    sound = load_format(law)

    def write(article, options):
        written = sound.write(article, options)
        return replace(written, data=written.data.replace(b"all day", b"all night"))

    broken = replace(sound, write=write)
    monkeypatch.setattr(roundtrip, "load_format", lambda name: broken if name == law else load_format(name))
    result = run("roundtrip", "in/a.txt")
    assert result.exit_code == 1
    assert f"in/a.txt: the {law} law is broken" in result.stdout
    assert "all day" in result.stdout
    assert "all night" in result.stdout
    assert "0 proved, 1 broken" in result.stdout


@pytest.mark.parametrize(
    ("wanted", "got", "said"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": [1, 2]}, {"a": [1]}, ["/a/1: 2 became nothing"]),
        ({"a/b~": "x"}, {"a/b~": "y"}, ["/a~1b~0: 'x' became 'y'"]),
        ({}, {"b": None}, ["/b: nothing became None"]),
        ([1, 2, 3, 4], [5, 6, 7, 8], ["/0: 1 became 5", "/1: 2 became 6", "/2: 3 became 7", "…"]),
        (1, "1", ["(document): 1 became '1'"]),
    ],
)
def test_differences_are_json_pointers_with_both_values(wanted, got, said: list[str]) -> None:
    assert list(differences(wanted, got)) == said


@pytest.mark.parametrize(
    ("wanted", "got", "said"),
    [
        (b"a\nb", b"a\nb", []),
        (b"a\nb", b"a\nc", ["line 2: 'b' became 'c'"]),
        (b"a\n", b"a", ["line 2: '' became the end of the file"]),
        (b"\xff", b"\xfe", [r"line 1: '\\xff' became '\\xfe'"]),
    ],
)
def test_the_first_line_that_differs_is_told(wanted: bytes, got: bytes, said: list[str]) -> None:
    assert list(first_difference(wanted, got)) == said


def test_a_quiet_run_tells_only_what_is_broken(run, corpus: Path) -> None:
    quiet = run("roundtrip", "in", "-q")
    assert (quiet.exit_code, quiet.output) == (0, "")
