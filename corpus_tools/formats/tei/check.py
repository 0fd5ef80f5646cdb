"""Findings of a TEI document before it is read as an article: the profile, and copies that were edited."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml import etree

from corpus_tools.errors import SourceError
from corpus_tools.findings import Finding, Location
from corpus_tools.formats.base import Examined, ReadOptions, finding_of
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.constraints import breaches
from corpus_tools.formats.tei.grammar import profile_grammar
from corpus_tools.formats.tei.profile_faults import profile_faults
from corpus_tools.formats.tei.read import decoder_for, no_article, read_tree
from corpus_tools.formats.tei.references import place_of, undeclared_languages, unsound_references
from corpus_tools.formats.tei.template_reader import qualify
from corpus_tools.formats.tei.view import derived_languages, derived_title
from corpus_tools.formats.tei.xml import Element
from corpus_tools.kinds import KINDS
from corpus_tools.mapping import Node, tei_mapping
from corpus_tools.model.article import Article
from corpus_tools.schemas import schema_path

PROFILE = "tei/news.rng"
MOST_FINDINGS = 100


@cache
def profile_validator() -> etree.RelaxNG:
    """The committed profile, compiled."""
    return etree.RelaxNG(etree.parse(schema_path(PROFILE)))


def examine(data: bytes, options: ReadOptions) -> Examined:
    """Read a TEI document that the profile accepts, or say what is wrong with it as TEI."""
    try:
        root = xml.parse(data)
    except SourceError as error:
        return None, [finding_of(error, options.file)]
    validator = profile_validator()
    if not validator.validate(root):
        return None, _profile_findings(root, validator, options)
    try:
        article = read_tree(root, decoder_for(options.layers, tei_mapping()))
    except SourceError as error:
        return None, _breach_findings(root, options) or [finding_of(error, options.file)]
    unsound = list(islice(unsound_references(root, article, options.file), MOST_FINDINGS))
    return None if unsound else article, [*unsound, *_edited_copies(root, article, options)]


def _profile_findings(root: Element, validator: etree.RelaxNG, options: ReadOptions) -> list[Finding]:
    """Why the profile does not accept a document: what may stand where, else the words of libxml2."""
    mapping = tei_mapping()
    if root.tag != qualify(mapping.text.root, mapping):
        return [finding_of(no_article(root, mapping), options.file)]
    faults = list(islice(profile_faults(root, profile_grammar(PROFILE)), MOST_FINDINGS))
    breaching = {breach.element for breach in breaches(root)}
    refused = {fault.element for fault in faults if fault.refused}.difference(breaching)
    found = _breach_findings(root, options, refused)
    for fault in faults:
        if fault.element not in breaching:
            place = place_of(fault.element, options.file, fault.attribute)
            found.append(Finding(KINDS["profile"], fault.message, place, fault.hint))
    return found or _words_of_libxml2(root, validator, options)


def _breach_findings(root: Element, options: ReadOptions, refused: Collection[Element] = ()) -> list[Finding]:
    """The constraints of TEI that a document breaks which is no article, but not in elements that are `refused`."""
    kind = KINDS["tei-schematron"]
    told = (breach for breach in breaches(root) if not any(each in refused for each in breach.element.iterancestors()))
    return [Finding(kind, breach.message, place_of(breach.element, options.file), breach.hint) for breach in told]


def _words_of_libxml2(root: Element, validator: etree.RelaxNG, options: ReadOptions) -> list[Finding]:
    """What libxml2 finds at fault, one finding for a line: often just the last alternative that it gave up."""
    found: dict[int, Finding] = {}
    for entry in validator.error_log:
        place = Location(options.file, entry.line or None, None, None, _readable_path(entry.path, root))
        message = f"libxml2 refuses the document, perhaps not for what is wrong with it: {entry.message}"
        found.setdefault(entry.line, Finding(KINDS["profile"], message, place))
    located = {line: finding for line, finding in found.items() if line} or found
    return list(located.values())[:MOST_FINDINGS]


def _readable_path(path: str | None, root: Element) -> str | None:
    """The short XPath of the element that libxml2 names by a path of wildcards."""
    try:
        found = root.xpath(path) if path else []
    except etree.XPathEvalError:  # the prefix of a foreign element, which libxml2 writes without its meaning
        return path
    return xml.xpath_of(found[0]) if found and isinstance(found[0], etree._Element) else path  # noqa: SLF001


def _edited_copies(root: Element, article: Article, options: ReadOptions) -> Iterator[Finding]:
    """Copies in the header that do not say what the place they are made from says."""
    values = {"title": [derived_title(article)], "languages": derived_languages(article)}
    for copy in _copies():
        elements = root.findall(copy.path)
        shown = [element.text or "" if copy.in_text else next(iter(element.values()), "") for element in elements]
        wanted = values[copy.name]
        if copy.name == "languages" and not set(shown).issuperset(wanted):
            yield from undeclared_languages(root, shown, wanted, options.file)
        elif shown != wanted and not (copy.name == "title" and _is_grounded(article, shown)):
            wrong = next((number for number, each in enumerate(shown) if [each] != wanted[number : number + 1]), 0)
            place = elements[wrong] if elements else root
            attribute = xml.TEXT if copy.in_text else next(iter(place.keys()), None)
            yield Finding(
                KINDS["tei-derived-copy"],
                f"<{copy.element}> repeats {copy.name} and says {_quoted(shown)} instead of {_quoted(wanted)}",
                place_of(place, options.file, attribute if elements else None),
                "change both places: this one is only a copy",
            )


def _is_grounded(article: Article, shown: list[str]) -> bool:
    """Whether the text says the title that the copy shows, so that the metadata are wrong, and found to be so."""
    fields = article.get("layers", {}).get("field", {}).get("annotations", [])
    titles = (each for each in fields if each.get("type") == "title")
    return any(
        shown == [each.get("attributes", {}).get("value") or "".join(span["text"] for span in each.get("spans", ()))]
        for each in titles
    )


def _quoted(values: list[str]) -> str:
    return ", ".join(f"“{value}”" for value in values) or "nothing"


class _Copy(NamedTuple):
    """A copy in the header: what it repeats, its element, the path to it, and whether it is text or an attribute."""

    name: str
    element: str
    path: str
    in_text: bool


@cache
def _copies() -> list[_Copy]:
    mapping = tei_mapping()
    found = []
    waiting: list[tuple[list[str], Node]] = [([str(mapping.header.element)], mapping.header)]
    while waiting:
        steps, node = waiting.pop()
        source = node.text or node.each or ""
        if source.startswith("derived."):
            path = "/".join(qualify(step, mapping) for step in steps)
            found.append(_Copy(source.removeprefix("derived."), steps[-1], path, node.text is not None))
        waiting += [([*steps, str(child.element)], child) for child in mapping.children(node.content)]
    return found
