"""``validate``: what is wrong with documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from corpus_tools.corpus.discovery import Input
from corpus_tools.findings import Finding, Kind, Problem
from corpus_tools.rules.base import CorpusRule, Digested
from corpus_tools.services.load import Loaded, Loader


class Checked(NamedTuple):
    """What came of a part of a run: how many files were looked at, and what was found."""

    files: int
    findings: list[Finding]


def validate(inputs: Iterable[Input], loader: Loader) -> Iterator[Checked]:
    """Yield the findings of each input, then those of rules about all of them; of a document only digests are kept."""
    corpus = _Corpus(loader.options.corpus_rules)
    for source in inputs:
        loaded = loader.load(source)
        corpus.add(loaded)
        yield Checked(1, loaded.findings)
    yield Checked(0, corpus.findings(loader))


class _Corpus:
    """What rules about many documents know of them."""

    def __init__(self, rules: tuple[CorpusRule, ...]) -> None:
        self._rules = rules
        self._documents: dict[str, tuple[str, str, bool, tuple[Any, ...]]] = {}
        self._directory = _working_directory()

    def add(self, loaded: Loaded) -> None:
        """Keep the digests of a document; a file that is named twice is one document."""
        if loaded.format is not None and any(digest is not None for digest in loaded.digests):
            known = loaded.file, loaded.format.name, loaded.format.keeps_ids, loaded.digests
            self._documents.setdefault(os.path.normpath(os.path.join(self._directory, loaded.file)), known)

    def findings(self, loader: Loader) -> list[Finding]:
        """What the rules find, by document, each in its place."""
        problems: dict[str, list[tuple[Kind, Problem]]] = {}
        for number, rule in enumerate(self._rules):
            for file, problem in rule.judge(self._digested(number), loader.context):
                problems.setdefault(file, []).append((rule.kind, problem))
        return [finding for file, found in problems.items() for finding in loader.place(file, found)]

    def _digested(self, number: int) -> Iterator[Digested]:
        """The documents as the rule with this number sees them."""
        for file, name, keeps_ids, digests in self._documents.values():
            if digests[number] is not None:
                yield Digested(file, name, keeps_ids, digests[number])


def _working_directory() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:  # it has been removed
        return ""
