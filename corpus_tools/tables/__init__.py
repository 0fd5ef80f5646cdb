"""Tables that people write, in TOML or JSON: read, checked against a schema, every fault told with its place."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

import msgspec

from corpus_tools.errors import ConfigError
from corpus_tools.tables.faults import faults, guess
from corpus_tools.tables.places import Path, json_places, toml_places

__all__ = ["Path", "Table", "check", "guess", "is_table_file", "read_table"]

_FORMS = (".toml", ".json")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_JSON_PLACE = re.compile(r" \(byte (\d+)\)$")


@dataclass(frozen=True)
class Table:
    """A table of a file.

    Attributes:
        file: the file as the user named it.
        text: what the file says.
        content: the table, parsed.
        path: where in the file it stands.
        is_toml: whether the text is TOML; else it is JSON.
    """

    file: str
    text: str
    content: dict[str, Any]
    path: Path = ()
    is_toml: bool = False

    def below(self, *keys: str) -> Table:
        """The table at `keys` inside this one; empty if there is none."""
        content: Any = self.content
        for key in keys:
            content = content.get(key, {})
        return replace(self, content=content, path=(*self.path, *keys))

    def error(self, path: Path, reason: str) -> ConfigError:
        """The error that what stands at `path` inside this table is wrong."""
        whole = (*self.path, *path)
        line, column = self._place(whole)
        name = "".join(map(_step, whole)).removeprefix(".")
        return ConfigError(self.file, f"{name}: {reason}" if name else reason, line, column)

    def _place(self, path: Path) -> tuple[int, int]:
        """Line and column of the nearest thing on the way to `path` that stands in the text."""
        while path and path not in self._places:
            path = path[:-1]
        return _line_and_column(self.text, self._places.get(path, 0))

    @cached_property
    def _places(self) -> dict[Path, int]:
        """Where each key and item stands first; a table that has no statement of its own stands where its keys do."""
        places: dict[Path, int] = {}
        for path, offset in (toml_places if self.is_toml else json_places)(self.text):
            for length in range(1, len(path) + 1):
                places.setdefault(path[:length], offset)
        return places


def _step(part: str | int) -> str:
    """One key or index of a path, as TOML would write it."""
    if isinstance(part, int):
        return f"[{part}]"
    return f".{part}" if _BARE.fullmatch(part) else f".{json.dumps(part, ensure_ascii=False)}"


def is_table_file(name: str) -> bool:
    """Whether the name is that of a TOML or JSON file."""
    return name.lower().endswith(_FORMS)


def read_table(file: str, *, is_toml: bool | None = None) -> Table:
    """Read `file`, which `is_toml` or not; if that is not said, it is JSON if its suffix says so, else TOML.

    Raises:
        ConfigError: the file cannot be read, is not UTF-8, or is not TOML or JSON.
    """
    try:
        data = FilePath(file).read_bytes()
    except (OSError, ValueError) as error:
        raise ConfigError(file, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(data[: error.start].decode("utf-8", "replace"), error.start)
        raise ConfigError(file, "is not UTF-8", line, column) from error
    if is_toml is None:
        is_toml = not file.lower().endswith(".json")
    try:
        content = _parse_toml(file, text) if is_toml else _parse_json(file, text)
    except RecursionError as error:
        raise ConfigError(file, "brackets are nested too deeply") from error
    table = Table(file, text, content, is_toml=is_toml)
    if not isinstance(content, dict):
        raise table.error((), "should be a table, that is, a JSON object")
    return table


def check(table: Table, schema: str) -> None:
    """Check a table against the schema file `schema`.

    Raises:
        ConfigError: the first thing in the file that the schema refuses.
    """
    found = [table.error(path, reason) for path, reason in faults(table.content, schema)]
    if found:
        raise min(found, key=lambda error: (error.line or 0, error.column or 0))


def _parse_toml(file: str, text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        reason = f"is not TOML: {str(error)[: place.start()] if place else error}"
        if place is None or place[1] is None:
            raise ConfigError(file, reason, *_line_and_column(text, len(text))) from error
        raise ConfigError(file, reason, int(place[1]), int(place[2])) from error


def _parse_json(file: str, text: str) -> Any:
    try:
        content = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        place = _JSON_PLACE.search(str(error))
        reason = f"is not JSON: {str(error)[: place.start()] if place else error}"
        before = text.encode()[: int(place[1])].decode("utf-8", "replace") if place else text
        raise ConfigError(file, reason, *_line_and_column(text, len(before))) from error
    seen: set[Path] = set()
    for path, offset in json_places(text):
        if path in seen:
            raise ConfigError(file, f"key {path[-1]} stands twice", *_line_and_column(text, offset))
        seen.add(path)
    return content


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `offset`."""
    offset = min(offset, len(text))
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
