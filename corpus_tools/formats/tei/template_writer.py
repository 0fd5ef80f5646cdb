"""Compile the trees of the mapping into one Python function each that writes XML.

The trees are known once the mapping is read, so everything that does not depend on the article is settled
then: a tree becomes the source of a function ``write(scope, out)`` in which fixed text stands as literals and
each value is fetched once. An element is guarded by the question whether anything in it holds data, unless
the mapping says that it always stands. Element-only content is indented by two blanks a level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.foreign import write_object
from corpus_tools.mapping import ANY_OTHER, ElementChoice, Field, Mapping, Node

Write = Callable[[Any, list[str]], None]

_SCOPE, _OUT = "scope", "out"


_FORMATS = {
    "pointer": '"#" + {}',
    "number": "number({})",
    "integer": "str({})",
    "boolean": '("true" if {} else "false")',
    "json": "write_object({})",
}


def compile_tree(node: Node, mapping: Mapping, depth: int) -> Write:
    """The function that writes the tree below `node`, which stands `depth` elements deep."""
    return _Compiler(mapping).compile(node, depth)


class _Source:
    """Lines of Python; literals and values that are written one after the other share a statement."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._level = 1
        self._pieces: list[tuple[bool, str]] = []

    def write(self, literal: str) -> None:
        """Write fixed text."""
        if self._pieces and self._pieces[-1][0]:
            literal = self._pieces.pop()[1] + literal
        self._pieces.append((True, literal))

    def write_value(self, expression: str) -> None:
        """Write what an expression gives."""
        self._pieces.append((False, expression))

    def line(self, statement: str) -> None:
        """Add a statement."""
        self.flush()
        self.lines.append("    " * self._level + statement)

    def flush(self) -> None:
        """End the statement that writes."""
        if self._pieces:
            pieces, self._pieces = self._pieces, []
            shown = ", ".join(repr(piece) if is_literal else piece for is_literal, piece in pieces)
            self.lines.append("    " * self._level + f"{_OUT} += ({shown},)")

    def block(self, header: str | None, body: Callable[[], None]) -> None:
        """Add what `body` adds below `header`; as it is if there is none."""
        if header is None:
            body()
            return
        self.line(f"{header}:")
        self._level += 1
        body()
        self.flush()
        self._level -= 1


