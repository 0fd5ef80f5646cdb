"""``corpus-tools apply`` and ``invert``."""

from __future__ import annotations

import json
import os
import re
import stat
from typing import TYPE_CHECKING

import pytest
from comparisons import FERRY
from documents import ARTICLE, SEED

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = str(FERRY / "old.json"), str(FERRY / "new.json")


@pytest.fixture
def delta(run, tmp_path: Path) -> str:
    """The file of the delta of the two ferries."""
    run("diff", OLD, NEW, "--format", "json", "-o", "delta.json")
    return "delta.json"


@pytest.mark.parametrize("suffix", ["json", "xml"])
def test_apply_writes_the_new_version_in_the_format_of_the_old(run, tmp_path: Path, delta, suffix) -> None:
    form = {"json": "json", "xml": "tei"}[suffix]
    for name, file in (("old", OLD), ("new", NEW)):
        run("convert", file, "--to", form, "-o", f"{name}.{suffix}")
    result = run("apply", delta, f"old.{suffix}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == (tmp_path / f"new.{suffix}").read_bytes()
    assert run("apply", delta, f"old.{suffix}", "-o", "made").exit_code == 0
    assert (tmp_path / "made").read_bytes() == result.stdout_bytes


@pytest.mark.parametrize(
    "options", [["--encoding", "cp1252"], ["--encoding", "cp1252", "--language", "pt"], ["--config", "mine.toml"]]
)
def test_apply_reads_a_plain_text_as_diff_did(run, tmp_path: Path, options) -> None:
    (tmp_path / "mine.toml").write_text('[seed]\nencoding = "cp1252"\nlanguage = "none"\n')
    old = SEED.replace(b"all day", b"all caf\xe9")
    (tmp_path / "rain.txt").write_bytes(old)
    (tmp_path / "new").mkdir()
    (tmp_path / "new/rain.txt").write_bytes(old.replace(b"caf\xe9", b"th\xe9"))
    run("diff", "rain.txt", "new/rain.txt", *options, "--format", "json", "-o", "delta.json")
    result = run("apply", "delta.json", "rain.txt", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == (tmp_path / "new/rain.txt").read_bytes()
    assert run("apply", "delta.json", "rain.txt").exit_code == 1


def test_apply_takes_a_house_style(run, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_bytes(SEED)
    (tmp_path / "style.toml").write_text("nothing = 1\n")
    assert "style.toml:1:1: " in run("apply", "delta.json", "rain.txt", "--seed-style", "style.toml").stderr


def test_apply_tells_options_without_effect(run, delta) -> None:
    assert run("apply", delta, OLD, "--language", "pt").stderr.startswith("note: --language: without effect")


def test_invert_leads_back(run, tmp_path: Path, delta) -> None:
    inverted = run("invert", delta)
    assert inverted.exit_code == 0
    assert run("apply", "-", NEW, data=inverted.stdout_bytes).stdout_bytes == (FERRY / "old.json").read_bytes()
    assert run("invert", "-", data=inverted.stdout_bytes).stdout_bytes == (tmp_path / delta).read_bytes()
    assert run("invert", delta, "-o", "back.json").stdout == ""
    assert (tmp_path / "back.json").read_bytes() == inverted.stdout_bytes


def test_apply_refuses_another_version_and_says_why(run, tmp_path: Path, delta) -> None:
    refused = run("apply", delta, NEW, "-o", "made")
    assert refused.exit_code == 1
    assert refused.stderr == f"{NEW}: not applied: the article is the delta's new version already\n"
    assert not (tmp_path / "made").exists()
    (tmp_path / "other.json").write_bytes(ARTICLE)
    assert "was made for article en-ferry-engine, this one is rain" in run("apply", delta, "other.json").stderr


def test_apply_refuses_a_format_that_cannot_hold_the_new_version(run, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_bytes(SEED)
    run("convert", "rain.txt", "--to", "json", "-o", "rain.json", "--language", "none")
    made = json.loads((tmp_path / "rain.json").read_bytes())
    (tmp_path / "new.json").write_text(json.dumps({**made, "extra": {"desk": "night"}}))
    run("diff", "rain.json", "new.json", "--format", "json", "-o", "delta.json")
    run("convert", "rain.json", "--to", "seed", "-o", "same.txt")
    refused = run("apply", "delta.json", "rain.json", "--from", "json")
    assert refused.exit_code == 0
    refused = run("apply", "delta.json", "rain.txt")
    assert refused.exit_code == 1
    assert "not applied: " in refused.stderr


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda delta: delta.pop("blocks"), 'delta.json:1:1: error S001 schema: "blocks" is a required property'),
        (lambda delta: delta.pop("delta_version"), "this is no delta: it has no delta_version"),
        (lambda delta: delta["blocks"][0].update(kinds=["x"]), '"x" is not one of'),
        (lambda delta: delta.update(delta_version=["x" * 500]), "…\n"),
        (lambda delta: delta.update(delta_version="2.0"), "this is a delta of version 2.0; versions 1.x are supported"),
        (lambda delta: delta.update(delta_version="x" * 500), "…\n"),
    ],
)
def test_a_broken_delta_is_a_finding_with_its_place(run, tmp_path: Path, delta, change, message) -> None:
    content = json.loads((tmp_path / delta).read_bytes())
    change(content)
    (tmp_path / delta).write_text(json.dumps(content, indent=1))
    for command in (["apply", delta, OLD], ["invert", delta]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert message in result.stderr
        assert re.match(r"delta.json:\d+:\d+: error S001 schema: ", result.stderr)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"documents": []}', b"\xff", b'{"a": 1, "a": 2}'])
def test_what_is_no_delta_is_a_finding(run, data) -> None:
    result = run("invert", "-", data=data)
    assert result.exit_code == 1
    assert re.match(r"-(:\d+:\d+)?: error [FS]\d{3} ", result.stderr)


@pytest.mark.parametrize("data", [b"[]", b"1", b'"x"', b"null"])
def test_what_is_no_object_is_no_delta_either(run, data) -> None:
    assert "-:1:1: error S001 schema: this is no delta: a delta is an object\n" in run("invert", "-", data=data).stderr


def test_hundreds_of_faults_of_a_delta_are_not_all_told(run, tmp_path: Path, delta) -> None:
    content = json.loads((tmp_path / delta).read_bytes())
    content["ids"] = {f"b{number}": 1 for number in range(500)}
    (tmp_path / delta).write_text(json.dumps(content))
    assert run("invert", delta).stderr.count("error S001") == 20


def test_a_delta_that_was_edited_is_refused(run, tmp_path: Path, delta) -> None:
    content = json.loads((tmp_path / delta).read_bytes())
    content["entities"][0]["new"]["name"] = "Others"
    (tmp_path / delta).write_text(json.dumps(content))
    assert "edited" in run("apply", delta, OLD).stderr


def test_an_edited_delta_that_agrees_with_itself_and_leads_to_no_article_is_refused(run, tmp_path: Path, delta) -> None:
    from corpus_tools.diffing.exact import digest
    from corpus_tools.model.canonical import canonical

    content = json.loads((tmp_path / delta).read_bytes())
    article = json.loads((FERRY / "new.json").read_bytes())
    article["entities"][2]["name"] = content["entities"][0]["new"]["name"] = ""
    content["new"]["sha256"] = digest(canonical(article))
    (tmp_path / delta).write_text(json.dumps(content))
    result = run("apply", delta, OLD)
    assert result.exit_code == 1
    assert "the new version would not be valid" in result.stderr


def test_unreadable_files_of_apply_are_findings(run, tmp_path: Path, delta) -> None:
    (tmp_path / "broken.json").write_text("{")
    assert "broken.json:1:2: error F003" in run("apply", delta, "broken.json").stderr
    missing = run("apply", "none.json", OLD)
    assert (missing.exit_code, "none.json: error F001" in missing.stderr) == (1, True)


def test_inputs_are_not_written_over(run, tmp_path: Path, delta) -> None:
    (tmp_path / "old.json").write_bytes((FERRY / "old.json").read_bytes())
    for command in (["apply", delta, "old.json", "-o", "old.json"], ["invert", delta, "-o", f"./{delta}"]):
        refused = run(*command)
        assert refused.exit_code == 2
        assert "would be written over" in refused.stderr
    assert run("apply", "-", "-").exit_code == 2


def test_an_output_keeps_its_permissions(run, tmp_path: Path, delta) -> None:
    (tmp_path / "made").write_text("x")
    (tmp_path / "made").chmod(0o640)
    run("apply", delta, OLD, "-o", "made")
    assert stat.S_IMODE(os.stat(tmp_path / "made").st_mode) == 0o640
