"""Where elements of a TEI document stand, and the characters of its blocks.

What is sought belongs to an element: that with the id of the innermost object with an id on the way to it, else the
one of the header where the mapping puts it, else the only one there that says just the value, else the root; what is in
an `extra`, that which holds all of them. The attribute or the text that says the value is marked, of that element or of
one that points at it, and its start tag if there is none. Offsets in a block mark its characters, across tags,
references and sections of CDATA; so do those of a span whose annotation stands around its words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple
from xml.parsers import expat

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import Located, ReadOptions, Site, Sought
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.foreign import holder_of
from corpus_tools.formats.tei.spots import Spot, says, spot_of
from corpus_tools.formats.tei.template_reader import qualify
from corpus_tools.formats.tei.tree import Tree
from corpus_tools.formats.tei.written import Written, decode, written
from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.model.lines import Lines
from corpus_tools.model.pointers import parts

_begins = re.compile(
    r"<!DOCTYPE[^<>\[\r\n]*>?|<[!?][\w\[-]+|</?[\w:.-]*>?|&#?[\w.-]*;?|\]\]>|--|[\w:.-]+|[^\r\n]"
).match
_attributes = re.compile("([^\\s=<>/\"']+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')").finditer


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
        tree = Tree(xml.parse(data))
    except SourceError:
        lines = Lines(text)
        return text, [_token(one, text, lines) for one in sought]
    objects = _Objects(article)
    targets = [_target(one, objects, tree) for one in sought]
    tags = {target.element for target in targets if target is not None}
    blocks = {target.block for target in targets if target is not None and target.block is not None}
    blocks |= {target.element for target in targets if target is not None and target.text}
    rows = {number for number in blocks if tree.elements[number].tag in _rows()}
    loose = {target.element for target in targets if target is not None and target.attribute == xml.TEXT}
    try:
        found = written(text, tags, blocks, rows, loose)
    except expat.ExpatError:
        return text, _by_lines(text, targets, tree)
    return text, [_site(one, target, found, text, tree) for one, target in zip(sought, targets, strict=True)]


def _token(sought: Sought, text: str, lines: Lines) -> Site | None:
    """What begins at a place that is known in a text that is no XML; None if that is an end of a line."""
    start = lines.offset(sought.line, sought.column) if sought.line and sought.column else None
    found = None if start is None else _begins(text, start)
    return None if found is None else Site(*found.span())


class _Target(NamedTuple):
    """Number of the element that is sought, and what of it if not its start tag.

    Attributes:
        element: number of the element.
        block: number of the block in whose text the offsets count, if they are sought.
        attribute: name of the attribute that is sought.
        text: whether all text of the element is sought, which holds no other.
    """

    element: int
    block: int | None = None
    attribute: str | None = None
    text: bool = False


def _target(sought: Sought, objects: _Objects, tree: Tree) -> _Target | None:
    if objects.article is None or sought.xpath is not None:
        number = None if sought.xpath is None else tree.at(sought.xpath, sought.line)
        return None if number is None else _Target(number, attribute=sought.attribute)
    found = objects.at(sought.pointer or "")
    if sought.of_key and found.keys:  # what names the key is looked for, as if it were the value
        found = found._replace(keys=found.keys[:-1], value=found.keys[-1])
    element = _element_of(found, sought.pointer or "", objects.blocks, tree)
    if sought.block is not None and sought.start is not None:
        holder = tree.elements[element]
        while holder is not None and holder.get(xml.ID) != sought.block:
            holder = holder.getparent()
        if holder is not None:
            return _Target(element, tree.numbers[holder])
    spot = _spot(found, tree.elements[element], objects.blocks, tree)
    return _Target(tree.numbers[spot.element], None, spot.attribute, spot.text)


class _Object(NamedTuple):
    """What a pointer leads to.

    Attributes:
        named: the innermost object with an id on the way; the article if there is none.
        keys: what of the way lies in it.
        value: what is there, or the innermost value around it.
        before: how many objects in the same list, but before it, have its id.
        part: the part of the header that holds all such, if it is in an `extra` or a gap.
        is_article: whether `named` is the article itself.
    """

    named: dict[str, Any]
    keys: list[str]
    value: Any
    before: int = 0
    part: str | None = None
    is_article: bool = False


class _Objects:
    """The objects of an article, by pointers; what is the same for all of them is looked for once."""

    def __init__(self, article: Article | None) -> None:
        self.article = article
        self.blocks = {block["id"] for block in article["blocks"]} if article else set()
        self._ranks: dict[int, dict[str, list[int]]] = {}

    def at(self, pointer: str) -> _Object:
        """What a pointer leads to."""
        article: Any = self.article
        found = _Object(article, parts(pointer), article, is_article=True)
        for number, step in enumerate(parts(pointer), 1):
            value = found.value
            if step == "extra" and (value is article.get("metadata") or "id" in value):
                return found._replace(part="extras")
            try:
                inner = value[int(step)] if isinstance(value, list) else value[step]
            except (KeyError, IndexError, TypeError, ValueError):
                break
            found = found._replace(value=inner)
            if isinstance(inner, dict) and isinstance(inner.get("id"), str):
                before = self._rank(value, int(step), inner["id"]) if isinstance(value, list) else 0
                found = _Object(inner, parts(pointer)[number:], inner, before)
        is_gap = found.keys in _GAPS if found.is_article else found.keys == ["before"]
        return found._replace(part="gaps") if is_gap else found

    def _rank(self, items: list[Any], index: int, own: str) -> int:
        """How many items of a list have an id and stand before that at `index`."""
        if id(items) not in self._ranks:
            ranks = self._ranks[id(items)] = {}
            for number, item in enumerate(items):
                if isinstance(item, dict) and isinstance(item.get("id"), str):
                    ranks.setdefault(item["id"], []).append(number)
        return bisect_left(self._ranks[id(items)][own], index)


def _element_of(sought: _Object, pointer: str, blocks: set[str], tree: Tree) -> int:
    """The element with the innermost id on the way, else one of the header that says the value, else the root.

    Of several elements with one id it is one where such an object stands; of several such the one whose place among
    them is that of the object in its list.
    """
    if sought.part is not None:
        return tree.numbers[holder_of(tree.elements[0], sought.part)]
    if sought.is_article:
        return 0 if _is_at_root(sought, tree) else tree.in_header(sought.keys, sought.value)
    found = tree.likely(parts(pointer)[0], sought.named, blocks)
    return found[min(sought.before, len(found) - 1)]


def _spot(sought: _Object, element: Element, blocks: set[str], tree: Tree) -> Spot:
    """What of the element of an object says what is sought."""
    if sought.part is not None:
        return Spot(element)
    if sought.is_article:
        return Spot(element, xml.ID) if sought.keys == ["id"] else says(element, sought.value)
    around = (element, *element.iterancestors())
    in_text = any(each.get(xml.ID) in blocks for each in around)
    pointing = tree.pointing.at(sought.named["id"])
    return spot_of(element, pointing, sought.keys, sought.value, in_text=in_text)


def _is_at_root(sought: _Object, tree: Tree) -> bool:
    """Whether what is sought of the article itself is said by the root, as its id is."""
    return sought.keys in ([], ["id"]) or (
        len(sought.keys) == 1 and bool(says(tree.elements[0], sought.value).attribute)
    )


_GAPS = (["origin", "after"], ["origin", "separator"])
"""The gaps of an article; those of its blocks are `before`."""


@cache
def _rows() -> set[str]:
    """The names of elements whose text is only that of their children."""
    mapping = tei_mapping()
    with_cells = [role for role in mapping.text.roles.values() if role.cell is not None]
    return {qualify(str(role.inner or role.element), mapping) for role in with_cells}


def _site(sought: Sought, target: _Target | None, found: Written, text: str, tree: Tree) -> Site | None:
    if target is None:
        return None
    element = tree.elements[target.element]
    xpath = xml.xpath_of(element)
    if target.attribute == xml.TEXT and target.element in found.loose:
        return Site(*found.loose[target.element], xpath)
    if target.text:
        return Site(*found.texts[target.element].range(0, len(element.text)), xpath)
    if target.block is None:
        return Site(*_attribute(text, *found.tags[target.element], target.attribute), xpath)
    start = sought.start or 0
    return Site(*found.texts[target.block].range(start, start if sought.end is None else sought.end), xpath)


def _attribute(text: str, start: int, end: int, name: str | None) -> tuple[int, int]:
    """Where an attribute stands in a start tag; all of the tag if there is none of the name."""
    shown = "" if name is None else name.replace(xml.XML, "xml:").rpartition("}")[2]
    for match in _attributes(text, start, end):
        if match[1] == shown or (name is not None and name.startswith("{") and match[1].endswith(f":{shown}")):
            return match.span()
    return start, end


def _by_lines(text: str, targets: Sequence[_Target | None], tree: Tree) -> list[Site | None]:
    """The ends of the lines that start tags end in, which is all that a parsed tree says."""
    lines = Lines(text)
    sites: list[Site | None] = []
    for target in targets:
        element = None if target is None else tree.elements[target.element]
        sites.append(None if element is None else Site(*lines.bounds(element.sourceline), xml.xpath_of(element)))
    return sites
