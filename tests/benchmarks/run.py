"""Print the table of budgets: our work beside the floor, measured side by side in one run.

Every round times ours and the floor on the same documents, in turns of a hundred documents each; shown are the
medians over the rounds, in microseconds of CPU time (user and system) for one document. The ratio is the median
of the rounds' own ratios, which a busy machine disturbs less than it disturbs times.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

import processes
import versions
import works
from corpus import documents
from works import Files, Work

TURN = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        work: what was measured, and against what.
        ours: microseconds of CPU for one document (milliseconds for a start, MB for memory).
        floor: the same for what it is compared with; None if there is nothing.
        ratio: ours by floor, or floor by ours where the budget is to be that much faster.
        budget: the limit, as text.
        verdict: ``ok``, ``MISSED``, empty if there is no budget, or why it was not measured.
    """

    work: str
    ours: float | None
    floor: float | None
    ratio: float | None
    budget: str
    verdict: str


def main() -> int:
    """Measure and print; 1 if a budget is missed and that is to count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000, help="documents of the corpus (default: 1000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--only", default="", help="measure the works whose name holds this")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a budget is missed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corpus-tools-bench-") as directory:
        files = Files.write(Path(directory), documents(asked.documents))
        rows = []
        for row in measure(files, asked.rounds, asked.only):
            rows.append(row)
            if not asked.json:
                sys.stdout.write(f"{heading(files) if len(rows) == 1 else ''}{line(row)}\n")
                sys.stdout.flush()
    if asked.json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2) + "\n")
    return asked.strict and any(row.verdict == "MISSED" for row in rows)


def measure(files: Files, rounds: int, only: str) -> Iterator[Row]:
    """Measure everything whose name holds `only`."""
    for work in works.all_works(files):
        if only in work.name:
            yield compare(work, files, rounds)
    for pair in versions.all_versions():
        if only in pair.name:
            yield compare_versions(pair, rounds)
    for run in processes.all_runs(files):
        if only in run.name:
            yield compare_processes(run, rounds)
    if only in "two processes against one":
        count = 10_000
        yield compare_processes(processes.parallel(files.many(count), count), rounds)
    if only in "memory":
        yield from memory(files)


def compare(work: Work, files: Files, rounds: int) -> Row:
    """Time one work and its floor in turns."""
    gc.collect()
    gc.freeze()  # the corpus in memory is no work of either side
    turns = [files.documents[at : at + TURN] for at in range(0, len(files.documents), TURN)]
    work.ours(turns[0])
    work.floor(turns[0])
    taken: list[tuple[float, float]] = []
    for number in range(rounds):
        ours = floor = 0.0
        for turn in turns:
            if number % 2:
                floor += seconds(work.floor, turn)
                ours += seconds(work.ours, turn)
            else:
                ours += seconds(work.ours, turn)
                floor += seconds(work.floor, turn)
        taken.append((ours, floor))
    gc.unfreeze()
    return result(work.name, taken, 1e6 / len(files.documents), work.budget, at_least=work.at_least)


def seconds(work: works.Measured, turn: Sequence[works.Document]) -> float:
    """CPU seconds of `work` on the documents of one turn."""
    gc.collect()
    begin = process_time()
    work(turn)
    return process_time() - begin


def compare_versions(pair: versions.Versions, rounds: int) -> Row:
    """Time a comparison of versions and its floor in turns."""
    if pair.missing:
        return Row(pair.name, None, None, None, _budget(pair.budget, at_least=pair.at_least), pair.missing)
    pair.ours()
    pair.floor()
    taken = []
    for _ in range(2 * rounds):
        ours = seconds(lambda _: pair.ours(), ()) / pair.ours_count
        taken.append((ours, seconds(lambda _: pair.floor(), ()) / pair.floor_count))
    return result(pair.name, taken, 1e6, pair.budget, at_least=pair.at_least)


def compare_processes(run: processes.Run, rounds: int) -> Row:
    """Time two commands in turns."""
    if run.missing:
        return Row(run.name, None, None, None, _budget(run.budget, at_least=run.at_least), run.missing)
    times = (rounds * run.repeat + 1) // 2 if run.repeat else 1  # they take long, and are long enough to be steady
    pairs = [(processes.cpu(run.ours), processes.cpu(run.floor)) for _ in range(times)]
    return result(run.name, pairs, 1e6 / run.count, run.budget, at_least=run.at_least)


def result(name: str, pairs: Iterable[tuple[float, float]], scale: float, budget: float, *, at_least: bool) -> Row:
    """The line for the times of all rounds; a budget of 0 is none."""
    ours, floor = zip(*pairs, strict=True)
    ratios = [b / a if at_least else a / b for a, b in zip(ours, floor, strict=True)]
    ratio = statistics.median(ratios)
    verdict = "" if not budget else "ok" if (ratio >= budget if at_least else ratio <= budget) else "MISSED"
    shown = _budget(budget, at_least=at_least)
    return Row(name, statistics.median(ours) * scale, statistics.median(floor) * scale, ratio, shown, verdict)


def _budget(budget: float, *, at_least: bool) -> str:
    return "" if not budget else f">= {budget:g} x" if at_least else f"<= {budget:g} x"


def memory(files: Files) -> Iterator[Row]:
    """Peak memory of one process that validates JSON, and its growth from 1,000 to 10,000 files."""
    few, many = (processes.peak_memory(files.many(count)) for count in (1_000, 10_000))
    limit = 60
    yield Row("memory, 10,000 JSON files (MB)", many, None, None, f"<= {limit} MB", "ok" if many <= limit else "MISSED")
    growth = many / few
    verdict = "ok" if growth <= 1.1 else "MISSED"
    yield Row("memory, 10,000 against 1,000 files (MB)", many, few, growth, "<= 1.1 x", verdict)


def heading(files: Files) -> str:
    """What was measured on, and the names of the columns."""
    sizes = [(len(each.json), len(each.tei), len(each.seed)) for each in files.documents]
    means = [statistics.mean(column) / 1024 for column in zip(*sizes, strict=True)]
    about = "KB: {:.1f} as JSON, {:.1f} as TEI, {:.1f} as text".format(*means)
    columns = f"{'work, against its floor (us of CPU per document)':<66} {'ours':>8} {'floor':>8} {'ratio':>6}  budget"
    corpus = f"{len(files.documents)} documents, 20 annotations each; {about}"
    return f"{corpus}\nPython {sys.version.split()[0]}\n\n{columns}\n"


def line(row: Row) -> str:
    """One line of the table."""
    ours, floor = (f"{value:8.1f}" if value is not None else " " * 8 for value in (row.ours, row.floor))
    ratio = f"{row.ratio:6.2f}" if row.ratio is not None else " " * 6
    return f"{row.work:<66} {ours} {floor} {ratio}  {row.budget:<9} {row.verdict}".rstrip()


if __name__ == "__main__":
    if sys.flags.optimize:
        sys.exit("the floors are checked with assertions: run without -O")
    sys.exit(main())
