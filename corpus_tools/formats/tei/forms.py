"""The TEI forms of annotations: which elements each type may become, compiled from layers and mapping.

A *form* is an element with the attributes that are fixed for a type, and the attributes that carry values.
The last form of every type is the general one, which names layer and type in an attribute; it fits every
layer, declared or not. Reading goes the same way back: an element with the naming attribute is read by it,
every other one by its name and fixed attributes, which are unique over the built-in layers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from typing import NamedTuple

from corpus_tools.formats.tei import xml
from corpus_tools.layers import Candidate, LayerDefinition
from corpus_tools.mapping import AnnotationEncoding, Mapping
from corpus_tools.model.datatypes import LANGUAGE

_NONE: frozenset[str] = frozenset()
_NO_TEI = LayerDefinition("", "", "").tei

_fits = {
    "string": re.compile(r".+", re.DOTALL).fullmatch,
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+").fullmatch,
    "language": re.compile(LANGUAGE).fullmatch,
}
"""Which strings an attribute of a TEI datatype takes; what does not fit stands in a feature structure."""


class Native(NamedTuple):
    """An attribute of the model that an attribute of TEI carries."""

    attribute: str
    opening: str
    datatype: str

    def fits(self, value: object) -> bool:
        """Whether the TEI attribute can hold `value`."""
        return isinstance(value, str) and _fits[self.datatype](value) is not None


class Form(NamedTuple):
    """One way to write annotations of one layer and type inline."""

    element: str
    opening: str
    end_tag: str
    entity: str
    native: tuple[Native, ...]


class Forms:
    """The forms of all layers of a run."""

    def __init__(self, layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> None:
        self.encoding: AnnotationEncoding = mapping.annotation
        self._layers = layers
        self._prefix = mapping.prefix
        self._made: dict[tuple[str, str | None], tuple[Form, ...]] = {}
        self._forbidden = {element: frozenset(inner) for element, inner in self.encoding.forbidden.items()}
        self._single = frozenset(self.encoding.never_below_itself)
        self._fitting: dict[tuple[str, str | None, frozenset[str]], Form | None] = {}
        self._below: dict[tuple[str, frozenset[str]], frozenset[str]] = {}

    def ranks(self, layer: str) -> tuple[int, int]:
        """Priority and nesting rank of a layer; smaller wins, smaller is outside."""
        tei = self._layers[layer].tei if layer in self._layers else _NO_TEI
        return tei.priority, tei.nesting

    def relations_are_links(self, layer: str) -> bool:
        """Whether the relations of a layer are written as links."""
        return layer in self._layers and self._layers[layer].tei.relations == "link"

    def barred_in(self, element: str) -> frozenset[str]:
        """The elements that TEI forbids directly in `element`."""
        return self._forbidden.get(element, _NONE)

    def barred_below(self, element: str, around: frozenset[str]) -> frozenset[str]:
        """The elements that may not stand in `element`, which stands where those of `around` may not."""
        key = element, around
        made = self._below.get(key)
        if made is None:
            once = self._single & (around | {element})
            made = self._below[key] = self.barred_in(element) | once
        return made

    def fitting(self, layer: str, type_: str | None, barred: frozenset[str]) -> Form | None:
        """The first form of a layer and type whose element is not barred."""
        key = layer, type_, barred
        if key not in self._fitting:
            fitting = (form for form in self.of(layer, type_) if form.element not in barred)
            self._fitting[key] = next(fitting, None)
        return self._fitting[key]

    def ana(self, layer: str, type_: str | None) -> str:
        """The pointer that names a layer and type."""
        return f"{self._prefix}:{layer}" if type_ is None else f"{self._prefix}:{layer}/{type_}"

    def of(self, layer: str, type_: str | None) -> tuple[Form, ...]:
        """The forms of a layer and type, best first; the last one is general."""
        key = layer, type_
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = tuple(self._make(layer, type_))
        return made

    def _make(self, layer: str, type_: str | None) -> list[Form]:
        definition = self._layers.get(layer)
        candidates = () if definition is None else candidates_of(definition, type_)
        forms = [self._form(candidate, type_) for candidate in candidates]
        naming = f' {self.encoding.type}="{xml.attribute(self.ana(layer, type_))}"'
        general = self.encoding.general
        return [*forms, Form(general, naming, f"</{general}>", self._entity_attribute(general), ())]

    def _form(self, candidate: Candidate, type_: str | None) -> Form:
        fixed = ""
        native = []
        for name, value in candidate.attributes.items():
            if isinstance(value, str):
                fixed += f' {name}="{xml.attribute(value)}"'
            elif value.get("type"):
                fixed += f' {name}="{xml.attribute(type_ or "")}"'
            else:
                datatype = self.encoding.values.get(name, "string")
                native.append(Native(value["attribute"], f' {name}="', datatype))
        element = candidate.element
        return Form(element, fixed, f"</{element}>", self._entity_attribute(element), tuple(native))

    def _entity_attribute(self, element: str) -> str:
        entity = self.encoding.entity
        return "ref" if element in entity.ref else entity.otherwise


def candidates_of(definition: LayerDefinition, type_: str | None) -> tuple[Candidate, ...]:
    """The elements that a layer file offers for a type: its own, or those of any other type."""
    listed = definition.tei.annotations
    if type_ is None:
        return listed.get("", ())
    return listed.get(type_, listed.get("*", ()))
