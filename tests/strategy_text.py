"""Strategies for what an article stands on: agents, metadata, origin, blocks and groups."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st
from strategy_values import attributes, confidences, dates, extra, gaps, ids, languages, text, uris

from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema

DEFINITIONS = load_schema(ARTICLE_SCHEMA)["$defs"]
ROLES = tuple(DEFINITIONS["block"]["properties"]["role"]["enum"])
_FREE_ROLES = tuple(role for role in ROLES if role not in ("list_item", "table_row"))
_NEWS = (
    "kicker", "headline", "deck", "standfirst", "byline", "dateline", "date", "media", "caption", "credit",
    "paragraph", "paragraph", "subhead", "paragraph", "quote", "note", "subhead", "paragraph", "byline",
    "source", "tagline", "copyright", "tags", "correction",
)  # fmt: skip
SHA_256 = DEFINITIONS["origin"]["properties"]["sha256"]["pattern"]
EVEN = 256
"""How many numbers there may be for each to be as likely: of more, hypothesis draws the small ones more often."""
_UP_TO = {most: st.integers(1, most) for most in range(1, 9)}
_GROUP_ROLES = {
    "figure": ("media", "caption", "credit", "paragraph"),
    "list": ("list_item", "list_item", "paragraph"),
    "table": ("table_row", "table_row", "caption"),
    "box": _FREE_ROLES,
    "post": _FREE_ROLES,
}
T = TypeVar("T")


class Maker:
    """Draws parts of one article, with ids that are unique in it.

    Attributes:
        draw: the draw function of the strategy.
        article: what is made so far.
        agents: ids of agents, drawn from by everything that names one.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.taken: set[str] = set()
        self.agents: list[str] = []
        self.newline: str | None = None

    def chance(self, one_in: int = 2) -> bool:
        return self.draw(_UP_TO[one_in]) == one_in

    def count(self, most: int, least: int = 0) -> int:
        return self.draw(_UP_TO[most]) if least else self.draw(_UP_TO[most + 1]) - 1

    def text(self, *, empty: bool = True) -> str:
        return self.draw(text(empty=empty, carriage_returns=self.newline is None))

    def id(self) -> str:
        wanted = self.draw(ids())
        made = wanted
        while made in self.taken:
            made = f"{wanted[:190]}{len(self.taken)}" if made == wanted else f"{made[:190]}_"
        self.taken.add(made)
        return made

    def some(self, things: Sequence[T], one_in: int = 3) -> list[T]:
        """Some of `things`, each with a chance of one in `one_in`: decided for several of them by one number."""
        at_once = int(math.log(EVEN, one_in))
        chosen = []
        for first in range(0, len(things), at_once):
            part = things[first : first + at_once]
            number = self.draw(st.integers(0, one_in ** len(part) - 1))
            for thing in part:
                number, digit = divmod(number, one_in)
                if digit == one_in - 1:
                    chosen.append(thing)
        return chosen

    def optional(self, item: dict[str, Any], **values: st.SearchStrategy[Any]) -> dict[str, Any]:
        """Add each of `values` to `item`, or not."""
        for key in self.some(list(values)):
            item[key] = self.draw(values[key])
        return item

    def made_by(self, item: dict[str, Any]) -> dict[str, Any]:
        """Add agent, confidence, note and extra to `item`, or not."""
        agent = {"agent": st.sampled_from(self.agents)} if self.agents else {}
        return self.optional(item, **agent, confidence=confidences(), note=text(empty=False), extra=extra())

    def by_schema(self, schema: dict[str, Any]) -> Any:
        """Any value that `schema` allows, for the parts of the model without pointers into the article."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            simple = {"uri": uris, "date": dates, "language": languages}.get(name)
            return self.draw(simple()) if simple else self.by_schema({**DEFINITIONS[name], **_beside(schema, name)})
        if "properties" in schema:
            return self._object(schema)
        if "items" in schema:
            return [self.by_schema(schema["items"]) for _ in range(self.count(2, 1))]
        return self.draw(self._scalar(schema))

    def _scalar(self, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if schema.get("type") == "integer":
            exact = st.integers(schema["minimum"], schema["maximum"])
            return exact | exact.map(float)
        if schema.get("type") == "number":
            return confidences()
        if "pattern" in schema:
            return _matching(schema["pattern"])
        if schema.get("type") == "string":
            return text(empty=False, carriage_returns=self.newline is None)
        return extra()

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = schema["properties"]
        wanted = set(schema.get("required", ()))
        if "anyOf" in schema:
            wanted.update(self.draw(st.sampled_from(schema["anyOf"]))["required"])
        free = [key for key in properties if key not in wanted]
        wanted.update(self.some(free, 2 if len(properties) < 10 else 4))
        keys = [key for key in properties if key in wanted]
        if schema.get("minProperties") and not keys:
            keys = [self.draw(st.sampled_from(sorted(properties)))]
        made = {}
        for key in keys:
            if key != "agent":
                made[key] = self.by_schema(properties[key])
            elif self.agents:
                made[key] = self.draw(st.sampled_from(self.agents))
        return made


def _matching(pattern: str) -> st.SearchStrategy[str]:
    if pattern == SHA_256:
        return st.binary(min_size=32, max_size=32).map(bytes.hex)  # one draw, where the pattern needs 64
    return st.from_regex(pattern.replace("(?![\\s\\S])", r"\Z").lstrip("^"), fullmatch=True)


def _beside(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Keywords beside a reference, with the required keys of both."""
    required = [*DEFINITIONS[name].get("required", ()), *schema.get("required", ())]
    return {"required": required} if required else {}


