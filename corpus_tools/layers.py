"""Annotation layers: what each declares, as a typed view of its layer file.

A layer file (``schema/layers/*.json``, described by ``schema/layer.schema.json``) declares the types and
attributes of annotations and relations, constraints, a colour, and how the layer looks in TEI. Users add
layers by naming further files; nothing about a layer is written in Python.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from corpus_tools.schemas import load_schema, schema_path

if TYPE_CHECKING:
    from corpus_tools.tables import Table

SCHEMA: Final = "layer.schema.json"


class Constraints(msgspec.Struct, frozen=True):
    """What items of a layer may be to each other and to the text; None is what the layer file leaves open.

    `tiles` is ``text``, ``blocks`` or ``layer:NAME``: what the annotations cover without a gap.
    """

    overlap: bool | None = None
    nesting: bool | None = None
    crossing_blocks: bool | None = None
    zero_width: bool | None = None
    discontinuous: bool | None = None
    spans_required: bool | None = None
    tiles: str | None = None
    cycles: bool | None = None
    several_sources: bool | None = None

    def strict(self) -> Iterator[str]:
        """The names of those that forbid or ask for something."""
        for name, value in msgspec.structs.asdict(self).items():
            if value is not None and value is not (name != "spans_required"):
                yield name


class AttributeDefinition(msgspec.Struct, frozen=True):
    """What values an attribute may have: `type` is string, number, integer, boolean, strings, uri, date or language."""

    type: str = "string"
    label: str = ""
    description: str = ""
    values: tuple[str, ...] | None = None
    required: bool = False


class TypeDefinition(msgspec.Struct, frozen=True):
    """One type of annotation or relation; its attributes come on top of those of the list."""

    label: str = ""
    description: str = ""
    example: str = ""
    attributes: dict[str, AttributeDefinition] = {}
    entity_types: tuple[str, ...] | None = None
    source: tuple[str, ...] | None = None
    target: tuple[str, ...] | None = None
    symmetric: bool = False
    cycles: bool | None = None


class ListDefinition(msgspec.Struct, frozen=True):
    """What the annotations, or the relations, of a layer may be.

    `untyped` allows items without a type; `open` allows types and attributes that are not declared. `source` and
    `target` hold for every relation whose type says nothing of its own.
    """

    untyped: bool = False
    open: bool = False
    types: dict[str, TypeDefinition] = {}
    attributes: dict[str, AttributeDefinition] = {}
    source: tuple[str, ...] | None = None
    target: tuple[str, ...] | None = None


class Candidate(msgspec.Struct, frozen=True):
    """One TEI element that may hold an annotation inline.

    `attributes` relates TEI attributes to a fixed string, or to ``{"type": true}`` for the annotation's
    type, or to ``{"attribute": NAME}`` for one of its attributes.
    """

    element: str
    attributes: dict[str, str | dict[str, Any]] = {}


class LayerTei(msgspec.Struct, frozen=True):
    """How a layer looks in TEI.

    `priority`: of two annotations that cross, the one with the smaller number stays inline.
    `nesting`: of two annotations on equal spans, the one with the smaller number is outside.
    `annotations`: candidates by annotation type; ``""`` is an annotation without type, ``*`` any other type.
    `relations`: ``link`` or ``relation``.
    """

    priority: int = 1000
    nesting: int = 500
    annotations: dict[str, tuple[Candidate, ...]] = {}
    relations: str = "relation"


class LayerDefinition(msgspec.Struct, frozen=True):
    """One layer file."""

    name: str
    title: str
    description: str
    version: str = "1.0"
    colour: str = "#888888"
    constraints: Constraints = Constraints()
    annotations: ListDefinition | None = None
    relations: ListDefinition | None = None
    tei: LayerTei = LayerTei()


def load_layer(file: str) -> LayerDefinition:
    """Read a layer file.

    Raises:
        ConfigError: the file cannot be read, is not JSON, or is no layer file.
    """
    return _definition(_checked(file))


def all_layers(files: Iterable[str]) -> dict[str, LayerDefinition]:
    """The built-in layers and those of the layer files `files`, by name; a file may be named twice.

    The annotations of the latter stand in the general element of TEI: an element of their own could be that of another
    layer, and neither mapping nor profile know it.

    Raises:
        ConfigError: a file is no layer file, claims elements of TEI, or has a layer whose name is taken.
    """
    layers = dict(builtin_layers())
    known = dict.fromkeys(layers, "which comes with the program")
    for file in {os.path.realpath(file): file for file in files}.values():
        table = _checked(file)
        layer = _definition(table)
        if layer.tei.annotations:
            reason = (
                "only layers that come with the program have elements of their own; leave this out, and the "
                "annotations stand in the general element"
            )
            raise table.error(("tei", "annotations"), reason)
        if layer.name in layers:
            raise table.error(("name",), f"there is already a layer {layer.name}, {known[layer.name]}")
        layers[layer.name] = layer
        known[layer.name] = f"that of {file}"
    return layers


@cache
def builtin_layers() -> dict[str, LayerDefinition]:
    """The layers that come with the package, by name; shared, so do not change it."""
    files = sorted(schema_path("layers").glob("*.json"))
    layers = [msgspec.convert(load_schema(f"layers/{file.name}"), LayerDefinition) for file in files]
    return {layer.name: layer for layer in layers}


def _checked(file: str) -> Table:
    from corpus_tools.tables import check, read_table  # noqa: PLC0415  only needed when a layer file is read

    table = read_table(file, is_toml=False)
    check(table, SCHEMA)
    return table


def _definition(table: Table) -> LayerDefinition:
    return msgspec.convert(table.content, LayerDefinition)
