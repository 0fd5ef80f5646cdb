"""Groups in TEI: which are elements around their blocks, and which are spans in the standoff part.

A group is *native* if the mapping has an element for its type, no other group is part of it, and its blocks
may stand in that element. Every other one becomes a span from its first block to its last, which is total
because groups are contiguous.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus_tools.mapping import TextEncoding
from corpus_tools.model.article import Article, Block, Group


def native_groups(article: Article, encoding: TextEncoding) -> dict[str, Group]:
    """The groups of `article` that are elements, by id."""
    groups = article.get("groups")
    if not groups:
        return {}
    parents = {group["part_of"] for group in groups if "part_of" in group}
    roles: dict[str, set[str]] = {group["id"]: set() for group in groups}
    for block in article["blocks"]:
        if "part_of" in block:
            roles[block["part_of"]].add(block["role"])
    return {
        group["id"]: group
        for group in groups
        if group["id"] not in parents and _may_hold(group["type"], roles[group["id"]], encoding)
    }


def _may_hold(type_: str, roles: Iterable[str], encoding: TextEncoding) -> bool:
    group = encoding.groups.get(type_)
    return group is not None and (group.fallback or all(encoding.roles[role].place == type_ for role in roles))


def group_spans(article: Article, native: Mapping[str, Group]) -> list[dict[str, Any]]:
    """The groups that are not elements, each with the ids of its first and last block."""
    groups = article.get("groups", [])
    spans = {group["id"]: {**group} for group in groups if group["id"] not in native}
    parent = {group["id"]: group["part_of"] for group in groups if "part_of" in group}
    if not spans:
        return []
    for block in article["blocks"]:
        inside = block.get("part_of")
        while inside is not None:
            if inside in spans:
                spans[inside].setdefault("from", block["id"])
                spans[inside]["to"] = block["id"]
            inside = parent.get(inside)
    return list(spans.values())


def put_into_groups(blocks: list[Block], spans: Iterable[dict[str, Any]]) -> None:
    """Set `part_of` of the blocks that spans cover and that stand in no element of a group.

    Outer spans are applied before the spans that are part of them, so the innermost one stays.

    Raises:
        KeyError: a span begins or ends at an id that is no block.
    """
    index = {block["id"]: number for number, block in enumerate(blocks)}
    free = [block for block in blocks if "part_of" not in block]
    inside = {block["id"] for block in free}
    for span in _outer_first(list(spans)):
        for block in blocks[index[span["from"]] : index[span["to"]] + 1]:
            if block["id"] in inside:
                block["part_of"] = span["id"]


def check_spans(article: Article, spans: Sequence[Mapping[str, Any]]) -> None:
    """Check that the groups read from `spans` hold just the blocks from the first to the last one named.

    Raises:
        ValueError: a span overlaps another, or cuts a group that is an element.
    """
    named = {span["id"]: span for span in spans}
    elements = {group["id"]: group for group in article.get("groups", ()) if group["id"] not in named}
    for span in group_spans(article, elements):
        said = named[span["id"]]
        if (span.get("from"), span.get("to")) != (said["from"], said["to"]):
            raise ValueError(f"group {span['id']} does not hold the blocks from {said['from']} to {said['to']}")


def _outer_first(spans: list[dict[str, Any]]) -> list[dict[str, Any]]:
    parent = {span["id"]: span.get("part_of") for span in spans}

    def depth(span: dict[str, Any]) -> int:
        found, above = 0, span.get("part_of")
        while above is not None and found <= len(spans):
            found, above = found + 1, parent.get(above)
        return found

    return sorted(spans, key=depth)
