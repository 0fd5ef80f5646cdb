"""Read the text of a TEI document back into blocks, groups and inline annotations.

The reader is local: an element and its fixed attributes tell a block's role, and an inline element tells its
annotation's layer and type. Element-only content may be laid out with any white space; the content of a block
is its text, character by character.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.inline_reader import InlineReader
from corpus_tools.formats.tei.template_reader import attribute_name, qualify, refuse_text
from corpus_tools.formats.tei.xml import ID, LANGUAGE, Element
from corpus_tools.mapping import Mapping, RoleEncoding

_Attributes = dict[str, str]
_OWN = frozenset((ID, LANGUAGE))
"""The names of the attributes that every block may have."""


class _RoleForm:
    """An element that a role may be.

    Attributes:
        role: the role.
        fixed: the attributes that tell it from others of that name.
        allowed: the names of all attributes that it may have.
        encoding: how blocks of the role are written.
    """

    __slots__ = ("allowed", "encoding", "fixed", "role")

    def __init__(self, role: str, fixed: _Attributes, encoding: RoleEncoding) -> None:
        self.role = role
        self.fixed = {attribute_name(name): value for name, value in fixed.items()}
        own = () if encoding.inner else (*_OWN, *filter(None, (encoding.uri, encoding.media_type)))
        self.allowed = frozenset((*self.fixed, *own))
        self.encoding = encoding


class BlockTable:
    """The mapping of the text, compiled for reading: roles and groups by element."""

    def __init__(self, mapping: Mapping) -> None:
        text = mapping.text
        self.mapping = mapping
        self.in_division: dict[str, list[_RoleForm]] = {}
        self.in_group: dict[str, dict[str, list[_RoleForm]]] = {type_: {} for type_ in text.groups}
        self.groups = {qualify(group.element, mapping): type_ for type_, group in text.groups.items()}
        self.section = qualify(text.section.element, mapping)
        self.in_section = frozenset((*text.section.attributes, text.section.level))
        self.fallback = qualify(text.fallback.element, mapping)
        self.in_fallback = _OWN | {text.fallback.role, text.fallback.level}
        self.alt = qualify(text.roles["media"].alt, mapping)
        for role, encoding in text.roles.items():
            table = self.in_group.get(encoding.place, self.in_division)
            for element, fixed in _elements(encoding):
                table.setdefault(qualify(element, mapping), []).append(_RoleForm(role, fixed, encoding))
        for table in (self.in_division, *self.in_group.values()):
            for forms in table.values():
                forms.sort(key=lambda form: -len(form.fixed))


def _elements(encoding: RoleEncoding) -> list[tuple[str, dict[str, str]]]:
    if isinstance(encoding.element, str):
        return [(encoding.element, encoding.attributes)] if encoding.element else []
    return [
        (element, {encoding.type[type_]: type_} if type_ in encoding.type else {})
        for type_, element in encoding.element.items()
    ]


class BlockReader:
    """Reads the blocks of one document; results stand in `blocks`, `groups`, and in the inline reader."""

    def __init__(self, table: BlockTable, inline: InlineReader) -> None:
        self.blocks: list[dict[str, Any]] = []
        self.groups: list[dict[str, Any]] = []
        self._table = table
        self._text = table.mapping.text
        self._inline = inline
        self._part_of: str | None = None

    def read(self, element: Element) -> None:
        """Read a division: the article or one of its sections.

        Raises:
            SourceError: something stands in it that the encoding has no place for.
        """
        refuse_text(element)
        for child in element:
            if child.tag == self._table.section and child.get("type") == self._text.section.attributes["type"]:
                self._section(child)
            elif child.tag in self._table.groups:
                self._group(child, self._table.groups[child.tag])
            else:
                self._block(child, self._table.in_division)

    def _section(self, element: Element) -> None:
        attributes = dict(element.items())
        _only_attributes(element, attributes, self._table.in_section)
        first = len(self.blocks)
        self.read(element)
        if len(self.blocks) == first or self.blocks[first]["role"] != "subhead":
            raise xml.refuse(element, "a section begins with the head that names it")
        level = self._text.section.level
        if level in attributes:
            self.blocks[first]["level"] = _integer(element, level)

    def _group(self, element: Element, type_: str) -> None:
        attributes = dict(element.items())
        _only_attributes(element, attributes, {ID, self._text.part_of})
        own = attributes.get(ID)
        if own is None and len(element) == 0:
            raise xml.refuse(element, f"<{xml.local_name(element)}> holds nothing")
        if own is not None:
            group = {"id": own, "type": type_}
            parent = attributes.get(self._text.part_of)
            if parent is not None:
                group["part_of"] = parent.removeprefix("#")
            self.groups.append(group)
        self._part_of = own
        refuse_text(element)
        for child in element:
            self._member(child, type_)
        self._part_of = None

    def _member(self, element: Element, type_: str) -> None:
        if element.tag == self._table.alt:
            media = self.blocks[-1].get("media") if self.blocks else None
            if media is None or "alt" in media or element.keys() or len(element):
                raise xml.refuse(element, f"<{xml.local_name(element)}> describes the medium directly before it")
            media["alt"] = element.text or ""
            return
        self._block(element, self._table.in_group[type_])

    def _block(self, element: Element, table: dict[str, list[_RoleForm]]) -> None:
        tag = element.tag
        attributes = dict(element.items())
        if tag == self._table.fallback:
            self._general(element, attributes)
            return
        for form in table.get(tag, ()):
            if form.fixed.items() <= attributes.items():
                self._native(element, form, attributes)
                return
        raise xml.refuse(element, f"<{xml.local_name(element)}> is no block that can stand here")

    def _general(self, element: Element, attributes: _Attributes) -> None:
        fallback = self._text.fallback
        _only_attributes(element, attributes, self._table.in_fallback)
        role = attributes.get(fallback.role)
        if role is None or role not in self._text.roles:
            raise xml.refuse(element, f"{role!r} is no role of a block")
        block = self._start(element, role, attributes)
        if fallback.level in attributes:
            block["level"] = _integer(element, fallback.level)
        block["text"] = self._inline.read(element, block["id"])

    def _native(self, element: Element, form: _RoleForm, attributes: _Attributes) -> None:
        encoding = form.encoding
        _only_attributes(element, attributes, form.allowed)
        if isinstance(encoding.element, dict):
            self._media(element, form, attributes)
            return
        holder = element
        if encoding.inner is not None:
            refuse_text(element)
            if len(element) != 1 or element[0].tag != qualify(encoding.inner, self._table.mapping):
                raise xml.refuse(element, f"<{xml.local_name(element)}> holds one <{encoding.inner}>")
            holder = element[0]
            attributes = dict(holder.items())
            _only_attributes(holder, attributes, _OWN)
        block = self._start(holder, form.role, attributes)
        if encoding.cell is None:
            block["text"] = self._inline.read(holder, block["id"])
        else:
            block["text"] = self._row(holder, block["id"], encoding.cell)

    def _row(self, element: Element, block: str, cell: str) -> str:
        refuse_text(element)
        tag = qualify(cell, self._table.mapping)
        cells: list[str] = []
        start = 0
        for child in element:
            if child.tag != tag or child.keys():
                raise xml.refuse(child, f"a row holds <{cell}> without attributes")
            cells.append(self._inline.read(child, block, start))
            start += len(cells[-1])
        if (
            not cells
            or "\t" in cells[-1]
            or any(content.find("\t") != len(content) - 1 or not content for content in cells[:-1])
        ):
            hint = f"write &#9; at the end of each <{cell}> but the last, and nowhere else"
            raise xml.refuse(element, "each cell of a row but the last ends with a tab, and has no other", hint=hint)
        return "".join(cells)

    def _media(self, element: Element, form: _RoleForm, attributes: _Attributes) -> None:
        encoding = form.encoding
        names = {"uri": encoding.uri, "media_type": encoding.media_type}
        if len(element) or (element.text and element.text.strip(xml.LAYOUT)):
            raise xml.refuse(element, f"<{xml.local_name(element)}> is empty")
        block = self._start(element, form.role, attributes)
        local = xml.local_name(element)
        types = encoding.element if isinstance(encoding.element, dict) else {}
        told = [type_ for type_, name in types.items() if name == local]
        media = {"type": next((value for value in form.fixed.values()), told[0])}
        media |= {key: attributes[name] for key, name in names.items() if name in attributes}
        block["media"] = media

    def _start(self, element: Element, role: str, attributes: _Attributes) -> dict[str, Any]:
        if ID not in attributes:
            raise xml.refuse(element, f"<{xml.local_name(element)}> has no xml:id")
        block: dict[str, Any] = {"id": attributes[ID], "role": role, "text": ""}
        if LANGUAGE in attributes:
            block["language"] = attributes[LANGUAGE]
        if self._part_of is not None:
            block["part_of"] = self._part_of
        self.blocks.append(block)
        return block


def _only_attributes(element: Element, attributes: _Attributes, allowed: AbstractSet[str]) -> None:
    if not attributes.keys() <= allowed:
        name = next(name for name in attributes if name not in allowed)
        raise xml.refuse(element, f"<{xml.local_name(element)}> has no attribute {name.replace(xml.XML, 'xml:')}")


def _integer(element: Element, name: str) -> int:
    value = element.get(name)
    if not (value.isascii() and value.isdigit()):
        raise xml.refuse(element, f"{name}={value!r} is no number")
    return int(value)
