"""Groups in TEI: which are elements around their blocks, and which are spans in the standoff part.

A group is *native* if the mapping has an element for its type, no other group is part of it, and its blocks
may stand in that element. Every other one becomes a span from its first block to its last, which is total
because groups are contiguous.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus_tools.formats.tei.unsound import UnsoundError
from corpus_tools.mapping import TextEncoding
from corpus_tools.model.article import Article, Block, Group

_ON_THE_WAY = -1
"""The depth of a group while the groups around it are looked up."""


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
    """The groups that are not elements, each with the ids of its first and last block.

    Raises:
        UnsoundError: groups are part of one another.
    """
    groups = article.get("groups", [])
    if all(group["id"] in native for group in groups):
        return []
    ends = _ends(article["blocks"], groups)
    return [
        {**group, **dict(zip(("from", "to"), ends.get(group["id"], ()), strict=False))}
        for group in groups
        if group["id"] not in native
    ]


def _ends(blocks: Sequence[Block], groups: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str]]:
    """First and last block of every group that holds one, itself or by the groups that are part of it."""
    index = {block["id"]: number for number, block in enumerate(blocks)}
    ends: dict[str, tuple[str, str]] = {}

    def widen(group: str, first: str, last: str) -> None:
        known = ends.get(group, (first, last))
        ends[group] = min(known[0], first, key=index.__getitem__), max(known[1], last, key=index.__getitem__)

    for block in blocks:
        if "part_of" in block:
            widen(block["part_of"], block["id"], block["id"])
    for group in reversed(outer_first(groups)):
        if "part_of" in group and group["id"] in ends:
            widen(group["part_of"], *ends[group["id"]])
    return ends


def put_into_groups(blocks: list[Block], spans: Iterable[dict[str, Any]]) -> None:
    """Set `part_of` of the blocks that spans cover and that stand in no element of a group.

    Outer spans are applied before the spans that are part of them, so the innermost one stays.

    Raises:
        KeyError: a span begins or ends at an id that is no block.
    """
    index = {block["id"]: number for number, block in enumerate(blocks)}
    free = [block for block in blocks if "part_of" not in block]
    inside = {block["id"] for block in free}
    for span in outer_first(list(spans)):
        for block in blocks[index[span["from"]] : index[span["to"]] + 1]:
            if block["id"] in inside:
                block["part_of"] = span["id"]


def check_spans(article: Article, spans: Sequence[Mapping[str, Any]]) -> None:
    """Check that the groups read from `spans` hold just the blocks from the first to the last one named.

    Raises:
        UnsoundError: a span overlaps another, or cuts a group that is an element.
    """
    named = {span["id"]: span for span in spans}
    elements = {group["id"]: group for group in article.get("groups", ()) if group["id"] not in named}
    for span in group_spans(article, elements):
        said = named[span["id"]]
        if (span.get("from"), span.get("to")) != (said["from"], said["to"]):
            reason = f"group {span['id']} does not hold the blocks from {said['from']} to {said['to']}"
            hint = "from is its first block, to its last one, and no other group holds only some of those between"
            raise UnsoundError(reason, span["id"], hint=hint)


def outer_first(groups: Sequence[Mapping[str, Any]]) -> list[Any]:
    """The groups, each after the one that it is part of.

    Raises:
        UnsoundError: groups are part of one another.
    """
    parent = {group["id"]: group.get("part_of") for group in groups}
    depth: dict[str | None, int] = {}
    for group in groups:
        way: list[str] = []
        above: str | None = group["id"]
        while above is not None and above in parent and above not in depth:
            depth[above] = _ON_THE_WAY
            way.append(above)
            above = parent[above]
        if depth.get(above) == _ON_THE_WAY:
            reason = f"group {above} is part of itself"
            raise UnsoundError(reason, str(above), said=f"#{parent[above]}", hint="correct or remove the pointer")
        start = depth.get(above, 0) + 1
        depth.update({own: number for number, own in enumerate(reversed(way), start)})
    return sorted(groups, key=lambda group: depth[group["id"]])
