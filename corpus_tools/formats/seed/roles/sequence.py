"""Roles of the blocks of a seed: the most plausible sequence over the whole document.

An article has four parts: what stands above the headline, the head, the body and the foot. Each block has
candidates with a weight in each part (`neighbours`), pairs of neighbours and moves between parts have weights, and
the best path through all of them is found in one pass (Viterbi's algorithm), linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.roles.candidates import ABOVE, BODY, FOOT, HEAD, NEVER, Candidate, Weights
from corpus_tools.formats.seed.roles.neighbours import candidates
from corpus_tools.seed_style import SeedStyle

_UNREACHED = float("-inf")
_PARTS = (ABOVE, HEAD, BODY, FOOT)
_TO_HEADLINE = (0.0, NEVER, NEVER, NEVER)
_TO_ANY = (-3.0, 0.0, 0.0, -3.0)
_TO: tuple[tuple[float, ...], ...] = (  # how plausible it is to come from each part
    (0.0, NEVER, NEVER, NEVER),
    (NEVER, 0.0, NEVER, NEVER),
    (-1.5, 0.0, 0.0, -3.0),
    (-3.0, -0.5, 0.0, 0.0),
)
_PAIRS: dict[tuple[str, str], float] = {
    ("kicker", "headline"): 0.6,
    ("kicker", "kicker"): -1.0,
    **{(above, below): 1.8 for above in ("standfirst",) for below in ("byline", "date", "dateline")},
    **{(above, below): 0.8 for above in ("deck",) for below in ("byline", "date", "dateline")},
    ("deck", "standfirst"): 0.2,
    ("standfirst", "standfirst"): -0.8,
    ("byline", "dateline"): 2.6,
    ("date", "dateline"): 2.0,
    ("dateline", "date"): 0.5,
    ("standfirst", "caption"): 0.5,
    ("standfirst", "credit"): 0.3,
    ("headline", "deck"): 0.3,
    ("deck", "deck"): -0.6,
    ("source", "source"): -0.8,
    ("byline", "byline"): 0.8,
    ("byline", "date"): 0.5,
    ("date", "byline"): 0.5,
    ("caption", "credit"): 1.8,
    ("credit", "caption"): 1.0,
    ("credit", "byline"): 0.8,
    ("paragraph", "credit"): -0.3,
    ("media", "caption"): 1.0,
    ("media", "credit"): 0.5,
    ("headline", "subhead"): -0.5,
    ("deck", "subhead"): -0.3,
    ("byline", "deck"): -0.8,
    ("date", "deck"): -0.8,
    ("byline", "subhead"): -0.8,
    ("date", "subhead"): -0.8,
    ("subhead", "subhead"): -1.5,
    ("subhead", "paragraph"): 0.3,
    ("list_item", "list_item"): 1.0,
    ("subhead", "caption"): -0.5,
    ("subhead", "credit"): -0.5,
    **{("subhead", foot): -3.0 for foot in ("source", "byline", "tagline", "copyright", "tags", "date")},
    ("table_row", "table_row"): 1.0,
}
_NO_PAIRS: dict[str, float] = {}
_PAIRS_TO: dict[str, dict[str, float]] = {}
for (_above, _below), _weight in _PAIRS.items():
    _PAIRS_TO.setdefault(_below, {})[_above] = _weight
_START = Candidate("", (NEVER, NEVER, NEVER, NEVER), "")
State = tuple[float, int, Candidate, int]
"""Score of the best path to here, number of the part in `PARTS`, candidate, index of the state before."""


class Roles(NamedTuple):
    """What was decided: the states that each block can be in, and the state of each on the best path."""

    columns: list[list[State]]
    path: list[State]

    @property
    def chosen(self) -> list[Candidate]:
        """What each block is."""
        return [candidate for _, _, candidate, _ in self.path]


def assign(texts: Sequence[str], gaps: Sequence[str], cues: Cues, style: SeedStyle | None = None) -> Roles:
    """What each block is; roles that a user's style forces are beyond dispute."""
    found = candidates(texts, gaps, cues)
    columns = _paths(found)
    roles = Roles(columns, _best_path(columns))
    if style is not None and style.roles:
        places = _places([candidate.role for candidate in roles.chosen])
        found = [_forced(*block, style) for block in zip(found, texts, places, strict=True)]
        columns = _paths(found)
        roles = Roles(columns, _best_path(columns))
    return roles


