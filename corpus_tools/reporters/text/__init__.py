"""Reports for people: findings grouped by file, each with the place that it is about, and a summary.

A finding begins with a line ``file:line:column: severity CODE slug: message``, which editors and programs can take
apart; what belongs to it is indented below.

Names and messages may quote anything that stood in a document, so characters that steer a terminal, or that
turn the direction of the text, are written as escapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from corpus_tools.findings import Finding, Location, Severity
from corpus_tools.reporters.base import Report, shortened, total, visible
from corpus_tools.reporters.text.excerpts import INDENT, drawn

_SHOWN = 20
"""How many entries of a baseline are told when they are fixed."""


def report(report: Report) -> str:
    """The report as text."""
    lines = [
        line for _, group in groupby(report.findings, lambda finding: finding.location.file) for line in _file(group)
    ]
    return "\n".join([*lines, *_fixed(report), *_table(report), total(report)]) + "\n"


def _file(findings: Iterator[Finding]) -> Iterator[str]:
    for finding in findings:
        kind = finding.kind
        yield f"{_place(finding.location)}: {kind.severity} {kind.code} {kind.slug}: {visible(finding.message)}"
        if finding.excerpt is not None:
            yield from drawn(finding.excerpt)
        where = finding.location.pointer or finding.location.xpath
        if where:
            yield f"{INDENT}at {visible(shortened(where))}"
        if finding.hint:
            yield f"{INDENT}hint: {visible(finding.hint)}"
    yield ""


def _fixed(report: Report) -> Iterator[str]:
    """What stands in the baseline and is not found any more, some of it if it is much."""
    for entry in report.fixed[:_SHOWN]:
        message = visible(entry.message) or "not found any more"
        yield f"{visible(entry.file)}: fixed {entry.code} {entry.slug}: {message}"
    if left := report.fixed[_SHOWN:]:
        yield f"{INDENT}and {len(left)} more"
    if report.fixed:
        yield f"{INDENT}hint: --write-baseline takes what is fixed out of the baseline"
        yield ""


def _table(report: Report) -> Iterator[str]:
    """How many findings each rule has, those of the worst severity first, if that is asked for."""
    if not (report.with_statistics and report.statistics):
        return
    severities = list(Severity)
    width = max(len(str(number)) for _, number in report.statistics)
    for kind, number in sorted(report.statistics, key=lambda entry: severities.index(entry.kind.severity)):
        yield f"{number:>{width}}  {kind.severity:<7}  {kind.code}  {kind.slug}"
    yield ""


def _place(location: Location) -> str:
    numbers = [str(number) for number in (location.line, location.column) if number is not None]
    return ":".join([visible(location.file), *numbers])
