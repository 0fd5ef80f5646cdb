"""Where in a TEI document a value of an object stands: at the object's own element, or in those that point at it.

What TEI has no attribute for stands in elements of their own, with a pointer at the element that it is about. All that
is known here is that pointers are written ``#id``, and that what has an id is another object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import tei_mapping


class Spot(NamedTuple):
    """An element and what of it is meant: an attribute, its text, or (neither) its start tag."""

    element: Element
    attribute: str | None = None
    text: bool = False


class Pointing:
    """The elements without an id that point at others, by the id of those; looked for when one is asked for."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._elements = elements
        self._found: dict[str, list[Element]] | None = None

    def at(self, own: str) -> list[Element]:
        """The elements that point at the one with the id `own`."""
        if self._found is None:
            self._found = {}
            for element in self._elements:
                for value in () if element.get(xml.ID) is not None else element.values():
                    if value.startswith("#"):
                        self._found.setdefault(value[1:], []).append(element)
        return self._found.get(own, [])


def spot_of(owner: Element, pointing: Iterable[Element], keys: Sequence[str], value: Any, *, in_text: bool) -> Spot:
    """Where the value of an object stands to which `keys` lead.

    `owner` is the element of the object, with all its text if that is not `in_text` of an article; what is nowhere is
    shown by its start tag.
    """
    if not keys:
        return Spot(owner)
    if keys == ["id"]:
        return Spot(owner, xml.ID)
    roots = [owner, *pointing]
    said = [spot for root in roots for spot in _saying(root, value, texts=root is not owner or not in_text)]
    named = [spot for root in roots for spot in _saying(root, _key(keys), texts=False)]
    return (
        _one_of(said, roots, keys)
        or _one_of(named, roots, keys)
        or _span_at(owner, value, keys)
        or _around(owner, value)
        or Spot(owner)
    )


def says(element: Element, value: Any) -> Spot:
    """The attribute or the text of an element that is `value`; else its start tag."""
    return next(_said_by(element, value, texts=True), Spot(element))


def _saying(root: Element, value: Any, *, texts: bool) -> Iterator[Spot]:
    """What says `value` in an element and those in it, but not in those with an id of their own."""
    yield from _said_by(root, value, texts=texts)
    for child in root:
        if child.get(xml.ID) is None:
            yield from _saying(child, value, texts=texts)


def _said_by(element: Element, value: Any, *, texts: bool) -> Iterator[Spot]:
    for name, said in element.items():
        if name != xml.ID and _is_same(said, value):
            yield Spot(element, name)
    if texts and element.text and not len(element) and _is_same(element.text, value):
        yield Spot(element, text=True)


def _is_same(said: str, value: Any) -> bool:
    """Whether a text of TEI says a value of the model: itself, as a pointer, or as the type of a layer."""
    if isinstance(value, bool):
        return said in (("true", "1") if value else ("false", "0"))
    if isinstance(value, (int, float)):
        try:
            return xml.read_number(said) == value
        except ValueError:
            return False
    if not isinstance(value, str):
        return False
    return (
        said == value
        or f"#{value}" in said.split()
        or (said.startswith(f"{tei_mapping().prefix}:") and said.endswith((f"/{value}", f":{value}")))
    )


def _one_of(spots: list[Spot], roots: Sequence[Element], keys: Sequence[str]) -> Spot | None:
    """The spot that is meant: the only one, or that within what the last key names, or that at the last index."""
    if len(spots) > 1:
        spots = [spot for spot in spots if _is_named(spot, roots, _key(keys))] or spots
    index = next((int(key) for key in reversed(keys) if key.isdecimal()), None)
    if len(spots) > 1 and index is None:
        return None
    return spots[min(index or 0, len(spots) - 1)] if spots else None


def _is_named(spot: Spot, roots: Sequence[Element], key: str) -> bool:
    """Whether an attribute of the element of a spot, or of one around it, is the key."""
    element = spot.element
    while True:
        if any(said == key and (element, name) != spot[:2] for name, said in element.items()):
            return True
        if element in roots:
            return False
        element = element.getparent()


def _span_at(owner: Element, value: Any, keys: Sequence[str]) -> Spot | None:
    """The attribute that says where a span is; `value` is the span, or something of it."""
    if "spans" not in keys[:1]:
        return None
    named = f"({value['block']}," if isinstance(value, dict) and "block" in value else "("
    pointers = [name for name, said in owner.items() if named in said]
    return Spot(owner, pointers[0]) if pointers else None


def _around(owner: Element, value: Any) -> Spot | None:
    """The attribute that says the value of the element around one, if that has no id and so is nothing by itself."""
    parent = owner.getparent()
    if parent is None or parent.get(xml.ID) is not None:
        return None
    return next(_said_by(parent, value, texts=False), None)


def _key(keys: Sequence[str]) -> str:
    """The last key that is no index."""
    return next((key for key in reversed(keys) if not key.isdecimal()), "")
