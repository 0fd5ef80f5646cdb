"""Explanations of seeds say what the reader does, and how sure it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, product
from typing import Any, NotRequired, get_origin, get_type_hints

import jsonschema_rs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scoring.gold import own
from strategies import seed_bytes

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import explain as module
from corpus_tools.formats.seed.explain import Explanation, explain
from corpus_tools.formats.seed.read import decide, read
from corpus_tools.formats.seed.roles import margins, sequence
from corpus_tools.formats.seed.roles.candidates import PARTS
from corpus_tools.schemas import load_schema
from corpus_tools.seed_style import ForcedRole, SeedStyle, StyleCue

SEEDS = list(own().documents())
BREAK = re.compile("\r\n|\r|\n")
LINES = (
    "Rain in Lisbon", "It rained all day, and the river rose. Nobody was hurt, the police said on Monday evening.",
    "By Ana Silva", "March 4, 2026", "Photo: Ana Silva/AFP", "Source: Reuters", "MARKETS", "- a dash", "12", "#rain",
    "People wait for a bus in Porto (Rui Reis/AP)", "Updated 03/04/2026", "“Nothing is lost”, she said of all this",
)  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=6).map("\n\n".join)


def options(**more: Any) -> ReadOptions:
    return ReadOptions(**{"file": "in.txt", "layers": {}, **more})


def told(text: str, **more: Any) -> Explanation:
    return explain(text.encode(), options(**more))


@cache
def validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(load_schema("explanation.schema.json"))


def check(data: bytes, asked: ReadOptions) -> None:
    """An explanation is that of the article, its places are those of the file, and it meets its schema."""
    article, made = read(data, asked), explain(data, asked)
    validator().validate({"explanation_version": "1.0", "explanations": [made]})
    assert made["encoding"]["name"] == article["origin"]["encoding"]
    assert made.get("language", {}).get("tag") == article.get("language")
    kept = [(block["id"], block["role"], block["text"]) for block in made["blocks"]]
    assert kept == [(block["id"], block["role"], block["text"]) for block in article["blocks"]]
    stated = [
        (block["id"], field["type"], field["start"], field["end"], field["text"], field["value"])
        for block in made["blocks"]
        for field in block["fields"]
    ]
    assert stated == [fact(annotation) for annotation in article["layers"]["field"]["annotations"]]
    raw = data.decode(made["encoding"]["name"])
    for block in made["blocks"]:
        cut = raw[block["start"] : block["end"]]
        folded = BREAK.sub("\n", cut) if "newline" in article["origin"] else cut
        assert folded == block["text"]
        assert block["line"] == len(BREAK.findall(raw, 0, block["start"])) + 1
        assert block["end_line"] == len(BREAK.findall(raw, 0, block["end"])) + 1


def fact(annotation: Any) -> tuple[Any, ...]:
    (span,) = annotation["spans"]
    value = annotation.get("attributes", {}).get("value", span["text"])
    return span["block"], annotation["type"], span["start"], span["end"], span["text"], value


@pytest.mark.parametrize("gold", SEEDS, ids=lambda gold: gold.id)
def test_an_explanation_is_of_what_the_reader_does(gold: Any) -> None:
    check(gold.data, options(encoding=gold.unmarked))


@pytest.mark.no_cover
@example("©".encode())
@given(seed_bytes() | DOCUMENTS.map(str.encode) | st.text(max_size=80).map(lambda text: text.encode(errors="ignore")))
def test_an_explanation_of_any_text_is_of_what_the_reader_does(data: bytes) -> None:
    try:
        read(data, options())
    except SourceError:
        with pytest.raises(SourceError):
            explain(data, options())
        return
    check(data, options())


def test_types_and_schema_have_the_same_keys() -> None:
    schema = load_schema("explanation.schema.json")
    parts = schema["$defs"]
    pairs = {
        module.Explanation: parts["explanation"],
        module.ExplainedBlock: parts["block"],
        module.Evidence: parts["evidence"],
        module.Alternative: parts["alternative"],
        module.Field: parts["field"],
        module.CueFound: parts["evidence"]["properties"]["cue"],
        module.CreditFound: parts["evidence"]["properties"]["credit"],
        **{
            typed: parts["explanation"]["properties"][name]
            for name, typed in get_type_hints(Explanation).items()
            if name in {"encoding", "cues", "layout"}
        },
        module.Language: parts["explanation"]["properties"]["language"],
    }
    for typed, part in pairs.items():
        hints = get_type_hints(typed, include_extras=True)
        assert set(hints) == set(part["properties"]), typed
        required = {name for name, hint in hints.items() if get_origin(hint) is not NotRequired}
        assert required == set(part["required"]), typed
    enum = load_schema("article.schema.json")["$defs"]["block"]["properties"]["role"]["x-values"]
    assert parts["block"]["properties"]["role"]["x-values"] == enum
    assert len(module.PARTS) == len(PARTS)


# --- how sure it is


@pytest.mark.no_cover
@given(DOCUMENTS)
def test_margins_are_those_of_all_paths_there_are(text: str) -> None:
    decided = decide(text.encode(), options(detect_language=False)).roles
    paths = 1
    for column in decided.columns:
        paths *= len(column)
    assume(paths < 20_000)
    scored = [(total(path), [state[2].role for state in path]) for path in product(*decided.columns)]
    best = max(score for score, _ in scored)
    assert best == pytest.approx(total(decided.path))
    for index, (others, state) in enumerate(zip(margins.rivals(decided), decided.path, strict=True)):
        wanted = {}
        for score, path in scored:
            if path[index] != state[2].role and best - score < -margins.NEVER / 2:
                wanted[path[index]] = min(best - score, wanted.get(path[index], 99))
        assert {rival.candidate.role: rival.margin for rival in others} == pytest.approx(wanted, abs=1e-9)
        assert [rival.margin for rival in others] == sorted(rival.margin for rival in others)


def total(path: Any) -> float:
    """Score of a path, counted by itself."""
    return float(path[0][0] + sum(sequence.step(*pair) for pair in pairwise(path)) + sequence.at_end(path[-1]))


def test_a_block_without_another_role_is_sure() -> None:
    text = "Rain in Lisbon\n\n" + "It rained all day, and the river rose. " * 20
    assert told(text)["blocks"][1]["alternatives"] == []
    assert told(text)["blocks"][1]["confidence"] == 1


def test_confidence_is_the_logistic_function_of_the_margin_of_the_closest_role() -> None:
    candidate = margins.Rival(sequence._START, 0.0)
    assert margins.confidence([]) == 1
    assert margins.confidence([candidate]) == 0.5
    assert margins.confidence([candidate._replace(margin=1.0), candidate._replace(margin=3.0)]) == 0.73
    assert margins.confidence([candidate._replace(margin=40.0)]) == 0.99


def test_the_backward_pass_takes_a_number_of_steps_in_proportion_to_the_blocks(monkeypatch: Any) -> None:
    steps = 0

    def counted(*states: Any) -> float:
        nonlocal steps
        steps += 1
        return sequence.step(*states)

    monkeypatch.setattr(margins, "step", counted)
    taken = []
    for count in (100, 200, 400):
        steps = 0
        told("Rain in Lisbon\n\n" + "By Ana Silva\n\nIt rained a lot\n\n" * count, detect_language=False)
        taken.append(steps)
    assert taken[1] - taken[0] > 100
    assert taken[2] - taken[1] <= 2.1 * (taken[1] - taken[0])


# --- what says so


def block_of(made: Explanation, text: str) -> Any:
    return next(block for block in made["blocks"] if block["text"].startswith(text))


def test_a_cue_is_told_with_its_language() -> None:
    made = told("Pluie à Lyon\n\nPar Marie Dupont\n\nIl a plu dans la ville, et la rivière est montée.", language="fr")
    found = block_of(made, "Par")
    assert found["evidence"] == {
        "text": "“par” (French) begins it",
        "reason": "a cue begins it",
        "cue": {"phrase": "par", "form": "opener", "language": "fr"},
    }
    assert (found["line"], found["role"], found["part"]) == (3, "byline", "head")
    assert found["fields"] == [
        {"type": "authors", "start": 4, "end": 16, "text": "Marie Dupont", "value": "Marie Dupont"}
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [("© Example News 2026", "“©” (any language) begins it"), ("Reported by our woman: X", "“reported by our woman”")],
)
def test_cues_of_all_languages_and_of_a_style_are_told(line: str, words: str) -> None:
    style = SeedStyle(cues=(StyleCue("tags", "label", ("reported by our woman",)),))
    made = told(f"Rain in Lisbon\n\nIt rained all day.\n\n{line}", style=style)
    evidence = made["blocks"][-1]["evidence"]["text"]
    assert evidence.startswith(words)
    assert ("(house style)" in evidence) == line.startswith("Reported")


def test_a_credit_is_told_with_its_words() -> None:
    made = told("Rain in Lisbon\n\nPeople wait for a bus. (Photo: Ana Silva)\n\nIt rained all day. Nobody came.")
    evidence = block_of(made, "People")["evidence"]
    assert evidence["credit"]["text"] == "Ana Silva"
    assert evidence["credit"]["reason"] == evidence["text"]


def test_a_forced_role_has_no_other() -> None:
    style = SeedStyle(roles=(ForcedRole("it rained*", "note"),), layout="blank-line", languages=("de",))
    made = told("Rain in Lisbon\n\nIt rained\nall day.", style=style)
    assert made["blocks"][1]["evidence"]["text"] == "forced by the house style"
    assert (made["blocks"][1]["confidence"], made["blocks"][1]["alternatives"]) == (1, [])
    assert made["layout"] == {"kind": "blank-line", "told_by": "style", "lines": 3, "blocks": 2}
    assert made["cues"] == {"languages": ["de"], "told_by": "style"}


def test_a_date_that_can_be_read_in_two_ways_is_told() -> None:
    made = told("Rain in Lisbon\n\nPublished: 03/04/2026\n\nIt rained all day in the city. Nobody came to see it.")
    found = block_of(made, "Published")
    assert found["fields"] == []
    assert len(found["doubts"]) == 1
    assert "“03/04/2026”" in found["doubts"][0]


# --- the document


@pytest.mark.parametrize(
    ("data", "encoding", "wanted"),
    [
        ("Pão".encode(), None, ("utf-8", "bytes")),
        ("Pão".encode(), "auto", ("utf-8", "bytes")),
        ("Pão".encode("utf-16"), None, ("utf-16-le", "bytes")),
        ("Pão".encode("utf-16"), "utf-16", ("utf-16-le", "bytes")),
        ("Pão".encode("cp1252"), "windows-1252", ("windows-1252", "user")),
        ("Дождь шёл в городе весь день, и река поднялась.".encode("koi8-r"), "AUTO", ("koi8-r", "detector")),
    ],
)
def test_what_told_the_encoding_is_said(data: bytes, encoding: str | None, wanted: tuple[str, str]) -> None:
    made = explain(data, options(encoding=encoding))["encoding"]
    assert (made["name"], made["told_by"]) == wanted


@pytest.mark.parametrize(
    ("newline", "name"), [("\n", "lf"), ("\r\n", "crlf"), ("\r", "cr"), ("\n\r\n\r", "mixed"), ("  ", None)]
)
def test_line_breaks_are_named(newline: str, name: str | None) -> None:
    assert told(f"Rain{newline}It rained.").get("newline") == name


def test_what_told_the_language_is_said() -> None:
    named = told("Rain", language="pt")
    assert named["language"] == {"tag": "pt", "confidence": 1.0, "evidence": "named by the user"}
    assert named["cues"]["told_by"] == "user"
    assert named["cues"]["languages"][0] == "pt"
    seen = told("Η βροχή έπεσε όλη μέρα στην πόλη.")
    assert (seen["language"]["tag"], seen["cues"]["told_by"]) == ("el", "text")
    assert "Greek" in seen["language"]["evidence"]
    assert "language" not in told("1, 2, 3")
    assert "language" not in told("Η βροχή έπεσε όλη μέρα στην πόλη.", detect_language=False)


WRAPPED = "Rain in Lisbon\n\n" + "\n".join(
    ["It rained all day in the old town and the river went", "up by a metre and a half until the evening when the"] * 3
)


@pytest.mark.parametrize(
    ("text", "kind", "lines", "blocks"),
    [
        ("Rain in Lisbon\n\nIt rained all day.", "blank-line", 2, 2),
        ("Rain in Lisbon\nIt rained all day.", "line", 2, 2),
        (WRAPPED, "wrapped", 7, 2),
        ("", "blank-line", 0, 0),
    ],
)
def test_layouts_are_named(text: str, kind: str, lines: int, blocks: int) -> None:
    assert told(text)["layout"] == {"kind": kind, "told_by": "text", "lines": lines, "blocks": blocks}


def test_what_cannot_be_read_cannot_be_explained() -> None:
    with pytest.raises(SourceError):
        explain(b"\xff", options())
