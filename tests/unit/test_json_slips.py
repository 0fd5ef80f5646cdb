"""Slips of the hand in JSON: each is told by its name, at the place where it is to be mended, with what to write."""

from __future__ import annotations

import re

import pytest
from documents import ARTICLE

from corpus_tools.findings import Finding
from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.json_ import FORMAT
from corpus_tools.model.lines import Lines

HERE = "‸"
"""Where in a text the slip is to be told."""

NO_COMMA = "a comma is missing", "write ',' between this value and the next one"
NO_COLON = "a colon is missing", "write ':' between a key and its value"
NO_END = "this string has no end", "write a quotation mark where it ends"
UNESCAPED = "a quotation mark stands unescaped in a string", r"write it as \""
COMMENT = "a comment stands here, which JSON does not have", "take it away; what is to be kept may stand in extra"
CONFLICT = "a merge conflict stands here", "keep what is right of both sides"
TOO_MANY = "a comma is too many here", "take it away"
MORE = "there is more after the end of the document"

SLIPS = [
    # Commas and colons.
    ('{"a": 1‸ "b": 2}', "/a", *NO_COMMA),
    ('{"a": {"b": "x"}‸\r\n\r\n "c": 2}', "/a", *NO_COMMA),
    ('{"a": ["x"‸ "y"]}', "/a/0", *NO_COMMA),
    ('{"a": [{"b": 1}‸\n{"b": 2}]}', "/a/0", *NO_COMMA),
    ('{"a": true‸ b: 2}', "/a", *NO_COMMA),
    ('{"a": 1‸ b": 2}', "/a", *NO_COMMA),
    ('{"a": "x"‸ true: 2}', "/a", *NO_COMMA),
    ('{"a": 1‸,}', "/a", "a comma stands before '}'", "take it away"),
    ('{"a": [1‸,\n ]}', "/a/0", "a comma stands before ']'", "take it away"),
    ('{"a": 1,‸, "b": 2}', "", *TOO_MANY),
    ('{"a": [‸,1]}', "/a/0", *TOO_MANY),
    ('{"a": 1‸; "b": 2}', "/a", "';' stands in the place of a comma", "write ',' in its place"),
    ('{"a"‸ 1}', "/a", *NO_COLON),
    ('{"a"‸ "b"}', "/a", *NO_COLON),
    ('{"a" ‸= 1}', "/a", "'=' stands between a key and its value", "write ':' in its place"),
    ('{"a"‸, "b": 1}', "/a", "this key has no value", "write ':' and a value, or take the key away"),
    ('{"a":‸ , "b": 1}', "/a", "a value is missing", "write one, or take the key away"),
    ('{"a":‸}', "/a", "a value is missing", "write one, or take the key away"),
    # Quotation marks.
    ('{"a": ‸"x, "b": 1}', "/a", *NO_END),
    ('{"a": [‸"x, "y"]}', "/a/0", *NO_END),
    ('{"a": ‸"x}, "b": 1}', "/a", *NO_END),
    ('{"a": [{"b": ‸"x}, {"b": "y"}]}', "/a/0/b", *NO_END),
    ('{‸"a: "x"}', "", *NO_END),
    ('{‸"a: [{"b": 1}]}', "", *NO_END),
    ('{‸"a: 8, "b": 1}', "", *NO_END),
    ('{"a": ‸"x,\n "b": 1}', "/a", *NO_END),
    ('{"a": ‸"x\n}', "/a", *NO_END),
    ('{"a": ‸"x', "/a", *NO_END),
    ('{"a": ‸"x\n', "/a", *NO_END),
    ('{"a": "He said ‸"yes" to it."}', "/a", *UNESCAPED),
    ('{"a": "He said ‸"yes," and left."}', "/a", *UNESCAPED),
    ('{"a": "He said, ‸"yes" and left."}', "/a", *UNESCAPED),
    ('{"a": "‸"Yes," he said."}', "/a", *UNESCAPED),
    ('{"a": "a 5‸" gun", "b": "x"}', "/a", *UNESCAPED),
    ('{"a": ["“So,” ‸"yes" "]}', "/a/0", *UNESCAPED),
    ('{"a‸"b": 1}', "/a", *UNESCAPED),
    ('{"a": "x"‸"}', "/a", "a quotation mark is too many here", r"take it away, or write it as \""),
    ('{"a": "one‸\ntwo"}', "/a", "a line break stands in a string", r"write it as \n, or take it away"),
    ('{"a": "one‸\ttwo"}', "/a", "a tab stands unescaped in a string", r"write it as \t"),
    ('{"a": "one‸\btwo"}', "/a", "character U+0008 stands unescaped in a string", r"write it as \b"),
    ('{"a": "c:‸\\x"}', "/a", r"\x is no escape of JSON", r"a backslash in a text is written \\"),
    ('{"a": "it‸\\\'s"}', "/a", r"\' is no escape of JSON", "write ' without the backslash"),
    ('{"a": "‸\\u12"}', "/a", "an escape lacks digits", r"after \u stand four hexadecimal digits, as in \u00e9"),
    ("{‸'a': 1}", "", "a string stands in single quotes", 'write "a" in double quotes'),
    ("{\"a\": ‸'x, y'}", "/a", "a string stands in single quotes", 'write "x, y" in double quotes'),
    ("{‸“a”: 1}", "", "a string stands in quotes that JSON does not have (“)", 'write "a" in double quotes'),
    ('{"a": ‸«x»}', "/a", "a string stands in quotes that JSON does not have («)", 'write "x" in double quotes'),
    ('{"a": "x‸”, "b": 1}', "/a", "a string ends with ”", 'write " in its place'),
    ("{‸a: 1}", "", "a key stands without quotes", 'write "a"'),
    ("{‸part-of: 1}", "", "a key stands without quotes", 'write "part-of"'),
    ('{"a": 1, ‸b": 1}', "", "a key stands without quotes", 'write "b"'),
    ('{"a": ‸Rain in Porto", "b": 1}', "/a", "text stands without quotes", 'write "Rain in Porto"'),
    ('{"a": ‸3 dead in storm", "b": 1}', "/a", "text stands without quotes", 'write "3 dead in storm"'),
    ('{"a": ‸92"}', "/a", "text stands without quotes", 'write "92"'),
    ('{"a": ‸' + "x" * 50 + "}", "/a", "text stands without quotes", f'write "{"x" * 39}…"'),
    # What other languages have.
    ('{"a": ‸True}', "/a", "True is no value of JSON", "write true"),
    ('{"a": ‸FALSE}', "/a", "FALSE is no value of JSON", "write false"),
    ('{"a": ‸None}', "/a", "None is no value of JSON", "write null, or leave the key out where nothing is known"),
    ('{"a": ‸truely}', "/a", "text stands without quotes", 'write "truely"'),
    ('{"a": ‸NaN}', "/a", "NaN is no number of JSON", "leave the key out, or write it in quotes"),
    ('{"a": ‸-Infinity}', "/a", "-Infinity is no number of JSON", "leave the key out, or write it in quotes"),
    ('{"a": ‸-007}', "/a", "-007 is no number of JSON", 'write -7, or "-007" if all digits matter'),
    ('{"a": ‸+7}', "/a", "+7 is no number of JSON", "write 7"),
    ('{"a": ‸.5}', "/a", ".5 is no number of JSON", "write 0.5"),
    ('{"a": ‸5.}', "/a", "5. is no number of JSON", "write 5"),
    ('{"a": ‸0x1F}', "/a", "0x1F is no number of JSON", "write 31"),
    ('{"a": ‸1_000}', "/a", "1_000 is no number of JSON", "write 1000"),
    ('{"a": ‸2026-03-04}', "/a", "2026-03-04 stands without quotes", 'write "2026-03-04"'),
    ('{"a": ‸0' + "0" * 50 + "}", "/a", "0" * 39 + "… stands without quotes", f'write "{"0" * 39}…"'),
    ('{"a": ‸+}', "/a", "'+' stands where a value should stand", None),
    ('{"a": 1, ‸// so it is\n "b": 2}', "", *COMMENT),
    ('{"a": ‸/* so */ 1}', "/a", *COMMENT),
    ("‸# so\n{}", "", *COMMENT),
    ('{"a": 1,\n‸<<<<<<< HEAD\n "b": 2}', "", *CONFLICT),
    ('{"a": 1\n‸=======\n}', "/a", *CONFLICT),
    # Brackets.
    ('{"a": {"b": 1‸]}', "/a/b", "']' stands where ',' or '}' should stand",
     "the '{' of line 1, column 7 has no '}' yet"),
    ('{"a": [1],\n "b": [2,\n "c"‸: 3}', "/b/1", "':' stands where ',' or ']' should stand",
     "the '[' of line 2, column 7 has no ']' yet"),
    ('{"a": [{"b": 1,\n‸{"b": 2}]}', "/a/0", "'{' stands where a key in double quotes should stand",
     "the '{' of line 1, column 8 has no '}' yet"),
    ("‸}", "", "'}' stands where a value should stand", None),
    ('{"a" ‸%}', "/a", "'%' stands where ':' after a key should stand", None),
    ('{"a": 1 ‸%}', "/a", "'%' stands where ',' or '}' should stand", None),
    ('{"a": 1 ‸\ufeff}', "/a", "'U+FEFF' stands where ',' or '}' should stand", None),
    ('{"a": 1\n‸', "/a", "the file ends where ',' or '}' should stand",
     "the '{' of line 1, column 1 has no '}' yet"),
    ('{"a": 1}\n‸}', "", MORE, "a bracket was closed too early, or this one is too many"),
    ('{"a": 1}\n‸{"a": 2}', "", MORE, "one file holds one article"),
]  # fmt: skip


