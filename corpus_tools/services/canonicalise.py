"""``fmt``: the one canonical text of a document."""

from __future__ import annotations

from typing import NamedTuple

from corpus_tools.corpus.discovery import Input
from corpus_tools.corpus.writing import write_atomically
from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import WriteOptions
from corpus_tools.kinds import KINDS
from corpus_tools.services.load import Loader

CANONICAL_FORMATS = ("json", "tei")
"""The formats that have a canonical form; a seed is kept as it is."""


class Canonical(NamedTuple):
    """The canonical form of one document.

    Attributes:
        file: the document, as the user named it.
        findings: what was found in it.
        before: its bytes.
        after: the bytes of its canonical form; None if it is no article.
    """

    file: str
    findings: list[Finding]
    before: bytes
    after: bytes | None

    @property
    def changes(self) -> bool:
        """Whether the document is not in its canonical form."""
        return self.after is not None and self.after != self.before


def canonicalise(source: Input, loader: Loader) -> Canonical:
    """Give the canonical form of one document, in the format that it has."""
    loaded = loader.load(source)
    if loaded.format is not None and loaded.format.name not in CANONICAL_FORMATS:
        found = Finding(KINDS["not-an-article"], "a plain text has no canonical form", Location(source.path))
        return Canonical(source.path, [found], loaded.data, None)
    if loaded.format is None or loaded.article is None:
        return Canonical(source.path, loaded.findings, loaded.data, None)
    written = loaded.format.write(loaded.article, WriteOptions(layers=loader.options.layers))
    return Canonical(source.path, loaded.findings, loaded.data, written.data)


def store(made: Canonical) -> list[Finding]:
    """Rewrite the file with its canonical form if that differs; a failure is a finding."""
    if made.after is None or not made.changes:
        return []
    try:
        write_atomically(made.file, made.after)
    except OSError as error:
        return [Finding(KINDS["unwritable-file"], f"not written: {error.strerror or error}", Location(made.file))]
    return []