def make_agents(maker: Maker) -> list[dict[str, Any]]:
    """Agents, whose ids everything made later may name."""
    made = []
    for _ in range(maker.count(3)):
        agent = {"id": maker.id(), **maker.by_schema({**DEFINITIONS["agent"], "properties": _without_id("agent")})}
        agent.pop("required", None)
        maker.agents.append(agent["id"])
        made.append(agent)
    return made


def _without_id(name: str) -> dict[str, Any]:
    return {key: part for key, part in DEFINITIONS[name]["properties"].items() if key != "id"}


def make_origin(maker: Maker) -> dict[str, Any] | None:
    """An origin, or none; it settles whether texts may hold carriage returns."""
    if maker.chance():
        return None
    gap_keys = {"separator", "after", "file", "encoding", "newline", "media_type"}
    rest = {key: part for key, part in DEFINITIONS["origin"]["properties"].items() if key not in gap_keys}
    made = maker.by_schema({"properties": rest})
    maker.optional(
        made,
        newline=st.sampled_from(("crlf", "cr")),
        file=st.sampled_from(("storm.txt", "größe 1.txt", "新聞.txt", ".x")),
        encoding=st.sampled_from(("utf-8", "utf-16-le", "utf-16-be", "windows-1252")),
        media_type=st.sampled_from(("text/plain", "text/html")),
    )
    maker.newline = made.get("newline")
    for key in ("separator", "after"):
        if maker.chance():
            made[key] = maker.draw(gaps(carriage_returns=maker.newline is None))
    return made or {"after": maker.draw(gaps())}


def make_blocks(maker: Maker) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Blocks in any order, or in the order of a news article, and the groups that hold some of them."""
    blocks: list[dict[str, Any]] = []
    groups: list[dict[str, Any]] = []
    if maker.chance(3):
        blocks += [_block(maker, role, None) for role in maker.some(_NEWS)]
    for _ in range(maker.count(4)):
        if maker.chance(3):
            _group(maker, blocks, groups, None, 3)
        else:
            blocks.append(_block(maker, maker.draw(st.sampled_from(_FREE_ROLES)), None))
    return blocks, groups


def _group(maker: Maker, blocks: list[Any], groups: list[Any], parent: str | None, depth: int) -> None:
    """Add a group with blocks and, down to `depth`, groups of its own, which stand together."""
    group: dict[str, Any] = {"id": maker.id(), "type": maker.draw(st.sampled_from(sorted(_GROUP_ROLES)))}
    if parent is not None:
        group["part_of"] = parent
    groups.append(maker.optional(group, attributes=attributes(), extra=extra()))
    for _ in range(maker.count(3, 1)):
        if depth and maker.chance(3):
            _group(maker, blocks, groups, group["id"], depth - 1)
        else:
            role = maker.draw(st.sampled_from(_GROUP_ROLES[group["type"]]))
            blocks.append(_block(maker, role, group["id"]))


def _block(maker: Maker, role: str, group: str | None) -> dict[str, Any]:
    block: dict[str, Any] = {"id": maker.id(), "role": role, "text": maker.text()}
    if role == "table_row":
        block["text"] = "\t".join(maker.text() for _ in range(maker.count(3, 1)))
    if group is not None:
        block["part_of"] = group
    if role == "subhead" and maker.chance():
        block["level"] = maker.by_schema(DEFINITIONS["block"]["properties"]["level"])
    if role == "media" and maker.chance(3) is False:
        block["media"] = maker.by_schema(DEFINITIONS["media"])
    if maker.chance(3):
        block["before"] = maker.draw(gaps(carriage_returns=maker.newline is None))
    return maker.optional(block, language=languages(), extra=extra()) if maker.chance() else block
