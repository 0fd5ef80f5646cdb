"""Running rules: level by level, each finding stamped with its kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import TypeVar

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.model.index import Index
from corpus_tools.rules.base import AnyRule, Check, Context, Rule

_Any = TypeVar("_Any", bound=AnyRule)


def by_code(*rules: _Any) -> Mapping[str, _Any]:
    """Rules by code.

    Raises:
        ValueError: two rules have the same code or the same slug.
    """
    if len({rule.kind.code for rule in rules}) < len(rules) or len({rule.kind.slug for rule in rules}) < len(rules):
        raise ValueError("two rules have the same code or the same slug")
    return MappingProxyType({rule.kind.code: rule for rule in rules})


Levels = tuple[tuple[tuple[Kind, Check], ...], ...]
"""Kinds and checks of rules, those of one level together."""


def by_level(rules: Iterable[Rule]) -> Levels:
    """Kinds and checks of rules in the order of their levels, those of one level together."""
    ordered = sorted(rules, key=lambda rule: rule.level)
    return tuple(
        tuple((rule.kind, rule.check) for rule in level) for _, level in groupby(ordered, key=lambda rule: rule.level)
    )


def run(levels: Levels, index: Index, context: Context) -> list[tuple[Kind, Problem]]:
    """What rules find; the first level with an error is the last one that runs."""
    found: list[tuple[Kind, Problem]] = []
    for level in levels:
        for kind, check in level:
            for problem in check(index, context):
                found.append((kind, problem))  # noqa: PERF401  a comprehension for each rule is slower
        if found and any(kind.severity is Severity.ERROR for kind, _ in found):
            break
    return found
