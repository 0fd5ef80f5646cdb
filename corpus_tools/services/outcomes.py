"""What is kept of a document that has been checked, and of many."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from corpus_tools.findings import Finding
from corpus_tools.services.load import Loaded


class Outcome(msgspec.Struct, array_like=True, frozen=True):
    """What came of a document; it can be had from its bytes, and does not hold its name.

    Attributes:
        findings: what was found.
        format: name of its format; None if it cannot be read.
        keeps_ids: whether that format keeps ids.
        encoding: its encoding, if that was detected.
        digests: what rules about many documents made of it; None for a rule that made nothing.
        asked: the codes of those of them that it asks to ignore.
    """

    findings: list[Finding]
    format: str | None
    keeps_ids: bool
    encoding: str | None
    digests: tuple[Any, ...]
    asked: tuple[str, ...]


class Digests(msgspec.Struct, array_like=True, frozen=True):
    """A document as all rules about many documents see it; the attributes are those of `Outcome`, with its name."""

    file: str
    format: str
    keeps_ids: bool
    digests: tuple[Any, ...]
    asked: tuple[str, ...]


def outcome_of(loaded: Loaded) -> Outcome:
    """What is kept of a document that was loaded."""
    used = loaded.format
    findings = [_moved(finding, "") for finding in loaded.findings]
    if used is None:
        return Outcome(findings, None, False, None, (), ())  # noqa: FBT003  not by name, it is made for each document
    return Outcome(findings, used.name, used.keeps_ids, loaded.encoding, loaded.digests, loaded.asked)


def _moved(finding: Finding, file: str) -> Finding:
    """The same finding in a file of this name."""
    moved = replace(finding, location=replace(finding.location, file=file))
    said = moved.suppression
    if said is None or said.location is None:
        return moved
    return replace(moved, suppression=replace(said, location=replace(said.location, file=file)))


@dataclass(slots=True)
class Part:
    """What came of some documents.

    Attributes:
        files: how many they are.
        findings: what was found in them, in their order.
        documents: those of which rules about many documents know something.
        formats: the names of their formats.
        detected: files whose encoding was detected, with the encoding.
        times: seconds by step, if they are measured.
        cache_fault: why the cache is of no use any more; empty if it is, or none is asked for.
    """

    files: int
    findings: list[Finding] = field(default_factory=list)
    documents: list[Digests] = field(default_factory=list)
    formats: set[str] = field(default_factory=set)
    detected: list[tuple[str, str]] = field(default_factory=list)
    times: dict[str, float] = field(default_factory=dict)
    cache_fault: str = ""

    def add(self, file: str, outcome: Outcome) -> None:
        """Take in what came of one document."""
        if outcome.findings:
            self.findings += [_moved(finding, file) for finding in outcome.findings]
        if outcome.format is not None:
            self.formats.add(outcome.format)
            if outcome.encoding is not None:
                self.detected.append((file, outcome.encoding))
            if outcome.asked or outcome.digests.count(None) < len(outcome.digests):
                known = Digests(file, outcome.format, outcome.keeps_ids, outcome.digests, outcome.asked)
                self.documents.append(known)
