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
"""An open element: where it ends, its end tag, and the elements that may not stand in it."""


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
        at = 0
        stack: list[_Open] = [(len(text), "", self._forms.barred_in(element))]
        candidates.sort()
        for start, minus_end, _, layer, _, _, annotation in without_crossings(candidates):
            begin = start - offset
            while stack[-1][0] <= begin and len(stack) > 1:
                at = _close(text, at, stack, out)
            form = self._forms.fitting(layer, annotation.get("type"), stack[-1][2])
            if form is None or len(stack) > self._deepest:
                continue
            if begin > at:
                out.append(xml.text(text[at:begin]))
                at = begin
            out.append(self._open(annotation, form))
            stack.append((-minus_end - offset, form.end_tag, self._forms.barred_below(form.element, stack[-1][2])))
        while len(stack) > 1:
            at = _close(text, at, stack, out)
        if at < len(text):
            out.append(xml.text(text[at:]) if at else xml.text(text))

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


def _close(text: str, at: int, stack: list[_Open], out: list[str]) -> int:
    """Write the text up to the end of the innermost element, close it, and return that end."""
    end, end_tag, _ = stack.pop()
    if end > at:
        out.append(xml.text(text[at:end]))
    out.append(end_tag)
    return end
