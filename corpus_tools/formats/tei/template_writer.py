"""Compile the nodes of the mapping into functions that write XML.

Each node becomes one closure ``write(scope, out) -> bool``: it appends strings to `out` and tells whether it
wrote data. A container that holds no data is taken back, unless the mapping says that it always stands.
Element-only content is indented by two blanks a level; text content is never touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from corpus_tools.formats.tei import xml
from corpus_tools.mapping import ElementChoice, Field, Mapping, Node

Write = Callable[[Any, list[str]], bool]
Get = Callable[[Any], Any]

_illegal_in_xml = re.compile("[\ufffe\uffff]")


def getter(path: str) -> Get:
    """A function that follows a dotted path through dicts; None where there is nothing."""
    if path == ".":
        return lambda scope: scope
    keys = path.split(".")
    if len(keys) == 1:
        key = keys[0]
        return lambda scope: scope.get(key)

    def get(scope: Any) -> Any:
        for key in keys:
            scope = scope.get(key)
            if scope is None:
                return None
        return scope

    return get


def json_text(value: Any) -> str:
    """JSON on one line in which every character is legal in XML."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _illegal_in_xml.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


FORMATTERS: dict[str, Callable[[Any], str]] = {
    "pointer": lambda value: f"#{value}",
    "number": xml.number,
    "integer": str,
    "boolean": lambda value: "true" if value else "false",
    "json": json_text,
}


def _as_is(value: str) -> str:
    return value


def compile_nodes(nodes: tuple[Node | str, ...], mapping: Mapping, depth: int) -> Write:
    """Compile siblings at `depth`; the result tells whether any wrote data."""
    writers = [compile_node(node, mapping, depth) for node in mapping.children(nodes)]

    def write(scope: Any, out: list[str]) -> bool:
        found = False
        for writer in writers:
            if writer(scope, out):
                found = True
        return found

    return write


def compile_node(node: Node, mapping: Mapping, depth: int) -> Write:
    """Compile one node at `depth`, with its repetition or scope."""
    one = _compile_element(node, mapping, depth)
    if node.scope is not None:
        scoped = getter(node.scope)
        return lambda scope, out: (inner := scoped(scope)) is not None and one(inner, out)
    if node.each is None:
        return one
    items = getter(node.each)
    takes = mapping.selector(node)

    def write(scope: Any, out: list[str]) -> bool:
        found = False
        for item in items(scope) or ():
            if takes is None or takes(item):
                one(item, out)
                found = True
        return found

    return write


def _compile_element(node: Node, mapping: Mapping, depth: int) -> Write:
    start = _compile_start(node, depth)
    if node.text is not None:
        return _compile_leaf(node, start)
    if node.flag is not None:
        return _compile_flag(node, start)
    if node.content:
        return _compile_container(node, mapping, depth, start)

    def write_empty(scope: Any, out: list[str]) -> bool:
        opened, found = start(scope)
        if found or node.always or node.constant is not None:
            out.append(f"{opened}/>" if node.constant is None else f"{opened}>{node.constant}</{node.element}>")
        return found

    return write_empty


Start = Callable[[Any], tuple[str, bool]]


def _compile_start(node: Node, depth: int) -> Start:
    """A function for the start tag up to its last attribute, and whether an attribute holds data."""
    indent = "\n" + "  " * depth
    fixed = "".join(f' {name}="{xml.attribute(value)}"' for name, value in node.attributes.items() if isinstance(value, str))
    data = [
        (f' {name}="', getter(value.field), FORMATTERS.get(value.as_, _as_is))
        for name, value in node.attributes.items()
        if isinstance(value, Field)
    ]
    name_of = _element_name(node)

    def start(scope: Any) -> tuple[str, bool]:
        parts = [indent, "<", name_of(scope), fixed]
        for opening, get, form in data:
            value = get(scope)
            if value is not None:
                parts += opening, xml.attribute(form(value)), '"'
        return "".join(parts), len(parts) > 4

    if isinstance(node.element, str) and not data:
        constant = (f"{indent}<{node.element}{fixed}", False)
        return lambda _scope: constant
    return start


def _element_name(node: Node) -> Callable[[Any], str]:
    element = node.element
    if isinstance(element, str):
        return lambda _scope: element
    choice: ElementChoice = element
    return lambda scope: choice.values.get(scope.get(choice.field), choice.absent)


def _compile_leaf(node: Node, start: Start) -> Write:
    get = getter(node.text or ".")
    form = FORMATTERS.get(node.as_, _as_is)
    name_of = _element_name(node)

    def write(scope: Any, out: list[str]) -> bool:
        value = get(scope)
        opened, found = start(scope)
        if value is None:
            if found or node.always:
                out.append(f"{opened}/>")
            return found
        content = form(value)
        out.append(f"{opened}>{xml.text(content)}</{name_of(scope)}>" if content else f"{opened}/>")
        return True

    return write


def _compile_flag(node: Node, start: Start) -> Write:
    get = getter(node.flag or ".")

    def write(scope: Any, out: list[str]) -> bool:
        if not get(scope):
            return False
        out.append(f"{start(scope)[0]}/>")
        return True

    return write


def _compile_container(node: Node, mapping: Mapping, depth: int, start: Start) -> Write:
    content = compile_nodes(node.content, mapping, depth + 1)
    otherwise = compile_nodes(node.otherwise, mapping, depth + 1)
    closing = f"\n{'  ' * depth}</{node.element}>"

    def write(scope: Any, out: list[str]) -> bool:
        mark = len(out)
        opened, found = start(scope)
        out.append(f"{opened}>")
        inside = content(scope, out)
        if not inside and node.otherwise:
            del out[mark + 1 :]
            otherwise(scope, out)
        if len(out) == mark + 1:
            out[mark] = f"{opened}/>"
        else:
            out.append(closing)
        if not (inside or found or node.always):
            del out[mark:]
        return inside or found

    return write

