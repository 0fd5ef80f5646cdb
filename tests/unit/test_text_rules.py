"""Where rules about text say that something is wrong, and how they decide that nothing is."""

import unicodedata

import pytest
import regex

from corpus_tools.layers import builtin_layers
from corpus_tools.model.index import Index
from corpus_tools.rules import Context, split_grapheme

CONTEXT = Context(builtin_layers())


def article(*texts, **more):
    blocks = [{"id": f"b{number}", "role": "paragraph", "text": text} for number, text in enumerate(texts, 1)]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, **more}


def marked(text, *bounds):
    spans = [{"block": "b1", "start": start, "end": end, "text": text[start:end]} for start, end in bounds]
    annotations = [{"id": f"m{number}", "type": "place", "spans": [span]} for number, span in enumerate(spans)]
    return article(text, layers={"entity": {"annotations": annotations}})


def problems(module, document, **options):
    context = Context(builtin_layers(), {module.RULE.kind.slug: options})
    return list(module.RULE.check(Index(document), context))


def test_a_split_character_is_shown_whole_and_both_ways_out_are_named():
    [problem] = problems(split_grapheme, marked("no cafe\u0301s", (3, 7)))
    assert (problem.block, problem.start, problem.end) == ("b1", 6, 8)
    assert problem.message == "the span 'cafe' ends inside of the character 'e\u0301' (U+0065 U+0301)"
    assert problem.hint == "let the span end at 6 or 8"


def test_both_boundaries_of_a_span_are_looked_at():
    found = problems(split_grapheme, marked("e\u0301 e\u0301 e\u0301", (1, 4), (2, 3), (5, 7)))
    assert [problem.pointer.split("/", 4)[-1] for problem in found] == [
        "0/spans/0/start",
        "0/spans/0/end",
        "2/spans/0/end",
    ]


def test_crlf_is_one_character():
    [problem] = problems(split_grapheme, marked("one\r\ntwo", (0, 4)))
    assert (problem.start, problem.end) == (3, 5)


@pytest.mark.parametrize("text", ["كتابٌ جديد", "भारत", "서울", "Ŵales", "นํ้า", "👍🏽👍", "कक्षा", "a\u200db", "क्\u093cष"])
def test_the_boundaries_refused_are_those_that_unicode_does_not_list(text):
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    for at in range(len(text) + 1):
        assert bool(problems(split_grapheme, marked(text, (at, at)))) == (at not in edges), at


def test_no_joining_character_is_overlooked_by_the_screen():
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    joining = regex.findall(r"[^\p{GCB=Other}\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}\p{GCB=LV}\p{GCB=LVT}]", every)
    marks = [character for character in every if unicodedata.category(character) in {"Mn", "Mc", "Me"}]
    missed = [character for character in {*joining, *marks} - {"\u200c"} if not split_grapheme._joining(character)]
    assert missed == []
