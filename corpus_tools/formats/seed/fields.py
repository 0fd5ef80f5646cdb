"""Metadata that the text of a seed states, each value with the words it stands in.

Every value becomes metadata and an annotation of layer ``field`` whose type is the metadata path. Nothing
is guessed: the day of a dateline without its year is in neither, because no date of the model can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from corpus_tools.formats.seed.cues import load_cues
from corpus_tools.formats.seed.datelines import FoundDateline, run_in, stands_alone
from corpus_tools.formats.seed.dates import date_line, find_date
from corpus_tools.formats.seed.names import (
    Extent,
    is_name,
    is_organisation,
    listed,
    name_in,
    segments,
    trimmed,
    usual_form,
    usual_place,
)
from corpus_tools.formats.seed.shapes import Shape, inline_credit
from corpus_tools.model.article import Annotation, Block, Metadata

_LONGEST_NAME = 120
_heading = re.compile(r"#{1,6}\s+").match
_credit_parts = re.compile(r"\s?[/|;,]\s?|\s(?:via|for)\s").split
_tag_parts = re.compile(r"[^,;|#\n]+").finditer
_source_parts = re.compile(r"[^,;|/\n]+").finditer
_tagline_parts = re.compile(r"[^;\n]+").finditer
_holder = re.compile(r"\b[0-9]{4}(?:[-–][0-9]{2,4})?,?\s(?:by\s)?(?P<holder>[^.,;|©\n]{2,80})").search
_address = re.compile(r"https?://\S+").search


class Grounding:
    """Collects metadata and field annotations of the blocks of one seed, in source order."""

    def __init__(self, texts: Sequence[str], roles: Sequence[str], shapes: Sequence[Shape]) -> None:
        self.metadata: Metadata = {}
        self.found: list[tuple[int, int, int, str, str]] = []
        self._texts = texts
        self._shapes = shapes
        lead = next((index for index, role in enumerate(roles) if role == "paragraph"), None)
        for index, role in enumerate(roles):
            if (ground := _BY_ROLE.get(role)) is not None:
                ground(self, index)
            elif index == lead:
                self._lead(index)

    def annotations(self, blocks: Sequence[Block], ids: Iterator[str]) -> list[Annotation]:
        """The field annotations in canonical order; `ids` gives their ids."""
        made: list[Annotation] = []
        for index, start, end, kind, value in sorted(self.found, key=lambda item: (item[0], item[1], -item[2])):
            quote = self._texts[index][start:end]
            span: Any = {"block": blocks[index]["id"], "start": start, "end": end, "text": quote}
            annotation: Annotation = {"id": next(ids), "type": kind, "spans": [span]}
            if value != quote:
                annotation["attributes"] = {"value": value}
            made.append(annotation)
        return made

    def _mark(self, index: int, extent: Extent, kind: str, value: str | None = None) -> str:
        """Annotate words; their value is the words with blanks folded, if no other is given."""
        words = self._texts[index][slice(*extent)]
        value = " ".join(words.split()) if value is None else value
        self.found.append((index, *extent, kind, value))
        return value

    def _party(self, index: int, extent: Extent, key: str, **more: str) -> None:
        """Add a person or organisation to the list `key` of the metadata, once."""
        words = " ".join(self._texts[index][slice(*extent)].split())
        name = self._mark(index, extent, key, usual_form(words) if key != "sources" else words)
        parties: list[Any] = self.metadata.setdefault(key, [])  # type: ignore[misc]
        if all(party["name"] != name for party in parties):
            parties.append({"name": name, **more})

    def _start(self, index: int) -> int:
        """Where the value of a block begins: after its cue, or after its mark."""
        cue = self._shapes[index].cue
        if cue is not None:
            return cue.start
        text = self._texts[index]
        return next((at for at, letter in enumerate(text[:8]) if letter.isalnum() or letter in "#@"), 0)

    def _end(self, index: int) -> int:
        """Where the value of a block ends: before the bracket that closes what the block opens."""
        text = self._texts[index]
        return len(text) - (text[0] + text[-1] in {"()", "[]"})

    def _headline(self, index: int) -> None:
        text = self._texts[index]
        heading = _heading(text)
        self.metadata["title"] = self._mark(index, (heading.end() if heading else 0, len(text)), "title")

    def _byline(self, index: int) -> None:
        text = self._texts[index]
        names, *others = segments(text, self._start(index), self._end(index)) or [(0, 0)]
        waiting = len(self.metadata.get("authors", ()))
        for item in listed(text, *names):
            words = text[slice(*item)]
            if waiting < len(self.metadata.get("authors", ())) and is_organisation(words):
                for author in self.metadata["authors"][waiting:]:
                    author["affiliation"] = " ".join(words.split())
                waiting = len(self.metadata["authors"])
            elif (name := name_in(text, *item)) is not None:
                self._party(index, name, "authors")
        for start, end in others:
            if (day := date_line(text[:end], start)) and day.value:
                self._date(index, (day.start, day.end), "published", day.value)

    def _date_block(self, index: int) -> None:
        cue = self._shapes[index].cue
        day = date_line(self._texts[index], cue.start if cue else 0)
        if day and day.value:
            kind = cue.field if cue and cue.field else "published"
            self._date(index, (day.start, day.end), kind, day.value)

    def _date(self, index: int, extent: Extent, kind: str, value: str) -> None:
        """The first date of a kind counts; another one would contradict it."""
        if self.metadata.setdefault(kind, value) == value:  # type: ignore[misc]
            self._mark(index, extent, kind, value)

    def _source(self, index: int) -> None:
        text = self._texts[index]
        for part in _source_parts(text, self._start(index), self._end(index)):
            start, end = trimmed(text, *part.span())
            if 0 < end - start <= _LONGEST_NAME and "://" not in part.string[: part.end()]:
                self._party(index, (start, end), "sources")

    def _tagline(self, index: int) -> None:
        text, end = self._texts[index], self._end(index)
        offset = int(end < len(text))
        for part in _tagline_parts(text, offset, end):
            start, stop = trimmed(text, *part.span())
            cue = load_cues().find(text[start:stop])
            if cue is None or cue.contributor is None:
                continue
            for item in listed(text, start + cue.start, stop):
                if (name := name_in(text, *item)) is not None:
                    self._party(index, name, "contributors", role=cue.contributor)

    def _caption(self, index: int) -> None:
        extent = self._shapes[index].credit or inline_credit(self._texts[index])
        if extent is not None:
            self._credit_words(index, extent)

    def _credit(self, index: int) -> None:
        self._credit_words(index, (self._start(index), self._end(index)))

    def _credit_words(self, index: int, extent: Extent) -> None:
        text = self._texts[index]
        start, end = trimmed(text, *extent)
        if (cue := load_cues().find(text[start:end])) is not None and cue.role == "credit":
            start += cue.start
        if start >= end:
            return
        self._mark(index, (start, end), "credit", text[start:end])
        position = start
        for part in _credit_parts(text[start:end]):
            position = text.index(part, position)
            self._credited(index, (position, position + len(part)))
            position += len(part)

    def _credited(self, index: int, extent: Extent) -> None:
        """One name of a credit: an agency, a photographer, or nothing certain."""
        text = self._texts[index]
        start, end = trimmed(text, *extent)
        words = text[start:end].split()
        while words and words[-1].lower() in load_cues().credit_words and text[start:end] not in load_cues().agencies:
            end = trimmed(text, start, end - len(words.pop()))[1]
        name = text[start:end]
        if not is_name(name):
            return
        if is_organisation(name):
            self._party(index, (start, end), "contributors", role="photo_agency")
        elif len(words) > 1 and words[0].lower() not in load_cues().name_particles and words[0].istitle():
            self._party(index, (start, end), "contributors", role="photographer")

    def _copyright(self, index: int) -> None:
        text = self._texts[index]
        rights = self.metadata.setdefault("rights", {})
        if "notice" in rights:
            return
        rights["notice"] = self._mark(index, (0, len(text)), "rights.notice")
        if (found := _holder(text, 0, 200)) is not None:
            extent = trimmed(text, *found.span("holder"))
            rights["holder"] = self._mark(index, extent, "rights.holder")

    def _tags(self, index: int) -> None:
        text = self._texts[index]
        keywords = self.metadata.setdefault("keywords", [])
        for part in _tag_parts(text, self._start(index)):
            start, end = trimmed(text, *part.span())
            if start < end and (value := self._mark(index, (start, end), "keywords")) not in keywords:
                keywords.append(value)
        if not keywords:
            del self.metadata["keywords"]

    def _other(self, index: int) -> None:
        found = _address(self._texts[index], self._start(index))
        if found is not None and "url" not in self.metadata:
            self.metadata["url"] = self._mark(index, found.span(), "url")

    def _dateline(self, index: int) -> None:
        self._place_and_day(index, stands_alone(self._texts[index]))

    def _lead(self, index: int) -> None:
        found = run_in(self._texts[index])
        self._place_and_day(index, found)
        if found is not None and found.agency is not None:
            self._party(index, found.agency, "sources")

    def _place_and_day(self, index: int, found: FoundDateline | None) -> None:
        if found is None or "dateline" in self.metadata:
            return
        text = self._texts[index]
        if found.place is not None:
            place = usual_place(" ".join(text[slice(*found.place)].split()))
            self.metadata.setdefault("dateline", {})["place"] = self._mark(index, found.place, "dateline.place", place)
        day = find_date(text, found.day[0]) if found.day is not None else None
        if found.day is not None and day is not None and day.value and day.start == found.day[0]:
            self.metadata.setdefault("dateline", {})["date"] = self._mark(index, found.day, "dateline.date", day.value)


_BY_ROLE: dict[str, Callable[[Grounding, int], None]] = {
    "headline": Grounding._headline,  # noqa: SLF001
    "byline": Grounding._byline,  # noqa: SLF001
    "date": Grounding._date_block,  # noqa: SLF001
    "source": Grounding._source,  # noqa: SLF001
    "tagline": Grounding._tagline,  # noqa: SLF001
    "caption": Grounding._caption,  # noqa: SLF001
    "credit": Grounding._credit,  # noqa: SLF001
    "copyright": Grounding._copyright,  # noqa: SLF001
    "tags": Grounding._tags,  # noqa: SLF001
    "other": Grounding._other,  # noqa: SLF001
    "dateline": Grounding._dateline,  # noqa: SLF001
}
