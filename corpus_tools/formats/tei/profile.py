"""The profile: a RELAX NG schema of the encoding, generated from the mapping and the layers.

It accepts what the writer writes for any article, with the built-in layers in their own elements and every
other layer in the general form. ``schema/tei/news.rng`` is its committed text.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any

from lxml import etree

from corpus_tools.formats.tei.profile_text import TextGrammar
from corpus_tools.formats.tei.profile_trees import TreeGrammar
from corpus_tools.formats.tei.relaxng import (
    DATATYPES,
    RNG,
    Pattern,
    attribute,
    datatype,
    fixed_attributes,
    make,
    optional,
)
from corpus_tools.layers import LayerDefinition, builtin_layers
from corpus_tools.mapping import Mapping, tei_mapping


def profile(mapping: Mapping | None = None, layers: MappingOf[str, LayerDefinition] | None = None) -> bytes:
    """The grammar as indented XML; of the mapping and the layers of the package if none are given."""
    mapping = mapping or tei_mapping()
    trees = TreeGrammar(mapping)
    text = TextGrammar(mapping, builtin_layers() if layers is None else layers)
    root = _root(mapping, trees, text)
    default: Any = {None: RNG}
    grammar = etree.Element("grammar", {"ns": mapping.namespace, "datatypeLibrary": DATATYPES}, nsmap=default)
    grammar.append(make("start", root))
    for name, pattern in sorted({**trees.defines, **text.defines}.items()):
        grammar.append(make("define", pattern, name=name))
    for element in grammar.iter():
        element.tag = f"{{{RNG}}}{element.tag}"
    etree.indent(grammar)
    return etree.tostring(grammar, encoding="utf-8", xml_declaration=True) + b"\n"


def _root(mapping: Mapping, trees: TreeGrammar, text: TextGrammar) -> Pattern:
    content = text.article()
    for section in reversed((*mapping.text.around, mapping.text.article)):
        content = make("element", *fixed_attributes(section.attributes), content, name=section.element)
    return make(
        "element",
        attribute("xml:id", datatype("id", mapping.prefix)),
        optional(attribute("xml:lang", datatype("language", mapping.prefix))),
        trees.element(mapping.header),
        content,
        optional(trees.element(mapping.standoff)),
        name=mapping.text.root,
    )
