"""The columns of an article say what a walk over the whole document says."""

import json

import pytest

from corpus_tools.model.index import DATE_KEYS, GAP_KEYS, SMALL, Index, is_plain
from corpus_tools.rules import Context, run_rules

SPAN = {"block": "b1", "start": 0, "end": 4, "text": "Rain"}
FULL = {
    "schema_version": "1.0",
    "id": "a",
    "language": "en",
    "metadata": {
        "authors": [{"name": "Ana", "uri": "urn:a:1"}],
        "contributors": [{"name": "Ana", "role": "editor", "uri": "urn:a:2"}],
        "sources": [{"name": "AP", "uri": "urn:a:3"}],
        "publisher": {"name": "P", "uri": "urn:a:4"},
        "publication": {"name": "P", "uri": "urn:a:5"},
        "url": "urn:a:6",
        **{key: f"20{number}" for number, key in enumerate(sorted(DATE_KEYS), start=10)},
        "dateline": {"place": "Porto", "date": "2020"},
        "genres": [{"name": "n", "uri": "urn:a:7", "agent": "x1"}],
        "keywords": ["uri"],
        "subjects": [{"name": "n", "uri": "urn:a:8", "agent": "x2"}],
        "rights": {"licence": "urn:a:9"},
        "links": [{"rel": "related", "uri": "urn:a:10"}],
    },
    "origin": {"separator": "\n", "after": "\n\n"},
    "blocks": [
        {"id": "b1", "role": "paragraph", "text": "Rain in Lisbon.", "before": " ", "language": "pt", "part_of": "g2"},
        {"id": "b2", "role": "media", "text": "", "media": {"type": "image", "uri": "urn:a:11"}},
    ],
    "groups": [
        {"id": "g1", "type": "box", "attributes": {"published": "x"}},
        {"id": "g2", "type": "box", "part_of": "g1"},
    ],
    "entities": [
        {"id": "e1", "type": "place", "uris": ["urn:a:12", "urn:a:13"], "agent": "x3", "attributes": {"uri": "x"}}
    ],
    "layers": {
        "extra": {
            "definition": "urn:a:14",
            "agent": "x4",
            "annotations": [
                {
                    "id": "m1",
                    "spans": [SPAN, {**SPAN, "start": 8, "end": 14, "text": "Lisbon"}],
                    "entity": "e1",
                    "agent": "x5",
                },
                {"id": "m2", "type": "t", "spans": [SPAN], "attributes": {"date": "x", "extra": "y"}},
                {"id": "m3"},
            ],
            "relations": [
                {"id": "r1", "type": "u", "source": "m1", "target": "m2", "agent": "x6", "attributes": {"n": 1}}
            ],
        },
        "attributes": {"relations": [{"id": "r2", "source": "b1", "target": "a"}]},
    },
    "agents": [{"id": f"x{n}", "type": "person", "name": "N", "uri": f"urn:x:{n}"} for n in range(1, 8)],
    "revisions": [{"when": "2021", "agent": "x7", "what": "w"}],
}


def without(document, *path):
    """A copy of the document without one key."""
    copy = json.loads(json.dumps(document))
    inside = copy
    for part in path[:-1]:
        inside = inside[part]
    del inside[path[-1]]
    return copy


def walked(index, keys):
    return sorted(place.value for place in index.strings() if place.key in keys)


