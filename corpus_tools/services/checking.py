"""Checking documents chunk by chunk: what one process of a run does, through the cache if there is one."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.reading import UnreadableError, read_file
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.outcomes import Outcome, Part, outcome_of
from corpus_tools.services.results import CacheOptions, Results
from corpus_tools.services.timing import TimedLoader


class Checker:
    """Checks documents; each process has one."""

    def __init__(self, loader: Loader, cache: CacheOptions | None = None) -> None:
        """Check what `loader` loads, and what is not in the cache, if one is used."""
        self._loader = loader
        self._results = None if cache is None else Results(cache)

    def __call__(self, chunk: Sequence[Input]) -> Part:
        """What comes of some documents; it is in the cache when this returns."""
        part = Part(len(chunk))
        with _no_collector():
            if self._results is None:
                for source in chunk:
                    part.add(source.path, outcome_of(self._loader.load(source)))
                if isinstance(self._loader, TimedLoader):
                    part.times = self._loader.taken()
                return part
            with self._results.reading():
                for source in chunk:
                    part.add(source.path, self._through(self._results, source))
            self._results.store()
            part.cache_fault = self._results.fault
        return part

    def close(self) -> None:
        """Close the cache, in which nothing is left that has not been used for long."""
        if self._results is not None:
            self._results.prune()
            self._results.close()

    def _through(self, results: Results, source: Input) -> Outcome:
        """The outcome of a document, as far as it can be from the cache."""
        if source.error or source.path == STDIN:
            return outcome_of(self._loader.load(source))
        found = results.of_file(source.path)
        if found is not None:
            return found
        try:
            data = read_file(source.path)
        except UnreadableError:
            return outcome_of(self._loader.load(source))
        found = results.of_content(source.path, data)
        if found is None:
            found = outcome_of(self._loader.load_bytes(source.path, data))
            results.keep(found)
        return found


@contextmanager
def _no_collector() -> Iterator[None]:
    """A block in which Python does not look for reference cycles: documents have none, and many objects to look at."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def make_checker(options: LoadOptions, cache: CacheOptions | None, *, is_timed: bool) -> Checker:
    """A checker for a process that shares nothing with others."""
    return Checker(TimedLoader(options) if is_timed else Loader(options), cache)
