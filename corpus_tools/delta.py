"""Deltas: what lies between two versions of an article, as data.

A delta is a plain ``dict`` of the shape that ``schema/delta.schema.json`` describes; keys and their meaning are
documented there. It has one key for each part of the model, and each is empty when that part did not change. A change
says what happened (`kinds`) and holds the thing as it stands in both versions, so that people can read it, and programs
can apply it and take it back. Things that only got another id have not changed: `ids` says how they are called now.

Offsets are half-open intervals in Unicode code points, relative to the text of one block.
"""

from __future__ import annotations

from typing import Any, Final, NotRequired, TypedDict

from corpus_tools.model.article import Revision

DELTA_VERSION: Final = "1.0"
"""Version of the delta schema that is written."""

PARTS: Final = (
    "schema_version",
    "id",
    "language",
    "metadata",
    "origin",
    "blocks",
    "groups",
    "entities",
    "layers",
    "agents",
    "revisions",
    "extra",
)
"""The keys of a delta that list changes, in the order of the article."""


class Side(TypedDict):
    """One of the two versions: the article's id, and the digest by which it is known again."""

    id: str
    sha256: str


class ValueChange(TypedDict):
    """A value that was added, removed or changed; `field` names it, unless it is the whole part."""

    kinds: list[str]
    field: NotRequired[str]
    old: NotRequired[Any]
    new: NotRequired[Any]


class Stretch(TypedDict):
    """An interval of the text of one version; `end_block` stands where blocks were split or merged inside it."""

    block: str
    start: int
    end: int
    end_block: NotRequired[str]
    text: str


class Edit(TypedDict):
    """A stretch of the old text, and what stands there in the new one."""

    old: Stretch
    new: Stretch


class PlacedBlock(TypedDict):
    """A block, without what follows from the other version, and its place among the blocks, from 0."""

    index: int
    block: dict[str, Any]


class BlockChange(TypedDict):
    """Blocks that changed: one on each side, or none, or several where they were split or merged."""

    kinds: list[str]
    old: list[PlacedBlock]
    new: list[PlacedBlock]
    edits: list[Edit]


class ThingChange(TypedDict):
    """A group, entity or agent that changed."""

    kinds: list[str]
    old: NotRequired[dict[str, Any]]
    new: NotRequired[dict[str, Any]]


class LayerChange(TypedDict):
    """An annotation or relation that changed, or without `list` the layer itself."""

    layer: str
    list: NotRequired[str]
    kinds: list[str]
    old: NotRequired[dict[str, Any]]
    new: NotRequired[dict[str, Any]]
    with_list: NotRequired[bool]


class PlacedRevision(TypedDict):
    """A revision and its place in their list, from 0."""

    index: int
    revision: Revision


class RevisionChange(TypedDict):
    """An entry of the list of revisions that changed."""

    kinds: list[str]
    old: NotRequired[PlacedRevision]
    new: NotRequired[PlacedRevision]


class Delta(TypedDict):
    """What lies between two versions of an article."""

    delta_version: str
    old: Side
    new: Side
    schema_version: list[ValueChange]
    id: list[ValueChange]
    language: list[ValueChange]
    metadata: list[ValueChange]
    origin: list[ValueChange]
    blocks: list[BlockChange]
    groups: list[ThingChange]
    entities: list[ThingChange]
    layers: list[LayerChange]
    agents: list[ThingChange]
    revisions: list[RevisionChange]
    extra: list[ValueChange]
    ids: dict[str, str]


class DocumentChange(TypedDict):
    """A document of a collection that was added, removed, renamed or changed; `old` and `new` are its files."""

    kinds: list[str]
    old: NotRequired[str]
    new: NotRequired[str]
    delta: NotRequired[Delta]


class CorpusDelta(TypedDict):
    """What lies between two collections of documents."""

    delta_version: str
    documents: list[DocumentChange]
    not_compared: NotRequired[list[str]]


def is_empty(delta: Delta) -> bool:
    """Whether nothing changed; that things are called by other ids is no change."""
    return not any(delta[part] for part in PARTS)
