"""What cannot be avoided when reading: bare loops over the best library, which check nothing of their own.

Run as a program, this file is the bare loop over the files of a directory, to compare whole processes with.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCHEMA = Path(__file__).parents[2] / "schema"
TEI = "{http://www.tei-c.org/ns/1.0}"


def json_parser() -> tuple[str, Callable[[bytes], Any]]:
    """The fastest JSON parser at hand, with its name."""
    try:
        import orjson
    except ImportError:
        import msgspec

        return "msgspec", msgspec.json.decode
    return "orjson", orjson.loads


def json_validator() -> Callable[[Any], bool]:
    """The article schema as compiled by jsonschema_rs."""
    import jsonschema_rs

    schema = json_parser()[1]((SCHEMA / "article.schema.json").read_bytes())
    return jsonschema_rs.Draft202012Validator(schema).is_valid


def validate_json(paths: Iterable[str], parse: Callable[[bytes], Any], is_valid: Callable[[Any], bool]) -> bool:
    """Read, parse and validate each file."""
    return all(is_valid(parse(read(path))) for path in paths)


def validate_tei(paths: Iterable[str], parser: Any, schema: Any) -> bool:
    """Read, parse and validate each file with libxml2."""
    from lxml import etree

    return all(schema.validate(etree.fromstring(read(path), parser)) for path in paths)


def xml_parser() -> Any:
    """An lxml parser with the options that the tools need: no entities, no network, no comments."""
    from lxml import etree

    return etree.XMLParser(
        collect_ids=False, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def profile() -> Any:
    """The committed profile as compiled by libxml2."""
    from lxml import etree

    return etree.RelaxNG(etree.parse(SCHEMA / "tei" / "news.rng"))


def read(path: str) -> bytes:
    """The bytes of a file."""
    with open(path, "rb", buffering=0) as stream:
        return stream.read()


def read_tei(data: bytes, parser: Any) -> Json:
    """Parse and walk by position: text, spans and attributes of every element, as dicts."""
    from lxml import etree

    root = etree.fromstring(data, parser)
    header, text, standoff = root
    blocks: list[Json] = []
    for element in text[0][0]:
        _walk_blocks(element, blocks)
    return {"attributes": dict(root.items()), "header": _fields(header), "blocks": blocks, "loose": _fields(standoff)}


def _fields(top: Any) -> list[Json]:
    return [{"tag": each.tag, "text": each.text, "attributes": dict(each.items())} for each in top.iter()]


def _walk_blocks(element: Any, blocks: list[Json]) -> None:
    if element.tag == f"{TEI}div":
        for child in element:
            _walk_blocks(child, blocks)
        return
    parts: list[str] = []
    spans: list[Json] = []
    _walk_inline(element, parts, 0, spans)
    block = "".join(parts)
    for span in spans:
        span["text"] = block[span["start"] : span["end"]]
    blocks.append({"role": element.tag, "attributes": dict(element.items()), "text": block, "spans": spans})


def _walk_inline(element: Any, parts: list[str], at: int, spans: list[Json]) -> int:
    text = element.text
    if text:
        parts.append(text)
        at += len(text)
    for child in element:
        start = at
        span = {"type": child.tag, "attributes": dict(child.items()), "start": start}
        spans.append(span)
        at = _walk_inline(child, parts, at, spans)
        span["end"] = at
        text = child.tail
        if text:
            parts.append(text)
            at += len(text)
    return at


def split_lines(path: str) -> list[str]:
    """Read a text file and split it into lines."""
    return read(path).decode().splitlines()


def main(kind: str, directory: str) -> int:
    """The bare loop over all files of a directory; 1 if one of them is not valid."""
    paths = [entry.path for entry in os.scandir(directory)]
    if kind == "json":
        return not validate_json(paths, json_parser()[1], json_validator())
    return not validate_tei(paths, xml_parser(), profile())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
