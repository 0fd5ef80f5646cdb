"""The TEI mapping: a typed view of ``schema/tei/mapping.json``.

The mapping says, for every part of the article model, where it stands in TEI. Header and standoff parts are
trees of nodes that the writer fills, the reader matches, the profile turns into patterns and the
documentation into rows. The text, whose order is free, is a table of roles, groups and containment facts.
No element name of TEI is written in Python; `corpus_tools.formats.tei` works from these values.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from corpus_tools.schemas import load_schema

MAPPING = "tei/mapping.json"
ANY_OTHER = "*"


class Field(msgspec.Struct, frozen=True):
    """Data in an attribute: the dotted path of a value below the node's scope, how it is written, if it must be."""

    field: str
    as_: str = msgspec.field(default="string", name="as")
    required: bool = False


class ElementChoice(msgspec.Struct, frozen=True):
    """An element name that depends on a field: one name by value, and one where the field is absent."""

    field: str
    values: dict[str, str]
    absent: str


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One element of the header or of the standoff part.

    Attributes:
        element: its name, or a choice of names.
        attributes: fixed strings, or fields.
        text: path of the value that is its text content.
        as_: how that value is written.
        constant: text that is always the same and carries nothing.
        flag: path of a value that is true where the element stands.
        each: path of a list; one element for each item, which is the scope inside.
        scope: path of an object that is the scope inside.
        where: only items whose field has this value; ``*`` takes what no sibling takes.
        content: child nodes, or names of templates that are spliced in.
        otherwise: child nodes that stand where `content` holds nothing.
        always: stands even where it holds nothing.
        empty: its text may be absent.
        one: exactly one of the child nodes stands in it.
        derived: a copy of something that stands elsewhere; checked, not read.
    """

    element: str | ElementChoice
    attributes: dict[str, str | Field] = {}
    text: str | None = None
    as_: str = msgspec.field(default="string", name="as")
    constant: str | None = None
    flag: str | None = None
    each: str | None = None
    scope: str | None = None
    where: dict[str, str] = {}
    content: tuple[Node | str, ...] = ()
    otherwise: tuple[Node, ...] = ()
    always: bool = False
    empty: bool = False
    one: bool = False
    derived: bool = False


class RoleEncoding(msgspec.Struct, frozen=True):
    """How a block of one role is written where `place` lets it be native.

    `place` is ``top`` (before the text of the article or of a section), ``bottom`` (in the bottom run of the
    article), ``top or bottom``, ``body``, ``section`` (opens one), the name of a group element's type, or
    ``nowhere``. `inner` is an element inside `element` that holds the text, `cell` one for each cell.
    The other keys are for media: element by media type, and where its properties stand.
    """

    element: str | dict[str, str] = ""
    attributes: dict[str, str] = {}
    place: str = "nowhere"
    inner: str | None = None
    cell: str | None = None
    uri: str = ""
    media_type: str = ""
    type: dict[str, str] = {}
    needs: dict[str, tuple[str, ...]] = {}
    alt: str = ""


class GroupEncoding(msgspec.Struct, frozen=True):
    """How a group is written as an element around its blocks.

    `fallback`: blocks that are not native in it may stand in it in their general form.
    `alone`: a block that is native in it gets an element of its own where it is in no such group.
    """

    element: str
    place: str
    fallback: bool = False
    alone: bool = False


class Fallback(msgspec.Struct, frozen=True):
    """The general form of a block: the element, and the attributes for role and level."""

    element: str
    role: str
    level: str


class Section(msgspec.Struct, frozen=True):
    """An element around blocks, and the attribute that holds the level of its subhead if it is a section."""

    element: str
    attributes: dict[str, str] = {}
    level: str = ""


class TextEncoding(msgspec.Struct, frozen=True):
    """How the blocks of the text are written: `around` the article from outside in, and the blocks in it.

    `part_of` is the attribute by which a group element points at the group that it is part of.
    """

    root: str
    around: tuple[Section, ...]
    part_of: str
    article: Section
    section: Section
    fallback: Fallback
    roles: dict[str, RoleEncoding]
    groups: dict[str, GroupEncoding]


class EntityAttribute(msgspec.Struct, frozen=True):
    """The attribute that points at an annotation's entity: ``ref`` on the elements that have it."""

    ref: tuple[str, ...]
    otherwise: str


class AnnotationEncoding(msgspec.Struct, frozen=True):
    """How annotations are written inline, and which element TEI forbids directly in which."""

    general: str
    depth: int
    type: str
    entity: EntityAttribute
    agent: str
    confidence: str
    never_below_itself: tuple[str, ...]
    values: dict[str, str]
    forbidden: dict[str, tuple[str, ...]]


class Constraint(msgspec.Struct, frozen=True):
    """What TEI asks beyond its grammar: the XPath of elements that break it, a sentence, and what to do."""

    breach: str
    message: str
    hint: str


class Mapping(msgspec.Struct, frozen=True):
    """The whole mapping."""

    title: str
    description: str
    namespace: str
    prefix: str
    templates: dict[str, tuple[Node, ...]]
    header: Node
    text: TextEncoding
    annotation: AnnotationEncoding
    standoff: Node
    constraints: tuple[Constraint, ...] = ()

    def children(self, nodes: tuple[Node | str, ...]) -> Iterator[Node]:
        """The nodes of a content list, templates spliced in."""
        for node in nodes:
            if isinstance(node, str):
                yield from self.templates[node]
            else:
                yield node

    def walk(self) -> Iterator[Node]:
        """Every node of header and standoff part, parents first, templates spliced in."""
        waiting = [self.standoff, self.header]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed([*self.children(node.content), *node.otherwise])

    def claimed(self, node: Node, field: str) -> set[str]:
        """The values of `field` that nodes repeating over the same list as `node` take for themselves."""
        values = (other.where.get(field) for other in self.walk() if other.each == node.each)
        return {value for value in values if value is not None and value != ANY_OTHER}


def mapping_from(content: Any) -> Mapping:
    """Type the parsed content of a mapping file."""
    return msgspec.convert(content, Mapping)


@cache
def tei_mapping() -> Mapping:
    """The mapping that comes with the package."""
    return mapping_from(load_schema(MAPPING))
