"""``rules`` and ``explain``: what the rules are, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus_tools.rules.catalogue import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def listed(run: Run, *selectors: str) -> list[str]:
    rules = json.loads(run("rules", "--format", "json", *selectors).stdout)["rules"]
    return [rule["code"] for rule in rules]


def test_programs_are_told_of_every_rule(run: Run) -> None:
    rules = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert [rule["code"] for rule in rules] == list(CATALOGUE)
    told = {rule["slug"]: rule for rule in rules}
    assert told["quote-mismatch"] == {
        "code": "T102",
        "slug": "quote-mismatch",
        "summary": told["quote-mismatch"]["summary"],
        "severity": "error",
        "level": "text",
        "scope": "document",
        "default": True,
        "always": True,
        "fixable": False,
        "suppressible": False,
        "options": [],
    }
    assert told["blank-at-span-edge"]["always"] is False
    assert told["unreadable-file"]["scope"] == "reader"
    assert all(rule["summary"].endswith(".") and "\n" not in rule["summary"] for rule in rules)


def test_rules_are_named_by_code_slug_or_the_beginning_of_codes(run: Run) -> None:
    assert listed(run, "t102") == listed(run, "quote-mismatch") == ["T102"]
    assert listed(run, "M") == [code for code in CATALOGUE if code.startswith("M")]
    assert listed(run, "T201", "A101", "T201") == ["A101", "T201"]
    assert listed(run, "ALL") == list(CATALOGUE)


def test_the_table_has_a_line_for_each_rule_and_counts_them(run: Run) -> None:
    lines = run("rules", "M101", "T201").stdout.splitlines()
    assert lines[0].split() == ["code", "rule", "is", "runs", "finds"]
    assert lines[1].split()[:4] == ["M101", "impossible-date", "error", "always"]
    assert any(line.split()[:4] == ["T201", "blank-at-span-edge", "warning", "default"] for line in lines)
    assert lines[-1].startswith("2 rules;")
    assert run("rules", "T201").stdout.splitlines()[-1].startswith("1 rule;")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rules", "Z9"], "there is no rule Z9"),
        (["rules", ""], "there is no rule"),
        (["rules", "T201", "--format", "markdown"], "page of all rules"),
        (["explain", "quote-mistmatch"], "did you mean quote-mismatch?"),
        (["explain", "T"], "there is no rule T"),
    ],
)
def test_what_is_no_rule_is_a_usage_error(run: Run, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert ran.exit_code == 2
    assert told in ran.stderr


def test_a_rule_is_explained_by_code_and_by_slug(run: Run) -> None:
    ran = run("explain", "T201")
    assert ran.exit_code == 0
    assert ran.stdout == run("explain", "Blank-At-Span-Edge").stdout
    for heading in ("T201 blank-at-span-edge", "What it does", "Why it matters", "Invalid", "Valid", "Source"):
        assert heading in ran.stdout.splitlines()
    assert "--ignore T201" in ran.stdout
    assert "```" not in ran.stdout


def test_text_is_wrapped_and_examples_are_left_as_they_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("explain", "T201").stdout.splitlines()
    assert all(len(line) <= 60 for line in lines if not line.startswith("    ") and "{" not in line)
    assert any(line.startswith("    {") for line in lines)


def test_an_explanation_is_there_for_programs_too(run: Run) -> None:
    told = json.loads(run("explain", "T201", "--format", "json").stdout)
    assert told["code"] == "T201"
    assert {"What it does", "Why it matters", "Invalid", "Valid", "How to change it"} <= told["documentation"].keys()


def test_a_rule_that_always_runs_says_so(run: Run) -> None:
    text = run("explain", "quote-mismatch").stdout
    assert "always runs" in text
    assert "--ignore" not in text


def test_an_explanation_in_markdown_is_what_the_page_of_all_rules_says(run: Run) -> None:
    alone = run("explain", "T201", "--format", "markdown").stdout
    page = run("rules", "--format", "markdown").stdout
    assert alone.startswith("# T201 blank-at-span-edge\n")
    assert "\n## Invalid\n" in alone
    changes = alone.partition("\n## How to change it\n")[2].strip()
    assert changes.startswith("- Off: `--ignore T201`")
    assert changes in page


def test_every_rule_can_be_explained(run: Run) -> None:
    for code in CATALOGUE:
        assert run("explain", code).exit_code == 0, code
