"""Read the content of a block: its text, and the annotations that stand in it as elements."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any, NamedTuple

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.template_reader import attribute_name, qualify, split_layer
from corpus_tools.formats.tei.xml import ID, Element
from corpus_tools.layers import Candidate, LayerDefinition
from corpus_tools.mapping import Mapping


class Meaning(NamedTuple):
    """What an inline element says: its layer, its type or the attribute that holds it, and its other attributes."""

    layer: str
    type: str | None
    type_attribute: str | None
    fixed: dict[str, str]
    native: dict[str, str]


class InlineTable:
    """The forms of annotations by element, compiled for reading."""

    def __init__(self, layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> None:
        self.mapping = mapping
        self.general = qualify(mapping.annotation.general, mapping)
        self.meanings: dict[str, list[Meaning]] = {}
        for layer in layers.values():
            for type_, candidates in layer.tei.annotations.items():
                for candidate in candidates:
                    meaning = _meaning(layer.name, type_ or None, candidate)
                    self.meanings.setdefault(qualify(candidate.element, mapping), []).append(meaning)
        for meanings in self.meanings.values():
            meanings.sort(key=lambda meaning: (-len(meaning.fixed), meaning.type_attribute is None))

    def meaning_of(self, tag: str, attributes: dict[str, str]) -> Meaning | None:
        """The meaning that an element's name and fixed attributes have, if any."""
        for meaning in self.meanings.get(tag, ()):
            typed = meaning.type_attribute is None or meaning.type_attribute in attributes
            if typed and meaning.fixed.items() <= attributes.items():
                return meaning
        return None


def _meaning(layer: str, type_: str | None, candidate: Candidate) -> Meaning:
    fixed: dict[str, str] = {}
    native: dict[str, str] = {}
    type_attribute = None
    for name, value in candidate.attributes.items():
        qualified = attribute_name(name)
        if isinstance(value, str):
            fixed[qualified] = value
        elif value.get("type"):
            type_attribute = qualified
        else:
            native[qualified] = value["attribute"]
    return Meaning(layer, type_, type_attribute, fixed, native)


class InlineReader:
    """Reads block contents; `annotations` collects what it finds, by layer."""

    def __init__(self, table: InlineTable) -> None:
        self.annotations: dict[str, list[dict[str, Any]]] = {}
        self._table = table
        encoding = table.mapping.annotation
        self._naming = encoding.type
        self._pointers = {"ref": "entity", encoding.entity.otherwise: "entity", encoding.agent: "agent"}
        self._confidence = encoding.confidence

    def read(self, element: Element, block: str, offset: int = 0) -> str:
        """The text of `element`, which begins at `offset` in the text of `block`.

        Raises:
            SourceError: an element in it is no annotation.
        """
        if len(element) == 0:
            return element.text or ""
        parts: list[str] = []
        spans: list[dict[str, Any]] = []
        self._walk(element, block, offset, parts, spans)
        text = "".join(parts)
        for span in spans:
            span["text"] = text[span["start"] - offset : span["end"] - offset]
        return text

    def _walk(self, element: Element, block: str, at: int, parts: list[str], spans: list[dict[str, Any]]) -> int:
        if text := element.text:
            parts.append(text)
            at += len(text)
        for child in element:
            span = {"block": block, "start": at, "end": at, "text": ""}
            spans.append(span)
            self._annotation(child, span)
            at = span["end"] = self._walk(child, block, at, parts, spans)
            if tail := child.tail:
                parts.append(tail)
                at += len(tail)
        return at

    def _annotation(self, element: Element, span: dict[str, Any]) -> None:
        attributes = dict(element.items())
        meaning = None
        if self._naming in attributes:
            layer, type_ = self._named(element, attributes.pop(self._naming))
        else:
            meaning = self._table.meaning_of(element.tag, attributes)
            if meaning is None:
                raise xml.refuse(element, f"<{xml.local_name(element)}> is no annotation that a layer declares")
            layer, type_ = meaning.layer, meaning.type
            if meaning.type_attribute is not None:
                type_ = attributes.pop(meaning.type_attribute)
        if ID not in attributes:
            raise xml.refuse(element, f"<{xml.local_name(element)}> has no xml:id")
        annotation: dict[str, Any] = {"id": attributes.pop(ID)}
        if type_ is not None:
            annotation["type"] = type_
        annotation["spans"] = [span]
        for name, value in attributes.items():
            self._attribute(element, meaning, annotation, name, value)
        found = self.annotations.get(layer)
        if found is None:
            self.annotations[layer] = [annotation]
        else:
            found.append(annotation)

    def _attribute(
        self, element: Element, meaning: Meaning | None, annotation: dict[str, Any], name: str, value: str
    ) -> None:
        pointer = self._pointers.get(name)
        if pointer is not None:
            annotation[pointer] = value.removeprefix("#")
        elif name == self._confidence:
            annotation["confidence"] = _number(element, value)
        elif meaning is not None and name in meaning.native:
            annotation.setdefault("attributes", {})[meaning.native[name]] = value
        elif meaning is None or name not in meaning.fixed:
            shown = name.replace(xml.XML, "xml:")
            raise xml.refuse(element, f"<{xml.local_name(element)}> has no attribute {shown} here")

    def _named(self, element: Element, naming: str) -> tuple[str, str | None]:
        if element.tag != self._table.general:
            raise xml.refuse(element, f"<{xml.local_name(element)}> is not the general form of an annotation")
        try:
            return split_layer(naming, self._table.mapping.prefix)
        except ValueError as error:
            raise xml.refuse(element, f"{error}") from error


def _number(element: Element, value: str) -> float:
    try:
        return xml.read_number(value)
    except ValueError as error:
        raise xml.refuse(element, f"{value!r} is no number") from error
