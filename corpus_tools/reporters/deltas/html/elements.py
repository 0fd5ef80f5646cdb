"""Parts of the page that its sections share: changes, badges, tables, and values as they were and as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from corpus_tools.reporters.deltas.html.escaping import in_attribute, in_text
from corpus_tools.reporters.deltas.items import Detail
from corpus_tools.reporters.deltas.words import apart

_TO = ' <span class="to" aria-hidden="true">→</span> '
_SAID = {"text": "edited", "type": "relabelled"}


class Page:
    """What the sections of a page share: numbers of layers, and how many changes of each sort there are."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.layers: dict[str, int] = {}
        self.parts: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def layer(self, name: str) -> int:
        """The number of a layer on this page."""
        return self.layers.setdefault(name, len(self.layers))

    def change(self, part: str, kinds: Sequence[str], *, layer: str | None = None, name: str | None = None) -> str:
        """The attributes of an element that is a change, which is counted.

        Args:
            part: the key of the part of the article, or ``text``.
            kinds: what happened.
            layer: the layer it is a change in, if any; stands for `part`.
            name: an id for the element.
        """
        self.parts[layer or part] += 1
        self.kinds.update(kinds)
        identity = "" if name is None else f' id="{name}"'
        number = "" if layer is None else f' data-l="{self.layer(layer)}"'
        return (
            f'class="change"{identity} tabindex="-1" data-part="{in_attribute(layer or part)}" '
            f'data-kinds="{in_attribute(" ".join(kinds))}"{number}'
        )


def said(kind: str) -> str:
    """A kind of change as the page says it."""
    return _SAID.get(kind, kind)


def badges(kinds: Iterable[str]) -> str:
    """What happened, each in a badge of its own."""
    return "".join(f' <span class="badge k-{in_attribute(kind)}">{in_text(said(kind))}</span>' for kind in kinds)


def versions(old: str | None, new: str | None) -> str:
    """A value as it was and as it is, as far as it was and is there; both are HTML."""
    was = "" if old is None else f"<del><bdi>{old}</bdi></del>"
    now = "" if new is None else f"<ins><bdi>{new}</bdi></ins>"
    return f"{was}{_TO if was and now else ''}{now}"


def detail(found: Detail) -> str:
    """A key with its value in both versions."""
    old, new = (None if value is None else in_text(value) for value in (found.old, found.new))
    key = f"<b>{in_text(found.key)}</b> " if found.key else ""
    return f'<span class="detail">{key}{versions(old, new)}</span>'


def table(title: str, first: str, rows: Sequence[str]) -> Iterator[str]:
    """A section with a table of what was and what is; nothing without rows."""
    if rows:
        yield (
            f'<section class="values"><h3>{title}</h3>\n<table>\n<thead><tr><th scope="col">{first}</th>'
            f'<th scope="col">Old</th><th scope="col">New</th></tr></thead>\n<tbody>\n{"".join(rows)}</tbody></table>\n'
            "</section>\n"
        )


def table_row(attributes: str, head: str, old: str | None, new: str | None) -> str:
    """A row of such a table; `head` is HTML, the values are text, or None where there is none."""
    if old is not None and new is not None:
        found = apart(old, new)
        was = "".join(_part("del", piece.old, edited=piece.is_edited) for piece in found)
        now = "".join(_part("ins", piece.new, edited=piece.is_edited) for piece in found)
    else:
        was, now = _part("del", old or "", edited=True), _part("ins", new or "", edited=True)
    return f'<tr {attributes}><th scope="row">{head}</th><td dir="auto">{was}</td><td dir="auto">{now}</td></tr>\n'


def _part(element: str, text: str, *, edited: bool) -> str:
    return f"<{element}>{in_text(text)}</{element}>" if edited and text else in_text(text)
