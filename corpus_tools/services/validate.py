"""``validate``: what is wrong with documents, each by itself and all of them together."""

from __future__ import annotations

import os
import zlib
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import msgspec

from corpus_tools.corpus.discovery import Input, working_directory
from corpus_tools.corpus.running import Run
from corpus_tools.findings import Finding, Kind, Problem
from corpus_tools.rules.base import CorpusRule, Digested
from corpus_tools.services.checking import Checker, make_checker
from corpus_tools.services.load import Loader, has_error
from corpus_tools.services.outcomes import Digests, Part
from corpus_tools.services.results import CacheOptions
from corpus_tools.services.timing import PLACES, TimedLoader, Times

_pack = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Digests]).decode


class Checked(NamedTuple):
    """What came of a part of a run.

    Attributes:
        files: how many files were looked at.
        findings: what was found.
        cache_fault: why the cache is of no use any more; empty if it is, or none is asked for.
    """

    files: int
    findings: list[Finding]
    cache_fault: str = ""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes; what it finds is the same whatever they are.

    Attributes:
        jobs: number of processes, or ``auto`` for as many as pay off.
        cache: the cache that is used; None for none.
        times: takes in where the time goes, if that is measured, which needs a run without a cache.
    """

    jobs: int | str = 1
    cache: CacheOptions | None = None
    times: Times | None = None


def validate(
    inputs: Iterable[Input], loader: Loader, options: RunOptions | None = None, *, of_whole_corpus: bool = False
) -> Generator[Checked, None, None]:
    """Yield the findings of the inputs, some inputs at a time, and then those of rules about all of them.

    Args:
        inputs: the documents.
        loader: reads them.
        options: how the run goes.
        of_whole_corpus: whether they are all that belongs together, so that rules about many documents would have found
            what a document asks them to ignore.

    Raises:
        LostProcessError: a process came to an end in the midst of its work.
    """
    asked = options or RunOptions()
    times, is_timed = asked.times or Times(), asked.times is not None
    tell, loader.tell = loader.tell, None
    corpus = _Corpus(loader.options.corpus_rules)
    work = Run(
        Checker(TimedLoader(loader.options) if is_timed else loader, asked.cache),
        partial(make_checker, loader.options, asked.cache, is_timed=is_timed),
        asked.jobs,
    )
    for part in work.over(inputs):
        corpus.add(part)
        of_whole_corpus = of_whole_corpus and not has_error(part.findings)  # what has one is not compared
        times.add(part.times)
        loader.formats_read |= part.formats
        if tell is not None:
            for file, encoding in part.detected:
                tell(file, encoding)
        yield Checked(part.files, part.findings, part.cache_fault)
    yield Checked(0, corpus.findings(loader, times, of_whole_corpus=of_whole_corpus))


class _Corpus:
    """What rules about many documents know of them; packed, since it is all that grows with their number."""

    def __init__(self, rules: tuple[CorpusRule, ...]) -> None:
        self._rules = rules
        self._parts: list[bytes] = []

    def add(self, part: Part) -> None:
        """Keep the digests of some documents."""
        if part.documents:
            self._parts.append(zlib.compress(_pack(part.documents), 1))

    def findings(self, loader: Loader, times: Times, *, of_whole_corpus: bool) -> list[Finding]:
        """What the rules find, by document, each in its place."""
        problems: dict[str, list[tuple[Kind, Problem]]] = {}
        again = self._named_again()
        for number, rule in enumerate(self._rules):
            with times.of(rule.kind.code):
                for file, problem in rule.judge(_Digests(self._parts, number, again), loader.context):
                    problems.setdefault(file, []).append((rule.kind, problem))
        if of_whole_corpus:
            for known in self._documents():
                if known.asked:
                    problems.setdefault(known.file, [])
        with times.of(PLACES):
            return [
                finding
                for file, found in problems.items()
                for finding in loader.place(file, found, of_whole_corpus=of_whole_corpus)
            ]

    def _documents(self) -> Iterator[Digests]:
        return (document for part in self._parts for document in _unpack(part))

    def _named_again(self) -> set[int]:
        """The numbers of documents that are files which were named before."""
        directory = working_directory()
        seen: set[int] = set()
        again = set()
        for number, known in enumerate(self._documents()):
            file = hash(os.path.normpath(os.path.join(directory, known.file)))
            if file in seen:
                again.add(number)
            seen.add(file)
        return again


class _Digests:
    """The documents as one rule sees them, in the order of the inputs; a file that is named twice is one document."""

    def __init__(self, parts: list[bytes], rule: int, again: set[int]) -> None:
        self._parts = parts
        self._rule = rule
        self._again = again

    def __iter__(self) -> Iterator[Digested]:
        number = -1
        for part in self._parts:
            for known in _unpack(part):
                number += 1
                digest = known.digests[self._rule]
                if digest is not None and number not in self._again:
                    yield Digested(known.file, known.format, known.keeps_ids, digest)


def _unpack(part: bytes) -> list[Digests]:
    return _decode(zlib.decompress(part))
