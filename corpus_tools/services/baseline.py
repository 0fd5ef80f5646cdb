"""Baselines: findings that are known, so that only new ones fail.

A baseline holds the findings of each file by rule and fingerprint, which stays when a file is edited elsewhere; equal
findings of a file are counted. Files are named from the directory of the baseline, so that the same baseline serves
whoever checks out the corpus. What a run could not judge, such as a file it was not given or a rule that did not run,
is neither fixed nor forgotten.

A file that cannot be read is never known: its reader stopped at the first fault, so the rest of it was not checked,
and new faults would hide behind the known one.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, NamedTuple

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.writing import write_atomically
from corpus_tools.errors import ConfigError
from corpus_tools.findings import Finding
from corpus_tools.reporters.base import Fixed, encodable
from corpus_tools.rules.base import Level
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.services.selection import decides, stops_readers
from corpus_tools.tables import Table, check, read_table

BASELINE_VERSION: Final = "1.0"
"""Version of the schema that a baseline follows."""

SCHEMA: Final = "baseline.schema.json"

Key = tuple[str, str]
"""Code and fingerprint, without the number by which equal findings of a file are told apart."""


class Entry(NamedTuple):
    """Equal findings of one file: the slug of their rule, how many they are, what is said of the first."""

    slug: str
    number: int
    message: str


class Matched(NamedTuple):
    """What a baseline makes of the findings of a run: those that are new, those it knows, and what is not there."""

    new: list[Finding]
    known: list[Finding]
    fixed: list[Fixed]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run looked at.

    Attributes:
        findings: what it found and tells; what is suppressed is not looked for in a baseline.
        files: absolute paths of the files that the baseline names and the run was given.
        codes: codes of the rules that ran.
        passed: what it found and does not tell, as the user ignores it in some paths.
    """

    findings: Sequence[Finding]
    files: Collection[str]
    codes: Collection[str]
    passed: Sequence[Finding] = ()


class Baseline:
    """The known findings of a corpus."""

    def __init__(self, file: str, files: Mapping[str, Mapping[Key, Entry]] | None = None) -> None:
        """`file` is where the baseline lies, `files` its entries by the names that files have in it."""
        self._file = file
        self._directory = os.path.dirname(os.path.abspath(file))
        self._files = dict(files or {})
        self._seen: set[str] = set()

    def watched(self, sources: Iterable[Input]) -> Iterator[Input]:
        """`sources`, noting which of the files that the baseline names are among them."""
        self._seen = set()
        paths = {self.path(name) for name in self._files}
        for source in sources:
            path = source.path if source.path == STDIN else os.path.abspath(source.path)
            if path in paths:
                self._seen.add(path)
            yield source

    def run(self, findings: Sequence[Finding], codes: Collection[str], passed: Sequence[Finding] = ()) -> Run:
        """The run that was given the sources that were `watched`."""
        return Run(findings, self._seen, codes, passed)

    def match(self, run: Run) -> Matched:
        """Tell what the run found, in the order of its report, from what is known."""
        left = {(name, key): entry.number for name, entries in self._files.items() for key, entry in entries.items()}
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in run.findings:
            place = self.place(finding)
            if left.get(place) and _can_be_known(finding):
                left[place] -= 1
                known.append(finding)
            else:
                new.append(finding)
        judged = _Judged(self, run)
        return Matched(new, known, [
            Fixed(key[0], self._files[name][key].slug, self._located(name), self._files[name][key].message, key[1])
            for (name, key), number in left.items()
            for _ in range(number)
            if judged.is_fixed(name, key)
        ])  # fmt: skip

    def renewed(self, run: Run) -> Baseline:
        """The baseline that knows all that the run found, and what it could not judge as before."""
        files: dict[str, dict[Key, Entry]] = {}
        numbers: Counter[tuple[str, Key]] = Counter()
        for finding in run.findings:
            if _can_be_known(finding):
                name, key = self.place(finding)
                numbers[name, key] += 1
                first = files.setdefault(name, {}).get(key)
                message = encodable(finding.message) if first is None else first.message
                files[name][key] = Entry(finding.kind.slug, numbers[name, key], message)
        judged = _Judged(self, run)
        for name, entries in self._files.items():
            for key, entry in entries.items():
                if not judged.is_fixed(name, key) and (name, key) not in numbers:
                    files.setdefault(name, {})[key] = entry
        return Baseline(self._file, files)

    def write(self) -> None:
        """Write the baseline to its file.

        Raises:
            OSError: the file cannot be written; what stood there before still does.
        """
        write_atomically(self._file, self.text().encode())

    def text(self) -> str:
        """The baseline as its file has it: sorted, one finding a line."""
        files = [
            f"{json.dumps(name, ensure_ascii=False)}: [\n  " + ",\n  ".join(_lines(entries)) + "]"
            for name, entries in sorted(self._files.items())
        ]
        inner = "\n" + ",\n".join(files) if files else ""
        return f'{{\n"baseline_version": "{BASELINE_VERSION}",\n"files": {{{inner}}}}}\n'

    @property
    def count(self) -> tuple[int, int]:
        """How many findings are known, and in how many files."""
        return sum(entry.number for entries in self._files.values() for entry in entries.values()), len(self._files)

    @property
    def names(self) -> Collection[str]:
        """The files as the baseline names them."""
        return self._files.keys()

    def is_gone(self, name: str) -> bool:
        """Whether there is no such file any more."""
        return name != STDIN and not os.path.lexists(self.path(name))

    def path(self, name: str) -> str:
        """The absolute path of a file that the baseline names."""
        return name if name == STDIN else os.path.normpath(os.path.join(self._directory, name))

    def place(self, finding: Finding) -> tuple[str, Key]:
        """Where the baseline would have a finding: under which name of its file, and under which key."""
        file = finding.location.file
        if file != STDIN:
            file = encodable(os.path.relpath(file, self._directory).replace(os.sep, "/"))
        return file, (finding.kind.code, finding.fingerprint.partition("-")[0])

    def _located(self, name: str) -> str:
        """What a file that the baseline names is called where the run started."""
        path = self.path(name)
        try:
            return name if name == STDIN else os.path.relpath(path)
        except OSError:  # the working directory has been removed
            return path


