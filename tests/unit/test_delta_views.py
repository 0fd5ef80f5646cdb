"""Views of comparisons as text: for people, for a review, and for programs."""

from __future__ import annotations

import json
import re

import pytest
from comparisons import FERRY, article, collections, comparison, entities, ferry, mark, pair, rich
from markdown_it import MarkdownIt

from corpus_tools.diffing.compute import diff_articles
from corpus_tools.reporters.deltas import json_, markdown, totals
from corpus_tools.reporters.deltas.base import Comparison, Pair
from corpus_tools.reporters.deltas.rows import lay_out
from corpus_tools.reporters.deltas.text import report, shortened

SHOWN = """\
a.json
  2 metadata fields, 4 blocks, 1 entity, 4 in layer entity

metadata
  + updated: 2026-02-12
  - keywords: ferry | rescue
  + keywords: ferry | rescue | Corran Point

b3 paragraph
    [-The-]{+In calm seas, the+} ferry Saint Brendan lost power near Corran Point on …
  ~ entity: boundary
      - …Point on Tuesday, said [person harbour master Ewan Tulloch].
      + …said harbour master [person Ewan Tulloch].

b4 paragraph: added
    {+A tug held the ship off the rocks.+}
  + entity: A [object tug] held the ship off the…

b4 → b5 paragraph
    “Nobody was hurt,” Tulloch said. The 84 passengers were taken to Larne Bay by [-lifebaot-]{+lifeboat+}.
  ~ entity: type
      - …passengers were taken to [organisation Larne Bay] by lifebaot.
      + …passengers were taken to [place Larne Bay] by lifeboat.

b5 → b6 paragraph
    The owner, Northern Isles [-Line-]{+Lines+}, will inspect the ship on Thursday.
  ~ entity: text
      - The owner, [organisation Northern Isles Line], will inspect the ship on…
      + The owner, [organisation Northern Isles Lines], will inspect the ship on…

entities
  ~ e3 organisation: name
      - name: Northern Isles
      + name: Northern Isles Lines
"""


def told(old, new) -> str:
    """The changes of two articles, without the name of the file and the counts."""
    return report(comparison(old, new)).partition("\n\n")[2]


def test_a_comparison_reads_well() -> None:
    assert report(ferry()) == SHOWN


def test_without_a_difference_nothing_is_said() -> None:
    same = Comparison([pair(article("x"), article("x"))._replace(kinds=())])
    assert [report(same), totals.stat(same), totals.summary(same), totals.name_only(same)] == [""] * 4


def test_colours_are_the_painter_s() -> None:
    painted = report(ferry(), lambda what, text: f"<{what}>{text}</{what}>")
    assert "<old>[-lifebaot-]</old><new>{+lifeboat+}</new>." in painted
    assert "<head>b4 paragraph: added</head>" in painted


def test_documents_that_are_not_compared_are_named() -> None:
    assert report(collections()).endswith(
        "\nx/{old.json → new.json}\n  renamed\n\nadded.json\n  added\n\nremoved.json\n  removed\n"
    )


def test_a_split_shows_where_the_new_block_begins() -> None:
    old = article("It rained in Lisbon all day. Ferries stayed in the harbour.")
    new = article("It rained in Lisbon all day.", "Ferries stayed in the harbour.")
    assert told(old, new) == (
        "b1 → b1 b2 paragraph: split\n    It rained in Lisbon all day.[- -]{+¶+}Ferries stayed in the harbour.\n"
    )
    assert told(new, old) == (
        "b1 b2 → b1 paragraph: merged\n    It rained in Lisbon all day.{+ +}[-¶-]Ferries stayed in the harbour.\n"
    )


def test_a_block_begins_at_the_start_of_what_was_added() -> None:
    rest = "stayed in the old harbour of the town, said the mayor, who had not slept, and nobody could leave."
    old = article(f"It rained in Lisbon all day and all night, and the wind blew. Boats {rest}")
    new = article("It rained in Lisbon all day and all night, and the wind blew.", f"Big boats {rest}")
    assert "[- Boats-]{+¶Big boats+} stayed" in told(old, new)


