"""Read TEI into an article: header and standoff part by templates, the text block by block."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import Any, NamedTuple, cast

from lxml import etree

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.assemble import assemble
from corpus_tools.formats.tei.block_reader import BlockReader, BlockTable
from corpus_tools.formats.tei.groups import check_spans, put_into_groups
from corpus_tools.formats.tei.inline_reader import InlineReader, InlineTable
from corpus_tools.formats.tei.template_reader import Read, attribute_name, compile_content, qualify, refuse_text
from corpus_tools.formats.tei.unsound import refusal
from corpus_tools.formats.tei.xml import ID, LANGUAGE, Element
from corpus_tools.layers import LayerDefinition
from corpus_tools.mapping import Mapping, tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical


class Decoder(NamedTuple):
    """The mapping and layers compiled for reading."""

    mapping: Mapping
    blocks: BlockTable
    inline: InlineTable
    header: Read
    standoff: Read


_decoders: list[tuple[Mapping, MappingOf[str, LayerDefinition], Decoder]] = []


def decoder_for(layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> Decoder:
    """The compiled mapping for these layers; the last one is kept, since a run uses one."""
    if not (_decoders and _decoders[0][0] is mapping and _decoders[0][1] is layers):
        header = compile_content(mapping.header.content, mapping)
        standoff = compile_content(mapping.standoff.content, mapping)
        made = Decoder(mapping, BlockTable(mapping), InlineTable(layers, mapping), header, standoff)
        _decoders[:] = [(mapping, layers, made)]
    return _decoders[0][2]


def read(data: bytes, options: ReadOptions) -> Article:
    """Read a TEI document.

    Raises:
        SourceError: it is not well-formed, or says something that the encoding has no place for.
    """
    return read_tree(xml.parse(data), decoder_for(options.layers, tei_mapping()))


def read_tree(root: Element, decoder: Decoder) -> Article:
    """Read a parsed TEI document.

    Raises:
        SourceError: it says something that the encoding has no place for.
    """
    mapping = decoder.mapping
    header, text, standoff = _parts(root, mapping)
    article = _identity(root)
    decoder.header(header, article)
    inline = InlineReader(decoder.inline)
    blocks = BlockReader(decoder.blocks, inline)
    blocks.read(_article_division(text, mapping))
    article["blocks"] = blocks.blocks
    loose: dict[str, Any] = {}
    if standoff is not None:
        decoder.standoff(standoff, loose)
    spans = loose.get("group_spans", [])
    made = cast("Article", article)  # its keys are those that the mapping names
    try:
        put_into_groups(made["blocks"], spans)
        assemble(article, blocks.groups, inline.annotations, loose, mapping.prefix)
        check_spans(made, spans)
    except (KeyError, ValueError) as error:
        raise refusal(root, error) from error
    return canonical(made)


def _parts(root: Element, mapping: Mapping) -> tuple[Element, Element, Element | None]:
    """Header, text and standoff part of a document."""
    if root.tag != qualify(mapping.text.root, mapping):
        raise no_article(root, mapping)
    refuse_text(root)
    names = mapping.header.element, mapping.text.around[0].element, mapping.standoff.element
    found: dict[str, Element] = {}
    for child in root:
        if child.tag not in {qualify(str(name), mapping) for name in names} or child.tag in found:
            raise xml.refuse(child, f"<{xml.local_name(child)}> has no place here")
        found[child.tag] = child
    header, text, standoff = (found.get(qualify(str(name), mapping)) for name in names)
    if header is None or text is None:
        raise xml.refuse(root, f"<{names[0]}> and <{names[1]}> are needed")
    return header, text, standoff


def no_article(root: Element, mapping: Mapping) -> SourceError:
    """The exception for a document whose root is another."""
    name = etree.QName(root)
    namespace = f"in the namespace {name.namespace}" if name.namespace else "in no namespace"
    if name.localname == mapping.text.root:
        reason = f"<{name.localname}> is {namespace}, but should be in that of TEI"
        hint = f'write <{name.localname} xmlns="{mapping.namespace}">'
    else:
        reason = f"the root is <{name.localname}> {namespace}; an article in TEI is a <{mapping.text.root}>"
        hint = f'a document of TEI begins with <{mapping.text.root} xmlns="{mapping.namespace}">'
        if root.find(qualify(mapping.text.root, mapping)) is not None:
            hint = f"write each <{mapping.text.root}> in it into a file of its own"
    return xml.refuse(root, reason, kind="not-an-article", hint=hint)


def _identity(root: Element) -> dict[str, Any]:
    unknown = [name for name in root.keys() if name not in (ID, LANGUAGE)]  # noqa: SIM118  attributes, not children
    if unknown or root.get(ID) is None:
        raise xml.refuse(root, "the root has xml:id, may have xml:lang, and has no other attribute")
    language = root.get(LANGUAGE)
    identity = {"id": root.get(ID), "metadata": {}}
    return identity if language is None else {**identity, "language": language}


def _article_division(text: Element, mapping: Mapping) -> Element:
    """The division that holds the article, down through the elements around it."""
    element = text
    for depth, section in enumerate((*mapping.text.around, mapping.text.article)):
        if depth:
            refuse_text(element)
            if len(element) != 1:
                raise xml.refuse(element, f"<{xml.local_name(element)}> holds exactly one <{section.element}>")
            element = element[0]
        expected = {attribute_name(name): value for name, value in section.attributes.items()}
        if element.tag != qualify(section.element, mapping) or dict(element.items()) != expected:
            shown = "".join(f' {name}="{value}"' for name, value in section.attributes.items())
            raise xml.refuse(element, f"here stands <{section.element}{shown}>, with no other attribute")
    return element
