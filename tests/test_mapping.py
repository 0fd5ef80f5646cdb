"""The TEI mapping is complete, and reader, writer, profile and documentation follow it."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec
import pytest
from generate import GENERATED
from hypothesis import given
from lxml import etree
from schema_files import ROOT, properties, read
from strategies import articles

from corpus_tools.errors import SchemaDataError
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.profile import profile
from corpus_tools.formats.tei.read import decoder_for, read_tree
from corpus_tools.formats.tei.write import _parts, encoder_for
from corpus_tools.layers import LayerDefinition, builtin_layers
from corpus_tools.mapping import Mapping, mapping_from, tei_mapping
from corpus_tools.model.canonical import canonical
from corpus_tools.model.places import extras
from corpus_tools.properties import article_properties
from corpus_tools.services.describe import schema_docs
from corpus_tools.tei_places import VIEW, tei_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONTENT = read(ROOT / "schema" / "tei" / "mapping.json")
SCHEMA = read(ROOT / "schema" / "tei" / "mapping.schema.json")
LAYERS = [read(path) for path in sorted((ROOT / "schema" / "layers").glob("*.json"))]
ARTICLES = [
    read(ROOT / "fixtures" / name)
    for name in ("mapping/every_place.json", "mapping/person_publishes.json", "schema/pass/everything.json")
]


def written(article: Any, mapping: Mapping, layers: dict[str, LayerDefinition]) -> bytes:
    return "".join(_parts(canonical(article), encoder_for(layers, mapping), standoff=False)).encode()


def read_back(data: bytes, mapping: Mapping, layers: dict[str, LayerDefinition]) -> Any:
    return read_tree(xml.parse(data), decoder_for(layers, mapping))


def test_mapping_is_valid_by_its_schema_and_typed():
    jsonschema.Draft202012Validator(SCHEMA).validate(CONTENT)
    assert mapping_from(CONTENT) == tei_mapping()


def test_schema_of_the_mapping_describes_what_the_typed_view_has():
    described = {name for place, _ in properties(SCHEMA) for name in [place.rpartition("/")[2]]}
    typed = set()
    waiting: list[Any] = [Mapping]
    while waiting:
        kind = waiting.pop()
        for field in msgspec.structs.fields(kind):
            typed.add(field.encode_name)
            waiting += [part for part in _parts_of(field.type) if part.__name__ not in typed]
            typed |= {part.__name__ for part in _parts_of(field.type)}
    assert {name for name in typed if name[0].islower()} == described


def _parts_of(kind: Any) -> Iterator[Any]:
    """The structures that a type is made of."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for argument in getattr(kind, "__args__", ()):
        yield from _parts_of(argument)


# Every property has a place


def test_every_property_has_a_place_and_every_place_a_property():
    places = tei_places(tei_mapping(), builtin_layers())
    assert [pointer for pointer, found in places.items() if not found] == []
    assert list(places) == list(article_properties())


def test_a_property_that_the_mapping_forgets_has_no_place():
    content = json.loads(json.dumps(CONTENT).replace('"text": "metadata.version"', '"constant": "1"'))
    assert tei_places(mapping_from(content), builtin_layers())["/metadata/version"] == ()


def test_a_place_for_what_is_no_property_is_refused():
    content = json.loads(json.dumps(CONTENT).replace('"metadata.version"', '"metadata.edition"'))
    with pytest.raises(SchemaDataError, match="/metadata/edition"):
        tei_places(mapping_from(content), builtin_layers())


def test_every_name_of_the_view_is_used_by_the_mapping():
    used = {field.split(".")[0] for node in tei_mapping().walk() for field in (node.each, node.text) if field}
    assert {name.split("/")[1] for name in VIEW} <= used


def test_places_are_where_the_writer_writes():
    """Every XPath selects something in one of the documents, so the documentation tells the truth."""
    layers, mapping = builtin_layers(), tei_mapping()
    trees = [_without_namespace(written(article, mapping, layers)) for article in ARTICLES]
    unmet = {
        place.xpath
        for found in tei_places(mapping, layers).values()
        for place in found
        if not any(tree.xpath(xpath) for tree in trees for xpath in _alternatives(place.xpath))
    }
    assert unmet == set()


