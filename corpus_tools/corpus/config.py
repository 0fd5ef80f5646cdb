"""The configuration: ``corpus-tools.toml``, or the table ``tool.corpus-tools`` of ``pyproject.toml``.

Every table of it becomes a value of its own in `Config`. To add one, describe it in
``schema/config.schema.json`` and read it in `load_config`.
"""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass

from corpus_tools.errors import ConfigError
from corpus_tools.model.datatypes import is_language
from corpus_tools.seed_style import SeedStyle, load_style, style_of
from corpus_tools.tables import Table, check, read_table

FILE = "corpus-tools.toml"
SHARED_FILE = "pyproject.toml"
SCHEMA = "config.schema.json"
_SHARED_PATH = ("tool", "corpus-tools")
_DETECTED = "auto"
_ABSENT = "none"


@dataclass(frozen=True, slots=True)
class SeedConfig:
    """The table ``seed``.

    Attributes:
        style: how seeds are read; None if nothing is said.
        encoding: codec of seeds, or ``auto``; None if nothing is said.
        language: BCP 47 tag of seeds, ``auto`` or ``none``; None if nothing is said.
    """

    style: SeedStyle | None = None
    encoding: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration says.

    Attributes:
        file: the file; None if there is no configuration.
        seed: the table ``seed``.
    """

    file: str | None = None
    seed: SeedConfig = SeedConfig()


def find_config(directory: str) -> str | None:
    """The configuration that holds for `directory`: of it, or of the nearest directory above that has one.

    Raises:
        ConfigError: a ``pyproject.toml`` on the way speaks of this program, and cannot be read.
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
    check(table, SCHEMA)
    return Config(file, _seed(table.below("seed")))


def _is_meant(file: str) -> bool:
    """Whether a ``pyproject.toml`` has a table for this program; one that does not name it is not parsed."""
    try:
        with open(file, "rb") as stream:
            names_it = _SHARED_PATH[-1].encode() in stream.read()
    except OSError:
        return False
    return names_it and _has_table(read_table(file))


def _has_table(table: Table) -> bool:
    tool = table.content.get(_SHARED_PATH[0])
    return isinstance(tool, dict) and _SHARED_PATH[1] in tool


def _seed(table: Table) -> SeedConfig:
    style = style_of(table)
    if (name := table.content.get("style-file")) is not None:
        path = os.path.join(os.path.dirname(table.file), name)
        if not os.path.isfile(path):
            raise table.error(("style-file",), f"there is no file {path}")
        style = style.on_top_of(load_style(path))
    encoding, language = table.content.get("encoding"), table.content.get("language")
    if encoding is not None and encoding != _DETECTED and not _is_encoding(encoding):
        raise table.error(("encoding",), f"there is no text encoding {encoding}; {_DETECTED} has it detected")
    if language is not None and language not in (_DETECTED, _ABSENT) and not is_language(language):
        raise table.error(
            ("language",),
            f"{language} is no language tag (BCP 47), such as pt-BR, and neither {_DETECTED} nor {_ABSENT}",
        )
    return SeedConfig(None if style == SeedStyle() else style, encoding, language)


def _is_encoding(name: str) -> bool:
    try:
        "".encode(codecs.lookup(name).name)
    except (LookupError, ValueError):
        return False
    return True
