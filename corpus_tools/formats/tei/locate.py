"""Where elements of a TEI document stand, and the characters of its blocks.

What is sought is marked by the start tag of its element: that with the id of the innermost object with an id on the
way to it, else the one of the header where the mapping puts it, else the only one there that says just the value, else
the root; what is in an `extra`, by that of the element that holds all of them. Offsets in a block mark its characters,
across tags, references and sections of CDATA; so do those of a span whose annotation stands around its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple
from xml.parsers import expat

from lxml import etree

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
_begins = re.compile(
    r"<!DOCTYPE[^<>\[\r\n]*>?|<[!?][\w\[-]+|</?[\w:.-]*>?|&#?[\w.-]*;?|\]\]>|--|[\w:.-]+|[^\r\n]"
).match
_steps = re.compile(r"/(?:(\w+)|\(([\w|]+)\))((?:\[[^]]*\])*)").findall
_step = re.compile(r"(?P<name>[^\[]+)(?:\[(?P<place>[0-9]+)\])?").fullmatch


def locate(
    data: bytes,
    options: ReadOptions,  # noqa: ARG001  TEI says all that options could
    article: Article | None,
    sought: Sequence[Sought],
) -> Located:
    """The text of a TEI file, and where the elements and characters that are sought stand in it.

    Of a file that is not well-formed nothing is known but what its reader said: the tag, reference or word there is
    marked.
    """
    text = decode(data)
    try:
        tree = _Tree(xml.parse(data))
    except SourceError:
        lines = Lines(text)
        return text, [_token(one, text, lines) for one in sought]
    targets = [_target(one, article, tree) for one in sought]
    tags = {target.element for target in targets if target is not None}
    blocks = {target.block for target in targets if target is not None and target.block is not None}
    rows = {number for number in blocks if tree.elements[number].tag in _rows()}
    try:
        found = written(text, tags, blocks, rows)
    except expat.ExpatError:
        return text, _by_lines(text, targets, tree)
    return text, [_site(one, target, found, tree) for one, target in zip(sought, targets, strict=True)]


def _token(sought: Sought, text: str, lines: Lines) -> Site | None:
    """What begins at a place that is known in a text that is no XML; None if that is an end of a line."""
    start = lines.offset(sought.line, sought.column) if sought.line and sought.column else None
    found = None if start is None else _begins(text, start)
    return None if found is None else Site(*found.span())


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

    def likely(self, numbers: list[int], kind: str, thing: dict[str, Any], blocks: set[str]) -> list[int]:
        """Of elements with the id of `thing`, which is in the list `kind` of the article, those where such stand."""

        def place(number: int) -> str | None:
            """The id of the block around an element; elsewhere the part of the document that it is in."""
            around = list(self.elements[number].iterancestors())
            part = xml.local_name(around[-2]) if len(around) > 1 else None
            return next((each.get(xml.ID) for each in around if each.get(xml.ID) in blocks), part)

        marked = {span["block"] for span in thing.get("spans", ())}
        places = {"blocks": {"text"}, "layers": {*marked, "standOff"}, "entities": {"standOff"}}.get(kind, set())
        return [number for number in numbers if place(number) in places] or numbers

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

    Of several elements with one id it is one where such an object stands; of several such the one whose place among
    them is that of the object in its list.
    """
    value: Any = article
    named: dict[str, Any] = article  # type: ignore[assignment]  # the innermost object with an id
    before = 0
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
            named = value
            before = sum(isinstance(item, dict) and item.get("id") == value["id"] for item in earlier)
    if named is article and len(parts(pointer)) > 1:  # the root itself says the rest
        return tree.in_header(parts(pointer), value)
    found = tree.ids.get(named["id"], [0])
    if len(found) > 1:
        found = tree.likely(found, parts(pointer)[0], named, {block["id"] for block in article["blocks"]})
    return found[min(before, len(found) - 1)]


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
