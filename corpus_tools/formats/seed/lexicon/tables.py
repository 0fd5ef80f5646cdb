"""The cue files ``schema/seed/*.json``: one table for each language, and one that is loaded with every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from corpus_tools.formats.seed.lexicon.chrome import Entry
from corpus_tools.formats.seed.lexicon.forms import Form, in_form
from corpus_tools.schemas import load_schema, schema_path
from corpus_tools.seed_style import SeedStyle

ALL = "und"
"""The table that is loaded with every language."""


@cache
def table_of(language: str) -> Mapping[str, Any]:
    """The table of a language.

    Raises:
        SchemaDataError: there is none.
    """
    return load_schema(f"seed/{language}.json")  # type: ignore[no-any-return]


@cache
def cue_languages() -> tuple[str, ...]:
    """The languages that have a table, but for ``und``."""
    return tuple(sorted(path.stem for path in schema_path("seed").glob("*.json") if path.stem != ALL))


def all_say(key: str, languages: Sequence[str]) -> bool:
    """Whether the tables of all of some languages, of which there is one at least, have the flag `key`."""
    return bool(languages) and all(table_of(each).get(key, False) for each in languages)


def tables_of(style: SeedStyle | None) -> list[Mapping[str, Any]]:
    """What a user's style adds, as a table; none without one."""
    if style is None:
        return []
    cues = [
        {"role": cue.role, "form": cue.form, "field": cue.field, "contributor": cue.contributor, "words": cue.words}
        for cue in style.cues
    ]
    return [{"language": "style", "cues": cues, "words": dict(style.words)}]


def entries_of(tables: Iterable[Mapping[str, Any]], form: Form) -> Iterator[Entry]:
    """Every phrase of some tables, as a text of that form writes it."""
    for table in tables:
        for cue in table["cues"]:
            for phrase in cue["examples"] if "examples" in cue else cue["words"]:
                yield in_form(phrase, form), cue["form"], cue, table["language"]


@cache
def word_lists() -> tuple[str, ...]:
    """The names of the lists of words that a table may have."""
    return tuple(load_schema("seed.schema.json")["properties"]["words"]["properties"])


def words_of(tables: Iterable[Mapping[str, Any]], name: str, form: Form) -> frozenset[str]:
    """The words of one list in all of some tables."""
    return frozenset(in_form(word, form) for table in tables for word in table.get("words", {}).get(name, ()))
