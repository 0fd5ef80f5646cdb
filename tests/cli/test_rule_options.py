"""Which rules ``validate`` runs, and what their findings come to: options, and the configuration behind them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from documents import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path


def _with_blank_edge() -> bytes:
    """An article in which one warning is found: T201."""
    article = json.loads(ARTICLE)
    block = next(block for block in article["blocks"] if " " in block["text"])
    end = block["text"].index(" ") + 1
    span = {"block": block["id"], "start": 0, "end": end, "text": block["text"][:end]}
    article["layers"] = {"entity": {"annotations": [{"id": "blank", "type": "place", "spans": [span]}]}}
    return json.dumps(article).encode()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "old").mkdir()
    (tmp_path / "a.json").write_bytes(_with_blank_edge())
    (tmp_path / "old/b.json").write_bytes(_with_blank_edge().replace(b'"id": "rain"', b'"id": "b"'))
    return tmp_path


def codes(result) -> list[str]:
    return [finding["code"] for finding in json.loads(result.stdout)["findings"]]


def check(run, *arguments: str):
    return run("validate", "--format", "json", "--no-config", *arguments)


def test_a_lint_that_runs_by_default_warns_and_does_not_fail(run, article) -> None:
    result = check(run, "a.json")
    assert (codes(result), result.exit_code) == (["T201"], 0)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--ignore", "T201"], []),
        (["--ignore", "blank-at-span-edge"], []),
        (["--ignore", "M2,T2"], []),
        (["--select", "M"], []),
        (["--select", "M", "--extend-select", "T201"], ["T201"]),
        (["--select", "T", "--ignore", "T201"], []),
        (["--ignore", "T", "--extend-select", "T201"], ["T201"]),
        (["--select", "ALL"], ["T201"]),
    ],
)
def test_rules_are_chosen(run, article, options: list[str], found: list[str]) -> None:
    result = check(run, "a.json", *options)
    assert [code for code in codes(result) if code == "T201"] == found


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--exit-zero"], 0),
        (["--fail-on", "warning", "--ignore", "T201"], 0),
    ],
)
def test_the_least_severity_that_fails(run, article, options: list[str], code: int) -> None:
    assert check(run, "a.json", *options).exit_code == code


def test_an_error_fails_unless_nothing_may(run, article) -> None:
    (article / "broken.json").write_bytes(b"{")
    assert check(run, "broken.json").exit_code == 1
    assert check(run, "broken.json", "--fail-on", "never").exit_code == 0
    assert check(run, "broken.json", "--exit-zero").exit_code == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--select", "blank-at-span-egde"], "--select: there is no rule blank-at-span-egde"),
        (["--ignore", "T102"], "--ignore: T102 quote-mismatch decides what an article is"),
        (["--extend-select", ""], "Invalid value for '--extend-select': a name is empty; name rules with one comma"),
        (["--select", "T201,"], "Invalid value for '--select': a name is empty"),
        (["--ignore", "T201,,T202"], "Invalid value for '--ignore': a name is empty"),
        (["--max-findings", "-1"], "--max-findings"),
        (["--fail-on", "warnings"], "--fail-on"),
    ],
)
def test_what_cannot_be_chosen_is_a_usage_error(run, article, options: list[str], told: str) -> None:
    result = run("validate", "a.json", *options)
    assert result.exit_code == 2
    assert told in result.stderr


def test_findings_beyond_the_most_are_counted(run, article) -> None:
    made = json.loads(check(run, "a.json", "old", "--max-findings", "1").stdout)
    assert (len(made["findings"]), made["summary"]["warning"]) == (1, 2)


def test_the_configuration_is_followed_and_the_command_line_goes_on_from_it(run, article) -> None:
    (article / "corpus-tools.toml").write_text(
        'fail-on = "warning"\n[severity]\nT201 = "error"\n[per-path-ignores]\n"old/**" = ["T201"]\n'
    )
    result = run("validate", "--format", "json", "a.json", "old")
    assert result.exit_code == 1
    assert [(each["file"], each["severity"]) for each in json.loads(result.stdout)["findings"]] == [("a.json", "error")]
    assert codes(run("validate", "--format", "json", "a.json", "--ignore", "T201")) == []


@pytest.mark.parametrize(
    ("configured", "options", "told"),
    [
        ('[severity]\nM204 = "error"\n', [], ["M204"]),
        ("[rules.conflicting-types]\nlayers = []\n", [], ["A215"]),
        ('ignore = ["T201"]\n[severity]\nblank-at-span-edge = "error"\n', [], ["T201"]),
        ('[severity]\nM204 = "error"\n', ["-q"], []),
        ('[severity]\nM204 = "error"\n', ["--extend-select", "M204"], []),
        ('extend-select = ["M204"]\n[severity]\nM204 = "error"\n', ["--select", "T201"], []),
        ('[severity]\nT201 = "error"\nA101 = "warning"\n', ["--select", "T2"], []),
    ],
)
def test_settings_of_a_rule_that_the_configuration_leaves_out_are_told(
    run, article, configured: str, options: list[str], told: list[str]
) -> None:
    (article / "corpus-tools.toml").write_text(configured)
    result = run("validate", "a.json", *options)
    notes = [line for line in result.stderr.splitlines() if line.startswith("note: settings of ")]
    assert [line.split()[3] for line in notes] == told
    assert all(f'extend-select = ["{code}"]' in line for line, code in zip(notes, told, strict=True))


def test_a_lint_that_the_user_calls_an_error_fails(run, article) -> None:
    (article / "corpus-tools.toml").write_text('[severity]\nblank-at-span-edge = "error"\n')
    assert run("validate", "a.json").exit_code == 1
    assert run("validate", "a.json", "--fail-on", "never").exit_code == 0


def test_the_most_findings_of_the_configuration_hold(run, article) -> None:
    (article / "corpus-tools.toml").write_text("max-findings = 0\n")
    made = json.loads(run("validate", "--format", "json", "a.json").stdout)
    assert (made["findings"], made["summary"]["warning"]) == ([], 1)


def test_documents_of_the_configuration_are_checked_where_no_input_is_named(run, article) -> None:
    (article / "corpus-tools.toml").write_text('documents = ["old/*.json"]\n')
    assert [each["file"] for each in json.loads(run("validate", "--format", "json").stdout)["findings"]] == [
        "old/b.json"
    ]


def test_without_input_and_documents_there_is_nothing_to_check(run, article) -> None:
    result = run("validate", "--no-config")
    assert result.exit_code == 2
    assert "INPUT" in result.stderr
