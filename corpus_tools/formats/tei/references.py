"""What a TEI document names and does not declare, and pointers that reach out of the text they point into.

Of an article in JSON the reference rules find the same; here it is told at the element, and in the words of TEI.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from corpus_tools.findings import Finding, Location
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.xml import Element
from corpus_tools.kinds import KINDS
from corpus_tools.mapping import tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.nearest import nearest


def unsound_references(root: Element, article: Article, file: str) -> Iterator[Finding]:
    """Yield the findings of agents that nobody declares and of spans out of their block."""
    declared = {f"#{agent['id']}" for agent in article.get("agents", ())}
    if not declared.issuperset(_agents_of()(root)):
        yield from _undeclared_agents(root, declared, file)
    lengths = {block["id"]: len(block["text"]) for block in article["blocks"]}
    for layer in article.get("layers", {}).values():
        for annotation in layer.get("annotations", ()):
            for span in annotation.get("spans", ()):
                if span["end"] > lengths.get(span["block"], span["end"]) and _is_one(span["block"], article):
                    yield _out_of_element(root, annotation["id"], span, lengths[span["block"]], file)


def _is_one(own: str, article: Article) -> bool:
    """Whether one block only has an id, so that what points at it is not at fault for what another is."""
    return sum(block["id"] == own for block in article["blocks"]) == 1


@cache
def _agents_of() -> Callable[[Element], Any]:
    """A function that gives the pointers at agents of a document."""
    return etree.XPath(f"//@{tei_mapping().annotation.agent}", smart_strings=False)


def _undeclared_agents(root: Element, declared: set[str], file: str) -> Iterator[Finding]:
    name = tei_mapping().annotation.agent
    known = ", ".join(sorted(declared)) or "none"
    for value, (element, *others) in _by_value(root, name).items():
        if value not in declared:
            likely = nearest(value, sorted(declared))
            told = f'{name} of <{xml.local_name(element)}> is "{value}", which no <respStmt> declares'
            told += f"; declared: {known}" if likely is None else f", did you mean {likely}?"
            hint = f'declare <respStmt xml:id="{value.removeprefix("#")}"> in <titleStmt>, or name one that is declared'
            yield Finding(
                KINDS["undeclared-resp"],
                told + _and(others),
                place_of(element, file, name),
                hint if likely is None else f"write {likely}",
            )


def undeclared_languages(root: Element, declared: list[str], used: list[str], file: str) -> Iterator[Finding]:
    """Yield a finding for each language that is used, but is not among those declared, at the first of its elements."""
    missing = set(used).difference(declared)
    if not declared:
        yield _no_declarations(root, used, file)
        return
    known = ", ".join(declared)
    for tag, (element, *others) in _by_value(root, xml.LANGUAGE).items() if missing else ():
        if tag in missing:
            yield Finding(
                KINDS["undeclared-language"],
                f'xml:lang of <{xml.local_name(element)}> is "{tag}", which <langUsage> does not declare; '
                f"declared: {known}{_and(others)}",
                place_of(element, file, xml.LANGUAGE),
                f'add <language ident="{tag}"/> to <langUsage>, or correct the tag',
            )


def _no_declarations(root: Element, used: list[str], file: str) -> Finding:
    element = next(element for element in root.iter() if element.get(xml.LANGUAGE) in used)
    told = f'xml:lang of <{xml.local_name(element)}> is "{element.get(xml.LANGUAGE)}", and no <langUsage> declares it'
    languages = "".join(f'<language ident="{tag}"/>' for tag in used)
    hint = f"write <langUsage>{languages}</langUsage> into <profileDesc>"
    return Finding(KINDS["undeclared-language"], told, place_of(element, file, xml.LANGUAGE), hint)


def _by_value(root: Element, name: str) -> dict[str, list[Element]]:
    """The elements that have an attribute, in the order of the document, by its values."""
    found: dict[str, list[Element]] = {}
    for element in root.iter():
        value = element.get(name)
        if value is not None:
            found.setdefault(value, []).append(element)
    return found


def _and(others: list[Element]) -> str:
    return f" (and so for {len(others)} more element{'s' if len(others) > 1 else ''})" if others else ""


def _out_of_element(root: Element, annotation: str, span: Any, length: int, file: str) -> Finding:
    element = next((element for element in root.iter() if element.get(xml.ID) == annotation), root)
    start, end, block = span["start"], span["end"], span["block"]
    pointing = next((name for name, value in element.items() if f"({block}," in value), None)
    told = f"ends at {end}" if end > start else "stands there"
    pointer = f"string-range({block},{start},{end - start})" if end > start else f"string-index({block},{start})"
    hint = "offset and length count characters (Unicode code points) from 0"
    if start < length:
        hint = f"write a length of at most {length - start}; {hint}"
    return Finding(
        KINDS["string-range-outside-element"],
        f"{pointer} {told}, but the text of {block} has {length} characters",
        replace(place_of(element, file, pointing), block=block, start=start, end=end),
        hint,
    )


def place_of(element: Element, file: str, attribute: str | None = None) -> Location:
    """Where an element is in the file, or one of its attributes."""
    return Location(file, element.sourceline, xpath=xml.xpath_of(element), attribute=attribute)
