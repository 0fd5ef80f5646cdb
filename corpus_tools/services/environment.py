"""What the findings of a document depend on beside the document: the program, its libraries, and what is asked.

Two runs whose environments are equal find the same in equal documents, so what one found is right for the other.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

import corpus_tools
from corpus_tools.schemas import schema_path
from corpus_tools.services.load import LoadOptions

LIBRARIES: Final = frozenset(
    {"charset_normalizer", "ftfy", "jsonschema", "jsonschema_rs", "lxml", "msgspec", "pycld2", "regex", "rensa"}
)
"""The libraries whose version may change a finding, by the names of their directories of metadata."""


def environment(options: LoadOptions) -> bytes:
    """What tells environments apart: 32 bytes."""
    asked = msgspec.json.encode(options, order="deterministic", enc_hook=_name_of)
    parts = [_program().hex(), sys.version, *_libraries(), asked.decode()]
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _name_of(function: Callable[..., Any]) -> str:
    """What a function of a rule is in the options."""
    return f"{function.__module__}.{function.__qualname__}"


@cache
def _program() -> bytes:
    """A digest of this program and its data; by content, as each checkout and installation has times of its own."""
    made = hashlib.sha256()
    for path in [*_files(Path(corpus_tools.__file__).parent), *_files(schema_path(""))]:
        content = Path(path).read_bytes()
        made.update(f"{Path(path).name}\0{len(content)}\0".encode() + content)
    return made.digest()


def _files(top: str | os.PathLike[str]) -> Iterator[str]:
    with os.scandir(top) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith((".py", ".json", ".rng")):
                yield entry.path


def _libraries() -> list[str]:
    """Names and versions of the libraries; the names of their directories say them, and are read in no time."""
    found = set()
    for place in sys.path:
        try:
            names = os.listdir(place or os.curdir)  # noqa: PTH208  as above
        except OSError:  # a zip file, or nothing
            continue
        found |= {
            name for name in names if name.endswith(("-info", ".egg")) and name.split("-")[0].lower() in LIBRARIES
        }
    return sorted(found)
