"""Which blocks have the right role.

A gold block is right when at least 90 % of its characters lie in blocks that were read with its role; a block that
was read is right the same way round. Characters that are blank do not count, so newlines and indents play no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

ENOUGH = 0.9
SAME = {"date": "dateline", "kicker": "standfirst", "deck": "standfirst", "tagline": "byline"}
"""Roles that count as one."""

OPENERS = ("", *"\"'“„«»‘‚‹›「『>— \t\u3000")
"""What a quote begins with that can be told from a paragraph; one without text passes too."""


class Placed(NamedTuple):
    """A block that was read, and the positions of its characters in the text."""

    role: str
    at: list[int]
    text: str


@dataclass(frozen=True, slots=True)
class RoleCounts:
    """Blocks by role: in the gold, of these the found ones; as read, of these the right ones."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, other: RoleCounts) -> None:
        """Count another document's blocks too."""
        for mine, theirs in zip(self._counters(), other._counters(), strict=True):
            mine.update(theirs)

    def _counters(self) -> tuple[Counter[str], ...]:
        return self.gold, self.found, self.read, self.right


class Judged(NamedTuple):
    """What came of one document: counts, what was read wrongly, and how many blocks are not in the text."""

    counts: RoleCounts
    misses: list[str]
    lost: int


def role_of(name: str) -> str:
    """The role that `name` counts as."""
    return SAME.get(name, name)


def gold_role(block: Mapping[str, Any]) -> str:
    """The role a gold block counts as: a quote that nothing marks is a paragraph to every reader."""
    if block["role"] == "quote" and block["text"][:1] not in OPENERS:
        return "paragraph"
    return role_of(block["role"])


def is_blank(character: str) -> bool:
    """Whether a character does not count."""
    return character.isspace() or character == "\u200b"


def place(text: str, blocks: Iterable[Mapping[str, Any]]) -> tuple[list[Placed], int]:
    """Where the blocks that were read stand in `text`, and how many do not: their characters are sought in order."""
    where = [index for index, character in enumerate(text) if not is_blank(character)]
    flat = "".join(text[index] for index in where)
    placed: list[Placed] = []
    begin = lost = 0
    for block in blocks:
        body = "".join(character for character in block["text"] if not is_blank(character))
        if not body:
            continue
        if (found := flat.find(body, begin)) < 0:
            lost += 1
            continue
        begin = found + len(body)
        placed.append(Placed(role_of(block["role"]), where[found:begin], block["text"]))
    return placed, lost


def missing(blocks: Iterable[Mapping[str, Any]]) -> RoleCounts:
    """The counts of a document that could not be read: its gold and nothing else."""
    return RoleCounts(gold=Counter(gold_role(block) for block in blocks))


def judge(text: str, gold: Sequence[Mapping[str, Any]], read: Iterable[Mapping[str, Any]]) -> Judged:
    """Compare the blocks that were read from `text` with the gold ones."""
    counts = missing(gold)
    placed, lost = place(text, read)
    read_at = {index: block.role for block in placed for index in block.at}
    gold_at: dict[int, str] = {}
    misses: list[str] = []
    told: set[int] = set()
    for block in gold:
        role = gold_role(block)
        end = min(block["end"], len(text))
        at = [index for index in range(block["start"], end) if not is_blank(text[index])]
        gold_at.update((index, role) for index in at)
        if _agree(read_at, at, role):
            counts.found[role] += bool(at)
        elif at:
            told.update(at)
            misses.append(f"{role} read as {_usual(read_at, at)}: {block['text'][:90]!r}")
    for block_read in placed:
        counts.read[block_read.role] += 1
        if _agree(gold_at, block_read.at, block_read.role):
            counts.right[block_read.role] += 1
        elif told.isdisjoint(block_read.at):
            misses.append(f"{block_read.role} is {_usual(gold_at, block_read.at)} in gold: {block_read.text[:90]!r}")
    return Judged(counts, misses, lost)


def _agree(roles: Mapping[int, str], at: Sequence[int], role: str) -> bool:
    return sum(roles.get(index) == role for index in at) >= ENOUGH * len(at)


def _usual(roles: Mapping[int, str], at: Iterable[int]) -> str:
    """The role of most characters; ``nothing`` if most are in no block."""
    return Counter(roles.get(index) for index in at).most_common(1)[0][0] or "nothing"
