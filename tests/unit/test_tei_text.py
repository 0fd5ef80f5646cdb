"""The text as TEI: where each role stands, what happens where TEI has no place for it, and groups."""

from __future__ import annotations

import re

import pytest

from corpus_tools.formats.base import ReadOptions, WriteOptions
from corpus_tools.formats.tei import FORMAT
from corpus_tools.model.canonical import canonical


def article_of(*roles, **parts):
    """An article with a block for each role; a role may be a whole block without id and text."""
    blocks = []
    for number, role in enumerate(roles, 1):
        block = role if isinstance(role, dict) else {"role": role}
        blocks.append({"id": f"b{number}", "text": f"t{number}", **block})
    return {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": blocks, **parts}


def skeleton(article):
    """The elements of the text on one line, without ids and text, end tags of blocks left out."""
    data = FORMAT.write(article, WriteOptions()).data
    assert FORMAT.examine(data, ReadOptions()) == (canonical(article), [])
    text = data.decode()
    body = text[text.index('<div type="article">') : text.index("</body>")].replace('<div type="article">', "", 1)
    body = re.sub(r'\s+|xml:id="[^"]*"', " ", body).rsplit("</div>", 1)[0]
    return " ".join(re.sub(r">t\d+<", "><", re.sub(r"\s+(?=>|/>)|\s(?= )", "", body)).replace("> <", "><").split())


NATIVE = [
    (["kicker", "headline", "deck"], '<head type="kicker"></head><head type="main"></head><head type="sub"></head>'),
    (["standfirst", "paragraph"], "<argument><p></p></argument><p></p>"),
    (
        ["byline", "dateline", "date", "paragraph"],
        "<byline></byline><dateline></dateline><docDate></docDate><p></p>",
    ),
    (["paragraph", "quote", "paragraph"], "<p></p><quote></quote><p></p>"),
    (["paragraph", "source", "byline"], '<p></p><trailer type="source"></trailer><byline></byline>'),
    (
        ["paragraph", "tagline", "copyright", "tags", "correction"],
        "<p></p>"
        + "".join(f'<trailer type="{role}"></trailer>' for role in ("tagline", "copyright", "tags", "correction")),
    ),
    (
        ["headline", "subhead", "paragraph", "source"],
        '<head type="main"></head><div type="section"><head></head><p></p></div><trailer type="source"></trailer>',
    ),
    (
        ["subhead", "byline", "source"],
        '<div type="section"><head></head><byline></byline></div><trailer type="source"></trailer>',
    ),
    (["caption", "headline"], '<figure><p></p></figure><head type="main"></head>'),
]


@pytest.mark.parametrize(("roles", "expected"), NATIVE)
def test_a_role_stands_in_its_own_element_where_tei_has_a_place_for_it(roles, expected):
    assert skeleton(article_of(*roles)) == expected


GENERAL = [
    (["paragraph", "headline"], '<p></p><ab type="headline"></ab>'),
    (["paragraph", "byline", "paragraph"], '<p></p><ab type="byline"></ab><p></p>'),
    (["headline", "source"], '<head type="main"></head><ab type="source"></ab>'),
    (["source", "source"], '<ab type="source"></ab><trailer type="source"></trailer>'),
    (["caption", "source"], '<figure><p></p></figure><ab type="source"></ab>'),
    (["note", "boilerplate", "other"], '<ab type="note"></ab><ab type="boilerplate"></ab><ab type="other"></ab>'),
    (["paragraph", "standfirst"], '<p></p><ab type="standfirst"></ab>'),
    (["media"], '<ab type="media"></ab>'),
]


@pytest.mark.parametrize(("roles", "expected"), GENERAL)
def test_a_role_takes_the_general_form_where_it_has_no_place(roles, expected):
    assert skeleton(article_of(*roles)) == expected


def test_a_caption_that_begins_the_bottom_run_belongs_to_the_section_before_it():
    roles = ["subhead", "paragraph", "caption", "source", "caption"]
    assert skeleton(article_of(*roles)) == (
        '<div type="section"><head></head><p></p><figure><p></p></figure></div>'
        '<trailer type="source"></trailer><figure><p></p></figure>'
    )


def test_sections_nest_by_the_level_of_their_subhead():
    roles = [{"role": "subhead", "level": level} for level in (2, 3, 6, 3, 1)] + ["subhead"]
    section = '<div type="section" n="{}"><head></head>'
    assert skeleton(article_of(*roles)) == (
        section.format(2)
        + section.format(3)
        + section.format(6)
        + "</div></div>"
        + section.format(3)
        + "</div></div>"
        + section.format(1)
        + '</div><div type="section"><head></head></div>'
    )


def test_a_subhead_in_a_figure_keeps_its_level():
    article = article_of({"role": "subhead", "level": 3, "part_of": "g"}, groups=[{"id": "g", "type": "figure"}])
    assert skeleton(article) == '<figure><ab type="subhead" n="3"></ab></figure>'


IMAGE = {"role": "media", "text": "", "media": {"type": "image", "uri": "https://example.org/a.jpg"}}


def test_media_with_an_address_and_no_text_have_their_own_element():
    film = {**IMAGE, "media": {"type": "video", "uri": "https://example.org/a", "media_type": "video/mp4", "alt": "x"}}
    article = article_of(IMAGE, film, {"role": "caption"}, {"role": "credit"})
    for block in article["blocks"]:
        block["part_of"] = "g"
    assert skeleton({**article, "groups": [{"id": "g", "type": "figure"}]}) == (
        '<figure><graphic url="https://example.org/a.jpg"/>'
        '<media type="video" url="https://example.org/a" mimeType="video/mp4"/><figDesc>x</figDesc>'
        '<p></p><bibl type="credit"></bibl></figure>'
    )


@pytest.mark.parametrize(
    "media",
    [
        {"type": "image"},
        {"type": "audio", "uri": "https://example.org/a"},
        {"type": "video", "uri": "https://example.org/a", "media_type": "film of some kind"},
    ],
)
def test_media_that_tei_cannot_hold_have_the_general_form(media):
    assert skeleton(article_of({**IMAGE, "media": media})) == '<ab type="media"/>'
    assert skeleton(article_of("paragraph", "source", {**IMAGE, "media": media}, "source")) == (
        '<p></p><ab type="source"></ab><ab type="media"/><trailer type="source"></trailer>'
    )


def in_groups(parents, *memberships):
    blocks = [{"role": "list_item" if of else "paragraph", **({"part_of": of} if of else {})} for of in memberships]
    groups = [{"id": own, "type": type_, **({"part_of": parent} if parent else {})} for own, type_, parent in parents]
    return article_of(*blocks, groups=groups)


def test_a_flat_list_is_an_element_and_a_list_with_lists_in_it_is_a_span():
    article = in_groups([("g1", "list", None), ("g2", "list", "g1")], None, "g1", "g2", "g1")
    assert skeleton(article) == (
        '<p></p><ab type="list_item"></ab><list corresp="#g1"><item></item></list><ab type="list_item"></ab>'
    )
    assert b'<span xml:id="g1" type="list" from="#b2" to="#b4"/>' in FORMAT.write(article, WriteOptions()).data


def test_boxes_and_posts_are_spans_and_the_innermost_group_is_that_of_the_block():
    article = in_groups([("g1", "box", None), ("g2", "post", "g1"), ("g3", "box", None)], "g1", "g2", "g3")
    for block in article["blocks"]:
        block["role"] = "paragraph"
    assert skeleton(article) == "<p></p><p></p><p></p>"


def test_the_cells_of_a_row_keep_their_tabs():
    rows = [{"role": "table_row", "text": text, "part_of": "g"} for text in ("a\tb", "\t", "")]
    data = FORMAT.write(article_of(*rows, groups=[{"id": "g", "type": "table"}]), WriteOptions()).data
    assert re.findall(rb"<cell>.*?</cell>|<cell/>", data) == [
        b"<cell>a\t</cell>",
        b"<cell>b</cell>",
        b"<cell>\t</cell>",
        b"<cell></cell>",
        b"<cell></cell>",
    ]
    assert [block["text"] for block in FORMAT.read(data, ReadOptions())["blocks"]] == ["a\tb", "\t", ""]


@pytest.mark.parametrize("text", ["", " ", "\t\n\r", "a\rb", "]]>&<>\"'", "\u00a0x\u0085", "\u2028\ufeff", "e\u0301😀"])
def test_every_character_of_a_text_comes_back(text):
    article = article_of({"role": "paragraph", "text": text}, {"role": "list_item", "text": text})
    assert FORMAT.read(FORMAT.write(article, WriteOptions()).data, ReadOptions())["blocks"] == article["blocks"]
