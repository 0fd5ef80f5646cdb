"""The content of a block as TEI: its text, with the annotations that fit as elements in it.

Candidates have one span that is not empty; those that cross others have yielded before. Each one takes the
first of its forms that TEI allows where it would stand; where there is none, and where it would stand too
deep, it stays standoff.
"""

from __future__ import annotations

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.crossings import Candidate, without_crossings
from corpus_tools.formats.tei.forms import Form, Forms
from corpus_tools.model.article import Annotation

_Open = tuple[int, str, frozenset[str]]
"""An open element: where it ends, its end tag, and the elements that may not stand beside it."""


class InlineWriter:
    """Writes the content of blocks; `inlined` collects, by annotation id, the form that each one took."""

    def __init__(self, forms: Forms) -> None:
        self.inlined: dict[str, Form] = {}
        self._forms = forms
        self._deepest = forms.encoding.depth - 1
        self._agent = f' {forms.encoding.agent}="#'
        self._confidence = f' {forms.encoding.confidence}="'

    def write(self, text: str, element: str, candidates: list[Candidate], out: list[str], offset: int = 0) -> None:
        """Append the content of `element`: `text`, which begins at `offset`, with the annotations that fit."""
        escape = xml.text if xml.has_markup(text) else _as_it_is
        forms, at, barred = self._forms, 0, self._forms.barred_in(element)
        stack: list[_Open] = []
        candidates.sort()
        for start, minus_end, _, layer, _, _, annotation in without_crossings(candidates):
            begin = start - offset
            while stack and stack[-1][0] <= begin:
                end, end_tag, barred = stack.pop()
                out += (escape(text[at:end]), end_tag)
                at = end
            form = forms.fitting(layer, annotation.get("type"), barred)
            if form is None or len(stack) >= self._deepest:
                continue
            out += (escape(text[at:begin]), self._open(annotation, form))
            at = begin
            stack.append((-minus_end - offset, form.end_tag, barred))
            barred = forms.barred_below(form.element, barred)
        while stack:
            end, end_tag, _ = stack.pop()
            out += (escape(text[at:end]), end_tag)
            at = end
        out.append(escape(text[at:]))

    def _open(self, annotation: Annotation, form: Form) -> str:
        identity = annotation["id"]
        self.inlined[identity] = form
        tag = f'<{form.element} xml:id="{identity}"{form.opening}'
        if "entity" in annotation:
            tag += f' {form.entity}="#{annotation["entity"]}"'
        if "agent" in annotation:
            tag += f'{self._agent}{annotation["agent"]}"'
        if "confidence" in annotation:
            tag += f'{self._confidence}{xml.number(annotation["confidence"])}"'
        if form.native and "attributes" in annotation:
            for native in form.native:
                value = annotation["attributes"].get(native.attribute)
                if native.fits(value):
                    tag += f'{native.opening}{xml.attribute(str(value))}"'
        return tag + ">"


def _as_it_is(text: str) -> str:
    return text
