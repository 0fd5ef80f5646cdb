"""JSON files: what is refused and where, what the schema findings say, what the canonical text looks like."""

from __future__ import annotations

import json
import time
from importlib import import_module

import msgspec
import pytest

from corpus_tools.errors import SourceError
from corpus_tools.formats.base import ReadOptions, Sought, WriteOptions
from corpus_tools.formats.json_ import FORMAT
from corpus_tools.services.load import Loader, LoadOptions
from corpus_tools.violations import MAX_DEPTH, MAX_VIOLATIONS

READ = ReadOptions(file="x.json")


def findings(data):
    return Loader(LoadOptions()).load_bytes("x.json", data).findings


NESTED = b'{"attributes": ' + b"[" * (MAX_DEPTH - 1)
REFUSED = [
    (b"", "empty-file", 1, 1, ""),
    (b" \n ", "empty-file", 2, 2, ""),
    (b"\xef\xbb\xbf{}", "not-well-formed", 1, 1, None),
    ('{"ü": "a'.encode() + b'\xff"}', "undecodable", 1, 9, None),
    (b'{"a":\n "\xed\xa0\x80"}', "lone-surrogate", 2, 3, None),
    ('{"ü": "x\\ud83d"}'.encode(), "lone-surrogate", 1, 9, "/ü"),
    (b'{"a": "\\ude00\\ud83d"}', "lone-surrogate", 1, 8, "/a"),
    (b'{"a": "\\\\\\ud83dx"}', "lone-surrogate", 1, 10, "/a"),
    (b'{"a": {"b": 1,\r\n  "b": 2}}', "duplicate-key", 2, 3, "/a/b"),
    (b'{"a": 1, "\\u0061": 2}', "duplicate-key", 1, 10, "/a"),
    (b'{"a": 1, "a": "\\u0022\\u0022"}', "duplicate-key", 1, 10, "/a"),
    (b'{"a": 1e400}', "number-out-of-range", 1, 7, "/a"),
    (b'{"attributes": [1, 18446744073709551616]}', "number-out-of-range", 1, 20, "/attributes/1"),
    (b'{"\\u0065xtra": -9223372036854775809}', "number-out-of-range", 1, 16, "/extra"),
    (b'{"extra": ' + b"9" * 5000 + b"}", "number-out-of-range", 1, 11, "/extra"),
    (b'{"a": NaN}', "not-well-formed", 1, 7, "/a"),
    (b'{"a": 01}', "not-well-formed", 1, 7, "/a"),
    (b'{"a": [1,]}', "not-well-formed", 1, 9, "/a/0"),
    (b'{"a": "x\ny"}', "not-well-formed", 1, 9, "/a"),
    (b'{"a": "\\x"}', "not-well-formed", 1, 8, "/a"),
    (b'{"a": 1', "not-well-formed", 1, 8, "/a"),
    (b"{'a': 1}", "not-well-formed", 1, 2, ""),
    (b'{"a" 1}', "not-well-formed", 1, 5, "/a"),
    (b"{} {}", "not-well-formed", 1, 4, ""),
    (b"\n [1]", "not-an-article", 2, 2, ""),
    ("{}".encode("utf-16"), "undecodable", 1, 1, None),
    ("{}".encode("utf-16-le"), "undecodable", 1, 1, None),
    ("{}".encode("utf-32-be"), "undecodable", 1, 1, None),
    (b"null", "not-an-article", 1, 1, ""),
    (NESTED + b"[]" + b"]" * (MAX_DEPTH - 1) + b"}", "too-deep", 1, 15 + MAX_DEPTH, None),
    (b"[" * 100_000, "too-deep", 1, MAX_DEPTH + 1, None),
]


@pytest.mark.parametrize(("data", "kind", "line", "column", "pointer"), REFUSED)
def test_what_is_no_article_is_refused_at_its_place(data, kind, line, column, pointer):
    with pytest.raises(SourceError) as caught:
        FORMAT.read(data, READ)
    error = caught.value
    assert (error.kind, error.line, error.column) == (kind, line, column)
    if pointer is not None:
        assert error.pointer == pointer
    (finding,) = findings(data)
    assert (finding.kind.slug, finding.location.line, finding.location.column) == (kind, line, column)


