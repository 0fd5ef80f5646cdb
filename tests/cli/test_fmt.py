"""``corpus-tools fmt``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def untidy(corpus: Path) -> Path:
    """``in/`` with one JSON article that is not in canonical form."""
    path = corpus / "in/rain.json"
    path.write_text(json.dumps(json.loads(ARTICLE), indent=7))
    return path


def test_a_file_is_rewritten_in_place_once(run, untidy: Path) -> None:
    first = run("fmt", "in")
    assert first.exit_code == 0
    assert "1 of 1 changed" in first.stderr
    canonical = untidy.read_bytes()
    assert json.loads(canonical) == json.loads(ARTICLE)
    before = untidy.stat().st_mtime_ns
    assert "0 of 1 changed" in run("fmt", "in").stderr
    assert untidy.stat().st_mtime_ns == before


def test_check_names_the_files_and_writes_nothing(run, untidy: Path) -> None:
    before = untidy.read_bytes()
    result = run("fmt", "in", "--check")
    assert (result.exit_code, result.stdout) == (1, "in/rain.json\n")
    assert untidy.read_bytes() == before
    run("fmt", "in")
    assert run("fmt", "in", "--check").exit_code == 0


def test_diff_shows_the_change_and_writes_nothing(run, untidy: Path) -> None:
    before = untidy.read_bytes()
    result = run("fmt", "in", "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- in/rain.json\n+++ in/rain.json (canonical)\n@@")
    assert untidy.read_bytes() == before


def test_standard_input_goes_to_standard_output(run, untidy: Path) -> None:
    result = run("fmt", "-", data=untidy.read_bytes())
    run("fmt", "in")
    assert result.stdout_bytes == untidy.read_bytes()
    assert result.stderr == ""


def test_tei_has_a_canonical_form_too(run, corpus: Path) -> None:
    run("convert", "in", "--to", "tei", "-o", "tei")
    assert run("fmt", "tei", "--check").exit_code == 0
    (corpus / "tei/a.xml").write_bytes((corpus / "tei/a.xml").read_bytes().replace(b"<text>", b"<text >"))
    assert run("fmt", "tei", "--check").stdout == "tei/a.xml\n"


@pytest.mark.parametrize("options", [[], ["--check"], ["--diff"]])
def test_what_is_no_article_is_a_finding_and_stays_untouched(run, untidy: Path, options: list[str]) -> None:
    bad = untidy.with_name("bad.json")
    bad.write_text('{"a":   1}')
    result = run("fmt", "in", *options)
    assert result.exit_code == 1
    assert "in/bad.json:" in result.stderr
    assert bad.read_text() == '{"a":   1}'


def test_a_seed_has_no_canonical_form(run, corpus: Path) -> None:
    before = (corpus / "in/a.txt").read_bytes()
    result = run("fmt", "in/a.txt")
    assert result.exit_code == 1
    assert "no canonical form" in result.stderr
    assert (corpus / "in/a.txt").read_bytes() == before


def test_what_is_no_article_on_standard_input_gives_no_output(run) -> None:
    result = run("fmt", "-", data=b'{"a": 1}')
    assert (result.exit_code, result.stdout) == (1, "")
    assert "-:1:" in result.stderr


def test_a_talkative_run_names_only_the_files_that_it_changed(run, untidy: Path) -> None:
    assert run("fmt", "in", "-v").stderr == "in/rain.json\n1 of 1 changed\n"
    assert run("fmt", "in", "-v").stderr == "0 of 1 changed\n"
