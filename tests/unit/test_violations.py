"""What is said of an article that breaks the schema: documents with one fault, and the exact words for it."""

from __future__ import annotations

import copy
import re
from time import process_time
from typing import Any

import pytest
from schema_files import ARTICLE as SCHEMA
from schema_files import objects

from corpus_tools.nearest import nearest
from corpus_tools.schemas import article_validator
from corpus_tools.violations import MAX_DEPTH, MAX_VIOLATIONS, no_article, too_deep, violations
from corpus_tools.violations.definitions import meaning

ARTICLE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "a",
    "metadata": {"title": "Дождь", "urgency": 3, "subjects": [{"name": "weather"}]},
    "blocks": [{"id": "b1", "role": "paragraph", "text": "Дождь в Лиссабоне.", "part_of": "g1"}],
    "groups": [{"id": "g1", "type": "box"}],
    "layers": {
        "entity": {
            "annotations": [
                {
                    "id": "m1",
                    "type": "place",
                    "spans": [{"block": "b1", "start": 8, "end": 17, "text": "Лиссабоне"}],
                    "attributes": {"case": "loc"},
                }
            ]
        }
    },
}
ROLES = (
    "kicker, headline, deck, standfirst, byline, dateline, date, media, caption, credit, paragraph, subhead, "
    "list_item, table_row, quote, note, source, tagline, copyright, tags, correction, boilerplate, other"
)
SPAN = "/layers/entity/annotations/0/spans/0"
ANNOTATION = "id, type, spans, entity, attributes, agent, confidence, note, extra"


def renamed(path: str, old: str, new: str) -> dict[str, Any]:
    """The article with a key at a path renamed."""
    made = copy.deepcopy(ARTICLE)
    place = at(made, path)
    place[new] = place.pop(old)
    return made


def changed(path: str, value: Any) -> dict[str, Any]:
    """The article with another value at a path."""
    made = copy.deepcopy(ARTICLE)
    parent, _, key = path.rpartition("/")
    place = at(made, parent)
    place[int(key) if isinstance(place, list) else key] = value
    return made


def without(path: str) -> dict[str, Any]:
    made = copy.deepcopy(ARTICLE)
    parent, _, key = path.rpartition("/")
    del at(made, parent)[key]
    return made


def at(value: Any, path: str) -> Any:
    for part in path.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


