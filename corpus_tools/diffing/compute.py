"""`diff_articles`: what lies between two versions of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from corpus_tools.delta import DELTA_VERSION, PARTS, Delta, ValueChange
from corpus_tools.diffing.align import Alignment, align
from corpus_tools.diffing.anchors import witnessed_edits
from corpus_tools.diffing.blocks import block_changes, gap_changes
from corpus_tools.diffing.carry import Carry
from corpus_tools.diffing.exact import exact_bytes, sha256
from corpus_tools.diffing.invert import inverted_blocks
from corpus_tools.diffing.layers import LayerComparison
from corpus_tools.diffing.matching import Names
from corpus_tools.diffing.revisions import revision_changes, with_agents
from corpus_tools.diffing.sequences import Gap
from corpus_tools.diffing.things import agents, entities, groups
from corpus_tools.diffing.values import ABSENT, field_changes, key_changes, value_change
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

_SINGLE = ("schema_version", "id", "language")


def diff_articles(old: Article, new: Article) -> Delta:
    """Tell what lies between two versions of an article.

    Args:
        old: the version to start from; it must be valid, and its lists may be in any order.
        new: the version to lead to, likewise.

    Returns:
        The delta. `apply_delta` makes the canonical form of `new` of `old` with it, and it is empty
        (`corpus_tools.delta.is_empty`) if both say the same. The same two articles always give the same delta.
    """
    return diff_canonical(canonical(old), canonical(new))


def diff_canonical(first: Article, second: Article) -> Delta:
    """The same as `diff_articles` for two articles that are in canonical form, as readers give them."""
    old, new = cast("dict[str, Any]", first), cast("dict[str, Any]", second)
    x, y = exact_bytes(old), exact_bytes(new)
    delta: dict[str, Any] = {
        "delta_version": DELTA_VERSION,
        "old": {"id": old["id"], "sha256": sha256(x)},
        "new": {"id": new["id"], "sha256": sha256(y)},
        **{part: [] for part in PARTS},
        "ids": {},
    }
    if x != y:
        _fill(delta, old, new, {})
        if found := witnessed_edits(old, new, delta):
            _fill(delta, old, new, found)
    return cast("Delta", delta)


def _fill(
    delta: dict[str, Any], old: Mapping[str, Any], new: Mapping[str, Any], found: Mapping[str, list[Gap]]
) -> None:
    """Fill the parts of `delta`; `found` is what was edited in blocks, by old id, where that is known already."""
    names = Names(old, new)
    delta["ids"] = names.ids
    for part in _SINGLE:
        delta[part] = value_change(old.get(part, ABSENT), new.get(part, ABSENT))
    delta["extra"] = key_changes(old.get("extra", ABSENT), new.get("extra", ABSENT))
    delta["agents"] = agents(old, new, names)
    delta["metadata"] = _metadata_changes(old["metadata"], new["metadata"], names)
    delta["revisions"] = revision_changes(old.get("revisions", []), new.get("revisions", []), names.pointers)
    alignment = align(old["blocks"], new["blocks"])
    _name_blocks(old["blocks"], new["blocks"], alignment, names)
    delta["groups"] = groups(old, new, alignment, names)
    changes = block_changes(old["blocks"], new["blocks"], alignment, names.pointers, found)
    delta["blocks"] = changes
    delta["origin"] = key_changes(old.get("origin", ABSENT), new.get("origin", ABSENT))
    delta["origin"] += gap_changes(old, new, alignment)
    x, y = _texts(old["blocks"]), _texts(new["blocks"])
    carry = Carry(changes, x, y, names.ids, names.pointers)

    def back() -> Carry:
        return Carry(inverted_blocks(changes), y, x, {called: name for name, called in names.ids.items()}, {})

    delta["entities"] = entities(old, new, carry, names)
    delta["layers"] = LayerComparison(old.get("layers", {}), new.get("layers", {}), carry, back, names).changes()


def _metadata_changes(old: dict[str, Any], new: dict[str, Any], names: Names) -> list[ValueChange]:
    """The changes of metadata; agents that are only called otherwise are none."""
    changes = field_changes(with_agents(old, names.pointers), new)
    for change in changes:
        if "old" in change and change["field"] in old:
            change["old"] = old[change["field"]]
    return changes


def _name_blocks(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], alignment: Alignment, names: Names
) -> None:
    for match in alignment.matches:
        names.same(old[match.old[0]]["id"], new[match.new[0]]["id"])
        for i in match.old[1:]:
            names.gone(old[i]["id"])
    for i in alignment.removed:
        names.gone(old[i]["id"])


def _texts(blocks: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    return {block["id"]: block["text"] for block in blocks}
