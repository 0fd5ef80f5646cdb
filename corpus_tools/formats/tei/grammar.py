"""The profile as patterns that say what may stand at a place, which a validator does not.

Patterns are taken from RELAX NG and derived after Clark, “An algorithm for RELAX NG validation”: the *derivative* of a
pattern by an attribute or a child is what the rest must match. Equal patterns are one object, so that the
derivatives of a document of any length are few, and each is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

from lxml import etree

from corpus_tools.formats.tei.relaxng import DATATYPES, RNG
from corpus_tools.formats.tei.template_reader import attribute_name
from corpus_tools.formats.tei.xml import Element
from corpus_tools.schemas import schema_path

_VALUES = {f"{{{RNG}}}{name}" for name in ("data", "value", "list")}


class Datum:
    """What the value of an attribute, or the text of an element, must be: a datatype or some fixed values."""

    def __init__(self, node: Element) -> None:
        self.node = node
        self.fixed = [each.text or "" for each in node.iter(f"{{{RNG}}}value")]
        self._validator: etree.RelaxNG | None = None

    def fits(self, text: str) -> bool:
        """Whether libxml2 takes `text` for such a value."""
        if self._validator is None:
            schema = etree.Element(f"{{{RNG}}}element", {"name": "v", "datatypeLibrary": DATATYPES})
            schema.append(etree.fromstring(etree.tostring(self.node)))
            self._validator = etree.RelaxNG(schema)
        holder = etree.Element("v")
        holder.text = text
        return bool(self._validator.validate(holder))


class Pattern:
    """A pattern of a `kind`: empty, never, text, datum, attribute, element, group, choice, more.

    `names` are those of an element or attribute as lxml writes them, `parts` the patterns in it.
    """

    __slots__ = ("_content", "datum", "kind", "names", "nullable", "parts")

    def __init__(
        self,
        kind: str,
        parts: tuple[Pattern, ...] = (),
        names: tuple[str, ...] = (),
        datum: Datum | None = None,
        content: Callable[[], Pattern] | None = None,
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.names = names
        self.datum = datum
        self._content = content
        self.nullable = _is_nullable(kind, parts)

    @property
    def content(self) -> Pattern:
        """The pattern of attributes and content of an element; made when it is asked for, since elements nest."""
        return EMPTY if self._content is None else self._content()


def _is_nullable(kind: str, parts: tuple[Pattern, ...]) -> bool:
    if kind == "choice":
        return any(part.nullable for part in parts)
    return kind in ("empty", "text") or (kind in ("group", "more") and all(part.nullable for part in parts))


EMPTY: Final = Pattern("empty")
NEVER: Final = Pattern("never")
TEXT: Final = Pattern("text")
_known: dict[tuple[str, tuple[Pattern, ...]], Pattern] = {}


def _one(kind: str, parts: tuple[Pattern, ...]) -> Pattern:
    return _known.setdefault((kind, parts), Pattern(kind, parts))


def group(parts: Iterable[Pattern]) -> Pattern:
    """All patterns, one after the other."""
    kept = tuple(
        inner for part in parts if part is not EMPTY for inner in (part.parts if part.kind == "group" else [part])
    )
    if NEVER in kept:
        return NEVER
    return _one("group", kept) if len(kept) > 1 else (kept or (EMPTY,))[0]


def choice(parts: Iterable[Pattern]) -> Pattern:
    """One of the patterns."""
    flat = (inner for part in parts for inner in (part.parts if part.kind == "choice" else [part]))
    kept = tuple(dict.fromkeys(part for part in flat if part is not NEVER))
    return _one("choice", kept) if len(kept) > 1 else (kept or (NEVER,))[0]


def more(part: Pattern) -> Pattern:
    """The pattern, once or more often."""
    return part if part in (EMPTY, NEVER) else _one("more", (part,))


def _derived(pattern: Pattern, leaf: Callable[[Pattern], Pattern], *, anywhere: bool) -> Pattern:
    """What is left when `leaf` has taken its share; `anywhere` in a group, as attributes may stand, or in order."""
    if pattern.kind == "choice":
        return choice(_derived(part, leaf, anywhere=anywhere) for part in pattern.parts)
    if pattern.kind == "more":
        rest = choice([pattern, EMPTY])
        return group([_derived(pattern.parts[0], leaf, anywhere=anywhere), rest])
    if pattern.kind != "group":
        return leaf(pattern)
    ways = []
    for index, part in enumerate(pattern.parts):
        before = pattern.parts[:index] if anywhere else ()
        ways.append(group([*before, _derived(part, leaf, anywhere=anywhere), *pattern.parts[index + 1 :]]))
        if not (anywhere or part.nullable):
            break
    return choice(ways)


@cache
def after_child(pattern: Pattern, child: Pattern) -> Pattern:
    """What must follow an element that matches the element pattern `child`."""
    return _derived(pattern, lambda leaf: EMPTY if leaf is child else NEVER, anywhere=False)


def after_attribute(pattern: Pattern, name: str, value: str) -> Pattern:
    """What the rest of an element must match that has this attribute."""

    def leaf(part: Pattern) -> Pattern:
        taken = part.kind == "attribute" and name in part.names and part.datum is not None and part.datum.fits(value)
        return EMPTY if taken else NEVER

    return _derived(pattern, leaf, anywhere=True)


@cache
def closed(pattern: Pattern) -> Pattern:
    """What the content must match when there are no more attributes; `NEVER` if one is missing."""
    return _replaced(pattern, lambda _: NEVER)


@cache
def without_attributes(pattern: Pattern) -> Pattern:
    """The pattern as if it asked for no attribute."""
    return _replaced(pattern, lambda _: EMPTY)


@cache
def needs_attribute(pattern: Pattern, name: str) -> bool:
    """Whether no element without the attribute `name` matches the pattern."""
    return _replaced(pattern, lambda attribute: NEVER if name in attribute.names else EMPTY) is NEVER


def _replaced(pattern: Pattern, instead_of: Callable[[Pattern], Pattern]) -> Pattern:
    """The pattern with something in place of each attribute."""
    if pattern.kind == "attribute":
        return instead_of(pattern)
    parts = [_replaced(part, instead_of) for part in pattern.parts]
    if pattern.kind == "more":
        return more(parts[0])
    return {"choice": choice, "group": group}[pattern.kind](parts) if parts else pattern


@cache
def first(pattern: Pattern) -> tuple[Pattern, ...]:
    """The element patterns that may come next, in the order of the grammar."""
    if pattern.kind == "element":
        return (pattern,)
    found: list[Pattern] = []
    for part in pattern.parts:
        found += first(part)
        if pattern.kind == "group" and not part.nullable:
            break
    return tuple(dict.fromkeys(found))


@cache
def leaves(pattern: Pattern, kind: str) -> tuple[Pattern, ...]:
    """All patterns of a kind in `pattern`, but not those inside an element of it."""
    if pattern.kind == kind:
        return (pattern,)
    return tuple(dict.fromkeys(leaf for part in pattern.parts for leaf in leaves(part, kind)))


def missing_attributes(pattern: Pattern) -> list[str]:
    """The names of attributes that must still come, by the shortest way."""
    if pattern.kind == "attribute":
        return [pattern.names[0]]
    found = [missing_attributes(part) for part in pattern.parts]
    if pattern.kind == "choice":
        return min(found, key=len)
    return [name for names in found for name in names]


class Grammar:
    """A RELAX NG grammar of elements, attributes and values, as the profile is one; `start` is its root element."""

    def __init__(self, root: Element) -> None:
        self._namespace = root.get("ns")
        self._defines = {define.get("name"): define for define in root.iter(f"{{{RNG}}}define")}
        self._elements: dict[Element, Pattern] = {}
        self.start = self._sequence(root.find(f"{{{RNG}}}start"))

    def _sequence(self, node: Element) -> Pattern:
        return group(self._children(node))

    def _children(self, node: Element) -> Iterator[Pattern]:
        """The patterns in `node`, without the choice of names that an element may begin with."""
        return (self._pattern(child) for child in node if child.find(f"{{{RNG}}}name") is None)

    def _pattern(self, node: Element) -> Pattern:
        kind = etree.QName(node).localname
        if kind == "element":
            return self._element(node)
        if kind == "attribute":
            return Pattern("attribute", names=(attribute_name(node.get("name")),), datum=Datum(node[0]))
        if kind == "ref":
            return self._sequence(self._defines[node.get("name")])
        if _is_datum(node):
            return Pattern("datum", datum=Datum(node))
        makers: dict[str, Callable[[], Pattern]] = {
            "empty": lambda: EMPTY,
            "text": lambda: TEXT,
            "group": lambda: self._sequence(node),
            "choice": lambda: choice(self._children(node)),
            "optional": lambda: choice([self._sequence(node), EMPTY]),
            "oneOrMore": lambda: more(self._sequence(node)),
            "zeroOrMore": lambda: choice([more(self._sequence(node)), EMPTY]),
        }
        return makers[kind]()

    def _element(self, node: Element) -> Pattern:
        made = self._elements.get(node)
        if made is None:
            names = [node.get("name"), *(name.text for name in node.iterfind(f"{{{RNG}}}choice/{{{RNG}}}name"))]
            qualified = tuple(f"{{{self._namespace}}}{name}" for name in names if name is not None)
            content = cache(lambda: self._sequence(node))
            made = self._elements[node] = Pattern("element", names=qualified, content=content)
        return made


def _is_datum(node: Element) -> bool:
    """Whether a pattern is about a value, and about nothing else."""
    if node.tag in _VALUES:
        return True
    inner = [child for child in node if child.tag != f"{{{RNG}}}empty"]
    return node.tag == f"{{{RNG}}}choice" and bool(inner) and all(map(_is_datum, inner))


@cache
def profile_grammar(name: str) -> Grammar:
    """The grammar in the file `name` of ``schema/``."""
    parsed: Any = etree.parse(schema_path(name))
    return Grammar(parsed.getroot())
