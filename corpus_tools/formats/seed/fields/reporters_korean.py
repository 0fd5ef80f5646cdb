"""Reporters as Korean papers name them: after the paper and the place, each before the office.

``런던/김민수 특파원``, ``강원일보=춘천 김민수 기자``, ``김민수 기자 Chen Wei 기자``, ``한지원 BBC 코리아``.
"""

from __future__ import annotations

import re
from itertools import groupby

from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.recognise import Extent, is_name, listed

_place = re.compile(r"/?\s?(?P<place>[가-힣]{2,5})\s?[=/]\s?(?=\S)").match
_paper_and_place = re.compile(r"(?P<paper>[^=/\s]{2,12})=(?P<place>[가-힣]{2,4})\s(?=\S)").match
_bracketed = re.compile(r"[(\[](?P<place>[가-힣]{2,6})=[^\s()\[\]]{2,8}[)\]]\s?").match
_words = re.compile(r"[^\s/]+").finditer


def ground_reporters(into: Grounding, index: int, extent: Extent) -> bool:
    """The authors of a byline in Korean, and where they are; False if it names nobody so."""
    text, cues = into.texts[index], into.cues
    start, end = extent
    lead = _paper_and_place(text, start, end)
    if lead is None or lead["paper"] not in cues.words["agencies"]:
        lead = _bracketed(text) if text[0] in "([" else _place(text, start, end)
    start = max(start, lead.end() if lead is not None else start)
    if lead is not None and (lead["place"] in cues.words["agencies"] or lead["place"] in cues.words["jobs"]):
        lead = None
    names = [
        name
        for part in _between_offices(text, start, end, cues)
        for name in listed(text, *_without_papers(text, *part, cues), cues)
        if text[slice(*name)] not in cues.words["places"]
    ]
    if not names or not all(is_name(text[slice(*name)], cues) for name in names):
        return False
    if lead is not None:
        into.place(index, lead.span("place"))
    for name in names:
        into.party(index, name, "authors")
    return True


def _between_offices(text: str, start: int, end: int, cues: Cues) -> list[Extent]:
    """The words between those of offices: ``김민수``, ``Chen Wei`` in ``김민수 기자 Chen Wei 기자``."""
    jobs = cues.words["jobs"]
    groups = groupby(_words(text, start, end), key=lambda word: word.group() in jobs)
    words = [list(group) for office, group in groups if not office]
    return [(group[0].start(), group[-1].end()) for group in words]


def _without_papers(text: str, start: int, end: int, cues: Cues) -> Extent:
    """The names between papers of one or two words: ``KBS 뉴스 김민수``, ``김민수 BBC 코리아``."""
    agencies = cues.words["agencies"]
    words = [word.span() for word in _words(text, start, end)]
    first = next((count for count in (2, 1) if count < len(words) and text[start : words[count - 1][1]] in agencies), 0)
    words = words[first:]
    last = next((count for count in (2, 1) if count < len(words) and text[words[-count][0] : end] in agencies), 0)
    return words[0][0], words[len(words) - last - 1][1]
