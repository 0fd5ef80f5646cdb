"""Annotations in TEI: which stand inline, in which element, in which order, and which yield."""

from __future__ import annotations

import re

import pytest

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.tei import FORMAT
from corpus_tools.formats.tei.crossings import without_crossings
from corpus_tools.model.canonical import canonical

TEXT = "0123456789" * 4


def article_of(role="paragraph", text=TEXT, **layers):
    """An article of one block; each item of a layer is (id, type, start, end, and other keys)."""
    made = {}
    for name, items in layers.items():
        made[name] = {"annotations": []}
        for identity, type_, start, end, *more in items:
            span = {"block": "b1", "start": start, "end": end, "text": text[start:end]}
            item = {"id": identity, "spans": [span], **(more[0] if more else {})}
            made[name]["annotations"].append(item if type_ is None else {**item, "type": type_})
    blocks = [{"id": "b1", "role": role, "text": text}]
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, "layers": made}


def written(article):
    data = FORMAT.write(article, WriteOptions()).data
    assert FORMAT.examine(data, ReadOptions()) == (canonical(article), [])
    return data.decode()


def tags(article):
    """The tags in the block, each with its id, and the ids of the standoff annotations."""
    text = written(article)
    block = text[text.index('xml:id="b1"') :].split("\n")[0]
    inline = re.findall(r'<(/?\w+)(?: xml:id="(\w+)")?', block)[:-1]
    standoff = re.findall(r'<annotation xml:id="(\w+)"', text)
    return [f"{tag}:{identity}" if identity else tag for tag, identity in inline], standoff


ELEMENTS = [
    ("entity", "person", "persName"),
    ("entity", "organisation", "orgName"),
    ("entity", "place", "placeName"),
    ("entity", "date", "date"),
    ("entity", "number", "num"),
    ("entity", "money", "measure"),
    ("entity", "vehicle", "rs"),
    ("quotation", "direct", "quote"),
    ("quotation", "indirect", "seg"),
    ("sentence", None, "s"),
    ("token", None, "w"),
    ("token", "punctuation", "pc"),
    ("token", "multiword", "w"),
    ("markup", "bold", "hi"),
    ("markup", "link", "ref"),
    ("field", "title", "seg"),
    ("unheard_of", "x:y", "seg"),
    ("unheard_of", None, "seg"),
]


@pytest.mark.parametrize(("layer", "type_", "element"), ELEMENTS)
def test_a_type_has_its_element(layer, type_, element):
    assert tags(article_of(**{layer: [("m", type_, 2, 4)]})) == ([f"{element}:m", f"/{element}"], [])


def test_of_two_layers_that_cross_the_one_with_priority_stays_inline():
    article = article_of(quotation=[("q", "direct", 0, 6)], sentence=[("s", None, 4, 9)])
    assert tags(article) == (["s:s", "/s"], ["q"])


def test_of_one_layer_the_earlier_one_stays_inline():
    article = article_of(entity=[("m1", "place", 0, 6), ("m2", "place", 4, 9), ("m3", "place", 6, 9)])
    assert tags(article) == (["placeName:m1", "/placeName", "placeName:m3", "/placeName"], ["m2"])


def test_an_annotation_that_yields_does_not_make_others_yield():
    article = article_of(
        sentence=[("s1", None, 0, 10), ("s2", None, 10, 20)],
        quotation=[("q1", "direct", 5, 15), ("q2", "direct", 11, 14)],
    )
    assert tags(article) == (["s:s1", "/s", "s:s2", "quote:q2", "/quote", "/s"], ["q1"])


def test_of_equal_spans_the_rank_of_the_layer_says_which_is_outside():
    article = article_of(
        token=[("t", None, 0, 5)],
        sentence=[("s", None, 0, 5)],
        quotation=[("q", "direct", 0, 5)],
        entity=[("m", "place", 0, 5)],
    )
    assert tags(article)[0][:4] == ["quote:q", "s:s", "placeName:m", "w:t"]


def test_an_entity_smaller_than_its_token_has_the_general_form():
    article = article_of(token=[("t", None, 0, 9)], entity=[("m", "place", 0, 5)])
    assert tags(article) == (["w:t", "seg:m", "/seg", "/w"], [])


def test_what_has_no_form_inside_another_element_is_standoff():
    article = article_of(token=[("t", "punctuation", 0, 9), ("u", None, 0, 5)])
    assert tags(article) == (["pc:t", "/pc"], ["u"])


def test_a_sentence_never_stands_below_a_sentence():
    article = article_of(sentence=[("s1", None, 0, 9), ("s2", None, 2, 4)], quotation=[("q", "direct", 1, 8)])
    assert tags(article) == (["s:s1", "quote:q", "seg:s2", "/seg", "/quote", "/s"], [])


