"""Work over many inputs: in order, a chunk at a time, in one process or several, and ended cleanly."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from corpus_tools.corpus import running
from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.running import CHUNK, WORTHWHILE, Run, processes
from corpus_tools.errors import LostProcessError
from corpus_tools.rules.lints import CORPUS_RULES, LINTS
from corpus_tools.seed_style import SeedStyle
from corpus_tools.services.checking import Checker, make_checker
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.services.results import CacheOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SCRIPT = """\
import os, signal, sys, time
from corpus_tools.corpus.discovery import Input
from corpus_tools.corpus.running import Run

class Slow:
    def __call__(self, chunk):
        if os.getpid() != PARENT:
            os.write(1, b"%d\\n" % os.getpid())
            {then}
    def close(self):
        pass

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell starts in the background
PARENT = os.getpid()
inputs = [Input(f"{{number:03d}}.json", "") for number in range(1000)]
try:
    for made in Run(Slow(), Slow, 2).over(inputs):
        pass
except BaseException as error:
    print(f"{{type(error).__name__}}: {{error}}", flush=True)
"""


class Fake:
    """A worker that tells the names of its inputs."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.closed = 0

    def __call__(self, chunk: Sequence[Input]) -> list[str]:
        self.sizes.append(len(chunk))
        return [source.path for source in chunk]

    def close(self) -> None:
        self.closed += 1


def inputs(count: int) -> list[Input]:
    return [Input(f"{number}", "") for number in range(count)]


def start(tmp_path: Path, then: str) -> subprocess.Popen[str]:
    """Start two processes of which each tells its number and then does something."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(then=then))
    return subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, start_new_session=True)


def numbers(process: subprocess.Popen[str]) -> list[int]:
    assert process.stdout is not None
    return [int(process.stdout.readline()) for _ in range(2)]


def gone(process: int) -> bool:
    """Whether a process ends within five seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("asked", "count", "used"),
    [
        ("auto", WORTHWHILE - 1, 1),
        ("auto", WORTHWHILE, 6),
        (1, WORTHWHILE, 1),
        (4, 0, 1),
        (4, CHUNK, 1),
        (4, CHUNK + 1, 2),
        (4, WORTHWHILE, 4),
        (40, WORTHWHILE, 10),
    ],
)
def test_as_many_processes_are_used_as_pay_off(
    monkeypatch: pytest.MonkeyPatch, asked: int | str, count: int, used: int
) -> None:
    monkeypatch.setattr(running.os, "sched_getaffinity", lambda _process: set(range(6)), raising=False)
    assert processes(asked, count) == used


def test_all_processors_count_where_the_system_does_not_say_which_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(running.os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(running.os, "cpu_count", lambda: 3)
    assert processes("auto", WORTHWHILE) == 3
    monkeypatch.setattr(running.os, "cpu_count", lambda: None)
    assert processes("auto", WORTHWHILE) == 1


def test_one_process_works_chunk_by_chunk_and_in_order() -> None:
    worker = Fake()
    made = list(Run(worker, Fake).over(inputs(2 * CHUNK + 1)))
    assert worker.sizes == [CHUNK, CHUNK, 1]
    assert [path for part in made for path in part] == [str(number) for number in range(2 * CHUNK + 1)]
    assert worker.closed


def test_nothing_to_do_is_done() -> None:
    assert list(Run(Fake(), Fake, "auto").over([])) == []


def test_inputs_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[Input]:
        for number in range(10 * WORTHWHILE):
            taken.append(number)
            yield Input(str(number), "")

    made = Run(Fake(), Fake, 1).over(endless())
    next(made)
    assert len(taken) <= WORTHWHILE + CHUNK
    made.close()


def test_a_run_that_is_given_up_closes_its_worker() -> None:
    worker = Fake()
    made = Run(worker, Fake).over(inputs(2 * CHUNK))
    next(made)
    made.close()
    assert worker.closed


def test_standard_input_is_read_by_the_process_that_has_it() -> None:
    worker = Fake()
    sources = inputs(3 * CHUNK)
    sources[CHUNK + 5] = Input(STDIN, STDIN)
    made = list(Run(worker, partial(int, "0"), 2)._spread(iter([sources[CHUNK : 2 * CHUNK]]), 2))
    assert worker.sizes == [CHUNK]
    assert made[0][5] == STDIN


def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    process = start(tmp_path, "time.sleep(60)")
    children = numbers(process)
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=10)
    assert output == "KeyboardInterrupt: \n"
    assert all(map(gone, children))


