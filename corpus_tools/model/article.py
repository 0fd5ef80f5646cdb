"""The article in memory: exactly the JSON document, given types.

An article is a plain ``dict`` of the shape that ``schema/article.schema.json`` describes, so that nothing
stands between the parsed file, the validators and the formats, and equality is equality of documents.
Keys and their meaning are documented in the schema; these types only let the type checker read along.

Offsets are half-open intervals in Unicode code points, relative to the text of one block.
"""

from __future__ import annotations

from typing import Any, NewType, NotRequired, TypedDict

CodePointOffset = NewType("CodePointOffset", int)
"""A position in the text of a block: the number of Unicode code points before it."""

AttributeValue = str | float | bool | list[str]
Attributes = dict[str, AttributeValue]
"""Attributes of an annotation, relation, entity or group."""


class Party(TypedDict):
    """A person or organisation of the metadata."""

    name: str
    type: NotRequired[str]
    role: NotRequired[str]
    affiliation: NotRequired[str]
    uri: NotRequired[str]


class Concept(TypedDict, total=False):
    """A genre or subject; it has a name, a code or a URI."""

    name: str
    scheme: str
    code: str
    uri: str
    agent: str
    confidence: float


class AlternativeTitle(TypedDict):
    """Another title of the article, such as the slug or the search title."""

    role: str
    text: str


class Publication(TypedDict):
    """The paper or site the article stood in."""

    name: str
    issn: NotRequired[str]
    volume: NotRequired[str]
    issue: NotRequired[str]
    edition: NotRequired[str]
    pages: NotRequired[str]
    uri: NotRequired[str]


class Identifier(TypedDict):
    """An id that others gave the article."""

    scheme: str
    value: str


class Dateline(TypedDict, total=False):
    """Place and date of the report, normalised."""

    place: str
    date: str


class Rights(TypedDict, total=False):
    """Who owns the article and what may be done with it."""

    holder: str
    notice: str
    licence: str
    usage_terms: str


class Link(TypedDict):
    """Another document this one is related to."""

    rel: str
    uri: str
    title: NotRequired[str]


class Metadata(TypedDict, total=False):
    """What is known about the article; every key may be absent."""

    title: str
    alternative_titles: list[AlternativeTitle]
    authors: list[Party]
    contributors: list[Party]
    sources: list[Party]
    publisher: Party
    publication: Publication
    url: str
    identifiers: list[Identifier]
    created: str
    published: str
    updated: str
    retrieved: str
    embargoed_until: str
    expires: str
    dateline: Dateline
    section: str
    genres: list[Concept]
    keywords: list[str]
    subjects: list[Concept]
    description: str
    version: str
    status: str
    urgency: int
    editorial_note: str
    rights: Rights
    links: list[Link]
    extra: Any


class Origin(TypedDict):
    """The file the article was read from, and the gaps that rebuild it."""

    file: NotRequired[str]
    media_type: NotRequired[str]
    encoding: NotRequired[str]
    newline: NotRequired[str]
    sha256: NotRequired[str]
    separator: NotRequired[str]
    after: NotRequired[str]


class Media(TypedDict):
    """A picture, film, sound or embed that has a place in the text."""

    type: str
    uri: NotRequired[str]
    media_type: NotRequired[str]
    alt: NotRequired[str]


class Block(TypedDict):
    """One piece of the text, in source order."""

    id: str
    role: str
    text: str
    before: NotRequired[str]
    level: NotRequired[int]
    language: NotRequired[str]
    part_of: NotRequired[str]
    media: NotRequired[Media]
    extra: NotRequired[Any]


class Group(TypedDict):
    """Blocks that belong together; they stand together."""

    id: str
    type: str
    part_of: NotRequired[str]
    attributes: NotRequired[Attributes]
    extra: NotRequired[Any]


class Entity(TypedDict):
    """A thing in the world that mentions point at."""

    id: str
    type: str
    name: NotRequired[str]
    uris: NotRequired[list[str]]
    attributes: NotRequired[Attributes]
    agent: NotRequired[str]
    confidence: NotRequired[float]
    note: NotRequired[str]
    extra: NotRequired[Any]


class Span(TypedDict):
    """A half-open interval of code points in one block, and the text it cuts out."""

    block: str
    start: int
    end: int
    text: str


class Annotation(TypedDict):
    """A label on spans of text, or on the whole article if it has none."""

    id: str
    type: NotRequired[str]
    spans: NotRequired[list[Span]]
    entity: NotRequired[str]
    attributes: NotRequired[Attributes]
    agent: NotRequired[str]
    confidence: NotRequired[float]
    note: NotRequired[str]
    extra: NotRequired[Any]


class Relation(TypedDict):
    """A directed link between any two things of the document that have an id."""

    id: str
    type: NotRequired[str]
    source: str
    target: str
    attributes: NotRequired[Attributes]
    agent: NotRequired[str]
    confidence: NotRequired[float]
    note: NotRequired[str]
    extra: NotRequired[Any]


class Layer(TypedDict, total=False):
    """All items of one annotation layer; an empty list says: annotated, nothing found."""

    definition: str
    agent: str
    annotations: list[Annotation]
    relations: list[Relation]


class Agent(TypedDict):
    """Who or what made items of the document."""

    id: str
    type: str
    name: str
    version: NotRequired[str]
    uri: NotRequired[str]
    extra: NotRequired[Any]


class Revision(TypedDict):
    """A change to this document."""

    when: str
    agent: NotRequired[str]
    what: str


class Article(TypedDict):
    """One document of a corpus."""

    schema_version: str
    id: str
    language: NotRequired[str]
    metadata: Metadata
    origin: NotRequired[Origin]
    blocks: list[Block]
    groups: NotRequired[list[Group]]
    entities: NotRequired[list[Entity]]
    layers: NotRequired[dict[str, Layer]]
    agents: NotRequired[list[Agent]]
    revisions: NotRequired[list[Revision]]
    extra: NotRequired[Any]
