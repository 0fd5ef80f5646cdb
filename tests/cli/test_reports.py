"""Where reports go: ``validate --format … --output …``."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

WRONG_QUOTE = ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}')


@pytest.fixture
def broken(corpus: Path) -> Path:
    (corpus / "in/rain.json").write_bytes(WRONG_QUOTE)
    return corpus


def test_one_run_serves_standard_output_and_files(run, broken: Path) -> None:
    outputs = ("--output", "sarif:log", "--output", "a.md", "--output", "a.jsonl", "--output", "A.TXT")
    result = run("validate", "in", "--format", "github", *outputs)
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=in/rain.json,line=11,")
    assert json.loads((broken / "log").read_bytes())["version"] == "2.1.0"
    assert (broken / "a.md").read_text().startswith("## corpus-tools validate: 1 error")
    assert json.loads((broken / "a.jsonl").read_text().splitlines()[0])["code"] == "T102"
    assert (broken / "A.TXT").read_text().startswith("in/rain.json:11:")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("r.txt", "in/rain"), ("r.json", "{\n"), ("r.jsonl", '{"type"'), ("r.sarif", '{\n  "$schema"'), ("r.md", "## ")],
)
def test_the_suffix_tells_the_form(run, broken: Path, name: str, beginning: str) -> None:
    assert run("validate", "in", "--output", name).stdout.startswith("in/rain.json:11:")
    assert (broken / name).read_text().startswith(beginning)


def test_a_form_before_the_colon_is_stronger_than_the_suffix(run, broken: Path) -> None:
    run("validate", "in", "--output", "markdown:r.json")
    assert (broken / "r.json").read_text().startswith("## ")


def test_a_colon_after_anything_else_belongs_to_the_name(run, broken: Path) -> None:
    run("validate", "in", "--output", "my:r.md")
    assert (broken / "my:r.md").read_text().startswith("## ")


def test_a_file_holds_the_bytes_of_standard_output(run, broken: Path) -> None:
    shown = run("validate", "in", "--format", "sarif", "--output", "r.sarif").stdout_bytes
    assert (broken / "r.sarif").read_bytes() == shown
    assert run("validate", "in", "--format", "sarif").stdout_bytes == shown


def test_files_are_written_when_nothing_is_found_and_nothing_is_said(run, corpus: Path) -> None:
    assert run("validate", "in", "-q", "--output", "r.txt").output == ""
    assert (corpus / "r.txt").read_text() == "3 files: 0 errors, 0 warnings\n"


def test_what_is_found_is_said_however_quiet_the_run_is(run, broken: Path) -> None:
    assert run("validate", "in", "-q").stdout.startswith("in/rain.json:11:")


def test_a_report_takes_the_place_of_an_older_one(run, corpus: Path) -> None:
    (corpus / "r.json").write_text("old")
    run("validate", "in", "--output", "r.json")
    assert json.loads((corpus / "r.json").read_bytes())["files"] == 3


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "markdown"])
@pytest.mark.parametrize("name", ["r.txt", "r.json"])
def test_a_report_of_any_form_takes_the_place_of_any_other(run, broken: Path, form: str, name: str) -> None:
    for _ in range(2):
        assert run("validate", "in", "--output", f"{form}:{name}").exit_code == 1
    assert run("validate", "in/rain.json", "--output", f"json:{name}").exit_code == 1
    assert json.loads((broken / name).read_bytes())["files"] == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("in/rain.json", None),
        ("in/new.xml", b"<TEI/>"),
        ("in/seed.txt", b"Rain\n\nIt rained.\n"),
        ("corpus-tools.toml", b"documents = ['in']\n"),
        ("layer.json", b'{"name": "frame"}'),
    ],
)
def test_no_report_is_written_over_what_is_no_report(run, corpus: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (corpus / name).write_bytes(content)
    before = (corpus / name).read_bytes()
    result = run("validate", "in", "--no-config", "--output", f"sarif:{name}")
    assert (result.exit_code, (corpus / name).read_bytes()) == (2, before)
    assert f"{name} is there, and no report" in result.stderr


def test_a_report_in_a_scanned_directory_is_no_document(run, corpus: Path) -> None:
    for _ in range(2):
        result = run("validate", "in", "--output", "in/sub/../report.json")
        assert (result.exit_code, result.stdout) == (0, "3 files: 0 errors, 0 warnings\n")
    (corpus / "in/sub/report.json").write_text("{}")
    assert run("validate", "in", "--output", "in/report.json").exit_code == 1


@pytest.mark.parametrize(
    ("outputs", "reason"),
    [
        (["report"], "put text, json, jsonl, sarif, code-scanning, github, markdown and a colon before the file"),
        (["sarfi:report"], "its form cannot be told; there is no sarfi, did you mean sarif?"),
        (["-"], "name a file; standard output gets --format"),
        (["sarif:-"], "name a file"),
        (["sarif:"], "name a file"),
        ([""], "name a file"),
        (["missing/r.json"], "there is no directory missing"),
        (["in/rain.json/r.json"], "there is no directory in/rain.json"),
        (["json:in"], "in is a directory"),
        (["r.json", "sarif:in/../r.json"], "names the same file twice"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(run, corpus: Path, outputs, reason: str) -> None:
    result = run("validate", "in", *(f"--output={output}" for output in outputs))
    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""
    assert sorted(os.listdir(corpus)) == ["in"]


def test_no_report_is_written_over_an_input(run, corpus: Path) -> None:
    result = run("validate", "in/rain.json", "--output", "./in/rain.json")
    assert result.exit_code == 2
    assert "would write over an input" in result.stderr
    assert (corpus / "in/rain.json").read_bytes() == ARTICLE


def test_what_fails_while_it_is_written_is_told_after_all_other_reports(run, corpus: Path) -> None:
    result = run("validate", "in", "--output", "r.md", "--output", f"text:{'x' * 300}")
    assert result.exit_code == 1
    assert "cannot be written: File name too long" in result.stderr
    assert result.stdout == "3 files: 0 errors, 0 warnings\n"
    assert (corpus / "r.md").exists()


def test_names_that_are_no_utf_8_reach_every_form(run, corpus: Path) -> None:
    name = os.fsdecode(b"in/caf\xe9.json")
    with open(name, "wb") as stream:
        stream.write(WRONG_QUOTE)
    forms = ["text", "json", "jsonl", "sarif", "github", "markdown"]
    result = run("validate", "in", *(f"--output={form}:{form}" for form in forms))
    assert result.exit_code == 1
    for form in forms:
        shown = (corpus / form).read_text(encoding="utf-8")
        assert ("caf%E9.json" if form == "sarif" else "udce9.json") in shown, form


def test_statistics_are_told_if_asked_for(run, broken: Path) -> None:
    assert "1  error    T102  quote-mismatch\n\n3 files: 1 error" in run("validate", "in", "--statistics").stdout
    assert "1  error    T102" not in run("validate", str(broken / "in")).stdout
