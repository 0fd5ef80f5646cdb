"""SARIF: valid by the official schema, and everything where readers look for it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from reports import DEEP, EDGE, FIXED, ODD, STDIN, UNREAD, WRONG, check_sarif, full

from corpus_tools import __version__
from corpus_tools.findings import Excerpt, Finding, Kind, Location, Severity
from corpus_tools.reporters.base import Report
from corpus_tools.reporters.sarif import report
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.services.report import make_report


def results(made: Report) -> list[dict[str, Any]]:
    return check_sarif(report(made))["results"]


def result(finding: Finding, directory: str = "/w") -> dict[str, Any]:
    (only,) = results(replace(make_report(1, [finding]), directory=directory))
    return only


def physical(finding: Finding) -> dict[str, Any]:
    return result(finding)["locations"][0]["physicalLocation"]


def test_the_log_of_an_empty_run() -> None:
    assert json.loads(report(make_report(3, []))) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "corpus-tools",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    "%SRCROOT%": {"description": {"text": "The directory in which the program ran."}}
                },
                "invocations": [{"executionSuccessful": True, "exitCode": 0}],
                "results": [],
                "properties": {"files": 3, "findingsNotShown": 0},
            }
        ],
    }


def test_a_finding_with_all_that_is_known() -> None:
    assert result(WRONG) == {
        "ruleId": "T102",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "the offsets cut out 'ação', the span quotes '東京'\nHint: offsets count code points"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "in/a%20b.json", "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": 3,
                        "startColumn": 14,
                        "endLine": 3,
                        "endColumn": 18,
                        "snippet": {"text": "ação"},
                    },
                    "contextRegion": {
                        "startLine": 3,
                        "startColumn": 5,
                        "endColumn": 19,
                        "snippet": {"text": '"text": "ação"'},
                    },
                },
                "logicalLocations": [{"fullyQualifiedName": "/blocks/0", "kind": "value"}],
            }
        ],
        "partialFingerprints": {"corpusTools/v1": "b1:ação"},
        "properties": {"block": "b1", "start": 0, "end": 4},
        "suppressions": [],
    }


def test_a_finding_with_nothing_but_its_file_is_shown_on_the_first_line() -> None:
    made = result(replace(UNREAD, location=Location("d.json")))
    assert set(made) == {"ruleId", "ruleIndex", "level", "message", "locations", "suppressions"}
    assert made["message"] == {"text": "cannot be read"}
    artifact = {"uri": "d.json", "uriBaseId": "%SRCROOT%"}
    assert made["locations"] == [{"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": 1}}}]


def test_an_excerpt_of_the_first_of_several_lines_is_no_text_of_the_region() -> None:
    place = physical(replace(DEEP, excerpt=Excerpt("<text>", 0, 6)))
    assert place["region"] == {"startLine": 2, "startColumn": 5, "endLine": 4, "endColumn": 1}
    assert "contextRegion" not in place


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_levels(severity: Severity, level: str) -> None:
    assert result(replace(ODD, kind=replace(EDGE, severity=severity)))["level"] == level


def test_a_rule_keeps_its_own_level_when_the_user_gives_it_another() -> None:
    weighed = Kind("T201", "blank-at-span-edge", Severity.ERROR)
    made = check_sarif(report(make_report(1, [replace(ODD, kind=weighed)])))
    (rule,) = made["tool"]["driver"]["rules"]
    assert made["results"][0]["level"] == "error"
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_rules_are_described() -> None:
    rules = check_sarif(report(full()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["F001", "T102", "T201", "T900", "T998"]
    assert rules[1]["name"] == "quote-mismatch"
    assert rules[1]["shortDescription"] == {"text": "A span quotes other words than its offsets cut out."}
    assert rules[1]["fullDescription"]["text"].startswith("Cuts the block at the offsets")
    assert rules[1]["help"]["markdown"] == CATALOGUE["T102"].doc.strip()
    assert rules[4] == {"id": "T998", "name": "of-the-past"}


@pytest.mark.parametrize(
    ("file", "uri", "base"),
    [
        ("./in/../ä?#%.json", "%C3%A4%3F%23%25.json", True),
        ("c:/d.json", "c%3A/d.json", True),
        ("/w/x y.json", "x%20y.json", True),
        ("../d.json", "file:///d.json", False),
        ("/elsewhere/é.json", "file:///elsewhere/%C3%A9.json", False),
        ("caf\udce9.json", "caf%E9.json", True),
    ],
)
def test_uris(file: str, uri: str, base: bool) -> None:
    expected = {"uri": uri, "uriBaseId": "%SRCROOT%"} if base else {"uri": uri}
    assert physical(replace(UNREAD, location=Location(file)))["artifactLocation"] == expected


def test_standard_input_says_what_it_is() -> None:
    assert physical(STDIN)["artifactLocation"] == {"uri": "-", "description": {"text": "standard input"}}


@pytest.mark.parametrize(
    ("xpath", "kind"), [("/TEI/text[1]", "element"), ("/TEI/text/@xml:id", "attribute"), ("/p[@n]", "element")]
)
def test_logical_locations_in_tei(xpath: str, kind: str) -> None:
    (logical,) = result(replace(DEEP, location=Location("f", xpath=xpath)))["locations"][0]["logicalLocations"]
    assert logical == {"fullyQualifiedName": xpath, "kind": kind}


def test_without_a_baseline_nothing_is_new() -> None:
    assert "baselineState" not in result(WRONG)


def test_new_known_suppressed_and_fixed() -> None:
    made = results(full())
    assert [entry.get("baselineState") for entry in made] == ["new"] * 4 + ["unchanged", "new", "absent"]
    assert [len(entry.get("suppressions", ())) for entry in made] == [0, 0, 0, 0, 1, 1, 0]
    assert made[4]["suppressions"][0]["kind"] == "external"
    (suppression,) = made[5]["suppressions"]
    place = suppression.pop("location")
    assert suppression == {
        "kind": "inSource",
        "status": "accepted",
        "justification": "on purpose (until 2030-12-31)",
    }
    assert place["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 3}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/extra", "kind": "value"}]


def test_what_is_fixed_has_passed() -> None:
    made = results(full(fixed=[FIXED, FIXED._replace(message="", fingerprint="")]))[-2:]
    assert [entry["message"]["text"] for entry in made] == ["not found any more", "it was bad"]
    assert {(entry["kind"], entry["level"]) for entry in made} == {("pass", "none")}
    assert made[1]["partialFingerprints"] == {"corpusTools/v1": "x1"}
    assert "partialFingerprints" not in made[0]


def test_a_suppression_without_a_day_or_place() -> None:
    bare = replace(full().suppressed[0].suppression, expires=None, location=None)
    made = results(make_report(1, [replace(ODD, suppression=bare)]))
    assert made[0]["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "on purpose"}]


def test_the_exit_code_and_what_is_not_shown_are_told() -> None:
    run = check_sarif(report(full(max_findings=1)))
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]
    assert run["properties"] == {"files": 6, "findingsNotShown": 3}
