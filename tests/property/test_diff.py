"""The laws of comparing: what lies between two versions leads from one to the other, and back."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import articles
from strategy_edits import items_of, shift, version_pairs

from corpus_tools.delta import is_empty
from corpus_tools.diffing import apply_delta, diff_articles, invert_delta
from corpus_tools.model.canonical import canonical
from corpus_tools.model.graphemes import Clusters
from corpus_tools.schemas import load_schema

VALIDATOR = jsonschema_rs.Draft202012Validator(load_schema("delta.schema.json"))


def exactly(value: Any) -> str:
    """A text that tells `1` from `true`, which `==` does not, and knows no order of keys."""
    return json.dumps(value, sort_keys=True)


def shuffled(article: Any, draw: Any) -> Any:
    """The same article with everything in another order that has none."""
    made = deepcopy(article)
    for part in ("groups", "entities", "agents"):
        if part in made:
            made[part] = draw(st.permutations(made[part]))
    for layer in made.get("layers", {}).values():
        for kind in ("annotations", "relations"):
            if kind in layer:
                layer[kind] = draw(st.permutations(layer[kind]))
    return made


@given(version_pairs())
def test_a_delta_leads_to_the_new_version_and_back(pair):
    old, new = pair
    delta = diff_articles(old, new)
    back = invert_delta(delta)
    assert exactly(apply_delta(old, delta)) == exactly(canonical(new))
    assert exactly(apply_delta(new, back)) == exactly(canonical(old))
    assert exactly(invert_delta(back)) == exactly(delta)
    assert not is_empty(delta) or exactly(canonical(old)) == exactly(canonical(new)) or delta["ids"]


@settings(max_examples=30)
@given(version_pairs(), st.data())
def test_deltas_meet_their_schema_and_know_no_order(pair, data):
    old, new = pair
    delta = diff_articles(old, new)
    assert [error.message for error in VALIDATOR.iter_errors(delta)] == []
    others = shuffled(old, data.draw), shuffled(new, data.draw)
    assert exactly(diff_articles(*others)) == exactly(delta)
    same = diff_articles(old, others[0])
    assert is_empty(same)
    assert same["ids"] == {}


@settings(max_examples=40)
@given(articles(), st.data())
def test_text_that_shifts_changes_no_annotation(article, data):
    """Text is inserted between characters, where nothing that is annotated lies around, at its edges too."""
    new = deepcopy(article)
    for number, block in enumerate(article["blocks"]):
        spans = [span for item in items_of(new, "annotations") for span in item.get("spans", ())]
        inside = [span for span in spans if span["block"] == block["id"]]
        free = [at for at in range(len(block["text"]) + 1) if not any(s["start"] < at < s["end"] for s in inside)]
        free = [at for at in free if not any(s["start"] == at == s["end"] for s in inside)]
        if free and data.draw(st.booleans()):
            at = data.draw(st.sampled_from(free))
            inserted = f"{number}{data.draw(st.sampled_from(('new ', 'a', 'x y. ', '漢', 'é')))}"
            old, made = Clusters(block["text"]), Clusters(block["text"][:at] + inserted + block["text"][at:])
            if not (old.is_inside(at) or made.is_inside(at) or made.is_inside(at + len(inserted))):
                shift(new, block["id"], at, at, inserted)
    delta = diff_articles(article, new)
    assert delta["layers"] == [], (delta["layers"], delta["blocks"])
    kinds = {kind for change in delta["blocks"] for kind in change["kinds"]}
    assert kinds <= {"text"}, delta["blocks"]