def _alternatives(xpath: str) -> Iterator[str]:
    """The XPaths of version 1 that an XPath with ``(a|b)`` stands for."""
    parts = [
        part.strip("()").split("|") if part.startswith("(") else [part] for part in re.split(r"(\([^()]*\))", xpath)
    ]
    return ("".join(chosen) for chosen in product(*parts))


def _without_namespace(data: bytes) -> Any:
    tree = etree.fromstring(data)
    for element in tree.iter():
        element.tag = etree.QName(element).localname
    return tree.getroottree()


# Reader, writer, profile and documentation follow the mapping

ELEMENT_KEYS = ("root", "element", "inner", "cell", "alt", "general", "absent")


def rename(value: Any, renamed: Callable[[str], str], key: str = "") -> Any:
    """A copy of a mapping or layer with other names for elements."""
    if isinstance(value, str):
        named = key in (*ELEMENT_KEYS, "ref", "forbidden", "never_below_itself")
        return renamed(value) if named else value
    if isinstance(value, list):
        return [rename(item, renamed, key) for item in value]
    if isinstance(value, dict):
        if key in ("forbidden", "needs"):
            value = {renamed(name): item for name, item in value.items()}
        within = {name: key if key in ("forbidden", "element") else name for name in value}
        return {name: rename(item, renamed, _key_of(name, key, within[name])) for name, item in value.items()}
    return value


def _key_of(name: str, outer: str, inherited: str) -> str:
    """The key that says what the values of an object are: names of elements stand one level deeper in choices."""
    if outer == "element":
        return name if name in ("absent", "field") else "element"
    return inherited


def element_names(value: Any) -> list[str]:
    """Every name that `rename` changes, and that does not only stand in the table of containment."""
    met = set()

    def noted(name: str) -> str:
        met.add(name)
        return name

    rename({**value, "annotation": {"general": value["annotation"]["general"]}}, noted)
    return sorted(name for name in met if re.fullmatch("[A-Za-z]+", name))


NAMES = element_names({**CONTENT, "layers": LAYERS})


def test_names_that_are_renamed_are_those_of_elements():
    assert {"edition", "trailer", "listPerson", "seg", "quote", "persName", "cell", "figDesc", "ab", "TEI"} <= set(
        NAMES
    )
    assert not {"type", "ana", "metadata", "top", "uri", "person", "string"} & set(NAMES) - {"person", "string"}


@pytest.mark.parametrize("old", NAMES)
def test_an_element_that_is_renamed_is_renamed_everywhere(old):
    new = "renamedElement"

    def renamed(name: str) -> str:
        return new if name == old else name

    mapping = mapping_from(rename(CONTENT, renamed))
    layers = {layer["name"]: msgspec.convert(rename(layer, renamed), LayerDefinition) for layer in LAYERS}
    schema = profile(mapping, layers)
    validator = etree.RelaxNG(etree.fromstring(schema))
    met = False
    for article in ARTICLES:
        data = written(article, mapping, layers)
        assert not re.search(rf"</?{old}[ >/]".encode(), data)
        met |= f"<{new}".encode() in data
        assert read_back(data, mapping, layers) == canonical(article)
        validator.assertValid(etree.fromstring(data))
    assert met
    assert f'name="{new}"'.encode() in schema or f"<name>{new}</name>".encode() in schema
    assert new in schema_docs(mapping, layers)


def change(*path: str) -> Callable[[Any, str], None]:
    def changed(content: Any, new: str) -> None:
        for key in path[:-1]:
            content = content[key]
        content[path[-1]] = new

    return changed