DOCUMENTS = [
    FULL,
    *(without(FULL, key) for key in ("language", "origin", "groups", "entities", "layers", "agents", "revisions")),
]
DOCUMENTS += [without(FULL, "metadata", key) for key in FULL["metadata"]]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_columns_of_values_hold_what_the_walk_finds(document):
    index = Index(document)
    assert sorted(index.uris) == walked(index, {"url", "uri", "uris", "licence", "definition"})
    assert sorted(index.dates) == walked(index, DATE_KEYS | {"date", "when"})
    assert sorted(index.languages) == walked(index, {"language"})
    assert sorted(index.gaps) == walked(index, GAP_KEYS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_columns_of_pointers_hold_what_the_walk_finds(document):
    index = Index(document)
    for column, keys in (
        (index.parents, {"part_of"}),
        (index.mentioned, {"entity"}),
        (index.actors, {"agent"}),
        (index.ends, {"source", "target"}),
        (index.ids, {"id"}),
    ):
        assert column == set(walked(index, keys))


def test_ids_are_counted_over_the_whole_document():
    assert not Index(FULL).repeats
    for pointer in ("blocks", "groups", "entities", "agents"):
        copy = json.loads(json.dumps(FULL))
        copy[pointer].append({**copy[pointer][0], "id": "a"})
        assert Index(copy).repeats


def test_items_are_sorted_by_layer_and_list():
    index = Index(FULL)
    assert index.types == {
        ("extra", "annotations"): {None, "t"},
        ("extra", "relations"): {"u"},
        ("attributes", "relations"): {None},
    }
    assert [item["id"] for items in index.attributed.values() for item in items] == ["m2", "r1"]
    assert len(index.attributes) == 4
    assert [item["id"] for item in index.spanned] == ["m1"]
    assert {pointer for pointer, _ in index.attribute_places()} == {
        "/layers/extra/annotations/1/attributes",
        "/layers/extra/relations/0/attributes",
        "/groups/0/attributes",
        "/entities/0/attributes",
    }


@pytest.mark.parametrize(
    "change",
    [{"block": "b9"}, {"start": 1}, {"end": 5}, {"end": 3}, {"text": "rain"}, {"start": 99, "end": 99, "text": ""}],
)
def test_a_span_that_does_not_fit_is_odd(change):
    assert not Index(FULL).odd_spans
    annotation = {"id": "m9", "spans": [{**SPAN, **change}]}
    assert Index({**FULL, "layers": {"entity": {"annotations": [annotation]}}}).odd_spans


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ((), "/extra"),
        (("metadata",), "/metadata/extra"),
        (("blocks", 1), "/blocks/1/extra"),
        (("groups", 0), "/groups/0/extra"),
        (("entities", 0), "/entities/0/extra"),
        (("agents", 2), "/agents/2/extra"),
        (("layers", "extra", "annotations", 2), "/layers/extra/annotations/2/extra"),
        (("layers", "attributes", "relations", 0), "/layers/attributes/relations/0/extra"),
    ],
)
def test_extra_is_seen_wherever_it_stands(path, pointer):
    assert not Index(FULL).has_extra
    document = json.loads(json.dumps(FULL))
    owner = document
    for part in path:
        owner = owner[part]
    owner["extra"] = {"uri": "no URI", "id": "a"}
    index = Index(document)
    assert index.has_extra
    assert list(index.extras()) == [(pointer, {"uri": "no URI", "id": "a"})]
    assert not any("no URI" in place.value for place in index.strings())


@pytest.mark.parametrize("data", [b'{"a":"b"}', '{"a":"漢字。"}'.encode(), rb'{"a":"\n\""}'])
def test_usual_json_is_plain(data):
    assert is_plain(data)


@pytest.mark.parametrize("data", [rb'"\u0001"', '"\ufffe"'.encode(), '"\uffff"'.encode(), b" " * SMALL])
def test_escapes_noncharacters_and_size_are_not_plain(data):
    assert not is_plain(data)


@pytest.mark.parametrize("extra", ["\x01", "\ufffe", "\ud800", "x" * SMALL])
def test_an_article_that_may_hold_something_special_is_not_plain(extra):
    assert Index(FULL).plain
    assert not Index({**FULL, "extra": extra}).plain


@pytest.mark.parametrize("extra", [[], {}, None, "x", [{"uri": "no uri"}], {"uri": "no uri", "url": "no uri"}])
def test_extra_data_of_the_metadata_means_nothing_to_the_rules(extra):
    article = {"schema_version": "1.0", "id": "a", "metadata": {"extra": extra}, "blocks": []}
    assert run_rules(article, Context({})) == []
