"""What a comparison comes to, without the changes themselves: ``--name-only``, ``--stat`` and ``--summary``."""

from __future__ import annotations

from collections import Counter

from corpus_tools.delta import is_empty
from corpus_tools.reporters.base import count, visible
from corpus_tools.reporters.deltas.base import Comparison, changes_of, not_compared, tally, told

_WAYS = ("changed", "renamed", "added", "removed")


def name_only(comparison: Comparison) -> str:
    """A line for each document that differs: its name in the new version, or in the old one if it was removed."""
    return "".join(f"{visible(pair.new_file or pair.old_file or '')}\n" for pair in comparison.differing)


def stat(comparison: Comparison) -> str:
    """A line for each document that differs, with the number of its changes, and one for all of them."""
    pairs = comparison.differing
    names = [visible(pair.name) for pair in pairs]
    width = max(map(len, names), default=0)
    lines = []
    for pair, name in zip(pairs, names, strict=True):
        kinds = [kind for kind in pair.kinds if kind != "changed"]
        changes = told(tally(pair)) if pair.delta and not is_empty(pair.delta) else ""
        lines.append(f"{name:<{width}} | {', '.join([*kinds, *([changes] if changes else [])])}\n")
    return "".join(lines) + _documents(comparison)


def summary(comparison: Comparison) -> str:
    """How often each kind of change was found, by part and layer."""
    pairs = comparison.differing
    found: dict[str, Counter[str]] = {}
    for pair in pairs:
        for what, kinds in changes_of(pair.delta) if pair.delta else ():
            found.setdefault(what, Counter()).update(kinds)
    width = max(map(len, found), default=0)
    lines = [
        f"{what:<{width}}  {', '.join(f'{number} {kind}' for kind, number in kinds.most_common())}\n"
        for what, kinds in found.items()
    ]
    return "".join(lines) + _documents(comparison)


def _documents(comparison: Comparison) -> str:
    """How many documents differ, how many of them do so in each way, and which ones were not compared."""
    pairs = comparison.differing
    unread = f"{visible(not_compared(comparison.unread))}\n" if comparison.unread else ""
    if not pairs:
        return unread
    ways = Counter(kind for pair in pairs for kind in pair.kinds)
    told = ", ".join(f"{ways[way]} {way}" for way in _WAYS if ways[way])
    return f"{count(len(pairs), 'document')}{': ' if told else ''}{told}\n{unread}"
