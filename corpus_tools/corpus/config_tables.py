"""What the tables of a configuration become: one small value for each, and how it is read.

The tables have been checked against ``schema/config.schema.json``. Names of rules are kept as they are written:
what they mean is for `corpus_tools.services.selection` to say, which knows the rules.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus_tools.model.datatypes import is_language
from corpus_tools.seed_style import SeedStyle, load_style, style_of
from corpus_tools.tables import Path, Table

DETECTED = "auto"
ABSENT = "none"


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
class CorpusConfig:
    """What belongs to the corpus; paths and globs are relative to the file.

    Attributes:
        documents: files, directories and globs that are checked when no input is named.
        exclude: globs of what is left out when they are scanned.
        layers: layer files.
    """

    documents: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesConfig:
    """Which rules run, and how bad their findings are; the rules are named as the user names them.

    Attributes:
        select: the rules that run; None for those that run by default.
        extend_select: rules that run in addition.
        ignore: rules that do not run.
        severity: severities by rule.
        per_path_ignores: rules whose findings are ignored, by glob of the path relative to the file.
        options: options of rules, by slug and name.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunConfig:
    """How a run goes and what it comes to; None is what the user has not said.

    Attributes:
        fail_on: the least severity that fails, or ``never``.
        max_findings: how many findings are shown.
        baseline: file of known findings, relative to the file of the configuration.
        cache: whether results are kept, or the directory in which they are, relative as well.
        jobs: number of processes, or ``auto``.
    """

    fail_on: str | None = None
    max_findings: int | None = None
    baseline: str | None = None
    cache: bool | str | None = None
    jobs: int | str | None = None


def read_seed(table: Table) -> SeedConfig:
    """The table ``seed``.

    Raises:
        ConfigError: a style file cannot be read, or an encoding, language or house style is not known.
    """
    style = style_of(table)
    if (name := table.content.get("style-file")) is not None:
        style = style.on_top_of(load_style(_existing(table, ("style-file",), name)))
    encoding, language = table.content.get("encoding"), table.content.get("language")
    if encoding is not None and encoding != DETECTED and not is_encoding(encoding):
        raise table.error(("encoding",), f"there is no text encoding {encoding}; {DETECTED} has it detected")
    if language is not None and language not in (DETECTED, ABSENT) and not is_language(language):
        raise table.error(
            ("language",),
            f"{language} is no language tag (BCP 47), such as pt-BR, and neither {DETECTED} nor {ABSENT}",
        )
    return SeedConfig(None if style == SeedStyle() else style, encoding, language)


def read_corpus(table: Table) -> CorpusConfig:
    """The keys of the corpus.

    Raises:
        ConfigError: there is no such layer file.
    """
    layers = _texts(table, "layers")
    for index, name in enumerate(layers):
        _existing(table, ("layers", index), name)
    return CorpusConfig(_texts(table, "documents"), _texts(table, "exclude"), layers)


def read_rules(table: Table) -> RulesConfig:
    """The keys that choose rules."""
    said = table.content
    return RulesConfig(
        select=_texts(table, "select") if "select" in said else None,
        extend_select=_texts(table, "extend-select"),
        ignore=_texts(table, "ignore"),
        severity=said.get("severity", {}),
        per_path_ignores={glob: tuple(names) for glob, names in said.get("per-path-ignores", {}).items()},
        options=said.get("rules", {}),
    )


def read_run(table: Table) -> RunConfig:
    """The keys about a run."""
    said = table.content
    keys = ("fail-on", "max-findings", "baseline", "cache", "jobs")
    return RunConfig(**{key.replace("-", "_"): said.get(key) for key in keys})


def _texts(table: Table, key: str) -> tuple[str, ...]:
    return tuple(table.content.get(key, ()))


def _existing(table: Table, path: Path, name: str) -> str:
    """The path of a file that the configuration names relative to itself."""
    found = os.path.join(os.path.dirname(table.file), name)
    if not os.path.isfile(found):
        raise table.error(path, f"there is no file {found}")
    return found


def is_encoding(name: str) -> bool:
    """Whether Python has a text encoding of this name."""
    try:
        "".encode(codecs.lookup(name).name)
    except (LookupError, ValueError):
        return False
    return True
