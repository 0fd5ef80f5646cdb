"""RELAX NG patterns as lxml elements, and the patterns of the values that the mapping names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from corpus_tools.model.datatypes import LANGUAGE

RNG = "http://relaxng.org/ns/structure/1.0"
DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_ID = r"[A-Za-z_][A-Za-z0-9._\-]*"
_NAME = r"[A-Za-z][A-Za-z0-9_.\-]*"
_TYPE = r"[A-Za-z][A-Za-z0-9_.:\-]*"

Pattern = etree._Element  # noqa: SLF001  the only name that lxml has for the type

_PATTERNS = {
    "id": _ID,
    "pointer": f"#{_ID}",
    "token": _TYPE,
    "name": r"[A-Za-z_][A-Za-z0-9_.\-]*",
}


def make(pattern: str, /, *children: Pattern, **attributes: str) -> Pattern:
    """A pattern; a trailing underscore of an attribute's name is dropped."""
    element = etree.Element(pattern, {key.rstrip("_"): value for key, value in attributes.items()})
    element.extend(children)
    return element


def data(type_: str, **params: str) -> Pattern:
    """A value of a datatype of XML Schema."""
    made = make("data", type_=type_)
    for name, value in params.items():
        param = make("param", name=name)
        param.text = value
        made.append(param)
    return made


def value(text: str) -> Pattern:
    """Exactly this text."""
    made = make("value", type_="string")
    made.text = text
    return made


def choice(patterns: Sequence[Pattern]) -> Pattern:
    """One of the patterns."""
    return patterns[0] if len(patterns) == 1 else make("choice", *patterns)


def group(patterns: Sequence[Pattern]) -> Pattern:
    """All patterns, in this order."""
    if not patterns:
        return make("empty")
    return patterns[0] if len(patterns) == 1 else make("group", *patterns)


def optional(pattern: Pattern) -> Pattern:
    """The pattern, or nothing."""
    return make("optional", pattern)


def _list_of(pattern: str) -> Pattern:
    return make("list", make("oneOrMore", data("string", pattern=pattern)))


def datatype(kind: str, prefix: str) -> Pattern:
    """The pattern of a value that the mapping writes as `kind`."""
    if kind in _PATTERNS:
        return data("string", pattern=_PATTERNS[kind])
    special = {
        "text": lambda: make("text"),
        "json": lambda: make("text"),
        "uri": lambda: data("anyURI", minLength="1"),
        "number": lambda: data("double", pattern=r"[\-+0-9.eE]+"),
        "integer": lambda: data("integer"),
        "boolean": lambda: data("boolean"),
        "language": lambda: data("language", pattern=LANGUAGE),
        "date": lambda: make("choice", *(data(name) for name in ("date", "gYear", "gYearMonth", "dateTime"))),
        "layer": lambda: data("string", pattern=f"{prefix}:{_NAME}(/{_TYPE})?"),
        "pointers": lambda: _list_of(f"#{_ID}"),
        "target": lambda: _list_of(rf"#({_ID}|string-index\({_ID},[0-9]+\)|string-range\({_ID}(,[0-9]+,[0-9]+)+\))"),
    }
    return special[kind]() if kind in special else data("string", minLength="1")


def attribute(name: str, pattern: Pattern) -> Pattern:
    """An attribute with this value."""
    return make("attribute", pattern, name=name)


def fixed_attributes(attributes: Mapping[str, str]) -> list[Pattern]:
    """Attributes with exactly these values."""
    return [attribute(name, value(text)) for name, text in attributes.items()]
