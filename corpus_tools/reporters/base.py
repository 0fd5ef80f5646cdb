"""What a reporter is: a pure function from findings to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus_tools.findings import Finding, Severity


class Summary(NamedTuple):
    """What a run came to: how many files were looked at, and how many findings of each severity there are."""

    files: int
    error: int
    warning: int
    info: int


def summarise(files: int, findings: Sequence[Finding]) -> Summary:
    """Count `findings`, which were made in `files` files."""
    severities = [finding.kind.severity for finding in findings]
    return Summary(files, *(severities.count(severity) for severity in Severity))


Reporter = Callable[[Sequence[Finding], Summary], str]
"""Findings in the order of the report, and their summary, to the text of the report with its final newline."""
