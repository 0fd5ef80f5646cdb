"""House styles: patterns, merging, files, and the styles that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus_tools.errors import ConfigError
from corpus_tools.schemas import load_schema, schema_path
from corpus_tools.seed_style import (
    SCHEMA,
    ForcedRole,
    SeedStyle,
    StyleCue,
    builtin_style,
    builtin_styles,
    find_style,
    load_style,
    matches,
)

STYLES = ["blog", "interview", "press-release", "wire"]
few_letters = st.text(alphabet="abB*", max_size=12)


def naive(pattern: str, text: str) -> bool:
    """The meaning of a pattern, said in the plainest way."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(naive(pattern[1:], text[start:]) for start in range(len(text) + 1))
    return text[:1] == pattern[0] and naive(pattern[1:], text[1:])


@given(few_letters, few_letters)
@example("a*a", "a")
@example("*ab*b", "abab")
@example("**", "")
def test_a_pattern_means_what_the_plain_reading_means(pattern: str, text: str) -> None:
    assert matches(pattern, text) == naive(pattern.casefold(), text.casefold())


@given(st.text())
def test_text_without_stars_matches_itself_in_any_case(text: str) -> None:
    assert matches(text.replace("*", "+"), text.replace("*", "+"))
    assert matches("*", text)
    assert matches(f"{text}*", f"{text} and more")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("for immediate release*", "FOR IMMEDIATE RELEASE: 4 March", True),
        ("for immediate release", "FOR IMMEDIATE RELEASE: 4 March", False),
        ("über *", "ÜBER UNS", True),
        ("STRASSE*", "straße 1", True),
        ("a.c", "abc", False),
        ("[a]?", "a", False),
        ("(end)", "(END)", True),
        ("* | *", "News | Sport", True),
        ("a*", "ba", False),
        ("*a", "ab", False),
    ],
)
def test_patterns_are_whole_literal_and_blind_to_case(pattern: str, text: str, expected: bool) -> None:
    assert matches(pattern, text) is expected


def test_hostile_text_takes_no_longer_than_other_text() -> None:
    assert not matches("*a*a*a*a*a*a*a*ab*ab*b", "a" * 1_000_000)
    assert matches("*ab" * 1000 + "*", "ab" * 500_000)


def test_a_role_is_forced_only_where_the_pattern_holds() -> None:
    style = SeedStyle(
        roles=(ForcedRole("a*", "kicker", "first"), ForcedRole("a*", "deck", "top"), ForcedRole("*b", "note"))
    )
    assert style.role_of("ab", ["first", "top"]) == "kicker"
    assert style.role_of("ab", ["top"]) == "deck"
    assert style.role_of("ab", ()) == "note"
    assert style.role_of("a", ["bottom"]) is None


def test_of_two_styles_the_one_on_top_is_right() -> None:
    note, kicker = ForcedRole("a*", "note"), ForcedRole("a*", "kicker")
    cue = StyleCue("byline", "opener", ("by",))
    low = SeedStyle(("de",), (cue,), (kicker,), (("jobs", ("x", "y")), ("pm", ("p",))), "line")
    top = SeedStyle(("en",), (), (note,), (("am", ("a",)), ("jobs", ("y", "z"))), "wrapped")
    assert top.on_top_of(low) == SeedStyle(
        ("en",), (cue,), (note, kicker), (("am", ("a",)), ("jobs", ("y", "z", "x")), ("pm", ("p",))), "wrapped"
    )
    assert SeedStyle().on_top_of(low) == low == low.on_top_of(SeedStyle())


def test_a_style_can_be_hashed() -> None:
    assert len({builtin_style(name) for name in builtin_styles()}) == len(STYLES)


def test_the_styles_of_the_program_are_all_there() -> None:
    assert builtin_styles() == STYLES


@pytest.mark.parametrize("name", STYLES)
def test_a_style_of_the_program_is_valid_and_stands_alone(name: str) -> None:
    content = load_schema(f"seed/styles/{name}.json")
    assert load_style(str(schema_path(f"seed/styles/{name}.json"))) == builtin_style(name) == find_style(name)
    assert {"title", "description"} <= content.keys()
    assert "style" not in content


@pytest.mark.parametrize("name", STYLES)
def test_every_pattern_of_a_style_decides_something(name: str) -> None:
    roles = builtin_style(name).roles
    for number, forced in enumerate(roles):
        text = forced.match.replace("*", "xyz")
        assert matches(forced.match, text)
        before = [other for other in roles[:number] if other.where in (forced.where, "anywhere")]
        assert [other.match for other in before if matches(other.match, text)] == [], forced.match


