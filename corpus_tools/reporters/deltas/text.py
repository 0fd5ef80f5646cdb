"""A comparison for people: the text with its edits marked, and below it what changed in the layers.

What was removed stands in ``[-…-]``, what was added in ``{+…+}``, and an annotation as a bracket with its type before
the words. Of long stretches without a change only the words next to one are shown. The marks stand also where there is
colour, so that what is copied keeps its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from corpus_tools.delta import LayerChange, RevisionChange, ThingChange, ValueChange, is_empty
from corpus_tools.model.wording import object_in_words
from corpus_tools.reporters.base import visible
from corpus_tools.reporters.deltas.base import Comparison, Pair, not_compared, tally, told
from corpus_tools.reporters.deltas.items import Detail, Names, Quote, Together, details, gathered, label, value_details
from corpus_tools.reporters.deltas.rows import Row, lay_out
from corpus_tools.reporters.deltas.unseen import sides_shown
from corpus_tools.reporters.deltas.words import Piece

Paint = Callable[[str, str], str]
"""Gives text its colour: what the text is (``file``, ``head``, ``old``, ``new``, ``aside``), and the text."""

JOINT: Final = "¶"
"""Stands where one block ends and the next begins, in a text of several blocks."""

_CONTEXT = 60  # code points of unchanged text that are shown beside an edit
_SIDES = {"added": "new", "removed": "old"}
_VALUES = ("schema_version", "id", "language")


def plain(_: str, text: str) -> str:
    """Text without colour."""
    return text


def report(comparison: Comparison, paint: Paint = plain) -> str:
    """The comparison as text; nothing at all if there is no difference."""
    shown = ["".join(f"{line}\n" for line in _pair(pair, paint)) for pair in comparison.differing]
    if comparison.unread:
        shown.append(f"{visible(not_compared(comparison.unread))}\n")
    return "\n".join(shown)


def _pair(pair: Pair, paint: Paint) -> Iterator[str]:
    yield paint("file", visible(pair.name))
    if pair.delta is None or pair.old is None or pair.new is None or is_empty(pair.delta):
        yield paint("aside", f"  {', '.join(pair.kinds)}")
        return
    renamed = [kind for kind in pair.kinds if kind != "changed"]
    yield paint("aside", f"  {', '.join([*renamed, told(tally(pair))])}")
    yield from _Told(pair, paint).lines()


class _Told:
    """One pair of articles."""

    def __init__(self, pair: Pair, paint: Paint) -> None:
        assert pair.old is not None
        assert pair.new is not None
        assert pair.delta is not None
        self._delta = pair.delta
        self._old, self._new = Names(pair.old), Names(pair.new)
        self._layout = lay_out(pair.old, pair.new, pair.delta, pair.whole)
        self._paint = paint

    def lines(self) -> Iterator[str]:
        """All that changed, section by section."""
        delta = self._delta
        values: list[ValueChange] = []
        for key in _VALUES:
            values += [{"field": key, **change} for change in delta[key]]  # type: ignore[literal-required, typeddict-item]
        yield from self._section("article", self._values(values))
        yield from self._section("metadata", self._values(delta["metadata"]))
        yield from self._section("origin", self._values(delta["origin"]))
        for row in self._layout.rows:
            if row.changed:
                yield ""
                yield from self._row(row)
        yield from self._section("layers", (line for change in self._layout.others for line in self._item(change)))
        for key, things in (("groups", delta["groups"]), ("entities", delta["entities"]), ("agents", delta["agents"])):
            yield from self._section(key, (line for change in things for line in self._thing(change)))
        yield from self._section(
            "revisions", (line for change in delta["revisions"] for line in self._revision(change))
        )
        yield from self._section("extra", self._values([{"field": "extra", **change} for change in delta["extra"]]))

    def _section(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        for number, line in enumerate(lines):
            if not number:
                yield ""
                yield self._paint("head", title)
            yield line

    def _both(self, indent: str, key: str, old: str | None, new: str | None) -> Iterator[str]:
        """A line for each version that has a value."""
        for side, sign, value in (("old", "-", old), ("new", "+", new)):
            if value is not None:
                yield self._paint(side, f"{indent}{sign} {visible(f'{key}: {value}' if key else value)}")

    def _values(self, changes: Sequence[ValueChange]) -> Iterator[str]:
        for change in changes:
            yield from self._both("  ", *value_details(change))

    def _details(self, found: Iterator[Detail]) -> Iterator[str]:
        for detail in found:
            yield from self._both("      ", *detail)

    def _row(self, row: Row) -> Iterator[str]:
        yield self._paint("head", visible(heading(row)))
        if row.kinds and (any(piece.is_edited for piece in row.pieces) or row.old.joints != row.new.joints):
            yield f"    {''.join(self._pieces(row))}"
        elif row.kinds:
            yield f"    {_shown(shortened(row.new.text, at_start=False, at_end=True))}"
        for key in ("level", "language", "part_of", "media", "extra"):
            if key in row.kinds:
                sides = (side.blocks[0].get(key) for side in (row.old, row.new))
                yield from self._both(
                    "    ", key, *(None if value is None else object_in_words(value) for value in sides)
                )
        for change in gathered(row.kinds, row.items):
            if isinstance(change, Together):
                yield self._paint(_SIDES[change.kind], f"  {sign([change.kind])} {visible(change.layer)}: {change}")
            else:
                yield from self._item(change)

    def _pieces(self, row: Row) -> Iterator[str]:
        last = len(row.pieces) - 1
        for index, piece in enumerate(row.pieces):
            if piece.is_edited:
                old, new = sides_shown(
                    jointed(piece.old, piece.place.old_start, row.old.joints),
                    jointed(piece.new, piece.place.new_start, row.new.joints),
                )
                for side, opening, text, closing in (("old", "[-", old, "-]"), ("new", "{+", new, "+}")):
                    if text:
                        yield self._paint(side, f"{opening}{_shown(text)}{closing}")
            else:
                yield from self._same(piece, row, is_first=not index, is_last=index == last)

    def _same(self, piece: Piece, row: Row, *, is_first: bool, is_last: bool) -> Iterator[str]:
        """A stretch without an edit, in which blocks may begin that did not before."""
        old = {joint - piece.place.old_start for joint in row.old.joints}
        new = {joint - piece.place.new_start for joint in row.new.joints}
        places = [place for place in sorted(old | new) if 0 <= place < len(piece.new)]
        for index, (start, end) in enumerate(zip([0, *places], [*places, len(piece.new)], strict=True)):
            if index:
                yield self._paint("old", f"[-{JOINT}-]") if start in old else self._paint("new", f"{{+{JOINT}+}}")
            text = piece.new[start:end]
            yield _shown(shortened(text, at_start=is_first and not index, at_end=is_last and index == len(places)))

    def _item(self, change: LayerChange) -> Iterator[str]:
        was = self._told(change["old"], self._old) if "old" in change and "list" in change else None
        now = self._told(change["new"], self._new) if "new" in change and "list" in change else None
        layer = f"{change['layer']}{'' if 'list' in change else ' (layer)'}"
        if (was is None) != (now is None):
            yield from self._both("  ", layer, was, now)
        else:
            title = f"{sign(change['kinds'])} {layer}: {', '.join(change['kinds'])}"
            yield self._paint("aside", f"  {visible(title)}")
            if was == now and was is not None:
                yield f"        {visible(was)}"
            else:
                yield from self._both("      ", "", was, now)
        yield from self._details(
            detail for detail in details(change, self._old, self._new) if detail.key not in ("source", "target")
        )

    def _told(self, item: Mapping[str, Any], names: Names) -> str:
        """An annotation with its words, or a relation with its ends."""
        if "source" in item:
            kind = f"[{label(item)}] " if label(item) else ""
            return f"{kind}{names.of(item['source'])} → {names.of(item['target'])}"
        return bracketed(label(item), names.quote(item))

    def _thing(self, change: ThingChange) -> Iterator[str]:
        thing: dict[str, Any] = change.get("new") or change["old"]
        title = f"{thing['id']} {thing['type']}: {', '.join(change['kinds'])}"
        yield self._paint("aside", f"  {sign(change['kinds'])} {visible(title)}")
        yield from self._details(details(change, self._old, self._new))

    def _revision(self, change: RevisionChange) -> Iterator[str]:
        was, now = (
            object_in_words(placed["revision"]) if placed else None for placed in (change.get("old"), change.get("new"))
        )
        yield from self._both("  ", "", was, now)


def heading(row: Row) -> str:
    """What a row is about: ids and role of its blocks, and what happened if that is more than an edit."""
    ids = [" ".join(block["id"] for block in side.blocks) for side in (row.old, row.new)]
    names = " → ".join(dict.fromkeys(filter(None, ids)))
    roles = [" ".join(dict.fromkeys(block["role"] for block in side.blocks)) for side in (row.old, row.new)]
    role = " → ".join(dict.fromkeys(filter(None, roles)))
    kinds = [kind for kind in row.kinds if kind != "text"]
    return f"{names} {role}{': ' if kinds else ''}{', '.join(kinds)}"


def sign(kinds: Sequence[str]) -> str:
    """One character for what happened."""
    return {"added": "+", "removed": "-"}.get(kinds[0], "~")


def bracketed(kind: str, quote: Quote | None) -> str:
    """The words of an annotation in a bracket with its type, between the words around them."""
    if quote is None:
        return f"[{kind}]"
    return f"{quote.before}[{kind}{' ' if kind else ''}{quote.words}]{quote.after}"


def shortened(text: str, *, at_start: bool, at_end: bool) -> str:
    """Unchanged text without what is far from an edit: one stands on each side that is no edge of the block."""
    head, tail = (0 if at_start else _CONTEXT), (0 if at_end else _CONTEXT)
    if len(text) <= head + tail + _CONTEXT // 2:
        return text
    start = text[:head].rpartition(" ")[0] or text[:head]
    end = text[len(text) - tail :].partition(" ")[2] or text[len(text) - tail :]
    return f"{start}{' ' if head else ''}…{' ' if tail else ''}{end if tail else ''}"


def jointed(text: str, start: int, joints: Sequence[int]) -> str:
    """`text`, which begins at `start`, with a mark where blocks meet inside it."""
    made, done = "", 0
    for joint in joints:
        if start <= joint < start + len(text):
            made += text[done : joint - start] + JOINT
            done = joint - start
    return made + text[done:]


def _shown(text: str) -> str:
    return visible(text.replace("\n", "↵"))
