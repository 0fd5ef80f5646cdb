"""The scorer: known figures for small cases."""

from __future__ import annotations

import json

import pytest
from scoring.figures import FieldFigures, RoleFigures, figures, grouped, read, score
from scoring.gold import Gold, own, shared
from scoring_cases import ROLES, SEED, article, blocks, gold, outcome, verdicts

# Roles.


def test_what_is_read_as_the_gold_says_scores_one():
    found = figures([outcome(gold(), article())])
    assert (found.micro, found.macro) == (1.0, 1.0)
    assert found.roles["paragraph"] == RoleFigures(2, 1.0, 1.0, 1.0)


def test_a_wrong_role_costs_recall_of_one_and_precision_of_the_other():
    found = figures([outcome(gold(), article(roles=("headline", "byline", "paragraph", "paragraph", "paragraph")))])
    assert found.roles["paragraph"] == RoleFigures(2, 2 / 3, 1.0, pytest.approx(0.8))
    assert found.roles["subhead"] == RoleFigures(1, 0.0, 0.0, 0.0)
    assert found.micro == pytest.approx(0.8)
    assert found.macro == pytest.approx((1 + 1 + 0.8 + 0) / 4)


def test_a_role_that_the_gold_lacks_counts_in_micro_only():
    found = figures([outcome(gold(), article(roles=("headline", "byline", "paragraph", "note", "paragraph")))])
    assert set(found.roles) == {"headline", "byline", "paragraph", "subhead"}
    assert found.micro == pytest.approx(0.8)
    assert found.macro == 0.75


def test_two_blocks_read_as_one_are_found_but_their_union_is_wrong_below_ninety_percent():
    text = "A headline of the day\n" + "x" * 50 + "\nshort"
    got = article("A headline of the day\n" + "x" * 50, ("headline", "paragraph"))
    got["blocks"][1]["text"] += "\nshort"
    assert figures([outcome(gold(text, ("headline", "paragraph", "subhead")), got)]).roles["paragraph"].precision == 1.0
    text = text.replace("x" * 50, "x" * 44)
    got["blocks"][1]["text"] = "x" * 44 + "\nshort"
    found = figures([outcome(gold(text, ("headline", "paragraph", "subhead")), got)])
    assert found.roles["paragraph"] == RoleFigures(1, 0.0, 1.0, 0.0)


@pytest.mark.parametrize(
    ("in_gold", "as_read"),
    [("date", "dateline"), ("kicker", "standfirst"), ("deck", "standfirst"), ("tagline", "byline")],
)
def test_near_roles_count_as_one(in_gold, as_read):
    found = figures([outcome(gold("Words of it", (in_gold,)), article("Words of it", (as_read,)))])
    assert found.roles == {as_read: RoleFigures(1, 1.0, 1.0, 1.0)}


