"""``apply`` and ``invert``: what a delta is for."""

from __future__ import annotations

from typing import NamedTuple

from corpus_tools.corpus.discovery import Input
from corpus_tools.diffing.apply import apply_delta
from corpus_tools.diffing.invert import invert_delta
from corpus_tools.errors import DeltaError
from corpus_tools.findings import Finding
from corpus_tools.formats.base import WriteOptions
from corpus_tools.reporters.deltas.json_ import delta_text
from corpus_tools.services.load import Loader, has_error
from corpus_tools.services.read_delta import read_delta


class Made(NamedTuple):
    """What came of a delta: what was found in the files, how many these are, and the document made, if it was."""

    findings: list[Finding]
    files: int
    data: bytes | None = None


def apply(delta_file: str, file: str, loader: Loader) -> Made:
    """The article in `file`, in its format, as the delta in `delta_file` makes it; ``-`` is standard input.

    Raises:
        DeltaError: the delta was made for another article or version, or it contradicts itself.
    """
    read = read_delta(delta_file)
    loaded = loader.load(Input(file, file))
    findings = [*read.findings, *loaded.findings]
    if read.delta is None or loaded.article is None or loaded.format is None:
        return Made(findings, 2)
    article = apply_delta(loaded.article, read.delta)
    written = loaded.format.write(article, WriteOptions(layers=loader.options.layers, style=loader.options.style))
    if written.losses:
        raise DeltaError(f"{loaded.format.title} cannot hold the new version: {'; '.join(written.losses)}")
    again = loader.load_bytes(file, written.data)
    if has_error(again.findings):
        raise DeltaError(f"the new version would not be valid: {again.findings[0].message}")
    return Made(findings, 2, written.data)


def invert(delta_file: str) -> Made:
    """The delta that leads back."""
    read = read_delta(delta_file)
    if read.delta is None:
        return Made(read.findings, 1)
    return Made(read.findings, 1, delta_text(invert_delta(read.delta)).encode())
