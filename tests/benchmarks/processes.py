"""Whole processes: what a user waits for, from start to exit."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import floors
from works import Files

_PEAK = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_KIB_IN_MB = 1024 * (1024 if sys.platform == "darwin" else 1)


@dataclass(frozen=True, slots=True)
class Run:
    """Two commands to compare.

    Attributes:
        name: what is measured.
        ours: our command.
        floor: the other one.
        budget: how many times the floor ours may take; how many times faster it must be if `at_least`.
        count: documents in one run; 1000 shows milliseconds for one start.
        repeat: runs in every two rounds; 0 for one run only.
        missing: why it cannot be measured; empty if it can.
    """

    name: str
    ours: list[str]
    floor: list[str]
    budget: float
    count: int
    at_least: bool = False
    repeat: int = 1
    missing: str = ""


def all_runs(files: Files) -> Iterator[Run]:
    """All comparisons of processes."""
    count = len(files.documents)
    bare = [sys.executable, str(Path(floors.__file__))]
    ours_json = [*validation(files.json), "--jobs", "1"]
    ours_tei = [*validation(files.tei), "--jobs", "1"]
    schema = str(floors.SCHEMA / "article.schema.json")
    yield Run(
        "validate JSON, whole process, against the bare loop as one",
        ours_json,
        [*bare, "json", str(files.json)],
        1.5,
        count,
    )
    yield _peer(
        "ajv", "validate JSON, whole process, against ajv-cli", ours_json,
        ["validate", "--spec=draft2020", "-s", schema, "-d", f"{files.json}/*.json"], 0.6, count,
    )  # fmt: skip
    paths = [str(files.json / f"{each.name}.json") for each in files.documents]
    yield _peer(
        "check-jsonschema", "validate JSON, whole process, against check-jsonschema", ours_json,
        ["--schemafile", schema, *paths], 50, count, at_least=True,
    )  # fmt: skip
    yield Run(
        "validate TEI, whole process, against lxml parse + RelaxNG as one",
        ours_tei,
        [*bare, "tei", str(files.tei)],
        2,
        count,
    )
    paths = [str(files.tei / f"{each.name}.xml") for each in files.documents]
    rng = str(floors.SCHEMA / "tei" / "news.rng")
    yield _peer(
        "xmllint", "validate TEI, whole process, against xmllint", ours_tei,
        ["--noout", "--relaxng", rng, *paths], 2, count, repeat=1,
    )  # fmt: skip
    nothing = [sys.executable, "-c", "pass"]
    for option in ("--version", "--help"):
        yield Run(f"start {option}, against python -c pass (ms)", [*tool(), option], nothing, 5, 1000, repeat=8)


def _peer(
    command: str,
    name: str,
    ours: list[str],
    arguments: list[str],
    budget: float,
    count: int,
    *,
    at_least: bool = False,
    repeat: int = 0,
) -> Run:
    """A comparison with a program that may not be there; slow ones run once."""
    path = shutil.which(command)
    missing = "" if path else "not installed"
    return Run(name, ours, [path or command, *arguments], budget, count, at_least, repeat, missing)


def parallel(directory: Path, count: int) -> Run:
    """Two processes and one on the same files; CPU time, so that a busy machine does not matter.

    Two processes that need 1.33 times the CPU of one take 1 / 1.5 of its time where both processors are free.
    """
    one, two = ([*validation(directory), "--jobs", jobs] for jobs in "12")
    return Run(f"two processes against one, {count:,} JSON files", two, one, 1.33, count)


def validation(directory: Path) -> list[str]:
    """The command that checks a directory, whatever was found in it before."""
    return [*tool(), "validate", "--no-cache", "--no-config", str(directory)]


def tool() -> list[str]:
    """How a user starts corpus-tools in this environment."""
    script = Path(sys.executable).parent / "corpus-tools"
    return [str(script)] if script.exists() else [sys.executable, "-m", "corpus_tools"]


def cpu(command: list[str]) -> float:
    """CPU seconds, user and system, of one process.

    Raises:
        CalledProcessError: it failed.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_memory(directory: Path) -> float:
    """Peak resident memory in MB of one process that validates `directory`.

    A small process in between starts it: a process inherits the peak of the one that started it.
    """
    command = [sys.executable, "-c", _PEAK, *validation(directory), "--jobs", "1"]
    return int(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout) / _KIB_IN_MB