FAULTS = [
    (
        renamed("/blocks/0", "part_of", "partOf"),
        "/blocks/0/partOf",
        'key "partOf" is not known here, did you mean "part_of"? Allowed are id, role, text, before, level, language, ',
        'write "part_of", or put data of your own into extra',
    ),
    (
        renamed(SPAN, "text", "txt"),
        f"{SPAN}/txt",
        'key "txt" is not known here, did you mean "text"? Allowed are block, start, end, text',
        'write "text"',
    ),
    (
        renamed("/metadata/subjects/0", "name", "nmae"),
        "/metadata/subjects/0/nmae",
        'key "nmae" is not known here, did you mean "name"? Allowed are name, scheme, code, uri, agent, confidence',
        'write "name"',
    ),
    (
        renamed("/layers/entity/annotations/0", "type", "label"),
        "/layers/entity/annotations/0/label",
        f'key "label" is not known here; allowed are {ANNOTATION}',
        "put it into attributes, or data of your own into extra",
    ),
    (
        changed("/keywords", ["rain"]),
        "/keywords",
        'key "keywords" is not known here; allowed are schema_version, id, language, metadata, origin, blocks, groups,',
        "keywords is a key of metadata",
    ),
    (
        changed("/metadata/Title", "Rain"),
        "/metadata/Title",
        'key "Title" is not known here, did you mean "title"?',
        "own data belongs in extra",
    ),
    (
        changed("/blocks/0/role", "paragraf"),
        "/blocks/0/role",
        f'"paragraf" is not allowed here, did you mean "paragraph"? Allowed are {ROLES}',
        'write "paragraph"',
    ),
    (
        changed("/blocks/0/role", "Überschrift"),
        "/blocks/0/role",
        f'"Überschrift" is not allowed here; allowed are {ROLES}',
        None,
    ),
    (changed("/metadata/urgency", "3"), "/metadata/urgency", '"3" is a string; a whole number is needed',
     "write 3 without quotes"),
    (changed("/metadata/urgency", 3.5), "/metadata/urgency", "3.5 is a number; a whole number is needed",
     "News urgency from 1 (most urgent) to 9"),
    (changed("/metadata/urgency", 12), "/metadata/urgency", "12 is too large; the most that is allowed is 9",
     "News urgency from 1 (most urgent) to 9"),
    (changed("/metadata/urgency", 0), "/metadata/urgency", "0 is too small; the least that is allowed is 1",
     "News urgency from 1 (most urgent) to 9"),
    (changed("/metadata/title", 1984), "/metadata/title", "1984 is a number; a string is needed",
     'write "1984" in quotes'),
    (changed("/metadata/title", None), "/metadata/title", "null is no value; a string is needed",
     "write a value, or leave the key out where nothing is known"),
    (changed("/blocks/0/role", None), "/blocks/0/role", "null is not allowed here; allowed are kicker",
     "write a value"),
    (changed("/metadata/title", True), "/metadata/title", "true is a truth value; a string is needed", None),
    (changed("/metadata/title", ""), "/metadata/title", '"" is empty',
     "write a value, or leave the key out where nothing is known"),
    (changed("/layers/entity/annotations/0/attributes", {}), "/layers/entity/annotations/0/attributes", "{} is empty",
     "write a value, or leave the key out if it may be missing"),
    (changed("/agents", [{"id": "x", "type": "person", "name": ""}]), "/agents/0/name", '"" is empty', "write a value"),
    (changed("/metadata/subjects/0", {}), "/metadata/subjects/0",
     'one of the keys "name", "code", "uri" is needed', "name: The wording of the term"),
    (changed("/metadata/subjects", "weather " * 20), "/metadata/subjects",
     '"weather weather weather weather weather weather weather we… is a string; an array is needed',
     'put it into brackets: ["weather weather weather weather weather weather weather we…]'),
    (changed("/layers/entity/annotations/0/attributes/case", {"a": 1}), "/layers/entity/annotations/0/attributes/case",
     '{"a": 1} is an object; true or false, a number, a string or an array is needed', None),
    (changed("/layers/entity/annotations/0/attributes/case", [1]), "/layers/entity/annotations/0/attributes/case/0",
     "1 is a number; a string is needed", 'write "1" in quotes'),
    (changed("/layers/entity/annotations/0/attributes/a b", 1), "/layers/entity/annotations/0/attributes/a b",
     'key "a b" cannot stand here: "a b" is no attribute name, such as "lemma"; " " cannot stand in one',
     'write "a_b"'),
    (without("/blocks/0/text"), "/blocks/0", 'key "text" is missing',
     "text: The text as found: nothing is trimmed, normalised or replaced; may be empty"),
    (changed("/blocks/0", {"id": "b1"}), "/blocks/0", 'keys "role", "text" are missing',
     "role: What the block is in the article"),
    (changed("/id", "x" * 201), "/id", "is longer than 200 characters", None),
    (changed("/id", "a b"), "/id", '"a b" is no id, such as "b1", "lisbon-2026-03-04"; " " cannot stand in one',
     'write "a_b"'),
    (changed("/id", "2026-a"), "/id", '"2026-a" is no id, such as "b1", "lisbon-2026-03-04"', 'write "_2026-a"'),
    (changed("/id", "größe"), "/id", '; "ö" cannot stand in one', None),
    (changed("/id", "cafe\u0301"), "/id", '; "U+0301" cannot stand in one', None),
    (changed("/metadata/published", "4 March"), "/metadata/published", '"4 March" is no date, such as "2026", ',
     "A year, a month, a day, or a day and time with seconds; the offset from UTC may be unknown"),
    (changed("/metadata/published", "2026/3/4"), "/metadata/published", '"2026/3/4" is no date', 'write "2026-03-04"'),
    (changed("/schema_version", "1"), "/schema_version", '"1" is no schema version, such as "1.0"', 'write "1.0"'),
    (changed("/schema_version", 1.0), "/schema_version", "1.0 is a number; a string is needed",
     'write "1.0" in quotes'),
    (changed("/blocks/0/role", ["quote"]), "/blocks/0/role", '["quote"] is not allowed here',
     'write "quote" without the brackets [ ]'),
    (changed("/blocks/0/text", ["Rain"]), "/blocks/0/text", '["Rain"] is an array; a string is needed',
     "write it without the brackets [ ]"),
    (changed("/groups", {"id": "g1", "type": "box"}), "/groups", "is an object; an array is needed",
     "put it into brackets: [ … ]"),
    (changed("/metadata/place", "Lisbon"), "/metadata/place", 'key "place" is not known here; allowed are title',
     "place is a key of dateline"),
    (renamed("", "schema_version", "version"), "/version",
     'key "version" is not known here, did you mean "schema_version"? Allowed are schema_version, id, language',
     'write "schema_version", or put data of your own into extra'),
    (changed("/version", "2"), "/version", 'key "version" is not known here; allowed are schema_version',
     "version is a key of metadata"),
    (changed("/metadata/date", "2026"), "/metadata/date", 'key "date" is not known here; allowed are title',
     "date is a key of dateline"),
    (changed("/metadata/dateline", "LISBON"), "/metadata/dateline", '"LISBON" is a string; an object is needed',
     "write an object with place, date"),
    (changed(SPAN, ["b1", 8, 17]), SPAN, '["b1", 8, 17] is an array; an object is needed',
     "write an object with block, start, end, text"),
    (changed("/metadata/urgency", "high"), "/metadata/urgency", '"high" is a string; a whole number is needed',
     "News urgency from 1 (most urgent) to 9"),
    (changed("/layers/entity/annotations/0/start", 8), "/layers/entity/annotations/0/start",
     'key "start" is not known here; allowed are id', "start is a key of each of spans"),
    (changed("/role", "note"), "/role", 'key "role" is not known here; allowed are', "role is a key of each of blocks"),
    (changed("/metadata/language", "pt"), "/metadata/language", 'key "language" is not known here; allowed are title',
     "language is a key of the article, not of what is in it"),
    (changed("/entity", {"annotations": []}), "/entity", 'key "entity" is not known here; allowed are schema_version',
     "entity is a layer: it stands in layers"),
    (changed("/speech", {"annotations": []}), "/speech", 'key "speech" is not known here; allowed are schema_version',
     "speech is a layer: it stands in layers"),
    (changed(f"{SPAN}/offset", 3), f"{SPAN}/offset", 'key "offset" is not known here; allowed are block, start',
     "take it away; own data belongs in the extra of a thing with an id"),
    (changed("/id", "a\u202eb\U0010ffff"), "/id", r'"a\u202eb\udbff\udfff" is no id, such as "b1"', None),
    (changed("/metadata/publication", {"name": "Maré", "issn": "1"}), "/metadata/publication/issn",
     '"1" is no ISSN, such as', None),
]  # fmt: skip


