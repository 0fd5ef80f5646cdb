"""What a person broke is told once, with the value found, what is expected, and how to mend it."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.layers import builtin_layers
from corpus_tools.rules import Context, run_rules
from corpus_tools.rules.lints import LINTS

CONTEXT = Context(builtin_layers())
DEFAULT = [rule for rule in LINTS.values() if rule.default]
TEXT = "Rain in Lisbon, 4 March"
Told = list[tuple[str, str, str | None]]


def told(**parts: Any) -> Told:
    """Codes, messages and hints of an article."""
    blocks = [{"id": "b1", "role": "paragraph", "text": TEXT}]
    article: Any = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, **parts}
    found = run_rules(article, CONTEXT, lints=DEFAULT)
    return [(kind.code, problem.message, problem.hint) for kind, problem in found]


def span(words: str) -> dict[str, Any]:
    return {"block": "b1", "start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


def annotation(**more: Any) -> dict[str, Any]:
    return {"id": "m1", "type": "place", "spans": [span("Lisbon")], **more}


def fields(metadata: dict[str, Any], *types: str, **attributes: Any) -> Told:
    """What is told of field annotations on one word, of `types`."""
    more = {"attributes": attributes} if attributes else {}
    items = [{**annotation(**more), "id": f"f{number}", "type": kind} for number, kind in enumerate(types)]
    return told(metadata=metadata, layers={"field": {"annotations": items}})


def values(layer: str, **attributes: Any) -> Told:
    """What is told of attributes of an annotation."""
    types = {"correction": "sic", "token": "word", "page": "line"}
    item = {"id": "t1", "type": types[layer], "spans": [span(TEXT)], "attributes": attributes}
    return told(layers={layer: {"annotations": [item]}})


SAID = "say in `attributes.value` which value of the metadata these words give"


@pytest.mark.parametrize(
    ("metadata", "kind", "message", "hint"),
    [
        (
            {"section": "Lisboa"},
            "section",
            "'Lisbon' is no value of metadata section, did you mean 'Lisboa'?",
            f"correct one of them, or {SAID}",
        ),
        (
            {"section": "Weather"},
            "section",
            "'Lisbon' is no value of metadata section, which is 'Weather'",
            f"correct one of them, or {SAID}",
        ),
        (
            {"keywords": ["d", "c", "b", "a"]},
            "keywords",
            "'Lisbon' is no value of metadata keywords, which are 'a', 'b', 'c', …",
            f"correct one of them, or {SAID}",
        ),
        (
            {"keywords": [*(f"k{number:03}" for number in range(100)), "Lisboa"]},
            "keywords",
            "'Lisbon' is no value of metadata keywords, which are 'Lisboa', 'k000', 'k001', …",
            f"correct one of them, or {SAID}",
        ),
        (
            {},
            "section",
            "'Lisbon' is no value of metadata section, which is not there",
            "add section to the metadata, or remove the annotation",
        ),
    ],
)
def test_a_field_is_told_with_what_the_metadata_say(metadata: Any, kind: str, message: str, hint: str) -> None:
    assert fields(metadata, kind) == [("A111", message, hint)]


def test_a_value_that_is_given_is_told_with_what_the_metadata_say() -> None:
    message = "'Porto' is no value of metadata section, which is 'Lisboa'"
    assert fields({"section": "Lisboa"}, "section", value="Porto") == [("A111", message, "correct one of them")]


def test_a_date_that_does_not_exist_is_told_without_the_words_that_give_it() -> None:
    assert [code for code, *_ in fields({"published": "2026-02-30"}, "published")] == ["M101"]
    assert [code for code, *_ in fields({"dateline": {"date": "2026-02-30"}}, "dateline.date")] == ["M101"]
    assert [code for code, *_ in fields({"published": "2026-02-28"}, "published")] == ["A111"]


def test_a_misspelt_value_is_told_as_that_alone() -> None:
    ((code, message, _),) = fields({"section": "Lisboa"}, "section", vaule="Lisboa")
    assert (code, "did you mean 'value'?" in message) == ("A109", True)


@pytest.mark.parametrize(
    ("layer", "name", "value", "message", "hint"),
    [
        ("correction", "form", 3, "3 is not of the type string that 'form' has", 'write "3" in quotes'),
        (
            "correction",
            "form",
            ["a"],
            "[\"a\"] is not of the type string that 'form' has",
            "write it without the brackets [ ]",
        ),
        ("page", "index", "3", "'3' is not of the type integer that 'index' has", "write 3 without quotes"),
        ("token", "feats", "a=b", "'a=b' is not of the type strings that 'feats' has", 'put it into brackets: ["a=b"]'),
        ("correction", "form", True, "true is not of the type string that 'form' has", "write a value of that type: "),
    ],
)
def test_an_attribute_of_a_wrong_type_is_told_with_how_to_write_it(
    layer: str, name: str, value: Any, message: str, hint: str
) -> None:
    ((code, found, advice),) = [each for each in values(layer, **{name: value}) if each[0] == "A113"]
    assert (code, found) == ("A113", message)
    assert (advice or "").startswith(hint)


@pytest.mark.parametrize(
    ("pointer", "hint"),
    [
        ("#e1", "write 'e1', or add what '#e1' names"),
        ("minster", "write 'minister', or add what 'minster' names"),
        ("e7", "correct the id, or add what it names"),
        ("premier", "correct the id, or add what it names"),
    ],
)
def test_an_id_that_is_not_there_is_told_with_the_one_that_was_meant(pointer: str, hint: str) -> None:
    entities = [{"id": "e1", "type": "place"}, {"id": "minister", "type": "person"}]
    found = told(entities=entities, layers={"entity": {"annotations": [annotation(entity=pointer)]}})
    assert found == [("A102", f"nothing has the id {pointer!r}", hint)]


def layers(token: str) -> dict[str, Any]:
    tokens = [
        {"id": f"t{number}", "spans": [span(word)]} for number, word in enumerate(("Rain", "in", "Lisbon, 4 March"))
    ]
    place = {"id": "d1", "type": "nmod", "source": "t0", "target": "t2"}
    return {token: {"annotations": tokens}, "dependency": {"relations": [place]}}


def test_relations_into_a_layer_whose_name_is_misspelt_are_not_told_with_it() -> None:
    assert [code for code, *_ in told(layers=layers("tokens"))] == ["A110"]
    assert {code for code, *_ in told(layers=layers("words"))} == {"A110", "A202"}


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("2026-02-30", "February 2026 has 28 days; write what is known: YYYY, YYYY-MM, YYYY-MM-DD"),
        ("2026/03/04", "write 2026-03-04"),
        ("04.03.2026", "write what is known: YYYY, YYYY-MM, YYYY-MM-DD"),
    ],
)
def test_what_of_a_date_does_not_exist_is_told(date: str, hint: str) -> None:
    item = annotation(type="date", attributes={"when": date})
    found = told(layers={"entity": {"annotations": [item]}})
    assert found == [("M101", f"{date!r} is no date that exists", hint)]


def grouped(*roles: str, loose: tuple[int, ...] = ()) -> Told:
    """What is told of blocks of a list, some of which are `loose`."""
    blocks: list[dict[str, Any]] = [
        {"id": f"b{number}", "role": role, "text": "Rain.", "part_of": "g1"} for number, role in enumerate(roles)
    ]
    for number in loose:
        del blocks[number]["part_of"]
    return told(blocks=blocks, groups=[{"id": "g1", "type": "list"}])


def test_what_stands_between_the_blocks_of_a_group_is_named() -> None:
    hint = "move it, let it be part of the group, or make two groups"
    one = "the block 'b1' stands between the blocks of the group 'g1', and cuts off 'b2'"
    assert grouped("list_item", "paragraph", "list_item", loose=(1,)) == [("A106", one, hint)]
    several = "the block 'b1' stands, and 1 more stand, between the blocks of the group 'g1', and cuts off 'b3'"
    assert grouped("list_item", "paragraph", "note", "list_item", loose=(1, 2)) == [("A106", several, hint)]


def test_an_item_that_lost_its_list_is_told_as_that_alone() -> None:
    assert grouped("list_item", "list_item", "list_item", loose=(1,)) == [
        (
            "A107",
            "a list_item has to be part of a group of type list",
            "name one in part_of, or use another role than list_item",
        )
    ]
    assert {code for code, *_ in grouped("list_item", "paragraph", "list_item", "list_item", loose=(1, 2))} == {
        "A106",
        "A107",
    }


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("German", "write de"),
        ("swahili-KE", "write sw-KE"),
        ("quechua", "write it as in en or pt-BR"),
    ],
)
def test_a_language_told_by_its_name_is_told_with_its_tag(tag: str, hint: str) -> None:
    assert told(language=tag) == [("M206", f"{tag!r} is no registered language", hint)]


@pytest.mark.parametrize("tag", ["de", "swh-KE", "x-harbour", "i-default", "x-a"])
def test_tags_of_registered_and_private_languages_are_left_alone(tag: str) -> None:
    assert told(language=tag) == []