@pytest.mark.parametrize(
    "value",
    [
        {"attributes": [18446744073709551615, -9223372036854775808, "99999999999999999999"]},
        {"a": "\\ud83d \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "b": '"', "extra": 1e22},
    ],
)
def test_values_at_the_limits_are_read(value):
    assert FORMAT.read(json.dumps(value).encode(), READ) == value
    assert FORMAT.read(json.dumps(value).replace('\\"', "\\u0022").encode(), READ) == value


def test_the_deepest_nesting_allowed_is_read():
    data = NESTED + b"]" * (MAX_DEPTH - 1) + b"}"
    assert FORMAT.read(data, READ).keys() == {"attributes"}


def test_reading_twice_gives_two_articles_that_share_nothing():
    data = b'{"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}'
    assert findings(data) == []
    first, second = FORMAT.read(data, READ), FORMAT.read(data, READ)
    first["metadata"]["title"] = "changed"
    assert second["metadata"] == {}


def violations_of(**parts):
    document = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [], **parts}
    data = json.dumps(document, indent=1).encode()
    return [
        (finding.kind.code, finding.location.pointer, finding.message, finding.location.line)
        for finding in findings(data)
    ]


@pytest.mark.parametrize(
    ("parts", "pointer", "words"),
    [
        ({"blocks": [{"id": "b", "role": "head", "text": ""}]}, "/blocks/0/role", ['"head"', "headline"]),
        ({"blocks": [{"id": "b"}]}, "/blocks/0", ['keys "role", "text" are missing']),
        ({"colour": 1}, "/colour", ['"colour"', "language", "blocks"]),
        ({"metadata": {"urgency": 12}}, "/metadata/urgency", ["12", "9"]),
        ({"metadata": {"title": ""}}, "/metadata/title", ["empty"]),
        ({"metadata": {"published": "4 March"}}, "/metadata/published", ['"4 March"', '"2026-03-04"']),
        ({"metadata": {"genres": [{}]}}, "/metadata/genres/0", ['"name", "code", "uri"']),
        ({"layers": {"a/b~": {"annotations": []}}}, "/layers/a~1b~0", ['"a/b~"']),
        ({"id": "x" * 300}, "/id", ["200"]),
        ({"agents": 1}, "/agents", ["1", "an array"]),
    ],
)
def test_a_violation_names_the_value_and_what_is_allowed(parts, pointer, words):
    ((code, found, message, line),) = violations_of(**parts)
    assert (code, found) == ("S001", pointer)
    assert all(word in message for word in words), message
    assert line is not None


def test_of_a_key_that_stands_twice_the_first_is_told_too():
    (found,) = findings(b'{"a": {"b": 1,\n "c": 2, "b": 3}}')
    assert found.hint == "keep one of them; the first stands in line 1, column 8"


def test_a_long_list_of_violations_is_cut():
    assert len(violations_of(**{f"key{number}": 1 for number in range(200)})) == MAX_VIOLATIONS


def test_the_canonical_text_has_one_item_a_line():
    span = {"text": "Storm", "end": 5, "start": 0, "block": "b1"}
    article = {
        "blocks": [{"text": "Storm\u2028\ufffe\x01é", "role": "headline", "id": "b1"}],
        "id": "a",
        "layers": {
            "y": {"annotations": [], "agent": "p"},
            "x": {
                "relations": [{"id": "r", "target": "b1", "source": "a"}],
                "annotations": [{"spans": [span], "id": "m"}],
            },
        },
        "metadata": {"keywords": ["a", "b"], "title": "T"},
        "schema_version": "1.0",
        "groups": [{"type": "box", "id": "g2"}, {"type": "box", "id": "g1"}],
        "extra": {"b": None, "a": [1.5]},
    }
    assert FORMAT.write(article, WriteOptions()).data.decode() == (
        "{\n"
        '"schema_version": "1.0",\n'
        '"id": "a",\n'
        '"metadata": {\n  "title": "T",\n  "keywords": ["a", "b"]},\n'
        '"blocks": [\n  {"id": "b1", "role": "headline", "text": "Storm\u2028\\ufffe\\u0001é"}],\n'
        '"groups": [\n  {"id": "g1", "type": "box"},\n  {"id": "g2", "type": "box"}],\n'
        '"layers": {\n'
        '  "x": {"annotations": [\n'
        '    {"id": "m", "spans": [{"block": "b1", "start": 0, "end": 5, "text": "Storm"}]}],\n'
        '    "relations": [\n'
        '    {"id": "r", "source": "a", "target": "b1"}]},\n'
        '  "y": {"agent": "p", "annotations": []}},\n'
        '"extra": {"a": [1.5], "b": null}}\n'
    )


