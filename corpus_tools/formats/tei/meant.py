"""What a value that is not of its datatype was meant to be, where only the way of writing is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from corpus_tools.mapping import tei_mapping
from corpus_tools.mending import dates
from corpus_tools.model.ids import legal_id

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
    yield from dates(bare)
    if not bare.startswith("#"):
        yield legal_id(bare)
