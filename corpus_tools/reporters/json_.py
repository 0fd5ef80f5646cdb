"""Reports for programs, in the form that ``schema/report.schema.json`` describes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from corpus_tools.findings import Finding
from corpus_tools.reporters.base import Summary

REPORT_VERSION = "1.0"
_PLACE = ("line", "column", "pointer", "xpath", "block", "start", "end")


def report(findings: Sequence[Finding], summary: Summary) -> str:
    """The report as one JSON document."""
    content = {
        "report_version": REPORT_VERSION,
        "files": summary.files,
        "summary": {"error": summary.error, "warning": summary.warning, "info": summary.info},
        "findings": [_entry(finding) for finding in findings],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _entry(finding: Finding) -> dict[str, Any]:
    place = finding.location
    entry: dict[str, Any] = {
        "code": finding.kind.code,
        "slug": finding.kind.slug,
        "severity": finding.kind.severity.value,
        "message": _encodable(finding.message),
    }
    if finding.hint:
        entry["hint"] = _encodable(finding.hint)
    entry["file"] = _encodable(place.file)
    for name in _PLACE:
        value = getattr(place, name)
        if value is not None:
            entry[name] = _encodable(value) if isinstance(value, str) else value
    return entry


def _encodable(text: str) -> str:
    """`text` with lone surrogates, such as those of a file name that is not UTF-8, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()
