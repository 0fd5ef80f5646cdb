"""House styles: how a user says what the reader of seeds should not find out by itself.

A style is a table (``schema/seed_style.schema.json`` describes it) in a file of its own, in the configuration, or
in ``schema/seed/styles/`` for those that come with the program. Here it becomes a value.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus_tools.errors import ConfigError
from corpus_tools.schemas import load_schema, schema_path
from corpus_tools.tables import Table, check, guess, is_table_file, read_table

SCHEMA = "seed_style.schema.json"
_ANYWHERE = "anywhere"
_ALL_LANGUAGES = "und"
_CASE_MATTERS = {"agencies", "picture_agencies", "places", "wires"}


@dataclass(frozen=True, slots=True)
class ForcedRole:
    """A role that blocks have because of what they say.

    Attributes:
        match: pattern for the whole block, for `matches`.
        role: the role.
        where: where the pattern holds: ``anywhere``, ``first`` (the first block), ``top`` (before the first
            paragraph; the first block too) or ``bottom`` (after the last paragraph).
    """

    match: str
    role: str
    where: str = _ANYWHERE


@dataclass(frozen=True, slots=True)
class StyleCue:
    """Words that say what a line is, as in the cue file of a language.

    Attributes:
        role: role of the line.
        form: ``opener``, ``label``, ``closer`` or ``line``.
        words: the words, lower case.
        field: metadata path of the value in the line, or None.
        contributor: what the people named did, for `field` ``contributors``.
    """

    role: str
    form: str
    words: tuple[str, ...]
    field: str | None = None
    contributor: str | None = None


@dataclass(frozen=True, slots=True)
class SeedStyle:
    """What a user says about seeds; what is empty or None is left to the reader.

    Attributes:
        languages: whose cues to trust, in this order, instead of finding out.
        cues: cues in addition to those of the languages, and before them.
        roles: forced roles; the first that matches decides.
        words: word lists, by the names they have in cue files, in the order of names; lower case but for names.
        layout: ``blank-line``, ``line`` or ``wrapped``.
    """

    languages: tuple[str, ...] = ()
    cues: tuple[StyleCue, ...] = ()
    roles: tuple[ForcedRole, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    layout: str | None = None

    def role_of(self, text: str, places: Collection[str]) -> str | None:
        """The role that a block is forced into, if any; `places`: which of ``first``, ``top``, ``bottom`` it is in."""
        for forced in self.roles:
            if (forced.where == _ANYWHERE or forced.where in places) and matches(forced.match, text):
                return forced.role
        return None

    def on_top_of(self, other: SeedStyle) -> SeedStyle:
        """Both styles in one; where they disagree, this one is right."""
        mine, theirs = dict(self.words), dict(other.words)
        words = {name: tuple(dict.fromkeys(mine.get(name, ()) + theirs.get(name, ()))) for name in {*mine, *theirs}}
        return SeedStyle(
            self.languages or other.languages,
            self.cues + other.cues,
            self.roles + other.roles,
            tuple(sorted(words.items())),
            self.layout or other.layout,
        )


def matches(pattern: str, text: str) -> bool:
    """Whether the whole of `text` is what `pattern` says.

    ``*`` stands for any characters, also none; every other character for itself; case does not matter. Pieces
    are looked for from left to right and never twice, so the time is linear in the length of `text`.
    """
    first, *rest = pattern.casefold().split("*")
    folded = text.casefold()
    if not rest:
        return folded == first
    *pieces, last = rest
    at, end = len(first), len(folded) - len(last)
    if at > end or not folded.startswith(first) or not folded.endswith(last):
        return False
    for piece in pieces:
        found = folded.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def builtin_styles() -> list[str]:
    """The names of the house styles that come with the program."""
    return sorted(path.stem for path in schema_path("seed/styles").glob("*.json"))


@cache
def builtin_style(name: str) -> SeedStyle:
    """The house style `name` of the program; it must be one of `builtin_styles`."""
    return _typed(load_schema(f"seed/styles/{name}.json"))


def load_style(file: str) -> SeedStyle:
    """Read a style file.

    Raises:
        ConfigError: the file cannot be read, or is no house style.
    """
    table = read_table(file)
    check(table, SCHEMA)
    return style_of(table)


def find_style(name: str) -> SeedStyle:
    """The house style that a user means: a file by its suffix ``.toml`` or ``.json``, or one of the program.

    Raises:
        ConfigError: there is no such style, or the file is none.
    """
    if is_table_file(name):
        return load_style(name)
    known = builtin_styles()
    if name not in known:
        question = guess(name, known)
        raise ConfigError(
            name,
            f"no such house style{question}; there are {', '.join(known)}, or name a file that ends in .toml or .json",
        )
    return builtin_style(name)


def style_of(table: Table) -> SeedStyle:
    """The style that a checked table holds, on top of the house styles that it names; other keys are passed over.

    Raises:
        ConfigError: a house style or language is not known.
    """
    _check_names(table, "languages", _languages())
    _check_names(table, "style", builtin_styles())
    style = _typed(table.content)
    for name in _as_list(table.content.get("style", [])):
        style = style.on_top_of(builtin_style(name))
    return style


def _languages() -> list[str]:
    """The languages that have a file of cues."""
    return sorted(path.stem for path in schema_path("seed").glob("*.json") if path.stem != _ALL_LANGUAGES)


def _check_names(table: Table, key: str, known: list[str]) -> None:
    value = table.content.get(key, [])
    for index, name in enumerate(_as_list(value)):
        if name not in known:
            place = (key,) if isinstance(value, str) else (key, index)
            raise table.error(place, f"there is no {name}{guess(name, known)}; there are {', '.join(known)}")


def _as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _typed(content: dict[str, Any]) -> SeedStyle:
    words = content.get("words", {})
    return SeedStyle(
        languages=tuple(content.get("languages", ())),
        cues=tuple(StyleCue(**{**cue, "words": _lower(cue["words"])}) for cue in content.get("cues", ())),
        roles=tuple(ForcedRole(**role) for role in content.get("roles", ())),
        words=tuple(
            (name, tuple(words[name]) if name in _CASE_MATTERS else _lower(words[name])) for name in sorted(words)
        ),
        layout=content.get("layout"),
    )


def _lower(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in words))
