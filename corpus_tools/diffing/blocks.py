"""Changes of blocks, from an alignment: what was edited in them, and what else is other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from corpus_tools.delta import BlockChange, Edit, PlacedBlock, Stretch, ValueChange
from corpus_tools.diffing.align import Alignment, Match
from corpus_tools.diffing.exact import same
from corpus_tools.diffing.sequences import Gap
from corpus_tools.diffing.values import keys_of
from corpus_tools.diffing.words import BREAK, edits
from corpus_tools.model.canonical import DEFAULT_SEPARATOR

Block = dict[str, Any]
_ALWAYS = 3  # id, role, text: most blocks have no other key
_DERIVED = ("text", "before")


def block_changes(
    old: Sequence[Block],
    new: Sequence[Block],
    alignment: Alignment,
    ids: Mapping[str, str],
    found: Mapping[str, list[Gap]],
) -> list[BlockChange]:
    """The changes of blocks in the order of the new text, those that are gone where they stood.

    Args:
        old: the blocks of the old version.
        new: the blocks of the new version.
        alignment: which of them belong together.
        ids: new ids of groups by old ones, where they differ.
        found: what was edited in blocks, by their old ids, where that is known already.
    """
    made: list[tuple[tuple[int, int], BlockChange]] = []
    for match in alignment.matches:
        is_single = len(match.old) == len(match.new) == 1
        if is_single and match not in alignment.moved and _is_untouched(old[match.old[0]], new[match.new[0]], ids):
            continue
        change = _match_change(old, new, match, ids, found)
        if match in alignment.moved:
            kinds = [] if change is None else change["kinds"]
            change = change or _change([], old, match.old, new, match.new, whole=False)
            change["kinds"] = ["moved", *kinds]
        if change is not None:
            made.append(((match.new[0], 1), change))
    made += [((j, 1), _change(["added"], old, (), new, (j,), whole=True)) for j in alignment.added]
    stayed = [(match.old[0], match.new[0]) for match in alignment.matches if match not in alignment.moved]
    for i in alignment.removed:
        at = bisect_left(stayed, (i, 0)) - 1
        place = stayed[at][1] if at >= 0 else -1
        made.append(((place, 2), _change(["removed"], old, (i,), new, (), whole=True)))
    made.sort(key=lambda entry: entry[0])
    return [change for _, change in made]


def _is_untouched(old: Block, new: Block, ids: Mapping[str, str]) -> bool:
    """Whether two blocks are equal in everything, as most are."""
    return same(old, new) and ("part_of" not in old or old["part_of"] not in ids)


def _match_change(
    old: Sequence[Block], new: Sequence[Block], match: Match, ids: Mapping[str, str], found: Mapping[str, list[Gap]]
) -> BlockChange | None:
    if len(match.old) + len(match.new) > 2:
        kind = "split" if len(match.new) > 1 else "merged"
        change = _change([kind], old, match.old, new, match.new, whole=True)
        texts = [BREAK.join([blocks[at]["text"] for at in ats]) for blocks, ats in ((old, match.old), (new, match.new))]
        sides = [placed["block"] for placed in change["old"]], [placed["block"] for placed in change["new"]]
        change["edits"] = _edits(edits(*texts), *sides, *texts)
        return change
    x, y = old[match.old[0]], new[match.new[0]]
    kinds = ["text"] if x["text"] != y["text"] else []
    if x["role"] != y["role"] or len(x) > _ALWAYS or len(y) > _ALWAYS:
        kinds += _other_keys(x, y, ids)
    if not kinds:
        return None
    change = _change(kinds, old, match.old, new, match.new, whole=False)
    if x["text"] != y["text"]:
        told = found.get(x["id"]) or edits(x["text"], y["text"])
        change["edits"] = _edits(told, [x], [y], x["text"], y["text"])
    return change


def _other_keys(old: Block, new: Block, ids: Mapping[str, str]) -> list[str]:
    """The keys, but those of the text itself, whose value is another."""
    found = []
    for key in keys_of(old, new):
        if key == "id" or key in _DERIVED:
            continue
        value = old.get(key)
        if key == "part_of" and value is not None:
            value = ids.get(value, value)
        if (key in old) != (key in new) or not same(value, new[key]):
            found.append(key)
    return found


def _change(
    kinds: list[str],
    old: Sequence[Block],
    olds: Sequence[int],
    new: Sequence[Block],
    news: Sequence[int],
    *,
    whole: bool,
) -> BlockChange:
    return {
        "kinds": kinds,
        "old": [_placed(old[i], i, whole=whole) for i in olds],
        "new": [_placed(new[j], j, whole=whole) for j in news],
        "edits": [],
    }


def _placed(block: Block, index: int, *, whole: bool) -> PlacedBlock:
    shown = block if whole else {key: value for key, value in block.items() if key not in _DERIVED}
    return {"index": index, "block": shown}


def _edits(
    found: Sequence[Gap], old: Sequence[Block], new: Sequence[Block], old_text: str, new_text: str
) -> list[Edit]:
    return [
        {"old": _stretch(old, gap.i1, gap.i2, old_text), "new": _stretch(new, gap.j1, gap.j2, new_text)}
        for gap in found
    ]


def _stretch(blocks: Sequence[Block], start: int, end: int, text: str) -> Stretch:
    if len(blocks) == 1:
        return {"block": blocks[0]["id"], "start": start, "end": end, "text": text[start:end]}
    block, begins = _at(blocks, start)
    last, ends = _at(blocks, end)
    made: Stretch = {"block": block, "start": begins, "end": ends, "text": text[start:end].replace(BREAK, "")}
    return {**made, "end_block": last} if last != block else made


def _at(blocks: Sequence[Block], offset: int) -> tuple[str, int]:
    """The block in which an offset of their common text lies, and the offset in it."""
    for block in blocks[:-1]:
        if offset <= len(block["text"]):
            return block["id"], offset
        offset -= len(block["text"]) + 1
    return blocks[-1]["id"], offset


def gap_changes(old: Mapping[str, Any], new: Mapping[str, Any], alignment: Alignment) -> list[ValueChange]:
    """The gaps before blocks that both versions have, where they are other, as one change."""
    if not any("before" in block for article in (old, new) for block in article["blocks"]):
        return []
    x: dict[str, str] = {}
    y: dict[str, str] = {}
    for match in alignment.matches:
        if len(match.old) == 1 and len(match.new) == 1:
            i, j = match.old[0], match.new[0]
            if old["blocks"][i].get("before") != new["blocks"][j].get("before"):
                x[old["blocks"][i]["id"]] = gap_before(old, i)
                y[new["blocks"][j]["id"]] = gap_before(new, j)
    return [{"kinds": ["changed"], "field": "before", "old": x, "new": y}] if x else []


def gap_before(article: Mapping[str, Any], index: int) -> str:
    """What stands before a block in the source, whether the block says it or it is the usual separator."""
    usual = article.get("origin", {}).get("separator", DEFAULT_SEPARATOR) if index else ""
    gap: str = article["blocks"][index].get("before", usual)
    return gap
