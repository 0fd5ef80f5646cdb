"""Compile the nodes of the mapping into functions that read XML back.

The reader is the mirror of the writer: it matches each child element with the node of that name and those
fixed attributes, and puts what it finds at the node's paths. What no node describes is refused with its
place, so that nothing in a file is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from corpus_tools.errors import SourceError
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.foreign import read_object
from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import ANY_OTHER, Field, Mapping, Node

Read = Callable[[Element, Any], None]
"""Reads an element into a scope: the dict that its paths begin at."""

_Items = list[tuple[str, str]]
_ReadNode = Callable[[Element, _Items, Any], None]
"""The same, with the attributes of the element: asking for them costs more than reading them."""

Put = Callable[[Any, Any], None]

SCALAR = "."
"""The path of a list item that is no object but the value itself."""


def putter(path: str) -> Put:
    """A function that stores a value at a dotted path, making the dicts on the way."""
    *before, last = (SCALAR,) if path == SCALAR else path.split(".")

    def put_here(scope: Any, value: Any) -> None:
        scope[last] = value

    def put(scope: Any, value: Any) -> None:
        for key in before:
            scope = scope.setdefault(key, {})
        scope[last] = value

    return put if before else put_here


def _pointer(value: str) -> str:
    if not value.startswith("#"):
        raise ValueError(f"{value!r} is not a pointer into this document")
    return value[1:]


def _boolean(value: str) -> bool:
    return {"true": True, "false": False, "1": True, "0": False}[value]


PARSERS: dict[str, Callable[[str], Any]] = {
    "pointer": _pointer,
    "number": xml.read_number,
    "integer": int,
    "boolean": _boolean,
    "json": read_object,
}


def qualify(name: str, mapping: Mapping) -> str:
    """The name as lxml writes it: elements in the mapping's namespace, attributes with their prefix resolved."""
    return f"{{{mapping.namespace}}}{name}"


def attribute_name(name: str) -> str:
    """An attribute's name as lxml writes it."""
    return name.replace("xml:", xml.XML)


_Fixed = frozenset[tuple[str, str]]
_Table = dict[str, list[tuple[_Fixed, _ReadNode]]]
"""For each tag, the nodes that an element of that name may be: their fixed attributes, and how they are read."""


def compile_content(nodes: tuple[Node | str, ...], mapping: Mapping) -> Read:
    """A function that reads all children of an element that are described by `nodes`."""
    table: _Table = {}
    for node in merged(mapping.children(nodes)):
        fixed = frozenset(
            (attribute_name(name), value) for name, value in node.attributes.items() if isinstance(value, str)
        )
        for name, known in _names(node):
            table.setdefault(qualify(name, mapping), []).append((fixed, _compile_node(node, mapping, known)))
    for candidates in table.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))

    def read(element: Element, scope: Any) -> None:
        text = element.text
        if text and text.strip(xml.LAYOUT):
            raise _stray_text(element)
        for child in element:
            tail = child.tail
            if tail and tail.strip(xml.LAYOUT):
                raise _stray_text(element)
            items = child.items()
            for fixed, read_candidate in table.get(child.tag, ()):
                if not fixed or fixed.issubset(items):
                    read_candidate(child, items, scope)
                    break
            else:
                raise _unknown(child)

    return read


def merged(nodes: Iterable[Node]) -> list[Node]:
    """The nodes, with plain containers that look the same made one that holds the content of all."""
    made: dict[tuple[Any, ...], Node] = {}
    for node in nodes:
        plain = node.content and not (node.each or node.scope or node.otherwise)
        key = (node.element, *sorted(node.attributes.items())) if plain and _all_fixed(node) else (id(node),)
        known = made.get(key)
        made[key] = node if known is None else msgspec.structs.replace(known, content=(*known.content, *node.content))
    return list(made.values())


def _all_fixed(node: Node) -> bool:
    return all(isinstance(value, str) for value in node.attributes.values())


def _names(node: Node) -> list[tuple[str, dict[str, str]]]:
    """The names that the node's element may have, with the field values that each of them tells."""
    if isinstance(node.element, str):
        return [(node.element, {})]
    choice = node.element
    return [(choice.absent, {}), *((name, {choice.field: value}) for value, name in choice.values.items())]


def refuse_text(element: Element) -> None:
    """Refuse text where only elements may stand.

    Raises:
        SourceError: there is text.
    """
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip(xml.LAYOUT):
            raise _stray_text(element)


def _stray_text(element: Element) -> SourceError:
    return xml.refuse(element, f"there is text directly in <{xml.local_name(element)}>, where only elements stand")


