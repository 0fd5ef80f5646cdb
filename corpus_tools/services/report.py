"""What a run gave, put together in one `Report` for the reporters."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from corpus_tools import __version__
from corpus_tools.corpus.discovery import working_directory
from corpus_tools.findings import Finding, worst
from corpus_tools.reporters.base import Count, Fixed, Report, RuleText, summarise
from corpus_tools.rules.base import AnyRule
from corpus_tools.rules.catalogue import CATALOGUE

_TOLD = ("What it does", "Why it matters")


def make_report(
    files: int,
    findings: Sequence[Finding],
    *,
    known: Sequence[Finding] | None = None,
    fixed: Sequence[Fixed] = (),
    max_findings: int | None = None,
    with_statistics: bool = False,
    exit_code: int = 0,
) -> Report:
    """The report of a run.

    Args:
        files: how many files were looked at.
        findings: what was found and is not in the baseline; what has a suppression does not count.
        known: what stands in the baseline; None if there is no baseline.
        fixed: what stands in the baseline and was not found.
        max_findings: how many findings that count are shown, the worst; None for all. All of them are counted.
        with_statistics: whether the user asks how many findings each rule has.
        exit_code: what the run exits with.
    """
    ordered = in_order(finding for finding in findings if finding.suppression is None)
    suppressed = in_order(finding for finding in findings if finding.suppression is not None)
    return Report(
        version=__version__,
        summary=summarise(files, ordered),
        findings=ordered if max_findings is None else worst(ordered, max_findings),
        statistics=_statistics(ordered),
        with_statistics=with_statistics,
        suppressed=suppressed,
        has_baseline=known is not None,
        known=in_order(known or ()),
        fixed=tuple(sorted(fixed, key=lambda entry: (entry.file, *entry))),
        rules={rule.kind.code: rule for rule in _texts(chain(ordered, suppressed, known or ()), fixed)},
        exit_code=exit_code,
        directory=working_directory() or os.sep,
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` in the order of a report; what the order does not tell apart stays as it came."""
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _statistics(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """Findings by rule, the most frequent first, else by code."""
    numbers = Counter(finding.kind for finding in findings).items()
    return tuple(Count(*entry) for entry in sorted(numbers, key=lambda entry: (-entry[1], entry[0].code)))


def _texts(findings: Iterable[Finding], fixed: Iterable[Fixed]) -> list[RuleText]:
    """The documentation of the rules that are named, in the order of codes; a baseline may name rules of the past."""
    codes = {finding.kind.code for finding in findings} | {entry.code for entry in fixed}
    return [_text(CATALOGUE[code]) for code in sorted(codes) if code in CATALOGUE]


def _text(rule: AnyRule) -> RuleText:
    summary, *sections = re.split(r"(?m)^## ", rule.doc)
    told = [text for heading, _, text in (section.partition("\n") for section in sections) if heading in _TOLD]
    return RuleText(rule.kind, _one_line(summary), " ".join(map(_one_line, told)), rule.doc.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())
