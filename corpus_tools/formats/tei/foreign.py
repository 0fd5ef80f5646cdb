"""JSON in TEI: gaps and extra data, which stand as text in the header."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from corpus_tools.formats.tei.xml import Element
from corpus_tools.mapping import tei_mapping

_illegal_in_xml = re.compile("[\ufffe\uffff]")


def write_object(value: Any) -> str:
    """JSON on one line in which every character is legal in XML."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _illegal_in_xml.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def read_object(value: str) -> dict[str, Any]:
    """Read an object of JSON in which no key stands twice and every number is finite.

    Raises:
        ValueError: it is something else.
        RecursionError: it nests too deep.
    """
    try:
        content = json.loads(
            value, object_pairs_hook=_without_repetition, parse_constant=_no_number, parse_float=_finite
        )
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON from character {error.pos + 1} on") from error
    if not isinstance(content, dict):
        raise ValueError("it is no object of JSON")  # noqa: TRY004  the caller tells values, not types
    return content


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice")
    return made


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is beyond the numbers of JSON")
    return number


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def holder_of(root: Element, name: str) -> Element:
    """The element of the header that holds the gaps or the extra data; the root if it is not where it should be."""
    mapping = tei_mapping()
    node = next(node for node in mapping.walk() if node.text == name)
    fixed = {key: value for key, value in node.attributes.items() if isinstance(value, str)}
    found = root.iter(f"{{{mapping.namespace}}}{node.element}")
    return next((element for element in found if fixed.items() <= dict(element.items()).items()), root)
