"""The configuration: ``corpus-tools.toml``, or the table ``tool.corpus-tools`` of ``pyproject.toml``.

Every table of it becomes a value of its own in `Config`. To add a key, describe it in
``schema/config.schema.json`` and read it in `config_tables`.
"""

from __future__ import annotations

import glob
import os
import re
from dataclasses import dataclass, field

from corpus_tools.corpus.config_tables import (
    CorpusConfig,
    RulesConfig,
    RunConfig,
    SeedConfig,
    read_corpus,
    read_rules,
    read_run,
    read_seed,
)
from corpus_tools.errors import ConfigError
from corpus_tools.nearest import LIKE_OURS
from corpus_tools.tables import Path, Table, check, read_table

FILE = "corpus-tools.toml"
SHARED_FILE = "pyproject.toml"
SCHEMA = "config.schema.json"
_SHARED_PATH = ("tool", "corpus-tools")
_MISNAMED = ("corpus_tools.toml", ".corpus-tools.toml")


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration says.

    Attributes:
        file: the file; None if there is no configuration.
        seed: how seeds are read.
        corpus: what belongs to the corpus.
        rules: which rules run.
        run: how a run of `validate` goes.
        table: what stands in the file, to say where a fault is; None if there is no configuration.
    """

    file: str | None = None
    seed: SeedConfig = field(default_factory=SeedConfig)
    corpus: CorpusConfig = field(default_factory=CorpusConfig)
    rules: RulesConfig = field(default_factory=RulesConfig)
    run: RunConfig = field(default_factory=RunConfig)
    table: Table | None = field(default=None, compare=False, repr=False)

    @property
    def directory(self) -> str:
        """The directory that paths of the configuration are relative to; empty is the working directory."""
        return os.path.dirname(self.file) if self.file else ""

    def located(self, name: str) -> str:
        """A path of the configuration, from the working directory where that is shorter."""
        return shortest(os.path.normpath(os.path.join(self.directory, name)))

    def located_glob(self, name: str) -> str:
        """The same of a glob; the directory in front of it is no part of the glob."""
        top = self.located(".")
        return name if top == "." else os.path.join(glob.escape(top), name)

    def error(self, path: Path, reason: str) -> ConfigError:
        """The error that what stands at `path` in the file is wrong."""
        return ConfigError(self.file or "", reason) if self.table is None else self.table.error(path, reason)


def shortest(path: str) -> str:
    """`path` as it is, or from the working directory where that is shorter."""
    try:
        return min((os.path.relpath(path), path), key=len)
    except OSError:  # the working directory has been removed
        return path


def find_config(directory: str) -> str | None:
    """The configuration that holds for `directory`: of it, or of the nearest directory above that has one.

    Raises:
        ConfigError: a ``pyproject.toml`` on the way speaks of this program and cannot be read, or a file or table is
            most likely meant for this program and has another name.
    """
    try:
        place = os.path.abspath(directory)
    except FileNotFoundError:  # the working directory has been removed
        return None
    while True:
        own, shared = os.path.join(place, FILE), os.path.join(place, SHARED_FILE)
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and _is_meant(shared):
            return shared
        for name in _MISNAMED:
            if os.path.isfile(misnamed := os.path.join(place, name)):
                raise ConfigError(shortest(misnamed), f"is not read; a configuration is named {FILE}")
        if place == (place := os.path.dirname(place)):
            return None


def load_config(file: str) -> Config:
    """Read the configuration `file`; of a file named ``pyproject.toml``, its table for this program.

    Raises:
        ConfigError: the file, or a style file that it names, cannot be read or is not what it should be.
    """
    table = read_table(file)
    if os.path.basename(file) == SHARED_FILE:
        if not _has_table(table):
            raise ConfigError(file, f"has no table {'.'.join(_SHARED_PATH)}")
        table = table.below(*_SHARED_PATH)
    elif place := _like_ours(table):
        raise table.error(place, f"only {SHARED_FILE} has a table of this program; here its keys stand at the top")
    check(table, SCHEMA)
    return Config(file, read_seed(table.below("seed")), read_corpus(table), read_rules(table), read_run(table), table)


def _is_meant(file: str) -> bool:
    """Whether a ``pyproject.toml`` has a table for this program; one that does not name it is not parsed."""
    try:
        with open(file, "rb") as stream:
            names_it = re.search(LIKE_OURS.encode(), stream.read())
    except OSError:
        return False
    return names_it is not None and _has_table(read_table(shortest(file)))


def _has_table(table: Table) -> bool:
    """Whether a ``pyproject.toml`` has the table of this program.

    Raises:
        ConfigError: it has none, but one that is most likely meant to be it.
    """
    place = _like_ours(table)
    if place not in (None, _SHARED_PATH):
        raise table.error(place, f"is not read; the table is named {'.'.join(_SHARED_PATH)}")
    return place is not None


def _like_ours(table: Table) -> Path | None:
    """Where a table stands whose name is that of this program, or like it; the right one before all others."""
    tool = table.content.get(_SHARED_PATH[0], {})
    paths: list[Path] = [(_SHARED_PATH[0], key) for key in tool] if isinstance(tool, dict) else []
    paths += [(key,) for key in table.content]
    found = [path for path in paths if re.fullmatch(LIKE_OURS, str(path[-1]))]
    return _SHARED_PATH if _SHARED_PATH in found else next(iter(found), None)