class _Compiler:
    """Makes the source of one function; `namespace` holds what the source names."""

    def __init__(self, mapping: Mapping) -> None:
        self.namespace: dict[str, Any] = {
            "text": xml.text,
            "attribute": xml.attribute,
            "number": xml.number,
            "write_object": write_object,
            "nothing": {},
        }
        self._mapping = mapping
        self._source = _Source()
        self._variables: dict[tuple[str, str], str] = {}

    def compile(self, node: Node, depth: int) -> Write:
        """Make and load the function for a tree."""
        self._node(node, _SCOPE, depth, known=False)
        self._source.flush()
        source = "\n".join([f"def write({_SCOPE}, {_OUT}):", *self._source.lines, ""])
        exec(compile(source, f"<writer of {node.element}>", "exec"), self.namespace)  # noqa: S102  of our own literals
        write: Write = self.namespace["write"]
        return write

    # values

    def _fetch(self, nodes: Iterable[Node], scope: str) -> None:
        """Fetch every value that `nodes` need of `scope` into a variable."""
        for path in dict.fromkeys(self._paths(nodes)):
            self._variable(path, scope)

    def _paths(self, nodes: Iterable[Node]) -> Iterator[str]:
        for node in nodes:
            repeated = node.each or node.scope
            if repeated is not None:
                yield repeated
            else:
                yield from self._own_paths(node)
                yield from self._paths((*self._mapping.children(node.content), *node.otherwise))

    def _own_paths(self, node: Node) -> Iterator[str]:
        if isinstance(node.element, ElementChoice):
            yield node.element.field
        yield from (value.field for value in node.attributes.values() if isinstance(value, Field))
        yield from (path for path in (node.text, node.flag) if path is not None)

    def _variable(self, path: str, scope: str) -> str:
        if path == ".":
            return scope
        made = self._variables.get((scope, path))
        if made is None:
            made = self._variables[scope, path] = f"v{len(self._variables)}"
            before, _, key = path.rpartition(".")
            holder = f"({self._variable(before, scope)} or nothing)" if before else scope
            self._source.line(f"{made} = {holder}.get({key!r})")
        return made

    def _holds_data(self, node: Node, scope: str) -> list[str]:
        """Conditions of which one is true where `node` holds data."""
        if node.each is not None:
            return [self._items(node, scope)]
        if node.scope is not None:
            return [self._variable(node.scope, scope)]
        conditions = [
            f"{self._variable(value.field, scope)} is not None"
            for value in node.attributes.values()
            if isinstance(value, Field)
        ]
        if node.text is not None:
            conditions.append(f"{self._variable(node.text, scope)} is not None")
        if node.flag is not None:
            conditions.append(self._variable(node.flag, scope))
        return conditions + self._content_holds_data(node, scope)

    def _content_holds_data(self, node: Node, scope: str) -> list[str]:
        children = self._mapping.children(node.content)
        return [condition for child in children for condition in self._holds_data(child, scope)]

    def _items(self, node: Node, scope: str) -> str:
        """The variable of the list that `node` repeats over, with only the items it takes."""
        every = self._variable(node.each or ".", scope)
        if not node.where:
            return every
        ((field, wanted),) = node.where.items()
        taken = {wanted} if wanted != ANY_OTHER else self._mapping.claimed(node, field)
        test = "not in" if wanted == ANY_OTHER else "in"
        key = scope, f"{node.each} where {field} {test} {sorted(taken)}"
        if key not in self._variables:
            made = self._variables[key] = f"v{len(self._variables)}"
            self._source.line(f"{made} = [item for item in {every} or () if item[{field!r}] {test} {sorted(taken)}]")
        return self._variables[key]

    # elements

    def _node(self, node: Node, scope: str, depth: int, *, known: bool) -> None:
        """Write a node; `known` says that its condition has been tested."""
        self._fetch([node], scope)
        conditions = self._holds_data(node, scope)
        fixed = node.always or node.constant is not None or known
        guard = None if fixed or not conditions else f"if {' or '.join(conditions)}"
        if node.each is not None:
            item = f"s{len(self._variables)}"
            self._variables[item, ""] = item
            self._source.block(
                f"for {item} in {self._items(node, scope)} or ()", lambda: self._element_in(node, item, depth)
            )
        elif node.scope is not None:
            inner = self._variable(node.scope, scope)
            self._source.block(f"if {inner}", lambda: self._element_in(node, inner, depth))
        else:
            self._source.block(guard, lambda: self._element(node, scope, depth))

    def _element_in(self, node: Node, scope: str, depth: int) -> None:
        """Write the element of a repeated node, or of one with a scope of its own."""
        self._fetch(self._inside(node), scope)
        self._element(node, scope, depth)

    def _inside(self, node: Node) -> list[Node]:
        return [msgspec.structs.replace(node, each=None, scope=None, where={})]

    def _element(self, node: Node, scope: str, depth: int) -> None:
        source = self._source
        indent = "\n" + "  " * depth
        source.write(f"{indent}<")
        self._name(node, scope)
        for name, value in node.attributes.items():
            self._attribute(name, value, scope)
        if node.constant is not None:
            source.write(f">{node.constant}</{node.element}>")
        elif node.text is not None:
            self._text(node, scope)
        elif node.content:
            self._content(node, scope, depth)
        else:
            source.write("/>")

    def _name(self, node: Node, scope: str) -> None:
        if isinstance(node.element, str):
            self._source.write(node.element)
            return
        choice = node.element
        self._source.write_value(f"{choice.values!r}.get({self._variable(choice.field, scope)}, {choice.absent!r})")

    def _attribute(self, name: str, value: str | Field, scope: str) -> None:
        if isinstance(value, str):
            self._source.write(f' {name}="{xml.attribute(value)}"')
            return
        variable = self._variable(value.field, scope)
        shown = _FORMATS.get(value.as_, "{}").format(variable)

        def write() -> None:
            self._source.write(f' {name}="')
            self._source.write_value(f"attribute({shown})")
            self._source.write('"')

        self._source.block(None if value.required else f"if {variable} is not None", write)

    def _text(self, node: Node, scope: str) -> None:
        variable = self._variable(node.text or ".", scope)
        shown = _FORMATS.get(node.as_, "{}").format(variable)

        def write() -> None:
            self._source.write(">")
            self._source.write_value(f"text({shown})")
            self._source.write("</")
            self._name(node, scope)
            self._source.write(">")

        if node.always or node.empty or node.as_ == "text":
            self._source.block(f"if {variable}", write)
            self._source.block("else", lambda: self._source.write("/>"))
        else:
            write()

    def _content(self, node: Node, scope: str, depth: int) -> None:
        children = list(self._mapping.children(node.content))
        conditions = self._content_holds_data(node, scope)
        may_be_empty = (node.always or node.attributes) and not any(child.always for child in children)

        def write(nodes: Sequence[Node]) -> None:
            self._source.write(">")
            for child in nodes:
                self._node(child, scope, depth + 1, known=False)
            self._source.write("\n" + "  " * depth + "</")
            self._name(node, scope)
            self._source.write(">")

        if not (node.otherwise or may_be_empty):
            write(children)
            return
        self._source.block(f"if {' or '.join(conditions)}", lambda: write(children))
        if node.otherwise:
            self._source.block("else", lambda: write(node.otherwise))
        else:
            self._source.block("else", lambda: self._source.write("/>"))
