"""Tables of TOML and JSON: where keys stand, and what is said of files that are none."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tools.errors import ConfigError
from corpus_tools.seed_style import style_of
from corpus_tools.tables import Table, check, read_table
from corpus_tools.tables.faults import faults
from corpus_tools.tables.places import json_places, toml_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

words = st.text(st.characters(codec="utf-8"), max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


toml_words = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=5)
toml_values = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.sampled_from([0.5, -1.25]) | toml_words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(toml_words, inner, max_size=4),
    max_leaves=12,
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key and item of a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        value = value[part]
    return value


@given(values, st.sampled_from([None, 0, 2]), st.booleans())
def test_every_key_and_item_of_json_is_found_where_it_stands(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found = dict(json_places(text))
    assert list(found) == list(paths(value))
    for path, offset in found.items():
        there, _ = json.JSONDecoder().raw_decode(text, offset)
        assert there == (path[-1] if isinstance(path[-1], str) else at(value, path))


def inline(value: Any) -> str:
    """A value as TOML writes it on one line, but for lists, which may have line breaks."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[ # ]\n" + ",\n".join(map(inline, value)) + "\n]"
    return str(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


@given(st.dictionaries(toml_words, toml_values, max_size=3), st.lists(toml_values, max_size=3))
def test_every_key_and_item_of_toml_is_found_where_it_stands(table: dict[str, Any], items: list[Any]) -> None:
    content = {"table": table, "tables": [{"item": item} for item in items], "last": {}}
    lines = ["[table] # [x]", *(f"{quoted(key)} = {inline(item)}" for key, item in table.items())]
    for item in items:
        lines += ["[[ tables ]]", f"  'item' = {inline(item)}"]
    text = "\n".join([*lines, '["last"]'])
    if not items:
        del content["tables"]
    assert tomllib.loads(text) == content
    found = dict(toml_places(text))
    assert set(paths(content)) - {("tables",)} == set(found)
    for path, offset in found.items():
        key, rest = path[-1], text[offset:]
        if path[:1] == ("last",) or path == ("table",) or (path[0] == "tables" and len(path) == 2):
            assert rest.startswith("[")
        elif isinstance(key, str):
            assert rest.startswith((quoted(key), "'item'"))
        else:
            assert rest.startswith(inline(at(content, path)))


WRITTEN = '''\
# a = "no"
a.b.c = 1 # a = 2
"d e" = """
f = 1
"" \\""""
g = { h = 1, i.j = [1.5, {k = 1979-05-27T07:32:00}] }
l = \'\'\'
[m]
\'\'\'

[n."o.p"]
q = "a = b # c"
[[r]]
[r.s]
t = 1
[[r]]
[[r.u]]
v = ["x",
  "y"]
[r.s]
w = 1
'''
LINES = {
    ("a", "b", "c"): 2,
    ("d e",): 3,
    ("g",): 6,
    ("g", "h"): 6,
    ("g", "i", "j"): 6,
    ("g", "i", "j", 0): 6,
    ("g", "i", "j", 1): 6,
    ("g", "i", "j", 1, "k"): 6,
    ("l",): 7,
    ("n", "o.p"): 11,
    ("n", "o.p", "q"): 12,
    ("r", 0): 13,
    ("r", 0, "s"): 14,
    ("r", 0, "s", "t"): 15,
    ("r", 1): 16,
    ("r", 1, "u", 0): 17,
    ("r", 1, "u", 0, "v"): 18,
    ("r", 1, "u", 0, "v", 0): 18,
    ("r", 1, "u", 0, "v", 1): 19,
    ("r", 1, "s"): 20,
    ("r", 1, "s", "w"): 21,
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_all_forms_of_toml_are_located(newline: str) -> None:
    tomllib.loads(WRITTEN)
    text = WRITTEN.replace("\n", newline)
    assert {path: text.count("\n", 0, offset) + 1 for path, offset in toml_places(text)} == LINES


def test_what_has_no_place_of_its_own_is_told_where_it_would_stand() -> None:
    table = Table("x.toml", WRITTEN, tomllib.loads(WRITTEN), is_toml=True)
    assert table.error(("r", 1, "z"), "is missing").line == 16
    assert table.error(("z",), "is missing").line == 1
    assert table.error(("a", "b"), "is no statement").line == 2
    assert table.error(("n",), "is no table of its own").line == 11
    assert table.error(("r",), "is many").line == 13
    assert str(table.below("n", "o.p").error(("q",), "no")) == 'x.toml:12:1: n."o.p".q: no'
    assert table.below("none").content == {}


NONE = [
    ("a.json", b"[1]", "1:1: should be a table, that is, a JSON object"),
    ("a.json", b'{"a":\n "\xc3\xa4" 1}', "2:6: is not JSON: JSON is malformed: expected ',' or '}'"),
    ("a.json", b'{"a":\n', "2:1: is not JSON: Input data was truncated"),
    ("a.json", b'{"a": 1,\n "a": 2}', "2:2: key a stands twice"),
    ("a.json", b"[" * 100_000, " brackets are nested too deeply"),
    ("a.toml", b"a = " + b"[" * 100_000 + b"]" * 100_000, " brackets are nested too deeply"),
    ("a.toml", b"a = 1\na = 2\n", "2:6: is not TOML: Cannot overwrite a value"),
    ("a.toml", b'a = 1\nb = """', "2:8: is not TOML: Unterminated string"),
    ("a.toml", b"a = 1\nb = '\xe4'\n", "2:6: is not UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "message"), NONE)
def test_a_file_that_is_no_table_is_told_with_the_place(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigError) as raised:
        read_table(str(tmp_path / name))
    assert str(raised.value) == f"{tmp_path / name}:{message}"


@given(st.dictionaries(st.sampled_from(["style", "roles", "words", "cues", "layout", "x"]), values, max_size=3))
def test_whatever_a_table_holds_is_a_style_or_an_error_with_a_place(content: dict[str, Any]) -> None:
    text = json.dumps(content)
    table = Table("x.json", text, content)
    if list(faults(content, "seed_style.schema.json")):
        with pytest.raises(ConfigError) as raised:
            check(table, "seed_style.schema.json")
        assert raised.value.line == 1
        assert text[raised.value.column - 1] in '{"' or text[raised.value.column - 2] in "[ "
    else:
        style_of(Table("x.json", text, {**content, "style": []}))