@pytest.mark.parametrize(("data", "like"), [(b' \r\n{"a"', True), (b"[1]", False), (b"<TEI/>", False), (b"", False)])
def test_a_file_of_an_object_looks_like_json(data, like):
    assert FORMAT.looks_like(data) is like


def test_hostile_files_are_findings_and_nothing_else(shared_data):
    cases = sorted((shared_data / "hostile" / "cases" / "json").glob("*.json"))
    assert len(cases) > 80
    for case in cases:  # none is an article of this model: even the sound ones have other keys
        found = findings(case.read_bytes())
        assert found, case.name
        assert all(finding.location.line for finding in found), case.name


def test_a_value_that_is_not_there_is_located_at_what_would_hold_it():
    data = b'{"a":\n {"b": [1]}}'
    text, sites = FORMAT.locate(data, READ, {}, [Sought("/a/c/d"), Sought("/a/b/7")])
    assert [text[site.start : site.end] for site in sites] == ['{"b": [1]}', "[1]"]


def test_a_token_at_fault_is_marked():
    for data, marked in (
        (b'{"a": 1, "a": 2}', '"a"'),
        (b'{"a": NaN}', "NaN"),
        (b'{"extra": 99999999999999999999999}', "99999999999999999999999"),
        (b'{"a": "x}', '"x}'),
        (b'{"a": "x}\n', '"x}'),
        (b'{"a": "x\ny"}', ""),
        (b'{"a": "x\\ud83d"}', "\\ud83d"),
        (b'{"a": "x\\q"}', "\\q"),
        (b'{"a" 1}', " "),
        (b'{"a": 2026-03-04T10:00Z}', "2026-03-04T10:00Z"),
        (b"{'a b': 1}", "'a b'"),
        (b"{a:1}", "a"),
        (b'{"a": 1, # so it is\n}', "# so it is"),
        (b'{"a": 1, /* so */}', "/* so */"),
        (b'{"a": [}', "}"),
        (b'{"a":\n', ""),
        (b"\xef\xbb\xbf{}", "{"),
        (b'["\xff"]', "\ufffd"),
    ):
        (finding,) = FORMAT.examine(data, READ)[1]
        place = finding.location
        text, (site,) = FORMAT.locate(data, READ, None, [Sought(place.pointer, line=place.line, column=place.column)])
        assert text[site.start : site.end] == marked


def test_an_array_of_several_lines_is_marked_by_its_bracket_a_key_by_itself():
    data = b'{"a": [1,\n2], "b": [1, 2], "\\u0063": {}}'
    sought = [Sought("/a"), Sought("/b"), Sought("/c"), Sought("/c", of_key=True), Sought("/d", of_key=True)]
    text, sites = FORMAT.locate(data, READ, {}, sought)
    assert [text[site.start : site.end] for site in sites] == ["[", "[1, 2]", "{}", '"\\u0063"', "{"]


def test_what_only_the_fast_parser_refuses_is_refused(monkeypatch):
    def refuse(_):
        raise msgspec.DecodeError("no")

    monkeypatch.setattr(import_module("corpus_tools.formats.json_.read"), "_parse", refuse)
    with pytest.raises(SourceError, match="is not JSON: no") as caught:
        FORMAT.read(b"{}", READ)
    assert caught.value.kind == "not-well-formed"


def test_a_flood_of_unknown_keys_is_cut_before_it_costs():
    document = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}
    data = json.dumps({**document, **{f"key{number}": 1 for number in range(100_000)}}).encode()
    begin = time.process_time()
    assert len(findings(data)) == MAX_VIOLATIONS
    assert time.process_time() - begin < 10
