"""The kinds of finding that no rule makes: files that cannot be read, broken schemas, suppressions, losses.

Readers name them by slug in `SourceError.kind`; whoever reports a failed file looks the kind up in `KINDS`.
Codes are final: one that goes out of use is not given out again.
"""

from __future__ import annotations

from types import MappingProxyType

from corpus_tools.findings import Kind, Severity

_CODES = (
    ("F001", "unreadable-file"),
    ("F002", "undecodable"),
    ("F003", "not-well-formed"),
    ("F004", "duplicate-key"),
    ("F005", "number-out-of-range"),
    ("F006", "lone-surrogate"),
    ("F007", "too-deep"),
    ("F008", "file-too-large"),
    ("F009", "empty-file"),
    ("F010", "not-an-article"),
    ("F011", "dtd-not-allowed"),
    ("F012", "xinclude-not-allowed"),
    ("F013", "illegal-in-xml"),
    ("F014", "encoding-not-reversible"),
    ("F015", "output-exists"),
    ("F016", "unwritable-file"),
    ("M301", "malformed-suppression"),
    ("M302", "expired-suppression"),
    ("M303", "unused-suppression"),
    ("S001", "schema"),
    ("S002", "profile"),
    ("X001", "tei-derived-copy"),
    ("X002", "tei-not-readable"),
    ("X003", "undeclared-resp"),
    ("X004", "undeclared-language"),
    ("X005", "string-range-outside-element"),
    ("X006", "tei-schematron"),
    ("L001", "loss"),
)

_WARNINGS = {"malformed-suppression", "expired-suppression", "unused-suppression", "loss"}

KINDS = MappingProxyType(
    {slug: Kind(code, slug, Severity.WARNING if slug in _WARNINGS else Severity.ERROR) for code, slug in _CODES}
)
"""Every kind of this module by slug; `corpus_tools.rules.reader` says what each means."""
