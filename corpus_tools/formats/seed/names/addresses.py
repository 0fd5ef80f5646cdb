"""E-mail addresses and handles beside the names of people."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.names.recognise import Extent

_address = re.compile(r"[(<\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[)>\]]?").search
_handle = re.compile(r"(?:^|[\s,(|])(@\w{2,30})\b\)?").search


def address_in(text: str, start: int, end: int) -> tuple[Extent, str] | None:
    """An e-mail address with the brackets around it, and the address alone."""
    if "@" not in text[start:end] or (found := _address(text, start, end)) is None:
        return None
    return found.span(), found.group().strip("()<>[]")


def handle_in(text: str, start: int, end: int) -> Extent | None:
    """A handle such as ``@anasilva``."""
    found = _handle(text, start, end) if "@" in text[start:end] else None
    return None if found is None else found.span()
