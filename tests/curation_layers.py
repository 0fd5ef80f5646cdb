"""Steps of a curator that change what is said of the text: mentions, entities, relations, layers."""

from __future__ import annotations

from copy import deepcopy

from curator import Curator
from strategy_edits import fresh_id, quote_anew, texts_of


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
        curator.remove("entity", item)


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
