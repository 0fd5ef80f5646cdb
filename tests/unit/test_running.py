"""Work over many inputs: in order, a chunk at a time, in one process or several, and ended cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from corpus_tools.corpus import running
from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.running import CHUNK, WORTHWHILE, Run, processes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SCRIPT = """\
import os, sys, time
from corpus_tools.corpus.discovery import Input
from corpus_tools.corpus.running import Run

class Slow:
    def __call__(self, chunk):
        if os.getpid() != PARENT:
            os.write(1, b"%d\\n" % os.getpid())
            {then}
    def close(self):
        pass

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