def test_a_quote_that_nothing_marks_is_a_paragraph():
    bare, marked = "She said so", "“She said so”"
    assert set(figures([outcome(gold(bare, ("quote",)), article(bare, ("paragraph",)))]).roles) == {"paragraph"}
    assert set(figures([outcome(gold(marked, ("quote",)), article(marked, ("paragraph",)))]).roles) == {"quote"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n \t\u200b\n"])
def test_newlines_indents_and_marks_of_the_file_play_no_part(newline):
    text = SEED.replace("\n", newline)
    lines = [line for line in SEED.split("\n") if line]
    stated = [
        {"role": role, "start": text.index(line), "end": text.index(line) + len(line), "text": line}
        for role, line in zip(ROLES, lines, strict=True)
    ]
    for data in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
        wanted = Gold("a", "en", {}, "utf-8", {}, stated, data)
        assert figures([outcome(wanted, article())]).micro == 1.0
    wanted = Gold("a", "en", {}, "utf-16", {}, stated, text.encode("utf-16"))
    assert wanted.unmarked is None
    assert figures([outcome(wanted, article())]).micro == 1.0


def test_a_block_whose_text_is_not_in_the_seed_is_lost_and_counts_for_nothing():
    got = article()
    got["blocks"][2]["text"] = "Not one word of it stands there."
    found = figures([outcome(gold(), got)])
    assert found.lost == 1
    assert found.roles["paragraph"] == RoleFigures(2, 1.0, 0.5, pytest.approx(2 / 3))


def test_a_miss_names_both_roles_and_the_words_once():
    misses = outcome(gold(), article(roles=("headline", "byline", "paragraph", "paragraph", "paragraph"))).misses
    assert misses == ["subhead read as paragraph: 'Ferries'"]


# Fields.


def test_fields_are_right_missed_wrong_or_invented():
    wanted = gold(title="Storm  shuts\nharbour", authors=["Ana Silva"], published="2026-03-04", source="AP")
    got = article(
        title="Storm shuts harbour", published="2026-03-05", sources=[{"name": "AP"}], dateline={"place": "Lisbon"}
    )
    assert verdicts(wanted, got) == {
        "title": "right",
        "authors": "missed",
        "source": "right",
        "published": "wrong",
        "dateline_place": "invented",
    }
    found = figures([outcome(wanted, got)])
    assert found.fields["title"] == FieldFigures(right=1, missed=0, wrong=0, invented=0)
    assert found.fields_mean == pytest.approx(2 / 5)
    assert found.invented == 1


def test_lists_are_sets_and_dates_are_days():
    wanted = gold(authors=["A", "B"], credits=["A/AFP", "B"], published="2026-03-04T10:00")
    got = article(
        authors=[{"name": "B"}, {"name": "A"}], credited=("B", "A/AFP"), published="2026-03-04T23:59:00+01:00"
    )
    assert set(verdicts(wanted, got).values()) == {"right"}
    assert verdicts(wanted, article(authors=[{"name": "A"}]))["authors"] == "wrong"


@pytest.mark.parametrize(
    ("stated", "names", "verdict"),
    [
        ({"source": "AP"}, ["Reuters", "AP"], "right"),
        ({"source": "AP"}, ["Reuters"], "wrong"),
        ({"agency": "AFP"}, ["AFP", "Reuters"], "invented"),
        ({"publisher": "The Example"}, ["The Example"], None),
    ],
)
def test_the_source_is_among_the_sources_where_an_agency_or_publisher_may_stand(stated, names, verdict):
    found = verdicts(gold(**stated), article(sources=[{"name": name} for name in names]))
    assert found.get("source") == verdict


def test_the_language_is_compared_without_its_region():
    assert verdicts(gold(language="pt", title="A"), article(language="pt-BR", title="A")) == {
        "title": "right",
        "language": "invented",
    }
    wanted = Gold("a", "pt", {}, "utf-8", {"language": "pt"}, blocks(SEED, ROLES), SEED.encode())
    assert verdicts(wanted, article(language="pt-BR")) == {"language": "right"}


def test_further_fields_are_found_where_the_model_has_them():
    wanted = gold(
        updated="2026-03-05",
        editors=["Rui Reis"],
        url="https://example.org/1",
        keywords=["storm", "harbour"],
        copyright_holder="The Example",
        agency="AP",
        dateline_date="2026-03-04",
        author_emails=["ana@example.org"],
        author_affiliations=["AP"],
    )
    got = article(
        updated="2026-03-05T10:00:00Z",
        contributors=[{"name": "Rui Reis", "role": "editor"}, {"name": "Joana Dias", "role": "photographer"}],
        url="https://example.org/1",
        keywords=["harbour", "storm"],
        rights={"holder": "The Example"},
        sources=[{"name": "AP"}],
        dateline={"date": "2026-03-04"},
        authors=[{"name": "Ana", "uri": "mailto:ana@example.org", "affiliation": "AP"}],
    )
    found = verdicts(wanted, got)
    assert found.pop("authors") == "invented"
    assert len(found) == 9
    assert set(found.values()) == {"right"}
    assert set(verdicts(wanted, article()).values()) == {"missed"}


def test_a_further_field_is_invented_only_where_the_gold_tells_all_and_the_words_are_all_there_is():
    claimed = article(url="https://example.org/1", sources=[{"name": "AP"}], dateline={"date": "2026-03-04"})
    assert verdicts(gold(source="AP"), claimed, tells_all=True) == {"source": "right", "url": "invented"}
    assert verdicts(gold(source="AP"), claimed, tells_all=False) == {"source": "right"}


# Documents and sets.


def test_a_seed_that_is_refused_counts_with_its_gold():
    found = score(gold(data=b"\xff\xfe\xff not to be decoded \x81"), tells_all=True)
    assert found.refused
    assert figures([found]).roles["paragraph"] == RoleFigures(2, 0.0, 0.0, 0.0)
    assert figures([found]).refused == 1


def test_a_seed_in_an_encoding_without_a_mark_is_read_in_it():
    text = "Шторм закрыл порт\n\nПаромы остались у причала, сообщил в среду мэр города."
    wanted = gold(text, ("headline", "paragraph"), encoding="koi8-r", language="ru")
    assert wanted.unmarked == "koi8-r"
    assert read(wanted)["blocks"][0]["text"] == "Шторм закрыл порт"


def test_every_law_is_proved_for_every_seed(monkeypatch):
    tried = []
    monkeypatch.setattr("scoring.figures.prove", lambda loaded, _: tried.append(loaded) or [("tei", ("it broke",))])
    found = score(gold(), tells_all=True)
    assert [each.data for each in tried] == [SEED.encode()]
    assert found.broken == ["tei: it broke"]
    assert figures([found]).broken == 1


def test_groups_are_languages_or_aspects_of_style():
    outcomes = [
        outcome(gold(language="en", style={"byline": "top"}), article()),
        outcome(gold(language="fr", style={"byline": "top", "layout": "wrapped"}), article(roles=("note",) * 5)),
    ]
    assert {key: each.documents for key, each in grouped(outcomes, "language").items()} == {"en": 1, "fr": 1}
    by_style = grouped(outcomes, "style")
    assert {key: each.micro for key, each in by_style.items()} == {"byline: top": 0.5, "layout: wrapped": 0.0}


def test_both_forms_of_a_set_are_found_in_the_order_of_names(tmp_path):
    stated = {"language": "en", "style": {}, "file": {"encoding": "utf-8"}, "metadata": {}, "blocks": []}
    for folder in ("seeds", "gold"):
        (tmp_path / folder).mkdir()
    for name in ("b", "a"):
        made = json.dumps({"id": name, **stated})
        (tmp_path / f"{name}.gold.json").write_text(made)
        (tmp_path / "gold" / f"{name}.json").write_text(made)
        for seed in (tmp_path / f"{name}.txt", tmp_path / "seeds" / f"{name}.txt"):
            seed.write_text(f"Text {name}")
    for found in (own(tmp_path), shared(tmp_path)):
        assert [(each.id, each.text) for each in found.documents()] == [("a", "Text a"), ("b", "Text b")]
    assert shared(tmp_path / "nowhere").files == []
