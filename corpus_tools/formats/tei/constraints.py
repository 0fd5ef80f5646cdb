"""Constraints of TEI beyond its grammar, which TEI says in Schematron: those about elements that the mapping uses.

The grammar of the profile is stricter than TEI, so a document that it accepts and that can be read breaks none of
them; one that it refuses, or that cannot be read, is told which of them it breaks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from lxml import etree

from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import Constraint, tei_mapping


class Breach(NamedTuple):
    """An element that breaks a constraint, which one, and what to do about it."""

    element: Element
    message: str
    hint: str


def breaches(root: Element) -> list[Breach]:
    """What of the constraints a document breaks, each element with the first constraint that it breaks."""
    found: dict[Element, Breach] = {}
    for select, constraint in _constraints():
        for element in select(root):
            found.setdefault(element, Breach(element, constraint.message, constraint.hint))
    return list(found.values())


@cache
def _constraints() -> list[tuple[Callable[[Element], Any], Constraint]]:
    """What selects the elements that break a constraint, and the constraint."""
    mapping = tei_mapping()
    return [
        (etree.XPath(constraint.breach, namespaces={"tei": mapping.namespace}), constraint)
        for constraint in mapping.constraints
    ]
