"""Strategies for whole documents: `articles` and `seed_bytes`.

`articles` is to reach every article that the schema and the reference rules accept: an encoding or a rule
that works on all of them works. Sizes are small, and nasty cases are common rather than rare.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from strategy_layers import make_entities, make_layers
from strategy_text import DEFINITIONS, Maker, make_agents, make_blocks, make_origin
from strategy_values import extra, languages

from corpus_tools.model.article import Article


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any valid article, its lists in any order."""
    maker = Maker(draw)
    made: dict[str, Any] = {"schema_version": draw(st.sampled_from(("1.0", "1.0", "1.12"))), "id": maker.id()}
    agents = make_agents(maker)
    origin = make_origin(maker)
    maker.optional(made, language=languages(), extra=extra())
    made["metadata"] = maker.by_schema(DEFINITIONS["metadata"]) if maker.chance(3) is False else {}
    made["blocks"], groups = make_blocks(maker)
    entities = make_entities(maker)
    layers = make_layers(maker, made, [item["id"] for item in (*groups, *entities, *agents)], entities)
    revisions = [maker.by_schema(DEFINITIONS["revision"]) for _ in range(maker.count(2))]
    parts = {"origin": origin, "groups": groups, "entities": entities, "layers": layers, "agents": agents}
    made.update({key: part for key, part in {**parts, "revisions": revisions}.items() if part})
    return made  # type: ignore[return-value]


@st.composite
def seed_texts(draw: st.DrawFn) -> str:
    """Text as seeds have it: a headline, captions with credits, paragraphs, a source, a byline, any blanks."""
    lines = st.sampled_from(_LINES)
    blanks = st.sampled_from(("\n\n", "\n", "\n\n\n", "\n \n", "\n\t\n\n", " \n\n  ", "\n\u00a0\n", "\n\u200b\n"))
    parts = [draw(st.sampled_from(("", "", "\n", "  ", "\ufeff", "\ufeff\n")))]
    for _ in range(draw(st.integers(0, 8))):
        parts += (draw(lines), draw(blanks))
    parts += (draw(lines), draw(st.sampled_from(("", "\n", "\n\n", "  ", " \n"))))
    return "".join(parts)


@st.composite
def seed_bytes(draw: st.DrawFn) -> bytes:
    """A seed in UTF-8 or UTF-16 with every kind of line break, also mixed."""
    text = draw(seed_texts())
    newline = draw(st.sampled_from(("\n", "\r\n", "\r", "mixed")))
    if newline == "mixed":
        text = "".join(draw(st.sampled_from(("\n", "\r\n", "\r"))) if sign == "\n" else sign for sign in text)
    else:
        text = text.replace("\n", newline)
    codec = draw(st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-16-le", "utf-16-be")))
    mark = "\ufeff" if codec != "utf-8" and not text.startswith("\ufeff") else ""
    return (mark + text).encode(codec)


_LINES = (
    "Storm shuts Lisbon harbour", "LISBON, March 4 (AP) — The harbour did not open.",
    "Waves on Tuesday. [Joana Dias/AP]", "Waves at the pier (Photo: Rui Reis)", "By Ana Silva",
    "By ANA SILVA and Rui Reis", "Written By Ana Silva", "Source: AP",
    "Source: Al Jazeera and news agencies", "Published: 4 March 2026", "© 2026 Example Media",
    "Tags: storm, harbour", "• Ferries: none", "1. Trains: late", "“We’ll wait,” she said.", "## What next",
    "Read more: https://example.org/news/1", "Die Häfen bleiben\nbis Donnerstag zu.",
    "قالت رئيسة البلدية إن الميناء مغلق", "港口周四前关闭。", "बंदरगाह बंद है।", "👩‍👩‍👧 e\u0301",
    "  indented", "trailing  ", "a\tb\tc", "***", "-", "]]> & <b>", "\u200bzero", "\u2028", "\u0085",
    "\u00a0",
)  # fmt: skip
