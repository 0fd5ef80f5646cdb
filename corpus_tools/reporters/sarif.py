"""SARIF 2.1.0, which code scanning services and editors read.

Only the rules that results name are described. Files below the working directory have relative URIs from
``%SRCROOT%``, others absolute ones, so that the log is the same wherever the sources lie.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import quote

import msgspec

from corpus_tools.findings import Excerpt, Finding, Kind, Location, Severity
from corpus_tools.reporters.base import STDIN, Fixed, Report, encodable, relative_to

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_FINGERPRINT: Final = "corpusTools/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_IN_BASELINE = {"kind": "external", "status": "accepted", "justification": "known: it stands in the baseline"}


class _Run(NamedTuple):
    """What every result needs to know of its run: the working directory, and the index of each rule by code."""

    directory: str
    rules: dict[str, int]


def report(report: Report) -> str:
    """The report as a SARIF log."""
    kinds = _kinds(report)
    run = _Run(report.directory, {code: index for index, code in enumerate(kinds)})
    driver = {
        "name": "corpus-tools",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": [_rule(report, kind) for kind in kinds.values()],
    }
    content = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The directory in which the program ran."}}},
        "invocations": [{"executionSuccessful": True, "exitCode": report.exit_code}],
        "results": list(_results(report, run)),
        "properties": {"files": report.summary.files, "findingsNotShown": report.hidden},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [content]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _kinds(report: Report) -> dict[str, Kind]:
    """The kinds that results name, by code and in the order of codes."""
    named = [finding.kind for finding in (*report.findings, *report.known, *report.suppressed)]
    named += [Kind(fixed.code, fixed.slug) for fixed in report.fixed]
    kinds = {kind.code: kind for kind in reversed(named)}
    return dict(sorted(kinds.items()))


def _rule(report: Report, kind: Kind) -> dict[str, Any]:
    """What is said of a rule; an old baseline may name one that is not there any more."""
    text = report.rules.get(kind.code)
    if text is None:
        return {"id": kind.code, "name": kind.slug}
    return {
        "id": kind.code,
        "name": kind.slug,
        "shortDescription": {"text": text.summary},
        "fullDescription": {"text": text.description or text.summary},
        "help": {"text": text.help, "markdown": text.help},
        "defaultConfiguration": {"level": _LEVELS[text.kind.severity]},
    }


def _results(report: Report, run: _Run) -> Iterator[dict[str, Any]]:
    """All results; those of a run have ``suppressions`` and ``baselineState`` either all or none (3.27.23, 3.27.24)."""
    new = {"baselineState": "new"} if report.has_baseline else {}
    for finding in report.findings:
        yield _result(finding, run) | {"suppressions": []} | new
    for finding in report.known:
        yield _result(finding, run) | {"suppressions": [_IN_BASELINE], "baselineState": "unchanged"}
    for finding in report.suppressed:
        yield _result(finding, run) | {"suppressions": list(_suppressions(finding, run))} | new
    for fixed in report.fixed:
        yield _absent(fixed, run)


def _result(finding: Finding, run: _Run) -> dict[str, Any]:
    kind, place = finding.kind, finding.location
    message = f"{finding.message}\nHint: {finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": kind.code,
        "ruleIndex": run.rules[kind.code],
        "level": _LEVELS[kind.severity],
        "message": {"text": encodable(message)},
        "locations": [_location(place, finding.excerpt, run)],
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {_FINGERPRINT: finding.fingerprint}
    offsets = {"block": place.block, "start": place.start, "end": place.end}
    if properties := {name: value for name, value in offsets.items() if value is not None}:
        result["properties"] = properties
    return result


def _absent(fixed: Fixed, run: _Run) -> dict[str, Any]:
    """A result for what was not found again; it has passed, so that nobody takes it for a finding."""
    result: dict[str, Any] = {
        "ruleId": fixed.code,
        "ruleIndex": run.rules[fixed.code],
        "kind": "pass",
        "level": "none",
        "message": {"text": encodable(fixed.message) or "not found any more"},
        "locations": [_location(Location(fixed.file), None, run)],
        "suppressions": [],
        "baselineState": "absent",
    }
    if fixed.fingerprint:
        result["partialFingerprints"] = {_FINGERPRINT: fixed.fingerprint}
    return result


def _suppressions(finding: Finding, run: _Run) -> Iterator[dict[str, Any]]:
    if (said := finding.suppression) is None:
        return
    reason = f"{said.reason} (until {said.expires})" if said.expires else said.reason
    suppression = {"kind": "inSource", "status": "accepted", "justification": encodable(reason)}
    yield suppression if said.location is None else suppression | {"location": _location(said.location, None, run)}


def _location(place: Location, excerpt: Excerpt | None, run: _Run) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.file, run.directory), "region": _region(place)}
    if excerpt is not None and place.column is not None and place.end_line in (None, place.line):
        physical["region"]["snippet"] = {"text": encodable(excerpt.text[excerpt.start : excerpt.end])}
        first = place.column - excerpt.start
        physical["contextRegion"] = {
            "startLine": place.line,
            "startColumn": first,
            "endColumn": first + len(excerpt.text),
            "snippet": {"text": encodable(excerpt.text)},
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.pointer or place.xpath:
        location["logicalLocations"] = [_logical(place)]
    return location


def _region(place: Location) -> dict[str, Any]:
    """The region of a place; code scanning needs one, so that what is about a whole file is shown on its first line."""
    numbers = (place.line or 1, place.column, place.end_line, place.end_column)
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return {name: number for name, number in zip(names, numbers, strict=True) if number is not None}


def _logical(place: Location) -> dict[str, str]:
    if place.pointer:
        return {"fullyQualifiedName": encodable(place.pointer), "kind": "value"}
    xpath = place.xpath or ""
    return {"fullyQualifiedName": encodable(xpath), "kind": "attribute" if "/@" in xpath else "element"}


def _artifact(file: str, directory: str) -> dict[str, Any]:
    if file == STDIN:
        return {"uri": STDIN, "description": {"text": "standard input"}}
    inside = relative_to(directory, file)
    if inside is not None:
        return {"uri": _quoted(inside), "uriBaseId": _ROOT}
    return {"uri": "file://" + _quoted(os.path.normpath(Path(directory, file)))}


def _quoted(path: str) -> str:
    """`path` percent-encoded, byte by byte as the file system has it."""
    return quote(os.fsencode(path))
