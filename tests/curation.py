"""What a curator does to an annotated article, with the list of what was done: to check what a comparison reports.

Each step changes the article by hand, without the code under test, and tells what has to be reported, as `Known`
values. Steps keep out of each other's way: a thing that one has touched is left alone by the others.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from strategy_edits import fresh_id, items_of, quote_anew, rename, shift, texts_of

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

    def run(self, steps: int) -> None:
        """Do some steps, and then perhaps what changes nothing: other ids, another order."""
        for step in self.random.sample(STEPS, steps):
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


def boundary(curator: Curator) -> None:
    """A boundary is off by one character."""
    if (item := curator.pick([each for each in curator.mentions() if len(each["spans"][0]["text"]) > 2])) is None:
        return
    span = item["spans"][0]
    size = len(texts_of(curator.new)[span["block"]])
    if span["end"] < size and curator.random.random() < 0.5:
        span["end"] += 1
    else:
        span["start"] += 1
    quote_anew(curator.new)
    curator.tell("layers", ("boundary",), item["id"], item["id"])


def label(curator: Curator) -> None:
    """A mention gets another type."""
    if item := curator.pick(curator.mentions()):
        item["type"] = "event" if item["type"] != "event" else "place"
        curator.tell("layers", ("type",), item["id"], item["id"])


def attribute(curator: Curator) -> None:
    """An attribute is corrected."""
    if item := curator.pick(curator.mentions()):
        item["attributes"] = {**item.get("attributes", {}), "certain": False}
        curator.tell("layers", ("attributes",), item["id"], item["id"])


def link(curator: Curator) -> None:
    """A mention points at another entity."""
    if item := curator.pick([each for each in curator.mentions() if "entity" in each]):
        others = [entity["id"] for entity in curator.new["entities"] if entity["id"] != item["entity"]]
        item["entity"] = curator.random.choice(others)
        curator.tell("layers", ("entity",), item["id"], item["id"])


def label_and_boundary(curator: Curator) -> None:
    """Two things at once are one change."""
    if item := curator.pick([each for each in curator.mentions() if len(each["spans"][0]["text"]) > 3]):
        item["type"] = "work" if item["type"] != "work" else "person"
        item["spans"][0]["end"] -= 1
        quote_anew(curator.new)
        curator.tell("layers", ("boundary", "type"), item["id"], item["id"])


def add_mention(curator: Curator) -> None:
    """A mention that was forgotten."""
    block = curator.pick([each for each in curator.paragraphs() if len(each["text"]) > 20])
    if block:
        made = {"id": fresh_id(curator.new, "added"), "type": "number"}
        made["spans"] = [{"block": block["id"], "start": 3, "end": 14, "text": block["text"][3:14]}]
        curator.new["layers"]["entity"]["annotations"].append(made)
        curator.touched.add(made["id"])
        curator.tell("layers", ("added",), "", made["id"])


def remove_mention(curator: Curator) -> None:
    """A mention that is none, with the relations that end at it."""
    if item := curator.pick(curator.mentions()):
        _remove(curator, "entity", item)


def _remove(curator: Curator, name: str, item: Json) -> None:
    curator.new["layers"][name]["annotations"].remove(item)
    curator.tell("layers", ("removed",), item["id"], "")
    for layer in curator.new["layers"].values():
        for relation in list(layer.get("relations", ())):
            if item["id"] in (relation["source"], relation["target"]):
                layer["relations"].remove(relation)
                if relation["id"] not in curator.touched:
                    curator.tell("layers", ("removed",), relation["id"], "")


def split_mention(curator: Curator) -> None:
    """One mention becomes two: it keeps the longer part, and a new one has the rest."""
    if item := curator.pick([each for each in curator.mentions() if " " in each["spans"][0]["text"]]):
        span = item["spans"][0]
        at = span["start"] + span["text"].rindex(" ")
        second = {**deepcopy(item), "id": fresh_id(curator.new, "added")}
        parts = [(span["start"], at), (at + 1, span["end"])]
        for each, (start, end) in zip((item, second), sorted(parts, key=lambda part: part[0] - part[1]), strict=True):
            each["spans"][0].update(start=start, end=end)
        curator.new["layers"]["entity"]["annotations"].append(second)
        quote_anew(curator.new)
        curator.touched.add(second["id"])
        curator.tell("layers", ("boundary",), item["id"], item["id"])
        curator.tell("layers", ("added",), "", second["id"])


def typo(curator: Curator) -> None:
    """A letter inside of a mention is corrected: the text changes, and the words under all that is there."""
    found = [each for each in curator.mentions() if len(each["spans"][0]["text"]) > 4]
    found = [each for each in found if not _is_busy(curator, each["spans"][0]["block"])]
    if item := curator.pick(found):
        span = item["spans"][0]
        _replace(curator, span["block"], span["start"] + 2, span["start"] + 3, "q")


def _is_busy(curator: Curator, block: str) -> bool:
    return block in curator.touched or any(item["id"] in curator.touched for _, item in curator.annotations_in(block))


def _replace(curator: Curator, block: str, start: int, end: int, inserted: str) -> None:
    curator.touched.add(block)
    curator.tell("blocks", ("text",), block, block)
    for _, item in curator.annotations_in(block):
        spans = [span for span in item["spans"] if span["block"] == block]
        curator.touched.add(item["id"])
        if any(span["start"] < max(end, start + 1) and span["end"] > start for span in spans) and (
            end > start or any(span["start"] < start < span["end"] for span in spans)
        ):
            curator.tell("layers", ("text",), item["id"], item["id"])
    shift(curator.new, block, start, end, inserted)


def insert_word(curator: Curator) -> None:
    """A word more, before everything annotated in a paragraph or in the middle of it."""
    if block := curator.pick([each for each in curator.paragraphs() if not _is_busy(curator, each["id"])]):
        word = WORDS.get(curator.new["language"], "yesterday")
        spaces = [at + 1 for at, sign in enumerate(block["text"]) if sign == " "]
        at = curator.random.choice([0, *spaces])
        _replace(curator, block["id"], at, at, f"{word} ")


def insert_paragraph(curator: Curator) -> None:
    """A paragraph more."""
    at = curator.new["blocks"].index(curator.random.choice(curator.paragraphs()))
    word = WORDS.get(curator.new["language"], "nothing")
    text = f"{word}: {curator.random.randrange(10**6)} {word} {curator.random.randrange(10**6)}."
    made = {"id": fresh_id(curator.new, "added"), "role": "paragraph", "text": text}
    curator.new["blocks"].insert(at, made)
    curator.touched.add(made["id"])
    curator.tell("blocks", ("added",), "", made["id"])


def remove_paragraph(curator: Curator) -> None:
    """A paragraph less, with all that is annotated in it alone."""
    if block := curator.pick([each for each in curator.paragraphs() if not _is_busy(curator, each["id"])]):
        for name, item in curator.annotations_in(block["id"]):
            curator.touched.add(item["id"])
            rest = [span for span in item["spans"] if span["block"] != block["id"]]
            if rest:
                item["spans"] = rest
                curator.tell("layers", ("text",), item["id"], item["id"])
            else:
                _remove(curator, name, item)
        curator.new["blocks"].remove(block)
        curator.tell("blocks", ("removed",), block["id"], "")


def move_paragraph(curator: Curator) -> None:
    """A short paragraph goes past a longer one."""
    paragraphs = curator.paragraphs()
    for first, second in pairwise(paragraphs):
        if not {first["id"], second["id"]} & curator.touched and len(first["text"]) < len(second["text"]):
            blocks = curator.new["blocks"]
            if blocks.index(second) != blocks.index(first) + 1 or "before" in first or "before" in second:
                continue
            at = blocks.index(first)
            blocks[at : at + 2] = [second, first]
            curator.touched |= {first["id"], second["id"]}
            curator.tell("blocks", ("moved",), first["id"], first["id"])
            order = [each["id"] for each in blocks]
            for _, item in curator.annotations_in(first["id"]):
                item["spans"].sort(key=lambda span: order.index(span["block"]))
            return


def _cuts(curator: Curator, block: Json) -> Iterator[int]:
    """Spaces that no annotation covers."""
    spans = [
        span
        for _, item in curator.annotations_in(block["id"])
        for span in item["spans"]
        if span["block"] == block["id"]
    ]
    for at, sign in enumerate(block["text"]):
        if sign == " " and not any(span["start"] < at + 1 and span["end"] > at for span in spans):
            yield at


def split_paragraph(curator: Curator) -> None:
    """A paragraph becomes two, at a space."""
    for block in curator.paragraphs():
        cuts = [at for at in _cuts(curator, block) if 30 < at < len(block["text"]) - 30]
        if cuts and not _is_busy(curator, block["id"]):
            at = curator.random.choice(cuts)
            second = {"id": fresh_id(curator.new, "added"), "role": "paragraph", "text": block["text"][at + 1 :]}
            for _, item in curator.annotations_in(block["id"]):
                curator.touched.add(item["id"])
                for span in item["spans"]:
                    if span["block"] == block["id"] and span["start"] > at:
                        start, end = span["start"] - at - 1, span["end"] - at - 1
                        span.update(block=second["id"], start=start, end=end)
            block["text"] = block["text"][:at]
            curator.new["blocks"].insert(curator.new["blocks"].index(block) + 1, second)
            curator.touched |= {block["id"], second["id"]}
            curator.tell("blocks", ("split",), block["id"], f"{block['id']} {second['id']}")
            return


def merge_paragraphs(curator: Curator) -> None:
    """Two paragraphs become one."""
    blocks = curator.new["blocks"]
    for first, second in pairwise(blocks):
        pair = {first["id"], second["id"]}
        if {first["role"], second["role"]} != {"paragraph"} or "before" in second or "part_of" in {**first, **second}:
            continue
        if _is_busy(curator, first["id"]) or _is_busy(curator, second["id"]):
            continue
        if any(len(item["spans"]) > 1 for block in pair for _, item in curator.annotations_in(block)):
            continue
        size = len(first["text"]) + 1
        for _, item in curator.annotations_in(first["id"]):
            curator.touched.add(item["id"])
        for _, item in curator.annotations_in(second["id"]):
            curator.touched.add(item["id"])
            span = item["spans"][0]
            span.update(block=first["id"], start=span["start"] + size, end=span["end"] + size)
        first["text"] += f" {second['text']}"
        blocks.remove(second)
        curator.touched |= pair
        curator.tell("blocks", ("merged",), f"{first['id']} {second['id']}", first["id"])
        return


def _grounded(curator: Curator, field: str) -> list[Json]:
    """The annotations that say where a field of the metadata stands in the text."""
    items = curator.new["layers"].get("field", {}).get("annotations", ())
    return [item for item in items if item["type"] == field]


def headline(curator: Curator) -> None:
    """The headline gets a word more, and so does the title."""
    block = next(each for each in curator.new["blocks"] if each["role"] == "headline")
    titles = _grounded(curator, "title")
    if not _is_busy(curator, block["id"]) and all("attributes" not in item for item in titles):
        word = WORDS.get(curator.new["language"], "again")
        _replace(curator, block["id"], 0, 0, f"{word} ")
        curator.new["metadata"]["title"] = f"{word} {curator.new['metadata']['title']}"
        curator.tell("metadata", ("changed",), "title", "title")
        for item in titles:
            item["spans"][0]["start"] = 0
            curator.tell("layers", ("text",), item["id"], item["id"])
        quote_anew(curator.new)


def metadata(curator: Curator) -> None:
    """A field is filled in, one is corrected."""
    curator.new["metadata"]["urgency"] = 9
    curator.tell("metadata", ("added",), "urgency", "urgency")
    for field, part in (("section", curator.new["metadata"]), ("place", curator.new["metadata"].get("dateline", {}))):
        path = field if field == "section" else f"dateline.{field}"
        if field in part and not _grounded(curator, path):
            part[field] += " (port)"
            curator.tell("metadata", ("changed",), path, path)


def entity(curator: Curator) -> None:
    """An entity gets a URI."""
    if thing := curator.pick([each for each in curator.new["entities"] if "uris" not in each and "name" in each]):
        thing["uris"] = ["http://www.wikidata.org/entity/Q42"]
        curator.tell("entities", ("uris",), thing["id"], thing["id"])


def layer(curator: Curator) -> None:
    """A layer more."""
    block = curator.new["blocks"][0]
    if block["id"] not in curator.touched and "markup" not in curator.new["layers"]:
        made = {"id": fresh_id(curator.new, "added"), "type": "bold"}
        made["spans"] = [{"block": block["id"], "start": 0, "end": 1, "text": block["text"][:1]}]
        curator.touched |= {block["id"], made["id"]}
        curator.new["layers"]["markup"] = {"annotations": [made]}
        curator.tell("layers", ("added",), "", "markup")


def relation(curator: Curator) -> None:
    """A relation ends at another mention, another one is new."""
    relations = next(each["relations"] for each in curator.new["layers"].values() if each.get("relations"))
    mentions = curator.mentions()
    if len(mentions) > 1 and (item := curator.pick(relations)):
        target = curator.random.choice([each["id"] for each in mentions if each["id"] != item["target"]])
        item["target"] = target
        made = {"id": fresh_id(curator.new, "added"), "type": "part", "source": mentions[0]["id"], "target": target}
        relations.append(made)
        curator.touched |= {made["id"], target, mentions[0]["id"], item["source"]}
        curator.tell("layers", ("target",), item["id"], item["id"])
        curator.tell("layers", ("added",), "", made["id"])


def role(curator: Curator) -> None:
    """A paragraph is a quote."""
    if block := curator.pick(curator.paragraphs()):
        block["role"] = "quote"
        curator.tell("blocks", ("role",), block["id"], block["id"])


def revision(curator: Curator) -> None:
    """The work is noted."""
    revisions = curator.new.setdefault("revisions", [])
    revisions.append({"when": "2026-04-01", "what": "Second reading."})
    curator.tell("revisions", ("added",), "", str(len(revisions) - 1))


STEPS: list[Callable[[Curator], None]] = [
    boundary, label, attribute, link, label_and_boundary, add_mention, remove_mention, split_mention, typo, insert_word,
    insert_paragraph, remove_paragraph, move_paragraph, split_paragraph, merge_paragraphs, headline, metadata, entity,
    layer, relation, role, revision,
]  # fmt: skip


def reported(delta: Any) -> list[Known]:
    """What a delta reports, in the same form."""
    made = []
    for change in delta["blocks"]:
        old, new = (" ".join(placed["block"]["id"] for placed in change[side]) for side in ("old", "new"))
        made.append(Known("blocks", tuple(change["kinds"]), old, new))
    for part in ("groups", "entities", "layers", "agents"):
        for change in delta[part]:
            whole = part == "layers" and "list" not in change
            old, new = (
                (change["layer"] if whole else change[side]["id"]) if side in change else "" for side in ("old", "new")
            )
            made.append(Known(part, tuple(change["kinds"]), old, new))
    for part in ("schema_version", "id", "language", "metadata", "origin", "extra"):
        for change in delta[part]:
            name = change.get("field", "")
            made.append(Known(part, tuple(change["kinds"]), name, name))
    for change in delta["revisions"]:
        old, new = (str(change[side]["index"]) if side in change else "" for side in ("old", "new"))
        made.append(Known("revisions", tuple(change["kinds"]), old, new))
    return made