SAYS = [
    ("wire", "top", "BC-EU--Harbour Storm, 2nd Ld-Writethru", "kicker"),
    ("wire", "top", "^Storm closes harbour<", "headline"),
    ("wire", "top", "Keywords: storm, harbour", "tags"),
    ("wire", "top", "Eds: Updates with quotes.", "note"),
    ("wire", "top", "PORTO, Portugal (AP) — Waves broke over the wall.", "paragraph"),
    ("wire", "top", "LISBON, March 4 (Reuters) - Waves broke over the wall.", "paragraph"),
    ("wire", "bottom", "The harbour stayed closed.", None),
    ("press-release", "first top", "FOR IMMEDIATE RELEASE", "kicker"),
    ("press-release", "top", "EMBARGOED UNTIL 4 MARCH", "note"),
    ("press-release", "bottom", "About Example Harbours", "boilerplate"),
    ("press-release", "", "About forty boats were damaged.", None),
    ("press-release", "bottom", "Media contact: Ana Silva", "boilerplate"),
    ("interview", "", "Q: How high were the waves?", "paragraph"),
    ("interview", "", "A: Higher than the wall.", "paragraph"),
    ("interview", "top", "THE INTERVIEW", "kicker"),
    ("interview", "bottom", "This interview has been edited for length.", "note"),
    ("blog", "top", "# Storm", "headline"),
    ("blog", "", "## The day after", "subhead"),
    ("blog", "", "> We saw it come.", "quote"),
    ("blog", "bottom", "Leave a comment", "boilerplate"),
    ("blog", "top", "4 min read", "other"),
]


@pytest.mark.parametrize(("name", "where", "text", "role"), SAYS)
def test_a_style_knows_what_its_house_writes(name: str, where: str, text: str, role: str | None) -> None:
    assert builtin_style(name).role_of(text, where.split()) == role


@pytest.mark.parametrize(("name", "mark"), [("wire", "-30-"), ("wire", "nnnn"), ("press-release", "###")])
def test_a_style_knows_the_end_marks_of_its_house(name: str, mark: str) -> None:
    assert mark in dict(builtin_style(name).words)["end_marks"]


def test_a_style_file_may_be_toml_or_json(tmp_path: Path) -> None:
    (tmp_path / "s.TOML").write_text('\ufeffstyle = "wire"\r\nlayout = "line"\r\n', encoding="utf-8")
    (tmp_path / "s.json").write_text('{"style": ["wire"], "layout": "line"}')
    expected = SeedStyle(layout="line").on_top_of(builtin_style("wire"))
    assert find_style(str(tmp_path / "s.TOML")) == find_style(str(tmp_path / "s.json")) == expected


@pytest.mark.parametrize("names", ["agencies", "picture_agencies", "places", "wires"])
def test_words_are_lower_case_but_for_names(tmp_path: Path, names: str) -> None:
    (tmp_path / "s.toml").write_text(f'[words]\njobs = ["Stringer", "stringer"]\n{names} = ["NWP", "nwp"]\n')
    assert dict(load_style(str(tmp_path / "s.toml")).words) == {names: ("NWP", "nwp"), "jobs": ("stringer",)}


def test_an_unknown_style_is_told_with_those_that_are_there() -> None:
    with pytest.raises(ConfigError) as raised:
        find_style("wires")
    assert str(raised.value) == (
        "wires: no such house style (did you mean wire?); there are blog, interview, press-release, wire, "
        "or name a file that ends in .toml or .json"
    )


def test_an_unknown_style_in_a_style_file_is_located(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"layout": "line",\n  "style": "wires"}')
    with pytest.raises(ConfigError, match=r"s\.json:2:3: style: there is no wires \(did you mean wire\?\)"):
        find_style(str(tmp_path / "s.json"))


def test_every_language_with_cues_can_be_named_but_not_what_all_share(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"languages": ["und"]}')
    with pytest.raises(ConfigError, match=r"languages\[0\]: there is no und; there are .*\ben\b"):
        load_style(str(tmp_path / "s.json"))
    (tmp_path / "s.json").write_text('{"languages": ["en"]}')
    assert load_style(str(tmp_path / "s.json")).languages == ("en",)


def test_roles_of_a_style_are_those_of_an_article() -> None:
    roles = load_schema("article.schema.json")["$defs"]["block"]["properties"]["role"]["x-values"]
    forced = load_schema(SCHEMA)["$defs"]["forced_role"]["properties"]["role"]["x-values"]
    assert forced == {name: text for name, text in roles.items() if name not in ("media", "table_row")}


def test_cues_of_a_style_say_what_cues_of_a_language_say() -> None:
    style, cues = load_schema(SCHEMA)["$defs"], load_schema("seed.schema.json")
    mine, theirs = style["cue"]["properties"], cues["$defs"]["cue"]["properties"]
    for key in ("role", "form", "field", "contributor"):
        assert mine[key]["enum"] == theirs[key]["enum"], key
    assert set(style["words"]["properties"]) == set(cues["properties"]["words"]["properties"])
