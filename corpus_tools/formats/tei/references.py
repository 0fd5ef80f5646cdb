"""What a TEI document names and does not declare, and pointers that reach out of the text they point into.

Of an article in JSON the reference rules find the same; here it is told at the element, and in the words of TEI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from lxml import etree

from corpus_tools.findings import Finding, Location
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.xml import Element
from corpus_tools.kinds import KINDS
from corpus_tools.mapping import tei_mapping
from corpus_tools.model.article import Article


def unsound_references(root: Element, article: Article, file: str) -> Iterator[Finding]:
    """Yield the findings of agents that nobody declares and of spans out of their block."""
    declared = {f"#{agent['id']}" for agent in article.get("agents", ())}
    if not declared.issuperset(_agents_of()(root)):
        yield from _undeclared_agents(root, declared, file)
    lengths = {block["id"]: len(block["text"]) for block in article["blocks"]}
    for layer in article.get("layers", {}).values():
        for annotation in layer.get("annotations", ()):
            for span in annotation.get("spans", ()):
                if span["end"] > lengths.get(span["block"], span["end"]):
                    yield _out_of_element(root, annotation["id"], span, lengths[span["block"]], file)


@cache
def _agents_of() -> Callable[[Element], Any]:
    """A function that gives the pointers at agents of a document."""
    return etree.XPath(f"//@{tei_mapping().annotation.agent}", smart_strings=False)


def _undeclared_agents(root: Element, declared: set[str], file: str) -> Iterator[Finding]:
    name = tei_mapping().annotation.agent
    known = ", ".join(sorted(declared)) or "none"
    for element in root.iter():
        value = element.get(name)
        if value is not None and value not in declared:
            yield Finding(
                KINDS["undeclared-resp"],
                f'{name} of <{xml.local_name(element)}> is "{value}", which no <respStmt> declares; declared: {known}.',
                place_of(element, file),
                f'declare <respStmt xml:id="{value.removeprefix("#")}"> in the header, or name one that is declared',
            )


def undeclared_languages(root: Element, declared: list[str], used: list[str], file: str) -> Iterator[Finding]:
    """Yield a finding for each element whose language is used, but is not among those declared."""
    missing = set(used).difference(declared)
    known = ", ".join(declared)
    for element in root.iter() if missing else ():
        tag = element.get(xml.LANGUAGE)
        if tag in missing:
            yield Finding(
                KINDS["undeclared-language"],
                f'xml:lang of <{xml.local_name(element)}> is "{tag}", which <langUsage> does not declare; '
                f"declared: {known}",
                place_of(element, file),
                f'add <language ident="{tag}"/> to <langUsage>, or correct the tag',
            )


def _out_of_element(root: Element, annotation: str, span: Any, length: int, file: str) -> Finding:
    element = next((element for element in root.iter() if element.get(xml.ID) == annotation), root)
    start, end, block = span["start"], span["end"], span["block"]
    return Finding(
        KINDS["string-range-outside-element"],
        f"string-range({block},{start},{end - start}) ends at {end}, but the text of {block} has {length} characters",
        place_of(element, file, block, start, end),
        "offset and length count code points from 0",
    )


def place_of(
    element: Element, file: str, block: str | None = None, start: int | None = None, end: int | None = None
) -> Location:
    """Where an element is in the file."""
    return Location(file, element.sourceline, None, None, xml.xpath_of(element), block, start, end)
