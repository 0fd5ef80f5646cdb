"""Reports for programs, line by line.

Every line is a JSON object whose ``type`` says what it is: ``finding``, ``suppressed``, ``known``, ``fixed``, each with
the keys it has in the JSON report; the last line is the ``summary``. ``schema/report.schema.json`` describes a line in
``$defs/line``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from corpus_tools.reporters.base import Report
from corpus_tools.reporters.json_ import entry, fixed_entry, head, suppressed_entry


def report(report: Report) -> str:
    """The report as JSON Lines."""
    return b"".join(msgspec.json.encode(line) + b"\n" for line in _lines(report)).decode()


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {"type": "finding", **entry(finding)}
    for finding in report.suppressed:
        yield {"type": "suppressed", **suppressed_entry(finding)}
    for finding in report.known:
        yield {"type": "known", **entry(finding)}
    for fixed in report.fixed:
        yield {"type": "fixed", **fixed_entry(fixed)}
    numbers = {"hidden": report.hidden, "suppressed": len(report.suppressed)}
    if report.has_baseline:
        numbers |= {"known": len(report.known), "fixed": len(report.fixed)}
    yield {"type": "summary", **head(report), **numbers}
