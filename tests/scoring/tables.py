"""Figures as text for people, as JSON, and as the table of the README."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from .figures import Figures

BEGIN, END = "<!-- score:begin -->", "<!-- score:end -->"
TITLES = {"own": "our own gold, `fixtures/seeds/`", "shared": "real articles, `seeds-dev`"}
_COLUMNS = (
    "gold",
    "seeds",
    "languages",
    "roles, micro F1",
    "roles, macro F1",
    "fields, mean",
    "further fields, mean",
    "seeds with an invented value",
    "measured",
)


def as_text(name: str, found: Figures) -> str:
    """The figures of a set, with a line for each role and field."""
    faults = f"not read {found.refused}, laws broken in {found.broken}, blocks whose text is not there {found.lost}"
    lines = [
        f"{name}: {found.documents} seeds in {found.languages} languages; {faults}",
        *(
            f"  {role:19} gold {each.gold:5}  P {each.precision:.3f}  R {each.recall:.3f}  F1 {each.f1:.3f}"
            for role, each in found.roles.items()
        ),
        f"roles: micro F1 {found.micro:.3f}  macro F1 {found.macro:.3f}",
        *(
            f"  {field:19} right {each.right}/{each.judged} = {each.accuracy:.3f}"
            f"   missed {each.missed} wrong {each.wrong} invented {each.invented}"
            for field, each in found.fields.items()
        ),
        f"fields: mean {found.fields_mean:.3f}  further fields: mean {_shown(found.further_mean)}",
        f"documents with an invented value: {found.invented}/{found.documents}",
    ]
    return "\n".join(lines)


def by_group(groups: Mapping[str, Figures]) -> str:
    """One line for each group, the worst first."""
    width = min(60, max(map(len, groups), default=0))
    lines = [f"  {'':{width}} seeds  micro  macro fields invented"]
    for key, found in sorted(groups.items(), key=lambda item: item[1].micro):
        values = f"{found.micro:6.3f} {found.macro:6.3f} {found.fields_mean:6.3f}"
        lines.append(f"  {key[:width]:{width}} {found.documents:5} {values} {found.invented:8}")
    return "\n".join(lines)


def by_kind(misses: Iterable[tuple[str, str]]) -> str:
    """What is wrong by its kind, as ``caption read as paragraph``, the most frequent first, each with its seeds."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for name, miss in misses:
        kind, _, words = miss.partition(": ")
        kinds[kind].append(f"    {name}: {words}")
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    return "\n".join("\n".join([f"{len(lines):5} {kind}", *lines]) for kind, lines in ordered)


def as_json(found: Figures) -> dict[str, Any]:
    """The figures as JSON; roles and fields are objects of objects."""
    roles = {role: each._asdict() for role, each in found.roles.items()}
    judged = {field: {**each._asdict(), "accuracy": each.accuracy} for field, each in found.fields.items()}
    return {**asdict(found), "roles": roles, "fields": judged}


def row(name: str, found: Figures, date: str) -> str:
    """The line of a set in the README."""
    cells = (
        TITLES[name],
        str(found.documents),
        str(found.languages),
        f"{found.micro:.3f}",
        f"{found.macro:.3f}",
        f"{found.fields_mean:.3f}",
        _shown(found.further_mean),
        str(found.invented),
        date,
    )
    return _line(cells)


def rows(page: str) -> dict[str, str]:
    """The lines of the sets in a README, by the name of the set."""
    lines = _parts(page)[1].splitlines()
    return {name: line for name, title in TITLES.items() for line in lines if line.startswith(f"| {title} |")}


def written(page: str, new: Mapping[str, str]) -> str:
    """The README `page` with the lines `new`; a set that was not scored keeps the line it has."""
    known = {**rows(page), **new}
    lines = [_line(_COLUMNS), "|---" * len(_COLUMNS) + "|", *(known[name] for name in TITLES if name in known)]
    before, _, after = _parts(page)
    return "\n".join([f"{before}{BEGIN}", *lines, f"{END}{after}"])


def _parts(page: str) -> tuple[str, str, str]:
    """What stands before, between and after the markers."""
    before, begin, rest = page.partition(BEGIN)
    between, end, after = rest.partition(END)
    assert begin, f"the README has no {BEGIN}"
    assert end, f"the README has no {END}"
    return before, between, after


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
