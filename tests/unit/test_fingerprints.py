"""Fingerprints stay when a file is edited elsewhere, and tell findings apart."""

from __future__ import annotations

import json
from typing import Any

from corpus_tools.findings import Finding
from corpus_tools.formats.base import WriteOptions
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.rules.blank_at_span_edge import RULE
from corpus_tools.services.load import Loader, LoadOptions


def findings(data: Any, name: str = "x.json", **options: Any) -> list[Finding]:
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return Loader(LoadOptions(**options)).load_bytes(name, data).findings


def prints(data: Any, name: str = "x.json", **options: Any) -> list[str]:
    return [finding.fingerprint for finding in findings(data, name, **options)]


def article(*, before: str = "", first: bool = False, **more: Any) -> dict[str, Any]:
    """An article with a span that begins with a blank; with other text before it if that is asked for."""
    start = len(before) + 4
    span = {"block": "b1", "start": start, "end": start + 10, "text": " in Lisbon"}
    other = {"block": "b1", "start": 0, "end": 1, "text": (before + "R")[0]}
    annotations = [{"id": "m1", "type": "place", "spans": [span]}]
    if first:
        annotations.insert(0, {"id": "m0", "type": "place", "spans": [other]})
    return {
        "schema_version": "1.0",
        "id": "a",
        "metadata": {},
        "blocks": [
            *([{"id": "b0", "role": "paragraph", "text": "New."}] if first else []),
            {"id": "b1", "role": "paragraph", "text": before + "Rain in Lisbon."},
        ],
        "layers": {"entity": {"annotations": annotations}},
        **more,
    }


def test_text_and_items_that_are_put_before_change_nothing() -> None:
    (plain,) = prints(article(), lints=(RULE,))
    assert prints(article(before="Heavy ", first=True), lints=(RULE,)) == [plain]
    data = TEI.write(article(), WriteOptions()).data  # type: ignore[arg-type]
    assert prints(data, "x.xml", lints=(RULE,)) == [plain]
    longer = TEI.write(article(before="Heavy ", first=True), WriteOptions()).data  # type: ignore[arg-type]
    assert prints(longer, "x.xml", lints=(RULE,)) == [plain]


def test_the_code_the_object_and_the_words_tell_findings_apart() -> None:
    def wrong(annotation: str, quote: str) -> list[str]:
        made = article()
        made["layers"]["entity"]["annotations"][0]["id"] = annotation
        made["layers"]["entity"]["annotations"][0]["spans"][0]["text"] = quote
        return prints(made)

    assert len({*wrong("m1", "x"), *wrong("m2", "x"), *wrong("m1", "y")}) == 3
    assert wrong("m1", "x") != prints(article(), lints=(RULE,))


def test_equal_findings_are_counted() -> None:
    first, second, third = prints({**article(), "metadata": {"keywords": [7, "a", 8, 9]}})
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_members_without_ids_are_known_by_their_words() -> None:
    def keywords(*words: Any) -> list[str]:
        return prints({**article(), "metadata": {"keywords": list(words), "url": "no uri"}})

    assert len(set(keywords("a", 7, "b", 8))) == 2
    assert keywords("", "b") == keywords("x", "y", "", "b")

    def links(*uris: str) -> list[str]:
        return prints({**article(), "metadata": {"links": [{"rel": "related", "uri": uri} for uri in uris]}})

    (odd,) = links("a b")
    assert links("https://example.org/", "a b") == [odd]
    assert links("b c") != [odd]


def test_blocks_of_seeds_are_known_by_their_words() -> None:
    (odd,) = prints(b"Rain in Lisbon\n\nThe har\x07bour.", "x.txt")
    assert prints(b"Rain in Lisbon\n\nA line.\n\nThe har\x07bour.", "x.txt") == [odd]
    title = "Rain " * 30
    long = [each for each in findings(title.encode(), "x.txt") if each.location.pointer]
    assert long == []


def test_what_is_no_article_is_known_by_its_place_and_message_without_numbers() -> None:
    old = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader/><text><body><p/><q/></body></text></TEI>'
    new = old.replace(b"<p/>", b"<p/>\n<p/>\n")
    assert old != new
    assert {*prints(old, "x.xml")} & {*prints(new, "x.xml")}
    assert prints(b'{"blocks": [{}, {"a": NaN}]}') == prints(b'{"blocks": [{}, {}, {"a": NaN}]}')
    assert prints(b"") != prints(b"{")
