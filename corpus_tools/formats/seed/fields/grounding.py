"""Metadata with the words that state it: what the functions of `ground` and `bylines` write into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from corpus_tools.formats.seed.dates.clocks import clock_in
from corpus_tools.formats.seed.dates.find import find_date
from corpus_tools.formats.seed.dates.tokens import FoundDate
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_same_organisation
from corpus_tools.formats.seed.names.recognise import Extent
from corpus_tools.formats.seed.names.usual import Spellings, usual_form, usual_place
from corpus_tools.formats.seed.roles.candidates import Candidate
from corpus_tools.formats.seed.unwrap import Unwrapped
from corpus_tools.model.article import Annotation, Block, Metadata

_MARKS = "[](){}<>（）【】［］〔〕*_ "
_MARKS_IN_PAIRS = "([<（【［〔*_"


class Grounding:
    """Collects metadata and field annotations of the blocks of one seed, in source order.

    Attributes:
        lines: the blocks, each as one line.
        texts: these lines alone; all offsets but those of annotations are offsets in them.
        chosen: what each of them is.
        cues: the cues they were read by.
        has_byline: whether one of them is a byline.
        metadata: what they state.
        doubts: what could not be normalised: number of the block, and why.
    """

    def __init__(self, lines: Sequence[Unwrapped], chosen: Sequence[Candidate], cues: Cues) -> None:
        self.lines = lines
        self.texts = [line.text for line in lines]
        self.chosen = chosen
        self.cues = cues
        self.has_byline = any(candidate.role == "byline" for candidate in chosen)
        self.metadata: Metadata = {}
        self.doubts: list[tuple[int, str]] = []
        self._found: list[tuple[int, int, int, str, str]] = []
        self._known: dict[str, set[str]] = {}
        self._spellings = Spellings(self.texts)

    def annotations(self, blocks: Sequence[Block], ids: Iterator[str]) -> list[Annotation]:
        """The field annotations in canonical order; `ids` gives their ids."""
        made: list[Annotation] = []
        for index, *extent, kind, value in sorted(self._found, key=lambda item: (item[0], item[1], -item[2])):
            start, end = self.lines[index].in_block(*extent)
            quote = blocks[index]["text"][start:end]
            span: Any = {"block": blocks[index]["id"], "start": start, "end": end, "text": quote}
            annotation: Annotation = {"id": next(ids), "type": kind, "spans": [span]}
            if value != quote:
                annotation["attributes"] = {"value": value}
            made.append(annotation)
        return made

    def mark(self, index: int, extent: Extent, kind: str, value: str | None = None) -> str:
        """Annotate words; their value is the words with blanks folded, if no other is given."""
        words = self.texts[index][slice(*extent)]
        value = " ".join(words.split()) if value is None else value
        self._found.append((index, *extent, kind, value))
        return value

    def party(self, index: int, extent: Extent, key: str, **more: str) -> None:
        """Add a person or organisation to the list `key` of the metadata, once."""
        words = " ".join(self.texts[index][slice(*extent)].split())
        name = self._source(index, words) if key == "sources" else self._person(words)
        self.mark(index, extent, key, name)
        if self.is_new(key, name):
            self.metadata.setdefault(key, []).append({"name": name, **more})  # type: ignore[misc]

    def _source(self, index: int, words: str) -> str:
        """The name by which a source is known already, but for initials and capitals; a line of sources has its own."""
        known = self.metadata.get("sources", ()) if self.chosen[index].role != "source" else ()
        return next((party["name"] for party in known if is_same_organisation(party["name"], words)), words)

    def _person(self, words: str) -> str:
        """A name as the text spells it elsewhere, or else as such names are usually written."""
        return self._spellings.of(words) or usual_form(words, self.cues)

    def place(self, index: int, extent: Extent) -> None:
        """Add the place of the dateline; the first one counts."""
        if "dateline" not in self.metadata:
            words = " ".join(self.texts[index][slice(*extent)].split())
            city, comma, region = usual_place(words, self.cues).partition(",")
            place = (self._spellings.of(words.partition(",")[0]) or city) + comma + region
            self.metadata["dateline"] = {"place": self.mark(index, extent, "dateline.place", place)}

    def is_new(self, key: str, value: str) -> bool:
        """Whether a value has not been asked about before; lists of the metadata hold each value once."""
        known = self._known.setdefault(key, set())
        new = value not in known
        known.add(value)
        return new

    def date(self, index: int, extent: Extent, kind: str) -> None:
        """Add the date at `extent`; the first of a kind counts, another one would contradict it."""
        text = self.texts[index]
        day = find_date(text, self.cues, *extent)
        if day is None:
            return
        if day.value is None:
            self.doubts.append((index, f"“{text[day.start : day.end]}”: {day.doubt}"))
        elif self.metadata.setdefault(kind, day.value) == day.value:  # type: ignore[misc]
            self.mark(index, (day.start, day.end), kind, day.value)

    def later(self, index: int, extent: Extent) -> None:
        """Add the time of an update that lacks its day, or the year of it, which is that of publication beside it."""
        published, _, clock = self.metadata.get("published", "").partition("T")
        found = clock_in(self.texts[index], self.cues, *extent)
        day = find_date(self.texts[index], self.cues, *extent)
        if day is not None and day.in_year is not None:
            self._in_year_of(published, index, day, extent[1])
        elif found is not None and found.value and clock < found.value and "updated" not in self.metadata:
            self.metadata["updated"] = self.mark(
                index, (found.start, found.end), "updated", f"{published}T{found.value}"
            )

    def _in_year_of(self, published: str, index: int, day: FoundDate, stop: int) -> None:
        """Add the day of an update in the year of the day of publication, if it is not before that."""
        month, number = day.in_year or (0, 0)
        value = f"{published[:4]}-{month:02}-{number:02}"
        if len(published) != len(value) or value < published or "updated" in self.metadata:
            return
        clock = clock_in(self.texts[index], self.cues, day.end, stop)
        end, time = (clock.end, f"T{clock.value}") if clock is not None else (day.end, "")
        self.metadata["updated"] = self.mark(index, (day.start, end), "updated", value + time)

    def value(self, index: int) -> Extent:
        """Where the value of a block lies: after, or before, its cue, without the marks around it."""
        cue, text = self.chosen[index].cue, self.texts[index]
        start, end = (cue.start, cue.end) if cue is not None else (0, len(text))
        bare = cue is None or cue.form == "line"
        while start < end and (text[start] in _MARKS or (bare and text[start] in self.cues.dashes)):
            start += 1
        paper = self.chosen[index].role == "source"  # The Herald (Australia)
        inner = paper and end > start and text[end - 1] == ")" and text.find("(", start, end) > start
        if (cue is None and not inner) or text[:1] in _MARKS_IN_PAIRS:
            while end > start and (text[end - 1] in _MARKS or (cue is None and text[end - 1] in self.cues.dashes)):
                end -= 1
        return start, end
