"""What rules about annotations say, and among whom they compare."""

from __future__ import annotations

from typing import Any

from annotated import TEXT, annotations, article, found, own, relations, span

from corpus_tools.findings import Severity
from corpus_tools.layers import (
    AttributeDefinition,
    LayerDefinition,
    ListDefinition,
    TypeDefinition,
)
from corpus_tools.rules.lints import LINTS


def tokens_missing(document: Any) -> list[tuple[int | None, int | None]]:
    return [(problem.start, problem.end) for problem in found("A214", document) if "'token'" in problem.message]


def test_a_crossing_names_both_and_the_place_of_the_other() -> None:
    (problem,) = found("A204", article(speech=annotations(("s1", "Storm shuts"), ("s2", "shuts Lisbon"))))
    assert (
        problem.message == "'shuts Lisbon' (s2) crosses 'Storm shuts' (s1), and the layer 'speech' allows no crossings"
    )
    assert problem.hint is not None
    assert problem.hint.endswith("; s1 is 0 to 11 of the block 'b1'")
    assert (problem.block, problem.start, problem.end) == ("b1", 6, 18)


def test_of_all_that_is_crossed_the_first_to_end_is_named_and_each_annotation_is_told_once() -> None:
    layer = annotations(("s1", "Storm shuts Lisbon"), ("s2", "shuts Lisbon harbour"), ("s3", "Lisbon harbour and"))
    assert [problem.message.split(",")[0] for problem in found("A204", article(speech=layer))] == [
        "'shuts Lisbon harbour' (s2) crosses 'Storm shuts Lisbon' (s1)",
        "'Lisbon harbour and' (s3) crosses 'Storm shuts Lisbon' (s1)",
    ]
    twice = {"id": "s9", "spans": [span("shuts Lisbon"), span("harbour and")]}
    layer = annotations(("s1", "Storm shuts"), ("s2", "Lisbon harbour"), twice)
    assert [problem.pointer for problem in found("A204", article(speech=layer))] == [
        "/layers/speech/annotations/1/spans/0",
        "/layers/speech/annotations/2/spans/0",
    ]


def test_spans_that_touch_do_not_cross_and_one_character_is_enough_to() -> None:
    """The layer is looked at closely in either case, because something nests in it."""
    nested = [("s1", "Storm shuts"), ("s2", "Storm")]
    assert found("A204", article(speech=annotations(*nested, ("s3", " Lisbon")))) == []
    assert found("A204", article(speech=annotations(*nested, ("s3", "s Lisbon")))) != []
    assert found("A204", article(speech=annotations(("s1", "Storm s"), ("s2", "shuts")))) != []


def test_what_lies_inside_is_told_from_what_lies_on_the_same_words() -> None:
    layer = annotations(
        ("s1", "Storm shuts"), ("s2", "shuts"), {"id": "s3", "type": "heading", "spans": [span("Storm shuts")]}
    )
    inside, same = found("A205", article(sentence=layer))
    assert (
        inside.message == "'shuts' (s2) lies inside of 'Storm shuts' (s1), and the layer 'sentence' allows no nesting"
    )
    assert same.message == "'Storm shuts' (s3) lies on 'Storm shuts' (s1), and the layer 'sentence' allows no nesting"


def test_a_span_without_characters_neither_crosses_nor_nests() -> None:
    empty = {"id": "s2", "spans": [{"block": "b1", "start": 3, "end": 3, "text": ""}]}
    document = article(own=annotations(("s1", "Storm shuts"), empty, ("s3", "Storm")))
    definition = own(overlap=False, nesting=False)
    assert found("A204", document, own=definition) == []
    assert [problem.pointer for problem in found("A205", document, own=definition)] == [
        "/layers/own/annotations/2/spans/0"
    ]


def test_long_words_are_cut_in_messages() -> None:
    document = article(sentence=annotations(("s1", TEXT)))
    document["blocks"][0]["text"] = document["layers"]["sentence"]["annotations"][0]["spans"][0]["text"] = "x" * 44
    document["blocks"][1]["text"] = "y" * 99
    document["layers"]["sentence"]["annotations"].append({"id": "s2", "spans": [span("y", "y" * 99, "b2")]})
    (problem,) = found("A214", document)
    assert problem.message == f"no annotation of the layer 'sentence' covers '{'y' * 60}…'"


