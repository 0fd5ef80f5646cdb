"""Known findings: ``--baseline``, ``--write-baseline`` and what the configuration says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import ARTICLE
from reports import check_json, check_sarif

BROKEN = ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}')


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A corpus with two errors."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.json").write_bytes(BROKEN)
    (tmp_path / "in/b.json").write_bytes(BROKEN)
    return tmp_path


def test_what_is_known_does_not_fail_and_what_is_new_does(run, broken: Path) -> None:
    made = run("validate", "in/a.json", "--baseline", "in/known.json", "--write-baseline")
    assert (made.exit_code, made.stderr) == (0, "in/known.json: 1 finding in 1 file known\n")
    assert made.stdout == "1 file: 0 errors, 0 warnings (1 known)\n"
    again = run("validate", "in", "--baseline", "in/known.json")
    assert again.exit_code == 1
    assert again.stdout.startswith("in/b.json:11:")
    assert again.stdout.endswith("2 files: 1 error, 0 warnings (1 known)\n")


def test_what_is_fixed_is_told_and_taken_out_when_asked(run, broken: Path) -> None:
    run("validate", "in", "--baseline", "known.json", "--write-baseline")
    (broken / "in/a.json").write_bytes(ARTICLE.replace(b'"rain"', b'"sun"'))
    made = run("validate", "in", "--baseline", "known.json")
    assert made.exit_code == 0
    assert made.stdout.startswith("in/a.json: fixed T102 quote-mismatch: the offsets cut out")
    assert "2 files: 0 errors, 0 warnings (1 known, 1 fixed)" in made.stdout
    run("validate", "in", "--baseline", "known.json", "--write-baseline")
    assert list(json.loads((broken / "known.json").read_bytes())["files"]) == ["in/b.json"]
    before = (broken / "known.json").read_bytes()
    run("validate", "in", "--baseline", "known.json", "--write-baseline")
    assert (broken / "known.json").read_bytes() == before


def test_programs_are_told_what_is_new_known_and_fixed(run, broken: Path) -> None:
    run("validate", "in", "--baseline", "known.json", "--write-baseline")
    (broken / "in/b.json").write_bytes(ARTICLE)
    (broken / "in/c.json").write_bytes(BROKEN)
    made = check_json(run("validate", "in", "--baseline", "known.json", "--format", "json").stdout)
    assert [[one["file"] for one in made[key]] for key in ("findings", "known", "fixed")] == [
        ["in/c.json"],
        ["in/a.json"],
        ["in/b.json"],
    ]
    sarif = check_sarif(run("validate", "in", "--baseline", "known.json", "--format", "sarif").stdout)
    assert [one["baselineState"] for one in sarif["results"]] == ["new", "unchanged", "absent"]
    assert all("corpusTools/v1" in one["partialFingerprints"] for one in sarif["results"])


@pytest.mark.parametrize("name", ["corpus-tools.toml", "pyproject.toml"])
def test_the_configuration_names_the_baseline_from_where_it_stands(run, broken: Path, monkeypatch, name: str) -> None:
    table = "[tool.corpus-tools]\n" if name == "pyproject.toml" else ""
    (broken / name).write_text(f'{table}documents = ["in"]\nbaseline = "conf/known.json"\n')
    (broken / "conf").mkdir()
    monkeypatch.chdir(broken / "in")
    assert run("validate", "--write-baseline").exit_code == 0
    assert list(json.loads((broken / "conf/known.json").read_bytes())["files"]) == ["../in/a.json", "../in/b.json"]
    assert run("validate").exit_code == 0
    assert run("validate", "--no-config", "a.json").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--baseline", "known.json"], "--baseline: there is no file known.json; --write-baseline makes it"),
        (["--baseline", "known"], "--baseline: known should end in .json"),
        (["--baseline", "no/known.json", "--write-baseline"], "--baseline: there is no directory no"),
        (["--write-baseline"], "--write-baseline: name the file: --baseline FILE, or baseline in corpus-tools.toml"),
        (["--baseline", "bad.json"], "bad.json:1:2: fils: unknown key (did you mean files?)"),
        (["--baseline", "in"], "--baseline: in should end in .json"),
        (["--baseline", "folder.json"], "folder.json: cannot be read: Is a directory"),
    ],
)
def test_a_baseline_that_cannot_be_followed_is_a_usage_error(run, broken: Path, arguments, message: str) -> None:
    (broken / "bad.json").write_text('{"fils": {}, "baseline_version": "1.0"}')
    (broken / "folder.json").mkdir()
    made = run("validate", "in", *arguments)
    assert made.exit_code == 2
    assert message in made.stderr
    assert made.stdout == ""


def test_a_configured_baseline_that_is_not_there_is_told_where_it_is_named(run, broken: Path) -> None:
    (broken / "corpus-tools.toml").write_text('exclude = ["x"]\nbaseline = "known.json"\n')
    made = run("validate", "in")
    assert made.exit_code == 2
    assert "Error: corpus-tools.toml:2:1: baseline: there is no file known.json; --write-baseline" in made.stderr


def test_no_report_is_written_over_the_baseline(run, broken: Path) -> None:
    made = run("validate", "in", "--baseline", "known.json", "--write-baseline", "--output", "./known.json")
    assert made.exit_code == 2
    assert "--output known.json would write over the baseline" in made.stderr
    assert not (broken / "known.json").exists()


def test_a_baseline_that_cannot_be_written_is_no_success(run, broken: Path, monkeypatch) -> None:
    def refuse(path: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpus_tools.services.baseline.write_atomically", refuse)
    made = run("validate", "in", "--baseline", "known.json", "--write-baseline")
    assert made.exit_code == 1
    assert "known.json cannot be written: No space left on device" in made.stderr


def test_quiet_runs_write_the_baseline_without_a_word(run, broken: Path) -> None:
    made = run("validate", "-q", "in", "--baseline", "known.json", "--write-baseline")
    assert (made.exit_code, made.output) == (0, "")
    assert (broken / "known.json").is_file()


def test_what_is_ignored_in_its_path_is_not_told_to_be_fixed(run, broken: Path) -> None:
    (broken / "corpus-tools.toml").write_text('[per-path-ignores]\n"in/a.json" = ["T102"]\n')
    run("validate", "in", "--no-config", "--baseline", "known.json", "--write-baseline")
    before = (broken / "known.json").read_bytes()
    made = run("validate", "in", "--baseline", "known.json", "--write-baseline")
    assert made.stdout == "2 files: 0 errors, 0 warnings (1 known)\n"
    assert (broken / "known.json").read_bytes() == before


def test_a_file_that_cannot_be_read_fails_with_the_baseline_written_of_it(run, broken: Path) -> None:
    (broken / "in/a.json").write_bytes(b"{")
    made = run("validate", "in", "--baseline", "known.json", "--write-baseline")
    assert made.exit_code == 1
    assert "2 files: 1 error, 0 warnings (1 known)" in made.stdout
    assert "F003" not in (broken / "known.json").read_text()


def test_an_unreadable_file_fails_with_any_baseline(run, broken: Path) -> None:
    (broken / "in/gone.json").symlink_to("nowhere")
    assert run("validate", "in", "--baseline", "known.json", "--write-baseline").exit_code == 1
    assert run("validate", "in", "--baseline", "known.json").exit_code == 1
