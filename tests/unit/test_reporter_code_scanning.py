"""SARIF for code scanning: what counts, and no more than is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import DEEP, ODD, STDIN, WRONG, check_sarif, full

from corpus_tools.reporters import code_scanning
from corpus_tools.services.report import make_report


def test_only_what_counts_is_a_result() -> None:
    whole = full()
    assert whole.suppressed
    assert whole.known
    assert whole.fixed
    run = check_sarif(code_scanning.report(whole))
    assert [result["ruleId"] for result in run["results"]] == [found.kind.code for found in whole.findings]
    assert not any({"baselineState", "kind"} & result.keys() or result["suppressions"] for result in run["results"])
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {found.kind.code for found in whole.findings}


def test_of_too_many_results_the_worst_are_kept_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_scanning, "LIMIT", 3)
    later = replace(WRONG, location=replace(WRONG.location, file="in/z.json"))
    run = check_sarif(code_scanning.report(make_report(9, [ODD, STDIN, DEEP, later, WRONG])))
    files = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]]
    assert files == ["in/a%20b.json", "in/c.xml", "in/z.json"]
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert run["properties"]["findingsNotShown"] == 2
