"""Write an article as TEI: the canonical text, or the same with every annotation standoff."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import NamedTuple

from corpus_tools.formats.base import WriteOptions, Written
from corpus_tools.formats.tei.block_writer import BlockWriter, fixed_attributes
from corpus_tools.formats.tei.crossings import Candidate
from corpus_tools.formats.tei.forms import Forms
from corpus_tools.formats.tei.groups import group_spans, native_groups
from corpus_tools.formats.tei.inline import InlineWriter
from corpus_tools.formats.tei.template_writer import Write, compile_tree
from corpus_tools.formats.tei.view import header_view, standoff_view
from corpus_tools.layers import LayerDefinition
from corpus_tools.mapping import Mapping, tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical


class Encoder(NamedTuple):
    """The mapping and layers compiled for writing."""

    mapping: Mapping
    forms: Forms
    header: Write
    standoff: Write


_encoders: list[tuple[Mapping, MappingOf[str, LayerDefinition], Encoder]] = []


def encoder_for(layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> Encoder:
    """The compiled mapping for these layers; the last one is kept, since a run uses one."""
    if not (_encoders and _encoders[0][0] is mapping and _encoders[0][1] is layers):
        header = compile_tree(mapping.header, mapping, 1)
        standoff = compile_tree(mapping.standoff, mapping, 1)
        _encoders[:] = [(mapping, layers, Encoder(mapping, Forms(layers, mapping), header, standoff))]
    return _encoders[0][2]


def write(article: Article, options: WriteOptions) -> Written:
    """Write a valid article as UTF-8 TEI; TEI holds every part of the model, so there are no losses."""
    encoder = encoder_for(options.layers, tei_mapping())
    return Written("".join(_parts(canonical(article), encoder, standoff=options.standoff)).encode())


def _parts(article: Article, encoder: Encoder, *, standoff: bool) -> list[str]:
    mapping = encoder.mapping
    root = mapping.text.root
    language = f' xml:lang="{article["language"]}"' if "language" in article else ""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<{root} xmlns="{mapping.namespace}" xml:id="{article["id"]}"{language}>',
    ]
    encoder.header(header_view(article), out)
    inline = InlineWriter(encoder.forms)
    native = native_groups(article, mapping.text)
    blocks = BlockWriter(mapping.text, inline, len(mapping.text.around) + 2, out)
    around = (*mapping.text.around, mapping.text.article)
    for depth, section in enumerate(around, 1):
        out.append(f"\n{'  ' * depth}<{section.element}{fixed_attributes(section.attributes)}>")
    blocks.write(article["blocks"], native, {} if standoff else _candidates(article, encoder.forms))
    for depth, section in reversed([*enumerate(around, 1)]):
        out.append(f"\n{'  ' * depth}</{section.element}>")
    spans = group_spans(article, native)
    encoder.standoff(standoff_view(article, inline.inlined, blocks.loose_media, spans, encoder.forms), out)
    out.append(f"\n</{root}>\n")
    return out


def _candidates(article: Article, forms: Forms) -> dict[str, list[Candidate]]:
    """The annotations that might stand inline, by block: one span, not empty."""
    found: dict[str, list[Candidate]] = {}
    order = 0
    for name, layer in article.get("layers", {}).items():
        priority, nesting = forms.ranks(name)
        for annotation in layer.get("annotations", ()):
            spans = annotation.get("spans", ())
            if len(spans) == 1 and spans[0]["start"] < spans[0]["end"]:
                span = spans[0]
                order += 1
                candidate = (span["start"], -span["end"], nesting, name, order, priority, annotation)
                found.setdefault(span["block"], []).append(candidate)
    return found
