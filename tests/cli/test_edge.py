"""The edge of the command line: exit codes, faults, listings, hostile input."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import SEED

from corpus_tools import __version__
from corpus_tools.cli import cli, exit_codes
from corpus_tools.formats import FORMATS
from corpus_tools.schemas import schema_files, schema_path
from corpus_tools.services import load

ROOT = Path(__file__).parent.parent.parent


def test_exit_codes_are_what_is_documented() -> None:
    assert (exit_codes.CLEAN, exit_codes.FOUND, exit_codes.USAGE, exit_codes.INTERNAL) == (0, 1, 2, 3)


def test_a_fault_of_our_own_is_told_without_traceback(run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr(load.Loader, "load", fail)
    result = run("validate", "in")
    assert result.exit_code == exit_codes.INTERNAL
    assert "internal error: ZeroDivisionError: boom" in result.stderr
    assert "report" in result.stderr
    assert "Traceback" not in result.output
    verbose = run("validate", "in", "-v")
    assert verbose.exit_code == exit_codes.INTERNAL
    assert "Traceback" in verbose.stderr


def test_formats_lists_each_format_with_what_it_cannot_hold(run) -> None:
    result = run("formats")
    assert result.exit_code == 0
    for name, entry in FORMATS.items():
        assert f"{name} " in result.stdout
        assert entry.suffixes[0] in result.stdout
    assert result.stdout.count("cannot hold: ") == len(FORMATS)


def test_schema_list_names_every_file(run) -> None:
    lines = run("schema", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == schema_files()


@pytest.mark.parametrize(
    "name", ["article.schema.json", "article", "layers/entity", "layers/entity.json", "tei/mapping.json"]
)
def test_schema_show_prints_the_file(run, name: str) -> None:
    shown = json.loads(run("schema", "show", name).stdout)
    assert shown in [json.loads(schema_path(file).read_bytes()) for file in schema_files() if file.startswith(name)]


@pytest.mark.parametrize("name", ["nothing", "../pyproject.toml", "/etc/passwd", ""])
def test_schema_show_knows_no_other_file(run, name: str) -> None:
    result = run("schema", "show", name)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_output_that_is_not_unicode_escapes_what_it_cannot_say(tmp_path: Path) -> None:
    (tmp_path / "é.json").write_text("{")
    command = [sys.executable, "-m", "corpus_tools", "validate", str(tmp_path)]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT), "PATH": ""}
    run = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert run.returncode == 1
    assert rb"\xe9.json:" in run.stdout


def test_a_closed_pipe_ends_the_run_without_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SEED + b"\n\nMore." * 50_000)
    command = f"{sys.executable} -m corpus_tools convert {tmp_path}/a.txt --to json | head -c 1"
    run = subprocess.run(["sh", "-c", command], capture_output=True, check=True, cwd=ROOT)
    assert run.stdout == b"{"
    assert b"Traceback" not in run.stderr


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SEED)
    command = f"{sys.executable} -m corpus_tools convert {tmp_path}/a.txt --to json > /dev/full"
    run = subprocess.run(["sh", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert run.returncode == 1
    assert b"standard output cannot be written" in run.stderr
    assert b"Traceback" not in run.stderr


def test_colours_are_left_out_where_the_user_wants_none(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    (corpus / "bad.json").write_text("{")
    command = ["validate", str(corpus / "bad.json")]
    assert "\x1b[31m" in CliRunner().invoke(cli, command, color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(cli, command, color=True).output


def test_the_module_runs_the_command_line_only_when_it_is_the_program(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(sys, "argv", ["ignored", "--version"])
    runpy.run_module("corpus_tools.__main__", run_name="imported")
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("corpus_tools", run_name="__main__", alter_sys=True)
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"corpus-tools, version {__version__}\n"


CLOSED = [
    ("convert {seed} --to json >&-", 1, "standard output is closed"),
    ("validate {seed} --format json >&-", 1, "standard output is closed"),
    ("validate {seed} 2>&-", 0, ""),
    ("validate missing.json 2>&-", 2, ""),
    ("convert - --to json <&-", 1, "standard input is closed"),
    ("--version >/dev/full", 1, "standard output cannot be written"),
    ("rules >/dev/full", 1, "Error: standard output cannot be written"),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(("arguments", "code", "message"), CLOSED)
def test_streams_that_are_closed_or_full_end_in_one_message(tmp_path, arguments, code, message):
    seed = tmp_path / "a.txt"
    seed.write_text("Rain\n\nIt rained.\n")
    command = f"{sys.executable} -m corpus_tools {arguments.format(seed=seed)}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert not {"Traceback", "Exception"} & set(done.stderr.split())
    assert message in done.stderr


def test_an_empty_output_is_a_usage_error(tmp_path):
    seed = tmp_path / "a.txt"
    seed.write_text("Rain\n")
    assert CliRunner().invoke(cli, ["convert", str(seed), "--to", "json", "-o", ""]).exit_code == exit_codes.USAGE


def test_a_usage_error_steers_no_terminal(run, tmp_path: Path) -> None:
    (tmp_path / "corpus-tools.toml").write_text('documents = ["\\u001B[2Jgone\\n::error::x"]\n')
    told = run("validate").stderr
    assert "documents[0]: nothing matches: \\x1b[2Jgone\\n::error::x\n" in told
    assert "\x1b" not in told
