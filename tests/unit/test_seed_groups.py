"""Blocks that belong together, levels of headings, and the ids that blocks get."""

from __future__ import annotations

from seed_articles import P, read, roles

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT


def test_markdown_headings_have_a_level() -> None:
    blocks = read("# Storm shuts harbour", P, "## Ferries", P)["blocks"]
    assert (blocks[0]["role"], blocks[2]["role"], blocks[2].get("level")) == ("headline", "subhead", 2)


def test_list_items_that_stand_together_are_one_list() -> None:
    article = read("Storm shuts harbour", P, "• Ferries: none", "• Trains: late", P, "- Buses", "- Trams", P)
    assert [block.get("part_of") for block in article["blocks"]] == [None, None, "g1", "g1", None, "g2", "g2", None]
    assert [group["type"] for group in article["groups"]] == ["list", "list"]


def test_a_single_dash_makes_no_list() -> None:
    assert roles("Storm shuts harbour", P, "- Never again, they said.", P)[2] == "paragraph"


def test_a_caption_and_the_credit_under_it_are_one_figure() -> None:
    text = f"Storm shuts harbour\n\n{P}\n\nWaves on Tuesday.\n[Joana Dias/AP]\n\n{P}"
    article = FORMAT.read(text.encode(), ReadOptions(layers={}))
    assert [(block["role"], block.get("part_of")) for block in article["blocks"]][2:4] == [
        ("caption", "g1"),
        ("credit", "g1"),
    ]
    assert article["groups"] == [{"id": "g1", "type": "figure"}]


def test_generated_ids_avoid_the_id_of_the_article() -> None:
    article = FORMAT.read(b"Head\n\nText", ReadOptions(id="b1", layers={}))
    assert [block["id"] for block in article["blocks"]] == ["b2", "b3"]
