"""Metadata that the text of a seed states, each value with the words it stands in.

Every value becomes metadata and an annotation of layer ``field`` whose type is the metadata path. Nothing
is guessed: the day of a dateline without its year is in neither, because no date of the model can hold it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from corpus_tools.formats.seed.candidates import Candidate
from corpus_tools.formats.seed.cues import Cues
from corpus_tools.formats.seed.datelines import FoundDateline, run_in, stands_alone
from corpus_tools.formats.seed.dates import date_line, find_date
from corpus_tools.formats.seed.marked import is_initials
from corpus_tools.formats.seed.names import (
    Extent,
    address_in,
    handle_in,
    is_job,
    is_name,
    is_organisation,
    listed,
    name_in,
    segments,
    trimmed,
    usual_form,
    usual_place,
)
from corpus_tools.model.article import Annotation, Block, Metadata

_LONGEST_NAME = 120
_LEADS = 3  # a dateline may follow a summary
_heading = re.compile(r"#{1,6}\s+").match
_credit_parts = re.compile(r"\s?[/|;,／、，]\s?|\s(?:via|for|[–—-])\s").split
_tag_parts = re.compile(r"[^,،、，;|#\n·•]+").finditer
_source_parts = re.compile(r"[^,،、，;|/\n]+").finditer
_clauses = re.compile(r"[^;；|\n]+").finditer
_date_parts = re.compile(r"[^|;•·\n（(]+").finditer
_years = re.compile(r"\s*(?:©|\([cC]\))?\s*\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s*(?:by\s)?")
_holder_end = re.compile(r"[.,;|。،\n]|\s[–—-]\s").search
_address = re.compile(r"(?:https?://|www\.)\S+").search
_marks = "[](){}（）【】*_ "


class Grounding:
    """Collects metadata and field annotations of the blocks of one seed, in source order."""

    def __init__(self, texts: Sequence[str], chosen: Sequence[Candidate], cues: Cues) -> None:
        self.metadata: Metadata = {}
        self.found: list[tuple[int, int, int, str, str]] = []
        self.doubts: list[tuple[int, str]] = []
        self._texts = texts
        self._chosen = chosen
        self._cues = cues
        leads = [index for index, candidate in enumerate(chosen) if candidate.role == "paragraph"][:_LEADS]
        for index, candidate in enumerate(chosen):
            if (ground := _BY_ROLE.get(candidate.role)) is not None:
                ground(self, index)
            elif index in leads and "dateline" not in self.metadata:
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

    # --- marking

    def _mark(self, index: int, extent: Extent, kind: str, value: str | None = None) -> str:
        """Annotate words; their value is the words with blanks folded, if no other is given."""
        words = self._texts[index][slice(*extent)]
        value = " ".join(words.split()) if value is None else value
        self.found.append((index, *extent, kind, value))
        return value

    def _party(self, index: int, extent: Extent, key: str, **more: str) -> Any:
        """Add a person or organisation to the list `key` of the metadata, once; the party."""
        words = " ".join(self._texts[index][slice(*extent)].split())
        name = self._mark(index, extent, key, usual_form(words, self._cues) if key != "sources" else words)
        parties: list[Any] = self.metadata.setdefault(key, [])  # type: ignore[misc]
        known = next((party for party in parties if party["name"] == name), None)
        if known is None:
            known = {"name": name, **more}
            parties.append(known)
        return known

    def _value(self, index: int) -> Extent:
        """Where the value of a block lies: after, or before, its cue, without the marks around it."""
        cue, text = self._chosen[index].cue, self._texts[index]
        start, end = (cue.start, cue.end) if cue is not None else (0, len(text))
        while start < end and (text[start] in _marks or (text[start] in self._cues.dashes and cue is None)):
            start += 1
        if cue is None or text[:1] in "([（【*_":
            while end > start and text[end - 1] in _marks:
                end -= 1
        return start, end

    # --- roles

    def _headline(self, index: int) -> None:
        text = self._texts[index]
        heading = _heading(text)
        start, end = heading.end() if heading else 0, len(text)
        while start < end and text[start] == text[end - 1] and text[start] in "*_":
            start, end = start + 1, end - 1
        if "title" not in self.metadata and start < end:
            self.metadata["title"] = self._mark(index, (start, end), "title")

    def _byline(self, index: int) -> None:
        text, (start, end) = self._texts[index], self._value(index)
        authors = self.metadata.get("authors", [])
        alone = self._chosen[index].cue is None
        address = address_in(text, start, end)
        if alone and is_initials(text):
            return
        if alone and text in self._cues.words["agencies"]:
            self._party(index, (start, end), "sources")
            return
        if text[start:end].isalnum() and text[start : start + 1].islower():
            self._party(index, (start, end), "authors")
            return
        if alone and authors and address is not None:
            authors[-1].setdefault("uri", f"mailto:{address[1]}")
            return
        if alone and authors and is_job(text[start:end], self._cues) and index and self._is_byline(index - 1):
            authors[-1].setdefault("role", " ".join(text[start:end].split()))
            return
        self._authors(index, start, end, address)

    def _is_byline(self, index: int) -> bool:
        return self._chosen[index].role == "byline"

    def _authors(self, index: int, start: int, end: int, address: tuple[Extent, str] | None) -> None:
        text = self._texts[index]
        parts = segments(text, start, end)
        waiting = len(self.metadata.get("authors", ()))
        for number, part in enumerate(parts):
            if (day := date_line(text, self._cues, *part)) and day.full:
                self._dated(index, part, "published")
            elif number == 0:
                self._listed(index, part, waiting)
            elif is_organisation(text[slice(*part)], self._cues):
                self._affiliate(waiting, text[slice(*part)])
        authors = self.metadata.get("authors", [])
        if address is not None and len(authors) > waiting:
            authors[-1].setdefault("uri", f"mailto:{address[1]}")

    def _listed(self, index: int, part: Extent, waiting: int) -> None:
        """The names of a list, with the offices and organisations in it."""
        text = self._texts[index]
        for item in listed(text, *part, self._cues):
            start, end = item
            if (address := address_in(text, start, end)) is not None:
                end = trimmed(text, start, address[0][0])[1]
            if (handle := handle_in(text, start, end)) is not None:
                end = trimmed(text, start, handle[0])[1]
            if end <= start:
                continue
            words = text[start:end]
            known = len(self.metadata.get("authors", ())) > waiting
            if (
                known
                and " " not in words
                and " " in self.metadata["authors"][-1]["name"]
                and words[0] < "\u2e80"
                and words.isalpha()
                and not is_organisation(words, self._cues)
            ):
                continue  # a place after the names
            if known and is_job(words, self._cues):
                self.metadata["authors"][-1].setdefault("role", " ".join(words.split()))
            elif known and is_organisation(words, self._cues):
                self._affiliate(waiting, words)
            elif (day := find_date(text, self._cues, start, end)) is not None:
                if day.full:
                    self._dated(index, (start, part[1]), "published")
                    break
            elif (name := name_in(text, start, end, self._cues)) is not None:
                bracket = text.find("(", start, end)
                if text[slice(*name)] in self._cues.words["agencies"] and not text[slice(*name)].istitle():
                    self._party(index, name, "sources")
                    continue
                self._party(index, name, "authors")
                inner = trimmed(text, bracket + 1, end - 1) if bracket > name[0] else None
                if inner and is_organisation(text[slice(*inner)], self._cues):
                    self._affiliate(waiting, text[slice(*inner)])

    def _affiliate(self, waiting: int, words: str) -> None:
        for author in self.metadata.get("authors", [])[waiting:]:
            author.setdefault("affiliation", " ".join(words.split()).strip("()"))

    def _date_block(self, index: int) -> None:
        cue = self._chosen[index].cue
        kind = cue.field if cue is not None and cue.field else "published"
        start, end = self._value(index)
        for part in _date_parts(self._texts[index], start, end):
            begin, stop = trimmed(self._texts[index], *part.span())
            inner = next((c for c in self._cues.at_start(self._texts[index][begin:stop]) if c.role == "date"), None)
            if inner is not None:
                kind, begin = inner.field or kind, begin + inner.start
            self._dated(index, (begin, stop), kind)

    def _dated(self, index: int, extent: Extent, kind: str) -> None:
        """The first date of a kind counts; another one would contradict it."""
        day = find_date(self._texts[index], self._cues, *extent)
        if day is None:
            return
        if day.value is None:
            self.doubts.append((index, f"“{self._texts[index][day.start : day.end]}”: {day.doubt}"))
        elif self.metadata.setdefault(kind, day.value) == day.value:  # type: ignore[misc]
            self._mark(index, (day.start, day.end), kind, day.value)

    def _source(self, index: int) -> None:
        text = self._texts[index]
        for part in _source_parts(text, *self._value(index)):
            start, end = trimmed(text, *part.span())
            name = text[start:end]
            if 0 < end - start <= _LONGEST_NAME and "://" not in name and not name.isdigit():
                if (day := find_date(text, self._cues, start, end)) is None or not day.full:
                    self._party(index, (start, end), "sources")

    def _tagline(self, index: int) -> None:
        text = self._texts[index]
        start, end = 0, len(text)
        while start < end and text[start] in _marks:
            start, end = start + 1, end - (text[end - 1] in _marks)
        for part in _clauses(text, start, end):
            begin, stop = trimmed(text, *part.span())
            cue = next((cue for cue in self._cues.at_start(text[begin:stop]) if cue.contributor), None)
            if cue is None or cue.contributor is None:
                continue
            for item in listed(text, begin + cue.start, stop, self._cues):
                if (name := name_in(text, *item, self._cues)) is not None:
                    self._party(index, name, "contributors", role=cue.contributor)

    def _caption(self, index: int) -> None:
        credit = self._chosen[index].credit
        if credit is not None:
            self._credit_words(index, credit.extent)

    def _credit(self, index: int) -> None:
        candidate = self._chosen[index]
        self._credit_words(index, candidate.credit.extent if candidate.credit else self._value(index))

    def _credit_words(self, index: int, extent: Extent) -> None:
        text = self._texts[index]
        start, end = trimmed(text, *extent)
        for mark in ("(c)", "(C)", "c)", "©"):
            if text.startswith(mark, start, end):
                start = trimmed(text, start + len(mark), end)[0]
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
        text, cues = self._texts[index], self._cues
        start, end = trimmed(text, *extent)
        words = text[start:end].split()
        while words and words[-1].lower() in cues.words["photo"] and text[start:end] not in cues.words["agencies"]:
            end = trimmed(text, start, end - len(words.pop()))[1]
        name = text[start:end]
        if not is_name(name, cues):
            return
        if is_organisation(name, cues):
            self._party(index, (start, end), "contributors", role="photo_agency")
        elif len(words) > 1 and words[0].lower() not in cues.words["name_particles"] and words[0].istitle():
            self._party(index, (start, end), "contributors", role="photographer")

    def _copyright(self, index: int) -> None:
        text = self._texts[index]
        rights = self.metadata.setdefault("rights", {})
        if "notice" in rights:
            return
        rights["notice"] = self._mark(index, (0, len(text)), "rights.notice")
        cue = self._chosen[index].cue
        if cue is None or ("©" not in text and "opyright" not in text and "(c)" not in text.lower()):
            return
        years = _years.match(text, cue.start)
        start = years.end() if years else cue.start
        stop = _holder_end(text, start, start + 80)
        extent = trimmed(text, start, stop.start() if stop else min(len(text), start + 80))
        words = text[slice(*extent)].split()
        if words and words[-1].isdigit():
            extent = trimmed(text, extent[0], extent[1] - len(words[-1]))
        if extent[0] < extent[1] and is_name(text[slice(*extent)], self._cues):
            rights["holder"] = self._mark(index, extent, "rights.holder")

    def _tags(self, index: int) -> None:
        text = self._texts[index]
        keywords = self.metadata.setdefault("keywords", [])
        for part in _tag_parts(text, *self._value(index)):
            start, end = trimmed(text, *part.span())
            if start < end and (value := self._mark(index, (start, end), "keywords")) not in keywords:
                keywords.append(value)
        if not keywords:
            del self.metadata["keywords"]

    def _other(self, index: int) -> None:
        found = _address(self._texts[index], self._value(index)[0])
        if self._chosen[index].cue is not None and found is not None and "url" not in self.metadata:
            self.metadata["url"] = self._mark(index, found.span(), "url")

    def _dateline(self, index: int) -> None:
        text = self._texts[index]
        found = stands_alone(text, self._cues) or run_in(text, self._cues, alone=True)
        self._place_and_day(index, found)
        if found is not None and found.agency is not None:
            self._party(index, found.agency, "sources")

    def _lead(self, index: int) -> None:
        found = run_in(self._texts[index], self._cues)
        if found is not None and found.place is None and found.day is not None:
            self._dated(index, found.day, "published")
        else:
            self._place_and_day(index, found)
        if found is not None and found.agency is not None:
            self._party(index, found.agency, "sources")
        if found is not None and found.names is not None:
            for name in listed(self._texts[index], *found.names, self._cues):
                self._party(index, name, "authors")

    def _place_and_day(self, index: int, found: FoundDateline | None) -> None:
        if found is None or "dateline" in self.metadata:
            return
        text = self._texts[index]
        if found.place is not None:
            place = usual_place(" ".join(text[slice(*found.place)].split()), self._cues)
            self.metadata.setdefault("dateline", {})["place"] = self._mark(index, found.place, "dateline.place", place)
        if found.day is None:
            return
        day = find_date(text, self._cues, *found.day)
        if day is not None and day.value is not None:
            value = day.value[:10]
            self.metadata.setdefault("dateline", {})["date"] = self._mark(index, found.day, "dateline.date", value)
        elif day is not None:
            self.doubts.append((index, f"“{text[slice(*found.day)]}”: {day.doubt}"))


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
