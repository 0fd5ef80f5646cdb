"""What is said of spans that lie elsewhere than their words: where these stand, and one thing for each span."""

from __future__ import annotations

from typing import Any

import pytest

from corpus_tools.layers import builtin_layers
from corpus_tools.rules import Context, run_rules

TEXT = "The ferry left. The old ferry\nleft again, and the sea was calm for the rest of that long day in March."


def found(*spans: tuple[int, int, str], text: str = TEXT) -> list[tuple[str, str, str, str | None]]:
    """Codes, pointers in the annotation, messages and hints of one annotation."""
    written = [{"block": "b1", "start": start, "end": end, "text": quote} for start, end, quote in spans]
    article: Any = {
        "schema_version": "1.0",
        "id": "a",
        "metadata": {},
        "blocks": [{"id": "b1", "role": "paragraph", "text": text}],
        "layers": {"quotation": {"annotations": [{"id": "m1", "type": "direct", "spans": written}]}},
    }
    prefix = "/layers/quotation/annotations/0/spans/"
    problems = run_rules(article, Context(builtin_layers()))
    return [(kind.code, one.pointer.removeprefix(prefix), one.message, one.hint) for kind, one in problems]


@pytest.mark.parametrize(
    ("span", "hint"),
    [
        ((5, 10, "ferry"), "the nearest such words stand at 4 to 9; offsets count code points"),
        ((20, 25, "ferry"), "the nearest such words stand at 24 to 29; offsets count code points"),
        ((3, 6, "sea"), "the words of the quote stand at 50 to 53; offsets count code points"),
        ((60, 62, "sea"), "the words of the quote stand at 50 to 53; offsets count code points"),
        ((20, 34, "old ferry left"), 'quote white space as it stands: "old ferry\\nleft"'),
        ((4, 9, "Ferry"), 'the block has no such words; if the offsets are right, write "ferry"'),
        ((4, 9, ""), 'the block has no such words; if the offsets are right, write "ferry"'),
        ((4, 4, "tea"), "the block has no such words: correct span and quote"),
    ],
)
def test_where_the_words_of_a_quote_stand_is_told(span: tuple[int, int, str], hint: str) -> None:
    ((code, pointer, message, told),) = found(span)
    start, end, quote = span
    assert (code, pointer) == ("T102", "0/text")
    assert message == f"the offsets cut out {TEXT[start:end]!r}, the span quotes {quote!r}"
    assert told == hint


def test_long_words_are_cut_to_where_they_begin_to_differ() -> None:
    quote = TEXT.replace("calm", "wild")
    ((_, _, message, _),) = found((0, len(TEXT), quote))
    assert message == (
        "the offsets cut out '…in, and the sea was calm for the rest of that long day in Ma…', "
        "the span quotes '…in, and the sea was wild for the rest of that long day in Ma…'"
    )
    ((_, _, message, _),) = found((0, len(TEXT), TEXT[:70]))
    assert message.endswith("the span quotes '…sea was calm for the'")


@pytest.mark.parametrize(
    ("span", "message", "hint"),
    [
        (
            (9, 4, "ferry"),
            "the span begins at 9, after its end at 4",
            "the nearest such words stand at 4 to 9; offsets count code points",
        ),
        (
            (50, 530, "sea"),
            f"the span 50 to 530 goes beyond the block 'b1' of {len(TEXT)} code points",
            "the words of the quote stand at 50 to 53; offsets count code points",
        ),
        (
            (500, 503, "tea"),
            f"the span 500 to 503 goes beyond the block 'b1' of {len(TEXT)} code points",
            "offsets count code points from 0",
        ),
    ],
)
def test_a_span_outside_of_its_block_is_told_with_what_is_wrong(span: Any, message: str, hint: str) -> None:
    assert found(span) == [("T101", "0", message, hint)]


def test_of_spans_one_of_which_is_wrong_the_order_is_not_told() -> None:
    assert [code for code, *_ in found((16, 19, "The"), (0, 29, "ferry"))] == ["T102"]
    assert found((24, 29, "ferry"), (4, 9, "ferry")) == [
        (
            "T103",
            "1",
            "the span starts at 4 of 'b1', but the one before it ends at 29 of 'b1'",
            "sort the spans in the order of the text, and join those that touch",
        )
    ]