def test_an_author_has_the_element_of_authors_only_in_a_byline():
    field = [("f", "authors", 0, 4)]
    assert tags(article_of("byline", field=field))[0] == ["docAuthor:f", "/docAuthor"]
    assert tags(article_of(field=field))[0] == ["seg:f", "/seg"]


def test_a_quotation_in_a_byline_is_written_in_the_general_form():
    assert tags(article_of("byline", quotation=[("q", "direct", 0, 4)]))[0] == ["seg:q", "/seg"]


def test_annotations_stand_inline_down_to_the_depth_that_readers_bear():
    items = [(f"m{number}", "x", number, 80 - number) for number in range(40)]
    inline, standoff = tags(article_of(text="x" * 80, user=items))
    assert len([tag for tag in inline if tag.startswith("seg")]) == 31
    assert len(standoff) == 9


def test_an_annotation_that_cannot_stand_inline_is_a_pointer_with_its_quote():
    article = article_of(user=[("m1", "x", 3, 3)])
    article["layers"]["user"]["annotations"].append({"id": "m0"})
    spans = [{"block": "b1", "start": start, "end": end, "text": TEXT[start:end]} for start, end in ((1, 3), (5, 6))]
    article["layers"]["user"]["annotations"].append({"id": "m2", "type": "y", "spans": spans})
    text = re.sub(r"\s*\n\s*", "", written(article))
    assert '<annotation xml:id="m0" target="#a" ana="layer:user"/>' in text
    assert (
        '<annotation xml:id="m1" target="#string-index(b1,3)" ana="layer:user/x"><note type="quote"/></annotation>'
    ) in text
    assert (
        '<annotation xml:id="m2" target="#string-range(b1,1,2) #string-range(b1,5,1)" ana="layer:user/y">'
        '<note type="quote">12</note><note type="quote">5</note></annotation>'
    ) in text


def test_attributes_are_native_where_the_element_has_them_and_features_otherwise():
    attributes = {"lemma": "be", "upos": "VERB", "feats": ["a", "b"], "index": 1.5, "copula": True}
    text = written(article_of(token=[("t", None, 0, 2, {"attributes": attributes})]))
    assert '<w xml:id="t" lemma="be" pos="VERB">01</w>' in text
    assert [*re.findall(r'<f name="(\w+)">', text)] == ["copula", "feats", "index"]


@pytest.mark.parametrize("uri", ["https://example.org/a b", "no-scheme", "https://example.org/?q[]=1", 3])
def test_a_value_that_the_native_attribute_cannot_hold_is_a_feature(uri):
    text = written(article_of(markup=[("k", "link", 0, 2, {"attributes": {"uri": uri}})]))
    assert '<ref xml:id="k">01</ref>' in text
    assert '<f name="uri">' in text


def test_entity_agent_and_confidence_stand_on_the_element():
    more = {"entity": "e", "agent": "x", "confidence": 1e-07}
    article = article_of(entity=[("m", "place", 0, 2, more)], quotation=[("q", "direct", 3, 5, more)])
    article |= {"entities": [{"id": "e", "type": "place"}], "agents": [{"id": "x", "type": "person", "name": "X"}]}
    text = written(article)
    assert '<placeName xml:id="m" ref="#e" resp="#x" cert="1e-07">' in text
    assert '<quote xml:id="q" corresp="#e" resp="#x" cert="1e-07">' in text


def test_an_annotation_within_one_cell_is_inline_and_one_over_two_cells_is_not():
    article = article_of("table_row", "ab\tcd", user=[("m1", "x", 1, 2), ("m2", "x", 1, 4), ("m3", "x", 3, 5)])
    article["blocks"][0]["part_of"] = "g"
    article["groups"] = [{"id": "g", "type": "table"}]
    text = written(article)
    assert 'a<seg xml:id="m1" ana="layer:user/x">b</seg>\t' in text
    assert '<cell><seg xml:id="m3" ana="layer:user/x">cd</seg></cell>' in text
    assert '<annotation xml:id="m2"' in text


def test_many_crossing_annotations_are_sorted_out_in_time():
    """A comparison of pairs would take minutes."""
    count = 20_000
    candidates = [(start, -(start + 10), 500, f"l{start % 7}", start, 1000, {}) for start in range(count)]
    kept = without_crossings(sorted(candidates, key=lambda item: item[:5]))
    ends = 0
    assert len(kept) > count // 20
    for start, minus_end, *_ in kept:
        assert start >= ends or -minus_end <= ends
        ends = max(ends, -minus_end)
