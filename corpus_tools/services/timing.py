"""Where the time of a run goes: a loader that measures its steps and the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter
from typing import Any, Final

from corpus_tools.findings import Finding, Kind, Problem
from corpus_tools.formats.base import Examined, Format, ReadOptions
from corpus_tools.model.article import Article
from corpus_tools.model.index import Index
from corpus_tools.rules import RULES, run_on
from corpus_tools.rules.base import Check, Context
from corpus_tools.rules.engine import by_level
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.locating import Source

READING: Final = "reading files"
SCHEMA: Final = "article schema"
INDEX: Final = "columns for rules"
SUPPRESSIONS: Final = "suppressions"
PLACES: Final = "places of findings"


class Times:
    """Seconds by step; a rule is a step of the name of its code.

    Attributes:
        seconds: what each step has taken.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what steps have taken elsewhere."""
        for step, taken in seconds.items():
            self.seconds[step] = self.seconds.get(step, 0.0) + taken

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """A block that is measured."""
        since = perf_counter()
        try:
            yield
        finally:
            self.add({step: perf_counter() - since})

    def check(self, kind: Kind, check: Check) -> Check:
        """A check that is measured."""

        def measured(index: Index, context: Context) -> list[Problem]:
            with self.of(kind.code):
                return list(check(index, context))

        return measured

    def digest(self, kind: Kind, digest: Callable[[Index, Context], Any]) -> Callable[[Index, Context], Any]:
        """A digest that is measured."""

        def measured(index: Index, context: Context) -> Any:
            with self.of(kind.code):
                return digest(index, context)

        return measured


class TimedLoader(Loader):
    """A loader that measures.

    Attributes:
        times: what it measured.
    """

    def __init__(self, options: LoadOptions) -> None:
        """Load by `options`."""
        self.times = times = Times()
        lints = tuple(replace(rule, check=times.check(rule.kind, rule.check)) for rule in options.lints)
        rules = tuple(replace(rule, digest=times.digest(rule.kind, rule.digest)) for rule in options.corpus_rules)
        super().__init__(replace(options, lints=lints, corpus_rules=rules))
        self._levels = by_level(replace(rule, check=times.check(rule.kind, rule.check)) for rule in RULES.values())

    def taken(self) -> dict[str, float]:
        """The seconds by step since this was asked last."""
        taken, self.times.seconds = self.times.seconds, {}
        return taken

    def _bytes(self, path: str) -> bytes:
        with self.times.of(READING):
            return super()._bytes(path)

    def _examine(self, used: Format, data: bytes, options: ReadOptions) -> Examined:
        with self.times.of(f"reading {used.title}"):
            return super()._examine(used, data, options)

    def _schema_problems(self, article: Article) -> list[tuple[Kind, Problem]]:
        with self.times.of(SCHEMA):
            return super()._schema_problems(article)

    def _index(self, source: Source, article: Article) -> Index:
        with self.times.of(INDEX):
            return super()._index(source, article)

    def _run(self, index: Index) -> list[tuple[Kind, Problem]]:
        return run_on(index, self.context, self.options.lints, self._levels)

    def _with_suppressions(self, index: Index, found: list[tuple[Kind, Problem]]) -> list[tuple[Kind, Problem]]:
        with self.times.of(SUPPRESSIONS):
            return super()._with_suppressions(index, found)

    def _complete(
        self, source: Source, findings: Sequence[Finding], problems: Sequence[tuple[Kind, Problem]] = ()
    ) -> list[Finding]:
        with self.times.of(PLACES):
            return super()._complete(source, findings, problems)