class _Judged:
    """Which entries of a baseline a run could have found again."""

    def __init__(self, baseline: Baseline, run: Run) -> None:
        self._baseline = baseline
        self._run = run
        self._broken: dict[str, Level] = {}  # by path the level of the first error, beyond which rules did not run
        self._passed = {baseline.place(finding) for finding in run.passed}
        for finding in chain(run.findings, run.passed):
            code, file = finding.kind.code, finding.location.file
            if code in CATALOGUE and decides(code):
                path = file if file == STDIN else os.path.abspath(file)
                level = CATALOGUE[code].level
                self._broken[path] = min(level, self._broken.get(path, level))
        given = all(baseline.path(name) in run.files or baseline.is_gone(name) for name in baseline.names)
        self._is_whole = given

    def is_fixed(self, name: str, key: Key) -> bool:
        """Whether a finding in a file that was not told again has been mended."""
        code = key[0]
        if self._baseline.is_gone(name) or code not in CATALOGUE:
            return True
        rule = CATALOGUE[code]
        path = self._baseline.path(name)
        if path not in self._run.files or code not in self._run.codes or (name, key) in self._passed:
            return False
        if rule.level is Level.CORPUS and not self._is_whole:
            return False
        broken = self._broken.get(path)
        if broken is None:
            return True
        return decides(code) and rule.level <= broken and broken is not Level.FILE


def read_baseline(file: str) -> Baseline:
    """Read the baseline `file`.

    Raises:
        ConfigError: it cannot be read or is no baseline; the place of the fault is told.
    """
    try:
        table = read_table(file)
        check(table, SCHEMA)
        return Baseline(file, _entries(table))
    except ConfigError as error:
        if error.line is None:  # nothing of it could be read
            raise
        reason = f"{error.reason}; if this is a damaged baseline, remove it and write it anew with --write-baseline"
        raise ConfigError(error.path, reason, error.line, error.column) from error


def _entries(table: Table) -> dict[str, dict[Key, Entry]]:
    files: dict[str, dict[Key, Entry]] = {}
    for name, listed in table.content["files"].items():
        files[name] = {}
        for number, one in enumerate(listed):
            key = one["code"], one["fingerprint"]
            if key in files[name]:
                reason = "stands twice; equal findings have one entry, with their count"
                raise table.error(("files", name, number), reason)
            if not stops_readers(one["code"]):  # else it is not known, whoever wrote it there
                files[name][key] = Entry(one["slug"], one.get("count", 1), one["message"])
    return files


def _can_be_known(finding: Finding) -> bool:
    """Whether a finding may stand in a baseline: it counts, and its file could be read."""
    return finding.suppression is None and not stops_readers(finding.kind.code)


def _lines(entries: Mapping[Key, Entry]) -> Iterator[str]:
    for (code, fingerprint), entry in sorted(entries.items()):
        told: dict[str, Any] = {"code": code, "slug": entry.slug, "fingerprint": fingerprint}
        if entry.number > 1:
            told["count"] = entry.number
        yield json.dumps(told | {"message": entry.message}, ensure_ascii=False)
