"""`apply_delta`: the new version, from the old one and what lies between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from corpus_tools.delta import BlockChange, Delta, LayerChange, ThingChange
from corpus_tools.diffing.carry import Carry, Unit
from corpus_tools.diffing.exact import digest, exact_bytes, sha256
from corpus_tools.diffing.refusal import refuse
from corpus_tools.diffing.revisions import with_agent, with_agents
from corpus_tools.diffing.values import ABSENT, with_values
from corpus_tools.errors import DeltaError
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

Thing = dict[str, Any]


def apply_delta(article: Article, delta: Delta) -> Article:
    """Make the new version of an article, in canonical form.

    Args:
        article: the old version; its lists may be in any order.
        delta: what lies between the two; its shape must be that of ``schema/delta.schema.json``.

    Raises:
        DeltaError: the delta was made for another article or another version of it, or it contradicts itself.
    """
    old = canonical(article)
    if sha256(exact_bytes(old)) != delta["old"]["sha256"]:
        refuse(old, delta)
    try:
        made = canonical(_applied(cast("dict[str, Any]", old), delta))
        found = digest(made)
    except (LookupError, TypeError, ValueError, StopIteration) as error:
        raise DeltaError("the delta contradicts itself: it was edited, or made by something else") from error
    if found != delta["new"]["sha256"]:
        raise DeltaError(
            "the delta does not lead to the version that it names: it was edited, or made by something else"
        )
    return made


def _applied(old: Mapping[str, Any], delta: Delta) -> Article:
    ids = delta["ids"]
    pointers = {**ids, delta["old"]["id"]: delta["new"]["id"]} if delta["id"] else ids
    made: dict[str, Any] = {}
    for part in ("schema_version", "id", "language", "extra"):
        _put(made, part, with_values(old.get(part, ABSENT), delta[part]))
    metadata = with_agents(old["metadata"], pointers)
    made["metadata"] = with_values(metadata, delta["metadata"], nested=True)
    changes = [change for change in delta["origin"] if change.get("field") != "before"]
    _put(made, "origin", with_values(old.get("origin", ABSENT), changes))
    old_texts = {block["id"]: block["text"] for block in old["blocks"]}
    made["blocks"] = _blocks(old["blocks"], delta["blocks"], old_texts, ids, pointers)
    _set_gaps(made["blocks"], [change["new"] for change in delta["origin"] if change.get("field") == "before"])
    texts = {block["id"]: block["text"] for block in made["blocks"]}
    carry = Carry(delta["blocks"], old_texts, texts, ids, pointers)
    for kind in ("groups", "entities", "agents"):
        things = _things(old.get(kind, ()), delta[kind], carry)
        _put(made, kind, things or ABSENT)
    _put(made, "layers", _layers(old.get("layers", {}), delta["layers"], carry) or ABSENT)
    _put(made, "revisions", _revisions(old.get("revisions", ()), delta["revisions"], pointers) or ABSENT)
    return cast("Article", made)


def _put(target: dict[str, Any], key: str, value: Any) -> None:
    if value is not ABSENT:
        target[key] = value


def _blocks(
    old: Sequence[Thing],
    changes: Sequence[BlockChange],
    texts: Mapping[str, str],
    ids: Mapping[str, str],
    pointers: Mapping[str, str],
) -> list[Thing]:
    """The new blocks: those that changed at their places, all others around them in their order."""
    by_id = {block["id"]: block for block in old}
    placed: dict[int, Thing] = {}
    told: set[str] = set()
    for change in changes:
        told.update(each["block"]["id"] for each in change["old"])
        for new in change["new"]:
            block = {**new["block"]}
            if "text" not in block:
                before = by_id[change["old"][0]["block"]["id"]]
                block["text"] = _edited(before["text"], change, texts)
                if "before" in before:
                    block["before"] = before["before"]
            placed[new["index"]] = block
    others = iter([block for block in old if block["id"] not in told])
    size = len(old) - len(told) + len(placed)
    return [placed[at] if at in placed else _renamed(next(others), ids, pointers) for at in range(size)]


def _renamed(block: Thing, ids: Mapping[str, str], pointers: Mapping[str, str]) -> Thing:
    made = {**block, "id": ids.get(block["id"], block["id"])}
    if "part_of" in made:
        made["part_of"] = pointers.get(made["part_of"], made["part_of"])
    return made


def _edited(text: str, change: BlockChange, texts: Mapping[str, str]) -> str:
    if not change["edits"]:
        return text
    pieces = []
    at = 0
    for (start, end, _, _), edit in zip(Unit(change, texts).edits, change["edits"], strict=True):
        pieces += [text[at:start], edit["new"]["text"]]
        at = end
    return "".join(pieces) + text[at:]


def _set_gaps(blocks: Sequence[Thing], gaps: Iterable[Mapping[str, str]]) -> None:
    """Write the gaps that are told; which of them are usual is settled by the canonical form."""
    for told in gaps:
        for block in blocks:
            if block["id"] in told:
                block["before"] = told[block["id"]]


def _things(old: Iterable[Thing], changes: Sequence[ThingChange], carry: Carry) -> list[Thing]:
    told = {change["old"]["id"] for change in changes if "old" in change}
    kept = [carry.image(thing) for thing in old if thing["id"] not in told]
    return kept + [change["new"] for change in changes if "new" in change]


def _layers(old: Mapping[str, Thing], changes: Sequence[LayerChange], carry: Carry) -> dict[str, Thing]:
    whole = {change["layer"]: change for change in changes if "list" not in change}
    made: dict[str, Thing] = {}
    for name in [*old, *(name for name in whole if name not in old)]:
        change = whole.get(name)
        if change is not None and ("old" not in change or "new" not in change):
            if "new" in change:
                made[name] = change["new"]
            continue
        own = [each for each in changes if each["layer"] == name and "list" in each]
        made[name] = _layer(old[name], old[name] if change is None else change["new"], own, carry)
    return made


def _layer(old: Thing, head: Mapping[str, Any], changes: Sequence[LayerChange], carry: Carry) -> Thing:
    made: Thing = {key: head[key] for key in ("definition", "agent") if key in head}
    if head is old and "agent" in made:
        made["agent"] = carry.pointers.get(made["agent"], made["agent"])
    for kind in ("annotations", "relations"):
        own = [change for change in changes if change["list"] == kind]
        told = {change["old"]["id"] for change in own if "old" in change}
        items = [carry.image(item) for item in old.get(kind, ()) if item["id"] not in told]
        items += [change["new"] for change in own if "new" in change]
        went = any(change.get("with_list") and "new" not in change for change in own)
        if items or (kind in head and not went):
            made[kind] = items
    return made


def _revisions(old: Sequence[Thing], changes: Iterable[Mapping[str, Any]], pointers: Mapping[str, str]) -> list[Thing]:
    told: set[int] = set()
    placed: dict[int, Thing] = {}
    for change in changes:
        if "old" in change:
            told.add(change["old"]["index"])
        if "new" in change:
            placed[change["new"]["index"]] = change["new"]["revision"]
    others = iter([with_agent(each, pointers) for index, each in enumerate(old) if index not in told])
    size = len(old) - len(told) + len(placed)
    return [placed[at] if at in placed else next(others) for at in range(size)]