def test_a_process_that_is_lost_is_told_with_what_it_was_at(tmp_path: Path) -> None:
    process = start(tmp_path, "os.kill(os.getpid(), 9)")
    output, _ = process.communicate(timeout=10)
    assert output.splitlines()[-1] == (
        "LostProcessError: a process ended in the midst of its work, on one of 200 inputs from 200.json to 399.json"
    )


def test_processes_do_not_outlive_the_one_that_started_them(tmp_path: Path) -> None:
    process = start(tmp_path, "time.sleep(60)")
    children = numbers(process)
    process.kill()
    process.wait()
    assert all(map(gone, children))
    process.communicate()


def test_a_fault_in_a_process_reaches_the_caller_and_ends_the_others(tmp_path: Path) -> None:
    process = start(tmp_path, "time.sleep(0.5 if chunk[0].path == '200.json' else 60); raise ValueError('at fault')")
    children = numbers(process)
    output, _ = process.communicate(timeout=10)
    assert "ValueError: at fault" in output
    assert all(map(gone, children))


def test_a_result_that_a_lost_process_owes_is_an_error_with_its_inputs() -> None:
    owed: Future[list[str]] = Future()
    owed.set_exception(BrokenProcessPool())
    with pytest.raises(LostProcessError) as told:
        Run(Fake(), Fake)._result(inputs(3), owed)
    assert (told.value.first, told.value.last, told.value.count) == ("0", "2", 3)


def test_a_new_process_leaves_interrupts_to_the_other_and_watches_it(monkeypatch: pytest.MonkeyPatch) -> None:
    handlers: dict[int, object] = {}
    threads: list[dict] = []
    monkeypatch.setattr(running.signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(
        running.threading, "Thread", lambda **how: threads.append(how) or SimpleNamespace(start=threads[-1]["target"])
    )
    told: list[object] = []
    parent = SimpleNamespace(join=lambda: told.append("joined"))
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: parent)
    monkeypatch.setattr(running.signal, "raise_signal", told.append)
    monkeypatch.setattr(running, "_worker", [])
    running._begin(partial(running._same, Fake()))
    assert handlers == {signal.SIGINT: signal.SIG_IGN, signal.SIGTERM: signal.SIG_DFL}
    assert [how["daemon"] for how in threads] == [True]
    assert told == ["joined", signal.SIGTERM]
    assert running._work(inputs(2)) == ["0", "1"]


@pytest.mark.parametrize(
    ("system", "threads", "forks"), [("linux", 1, True), ("linux", 2, False), ("darwin", 1, False)]
)
def test_a_process_is_forked_where_that_is_safe(
    monkeypatch: pytest.MonkeyPatch, system: str, threads: int, forks: int
) -> None:
    monkeypatch.setattr(running.sys, "platform", system)
    monkeypatch.setattr(running.threading, "active_count", lambda: threads)
    assert running._may_fork() is bool(forks)


def test_what_a_process_needs_that_is_not_forked_can_be_sent_to_it(tmp_path: Path) -> None:
    options = LoadOptions(
        lints=tuple(LINTS.values()), corpus_rules=tuple(CORPUS_RULES.values()), style=SeedStyle(layout="line")
    )
    make = partial(make_checker, options, CacheOptions(str(tmp_path), b"environment"), is_timed=False)
    made = pickle.loads(pickle.dumps(make))
    assert made.args == make.args
    (tmp_path / "a.json").write_bytes(b"{")
    part = made()([Input(str(tmp_path / "a.json"), "")])
    assert [finding.kind.code for finding in pickle.loads(pickle.dumps(part)).findings] == ["F003"]


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_as_it_was_after_a_chunk(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        Checker(Loader(LoadOptions()))([])
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
