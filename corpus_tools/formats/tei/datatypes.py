"""The datatypes of the profile in words."""

from __future__ import annotations

from functools import cache

from corpus_tools.formats.tei.relaxng import RNG, datatype
from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import tei_mapping

_WORDS = {
    "id": "an id such as b1",
    "pointer": "a pointer such as #b1",
    "token": "a type such as place",
    "name": "a name such as section",
    "uri": "a URI",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "language": "a language tag such as pt-BR",
    "date": "a date such as 2026-03-04 or 2026-03-04T10:00:00Z",
    "layer": "a layer and a type such as {}:entity/place",
    "pointers": "pointers such as #b1 #b2",
    "target": "pointers such as #string-range(b1,0,5), #string-index(b1,5) or #b1",
    "string": "a text",
}


def words_for(node: Element) -> str:
    """What the pattern of a value asks for; the kinds are those of `corpus_tools.formats.tei.relaxng.datatype`."""
    return _by_pattern().get(_key(node), _WORDS["string"])


def is_for_dates(node: Element) -> bool:
    """Whether the pattern of a value asks for a date."""
    return words_for(node) == _WORDS["date"]


@cache
def _by_pattern() -> dict[str, str]:
    prefix = tei_mapping().prefix
    return {_key(datatype(kind, prefix)): words.format(prefix) for kind, words in _WORDS.items()}


def _key(node: Element) -> str:
    """A pattern as text, whatever its namespace and layout."""
    inner = "".join(_key(child) for child in node)
    name = str(node.tag).removeprefix(f"{{{RNG}}}")
    text = "" if inner else (node.text or "").strip()
    return f"({name}{sorted(node.items())}{text}{inner})"
