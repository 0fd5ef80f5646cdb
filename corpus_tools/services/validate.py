"""``validate``: what is wrong with documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.corpus.discovery import Input
from corpus_tools.findings import Finding
from corpus_tools.services.load import Loader


def validate(inputs: Iterable[Input], loader: Loader) -> Iterator[list[Finding]]:
    """Yield the findings of each input; nothing else of a document is kept."""
    for source in inputs:
        yield loader.load(source).findings
