"""The page that shows a comparison."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from comparisons import LOOKS, article, collections, comparison, entities, ferry, mark, rich
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from corpus_tools.reporters.deltas.base import Comparison, LayerLook, Pair
from corpus_tools.reporters.deltas.html import report
from corpus_tools.reporters.deltas.html.colours import DARK_PAGE, LEAST_CONTRAST, LIGHT_PAGE, contrast, readable
from corpus_tools.reporters.deltas.html.texts import MOST_UNCHANGED

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- {{style}} -->",
    '" onmouseover="alert(1)" x="',
    "&lt;b&gt; &amp;",
]


def page_of(made: Comparison) -> html.HtmlElement:
    """The page of a comparison, parsed."""
    return html.document_fromstring(report(made))


def text_of(made: Comparison) -> str:
    """The text of the first row, with its elements."""
    found = re.search(r'(?s)<div class="text" dir="auto"[^>]*>(.*?)</div>', report(made))
    assert found is not None
    return found[1]


def test_edits_stand_in_the_text_with_what_exactly_differs() -> None:
    shown = report(ferry())
    assert "<del>lifeb<b>ao</b>t</del><ins>lifeb<b>oa</b>t</ins>." in shown
    assert "<del><b>T</b>he</del><ins><b>In calm seas, t</b>he</ins> ferry" in shown


def test_annotations_stand_in_the_text_with_their_types() -> None:
    text = "Marta Costa said"
    old = article(text, layers=entities(mark("m1", "Marta Costa", text)))
    new = article(text, layers=entities(mark("m1", "Marta Costa", text, type="place")))
    assert text_of(comparison(old, new)) == (
        '<span class="a h0" data-l="0" data-s="both" data-c="c0-0" title="entity: type">'
        '<bdi class="tag old">− person</bdi><bdi class="tag new">+ place</bdi>Marta Costa</span> said'
    )


def test_annotations_that_cross_are_cut_and_go_on() -> None:
    text = "one two three four"
    new = article(text, layers=entities(mark("m1", "one two three", text), mark("m2", "two three four", text)))
    shown = text_of(comparison(article(text, layers=entities()), new))
    assert re.sub(' (?:title|data-[lsc])="[^"]*"', "", shown) == (
        '<span class="a h1"><bdi class="tag new">+ person</bdi>one '
        '<span class="a h0"><bdi class="tag new">+ person</bdi>two three</span></span>'
        '<span class="a h0"> four</span>'
    )
    assert re.findall('data-c="([^"]*)"', shown) == ["c0-0", "c0-1", "c0-1"]


def test_lines_below_each_other_are_as_many_as_annotations_inside_each_other() -> None:
    text = "one two three"
    new = article(text, layers=entities(mark("m1", text, text), mark("m2", "one two", text), mark("m3", "two", text)))
    assert re.findall('class="a (h.)"', text_of(comparison(article(text, layers=entities()), new))) == [
        "h2",
        "h1",
        "h0",
    ]


def test_an_annotation_of_no_width_is_shown_by_its_tag() -> None:
    text = "x y"
    empty = {"id": "m1", "type": "empty", "spans": [{"block": "b1", "start": 2, "end": 2, "text": ""}]}
    made = comparison(article(text, layers=entities()), article(text, layers=entities(empty)))
    assert re.sub("<[^>]*>", "|", text_of(made)) == "x ||+ empty||y"


def test_an_annotation_of_no_width_can_stand_at_the_end() -> None:
    empty = {"id": "m1", "type": "empty", "spans": [{"block": "b1", "start": 3, "end": 3, "text": ""}]}
    made = comparison(article("x y", layers=entities()), article("x y", layers=entities(empty)))
    assert re.sub("<[^>]*>", "|", text_of(made)) == "x y||+ empty||"


def test_a_layer_that_came_shows_its_annotations() -> None:
    text = "Marta and Rui and Ana and Eva"
    marks = [mark(name, name, text) for name in ("Marta", "Rui", "Ana", "Eva")]
    few = comparison(article(text), article(text, layers=entities(*marks[:2])))
    assert re.findall('data-c="([^"]*)"', text_of(few)) == ["c0-0", "c0-1"]
    many = comparison(article(text), article(text, layers=entities(*marks)))
    assert re.findall('data-c="([^"]*)"', text_of(many)) == ["c0-0"] * 4
    assert "+ person" in text_of(many)
    gone = comparison(article(text, layers=entities(mark("m1", "Marta", text))), article(text))
    assert "− person" in text_of(gone)


def test_what_has_not_changed_is_there_to_be_shown() -> None:
    text = "Marta and Rui"
    both = mark("m1", "Marta", text)
    made = comparison(
        article(text, layers=entities(both)), article(text, layers=entities(both, mark("m2", "Rui", text)))
    )
    assert '<span class="a h0" data-l="0" data-s="both" title="entity person">' in text_of(made)
    text = "a " * (MOST_UNCHANGED + 1)
    tokens = [
        {"id": f"t{number}", "spans": [{"block": "b1", "start": 2 * number, "end": 2 * number + 1, "text": "a"}]}
        for number in range(MOST_UNCHANGED + 1)
    ]
    old = article(text, layers={"token": {"annotations": tokens}})
    new = article(text + "b", layers={"token": {"annotations": tokens}})
    assert "data-l" not in text_of(comparison(old, new))


def test_of_a_layer_that_came_with_very_many_annotations_not_all_are_drawn() -> None:
    text = "a " * (MOST_UNCHANGED + 1)
    tokens = [
        {"id": f"t{number}", "spans": [{"block": "b1", "start": 2 * number, "end": 2 * number + 1, "text": "a"}]}
        for number in range(MOST_UNCHANGED + 1)
    ]
    made = comparison(article(text), article(text, layers={"token": {"annotations": tokens}}))
    assert text_of(made).count("data-c") == MOST_UNCHANGED
    assert f"<b>annotations</b> <ins><bdi>{MOST_UNCHANGED + 1}</bdi></ins>" in report(made)


def test_where_a_block_was_split_or_merged_is_marked() -> None:
    one = article("It rained in Lisbon all day. Ferries stayed in the harbour.")
    two = article("It rained in Lisbon all day.", "Ferries stayed in the harbour.")
    assert text_of(comparison(one, two)) == (
        'It rained in Lisbon all day.<del><span class="blank">␣</span></del><ins class="joint">¶\n</ins>'
        "Ferries stayed in the harbour."
    )
    assert '<del class="joint">¶</del>Ferries' in text_of(comparison(two, one))


def test_blanks_are_made_visible_only_where_all_of_an_edit_is_blank() -> None:
    text = "one two three four five"
    marks = [mark(f"m{index}", word, text, "b2") for index, word in enumerate(text.split())]
    kept = "Something else stands in the first paragraph of this article."
    made = comparison(article(kept, layers=entities()), article(kept, text, layers=entities(*marks)))
    assert "␣" not in report(made)


def test_a_thing_of_another_type_tells_both() -> None:
    things = [article("x", entities=[{"id": "e1", "type": kind, "name": "N"}]) for kind in ("person", "place")]
    shown = report(comparison(*things))
    assert '<td dir="auto"><del>person</del></td><td dir="auto"><ins>place</ins></td>' in shown


def test_many_annotations_that_came_with_their_block_are_one_change_and_drawn_on_request() -> None:
    text = "one two three four"
    marks = [mark(f"m{index}", word, text, "b2") for index, word in enumerate(text.split())]
    kept = "Something else stands in the first paragraph of this article."
    made = comparison(article(kept, layers=entities()), article(kept, text, layers=entities(*marks)))
    page = page_of(made)
    assert [note.text_content().strip() for note in page.xpath("//li[contains(@class, 'change')]")] == [
        "entity 4 came with the block"
    ]
    assert [(one.get("data-s"), one.get("data-c")) for one in page.xpath("//span[@data-s]")] == [("new", None)] * 4


def test_blocks_without_a_change_are_folded() -> None:
    page = page_of(ferry())
    folded = page.xpath("//details[@class='same']")
    assert [one.findtext("summary") for one in folded] == ["2 blocks without a change"]
    assert len(page.xpath("//article[@class='row'][not(ancestor::details)]")) == 4


def test_each_change_can_be_reached_and_filtered() -> None:
    page = page_of(ferry())
    changes = page.xpath("//*[contains(concat(' ', @class, ' '), ' change ')]")
    assert len(changes) == 11
    assert all(change.get("tabindex") == "-1" for change in changes)
    parts = {box.get("data-part") for box in page.xpath("//input[@data-part]")}
    assert parts == {change.get("data-part") for change in changes} == {"metadata", "text", "entities", "entity"}
    kinds = {box.get("data-kind") for box in page.xpath("//input[@data-kind]")}
    assert kinds == {kind for change in changes for kind in change.get("data-kinds").split()}
    notes = {note.get("id") for note in page.xpath("//li[@id]")}
    assert {found.get("data-c") for found in page.xpath("//span[@data-c]")} == notes


def test_all_parts_are_on_the_page() -> None:
    shown = " ".join(" ".join(page_of(rich()).xpath("//main//text()")).split())
    for words in (
        "language en",
        "entity target knows “Marta” → “Rui” → knows “Marta” → “Ana”",
        "entity agent agent g1",
        "language pt",
        "summary added text short",
        "Corrected.; when: 2026-03-05",
        "desk: night",
    ):
        assert words in shown, words


def test_an_article_without_blocks_has_no_text_on_the_page() -> None:
    made = comparison(article(), article(metadata={"title": "x"}))
    assert not page_of(made).xpath("//section[@class='texts']")
    assert text_of(comparison(article("x"), article(""))) == "<del>x</del>"


def test_an_empty_block_has_an_empty_text() -> None:
    new = article("")
    new["blocks"][0]["role"] = "note"
    assert text_of(comparison(article(""), new)) == ""


def test_the_words_of_an_annotation_are_told_once_if_they_are_the_same() -> None:
    text = "Marta Costa said"
    old = article(text, layers=entities(mark("m1", "Marta", text, confidence=0.5)))
    new = article(text, layers=entities(mark("m1", "Marta", text, confidence=0.75)))
    (note,) = page_of(comparison(old, new)).xpath("//li[contains(@class, 'change')]")
    assert " ".join(note.text_content().split()) == "entity confidence person Marta Costa said confidence 0.5 → 0.75"


def test_a_page_has_landmarks_and_headings() -> None:
    page = page_of(collections())
    for name in ("header", "main", "footer", "nav"):
        assert len(page.xpath(f"//{name}")) == 1, name
    assert page.get("lang") == "en"
    assert [heading.text_content() for heading in page.xpath("//h1")] == ["4 documents of 5 with changes"]
    assert page.xpath("//nav//a/@href") == ["#d0", "#d1", "#d2", "#d3"]
    assert all(page.xpath(f"//*[@id='d{number}']") for number in range(4))
    assert all(button.text_content().strip() for button in page.xpath("//button"))
    assert len(page.xpath("//@id")) == len(set(page.xpath("//@id")))


def test_a_page_asks_nothing_of_anybody() -> None:
    shown = report(collections())
    assert not re.findall(r"(?i)\b(?:src|href)=(?!\"#)|@import|url\(|https?://", shown)


def test_only_the_style_and_script_of_the_page_may_act() -> None:
    shown = report(ferry())
    for name in ("style", "script"):
        (text,) = re.findall(rf"(?s)<{name}>(.*?)</{name}>", shown)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in shown
    assert "default-src &#x27;none&#x27;" in shown
    assert not page_of(ferry()).xpath("//@style")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_documents_say_is_never_markup(text: str) -> None:
    words = f"one two three {text}"
    old = article("one two three", metadata={"title": "x"})
    new = article(words, metadata={"title": text}, layers=entities(mark("m1", text, words, type="t", note=text)))
    new["layers"][text] = {"annotations": [], "agent": text}  # no valid name of a layer, and yet
    new["extra"] = {text: text}
    made = comparison(old, new)
    made = Comparison([made.pairs[0]._replace(old_file=text, new_file=text)], version=text, layers=LOOKS)
    page = page_of(made)
    safe = page_of(ferry())
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert {element.tag for element in page.iter()} <= {element.tag for element in safe.iter()} | {"details", "summary"}
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert page.xpath("//script")[0].text == safe.xpath("//script")[0].text
    assert text in page.xpath("//h1")[0].text_content()
    assert text in "".join(page.xpath("//ins//text()"))


def test_characters_that_steer_are_shown_by_their_numbers() -> None:
    made = comparison(article("a b c"), article("a \u202e \u2066 \u200f b\u0085 c"))
    shown = report(made)
    assert not re.findall("[\u202a-\u202e\u2066-\u2069\u0085]", shown)
    assert '<span class="odd">U+202E</span>' in shown
    assert "\u200f" in shown


def test_texts_run_their_own_way_and_say_their_language() -> None:
    old, new = article("محطة تحلية"), article("محطة حديثة", language="ar")
    new["blocks"].append({"id": "b2", "role": "quote", "text": "“No”", "language": "en"})
    page = page_of(comparison(old, new))
    texts = page.xpath("//div[@class='text']")
    assert [(text.get("dir"), text.get("lang")) for text in texts] == [("auto", "ar"), ("auto", "en")]
    assert all(name.tag == "bdi" for name in page.xpath("//*[contains(@class, 'tag ')]"))


def test_without_a_difference_the_page_says_so() -> None:
    assert "There is no difference." in report(Comparison([Pair((), "a", "b")]))


@given(st.integers(0, 0xFFFFFF), st.sampled_from([LIGHT_PAGE, DARK_PAGE]))
def test_every_colour_can_be_read(number: int, page: str) -> None:
    colour = f"#{number:06x}"
    assert contrast(readable(colour, page), page) >= LEAST_CONTRAST
    if contrast(colour, page) >= LEAST_CONTRAST:
        assert readable(colour, page) == colour


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_colours_of_the_style_can_be_read_in_both_schemes() -> None:
    style = re.findall(r"(?s)<style>(.*?)</style>", report(ferry()))[0]
    light, dark = re.findall(r"(?s):root\{(?:color-scheme:light dark;)?\s*(--page.*?)\}", style)
    for block in (light, dark):
        values = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", block))
        full = {
            name: value if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:])
            for name, value in values.items()
        }
        for text, ground in (
            ("text", "page"), ("text", "panel"), ("soft", "page"), ("soft", "panel"), ("accent", "page"),
            ("old-text", "old"), ("old-text", "old-exact"), ("new-text", "new"), ("new-text", "new-exact"),
            ("old-text", "panel"), ("new-text", "panel"), ("layer", "page"),
        ):  # fmt: skip
            assert contrast(full[text], full[ground]) >= LEAST_CONTRAST, (text, ground)
        assert contrast(full["focus"], full["page"]) >= 3


def test_layers_have_their_colours_and_unknown_ones_a_grey() -> None:
    text = "Marta"
    made = comparison(article(text), article(text, layers=entities(mark("m1", text, text))))
    assert f'[data-l="0"]{{--layer:{readable(LOOKS["entity"].colour, LIGHT_PAGE)}}}' in report(made)
    assert Comparison([]).look("mine") == LayerLook("mine", "#888888")
