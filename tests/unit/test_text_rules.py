"""Where rules about text say that something is wrong, and how they decide that nothing is."""

import subprocess
import sys

import ftfy
import pytest
import regex

from corpus_tools.layers import builtin_layers
from corpus_tools.model.index import Index
from corpus_tools.rules import (
    Context,
    bidi_control,
    invisible_character,
    mojibake,
    not_nfc,
    run_rules,
    split_grapheme,
)

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


@pytest.mark.parametrize(
    "text",
    ["كتابٌ جديد", "भारत", "서울", "Ŵales", "นํ้า", "👍🏽👍", "कक्षा", "a\u200db", "क्\u093cष", "क्🏽ष"],
)
def test_the_boundaries_refused_are_those_that_unicode_does_not_list(text):
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    for at in range(len(text) + 1):
        assert bool(problems(split_grapheme, marked(text, (at, at)))) == (at not in edges), at


def test_what_a_non_joiner_divides_may_be_marked_on_both_sides():
    assert problems(split_grapheme, marked("کتاب\u200cها", (0, 4), (5, 7), (0, 5), (4, 7))) == []
    [problem] = problems(split_grapheme, marked("র\u200c্", (0, 1)))
    assert (problem.start, problem.end) == (0, 3)


def test_offsets_written_with_a_fraction_of_nothing_are_offsets():
    [problem] = problems(split_grapheme, marked("e\u0301", (0, 1)))
    document = marked("e\u0301", (0, 1))
    document["layers"]["entity"]["annotations"][0]["spans"][0].update(start=0.0, end=1.0)
    assert problems(split_grapheme, document) == [problem]


@pytest.mark.parametrize(
    ("wrong", "right"), [("the cafÃ© on", "'Ã©' looks like 'é'"), ("\x93yes\x94", "'\\x93yes\\x94' looks like '“yes”'")]
)
def test_mojibake_is_shown_with_what_it_should_be(wrong, right):
    [problem] = problems(mojibake, article("Rain.", wrong))
    assert problem.message == f"{right} in the wrong encoding"
    assert wrong[problem.start : problem.end] == right.split("'")[1].encode().decode("unicode-escape").encode(
        "latin-1"
    ).decode("utf-8" if "Ã" in wrong else "latin-1")


def test_a_long_stretch_of_mojibake_is_cut_in_the_message_only():
    text = "Το πλοίο άργησε και πάλι χθες το βράδυ".encode().decode("latin-1")
    [problem] = problems(mojibake, article(text))
    assert len(problem.message) < 200
    assert "…' looks like 'Το πλοίο άργησε" in problem.message
    assert (problem.start, problem.end) == (0, len(text))


def test_a_c1_control_is_a_legal_character_but_looks_like_mojibake():
    assert run_rules(article("late\x85"), CONTEXT) == []
    [problem] = problems(mojibake, article("late\x85"))
    assert problem.message == "'\\x85' looks like '…' in the wrong encoding"


def test_replacement_characters_are_told_as_what_they_are():
    [problem] = problems(mojibake, article("Ren\ufffd\ufffd Lima"))
    assert (problem.block, problem.start, problem.end) == ("b1", 3, 5)
    assert "could not be decoded" in problem.message


def test_mojibake_in_metadata_has_no_offsets():
    [problem] = problems(mojibake, article("Rain.", metadata={"section": "PolÃ­tica", "extra": {"a": "cafÃ©"}}))
    assert (problem.pointer, problem.block, problem.start, problem.end) == ("/metadata/section", None, None, None)


WORDS = "école près île où Größe Łódź привет Ελλάδα şehir čaj 東京 हिन्दी שלום سلام “quoted” it’s 5 € – 🌞".split()  # noqa: SIM905


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac-roman"])
def test_the_screen_lets_all_pass_that_ftfy_would_change(codec):
    garbled = [word.encode().decode(codec, "replace") for word in WORDS]
    missed = [word for word in garbled if ftfy.fix_encoding(word) != word and not mojibake._may_be_mojibake(word)]
    assert missed == []
    assert any(ftfy.fix_encoding(word) != word for word in garbled)


def test_ordinary_text_never_loads_what_judges_mojibake():
    code = (
        "import sys\nfrom corpus_tools.layers import builtin_layers\n"
        "from corpus_tools.model.index import Index\nfrom corpus_tools.rules import Context, mojibake\n"
        "blocks = [{'id': 'b1', 'role': 'paragraph', 'text': 'Voilà l’été, 5 € – Привет, שלום'}]\n"
        "index = Index({'id': 'a', 'metadata': {}, 'blocks': blocks})\n"
        "assert not list(mojibake.RULE.check(index, Context(builtin_layers())))\n"
        "print('ftfy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_the_first_bidi_control_is_named_and_the_others_counted():
    [problem] = problems(bidi_control, article("Pay \u202e001\u202c now."))
    assert problem.message == "U+202E RIGHT-TO-LEFT OVERRIDE stands at offset 4, and 1 more like it"
    assert (problem.block, problem.start, problem.end) == ("b1", 4, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\u2067b\u2069c", None),
        ("a\u202bb\u202cc", None),
        ("\u2066a\u202bb\u202c\u2069", None),
        ("a\u202eb", 1),
        ("a\u202eb\nc\u202c", 1),
        ("a\u2069\u2067b", 1),
        ("\u2067a\u202cb\u2069", 2),
        ("\u2067a\u202bb\u2069c", 2),
        ("\u202aa\u2069b\u202c", 2),
    ],
)
def test_balanced_controls_are_allowed_on_demand(text, place):
    found = problems(bidi_control, article(text), **{"allow-balanced": True})
    assert [problem.start for problem in found] == ([] if place is None else [place])
    assert bool(problems(bidi_control, article(text)))


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("cafe\u0301s", 3, 5, "'e\u0301' is U+0065 U+0301, in Normalization Form C it is U+00E9"),
        ("aq\u0307\u0323", 1, 4, "U+0071 U+0307 U+0323, in Normalization Form C it is U+0071 U+0323 U+0307"),
        ("서\u110b\u116e\u11af", 1, 4, "U+110B U+116E U+11AF, in Normalization Form C it is U+C6B8"),
    ],
)
def test_what_is_not_composed_is_named_in_code_points(text, start, end, said):
    [problem] = problems(not_nfc, article("Café.", text))
    assert said in problem.message
    assert (problem.pointer, problem.block, problem.start, problem.end) == ("/blocks/1/text", "b2", start, end)


def test_the_first_invisible_character_is_named_and_the_others_counted():
    [problem] = problems(invisible_character, article("a\ufeffb\u200bc\u00add"))
    assert problem.message == "U+FEFF BYTE ORDER MARK stands at offset 1, and 2 more that nobody sees"
    assert (problem.block, problem.start, problem.end) == ("b1", 1, 2)


@pytest.mark.parametrize("tag", ["\U000e0001", "\U000e0041", "\U0001f3f4\U000e0041"])
def test_tags_are_named_outside_of_flags(tag):
    [problem] = problems(invisible_character, article(f"a{tag}"))
    assert "TAG" in problem.message


@pytest.mark.parametrize("module", [not_nfc, invisible_character])
def test_ascii_documents_are_not_walked(module, monkeypatch):
    monkeypatch.setattr(module, "texts", None)
    assert problems(module, article("Rain.", metadata={"title": "Rain"})) == []
