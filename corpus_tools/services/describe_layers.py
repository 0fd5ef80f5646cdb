"""The part of the documentation that comes from the layer files."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from typing import Any

import msgspec

from corpus_tools.layers import AttributeDefinition, Candidate, LayerDefinition, ListDefinition
from corpus_tools.mapping import Mapping


def layer_lines(layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> Iterator[str]:
    """The section on layers."""
    general = f'<{mapping.annotation.general} {mapping.annotation.type}="{mapping.prefix}:LAYER/TYPE">'
    yield from ("", "## Layers", "")
    yield "Each layer is a file that says what its annotations and relations may be."
    yield "An annotation stands in TEI as one of the elements shown, if TEI allows it where the words stand."
    yield f"Else it is `{general}`, or stands apart from the text."
    for name, layer in sorted(layers.items()):
        yield from ("", f"### Layer `{name}`: {layer.title}", "", layer.description, "")
        yield f"- Colour: `{layer.colour}`"
        yield f"- Version: {layer.version}"
        said = msgspec.structs.asdict(layer.constraints)
        yield from (f"- {key.replace('_', ' ')}: {_said(value)}" for key, value in said.items() if value is not None)
        if layer.annotations is not None:
            yield from _list_lines("annotations", layer.annotations, layer)
        if layer.relations is not None:
            yield from _list_lines("relations", layer.relations, layer)


def _said(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else f"`{value}`"


def _list_lines(kind: str, declared: ListDefinition, layer: LayerDefinition) -> Iterator[str]:
    yield from ("", f"#### {kind.capitalize()} of `{layer.name}`", "")
    allowed = [
        "A type is not needed." if declared.untyped else "Each has a type.",
        "Other types and attributes are allowed." if declared.open else "",
        f"In TEI they are written as `{layer.tei.relations}`." if kind == "relations" else "",
    ]
    yield " ".join(filter(None, allowed))
    if kind == "annotations" and declared.untyped and not declared.types:
        yield f"In TEI: {_elements(layer, '') or 'the general form'}."
    if declared.types:
        yield from _type_table(kind, declared, layer)
    attributes = dict(declared.attributes)
    for type_, definition in declared.types.items():
        attributes |= {f"{name} (of {type_})": attribute for name, attribute in definition.attributes.items()}
    if attributes:
        yield from ("", "| attribute | value | meaning |", "|---|---|---|")
        for name, attribute in attributes.items():
            yield f"| {name} | {_attribute_value(attribute)} | {attribute.label}. {attribute.description} |"


def _type_table(kind: str, declared: ListDefinition, layer: LayerDefinition) -> Iterator[str]:
    last = "TEI" if kind == "annotations" else "from → to"
    yield from ("", f"| type | meaning | example | {last} |", "|---|---|---|---|")
    if kind == "annotations" and declared.untyped:
        yield f"| (none) | | | {_elements(layer, '')} |"
    for name, definition in declared.types.items():
        ends = f"{_ends(definition.source or declared.source)} → {_ends(definition.target or declared.target)}"
        ends += "; no cycles" if definition.cycles is False else "; symmetric" if definition.symmetric else ""
        told = _elements(layer, name) if kind == "annotations" else ends
        yield f"| {name} | {definition.label}: {definition.description} | {_cell(definition.example)} | {told} |"
    if declared.open and kind == "annotations":
        yield f"| (any other) | | | {_elements(layer, '*')} |"


def _ends(ends: tuple[str, ...] | None) -> str:
    return "anything" if ends is None else ", ".join(f"`{end}`" for end in ends)


def _elements(layer: LayerDefinition, type_: str) -> str:
    """The elements of a type, the best first."""
    listed = layer.tei.annotations
    candidates = listed.get(type_, () if type_ == "" else listed.get("*", ()))
    return ", ".join(f"`{_start_tag(candidate)}`" for candidate in candidates)


def _start_tag(candidate: Candidate) -> str:
    parts = [candidate.element]
    for name, value in candidate.attributes.items():
        told = value if isinstance(value, str) else ("TYPE" if value.get("type") else f"{value['attribute']}")
        parts.append(f'{name}="{told}"' if isinstance(value, str) else f"{name}={{{told}}}")
    return f"<{' '.join(parts)}>"


def _attribute_value(attribute: AttributeDefinition) -> str:
    told = ", ".join(f"`{value}`" for value in attribute.values) if attribute.values else attribute.type
    return f"{told}, required" if attribute.required else told


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