def test_all_that_tiles_the_text_is_asked_of_every_block() -> None:
    document = article(own=annotations(("s1", TEXT)))
    assert found("A214", document, own=own(tiles="blocks")) == []
    (problem,) = found("A214", document, own=own(tiles="text"))
    assert (problem.pointer, problem.start, problem.end) == ("/blocks/1/text", 0, 5)
    assert problem.hint == "the layer covers every block: extend an annotation, or add one"
    assert len(found("A214", article(own={"annotations": []}), own=own(tiles="text"))) == 2
    assert found("A214", article(own={"annotations": []}), own=own(tiles="blocks")) == []


def test_pieces_of_another_layer_are_tiled_across_their_edges_and_only_where_something_stands() -> None:
    sentences = annotations(("s1", "Storm shuts Lisbon"), ("s2", " harbour and"), ("s3", " the old town."))
    document = article(sentence=sentences, token=annotations(("t1", "shuts Lisbon harbour")))
    assert [(problem.start, problem.end) for problem in found("A214", document)] == [(0, 5), (27, 30)]


def test_sentences_that_overlap_are_tiled_once_and_those_that_touch_one_by_one() -> None:
    sentences = annotations(("s1", "Storm shuts Lisbon"), ("s2", "shuts Lisbon harbour"), ("s3", "Lisbon"))
    document = article(sentence=sentences, token=annotations(("t1", "shuts")))
    assert tokens_missing(document) == [(0, 5), (12, 26)]
    sentences = annotations(("s1", "Storm shuts Lisbon"), ("s2", " harbour and"))
    document = article(sentence=sentences, token=annotations(("t1", "Storm"), ("t2", "and")))
    assert tokens_missing(document) == [(6, 18), (19, 26)]


def test_a_token_between_sentences_covers_nothing_of_them() -> None:
    sentences = annotations(("s1", "Storm shuts"), ("s2", "harbour and"))
    tokens = annotations(("t1", "Storm"), ("t2", "shuts"), ("t3", "Lisbon"), ("t4", "harbour"))
    assert tokens_missing(article(sentence=sentences, token=tokens)) == [(27, 30)]


def test_of_several_that_say_the_same_one_stays_and_those_in_relations_stay() -> None:
    layer = {**annotations(*[(f"m{n}", "Lisbon") for n in range(1, 5)]), **relations(("r1", "x", "m3", "b1"))}
    problems = found("A210", article(own=layer))
    assert [problem.pointer[-1] for problem in problems] == ["0", "1", "3"]
    assert problems[0].message == "the annotation 'm1' says the same of 'Lisbon' as 'm3'"
    del layer["relations"]
    assert [problem.pointer[-1] for problem in found("A210", article(own=layer))] == ["1", "2", "3"]


def test_annotations_about_the_article_are_compared_too() -> None:
    (problem,) = found("A210", article(own=annotations({"id": "x1", "type": "y"}, {"id": "x2", "type": "y"})))
    assert problem.message == "the annotation 'x2' says the same of the article as 'x1'"
    assert found("A210", article(own=annotations({"id": "x1"}, {"id": "x2", "type": "y"}))) == []


def test_what_a_list_requires_holds_for_types_that_are_not_declared() -> None:
    required = {"lemma": AttributeDefinition(required=True)}
    listed = ListDefinition(
        untyped=True, open=True, types={"x": TypeDefinition(attributes=required)}, attributes=required
    )
    definition = LayerDefinition("own", "Own", "Own.", annotations=listed)
    items = [{"id": f"o{kind}", **({"type": kind} if kind else {})} for kind in ("x", "y", "")]
    assert [problem.message for problem in found("A201", article(own=annotations(*items)), own=definition)] == [
        "the annotation 'ox' of the type 'x' has no attribute 'lemma'",
        "the annotation 'oy' of the type 'y' has no attribute 'lemma'",
        "the annotation 'o' has no attribute 'lemma'",
    ]
    assert len(found("A201", article(own=annotations(items[1])), own=definition)) == 1


def test_a_field_without_spans_is_an_article_but_no_evidence() -> None:
    document = article(field=annotations({"id": "f1", "type": "title", "attributes": {"value": "Rain"}}))
    document["metadata"]["title"] = "Rain"
    (problem,) = found("A209", document)
    assert problem.message == "the annotation 'f1' has no spans, and the layer 'field' asks for them"


def test_what_layers_declare_is_an_error_and_what_is_said_twice_a_warning() -> None:
    declared = [f"A2{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13)]
    assert {LINTS[code].kind.severity for code in declared} == {Severity.ERROR}
    assert {LINTS[code].kind.severity for code in ("A210", "A211", "A214", "A215")} == {Severity.WARNING}
