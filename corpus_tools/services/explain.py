"""``seed explain``: why seeds were read as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus_tools.corpus.discovery import Input
from corpus_tools.findings import Finding
from corpus_tools.formats.seed.explain import Explanation
from corpus_tools.formats.seed.explain import explain as explain_seed
from corpus_tools.services.load import Loader


class Explained(NamedTuple):
    """What came of one input: its findings, and the explanation; None if a finding is an error."""

    findings: list[Finding]
    explanation: Explanation | None


def explain(inputs: Iterable[Input], loader: Loader) -> Iterator[Explained]:
    """Yield what there is to say of each input; `loader` must read seeds."""
    for source in inputs:
        loaded = loader.load(source)
        if loaded.article is None:
            yield Explained(loaded.findings, None)
        else:
            yield Explained(loaded.findings, explain_seed(loaded.data, loader.read_options(loaded.file)))
