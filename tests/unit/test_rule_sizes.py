"""Limits of size, which are too large for fixtures."""

import pytest

from corpus_tools.layers import builtin_layers
from corpus_tools.rules import Context, run_rules
from corpus_tools.rules.too_large import LIMIT, SPANS

CONTEXT = Context(builtin_layers())


def found_in(**changes):
    block = {"id": "b1", "role": "paragraph", "text": "a" * (2 * SPANS + 2)}
    article = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [block], **changes}
    return [(kind.code, problem.pointer) for kind, problem in run_rules(article, CONTEXT)]


def block(text):
    return {"id": "b1", "role": "paragraph", "text": text}


def scattered(count):
    spans = [{"block": "b1", "start": 2 * n, "end": 2 * n + 1, "text": "a"} for n in range(count)]
    return {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": spans}]}}


@pytest.mark.parametrize("character", ["a", "é", "漢", "🌞"])
def test_a_text_may_have_eight_megabytes_of_utf_8(character):
    fits = character * (LIMIT // len(character.encode()))
    assert found_in(blocks=[block(fits)]) == []
    assert found_in(blocks=[block(fits + character)]) == [("T106", "/blocks/0/text")]


def test_a_quote_of_a_text_that_is_too_large_is_no_finding_of_its_own():
    text = "a" * (LIMIT + 1)
    span = {"block": "b1", "start": 0, "end": len(text), "text": text}
    layers = {"entity": {"annotations": [{"id": "m1", "type": "place", "spans": [span]}]}}
    assert found_in(blocks=[block(text)], layers=layers) == [("T106", "/blocks/0/text")]


def test_all_gaps_together_are_limited():
    half = " " * (LIMIT // 2)
    assert found_in(origin={"after": half}) == []
    assert found_in(origin={"after": half + " ", "separator": half}) == [("T106", "/origin/after")]


def test_all_extra_together_is_limited():
    half = "a" * (LIMIT // 2)
    assert found_in(extra=half) == []
    assert found_in(extra=half, metadata={"extra": half + "a"}) == [("T106", "/metadata/extra")]


def test_an_annotation_has_at_most_ten_thousand_spans():
    assert found_in(layers=scattered(SPANS)) == []
    assert found_in(layers=scattered(SPANS + 1)) == [("T106", "/layers/entity/annotations/0/spans")]


def test_extra_of_any_depth_is_told_and_never_raises():
    deep: list[object] = []
    for _ in range(50_000):
        deep = [deep]
    assert found_in(extra={"a": deep}) == [("T106", "/extra")]


def test_surrogates_are_told_in_text_gaps_and_extra():
    assert found_in(blocks=[block("a\ud800")]) == [("T104", "/blocks/0/text")]
    assert found_in(extra={"a/b": ["\udfff"]}) == [("T104", "/extra/a~1b/0")]
    assert found_in(origin={"after": "\ud800"}) == [("T105", "/origin/after")]


def test_a_plain_document_is_judged_as_without_the_hint():
    article = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [block("a")], "extra": 2**63}
    plain = run_rules(article, CONTEXT, plain=True)
    assert plain == run_rules(article, CONTEXT)
    assert [problem.pointer for _, problem in plain] == ["/extra"]


def test_what_may_stand_in_an_attribute_counts_with_its_escapes():
    def found(size):
        metadata = {"identifiers": [{"scheme": "&" * size, "value": "x"}]}
        article = {"schema_version": "1.0", "id": "a", "metadata": metadata, "blocks": []}
        return [kind.code for kind, _ in run_rules(article, Context({}))]

    assert found(LIMIT // 5) == []
    assert found(LIMIT // 5 + 1) == ["T106"]