def test_a_line_break_is_made_visible() -> None:
    assert "[- -]{+↵+}" in told(article("one two three four five"), article("one two\nthree four five"))


def test_a_moved_block_is_told_by_its_first_words() -> None:
    words = [f"{word} stands in a paragraph of some length, so that it can be told from all others." for word in "ABCD"]
    moved = article(*words)
    moved["blocks"].insert(0, moved["blocks"].pop())
    assert (
        told(article(*words), moved) == f"b4 paragraph: moved\n    {shortened(words[3], at_start=False, at_end=True)}\n"
    )


def test_roles_and_other_keys_of_blocks() -> None:
    new = article("x y z")
    new["blocks"][0] |= {"role": "quote", "language": "fr"}
    assert told(article("x y z"), new) == "b1 paragraph → quote: role, language\n    x y z\n    + language: fr\n"


def test_attributes_and_the_like_stand_below_the_words() -> None:
    text = "Marta Costa said"
    people = [{"id": "e1", "type": "person", "name": "Marta"}, {"id": "e2", "type": "person", "name": "Costa"}]
    old = article(text, layers=entities(mark("m1", "Marta", text, entity="e1", confidence=0.5)), entities=people)
    new = article(
        text, layers=entities(mark("m1", "Marta", text, entity="e2", attributes={"head": "Marta"})), entities=people
    )
    assert told(old, new) == (
        "b1 paragraph\n  ~ entity: entity, attributes, confidence\n        [person Marta] Costa said\n"
        "      - entity: Marta\n      + entity: Costa\n      - confidence: 0.5\n      + head: Marta\n"
    )


def test_an_attribute_with_the_name_of_a_key_is_told_apart() -> None:
    old = article("x", layers=entities(mark("m1", "x", "x", note="n")))
    new = article("x", layers=entities(mark("m1", "x", "x", note="n", attributes={"note": "m"})))
    assert "      + attributes.note: m\n" in told(old, new)


def test_relations_are_told_by_what_they_link() -> None:
    text = "Marta and Rui and Ana"
    people = [mark(name, name, text) for name in ("Marta", "Rui", "Ana")]
    knows = {"id": "r1", "type": "knows", "source": "Marta", "target": "Rui"}
    old = article(text, layers=entities(*people, relations=[knows]))
    new = article(text, layers=entities(*people, relations=[{**knows, "target": "Ana"}]))
    assert told(old, new) == (
        "b1 paragraph\n  ~ entity: target\n      - [knows] “Marta” → “Rui”\n      + [knows] “Marta” → “Ana”\n"
    )


def test_what_has_no_place_in_the_text_stands_below_it() -> None:
    new = article("x", layers={"summary": {"annotations": [{"id": "s1", "attributes": {"text": "short"}}]}})
    old = article("x", layers={"summary": {"annotations": []}})
    assert told(old, new) == "layers\n  + summary: []\n      + text: short\n"
    assert told(article("x"), old) == "layers\n  ~ summary (layer): added\n      + annotations: 0\n".replace("~", "+")


def test_a_small_layer_that_came_is_told_item_by_item_and_a_large_one_by_numbers() -> None:
    text = "one two three four"
    marks = [mark(f"m{index}", word, text) for index, word in enumerate(text.split())]
    few = told(article(text), article(text, layers=entities(*marks[:2])))
    assert few == (
        "b1 paragraph\n  + entity: [person one] two three four\n  + entity: one [person two] three four\n\n"
        "layers\n  + entity (layer): added\n      + annotations: 2\n"
    )
    many = told(article(text), article(text, layers=entities(*marks)))
    assert many == "layers\n  + entity (layer): added\n      + annotations: 4\n"


