"""What was meant: hints about misspelt names, pointers to wrong things, and values."""

from __future__ import annotations

from typing import Any

import pytest
from annotated import LAYERS, annotations, article

from corpus_tools.rules import Context, run_rules

ESCAPE = "what a URI cannot hold: %5B for [, %5C for a backslash; a port is a number"


def errors(document: Any) -> list[tuple[str, str, str | None]]:
    return [(kind.code, problem.message, problem.hint) for kind, problem in run_rules(document, Context(LAYERS))]


def test_what_may_have_been_meant_and_what_is_known_are_told() -> None:
    misspelt = [
        {"id": "q1", "type": "direkt"},
        {"id": "q2", "type": "direct", "attributes": {"medum": "spoken"}},
        {"id": "q3", "type": "direct", "attributes": {"medium": "spokn"}},
        {"id": "q4"},
    ]
    types = "declared are direct, indirect, mixed, scare, title, cue, speaker, addressee"
    assert errors(article(quotation=annotations(*misspelt))) == [
        ("A108", "the layer 'quotation' declares no annotations with the type 'direkt', did you mean 'direct'?", types),
        ("A108", "an annotation of the layer 'quotation' needs a type", types),
        (
            "A109",
            "the layer 'quotation' declares no attribute 'medum' here, did you mean 'medium'?",
            "declared are medium, translated, language",
        ),
        (
            "A113",
            "'spokn' is not a value that 'medium' may have, did you mean 'spoken'?",
            "declared are spoken, written, thought, posted, unknown",
        ),
    ]
    ((_, message, hint),) = errors(article(entities=annotations()))
    assert message == "no layer file declares the layer 'entities', did you mean 'entity'?"
    assert hint == "write 'entity', or name its file with --layer"
    ((_, _, hint),) = errors(article(negation=annotations()))
    assert hint == "name its file with --layer"
    ((_, message, hint),) = errors(article(field=annotations({"id": "f1", "type": "writers"})))
    assert message.endswith("the type 'writers'")
    assert (hint or "").endswith(" and 26 more")


def test_a_pointer_to_a_wrong_thing_says_what_that_is_and_what_to_name() -> None:
    document = article(entity=annotations({"id": "m1", "type": "person", "entity": "b1"}))
    assert errors(document) == [("A103", "'b1' is a block, not an entity", "add an entity, and name that")]
    document["entities"] = [{"id": "e10", "type": "person"}, {"id": "e2", "type": "person"}]
    told = ("A103", "'b1' is a block, not an entity", "name an entity, such as 'e2'")
    assert errors(document) == [told]
    document["layers"]["entity"]["annotations"].append({"id": "m2", "type": "person", "entity": "b1"})
    assert errors(document) == [told, told]


def test_a_mention_that_is_named_in_place_of_its_entity_tells_which_is_meant() -> None:
    mentions = [{"id": "m1", "type": "person", "entity": "e2"}, {"id": "m2", "type": "person", "entity": "m1"}]
    document = {**article(entity=annotations(*mentions)), "entities": [{"id": "e2", "type": "person"}]}
    assert errors(document) == [
        (
            "A103",
            "'m1' is an annotation of the layer 'entity' with the type 'person', not an entity",
            "write 'e2', the entity that 'm1' mentions",
        )
    ]
    document["agents"] = [{"id": "ana", "type": "person", "name": "Ana"}]
    mentions[1].update(entity="e2", agent="m1")
    assert [found[2] for found in errors(document)] == ["name an agent, such as 'ana'"]


@pytest.mark.parametrize(
    ("metadata", "hint"),
    [
        ({"url": "www.example.org/a"}, "it begins with its scheme: https://www.example.org/a"),
        ({"url": "//example.org"}, "it begins with its scheme: https://example.org"),
        ({"url": "https://example.org/a b"}, "write https://example.org/a%20b"),
        ({"url": " <https://example.org/a>"}, "write https://example.org/a"),
        ({"url": "nowhere"}, "write all of it, as in https://example.org/news/1"),
        ({"url": "https://example.org/[1]"}, f"escape {ESCAPE}"),
        ({"url": "https://example.org:http/"}, f"escape {ESCAPE}"),
    ],
)
def test_the_hint_is_about_the_value(metadata: Any, hint: str) -> None:
    assert [found[2] for found in errors({**article(), "metadata": metadata})] == [hint]


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("en_GB", "write en-GB"),
        ("en--GB", "write it as in en or pt-BR"),
        ("Portuguese_BR", "write pt-BR"),
    ],
)
def test_a_language_tag_with_an_underscore_is_told_without_it(tag: str, hint: str) -> None:
    assert [found[2] for found in errors({**article(), "language": tag})] == [hint]
