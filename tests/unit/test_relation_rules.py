"""What rules about relations say: circles, wrong ends, and what is said twice."""

from __future__ import annotations

import pytest
from annotated import annotations, article, found, relations

from corpus_tools.layers import (
    LayerDefinition,
    ListDefinition,
    TypeDefinition,
)


def test_a_circle_is_shown_from_where_it_is_closed() -> None:
    document = article(
        entity=relations(("r1", "part_of", "m1", "m2"), ("r2", "part_of", "m2", "m3"), ("r3", "part_of", "m3", "m1"))
    )
    (problem,) = found("A212", document)
    assert problem.message == "relations of the layer 'entity' lead in a circle: m1 → m2 → m3 → m1"
    assert problem.hint == "'r3' closes it: correct the one of them that is wrong"


def test_a_long_circle_is_not_shown_whole() -> None:
    ring = [(f"r{n}", "part_of", f"m{n}", f"m{(n + 1) % 9}") for n in range(9)]
    (problem,) = found("A212", article(entity=relations(*ring)))
    assert problem.message.endswith(": … → m4 → m5 → m6 → m7 → m8 → m0")


def test_two_ways_to_one_thing_are_no_circle() -> None:
    ways = [
        ("r1", "part_of", "m1", "m2"),
        ("r2", "part_of", "m1", "m3"),
        ("r3", "part_of", "m2", "m4"),
        ("r4", "part_of", "m3", "m4"),
    ]
    assert found("A212", article(entity=relations(*ways, ("r5", "part_of", "m4", "m5")))) == []


def test_a_wrong_end_is_told_with_what_it_is_and_what_it_may_be() -> None:
    quotation = {
        **annotations({"id": "q1", "type": "direct"}),
        **relations(("r1", "speaker", "b1", "q1"), ("r2", "continues", "q1", "a")),
    }
    first, second = found("A202", article(quotation=quotation))
    assert first.message == "'b1' is a block, which a 'speaker' of the layer 'quotation' cannot have as its source"
    assert first.hint == "it may have layer:quotation"
    assert second.message.startswith("'a' is the article, which a 'continues'")


@pytest.mark.parametrize(
    ("allowed", "wrong"),
    [
        (("article",), {"b1", "m1", "e1", "r1"}),
        (("layer:entity",), {"a", "b1", "e1", "r1"}),
        (("layer:entity/place",), {"a", "b1", "e1", "m1", "r1"}),
        (("layer:entity/person", "blocks"), {"a", "e1", "r1"}),
        (("entities", "layer:own"), {"a", "b1", "m1"}),
    ],
)
def test_ends_are_any_of_the_kinds_that_are_named(allowed: tuple[str, ...], wrong: set[str]) -> None:
    names = ["a", "b1", "e1", "m1", "r1"]
    document = article(
        entity=annotations({"id": "m1", "type": "person"}),
        own=relations(*[(f"r{n}", "x", "a", name) for n, name in enumerate(names, 1)]),
    )
    document["entities"] = [{"id": "e1", "type": "person"}]
    definition = LayerDefinition(
        "own", "Own", "Own.", relations=ListDefinition(types={"x": TypeDefinition(target=allowed)})
    )
    problems = found("A202", document, own=definition)
    assert {names[int(problem.pointer.split("/")[4])] for problem in problems} == wrong


def test_what_a_list_asks_for_holds_for_types_that_say_nothing_themselves() -> None:
    own_types = {"x": TypeDefinition(source=("blocks",)), "y": TypeDefinition()}
    definition = LayerDefinition(
        "own", "Own", "Own.", relations=ListDefinition(open=True, types=own_types, source=("article",))
    )
    document = article(
        own=relations(("r1", "x", "a", "a"), ("r2", "y", "b1", "a"), ("r3", "z", "b1", "a"), ("r4", "x", "b1", "a"))
    )
    assert [problem.pointer for problem in found("A202", document, own=definition)] == [
        f"/layers/own/relations/{number}/source" for number in range(3)
    ]


def test_a_type_without_ends_may_have_any() -> None:
    types = {"x": TypeDefinition(target=("blocks",)), "y": TypeDefinition()}
    definition = LayerDefinition("own", "Own", "Own.", relations=ListDefinition(types=types))
    document = article(own=relations(("r1", "y", "a", "a"), ("r2", "x", "a", "a")))
    assert [problem.pointer for problem in found("A202", document, own=definition)] == [
        "/layers/own/relations/1/target"
    ]


def test_a_symmetric_relation_says_the_same_from_the_other_end() -> None:
    (problem,) = found(
        "A211", article(coreference=relations(("r1", "identity", "m1", "m2"), ("r2", "identity", "m2", "m1")))
    )
    assert problem.message == "the relation 'r2' from 'm2' to 'm1' says the same as 'r1' with the ends exchanged"
