"""Deltas are applied to the version that they were made for, and to nothing else."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from schema_files import ROOT, read

from corpus_tools.diffing import apply_delta, diff_articles, digest, invert_delta
from corpus_tools.errors import DeltaError
from corpus_tools.model.canonical import canonical

FOLDER = ROOT / "fixtures" / "deltas" / "en-ferry-engine"
OLD, NEW, DELTA = (read(FOLDER / f"{name}.json") for name in ("old", "new", "delta"))


def changed(article: Any, change: Any) -> Any:
    made = deepcopy(article)
    change(made)
    return made


def other_text(article: Any) -> None:
    article["blocks"][3]["text"] = article["blocks"][3]["text"].replace("lifebaot", "lifeboat")


def other_block(article: Any) -> None:
    article["blocks"][3]["id"] = "x1"


def other_mention(article: Any) -> None:
    article["layers"]["entity"]["annotations"][2]["type"] = "role"


def other_entity(article: Any) -> None:
    article["entities"][2]["name"] = "Isles"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda article: article.update(id="other"), "for article en-ferry-engine, this one is other"),
        (other_text, "another version of the article: in block b4 at 83 stands 'oa', not 'ao'"),
        (other_block, "another version of the article: there is no block b4"),
        (other_mention, "another version of the article: m3 in layer entity is not as it was"),
        (other_entity, "another version of the article: entity e3 is not as it was"),
        (
            lambda article: article["blocks"][3].update(role="quote"),
            "another version of the article: block b4 is not as",
        ),
        (
            lambda article: article["metadata"].update(keywords=["ferry"]),
            r"metadata keywords is \['ferry'\], not \['ferry', 'rescue'\]",
        ),
        (lambda article: article["metadata"].update(updated="2026"), "metadata updated is '2026', not absent"),
        (lambda article: article.update(language="fr"), "another version of the article: they differ where it changes"),
    ],
)
def test_another_article_is_refused_with_the_reason(change: Any, reason: str) -> None:
    with pytest.raises(DeltaError, match=reason):
        apply_delta(changed(OLD, change), DELTA)


RICH: Any = {
    **OLD,
    "blocks": [
        *OLD["blocks"],
        {"id": "b8", "role": "paragraph", "text": "The wind rose."},
        {"id": "b9", "role": "paragraph", "text": "Rain fell all night."},
    ],
    "metadata": {
        **OLD["metadata"],
        "title": "Ferry drifts for two hours off Corran Point",
        "dateline": {"place": "Larne"},
    },
    "extra": {"desk": "night", "n": 1},
    "origin": {"format": "txt", "separator": "\n\n"},
    "revisions": [{"when": "2026", "what": "One."}],
}


def rich_change(article: Any) -> None:
    """Change everything that has no list of its own, and layers."""
    article["metadata"].update(title="Ferry is safe", dateline={"place": "Oban"})
    article.update(language="fr", extra={"desk": "day", "n": 2}, origin={"format": "md", "separator": "\n\n"})
    article["revisions"] = [{"when": "2026", "what": "Two."}, {"when": "2027", "what": "Three."}]
    article["blocks"][1]["before"] = article["blocks"][2]["before"] = "\n \n"
    article["layers"]["entity"]["definition"] = "https://example.org/new.json"
    article["layers"]["mood"] = {"annotations": []}
    del article["blocks"][-1]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda article: article["metadata"].update(title="OTHER"),
            "metadata title is 'OTHER', not 'Ferry drifts for two hours off Corran…'",
        ),
        (lambda article: article["metadata"].pop("title"), "metadata title is absent, not 'Ferry drifts"),
        (lambda article: article["metadata"]["dateline"].update(place="Ayr"), "dateline.place is 'Ayr', not 'Larne'"),
        (lambda article: article["metadata"].pop("dateline"), "dateline.place is absent, not 'Larne'"),
        (lambda article: article.update(language="de"), "language is 'de', not 'en'"),
        (lambda article: article.pop("language"), "language is absent, not 'en'"),
        (lambda article: article["extra"].update(n=True), "extra n is True, not 1"),
        (lambda article: article.update(extra="x"), "extra desk is absent, not 'night'"),
        (lambda article: article["origin"].update(format="html"), "origin format is 'html', not 'txt'"),
        (lambda article: article["blocks"][2].update(before="\n"), r"before block b3 stands '\\n', not '\\n\\n'"),
        (lambda article: article["revisions"][0].update(what="Zero."), "revision 1 is not as it was"),
        (lambda article: article.pop("revisions"), "revision 1 is not as it was"),
        (lambda article: article["layers"]["entity"].update(definition="https://example.org/e"), "layer entity is not"),
        (lambda article: article["layers"].pop("entity"), "there is no layer entity"),
        (lambda article: article["layers"].update(mood={"annotations": []}), "there is a layer mood already"),
        (lambda article: article["blocks"][-1].update(text="Other words."), "block b9 is not as it was"),
        (lambda article: article["metadata"].update(section="x"), "they differ where it changes nothing"),
    ],
)
def test_values_that_are_not_as_they_were_are_named(change: Any, reason: str) -> None:
    delta = diff_articles(RICH, changed(RICH, rich_change))
    with pytest.raises(DeltaError, match=reason):
        apply_delta(changed(RICH, change), delta)


def test_a_layer_that_goes_and_is_another_one_is_named() -> None:
    without = changed(OLD, lambda article: article["layers"].pop("entity"))
    with pytest.raises(DeltaError, match="layer entity is not as it was"):
        apply_delta(changed(OLD, other_mention), diff_articles(OLD, without))


def test_what_was_applied_is_not_applied_again() -> None:
    with pytest.raises(DeltaError, match="the delta's new version already"):
        apply_delta(NEW, DELTA)


def test_the_order_of_lists_makes_no_difference() -> None:
    other = deepcopy(OLD)
    other["entities"].reverse()
    other["layers"]["entity"]["annotations"].reverse()
    assert digest(other) == digest(OLD) == DELTA["old"]["sha256"]
    assert apply_delta(other, DELTA) == canonical(NEW)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("metadata", []),
        ("metadata", [{"kinds": ["removed"], "field": "section", "old": "x"}]),
        ("blocks", [{"kinds": ["added"], "old": [], "new": [{"index": 9, "block": NEW["blocks"][3]}], "edits": []}]),
        ("blocks", [{**DELTA["blocks"][0], "old": [{"index": 0, "block": {"id": "zz", "role": "paragraph"}}]}]),
        ("layers", [{**DELTA["layers"][0], "layer": "nowhere"}]),
        ("layers", [{"layer": "entity", "kinds": ["agent"], "new": {"annotations": [{"id": "x", "spans": [{}]}]}}]),
        ("ids", {"b1": "x9"}),
    ],
)
def test_a_delta_that_was_edited_is_refused(part: str, value: Any) -> None:
    with pytest.raises(DeltaError, match="it was edited, or made by something else"):
        apply_delta(OLD, {**DELTA, part: value})


def test_neither_side_is_changed() -> None:
    old, new, delta = deepcopy(OLD), deepcopy(NEW), deepcopy(DELTA)
    apply_delta(old, diff_articles(old, new))
    apply_delta(new, invert_delta(delta))
    assert (old, new, delta) == (OLD, NEW, DELTA)


def test_the_way_back_is_told_the_other_way_round() -> None:
    back = invert_delta(DELTA)
    assert [change["kinds"] for change in back["blocks"]] == [["text"], ["removed"], ["text"], ["text"]]
    assert back["blocks"][1]["old"] == DELTA["blocks"][1]["new"]
    assert back["metadata"][0] == {"kinds": ["removed"], "field": "updated", "old": "2026-02-12"}
    assert back["ids"] == {"b5": "b4", "b6": "b5"}
    assert back["old"] == DELTA["new"]


def test_values_of_all_parts() -> None:
    """What has no list of its own: single values, origin, revisions, and the user's own data."""
    old = {**deepcopy(OLD), "extra": {"desk": "night", "": 1}, "origin": {"file": "a.txt", "separator": "\n"}}
    new = {**deepcopy(OLD), "id": "other", "schema_version": "1.1", "extra": {"desk": "day"}}
    del new["language"]
    new["metadata"]["dateline"] = {"place": "Larne"}
    new["revisions"] = [{"when": "2026", "what": "One."}, {"when": "2026", "what": "Two."}]
    delta = diff_articles(old, new)
    assert delta["id"] == [{"kinds": ["changed"], "old": "en-ferry-engine", "new": "other"}]
    assert delta["language"] == [{"kinds": ["removed"], "old": "en"}]
    assert delta["extra"] == [{"kinds": ["changed"], "old": old["extra"], "new": new["extra"]}]
    assert delta["origin"] == [{"kinds": ["removed"], "old": canonical(old)["origin"]}]
    assert [change["kinds"] for change in delta["revisions"]] == [["added"], ["added"]]
    assert apply_delta(old, delta) == canonical(new)
    later = {**deepcopy(new), "revisions": [{"when": "2026", "what": "Two!"}], "extra": {"desk": "day", "x": None}}
    later["metadata"]["dateline"] = {"date": "2026"}
    delta = diff_articles(new, later)
    assert [change["field"] for change in delta["metadata"]] == ["dateline.place", "dateline.date"]
    assert delta["extra"] == [{"kinds": ["added"], "field": "x", "new": None}]
    assert [change["kinds"] for change in delta["revisions"]] == [["removed"], ["removed"], ["added"]]
    assert apply_delta(new, delta) == canonical(later)
    assert apply_delta(later, invert_delta(delta)) == canonical(new)