def refused(text: str) -> Finding:
    article, (finding,) = FORMAT.examine(text.encode(), ReadOptions())
    assert article is None
    return finding


@pytest.mark.parametrize(("marked", "pointer", "reason", "hint"), SLIPS, ids=[slip[0][:40] for slip in SLIPS])
def test_a_slip_is_told_by_its_name_at_its_place(marked: str, pointer: str, reason: str, hint: str | None) -> None:
    text = marked.replace(HERE, "")
    found = refused(text)
    assert (found.message, found.hint) == (reason, hint)
    assert (found.location.line, found.location.column) == Lines(text).place(marked.index(HERE))
    assert found.location.pointer == pointer


TOKENS = [
    (match.start(), match[0])
    for match in re.finditer(r'"[^"]*"|[,:]', ARTICLE.decode())  # the article has no escapes
]


def test_a_mark_that_is_lost_is_missed_where_it_stood() -> None:
    """Or, if it ended a string, where the string begins."""
    text = ARTICLE.decode()
    assert len(TOKENS) == 70
    for start, token in TOKENS:
        for at in {start, start + len(token) - 1}:
            found = refused(text[:at] + text[at + 1 :])
            assert (found.location.line, found.location.column) == Lines(text).place(start), text[at - 20 : at + 1]
            assert found.hint


def test_a_bracket_that_is_lost_is_told_by_the_one_that_has_no_partner() -> None:
    text = ARTICLE.decode()
    at = text.index("}],") + 1
    found = refused(text[:at] + text[at + 1 :])
    opened = Lines(text).place(text.index("["))
    assert found.hint == "the '[' of line {}, column {} has no ']' yet".format(*opened)
