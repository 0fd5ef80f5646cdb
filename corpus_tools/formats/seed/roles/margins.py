"""How sure the role of each block of a seed is: what the best reading of the document in which it has another costs.

The forward pass of `sequence` gives the best path from the beginning to each state; a backward pass here gives the best
one from there to the end. Together they are the best path through each state (its max-marginal), found in time
linear in the number of blocks. Only explanations need it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from corpus_tools.formats.seed.roles.candidates import NEVER, Candidate
from corpus_tools.formats.seed.roles.sequence import Roles, State, at_end, step

_RULED_OUT = -NEVER / 2
"""A margin that only a path with an impossible step has."""


class Rival(NamedTuple):
    """Something else that a block could have been, and how much less plausible the whole document were then."""

    candidate: Candidate
    margin: float


_FARTHEST = Rival(Candidate("", (NEVER, NEVER, NEVER, NEVER), ""), _RULED_OUT)


def rivals(roles: Roles) -> list[list[Rival]]:
    """For each block its other roles that are possible at all, the closest first."""
    if not roles.path:
        return []
    best = roles.path[-1][0] + at_end(roles.path[-1])
    found: list[list[Rival]] = []
    for column, rests, (_, _, chosen, _) in zip(roles.columns, _to_end(roles.columns), roles.path, strict=True):
        closest: dict[str, Rival] = {}
        for (score, _, candidate, _), rest in zip(column, rests, strict=True):
            margin = max(0.0, best - score - rest)
            role = candidate.role
            if role != chosen.role and margin < closest.get(role, _FARTHEST).margin:
                closest[role] = Rival(candidate, margin)
        found.append(sorted(closest.values(), key=lambda rival: rival.margin))
    return found


def _to_end(columns: Sequence[Sequence[State]]) -> list[list[float]]:
    """For each state, what the best path from it to the end of the document adds to its score."""
    rests = [[at_end(state) for state in columns[-1]]]
    for column, after in zip(columns[-2::-1], columns[:0:-1], strict=True):
        ends = list(zip(after, rests[-1], strict=True))
        rests.append([max(step(state, following) + rest for following, rest in ends) for state in column])
    return rests[::-1]


def confidence(others: Sequence[Rival]) -> float:
    """How sure a role is: 1 if there is no other, else the logistic function of the margin to the closest one.

    That is 0.5 where the other is as plausible, and 0.99 at most. The weights being log-odds, margins need no scale:
    on our own gold, of factors from 0.5 to 3, the factor 1 fits best how often roles are right.
    """
    return min(round(1 / (1 + math.exp(-others[0].margin)), 2), 0.99) if others else 1.0
