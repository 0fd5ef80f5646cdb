"""Reporters as Chinese papers name them: after the word for one, and before the place of the report.

``記者陳怡蓁／嘉義報導``, ``香港電台記者Chen Wei``, ``〔記者周杰／倫敦報導〕``, ``洪健倫、張梓嘉／金門報導``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus_tools.formats.seed.names.recognise import Extent
from corpus_tools.formats.seed.names.signatures import CLOSING, OPENING

_reporter = re.compile(
    r"(?:[記记]者\s?|^(?!.{0,12}[記记]者)(?=[^／/\d]{2,24}[／/][^／/\d]{2,8}(?:報導|报道)$))(?P<names>[^／/]{2,24}?)\s?"
    r"(?:[／/]\s?(?P<place>[^／/]{2,4}?)(?:即時|綜合|连线|連線|專題)?(?:報導|报道))?$"
).search


class Reporters(NamedTuple):
    """Where the names of reporters stand, and the place that they report from, if it is told."""

    names: Extent
    place: Extent | None


def reporter_and_place(text: str, *, alone: bool) -> Reporters | None:
    """Who reports by the word for a reporter; one that another cue tells too, not `alone`, needs the place."""
    found = _reporter(text, text[0] in OPENING, len(text) - (text[-1] in CLOSING))
    if found is None or not (alone or found["place"]):
        return None
    return Reporters(found.span("names"), found.span("place") if found["place"] else None)