def test_the_rest_of_an_article_has_its_sections() -> None:
    new = article("x", language="en", agents=[{"id": "g", "type": "person", "name": "Ana"}], extra={"desk": "night"})
    new["revisions"] = [{"when": "2026-03-05", "what": "Corrected."}]
    new["id"] = "b"
    assert told(article("x"), new) == (
        "article\n  - id: a\n  + id: b\n  + language: en\n\nagents\n  + g person: added\n      + name: Ana\n\n"
        "revisions\n  + what: Corrected.; when: 2026-03-05\n\nextra\n  + extra: desk: night\n"
    )


def test_long_words_are_shortened_in_the_middle() -> None:
    text = f"{'one two three four ' * 12}end"
    old, new = (article(text, layers=entities(mark("m1", text, text, type=kind))) for kind in ("a", "b"))
    assert "- [a one two three four one two three four one two …" in told(old, new)


def test_what_is_far_from_an_edit_is_left_out() -> None:
    text = "word " * 200
    assert shortened(text, at_start=True, at_end=False) == f"… {'word ' * 11}"
    assert shortened("few words", at_start=True, at_end=True) == "few words"


def test_steering_characters_do_not_reach_the_terminal() -> None:
    shown = report(comparison(article("a \x1b[31m \u202e b"), article("a \x1b[32m \u202e c")))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def followed(number: int, *, text: str = "one two three four five six seven") -> Comparison:
    """A block that was removed, with `number` annotations on it."""
    marks = [mark(f"m{index}", word, text, "b2") for index, word in enumerate(text.split()[:number])]
    kept = "Something else stands in the first paragraph of this article."
    old = article(kept, text, layers=entities(*marks))
    return comparison(old, article(kept, layers=entities()))


def test_many_annotations_that_went_with_their_block_are_counted() -> None:
    assert "\n  - entity: 4 went with the block\n" in report(followed(4))
    assert report(followed(3)).count("\n  - entity: ") == 3
    assert "- <code>entity</code> removed: 4 went with the block\n" in markdown.report(followed(4))
    back = comparison(followed(4).pairs[0].new, followed(4).pairs[0].old)
    assert "\n  + entity: 4 came with the block\n" in report(back)


def test_a_part_that_is_left_out_leaves_the_rest_in_its_place() -> None:
    whole = ferry().pairs[0]
    assert whole.delta is not None
    only_layers = {**whole.delta, "blocks": [], "metadata": [], "entities": []}
    shown = report(Comparison([whole._replace(delta=only_layers, whole=whole.delta)]))
    assert "\nb4 → b5 paragraph\n  ~ entity: type\n" in shown
    assert "lifebaot-]" not in shown
    assert "lifebaot-]" not in markdown.report(Comparison([whole._replace(delta=only_layers, whole=whole.delta)]))


def test_removed_blocks_follow_the_block_they_stood_after() -> None:
    texts = [f"Paragraph {word} with words of its own: {word * 3}." for word in ("alpha", "beta", "gamma", "delta")]
    old, new = article(*texts), article(*texts)
    del new["blocks"][1:3]
    rows = lay_out(old, new, diff_articles(old, new)).rows
    assert [[block["id"] for block in (*row.old.blocks, *row.new.blocks)] for row in rows] == [
        ["b1", "b1"],
        ["b2"],
        ["b3"],
        ["b4", "b4"],
    ]
    del new["blocks"][0]
    assert [row.kinds for row in lay_out(old, new, diff_articles(old, new)).rows] == [("removed",)] * 3 + [()]


def test_json_is_the_delta_itself() -> None:
    assert json.loads(json_.report(ferry())) == json.loads((FERRY / "delta.json").read_bytes())
    documents = json.loads(json_.report(collections()))["documents"]
    assert [document["kinds"] for document in documents] == [["changed"], ["renamed"], ["added"], ["removed"]]
    assert documents[1] == {"kinds": ["renamed"], "old": "x/old.json", "new": "x/new.json"}
    assert documents[0]["delta"]["delta_version"] == "1.0"


