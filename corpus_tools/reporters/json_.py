"""Reports for programs, in the form that ``schema/report.schema.json`` describes."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from corpus_tools.findings import Finding, Kind, Location
from corpus_tools.reporters.base import Fixed, Report, encodable

REPORT_VERSION: Final = "1.1"
"""Version of the schema that the report follows."""

_PLACE = ("line", "column", "end_line", "end_column", "pointer", "xpath", "block", "start", "end")


def report(report: Report) -> str:
    """The report as one JSON document."""
    content = {
        **head(report),
        "hidden": report.hidden,
        "findings": [entry(finding) for finding in report.findings],
        "suppressed": [suppressed_entry(finding) for finding in report.suppressed],
    }
    if report.has_baseline:
        content["known"] = [entry(finding) for finding in report.known]
        content["fixed"] = [fixed_entry(fixed) for fixed in report.fixed]
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def head(report: Report) -> dict[str, Any]:
    """What is said of the run as a whole."""
    summary = report.summary
    return {
        "report_version": REPORT_VERSION,
        "tool_version": report.version,
        "files": summary.files,
        "summary": {"error": summary.error, "warning": summary.warning, "info": summary.info},
        "statistics": [{**_kind(kind), "findings": number} for kind, number in report.statistics],
    }


def entry(finding: Finding) -> dict[str, Any]:
    """One finding."""
    content: dict[str, Any] = {**_kind(finding.kind), "message": encodable(finding.message)}
    if finding.hint:
        content["hint"] = encodable(finding.hint)
    content["file"] = encodable(finding.location.file)
    content |= _place(finding.location)
    if (excerpt := finding.excerpt) is not None:
        content["excerpt"] = {"text": encodable(excerpt.text), "start": excerpt.start, "end": excerpt.end}
    if finding.fingerprint:
        content["fingerprint"] = finding.fingerprint
    return content


def suppressed_entry(finding: Finding) -> dict[str, Any]:
    """One finding with what its document says about it."""
    content = entry(finding)
    if (said := finding.suppression) is not None:
        content["suppression"] = {"reason": encodable(said.reason)}
        if said.expires is not None:
            content["suppression"]["expires"] = said.expires
        if said.location is not None:
            content["suppression"] |= _place(said.location)
    return content


def fixed_entry(fixed: Fixed) -> dict[str, Any]:
    """One entry of the baseline that was not found."""
    told = {field: encodable(value) for field, value in fixed._asdict().items()}
    return {field: value for field, value in told.items() if value}


def _kind(kind: Kind) -> dict[str, str]:
    return {"code": kind.code, "slug": kind.slug, "severity": kind.severity.value}


def _place(location: Location) -> dict[str, Any]:
    known = {name: getattr(location, name) for name in _PLACE}
    return {
        name: encodable(value) if isinstance(value, str) else value
        for name, value in known.items()
        if value is not None
    }
