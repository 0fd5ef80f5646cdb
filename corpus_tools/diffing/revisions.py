"""The list of revisions: entries that came, went or changed, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from corpus_tools.delta import RevisionChange
from corpus_tools.diffing.exact import exact_bytes, same
from corpus_tools.diffing.matching import changed_keys
from corpus_tools.diffing.sequences import Gap, gaps, tokens_as_text

Revision = dict[str, Any]


def revision_changes(
    old: Sequence[Revision], new: Sequence[Revision], pointers: Mapping[str, str]
) -> list[RevisionChange]:
    """The changes between two lists of revisions; `pointers` says how agents are called now."""
    images = [with_agent(each, pointers) for each in old]
    if same(images, new):
        return []
    sequences = tokens_as_text(*([exact_bytes(each).decode() for each in side] for side in (images, new)))
    between = [Gap(0, len(old), 0, len(new))] if sequences is None else gaps(*sequences)
    made: list[RevisionChange] = []
    for i1, i2, j1, j2 in between:
        both = min(i2 - i1, j2 - j1) if i2 - i1 == j2 - j1 else 0
        for i, j in zip(range(i1, i1 + both), range(j1, j1 + both), strict=True):
            kinds = changed_keys(images[i], new[j])
            made.append({"kinds": kinds, "old": _placed(old, i), "new": _placed(new, j)})
        made += [{"kinds": ["removed"], "old": _placed(old, i)} for i in range(i1 + both, i2)]
        made += [{"kinds": ["added"], "new": _placed(new, j)} for j in range(j1 + both, j2)]
    return made


def with_agent(revision: Revision, pointers: Mapping[str, str]) -> Revision:
    """A revision whose agent is called as it is now."""
    if "agent" not in revision or revision["agent"] not in pointers:
        return revision
    return {**revision, "agent": pointers[revision["agent"]]}


def with_agents(metadata: Mapping[str, Any], pointers: Mapping[str, str]) -> dict[str, Any]:
    """Metadata whose concepts name their agents as they are called now."""
    made = {**metadata}
    if pointers:
        for key in ("genres", "subjects"):
            if key in made:
                made[key] = [with_agent(concept, pointers) for concept in made[key]]
    return made


def _placed(revisions: Sequence[Revision], index: int) -> Any:
    return {"index": index, "revision": revisions[index]}