@pytest.mark.parametrize(("article", "pointer", "message", "hint"), FAULTS, ids=[fault[1] for fault in FAULTS])
def test_one_fault_is_one_problem_in_words(article, pointer: str, message: str, hint: str | None) -> None:
    (problem,) = violations(article)
    assert problem.pointer == pointer
    assert message in problem.message
    assert problem.hint == hint


def test_the_article_that_is_changed_has_no_fault() -> None:
    assert article_validator().is_valid(ARTICLE)
    assert violations(ARTICLE) == []


def test_a_missing_key_is_told_beside_another_that_is_misspelt() -> None:
    found = {problem.pointer: problem.message for problem in violations(changed("/blocks/0", {"id": "b1", "txt": "x"}))}
    assert found["/blocks/0"] == 'key "role" is missing'
    assert found["/blocks/0/txt"].startswith('key "txt" is not known here, did you mean "text"?')


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("persname", "persName"),
        ("pers-name", "persName"),
        ("perName", "persName"),
        ("orgname", None),
        ("pla", "placeName"),
        ("pl", None),
        ("", None),
    ],
)
def test_the_nearest_word(word: str, meant: str | None) -> None:
    assert nearest(word, ["placeName", "persName", "rs"]) == meant


def test_no_more_than_the_most_are_told() -> None:
    blocks = [{"id": f"b{number}", "role": "paragraph", "text": number} for number in range(2 * MAX_VIOLATIONS)]
    found = violations(changed("/blocks", blocks))
    assert [problem.pointer for problem in found] == [f"/blocks/{number}/text" for number in range(MAX_VIOLATIONS)]


