"""The JSON law: what is written reads back equal, and one article has one text."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import Laws
from strategies import articles

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, Sought, WriteOptions
from corpus_tools.formats.json_ import FORMAT
from corpus_tools.formats.seed.write import encode
from corpus_tools.model.article import Article
from corpus_tools.model.canonical import canonical

READ = ReadOptions()
WRITE = WriteOptions()
law = Laws()


def exactly(value: Any) -> str:
    """A text that tells `1` from `1.0` and from `true`, which `==` does not, and knows no order of keys."""
    return json.dumps(value, sort_keys=True)


def shuffled(value: Any, chooser: random.Random) -> Any:
    """The same value with the keys of its objects in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chooser.shuffle(keys)
        return {key: shuffled(value[key], chooser) for key in keys}
    return [shuffled(member, chooser) for member in value] if isinstance(value, list) else value


def text_of(article: Article) -> bytes:
    return FORMAT.write(article, WRITE).data


@law
def what_is_written_reads_back_equal(article, _):
    written = FORMAT.write(article, WRITE)
    assert written.losses == ()
    assert FORMAT.examine(written.data, READ)[1] == []
    assert exactly(FORMAT.read(written.data, READ)) == exactly(canonical(article))


@law
def the_canonical_text_is_written_again_as_it_is(article, _):
    data = text_of(article)
    assert text_of(FORMAT.read(data, READ)) == data


@law
def any_json_text_of_an_article_reads_as_that_article(article, _):
    data = json.dumps(article, indent=1).encode()
    assert exactly(FORMAT.read(data, READ)) == exactly(article)


@law
def the_order_of_keys_and_of_unordered_lists_means_nothing(article, data):
    chooser = data.draw(st.randoms(use_true_random=False))
    other: Any = shuffled(article, chooser)
    unordered = [other[key] for key in ("groups", "entities", "agents") if key in other]
    for layer in other.get("layers", {}).values():
        unordered += [layer[key] for key in ("annotations", "relations") if key in layer]
    for items in unordered:
        chooser.shuffle(items)
    assert text_of(other) == text_of(article)


@law
def canonical_form_is_idempotent_and_leaves_its_input_alone(article, _):
    before = deepcopy(article)
    once = canonical(article)
    assert exactly(article) == exactly(before)
    assert json.dumps(canonical(once)) == json.dumps(once)


@law
def canonical_form_rebuilds_the_same_seed(article, _):
    assert encode(canonical(article)) == encode(article)


@law
def the_text_is_one_item_a_line_and_free_of_characters_that_xml_cannot_hold(article, _):
    text = text_of(article).decode()
    assert text.endswith("}\n")
    assert not any(sign in text for sign in "\x00\x01\x08\x0b\x1f\ufffe\uffff\r\t")
    lines = text.split("\n")
    for block in article["blocks"]:
        assert any(line.startswith(f'  {{"id": "{block["id"]}", "role": ') for line in lines)


@law
def a_value_is_located_where_it_stands(article, data):
    text = text_of(article)
    value: Any = FORMAT.read(text, READ)
    pointer = ""
    while isinstance(value, dict | list) and value:
        key = data.draw(st.sampled_from(sorted(value) if isinstance(value, dict) else range(len(value))))
        value = value[key]
        pointer += "/" + str(key).replace("~", "~0").replace("/", "~1")
    written, (site,) = FORMAT.locate(text, READ, article, [Sought(pointer)])
    found, end = json.JSONDecoder().raw_decode(written[site.start :])
    assert exactly(found) == exactly(value)
    assert site.end == site.start + (1 if "\n" in written[site.start : site.start + end] else end)


@given(
    st.binary(max_size=60)
    | st.text('{}[]",:0123456789.eE-+ \\untrflase\ud83d\udcff\x00').map(
        lambda text: text.encode("utf-8", "surrogatepass")
    )
)
def test_any_bytes_are_an_article_or_a_located_error(data):
    found = FORMAT.examine(data, READ)[1]
    if not found or found[0].kind.slug == "schema":
        assert isinstance(FORMAT.read(data, READ), dict)
        return
    with pytest.raises(SourceError) as caught:
        FORMAT.read(data, READ)
    assert [finding.kind.slug for finding in found] == [caught.value.kind]
    assert caught.value.line is not None


@law
def a_damaged_file_is_an_article_or_a_located_error(article, data):
    text = bytearray(text_of(article))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    for finding in FORMAT.examine(bytes(text), READ)[1]:
        assert finding.location.line is not None


@given(articles(), st.data())
def test_the_laws_of_json_hold_of_any_article(article, data):
    law.hold_of(article, data)
