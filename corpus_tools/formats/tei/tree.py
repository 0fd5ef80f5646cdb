"""The elements of a TEI document: by number, by id, by XPath, and by what the header says where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from lxml import etree

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.spots import Pointing
from corpus_tools.formats.tei.xml import Element
from corpus_tools.layers import builtin_layers
from corpus_tools.mapping import tei_mapping
from corpus_tools.tei_places import tei_places

_by_id = re.compile(r"//\*\[@xml:id='(?P<id>.*)'\](?P<steps>(?:/[^'/]+)*)", re.DOTALL).fullmatch
_steps = re.compile(r"/(?:(\w+)|\(([\w|]+)\))((?:\[[^]]*\])*)").findall
_step = re.compile(r"(?P<name>[^\[]+)(?:\[(?P<place>[0-9]+)\])?").fullmatch


class Tree:
    """The elements of a document by number and by id."""

    def __init__(self, root: Element) -> None:
        self.elements: list[Element] = list(root.iter())
        self.numbers: dict[Element, int] = {element: number for number, element in enumerate(self.elements)}
        self.ids: dict[str, list[int]] = {}
        for number, element in enumerate(self.elements):
            own = element.get(xml.ID)
            if own is not None:
                self.ids.setdefault(own, []).append(number)
        self.pointing = Pointing(self.elements)
        self._likely: dict[tuple[str, str, frozenset[str]], list[int]] = {}
        self._saying: dict[str, list[int]] | None = None

    def likely(self, kind: str, thing: dict[str, Any], blocks: set[str]) -> list[int]:
        """Numbers of the elements with the id of `thing`: those where such things stand, if any do.

        `kind` is the list of the article in which it is, `blocks` are the ids of all blocks.
        """
        marked = frozenset(span["block"] for span in thing.get("spans", ()))
        key = thing["id"], kind, marked
        if key not in self._likely:
            numbers = self.ids.get(thing["id"], [0])
            places = {"blocks": {"text"}, "layers": {*marked, "standOff"}, "entities": {"standOff"}}.get(kind, set())
            likely = numbers if len(numbers) == 1 else [each for each in numbers if self._place(each, blocks) in places]
            self._likely[key] = likely or numbers
        return self._likely[key]

    def _place(self, number: int, blocks: set[str]) -> str | None:
        """The id of the block around an element; elsewhere the part of the document that it is in."""
        around = list(self.elements[number].iterancestors())
        part = xml.local_name(around[-2]) if len(around) > 1 else None
        return next((each.get(xml.ID) for each in around if each.get(xml.ID) in blocks), part)

    def in_header(self, steps: Sequence[str], value: Any) -> int:
        """The element of the header where a property is, best one that says its value; else who does, else the root.

        `steps` lead to the property; of the elements for the members of a list the one at its place is meant.
        """
        place = next((int(step) for step in steps if step.isdecimal()), 0)
        end = sum(1 for _ in self.elements[0][0].iter())
        found = [number for each in _at_place(tuple(steps))(self.elements[0]) if (number := self.numbers[each]) <= end]
        meant = [*found[place : place + 1], *found]
        saying = self._says(value) if isinstance(value, str) else []
        both = [number for number in meant if number in saying]
        return next(iter((*both, *(saying if len(saying) == 1 else ()), *meant)), 0)

    def _says(self, value: str) -> list[int]:
        """The elements of the header whose text or attribute is `value`."""
        if self._saying is None:
            self._saying = {}
            for element in self.elements[0][0].iter():
                said = {element.text, *(text for name, text in element.items() if name != xml.ID)}
                for text in said:
                    self._saying.setdefault(text, []).append(self.numbers[element])
        return self._saying.get(value, [])

    def at(self, xpath: str, line: int | None) -> int | None:
        """The element at an XPath such as `xml.xpath_of` makes; of several that on the line."""
        told = _by_id(xpath)
        starts = [self.elements[number] for number in self.ids.get(told["id"], ())] if told else [self.elements[0]]
        steps = told["steps"].split("/")[1:] if told else xpath.split("/")[2:]
        found = [element for start in starts for element in _below(start, steps)]
        on_line = [element for element in found if element.sourceline == line]
        return next((self.numbers[element] for element in (*on_line, *found)), None)


def _below(element: Element, steps: Sequence[str]) -> Iterator[Element]:
    """The elements that the steps of an XPath lead to; more than one if elements of several namespaces have a name."""
    if not steps:
        yield element
        return
    step = _step(steps[0])
    same: dict[str, list[Element]] = {}
    for child in element:
        if step is not None and xml.local_name(child) == step["name"]:
            same.setdefault(child.tag, []).append(child)
    for children in same.values():
        number = int(step["place"] or 1) if step else 1
        for child in children[number - 1 : number]:
            yield from _below(child, steps[1:])


@cache
def _at_place(steps: tuple[str, ...]) -> Callable[[Element], list[Element]]:
    """What finds the elements in which a property stands, or its members, if it is a list."""
    pointer = "".join("/*" if step.isdecimal() else f"/{step}" for step in steps).removesuffix("/*")
    places = tei_places(tei_mapping(), builtin_layers()).get(pointer, ())
    paths = [_prefixed(place.xpath) for place in places]
    found: Any = etree.XPath(" | ".join(paths) or "/..", namespaces={"tei": tei_mapping().namespace})
    return found  # type: ignore[no-any-return]  # XPaths of elements find lists of them


def _prefixed(path: str) -> str:
    """The XPath of an element, without its attribute, as XPath 1.0 with the prefix of TEI."""
    made = ""
    for name, choice, predicates in _steps(path):
        tests = " or ".join(f"self::tei:{each}" for each in choice.split("|"))
        made += f"/*[{tests}]{predicates}" if choice else f"/tei:{name}{predicates}"
    return made
