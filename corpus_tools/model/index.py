"""An article looked at once: columns that rules read.

Most documents are clean, so the columns are made for saying "nothing is wrong" fast: sets and flat lists
of the values themselves, without places. Only when a rule finds something does it walk the document again
(`items`, `strings`) and make JSON Pointers. The article has to be valid against the schema; its ids,
pointers and offsets may still be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import itemgetter
from typing import Any

import msgspec

from corpus_tools.model import places
from corpus_tools.model.article import Article
from corpus_tools.model.places import Item, Place

GAP_KEYS = frozenset({"before", "separator", "after"})
"""Keys whose strings are gaps: what stands between blocks in the seed."""

DATE_KEYS = frozenset({"created", "published", "updated", "retrieved", "embargoed_until", "expires"})
"""Keys of the metadata that hold dates."""

SMALL = 400_000
"""Bytes of JSON that are too few for a string, an `extra` or a list of spans to reach a limit of size."""

_BLOCK_KEYS = 3  # id, role, text: a block with more keys has optional ones
_id = itemgetter("id")


def is_plain(data: bytes) -> bool:
    """Whether JSON text is small, and free of escapes and characters that XML cannot hold.

    What it rules out need not be looked for in the parsed document. False means "unknown".
    """
    if len(data) >= SMALL:
        return False
    if has_numeric_escape(data):
        return False
    return data.isascii() or b"\xef" not in data or b"\xef\xbf" not in data  # U+FFFE is EF BF BE


def has_numeric_escape(data: bytes) -> bool:
    """Whether a string of a JSON text spells a character as an escape with its number."""
    escape = data.find(b"\\")  # one byte is found ten times as fast as two
    while escape >= 0:
        if data[escape + 1 : escape + 2] == b"u":
            return True
        escape = data.find(b"\\", escape + 2)
    return False


class Index:
    """The columns of one article.

    Attributes:
        article: the article itself.
        layers: the layers by name.
        texts: text of each block by id.
        roles: the roles of the blocks.
        rich: the blocks that have optional keys.
        groups: groups by id.
        entities, agents: ids of each kind.
        ids: every id of the document.
        repeats: whether an id occurs twice.
        annotations, relations: all of them, whatever their layer.
        types: the types used, by layer and list; None is an item without type.
        attributed: items with attributes, by layer and list.
        attributes: every attributes object: of items, entities and groups.
        spans, spanless: the spans of all annotations, and whether one has none.
        odd_spans: whether a span points at no block, or its quote is not what its offsets cut out.
        spanned: annotations with several spans.
        parents, mentioned, actors, ends: the ids pointed at by `part_of`, by `entity`, by `agent`, by relations.
        strays: whether a pointer may name nothing, or a thing of the wrong kind.
        gaps: all gaps.
        uris, dates, languages: values of the keys that the model gives these types.
        has_extra: whether an `extra` stands anywhere.
        shared: what one rule computed and others read again.
    """

    __slots__ = (
        "_plain",
        "actors",
        "agents",
        "annotations",
        "article",
        "attributed",
        "attributes",
        "dates",
        "ends",
        "entities",
        "gaps",
        "groups",
        "has_extra",
        "ids",
        "languages",
        "layers",
        "mentioned",
        "odd_spans",
        "parents",
        "relations", "repeats", "rich", "roles",
        "shared",
        "spanless", "spanned", "spans", "strays",
        "texts", "types", "uris",
    )  # fmt: skip

    def __init__(self, article: Article, *, plain: bool = False) -> None:
        """Read the columns of `article`; `plain` says that `is_plain` holds for its JSON text."""
        document: dict[str, Any] = article  # type: ignore[assignment]  # columns are read by key, not by type
        self.article = document
        self._plain: bool | None = plain or None
        self.shared: dict[str, Any] = {}
        self.has_extra = "extra" in document
        self.actors: set[str] = set()
        self._read_head(document)
        self._read_blocks(document["blocks"])
        self.layers: dict[str, dict[str, Any]] = document.get("layers", {})
        self._read_layers(self.layers)
        self._read_items()
        self._read_things(document)

    def _read_head(self, document: dict[str, Any]) -> None:
        self.uris: list[str] = []
        self.dates: list[str] = []
        self.languages: set[str] = {document["language"]} if "language" in document else set()
        self.gaps: set[str] = set()
        self._read_metadata(document["metadata"])
        if "origin" in document:
            origin = document["origin"]
            self.gaps.update([origin[key] for key in GAP_KEYS if key in origin])

    def _read_metadata(self, metadata: dict[str, Any]) -> None:
        for key, value in metadata.items():
            if key == "extra":  # users' own data, in which keys mean nothing to the model
                self.has_extra = True
            elif type(value) is str:
                if key in DATE_KEYS:
                    self.dates.append(value)
                elif key == "url":
                    self.uris.append(value)
            elif type(value) is list:
                if type(value[0]) is dict:
                    self.uris += [part["uri"] for part in value if "uri" in part]
            elif type(value) is dict:
                self._read_object(key, value)
        if "subjects" in metadata or "genres" in metadata:
            concepts = [*metadata.get("subjects", ()), *metadata.get("genres", ())]
            self.actors = {concept["agent"] for concept in concepts if "agent" in concept}

    def _read_object(self, key: str, value: dict[str, Any]) -> None:
        if key == "dateline":
            self.dates += [value["date"]] if "date" in value else []
        elif key == "rights":
            self.uris += [value["licence"]] if "licence" in value else []
        elif "uri" in value:
            self.uris.append(value["uri"])

    def _read_blocks(self, blocks: list[dict[str, Any]]) -> None:
        self.texts: dict[str, str] = {block["id"]: block["text"] for block in blocks}
        self.roles: set[str] = {block["role"] for block in blocks}
        self.rich = rich = [block for block in blocks if len(block) > _BLOCK_KEYS]
        self.parents: set[str] = set()
        if rich:
            keys = set(chain.from_iterable(rich))
            if "before" in keys:
                self.gaps.update([block["before"] for block in rich if "before" in block])
            if "part_of" in keys:
                self.parents.update([block["part_of"] for block in rich if "part_of" in block])
            if "language" in keys:
                self.languages.update([block["language"] for block in rich if "language" in block])
            if "media" in keys:
                self.uris += [block["media"]["uri"] for block in rich if "uri" in block.get("media", ())]
            if "extra" in keys:
                self.has_extra = True

    def _read_layers(self, layers: dict[str, Any]) -> None:
        self.annotations: list[dict[str, Any]] = []
        self.relations: list[dict[str, Any]] = []
        self.types: dict[tuple[str, str], set[str | None]] = {}
        self.attributed: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for name, layer in layers.items():
            for key, value in layer.items():
                if type(value) is str:
                    (self.actors.add if key == "agent" else self.uris.append)(value)
                    continue
                if key == "annotations":
                    self.annotations += value
                else:
                    self.relations += value
                self.types[name, key] = {item.get("type") for item in value}

    def _read_items(self) -> None:
        annotations = self.annotations
        relations = self.relations
        items = annotations + relations
        keys = set(chain.from_iterable(items))
        if "attributes" in keys:
            for name, kind in self.types:
                if found := [item for item in self.layers[name][kind] if "attributes" in item]:
                    self.attributed[name, kind] = found
        self.attributes = [item["attributes"] for found in self.attributed.values() for item in found]
        self.mentioned: set[str] = {item["entity"] for item in annotations if "entity" in item}
        if "agent" in keys:
            self.actors.update([item["agent"] for item in items if "agent" in item])
        if "extra" in keys:
            self.has_extra = True
        self.ends: set[str] = {relation["source"] for relation in relations}
        self.ends.update([relation["target"] for relation in relations])
        self._read_spans(annotations)

    def _read_spans(self, annotations: list[dict[str, Any]]) -> None:
        spans = [item["spans"] for item in annotations if "spans" in item]
        flat = list(chain.from_iterable(spans))
        texts = self.texts
        try:
            # A quote found at `start` lies inside the block; one that is as long as the span fills it.
            odd = [
                span
                for span in flat
                if len(quote := span["text"]) != span["end"] - (start := span["start"])
                or not texts[span["block"]].startswith(quote, start)
            ]
            self.odd_spans = bool(odd)
        except (KeyError, TypeError):  # no such block; an offset such as 1.0, which to JSON is an integer
            self.odd_spans = True
        self.spans: list[dict[str, Any]] = flat
        self.spanless = len(spans) != len(annotations)
        several = len(flat) != len(spans)
        self.spanned = [item for item in annotations if len(item.get("spans", ())) > 1] if several else []

    def _read_things(self, document: dict[str, Any]) -> None:
        groups = document.get("groups", ())
        entities = document.get("entities", ())
        agents = document.get("agents", ())
        self.groups: dict[str, dict[str, Any]] = {group["id"]: group for group in groups} if groups else {}
        self.entities: set[str] = set(map(_id, entities))
        self.agents: set[str] = set(map(_id, agents))
        self.ids: set[str] = {document["id"], *self.texts, *self.groups, *self.entities, *self.agents}
        self.ids.update(map(_id, self.annotations), map(_id, self.relations))
        things = 1 + len(document["blocks"]) + len(groups) + len(entities) + len(agents)
        self.repeats = len(self.ids) != things + len(self.annotations) + len(self.relations)
        if groups:
            self.parents.update([group["part_of"] for group in groups if "part_of" in group])
        if agents:
            self.uris += [agent["uri"] for agent in agents if "uri" in agent]
        if "revisions" in document:
            revisions = document["revisions"]
            self.dates += [revision["when"] for revision in revisions]
            self.actors.update([each["agent"] for each in revisions if "agent" in each])
        if entities or groups or agents:
            self._read_optional([*groups, *entities, *agents])
        self.strays = self.odd_spans or not (
            self.mentioned <= self.entities
            and self.actors <= self.agents
            and self.parents <= self.groups.keys()
            and self.ends <= self.ids
        )

    def _read_optional(self, things: list[dict[str, Any]]) -> None:
        keys = set(chain.from_iterable(things))
        if "uris" in keys:
            self.uris += chain.from_iterable([thing["uris"] for thing in things if "uris" in thing])
        if "attributes" in keys:
            self.attributes += [thing["attributes"] for thing in things if "attributes" in thing]
        if "agent" in keys:
            self.actors.update([thing["agent"] for thing in things if "agent" in thing])
        if "extra" in keys:
            self.has_extra = True

    @property
    def plain(self) -> bool:
        """Whether the document is small and free of characters that XML cannot hold (see `is_plain`)."""
        if self._plain is None:
            try:
                self._plain = is_plain(msgspec.json.encode(self.article))
            except (ValueError, RecursionError):  # lone surrogates, deep `extra`
                self._plain = False
        return self._plain

    def items(self) -> Iterator[Item]:
        """Every annotation and relation with its place."""
        return places.items(self.layers)

    def strings(self) -> Iterator[Place]:
        """Every string of the document outside of `extra`, with its place."""
        return places.strings(self.article)

    def extras(self) -> Iterator[tuple[str, Any]]:
        """JSON Pointer and value of every `extra`."""
        return places.extras(self.article)

    def attribute_places(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """JSON Pointer and value of every attributes object."""
        return places.attributes(self.article)
