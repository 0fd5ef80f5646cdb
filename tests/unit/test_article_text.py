"""What git compares of an article: its text and annotations in words."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from documents import ARTICLE
from hypothesis import given
from hypothesis import strategies as st
from schema_files import ROOT

from corpus_tools.services.article_text import LINE_BREAK, article_text, text_lines
from corpus_tools.services.textconv import textconv


def shown(**parts: Any) -> str:
    """The text of a small article with `parts` of its own."""
    return article_text({**json.loads(ARTICLE), **parts})  # type: ignore[typeddict-item]


def block(text: str) -> dict[str, Any]:
    return {"blocks": [{"id": "b1", "role": "paragraph", "text": text}]}


def entity(text: str, *places: tuple[int, int], **keys: Any) -> dict[str, Any]:
    """A text with one annotation for each of `places`."""
    annotations = [
        {"id": f"m{start}", "type": "person", "spans": [span(text, start, end)], **keys} for start, end in places
    ]
    return {**block(text), "layers": {"entity": {"annotations": annotations}}}


def span(text: str, start: int, end: int, home: str = "b1") -> dict[str, Any]:
    return {"block": home, "start": start, "end": end, "text": text[start:end]}


def items(told: str) -> list[str]:
    return re.findall(r"(?m)^ +(\[.*)$", told)


def test_an_article_with_every_part_has_a_line_for_everything() -> None:
    article = json.loads((ROOT / "fixtures/schema/pass/everything.json").read_bytes())
    told = article_text(article)
    unnamed = {annotation["id"] for layer in article["layers"].values() for annotation in layer.get("annotations", ())}
    unnamed |= {relation["id"] for layer in article["layers"].values() for relation in layer.get("relations", ())}
    for value in strings(article):
        if value not in unnamed and "\n" not in value:
            assert value in told.replace("↵\n  ", "\\n").replace("\n  ", " "), value


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [found for part in value.values() for found in strings(part)]
    if isinstance(value, list):
        return [found for part in value for found in strings(part)]
    return [value] if isinstance(value, str) else []


def test_a_text_breaks_where_its_sentences_end() -> None:
    text = "It rained in Lisbon. “We’ll wait.” Mr. Costa agreed. On 4. März 2026. 5 boats."
    assert list(text_lines(text)) == [
        "It rained in Lisbon.",
        "“We’ll wait.”",
        "Mr. Costa agreed.",
        "On 4. März 2026. 5 boats.",
    ]
    assert list(text_lines("他说：“下雨了。”桥开了。人们来了")) == ["他说：“下雨了。”", "桥开了。", "人们来了"]


@given(st.text(alphabet="abcd .!?。”»\n5", max_size=40))
def test_no_two_texts_look_the_same(text: str) -> None:
    lines = list(text_lines(text))
    rebuilt = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        rebuilt += line
        if line.endswith(LINE_BREAK):
            rebuilt = rebuilt.removesuffix(LINE_BREAK) + "\n"
        elif following and not re.search(r"。[」』”’）]*$", line):
            rebuilt += " "
    assert rebuilt == text


def test_the_same_words_are_numbered_only_where_that_tells_them_apart() -> None:
    once = entity("he said he would", (8, 10))
    assert items(shown(**once)) == ["[entity person] “he” (2 of 2)"]
    both = entity("he said he would", (0, 2), (8, 10))
    assert items(shown(**both)) == ["[entity person] “he”", "[entity person] “he”"]


def test_in_a_very_long_block_offsets_tell_the_same_words_apart() -> None:
    assert items(shown(**entity("he " * 7000, (3, 5)))) == ["[entity person] “he” at 3"]


def test_an_empty_span_is_told_by_what_stands_before_it() -> None:
    assert items(shown(**entity("We’ll wait", (5, 5)))) == ["[entity person] “” after “We’ll”"]


def test_spans_in_other_blocks_say_so() -> None:
    article = entity("Marta Costa", (0, 5))
    article["blocks"].append({"id": "b2", "role": "paragraph", "text": "Costa"})
    article["layers"]["entity"]["annotations"][0]["spans"].append(span("Costa", 0, 5, "b2"))
    assert items(shown(**article)) == ["[entity person] “Marta” … “Costa” in b2"]


def test_an_entity_is_named_and_by_its_id_if_the_name_is_not_its_own() -> None:
    entities = [{"id": "e1", "type": "person", "name": "Marta"}, {"id": "e2", "type": "person", "name": "Marta"}]
    assert items(shown(**entity("Marta", (0, 5), entity="e1"), entities=entities[:1]))[0].endswith("= Marta")
    assert items(shown(**entity("Marta", (0, 5), entity="e1"), entities=entities))[0].endswith("= e1")


def test_relations_stand_below_the_block_of_their_source_and_others_at_the_end() -> None:
    article = entity("Marta and Rui", (0, 5), (10, 13))
    relations = [{"id": "r1", "type": "knows", "source": "m0", "target": "m10"}]
    relations.append({"id": "r2", "type": "knows", "source": "e1", "target": "nothing"})
    article["layers"]["entity"]["relations"] = relations
    told = shown(**article, entities=[{"id": "e1", "type": "person", "name": "Ana"}])
    assert "    [entity knows] “Marta” → “Rui”\n" in told
    assert told.endswith("\nother annotations and relations\n  [entity knows] Ana → nothing\n")


def related(text: str, source: str, target: str, *others: dict[str, Any]) -> list[str]:
    """The relation of two annotations of `text`; those of all its words are called by their offsets."""
    places = [(match.start(), match.end()) for match in re.finditer(r"\w+", text)]
    article = entity(text, *places)
    article["layers"]["entity"]["annotations"] += others
    article["layers"]["entity"]["relations"] = [{"id": "r1", "type": "knows", "source": source, "target": target}]
    return [line for line in items(shown(**article)) if "→" in line]


def test_ends_of_relations_say_which_of_the_same_words_they_are() -> None:
    assert related("Ana met Ana", "m4", "m0") == ["[entity knows] “met” → “Ana” (1 of 2)"]
    assert related("Ana met Ana", "m4", "m8") == ["[entity knows] “met” → “Ana” (2 of 2)"]
    assert related("Ana met Ana", "m8", "m4") == ["[entity knows] “Ana” (2 of 2) → “met”"]


def test_ends_of_relations_say_in_which_other_block_they_are() -> None:
    article = entity("Marta", (0, 5))
    article["blocks"].append({"id": "b2", "role": "paragraph", "text": "Marta"})
    other = {"id": "n", "type": "person", "spans": [span("Marta", 0, 5, "b2")]}
    layer = article["layers"]["entity"]
    layer["annotations"].append(other)
    layer["relations"] = [{"id": "r1", "type": "knows", "source": "m0", "target": "n"}]
    assert "[entity knows] “Marta” → “Marta” in b2" in items(shown(**article))
    layer["relations"][0]["target"] = "m0"
    assert "[entity knows] “Marta” → “Marta”" in items(shown(**article))


def test_ends_of_relations_say_which_annotation_of_the_same_words_they_are() -> None:
    text = "Ana met"
    place = {"id": "place", "type": "place", "spans": [span(text, 0, 3)]}
    assert related(text, "m4", "m0", place) == ["[entity knows] “met” → “Ana” [entity person]"]
    assert related(text, "m4", "place", place) == ["[entity knows] “met” → “Ana” [entity place]"]
    twin = {"id": "twin", "type": "person", "spans": [span(text, 0, 3)]}
    assert related(text, "twin", "m4", twin) == ["[entity knows] “Ana” twin → “met”"]
    bare = {"id": "bare", "spans": [span(text, 0, 3)]}
    assert related(text, "bare", "m4", bare) == ["[entity knows] “Ana” [entity] → “met”"]


def test_pointers_that_name_nothing_do_no_harm() -> None:
    article = entity("Marta", (0, 5), entity="nobody")
    article["layers"]["entity"]["annotations"][0]["spans"][0]["block"] = "b9"
    assert items(shown(**article)) == ["[entity person] “Marta” = nobody"]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (" x", 'title: " x"'),
        ("a\nb", 'title: "a\\nb"'),
        ("a\x1b[31mb", "title: a\\x1b[31mb"),
        ("a\u202eb", "title: a\\u202eb"),
    ],
)
def test_what_could_deceive_is_made_visible(value: str, line: str) -> None:
    assert f"  {line}\n" in shown(metadata={"title": value})


def test_the_order_of_keys_in_the_file_makes_no_difference() -> None:
    article = json.loads((ROOT / "fixtures/schema/pass/everything.json").read_bytes())
    assert article_text(turned(article)) == article_text(article)


def turned(value: Any) -> Any:
    """`value` with the keys of all objects in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(value[key]) for key in reversed(value)}
    return [turned(part) for part in value] if isinstance(value, list) else value


def test_annotations_that_are_there_and_empty_are_told_from_those_that_are_not() -> None:
    assert "  entity: annotations; agent: ana\n" in shown(layers={"entity": {"agent": "ana", "annotations": []}})
    assert "\nlayers" not in shown(layers={})


@pytest.mark.parametrize(
    "data",
    [
        b'{"name":"corpus", "private" :true}\r\n',
        b"",
        b"\xff\xfe\0",
        b"{",
        b"[1, 2]",
        b'{"schema_version": "1.0"}',
        b"<TEI/>",
        b"<a>\r\n</a>",
        b"text",
        ARTICLE.replace(b'"id": "b1"', b'"id": 1', 1),
        ARTICLE.replace(b'"Lisbon"}', b'"Lisbon", "text": "Lisbon"}'),
    ],
)
def test_what_is_no_article_passes_through_to_the_last_byte(data: bytes) -> None:
    assert textconv(data) is data


def test_an_article_is_told_in_words() -> None:
    assert b"\nb1 headline\n  Rain in Lisbon\n    [entity place] \xe2\x80\x9cLisbon\xe2\x80\x9d\n" in textconv(ARTICLE)
