"""The part of the profile that comes from the trees of the mapping: header and standoff part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from corpus_tools.formats.tei.relaxng import Pattern, attribute, choice, datatype, group, make, optional, value
from corpus_tools.mapping import Field, Mapping, Node


class TreeGrammar:
    """Turns nodes into patterns; `defines` collects the named ones."""

    def __init__(self, mapping: Mapping) -> None:
        self.defines: dict[str, Pattern] = {}
        self._mapping = mapping
        self._numbers: Counter[str] = Counter()

    def element(self, node: Node) -> Pattern:
        """The pattern of a node's element, standing once."""
        element = node.element
        attributes = [self._attribute(node, name, content) for name, content in node.attributes.items()]
        content = self._content(node)
        if isinstance(element, str):
            return make("element", *attributes, content, name=element)
        names = [element.absent, *element.values.values()]
        name_class = make("choice")
        for name in names:
            name_class.append(make("name"))
            name_class[-1].text = name
        return make("element", name_class, *attributes, content)

    def _attribute(self, node: Node, name: str, content: str | Field) -> Pattern:
        if isinstance(content, str):
            return attribute(name, value(content))
        pattern = attribute(name, datatype(content.as_, self._mapping.prefix))
        alone = sum(isinstance(other, Field) for other in node.attributes.values()) == 1
        carries_all = alone and not (node.text or node.content)
        return pattern if content.required or carries_all else optional(pattern)

    def _content(self, node: Node) -> Pattern:
        if node.constant is not None:
            return value(node.constant)
        if node.text is not None:
            pattern = datatype(node.as_, self._mapping.prefix)
            return make("choice", pattern, make("empty")) if node.empty else pattern
        children = list(self._mapping.children(node.content))
        if node.one:
            return choice([self.element(child) for child in children])
        holds_data = any(isinstance(content, Field) for content in node.attributes.values())
        content = self._children(children, must_hold=not (node.always or holds_data) or bool(node.otherwise))
        if node.otherwise:
            return make("choice", content, self._children(node.otherwise, must_hold=False))
        return content

    def _children(self, children: Iterable[Node], *, must_hold: bool) -> Pattern:
        """A sequence of child nodes; with `must_hold`, at least one that carries data stands."""
        refs = [(child, self._reference(child)) for child in children]
        if not must_hold:
            return group([_occurring(child, ref()) for child, ref in refs])
        carriers = [index for index, (child, _) in enumerate(refs) if not child.always or child.content]
        if not carriers:
            return group([_occurring(child, ref()) for child, ref in refs])
        ways = []
        for first in carriers:
            way = []
            for index, (child, ref) in enumerate(refs):
                if index == first:
                    way.append(make("oneOrMore", ref()) if child.each else ref())
                elif child.always or index > first:
                    way.append(_occurring(child, ref()))
            ways.append(group(way))
        return choice(ways)

    def _reference(self, node: Node) -> Callable[[], Pattern]:
        """Name the node's pattern after its element; returns a maker of references to it."""
        element = node.element if isinstance(node.element, str) else node.element.absent
        self._numbers[element] += 1
        name = f"{element}.{self._numbers[element]}"
        self.defines[name] = self.element(node)
        return lambda: make("ref", name=name)


def _occurring(node: Node, pattern: Pattern) -> Pattern:
    """How often a node may stand."""
    if node.each:
        return make("zeroOrMore", pattern)
    return pattern if node.always or node.constant is not None else optional(pattern)
