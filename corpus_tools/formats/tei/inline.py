"""Which annotations of a block stand inline, and the block's content with them in it.

Candidates have one span that is not empty. Of two that cross, the one of the layer with the higher priority
stays, then the earlier one in canonical order. What is left nests; each annotation takes the first of its
forms that TEI allows where it would stand, and is standoff if there is none, or if it would stand too deep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.forms import Form, Forms
from corpus_tools.model.article import Annotation


class Candidate(NamedTuple):
    """An annotation that might stand inline; candidates sort by their place, outer ones first.

    `minus_end` is the negative end, `order` the place among the block's annotations in canonical order of
    the layers; both offsets are code points.
    """

    start: int
    minus_end: int
    nesting: int
    layer: str
    order: int
    priority: int
    annotation: Annotation


def without_crossings(candidates: list[Candidate]) -> list[Candidate]:
    """The sorted candidates without those that have to yield to one they cross."""
    if not _any_cross(candidates):
        return candidates
    kept: list[Candidate] = []
    by_rank = sorted(candidates, key=lambda item: (item.priority, item.layer))
    for _, group in groupby(by_rank, key=lambda item: (item.priority, item.layer)):
        fitting = _not_crossing(sorted(group), kept)
        kept = sorted([*kept, *_first_wins(fitting)])
    return kept


def _any_cross(candidates: Iterable[Candidate]) -> bool:
    ends: list[int] = []
    for candidate in candidates:
        start, end = candidate[0], -candidate[1]
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and ends[-1] < end:
            return True
        ends.append(end)
    return False


def _first_wins(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of one layer's candidates, those that cross no earlier one that is kept."""
    kept: list[Candidate] = []
    ends: list[int] = []
    for candidate in candidates:
        start, end = candidate[0], -candidate[1]
        while ends and ends[-1] <= start:
            ends.pop()
        if not ends or end <= ends[-1]:
            ends.append(end)
            kept.append(candidate)
    return kept


def _not_crossing(candidates: Sequence[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that cross none of `kept`, which nest.

    A candidate crosses one of them exactly if the innermost one around its start ends before it does, or
    the innermost one around its end starts after it does.
    """
    edges = {edge for item in candidates for edge in (item.start, -item.minus_end)}
    around = _innermost(sorted(edges), kept)
    whole = (-1, 1 << 62)
    return [
        item
        for item in candidates
        if around.get(item.start, whole)[1] >= -item.minus_end and around.get(-item.minus_end, whole)[0] <= item.start
    ]


def _innermost(positions: Iterable[int], nested: Sequence[Candidate]) -> dict[int, tuple[int, int]]:
    """The innermost interval strictly around each position that has one."""
    around: dict[int, tuple[int, int]] = {}
    open_ones: list[tuple[int, int]] = []
    following = 0
    for position in positions:
        while following < len(nested) and nested[following].start < position:
            start, end = nested[following].start, -nested[following].minus_end
            while open_ones and open_ones[-1][1] <= start:
                open_ones.pop()
            open_ones.append((start, end))
            following += 1
        while open_ones and open_ones[-1][1] <= position:
            open_ones.pop()
        if open_ones:
            around[position] = open_ones[-1]
    return around


Wrote = Callable[[Annotation, Form], None]
_NOTHING: frozenset[str] = frozenset()


class InlineWriter:
    """Writes the content of blocks; `inlined` collects, by annotation id, the form that each one took."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.inlined: dict[str, Form] = {}
        encoding = forms.encoding
        self._agent = f' {encoding.agent}="#'
        self._confidence = f' {encoding.confidence}="'

    def write(self, text: str, element: str, candidates: list[Candidate], out: list[str], offset: int = 0) -> None:
        """Append the content of `element`: `text`, which begins at `offset`, with the annotations that fit."""
        if not candidates:
            if text:
                out.append(xml.text(text))
            return
        at = 0
        stack: list[tuple[int, str]] = []
        barred = [_NOTHING]
        forbidden = [self.forms.forbidden_in(element)]
        for candidate in without_crossings(sorted(candidates)):
            start = candidate.start - offset
            while stack and stack[-1][0] <= start:
                at = _close(text, at, stack, out)
                barred.pop()
                forbidden.pop()
            form = self._fitting(candidate, forbidden[-1], barred[-1], len(stack))
            if form is None:
                continue
            if start > at:
                out.append(xml.text(text[at:start]))
                at = start
            out.append(self._open(candidate.annotation, form))
            stack.append((-candidate.minus_end - offset, form.element))
            forbidden.append(self.forms.forbidden_in(form.element))
            barred.append(barred[-1] | {form.element} if self.forms.bars_itself(form.element) else barred[-1])
        while stack:
            at = _close(text, at, stack, out)
        if at < len(text):
            out.append(xml.text(text[at:]))

    def _fitting(
        self, candidate: Candidate, forbidden: frozenset[str], barred: frozenset[str], depth: int
    ) -> Form | None:
        if depth + 1 >= self.forms.encoding.depth:
            return None
        for form in self.forms.of(candidate.layer, candidate.annotation.get("type")):
            if form.element not in forbidden and form.element not in barred:
                return form
        return None

    def _open(self, annotation: Annotation, form: Form) -> str:
        self.inlined[annotation["id"]] = form
        parts = ["<", form.element, ' xml:id="', annotation["id"], '"', form.opening]
        if "entity" in annotation:
            parts += " ", form.entity, '="#', annotation["entity"], '"'
        if "agent" in annotation:
            parts += self._agent, annotation["agent"], '"'
        if "confidence" in annotation:
            parts += self._confidence, xml.number(annotation["confidence"]), '"'
        if form.native and "attributes" in annotation:
            values = annotation["attributes"]
            for native in form.native:
                value = values.get(native.attribute)
                if value is not None and native.fits(value):
                    parts += native.opening, xml.attribute(str(value)), '"'
        parts.append(">")
        return "".join(parts)


def _close(text: str, at: int, stack: list[tuple[int, str]], out: list[str]) -> int:
    """Write the text up to the end of the innermost element, close it, and return that end."""
    end, element = stack.pop()
    if end > at:
        out.append(xml.text(text[at:end]))
    out.append(f"</{element}>")
    return end
