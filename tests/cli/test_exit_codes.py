"""Exit codes of ``validate``, which programs trust: one table of what a run finds, is asked for, and comes to."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest
from documents import ARTICLE

from corpus_tools.reporters import REPORTERS
from corpus_tools.services import load

if TYPE_CHECKING:
    from pathlib import Path


def _article(name: str, text: str = "Rain in Lisbon.", **more: Any) -> bytes:
    blocks = [{"id": "b1", "role": "paragraph", "text": text}]
    return json.dumps({"schema_version": "1.0", "id": name, "metadata": {}, "blocks": blocks, **more}).encode()


FILES = {
    "clean": _article("clean"),
    "warning": _article("warning", layers={"negation": {"annotations": []}}),
    "info": _article("info", "Cafe\u0301 in Lisbon."),
    "error": ARTICLE.replace(b'"text": "Lisbon"}', b'"text": "London"}'),
    "broken": b"{",
    "suppressed": _article(
        "suppressed",
        layers={"negation": {"annotations": []}},
        extra={"corpus-tools": {"ignore": [{"code": "A110", "reason": "so"}]}},
    ),
}

TABLE = [
    # what is checked, options, exit code
    ("clean", "", 0),
    ("clean", "--fail-on info", 0),
    ("warning", "", 0),
    ("warning", "--fail-on error", 0),
    ("warning", "--fail-on warning", 1),
    ("warning", "--fail-on info", 1),
    ("warning", "--fail-on never", 0),
    ("warning", "--fail-on warning --exit-zero", 0),
    ("warning", "--fail-on warning --ignore A110", 0),
    ("warning", "--fail-on warning --ignore A", 0),
    ("warning", "--fail-on warning --select T", 0),
    ("warning", "--fail-on warning --select T --extend-select unknown-layer", 1),
    ("warning", "--fail-on warning --max-findings 0", 1),
    ("info", "--fail-on info", 0),
    ("info", "--fail-on info --extend-select T205", 1),
    ("info", "--fail-on warning --extend-select T205", 0),
    ("error", "", 1),
    ("error", "--select M", 1),
    ("error", "--ignore T", 1),
    ("error", "--max-findings 0", 1),
    ("error", "--statistics", 1),
    ("error", "--exit-zero", 0),
    ("error", "--fail-on never", 0),
    ("error", "--baseline known.json --write-baseline", 0),
    ("broken", "", 1),
    ("broken", "--exit-zero", 0),
    ("clean error", "", 1),
    ("clean warning", "--fail-on warning", 1),
    ("suppressed", "--fail-on info", 0),
    ("gone", "", 2),
    ("clean", "--ignore T102", 2),
    ("clean", "--select T999", 2),
    ("clean", "--baseline none.json", 2),
    ("clean", "--config none.toml", 2),
    ("clean", "--layer none.json", 2),
    ("clean", "--seed-style none.toml", 2),
    ("clean", "--output none/report.json", 2),
    ("clean", "--no-such-option", 2),
    ("gone", "--exit-zero", 2),
    ("error", "--exit-zero --select T999", 2),
    ("error", "--write-baseline", 2),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / f"{name}.json").write_bytes(data)
    return tmp_path


@pytest.mark.parametrize(("names", "options", "code"), TABLE)
def test_the_table(run, corpus: Path, names: str, options: str, code: int) -> None:
    result = run("validate", *options.split(), *_files(names))
    assert result.exit_code == code, result.output
    assert ("Error" in result.stderr) is (code == 2)
    assert "Traceback" not in result.output


CONFIGURED = [
    ("warning", 'fail-on = "warning"', 1),
    ("warning", 'fail-on = "warning"\nignore = ["A110"]', 0),
    ("warning", 'fail-on = "warning"\nselect = ["T"]', 0),
    ("warning", 'fail-on = "warning"\nselect = ["T"]\nextend-select = ["A1"]', 1),
    ("warning", 'severity = {A110 = "error"}', 1),
    ("warning", 'severity = {unknown-layer = "error"}\nfail-on = "never"', 0),
    ("warning", 'severity = {A110 = "info"}\nfail-on = "warning"', 0),
    ("warning", 'severity = {A110 = "error"}\nper-path-ignores = {"war*" = ["A110"]}', 0),
    ("error", 'severity = {T102 = "warning"}', 0),
    ("error", 'severity = {T102 = "warning"}\nfail-on = "warning"', 1),
    ("error", 'per-path-ignores = {"error.json" = ["T102"]}', 0),
    ("error", 'per-path-ignores = {"error.json" = ["T"]}', 1),
    ("error", 'ignore = ["T102"]', 2),
    ("error", "max-findings = 0", 1),
    ("info", 'extend-select = ["T205"]\nfail-on = "info"', 1),
    ("info", 'extend-select = ["T205"]\nseverity = {not-nfc = "error"}', 1),
    ("clean", 'fail-on = "errors"', 2),
    ("clean", 'baseline = "none.json"', 2),
    ("clean", "rules = {bidi-control = {allow-balance = true}}", 2),
    ("clean", "rules = {bidi-control = {allow-balanced = true}}", 0),
]


@pytest.mark.parametrize("name", ["corpus-tools.toml", "pyproject.toml"])
@pytest.mark.parametrize(("checked", "text", "code"), CONFIGURED)
def test_the_table_of_configurations(run, corpus: Path, name: str, checked: str, text: str, code: int) -> None:
    (corpus / name).write_text(("[tool.corpus-tools]\n" if name == "pyproject.toml" else "") + text)
    result = run("validate", *_files(checked))
    assert result.exit_code == code, result.output
    if code == 2:
        assert f"{name}:" in result.stderr or "baseline of the configuration" in result.stderr


def test_the_command_line_goes_before_the_configuration(run, corpus: Path) -> None:
    (corpus / "corpus-tools.toml").write_text('fail-on = "info"\nextend-select = ["T205"]\nmax-findings = 0\n')
    assert run("validate", "info.json").exit_code == 1
    assert run("validate", "info.json", "--fail-on", "error").exit_code == 0
    assert run("validate", "info.json", "--ignore", "T205").exit_code == 0
    assert "T205" in run("validate", "info.json", "--max-findings", "1").stdout


@pytest.mark.parametrize("form", REPORTERS)
def test_the_form_of_the_report_changes_nothing(run, corpus: Path, form: str) -> None:
    codes = [
        run("validate", "--format", form, *more, f"{name}.json").exit_code
        for name, more in itertools.product(("clean", "warning", "error"), ((), ("--fail-on", "warning"), ("-q",)))
    ]
    assert codes == [0, 0, 0, 0, 1, 0, 1, 1, 1]


def test_a_fault_of_our_own_is_never_taken_for_a_clean_run(run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(load.Loader, "load", fail)
    assert run("validate", "clean.json", "--exit-zero").exit_code == 3
    assert run("validate", "clean.json", "--fail-on", "never").exit_code == 3


def test_a_report_that_cannot_be_written_is_no_success(run, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpus_tools.corpus.writing.write_atomically", refuse)
    result = run("validate", "clean.json", "--exit-zero", "--output", "report.json")
    assert (result.exit_code, "cannot be written: No space left" in result.stderr) == (1, True)


def _files(names: str) -> list[str]:
    return [f"{name}.json" for name in names.split()]
