"""The formats: one module or folder each, and the table of them all.

The table knows names and suffixes only, so that asking for help loads no parser; `load_format` brings in a
format's module when its reader or writer is needed.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus_tools.formats.base import Format


class FormatEntry(NamedTuple):
    """What can be known of a format without loading it: its module, and its suffixes in lower case."""

    module: str
    suffixes: tuple[str, ...]


FORMATS: dict[str, FormatEntry] = {
    "json": FormatEntry("corpus_tools.formats.json_", (".json",)),
    "tei": FormatEntry("corpus_tools.formats.tei", (".xml",)),
    "seed": FormatEntry("corpus_tools.formats.seed", (".txt",)),
}
"""All formats by name, in the order in which the content of a file is tried: seeds hold any text, so they are last."""

SUFFIXES = {suffix: name for name, entry in FORMATS.items() for suffix in entry.suffixes}
"""Name of the format by file name suffix."""


@cache
def load_format(name: str) -> Format:
    """The format `name` of `FORMATS`, loaded."""
    loaded: Format = import_module(FORMATS[name].module).FORMAT
    return loaded


def detect_format(file: str, data: bytes) -> str:
    """Name of the format of `data`: told by the suffix of `file`, else by the content."""
    dot = file.rfind(".")
    known = SUFFIXES.get(file[dot:].lower()) if dot >= 0 else None
    return known or next((name for name in FORMATS if load_format(name).looks_like(data)), "seed")
