"""The texts of a document, for the rules that look for certain characters in them.

They are the blocks and the strings of the metadata. What spans quote is the text of a block, and what ids and
attributes hold is no text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from corpus_tools.model import places
from corpus_tools.model.index import Index

_MOST_SHOWN = 60
_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
_BLANK_FOR_ASCII = b" " * 128 + bytes(range(128, 256))


class Text(NamedTuple):
    """A text: its JSON Pointer, the id of its block (None in the metadata), itself."""

    pointer: str
    block: str | None
    text: str


def whole_text(index: Index) -> str:
    """All texts at once, in one string that is made once for all rules; the metadata are in it as JSON."""
    if "whole_text" not in index.shared:
        metadata = {key: value for key, value in index.article["metadata"].items() if key != "extra"}
        written = msgspec.json.encode(metadata).decode() if metadata else ""
        index.shared["whole_text"] = "\n".join([*index.texts.values(), written])
    text: str = index.shared["whole_text"]
    return text


def beyond_ascii(index: Index) -> str:
    """What all texts hold beyond ASCII: every run of such characters once, with a blank after it.

    In most languages it is a small part of the text; it is found at the speed of C, and once for all rules.
    """
    if "beyond_ascii" not in index.shared:
        text = whole_text(index)
        runs = () if text.isascii() else set(text.encode().translate(_BLANK_FOR_ASCII).split())
        index.shared["beyond_ascii"] = b" ".join([*runs, b""]).decode()
    found: str = index.shared["beyond_ascii"]
    return found


def texts(index: Index) -> Iterator[Text]:
    """Every text with its place: the metadata, then the blocks."""
    for place in places.strings({"metadata": index.article["metadata"]}):
        yield Text(place.pointer, None, place.value)
    for number, block in enumerate(index.article["blocks"]):
        yield Text(f"/blocks/{number}/text", block["id"], block["text"])


def is_blank(text: str) -> bool:
    """Whether a text holds only white space, controls and format characters."""
    return text.isspace() or all(unicodedata.category(character) in _BLANK for character in text)


def shown(text: str) -> str:
    """A text as a message quotes it: cut where it is long."""
    return repr(text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…")


def code_points(text: str) -> str:
    """The code points of a text, as in ``U+0065 U+0301``."""
    return " ".join(f"U+{ord(character):04X}" for character in text)
