"""SARIF for the code scanning of GitHub: only what counts, and no more of it than is taken.

Code scanning makes an open alert of every result, whatever ``suppressions``, ``baselineState`` and ``kind`` say of it,
and closes an alert whose result is not there any more. So what is suppressed, known or fixed is left out. A log with
more than 25,000 results is refused as a whole; of so many, the worst are kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus_tools.findings import worst
from corpus_tools.reporters import sarif
from corpus_tools.reporters.base import Report

LIMIT: Final = 25_000
"""How many results of a run are taken."""


def report(report: Report) -> str:
    """The report as a SARIF log for code scanning."""
    findings = worst(report.findings, LIMIT)
    return sarif.report(replace(report, findings=findings, suppressed=(), known=(), fixed=(), has_baseline=False))
