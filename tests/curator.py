"""A curator of an annotated article, who keeps the list of what was done to it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from strategy_edits import items_of, rename, shift

Json = dict[str, Any]
WORDS = {"zh": "昨日", "ja": "昨日", "ko": "어제", "ar": "أمس", "he": "אתמול", "hi": "कल", "bn": "গতকাল", "ru": "вчера"}


class Known(NamedTuple):
    """One change: the part of the model, what happened, and the names of the thing in both versions."""

    part: str
    kinds: tuple[str, ...]
    old: str
    new: str


class Curator:
    """Makes a new version of an article, step by step.

    Attributes:
        old: the version to start from.
        new: the new version.
        known: what was done so far.
    """

    def __init__(self, article: Any, seed: int) -> None:
        self.old = article
        self.new = deepcopy(article)
        self.known: list[Known] = []
        self.random = random.Random(seed)
        self.touched: set[str] = set()

    def run(self, steps: Sequence[Callable[[Curator], None]], number: int) -> None:
        """Do a number of the steps, and then perhaps what changes nothing: other ids, another order."""
        for step in self.random.sample(steps, number):
            step(self)
        if self.random.random() < 0.5:
            self.renumber()
        if self.random.random() < 0.5:
            self.shuffle()

    def tell(self, part: str, kinds: tuple[str, ...], old: str, new: str) -> None:
        self.known.append(Known(part, kinds, old, new))

    def pick(self, things: list[Json]) -> Json | None:
        """A thing that no step has touched yet."""
        free = [thing for thing in things if thing["id"] not in self.touched]
        if not free:
            return None
        chosen = self.random.choice(free)
        self.touched.add(chosen["id"])
        return chosen

    def paragraphs(self) -> list[Json]:
        return [block for block in self.new["blocks"] if block["role"] == "paragraph" and "part_of" not in block]

    def mentions(self) -> list[Json]:
        """Annotations of one span in blocks that no step has touched."""
        return [
            item
            for item in self.new["layers"]["entity"]["annotations"]
            if len(item.get("spans", ())) == 1 and item["spans"][0]["block"] not in self.touched
        ]

    def annotations_in(self, block: str) -> list[tuple[str, Json]]:
        return [
            (name, item)
            for name, layer in self.new["layers"].items()
            for item in layer.get("annotations", ())
            if any(span["block"] == block for span in item.get("spans", ()))
        ]

    def is_busy(self, block: str) -> bool:
        """Whether a step has touched a block, or what is annotated in it."""
        return block in self.touched or any(item["id"] in self.touched for _, item in self.annotations_in(block))

    def remove(self, name: str, item: Json) -> None:
        """Take out an annotation, and the relations that end at it."""
        self.new["layers"][name]["annotations"].remove(item)
        self.tell("layers", ("removed",), item["id"], "")
        for layer in self.new["layers"].values():
            for relation in list(layer.get("relations", ())):
                if item["id"] in (relation["source"], relation["target"]):
                    layer["relations"].remove(relation)
                    if relation["id"] not in self.touched:
                        self.tell("layers", ("removed",), relation["id"], "")

    def replace(self, block: str, start: int, end: int, inserted: str) -> None:
        """Edit the text of a block: all that is annotated there may have other words."""
        self.touched.add(block)
        self.tell("blocks", ("text",), block, block)
        for _, item in self.annotations_in(block):
            spans = [span for span in item["spans"] if span["block"] == block]
            self.touched.add(item["id"])
            if any(span["start"] < max(end, start + 1) and span["end"] > start for span in spans) and (
                end > start or any(span["start"] < start < span["end"] for span in spans)
            ):
                self.tell("layers", ("text",), item["id"], item["id"])
        shift(self.new, block, start, end, inserted)

    def renumber(self) -> None:
        """Number everything anew, as a converter does."""
        names: dict[str, str] = {}
        for prefix, things in (
            ("b", self.new["blocks"]),
            ("g", self.new.get("groups", [])),
            ("e", self.new.get("entities", [])),
            ("m", items_of(self.new, "annotations")),
            ("r", items_of(self.new, "relations")),
        ):
            if self.random.random() < 0.7:
                names.update({thing["id"]: f"new-{prefix}{number}" for number, thing in enumerate(things, 1)})
        rename(self.new, names)
        self.known = [known._replace(new=renamed(known.new, names)) for known in self.known]

    def shuffle(self) -> None:
        """Another order of what has none."""
        for layer in self.new["layers"].values():
            for kind in ("annotations", "relations"):
                self.random.shuffle(layer.get(kind, []))
        self.random.shuffle(self.new.get("entities", []))


def renamed(told: str, names: dict[str, str]) -> str:
    return " ".join(names.get(name, name) for name in told.split(" "))


def grounded(curator: Curator, field: str) -> list[Json]:
    """The annotations that say where a field of the metadata stands in the text."""
    items = curator.new["layers"].get("field", {}).get("annotations", ())
    return [item for item in items if item["type"] == field]