def _unknown(element: Element) -> SourceError:
    attributes = "".join(f' {name.replace(xml.XML, "xml:")}="{value}"' for name, value in element.items())
    return xml.refuse(element, f"<{xml.local_name(element)}{attributes}> has no place here in this encoding")


def _compile_node(node: Node, mapping: Mapping, known: dict[str, str]) -> _ReadNode:
    one = _compile_element(node, mapping, known)
    if node.derived:
        return lambda _element, _items, _scope: None
    if node.scope is not None:
        return _compile_scope(node.scope, one)
    if node.each is None:
        return one
    return _compile_item(node, one)


def _compile_scope(path: str, one: _ReadNode) -> _ReadNode:
    put = putter(path)

    def read(element: Element, items: _Items, scope: Any) -> None:
        inner: dict[str, Any] = {}
        one(element, items, inner)
        if inner:
            put(scope, inner)

    return read


def _compile_item(node: Node, one: _ReadNode) -> _ReadNode:
    *before, last = (node.each or SCALAR).split(".")
    given = {field: value for field, value in node.where.items() if value != ANY_OTHER}

    def read(element: Element, items: _Items, scope: Any) -> None:
        for key in before:
            scope = scope.setdefault(key, {})
        item: dict[str, Any] = given.copy()
        one(element, items, item)
        scope.setdefault(last, []).append(item.get(SCALAR, item))

    return read


def _compile_element(node: Node, mapping: Mapping, known: dict[str, str]) -> _ReadNode:
    attributes = _compile_attributes(node)
    inside = _compile_text(node) or compile_content((*node.content, *node.otherwise), mapping)
    flag = None if node.flag is None else putter(node.flag)

    def read(element: Element, items: _Items, scope: Any) -> None:
        if known:
            scope.update(known)
        attributes(element, items, scope)
        inside(element, scope)
        if flag is not None:
            flag(scope, True)  # noqa: FBT003  the value that is stored

    return read


def _compile_attributes(node: Node) -> _ReadNode:
    """Read the attributes with data; the fixed ones have been compared when the node was chosen."""
    data = {
        attribute_name(name): (putter(value.field), PARSERS.get(value.as_))
        for name, value in node.attributes.items()
        if isinstance(value, Field)
    }
    fixed = {attribute_name(name) for name, value in node.attributes.items() if isinstance(value, str)}
    count = len(fixed)
    required = [
        attribute_name(name) for name, value in node.attributes.items() if isinstance(value, Field) and value.required
    ]

    def read_no_more(element: Element, items: _Items, _scope: Any) -> None:
        if len(items) != count:
            raise _unknown(element)

    def read(element: Element, items: _Items, scope: Any) -> None:
        for name, value in items:
            if name in data:
                put, parse = data[name]
                put(scope, value if parse is None else _parsed(element, parse, value))
            elif name not in fixed:
                raise _unknown(element)
        for name in required:
            if element.get(name) is None:
                shown = name.replace(xml.XML, "xml:")
                raise xml.refuse(element, f"<{xml.local_name(element)}> has no {shown}, and needs it")

    return read if data else read_no_more


def _parsed(element: Element, parse: Callable[[str], Any], value: str) -> Any:
    try:
        return parse(value)
    except (ValueError, KeyError, RecursionError) as error:
        raise xml.refuse(element, f"{value[:80]!r} in {xml.local_name(element)} cannot be read: {error}") from error


def _compile_text(node: Node) -> Read | None:
    if node.text is None and node.constant is None:
        return None
    put = None if node.text is None else putter(node.text)
    parse = PARSERS.get(node.as_)
    keep_empty = node.as_ == "text"

    def read(element: Element, scope: Any) -> None:
        if len(element):
            raise _unknown(element[0])
        value = element.text or ""
        if put is None:
            if value != node.constant:
                raise _unknown(element)
        elif value or keep_empty:
            put(scope, value if parse is None else _parsed(element, parse, value))

    return read


_layer_pointer = re.compile(r"([^/]+)(?:/(.+))?").fullmatch


def split_layer(value: str, prefix: str) -> tuple[str, str | None]:
    """Split ``layer:NAME/TYPE`` into name and type; without a type the latter is None.

    Raises:
        ValueError: it is not of that form.
    """
    scheme, _, rest = value.partition(":")
    match = _layer_pointer(rest)
    if scheme != prefix or match is None:
        raise ValueError(f"{value!r} is not of the form {prefix}:LAYER/TYPE")
    return match[1], match[2]
