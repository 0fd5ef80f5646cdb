"""`invert_delta`: from the new version back to the old one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from corpus_tools.delta import PARTS, BlockChange, Delta

_OTHER_WAY = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


def invert_delta(delta: Delta) -> Delta:
    """The delta that leads back: its old version is the new one of `delta`. Inverting twice gives an equal delta."""
    made: dict[str, Any] = {**delta, "old": delta["new"], "new": delta["old"]}
    for part in PARTS:
        if part != "blocks":
            made[part] = [_inverted(change) for change in made[part]]
    made["blocks"] = inverted_blocks(delta["blocks"])
    made["ids"] = {called: name for name, called in delta["ids"].items()}
    return cast("Delta", made)


def inverted_blocks(changes: Iterable[BlockChange]) -> list[BlockChange]:
    """Changes of blocks, from the new version back."""
    return [
        {
            "kinds": [_OTHER_WAY.get(kind, kind) for kind in change["kinds"]],
            "old": change["new"],
            "new": change["old"],
            "edits": [{"old": edit["new"], "new": edit["old"]} for edit in change["edits"]],
        }
        for change in changes
    ]


def _inverted(change: dict[str, Any]) -> dict[str, Any]:
    made = {key: value for key, value in change.items() if key not in {"old", "new"}}
    made["kinds"] = [_OTHER_WAY.get(kind, kind) for kind in change["kinds"]]
    if "new" in change:
        made["old"] = change["new"]
    if "old" in change:
        made["new"] = change["old"]
    return made
