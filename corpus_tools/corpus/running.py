"""Running work over many inputs, in this process or in several; what comes of it has the order of the inputs.

Work is done in chunks of inputs, and few of them are under way at any time, so memory does not grow with the number of
inputs. Processes are ended when the run ends, whatever ends it, and end themselves when the one that started them is
gone.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.errors import LostProcessError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

CHUNK: Final = 200
"""How many inputs are worked on at once."""

WORTHWHILE: Final = 2000
"""From how many inputs on several processes are faster than one."""

AUTO: Final = "auto"

_AHEAD = 4  # chunks under way for each process, so that one slow chunk does not let the others stand still
_Made_co = TypeVar("_Made_co", covariant=True)


class Worker(Protocol[_Made_co]):
    """What does the work in one process."""

    def __call__(self, chunk: Sequence[Input], /) -> _Made_co:
        """What comes of some inputs."""

    def close(self) -> None:
        """Let go of files that are open; the worker may be called again."""


class Run(Generic[_Made_co]):
    """One run of some work."""

    def __init__(self, worker: Worker[_Made_co], make: Callable[[], Worker[_Made_co]], jobs: int | str = 1) -> None:
        """Prepare a run.

        Args:
            worker: does the work in this process.
            make: makes a worker in another process; picklable.
            jobs: number of processes, or ``auto`` for as many as pay off.
        """
        self._worker = worker
        self._make = make
        self._jobs = jobs

    def over(self, inputs: Iterable[Input]) -> Iterator[_Made_co]:
        """Yield what comes of each chunk of inputs.

        Raises:
            LostProcessError: a process came to an end in the midst of its work.
        """
        known, inputs = _beginning(inputs)
        jobs = processes(self._jobs, known)
        chunks = _chunks(inputs)
        try:
            # What this process does first, such as compiling schemas, is there for those that it forks.
            for chunk in chunks if jobs == 1 else islice(chunks, 1):
                yield self._worker(chunk)
            self._worker.close()
            if jobs > 1:
                yield from self._spread(chunks, jobs)
        finally:
            self._worker.close()

    def _spread(self, chunks: Iterator[list[Input]], jobs: int) -> Iterator[_Made_co]:
        """The same in several processes; standard input belongs to this one."""
        pending: deque[tuple[list[Input], Future[_Made_co] | None]] = deque()
        with _pool(jobs, self._worker, self._make) as pool:
            for chunk in chunks:
                is_own = any(source.path == STDIN for source in chunk)
                pending.append((chunk, None if is_own else pool.submit(_work, chunk)))
                if len(pending) >= jobs * _AHEAD:
                    yield self._result(*pending.popleft())
            while pending:
                yield self._result(*pending.popleft())

    def _result(self, chunk: list[Input], future: Future[_Made_co] | None) -> _Made_co:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  heavy, and mostly not needed

        if future is None:
            return self._worker(chunk)
        try:
            return future.result()
        except BrokenProcessPool as error:
            raise LostProcessError(chunk[0].path, chunk[-1].path, len(chunk)) from error


def processes(asked: int | str, inputs: int) -> int:
    """How many processes to use for a number of inputs; those known to be there are enough."""
    available = _processors() if asked == AUTO else int(asked)
    if asked == AUTO and inputs < WORTHWHILE:
        return 1
    return max(1, min(available, -(-inputs // CHUNK)))


def _processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def _beginning(inputs: Iterable[Input]) -> tuple[int, Iterator[Input]]:
    """How many inputs there are, or at least as many as are counted, and all of them."""
    remaining = iter(inputs)
    known = list(islice(remaining, WORTHWHILE))
    return len(known), chain(known, remaining)


def _chunks(inputs: Iterator[Input]) -> Iterator[list[Input]]:
    while chunk := list(islice(inputs, CHUNK)):
        yield chunk


@contextmanager
def _pool(jobs: int, worker: Worker[Any], make: Callable[[], Worker[Any]]) -> Iterator[ProcessPoolExecutor]:
    """Processes that are ended with the block; `worker` is what those work with that are forked."""
    import multiprocessing  # noqa: PLC0415  heavy, and mostly not needed
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    forks = _may_fork()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    others = {*multiprocessing.active_children()}
    ready: Callable[[], Worker[Any]] = partial(_same, worker) if forks else make
    pool = ProcessPoolExecutor(jobs, context, _begin, (ready,))
    try:
        yield pool
        pool.shutdown()
    finally:
        for child in {*multiprocessing.active_children()} - others:
            child.terminate()
        pool.shutdown(cancel_futures=True)


def _may_fork() -> bool:
    """Whether this process can be forked: not beside threads, nor where the libraries of the system forbid it."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _same(worker: Worker[Any]) -> Worker[Any]:
    return worker


_worker: list[Worker[Any]] = []  # of this process, if it is one that others started


def _begin(make: Callable[[], Worker[Any]]) -> None:
    """What a new process does first: the one that started it is told of interrupts, and must not be outlived."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker[:] = [make()]


def _end_with_parent() -> None:
    import multiprocessing  # noqa: PLC0415  see above

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.raise_signal(signal.SIGTERM)


def _work(chunk: list[Input]) -> Any:
    return _worker[0](chunk)
