"""Globs of configurations: which paths they match."""

from __future__ import annotations

import fnmatch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus_tools.corpus.globs import Globs

MATCHES = [
    ("a.json", "a.json"),
    ("a.json", "x/y/a.json"),
    ("*.json", "x/a.json"),
    ("x/*.json", "x/a.json"),
    ("./a.json", "a.json"),
    ("/a.json", "a.json"),
    ("x/**/a.json", "x/a.json"),
    ("x/**/a.json", "x/y/z/a.json"),
    ("**/a.json", "a.json"),
    ("x/**", "x/y/a.json"),
    ("drafts", "drafts/a.json"),
    ("drafts", "x/drafts/y/a.json"),
    ("drafts/", "x/drafts/a.json"),
    ("x/drafts", "x/drafts/a.json"),
    ("?.json", "ä.json"),
    ("[ab].json", "b.json"),
    ("[!ab].json", "c.json"),
    ("[a-c]*", "bcd"),
    ("[]]", "]"),
    ("a.b+(c)", "a.b+(c)"),
    ("[^]", "^"),
    ("[]", "[]"),
    ("*", "a\nb"),
]
OTHERS = [
    ("a.json", "ba.json"),
    ("a.json", "a.jsonl"),
    ("*.json", "a.json.bak"),
    ("x/*.json", "x/y/a.json"),
    ("x/*.json", "z/x/a.json"),
    ("./a.json", "x/a.json"),
    ("/a.json", "x/a.json"),
    ("?.json", "ab.json"),
    ("?", "/"),
    ("[!a]", "/"),
    ("[!ab].json", "a.json"),
    ("a.json", "aXjson"),
    ("drafts", "drafts2/a.json"),
    ("[z-a]x", "zx"),
]


@pytest.mark.parametrize(("glob", "path"), MATCHES)
def test_a_glob_matches_what_it_means(glob: str, path: str) -> None:
    assert Globs([glob]).match(path)


@pytest.mark.parametrize(("glob", "path"), OTHERS)
def test_a_glob_matches_nothing_else(glob: str, path: str) -> None:
    assert not Globs([glob]).match(path)


def test_one_of_several_globs_is_enough_and_of_none_none() -> None:
    assert Globs(["a", "b"]).match("b")
    assert not Globs([]).match("")


@given(st.text(max_size=8), st.text(max_size=8))
def test_every_text_can_be_a_glob_which_holds_below_what_it_matches(glob: str, path: str) -> None:
    match = Globs([glob]).match
    assert not match(path) or match(f"{path}/below")
    assert match(f"top/{path}") or not match(path) or "/" in glob.rstrip("/")


@given(st.text("abc[]!-^&|~\\", max_size=6), st.text("abc[]!-^&|~\\", min_size=1, max_size=3))
@example("]-a", "b")
@example("!]", "b")
@example("a&&b", "&")
def test_brackets_mean_what_they_do_in_shells_and_never_raise_or_warn(glob: str, path: str) -> None:
    assert Globs([f"[{glob}]"]).match(path) is fnmatch.fnmatchcase(path, f"[{glob}]")


@given(st.text(st.characters(exclude_characters="*?[/", codec="utf-8"), min_size=1, max_size=8))
def test_a_name_without_special_characters_matches_itself(name: str) -> None:
    assert Globs([name]).match(name)
    assert Globs([name]).match(f"x/{name}/y")
