"""Reports for programs, in the form that ``schema/report.schema.json`` describes."""

from __future__ import annotations

from typing import Any

import msgspec

from corpus_tools.findings import Finding
from corpus_tools.reporters.base import Report, encodable

REPORT_VERSION = "1.0"
_PLACE = ("line", "column", "pointer", "xpath", "block", "start", "end")


def report(report: Report) -> str:
    """The report as one JSON document."""
    summary = report.summary
    content = {
        "report_version": REPORT_VERSION,
        "files": summary.files,
        "summary": {"error": summary.error, "warning": summary.warning, "info": summary.info},
        "findings": [_entry(finding) for finding in report.findings],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _entry(finding: Finding) -> dict[str, Any]:
    place = finding.location
    entry: dict[str, Any] = {
        "code": finding.kind.code,
        "slug": finding.kind.slug,
        "severity": finding.kind.severity.value,
        "message": encodable(finding.message),
    }
    if finding.hint:
        entry["hint"] = encodable(finding.hint)
    entry["file"] = encodable(place.file)
    for name in _PLACE:
        value = getattr(place, name)
        if value is not None:
            entry[name] = encodable(value) if isinstance(value, str) else value
    return entry