def _places(roles: Sequence[str]) -> list[set[str]]:
    """Where each block stands, in the words of a house style."""
    body = [index for index, role in enumerate(roles) if role == "paragraph"] or [len(roles)]
    top = max(body[0], 1)
    return [
        {name for name, holds in (("first", index == 0), ("top", index < top), ("bottom", index > body[-1])) if holds}
        for index in range(len(roles))
    ]


def _forced(options: tuple[Candidate, ...], text: str, places: set[str], style: SeedStyle) -> tuple[Candidate, ...]:
    """The candidates of a block, or only the one that the style forces."""
    role = style.role_of(text, places)
    if role is None:
        return options
    known = next((option for option in options if option.role == role), None)
    weights = (1.0, NEVER, NEVER, NEVER) if role == "headline" else (1.0, 1.0, 1.0, 1.0)
    return (Candidate(role, weights, "forced by the house style", known and known.cue, known and known.credit),)


def _paths(found: Sequence[Sequence[Candidate]]) -> list[list[State]]:
    """For each block, the states it can be in, each with the best way to it."""
    columns: list[list[State]] = []
    before: list[State] = [(0.0, ABOVE, _START, -1)]
    for options in found:
        column: list[State] = []
        known = [(score, old, last.role) for score, old, last, _ in before]
        for option in options:
            _reach(column, known, option, _ways_into(option.role, option.weights))
        if not column:
            _reach(column, known, options[-1], _DESPITE_ALL)
        columns.append(column)
        before = column
    return columns


Way = tuple[int, float, tuple[float, ...]]
"""Number of a part, the weight of a candidate in it, and how plausible it is to come to it from each part."""

_DESPITE_ALL: tuple[Way, ...] = ((BODY, 0.0, _TO_ANY),)


@cache
def _ways_into(role: str, weights: Weights) -> tuple[Way, ...]:
    """The parts that a block of a role can stand in; a headline leads from above it into the head."""
    if role == "headline":
        return ((HEAD, weights[ABOVE], _TO_HEADLINE),)
    return tuple((part, weights[part], _TO[part]) for part in _PARTS if weights[part] > NEVER)


def _reach(
    column: list[State], before: Sequence[tuple[float, int, str]], option: Candidate, ways: Sequence[Way]
) -> None:
    """Add the states of `option`, each with the best way to it, if there is one."""
    pairs = _PAIRS_TO.get(option.role, _NO_PAIRS)
    for part, weight, moves in ways:
        best, origin = _UNREACHED, -1
        for index, (score, old, role) in enumerate(before):
            if moves[old] <= NEVER:
                continue
            total = score + moves[old]
            if role in pairs:
                total += pairs[role]
            if total > best:
                best, origin = total, index
        if origin >= 0:
            column.append((best + weight, part, option, origin))


def _best_path(columns: Sequence[Sequence[State]]) -> list[State]:
    if not columns:
        return []
    last = columns[-1]
    at = max(range(len(last)), key=lambda index: (last[index][0] + at_end(last[index]), -index))
    path: list[State] = []
    for column in reversed(columns):
        path.append(column[at])
        at = column[at][3]
    return path[::-1]


def at_end(state: State) -> float:
    """How plausible it is that an article ends so."""
    if state[2].role == "subhead" or (state[1] == HEAD and state[2].role != "headline"):
        return -3.0  # nothing follows to be headed
    return -0.5 if state[1] == ABOVE else 0.0


def step(before: State, state: State) -> float:
    """What the path from one state to another in the next column adds to the score."""
    part, candidate = state[1], state[2]
    weight, moves = candidate.weights[part], _TO[part]
    if candidate.role == "headline" and part == HEAD:
        weight, moves = candidate.weights[ABOVE], _TO_HEADLINE
    elif weight <= NEVER or candidate.role == "headline":
        weight, moves = 0.0, _TO_ANY
    return weight + moves[before[1]] + _PAIRS_TO.get(candidate.role, _NO_PAIRS).get(before[2].role, 0.0)
