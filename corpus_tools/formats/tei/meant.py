"""What a value that is not of its datatype was meant to be, where only the way of writing is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from corpus_tools.mapping import tei_mapping
from corpus_tools.model.ids import legal_id

_day = re.compile(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?:[T ]([0-9]{1,2}:[0-9]{2})(:[0-9]{2})?(.*))?")
_pointer = re.compile(r"(?:string-(?:range|index)\([^()]*\)|[^\s#(),;]+)")
_blanks = re.compile(r"\s+")


def meant(value: str, fits: Callable[[str], bool]) -> str | None:
    """The first of the usual corrections of `value` that fits."""
    return next((made for made in _corrections(value) if made and made != value and fits(made)), None)


def _corrections(value: str) -> Iterable[str]:
    bare = value.strip()
    yield bare
    yield bare.replace(",", ".")
    yield bare.replace("_", "-")
    yield f"#{bare.lstrip('#')}"
    yield " ".join(f"#{_blanks.sub('', pointer)}" for pointer in _pointer.findall(bare))
    yield {"yes": "true", "no": "false", "True": "true", "False": "false"}.get(bare, "")
    yield f"{tei_mapping().prefix}:{bare}"
    if (day := _day.fullmatch(bare)) is not None:
        year, _, month, number, time, seconds, rest = day.groups()
        clock = "" if time is None else f"T{time.zfill(5)}{seconds or ':00'}{rest}"
        yield f"{year}-{month.zfill(2)}-{number.zfill(2)}{clock}"
    if not bare.startswith("#"):
        yield legal_id(bare)