def test_every_key_that_is_needed_can_be_explained() -> None:
    needed = [(part, key) for _, part in objects(SCHEMA) for key in part.get("required", ()) if len(part) > 1]
    assert len(needed) > 30
    for part, key in needed:
        assert re.match(rf"{key}: [A-Z].*[^.]\Z", meaning(part, key)), key


def test_what_a_contributor_lacks_is_explained_by_what_a_party_is() -> None:
    (problem,) = violations(changed("/metadata/contributors", [{"name": "Ana Silva"}]))
    assert (problem.message, problem.hint) == ('key "role" is missing', "role: What the party did")


FOREIGN = [
    (
        {"uri": "u", "headline": "Rain", "body": "Rain."},
        'neither "schema_version" nor "blocks", but "uri", "headline", ',
    ),
    ({"id": "a", "metadata": {}, "text": "Rain."}, 'neither "schema_version" nor "blocks", but "text"'),
    (
        {"schema_version": "1.2", "id": "a", "affected": [], "modified": "", "summary": ""},
        'no "blocks", but "affected", ',
    ),
    ({"blocks": [], "time": 1, "theme": "dark"}, 'no "schema_version", but "time", "theme"'),
    ({f"key{number}": 1 for number in range(6)}, '"key3", "key4", …'),
]


@pytest.mark.parametrize(("document", "said"), FOREIGN, ids=[said for _, said in FOREIGN])
def test_an_object_that_is_something_else_is_told_as_one_thing(document, said: str) -> None:
    problem = no_article(document)
    assert (problem.pointer, said in problem.message) == ("", True), problem.message


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"id": "a", "metadata": {}},
        {"schema_version": "1.0", "blocks": [], "a": 1, "b": 1, "c": 1},
        {"schemaVersion": "1.0", "a": 1},
        {"schema_version": "1.0", "id": "a", "metadata": {}, "paragraphs": []},
        {"Blocks": [], "id": "a", "b": 1},
    ],
)
def test_an_article_that_is_broken_is_told_key_by_key(document) -> None:
    assert no_article(document) is None
    assert violations(document)


def test_a_word_that_several_begin_with_means_none_of_them() -> None:
    assert nearest("per", ["personality", "periodical"]) is None
    assert nearest("peri", ["personality", "periodical"]) == "periodical"


def test_texts_are_not_compared_as_words() -> None:
    assert nearest("ab" * 100, ["ab" * 99 + "ac"]) == "ab" * 99 + "ac"
    begin = process_time()
    assert nearest("ab" * 50_000, ["ba" * 50_000]) is None
    assert process_time() - begin < 1


def test_the_first_place_that_is_too_deep_is_told() -> None:
    deep: Any = []
    for _ in range(MAX_DEPTH):
        deep = [deep]
    problem = too_deep(changed("/extra", {"a/b": [1, deep], "c": deep}))
    assert problem.pointer == "/extra/a~1b/1" + "/0" * (MAX_DEPTH - 3)
    assert problem.hint == "make it flatter; parts may name each other by id"
