"""What rules about annotations say, among whom they compare, and that they take linear time on any document."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from corpus_tools.findings import Problem, Severity
from corpus_tools.layers import (
    AttributeDefinition,
    Constraints,
    LayerDefinition,
    ListDefinition,
    TypeDefinition,
    builtin_layers,
)
from corpus_tools.model.index import Index
from corpus_tools.rules import Context, run_rules
from corpus_tools.rules.lints import LINTS

ESCAPE = "what a URI cannot hold: %5B for [, %5C for a backslash; a port is a number"
TEXT = "Storm shuts Lisbon harbour and the old town."
LAYERS = builtin_layers()


def span(words: str, text: str = TEXT, block: str = "b1") -> dict[str, Any]:
    start = text.index(words)
    return {"block": block, "start": start, "end": start + len(words), "text": words}


def article(**layers: Any) -> Any:
    blocks = [{"id": "b1", "role": "paragraph", "text": TEXT}, {"id": "b2", "role": "paragraph", "text": "Rain."}]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, "layers": layers}


def annotations(*items: Any, **more: Any) -> dict[str, Any]:
    """A layer of annotations: pairs of id and words, or whole annotations."""
    made = [item if isinstance(item, dict) else {"id": item[0], "spans": [span(item[1])]} for item in items]
    return {"annotations": made, **more}


def relations(*items: tuple[str, str, str, str]) -> dict[str, Any]:
    keys = ("id", "type", "source", "target")
    return {"relations": [dict(zip(keys, item, strict=True)) for item in items]}


def found(code: str, document: Any, **layers: LayerDefinition) -> list[Problem]:
    return list(LINTS[code].check(Index(document), Context({**LAYERS, **layers})))


def own(**constraints: Any) -> LayerDefinition:
    return LayerDefinition("own", "Own", "Own.", constraints=Constraints(**constraints), annotations=ListDefinition())


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


def tokens_missing(document: Any) -> list[tuple[int | None, int | None]]:
    return [(problem.start, problem.end) for problem in found("A214", document) if "'token'" in problem.message]


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


def test_a_symmetric_relation_says_the_same_from_the_other_end() -> None:
    (problem,) = found(
        "A211", article(coreference=relations(("r1", "identity", "m1", "m2"), ("r2", "identity", "m2", "m1")))
    )
    assert problem.message == "the relation 'r2' from 'm2' to 'm1' says the same as 'r1' with the ends exchanged"


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


def many(count: int, kind: str) -> Any:
    """A document of `count` annotations that lie, or relations that lead, as badly as they can."""
    text = "ab" * count

    def at(start: int, end: int) -> list[dict[str, Any]]:
        return [{"block": "b1", "start": start, "end": end, "text": text[start:end]}]

    spans = {
        "nested": lambda n: at(n, 2 * count - n),
        "crossing": lambda n: at(n, n + count // 2),
        "same": lambda _n: at(0, 1),
        "apart": lambda n: at(2 * n, 2 * n + 1),
    }.get(kind, lambda n: at(2 * n, 2 * n + 1))
    ends = {
        "ring": lambda n: (n, (n + 1) % count),
        "back": lambda n: (n, 0),
        "ladder": lambda n: (n, min(n + 2, count - 1)),
        "wrong": lambda n: ("b1", n),
    }.get(kind)
    layers = {"sentence": annotations(*[{"id": f"s{n}", "spans": spans(n)} for n in range(count)])}
    layers["token"] = annotations(*[{"id": f"t{n}", "spans": at(2 * n, 2 * n + 1)} for n in range(count)])
    if ends:
        chain = [(f"c{n}", "x", f"t{n}", f"t{n + 1}") for n in range(count - 1)] if kind in {"back", "ladder"} else []
        named = [["t" + str(end) if isinstance(end, int) else end for end in ends(n)] for n in range(count)]
        layers["dependency"] = relations(
            *chain, *[(f"d{n}", "x", source, target) for n, (source, target) in enumerate(named)]
        )
    made = article(**layers)
    made["blocks"][0]["text"] = text
    return made


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", ["nested", "crossing", "same", "apart", "ring", "back", "ladder", "wrong"])
def test_time_is_linear_on_any_document(kind: str) -> None:
    """Quadratic work on 4,000 items would take minutes; what it takes is far below the bound on any machine."""
    index, context = Index(many(4000, kind)), Context(LAYERS)
    begin = process_time()
    assert sum(len(list(rule.check(index, context))) for code, rule in LINTS.items() if code.startswith("A")) > 0
    assert process_time() - begin < 5
