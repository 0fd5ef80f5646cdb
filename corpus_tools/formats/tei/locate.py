"""Where elements of a TEI document stand, and the characters of its blocks.

What is sought is marked by the start tag of its element: that with the id of the innermost object with an id on the
way to it, else the one in the header that says just the value, where the mapping puts it if several do, else the root;
what is in an `extra`, by that of the element that holds all of them. Offsets in a block mark its characters, across
tags, references and sections of CDATA; so do those of a span whose annotation stands around its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple
from xml.parsers import expat

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import Located, ReadOptions, Site, Sought
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.template_reader import qualify
from corpus_tools.formats.tei.written import Written, decode, written
from corpus_tools.formats.tei.xml import Element
from corpus_tools.layers import builtin_layers
from corpus_tools.mapping import tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.model.lines import Lines
from corpus_tools.model.pointers import parts
from corpus_tools.tei_places import tei_places

_by_id = re.compile(r"//\*\[@xml:id='(?P<id>.*)'\](?P<steps>(?:/[^'/]+)*)", re.DOTALL).fullmatch
_step = re.compile(r"(?P<name>[^\[]+)(?:\[(?P<place>[0-9]+)\])?").fullmatch


def locate(
    data: bytes,
    options: ReadOptions,  # noqa: ARG001  TEI says all that options could
    article: Article | None,
    sought: Sequence[Sought],
) -> Located:
    """The text of a TEI file, and where the elements and characters that are sought stand in it.

    Of a file that is not well-formed nothing is known but what its reader said.
    """
    text = decode(data)
    try:
        tree = _Tree(xml.parse(data))
    except SourceError:
        return text, [None] * len(sought)
    targets = [_target(one, article, tree) for one in sought]
    tags = {target.element for target in targets if target is not None}
    blocks = {target.block for target in targets if target is not None and target.block is not None}
    rows = {number for number in blocks if tree.elements[number].tag in _rows()}
    try:
        found = written(text, tags, blocks, rows)
    except expat.ExpatError:
        return text, _by_lines(text, targets, tree)
    return text, [_site(one, target, found, tree) for one, target in zip(sought, targets, strict=True)]


class _Target(NamedTuple):
    """Numbers of the element that is sought, and of the block in whose text the offsets count, if they are sought."""

    element: int
    block: int | None


class _Tree:
    """The elements of a document by number and by id."""

    def __init__(self, root: Element) -> None:
        self.elements: list[Element] = list(root.iter())
        self.numbers: dict[Element, int] = {element: number for number, element in enumerate(self.elements)}
        self.ids: dict[str, list[int]] = {}
        for number, element in enumerate(self.elements):
            own = element.get(xml.ID)
            if own is not None:
                self.ids.setdefault(own, []).append(number)

        self._saying: dict[str, list[int]] | None = None

    @property
    def extras(self) -> int:
        """The element of the header that holds every `extra`; the root if it is not where it should be."""
        name, attributes = _extras()
        found = (
            self.numbers[element]
            for element in self.elements[0].iter(name)
            if attributes.items() <= dict(element.items()).items()
        )
        return next(found, 0)

    def saying(self, value: str, steps: Sequence[str]) -> int | None:
        """The element of the header whose text or attribute is `value`; of several the first that is for `steps`."""
        if self._saying is None:
            self._saying = {}
            for element in self.elements[0][0].iter():
                said = {element.text, *(text for name, text in element.items() if name != xml.ID)}
                for text in said:
                    self._saying.setdefault(text, []).append(self.numbers[element])
        found = self._saying.get(value, ())
        if len(found) > 1:
            place = _place(tuple("*" if step.isdecimal() else step for step in steps))
            found = [number for number in found if place.fullmatch(_path(self.elements[number]))]
        return next(iter(found), None)

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


def _target(sought: Sought, article: Article | None, tree: _Tree) -> _Target | None:
    if article is None or sought.xpath is not None:
        number = None if sought.xpath is None else tree.at(sought.xpath, sought.line)
        return None if number is None else _Target(number, None)
    element = _element_of(article, sought.pointer or "", tree)
    if sought.block is None or sought.start is None:
        return _Target(element, None)
    holder = tree.elements[element]
    while holder is not None and holder.get(xml.ID) != sought.block:
        holder = holder.getparent()
    return _Target(element, None if holder is None else tree.numbers[holder])


def _element_of(article: Article, pointer: str, tree: _Tree) -> int:
    """The element with the innermost id on the way, else one of the header that says the value, else the root.

    Of several elements with one id it is the one whose place among them is that of the object in its list.
    """
    value: Any = article
    own, before = article["id"], 0
    for step in parts(pointer):
        if step == "extra" and (value is article.get("metadata") or "id" in value):
            return tree.extras
        earlier: list[Any] = []
        try:
            if isinstance(value, list):
                earlier, value = value[: int(step)], value[int(step)]
            else:
                value = value[step]
        except (KeyError, IndexError, TypeError, ValueError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            own = value["id"]
            before = sum(isinstance(item, dict) and item.get("id") == own for item in earlier)
    in_header = own == article["id"] and len(parts(pointer)) > 1  # the root itself says the rest
    if in_header and isinstance(value, str) and (said := tree.saying(value, parts(pointer))) is not None:
        return said
    named = tree.ids.get(own, [0])
    return named[min(before, len(named) - 1)]


def _path(element: Element) -> str:
    """The names of an element and of those around it, from the root on."""
    names = [xml.local_name(each) for each in (element, *element.iterancestors())]
    return "".join(f"/{name}" for name in reversed(names))


@cache
def _place(steps: tuple[str, ...]) -> re.Pattern[str]:
    """The paths at which a property stands: its XPaths, which are patterns but for predicates and attributes."""
    pointer = "".join(f"/{step}" for step in steps).removesuffix("/*")  # members of a list stand where it stands
    places = tei_places(tei_mapping(), builtin_layers()).get(pointer, ())
    return re.compile("|".join(re.sub(r"\[[^]]*\]|/@.*", "", place.xpath) for place in places) or "(?!)")


@cache
def _extras() -> tuple[str, dict[str, str]]:
    """Name and attributes of the element that holds every `extra`."""
    mapping = tei_mapping()
    node = next(node for node in mapping.walk() if node.text == "extras")
    assert isinstance(node.element, str)
    return qualify(node.element, mapping), {
        name: value for name, value in node.attributes.items() if isinstance(value, str)
    }


@cache
def _rows() -> set[str]:
    """The names of elements whose text is only that of their children."""
    mapping = tei_mapping()
    with_cells = [role for role in mapping.text.roles.values() if role.cell is not None]
    return {qualify(str(role.inner or role.element), mapping) for role in with_cells}


def _site(sought: Sought, target: _Target | None, found: Written, tree: _Tree) -> Site | None:
    if target is None:
        return None
    xpath = xml.xpath_of(tree.elements[target.element])
    if target.block is None:
        return Site(*found.tags[target.element], xpath)
    start = sought.start or 0
    return Site(*found.texts[target.block].range(start, start if sought.end is None else sought.end), xpath)


def _by_lines(text: str, targets: Sequence[_Target | None], tree: _Tree) -> list[Site | None]:
    """The ends of the lines that start tags end in, which is all that a parsed tree says."""
    lines = Lines(text)
    sites: list[Site | None] = []
    for target in targets:
        element = None if target is None else tree.elements[target.element]
        sites.append(None if element is None else Site(*lines.bounds(element.sourceline), xml.xpath_of(element)))
    return sites