def test_totals() -> None:
    assert totals.name_only(collections()) == "a.json\nx/new.json\nadded.json\nremoved.json\n"
    assert totals.stat(collections()).splitlines() == [
        "a.json                  | 2 metadata fields, 4 blocks, 1 entity, 4 in layer entity",
        "x/{old.json → new.json} | renamed",
        "added.json              | added",
        "removed.json            | removed",
        "4 documents: 1 changed, 1 renamed, 1 added, 1 removed",
    ]
    assert totals.summary(collections()) == (
        "metadata  1 added, 1 changed\nblocks    3 text, 1 added\nentities  1 name\n"
        "entity    1 boundary, 1 added, 1 type, 1 text\n4 documents: 1 changed, 1 renamed, 1 added, 1 removed\n"
    )


def test_markdown_shows_edits_and_changes() -> None:
    shown = markdown.report(collections())
    assert "> The owner, Northern Isles <del>Line</del><ins>Lines</ins>, will inspect the ship on Thursday.\n" in shown
    assert "- keywords: <del>ferry &#124; rescue</del> → <ins>ferry &#124; rescue &#124; Corran Point</ins>\n" in shown
    assert "This document was renamed.\n" in shown
    assert shown.startswith("## corpus-tools diff: 4 documents with changes\n")
    assert markdown.report(Comparison([])) == "## corpus-tools diff: no difference\n"


@pytest.mark.parametrize("text", ["</del><script>x</script>", "[x](http://y) @user #1 `code` **bold**", "a|b\n# c"])
def test_markdown_of_documents_stays_text(text: str) -> None:
    old, new = article("one two", metadata={"title": "t"}), article(text, metadata={"title": text})
    shown = markdown.report(comparison(old, new))
    rendered = MarkdownIt("commonmark", {"html": False}).render(re.sub("</?(?:del|ins)>", "", shown))
    assert not [part for part in ("<a ", "<strong>bold", "<script", "<h1", "<code>code") if part in rendered]
    assert "<script" not in shown
    assert "@user" not in shown


def test_markdown_tells_all_parts() -> None:
    shown = markdown.report(rich())
    for line in (
        "- language: <ins>en</ins>",
        "- <code>entity</code> target: <del>knows “Marta” → “Rui”</del> → <ins>knows “Marta” → “Ana”</ins>",
        "- <code>entity</code> agent: agent: <ins>g1</ins>",
        "- <code>summary</code> added: <ins>&#91;&#93;</ins>; text: <ins>short</ins>",
        "- <ins>what: Corrected.; when: 2026-03-05</ins>",
        "- extra: <ins>desk: night</ins>",
    ):
        assert f"{line}\n" in shown, line


def test_markdown_fits_into_a_comment() -> None:
    old = article(*(f"Paragraph {number} has words of its own {number * 7919}." for number in range(1500)))
    new = article(*(f"Paragraph {number} has words of its own {number * 7919 + 1}." for number in range(1500)))
    shown = markdown.report(comparison(old, new))
    assert len(shown) < 65_536
    assert "more: there is no room for them here.\n" in shown
    twice = Comparison([pair(old, new), Pair(("added",), None, "b.json")])
    assert "b.json" not in markdown.report(twice)


def test_names_of_a_pair() -> None:
    def name(old: str | None, new: str | None) -> str:
        return Pair((), old, new).name

    assert name("a.json", "a.json") == "a.json"
    assert name("a.json", "b.json") == "a.json → b.json"
    assert name("x/a.json", "x/y/b.json") == "x/{a.json → y/b.json}"
    assert name("/a/x.json", "/b/x.json") == "/a/x.json → /b/x.json"
    assert name(None, "b.json") == "b.json"
    assert pair(article("x"), article("x")).differs  # as kinds say
