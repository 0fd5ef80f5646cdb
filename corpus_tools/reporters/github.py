"""Annotations of GitHub Actions: a workflow command for each finding, and a line that says what the run came to.

The escapes are those of the runner: in a message ``%`` and line breaks, in a property ``:`` and ``,`` as well.
Columns are told where a finding lies in one line, since annotations of several lines have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_tools.findings import Finding, Location, Severity
from corpus_tools.reporters.base import STDIN, Report, relative_to, total, visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(report: Report) -> str:
    """The report as lines for the log of a workflow."""
    lines = [_annotation(finding, report.directory) for finding in report.findings]
    return "\n".join([*lines, total(report)]) + "\n"


def _annotation(finding: Finding, directory: str) -> str:
    kind = finding.kind
    place = finding.location
    values = {**dict(_place(place, directory)), "title": f"{kind.code} {kind.slug}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    message = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[kind.severity]} {properties}::{_data(message)}"


def _place(place: Location, directory: str) -> Iterator[tuple[str, str | int]]:
    if place.file == STDIN:
        return
    yield "file", relative_to(directory, place.file) or place.file
    if place.line is None:
        return
    yield "line", place.line
    if place.end_line is not None:
        yield "endLine", place.end_line
    if place.column is not None and place.end_line in (None, place.line):
        yield "col", place.column
        if place.end_column is not None:
            yield "endColumn", place.end_column


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