def test_agents_that_are_only_called_otherwise_change_nothing_else() -> None:
    def made_by(name: str, **more: Any) -> Any:
        article = deepcopy(OLD)
        article["agents"] = [{"id": name, "type": "software", "name": "Tagger", **more}]
        article["metadata"]["subjects"] = [{"name": "ships", "agent": name}]
        article["layers"]["entity"]["agent"] = name
        article["entities"][0]["agent"] = name
        article["revisions"] = [{"when": "2026", "what": "x", "agent": name}]
        return article

    delta = diff_articles(made_by("t1"), made_by("t2"))
    assert {part for part, value in delta.items() if value} == {"delta_version", "old", "new", "ids"}
    assert delta["ids"] == {"t1": "t2"}
    assert apply_delta(made_by("t1"), delta) == canonical(made_by("t2"))
    delta = diff_articles(made_by("t1"), made_by("t2", version="2"))
    assert [change["kinds"] for change in delta["agents"]] == [["version"]]
    other = made_by("t2")
    other["metadata"]["subjects"][0]["name"] = "ferries"
    delta = diff_articles(made_by("t1"), other)
    assert delta["metadata"][0]["old"] == [{"name": "ships", "agent": "t1"}]
    assert apply_delta(other, invert_delta(delta)) == canonical(made_by("t1"))


def test_a_revision_that_was_corrected_is_one_change() -> None:
    old = {**deepcopy(OLD), "revisions": [{"when": "2026", "what": "One."}, {"when": "2026", "what": "Two."}]}
    new = {**deepcopy(old), "revisions": [{"when": "2026", "what": "One."}, {"when": "2027", "what": "Two!"}]}
    delta = diff_articles(old, new)
    assert [(change["kinds"], change["old"]["index"]) for change in delta["revisions"]] == [(["when", "what"], 1)]
    assert apply_delta(old, delta) == canonical(new)