@pytest.mark.parametrize(
    "path",
    [
        ("annotation", "type"),
        ("annotation", "agent"),
        ("annotation", "confidence"),
        ("annotation", "entity", "otherwise"),
        ("text", "part_of"),
        ("text", "fallback", "role"),
        ("text", "fallback", "level"),
        ("text", "section", "level"),
        ("text", "roles", "media", "uri"),
        ("text", "roles", "media", "media_type"),
        ("prefix",),
    ],
    ids="/".join,
)
def test_an_attribute_that_is_renamed_is_renamed_everywhere(path):
    content = json.loads(json.dumps(CONTENT))
    new = "renamed"
    change(*path)(content, new)
    if path == ("prefix",):
        content = json.loads(json.dumps(content).replace('"ident": "layer"', '"ident": "renamed"'))
    mapping, layers = mapping_from(content), builtin_layers()
    validator = etree.RelaxNG(etree.fromstring(profile(mapping, layers)))
    met = False
    for article in ARTICLES:
        data = written(article, mapping, layers)
        met |= new.encode() in data
        assert read_back(data, mapping, layers) == canonical(article)
        validator.assertValid(etree.fromstring(data))
    assert met
    assert new in schema_docs(mapping, layers)


@pytest.mark.parametrize("name", GENERATED)
def test_what_is_made_from_the_data_is_committed(name):
    assert (ROOT / name).read_bytes() == GENERATED[name](), "run make generate"


# What is not shown to TEI readers


@given(articles())
def test_only_gaps_and_extra_data_are_json_in_the_header(article):
    article = canonical(article)
    tree = etree.fromstring(written(article, tei_mapping(), builtin_layers()))
    held = {element.get("subtype"): json.loads(element.text) for element in tree.findall(".//{*}xenoData")}
    assert held.keys() <= {"layout", "extra"}

    origin = article.get("origin", {})
    gaps: dict[str, Any] = {key: origin[key] for key in ("separator", "after") if key in origin}
    before = {block["id"]: block["before"] for block in article["blocks"] if "before" in block}
    assert held.get("layout", {}) == ({**gaps, "before": before} if before else gaps)

    found = held.get("extra", {})
    shown = [*found.get("objects", {}).values(), *(value for key, value in found.items() if key == "metadata")]
    assert found.keys() <= {"metadata", "objects"}
    assert sorted(map(json.dumps, shown)) == sorted(json.dumps(extra) for _, extra in extras(article))


# What TEI forbids

BLOCK_PLACES = {
    "cell": "<table><row>{}</row></table>",
    "item": "<list>{}</list>",
    "bibl": "<p>{}</p>",
    "head": "{}<p/>",
    "trailer": "<p/>{}",
    "byline": "{}<p/>",
    "dateline": "{}<p/>",
    "docDate": "{}<p/>",
    "docAuthor": "<byline>{}</byline><p/>",
    "p": "{}",
    "ab": "{}",
    "quote": "{}",
}
DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>'
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    "<text><body><div>{}</div></body></text></TEI>"
)


def containers() -> list[str]:
    """Every element that holds text with annotations in it."""
    text = tei_mapping().text
    roles = [role.cell or role.inner or role.element for role in text.roles.values() if isinstance(role.element, str)]
    return sorted({*filter(None, map(str, roles)), text.fallback.element, *inline_elements()})


def inline_elements() -> set[str]:
    """Every element that holds an annotation."""
    layers = builtin_layers().values()
    offered = {item.element for layer in layers for listed in layer.tei.annotations.values() for item in listed}
    return {*offered, tei_mapping().annotation.general}


@pytest.mark.parametrize("container", containers())
def test_what_the_mapping_forbids_is_what_tei_forbids(container, official_schemas):
    place = BLOCK_PLACES.get(container, "<p>{}</p>")
    refused = set()
    for schema in official_schemas.values():
        assert schema.validate(etree.fromstring(DOCUMENT.format(place.format(f"<{container}>x</{container}>"))))
        for inner in inline_elements():
            document = place.format(f"<{container}>x <{inner}>y</{inner}></{container}>")
            if not schema.validate(etree.fromstring(DOCUMENT.format(document))):
                refused.add(inner)
    assert refused == inline_elements() & set(tei_mapping().annotation.forbidden.get(container, ()))
