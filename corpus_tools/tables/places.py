"""Where the keys and items of a TOML or JSON text stand.

Parsers of neither say. The text has been parsed already, so it is well-formed, and reading its tokens is enough:
strings, brackets, commas, what divides key and value, and for TOML the ends of lines.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and indices from the root to a value."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")' + r"|'''.*?'{3,5}(?!')" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
    r"|\#[^\n]*|[\[\]{}=:,.\n]|[^\s\[\]{}=:,.#\"']+",
    re.DOTALL,
)


@dataclass(slots=True)
class _Open:
    """An open array or object.

    Attributes:
        path: where it stands.
        index: of the item that comes next, if it is an array.
        fresh: whether an item, or a key, is to begin.
    """

    path: Path
    index: int | None
    fresh: bool = True


def json_places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield the path of each key and item of a well-formed JSON text, with the offset at which it begins."""
    return _value([found for found in _TOKEN.finditer(text) if found[0] != "\n"], (), toml=False)


def toml_places(text: str) -> Iterator[tuple[Path, int]]:
    """Yield the path of each table, key and item of a well-formed TOML text, with the offset at which it begins."""
    counts: dict[Path, int] = {}
    table: Path = ()
    for statement in _statements(text):
        offset = statement[0].start()
        if statement[0][0] == "[":
            table = ()
            names = [_unquoted(found[0], toml=True) for found in statement if found[0] not in ("[", "]", ".")]
            if statement[1][0] == "[":
                parent = _table(counts, names[:-1])
                counts[(*parent, names[-1])] = counts.get((*parent, names[-1]), -1) + 1
            table = _table(counts, names)
            yield table, offset
        else:
            end = next(number for number, found in enumerate(statement) if found[0] == "=")
            path = (*table, *(_unquoted(found[0], toml=True) for found in statement[:end] if found[0] != "."))
            yield path, offset
            yield from _value(statement[end + 1 :], path, toml=True)


def _statements(text: str) -> Iterator[list[re.Match[str]]]:
    """The tokens of each statement of a TOML text: a line, or more where brackets are open."""
    statement: list[re.Match[str]] = []
    depth = 0
    for found in _TOKEN.finditer(text):
        mark = found[0]
        if mark != "\n" and not mark.startswith("#"):
            statement.append(found)
            depth += (mark in ("[", "{")) - (mark in ("]", "}"))
        elif statement and mark == "\n" and depth == 0:
            yield statement
            statement = []
    if statement:
        yield statement


def _table(counts: dict[Path, int], names: list[str]) -> Path:
    """The path of a table by its names: of an array of tables, the last one is meant."""
    path: Path = ()
    for name in names:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    return path


def _value(tokens: list[re.Match[str]], path: Path, *, toml: bool) -> Iterator[tuple[Path, int]]:
    """Places inside one value that stands at `path`."""
    inside = _Open(path, None, fresh=False)
    around: list[_Open] = []
    key: list[re.Match[str]] = []
    for found in tokens:
        mark = found[0]
        if inside.fresh and mark not in ("]", "}", ","):
            if inside.index is None and mark not in ("=", ":"):
                key.append(found)
                continue
            names = [_unquoted(part[0], toml=toml) for part in key if part[0] != "."]
            path = (*inside.path, *(names if inside.index is None else [inside.index]))
            yield path, (key[0] if key else found).start()
            inside.fresh = False
            key = []
        if mark in ("[", "{"):
            around.append(inside)
            inside = _Open(path, 0 if mark == "[" else None)
        elif mark in ("]", "}"):
            inside = around.pop()
        elif mark == ",":
            inside.fresh = True
            inside.index = None if inside.index is None else inside.index + 1


def _unquoted(token: str, *, toml: bool) -> str:
    if token[0] not in "\"'":
        return token
    return str(tomllib.loads(f"key = {token}")["key"] if toml else json.loads(token))
