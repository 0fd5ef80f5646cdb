"""The text of a pair of documents on the page: row for row, with what changed in the layers below each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from corpus_tools.delta import Delta, LayerChange
from corpus_tools.model.article import Article
from corpus_tools.model.wording import object_in_words
from corpus_tools.reporters.base import count
from corpus_tools.reporters.deltas.html.elements import Page, badges, detail, versions
from corpus_tools.reporters.deltas.html.escaping import in_attribute, in_text
from corpus_tools.reporters.deltas.html.marked import Mark, Tag, marked
from corpus_tools.reporters.deltas.items import Detail, Names, Quote, Together, details, gathered, label
from corpus_tools.reporters.deltas.rows import Row, Side, items_of, lay_out

MOST_UNCHANGED: Final = 500
"""How many annotations are drawn, of a row that have not changed, and of a layer that came or went."""

MINUS: Final = "\u2212"
"""The minus sign."""

_BLOCK_KEYS = ("level", "language", "part_of", "media", "extra")
_ENDS = frozenset({"source", "target"})


class Texts:
    """The rows of one pair of documents."""

    def __init__(self, old: Article, new: Article, delta: Delta, whole: Delta | None, page: Page, number: int) -> None:
        """Lay the two articles side by side; `number` is that of the pair on the page."""
        self.names = Names(old), Names(new)
        self._layout = lay_out(old, new, delta, whole)
        self._language = new.get("language", old.get("language"))
        self._page = page
        self._number = number
        changes = [*self._layout.singles, *self._layout.others]
        self._changes = {id(change): index for index, change in enumerate(changes)}
        self._followers = {
            id(member)
            for row in self._layout.rows
            for together in gathered(row.kinds, row.items)
            if isinstance(together, Together)
            for member in together.changes
        }
        self._marks = self._find_marks()
        self._unchanged = _unchanged(new, (whole or delta)["layers"])

    def rows(self) -> Iterator[str]:
        """The section with the text; rows in which nothing changed are folded."""
        same: list[str] = []
        if not self._layout.rows:
            return
        yield '<section class="texts"><h3>Text</h3>\n'
        for index, row in enumerate(self._layout.rows):
            if row.changed or index in self._marks:
                yield from _folded(same)
                same = []
                yield self._row(row, self._marks.get(index, []))
            else:
                same.append(self._plain(row))
        yield from _folded(same)
        yield "</section>\n"

    def others(self) -> Iterator[str]:
        """The section with changes in layers that belong to no text."""
        if self._layout.others:
            yield f"<section><h3>Layers</h3>\n{self._notes(self._layout.others)}</section>\n"

    def _row(self, row: Row, marks: list[Mark]) -> str:
        attributes = self._page.change("text", row.kinds) if row.kinds else 'class="quiet"'
        return (
            f'<article class="row">\n<h4 {attributes}>{_title(row)}{badges(row.kinds)}</h4>\n{_block_details(row)}'
            f"<div {self._text_of(row)}>{marked(row, [*marks, *self._marks_unchanged(row)])}</div>\n"
            f"{self._notes(list(gathered(row.kinds, row.items)))}</article>\n"
        )

    def _plain(self, row: Row) -> str:
        """A row in which nothing changed."""
        text = f"<div {self._text_of(row)}>{marked(row, ())}</div>"
        return f'<article class="row">\n<h4 class="quiet">{_title(row)}</h4>\n{text}</article>\n'

    def _text_of(self, row: Row) -> str:
        """The attributes of the text of a row: which way it runs, and its language."""
        language = [*row.new.blocks, *row.old.blocks][0].get("language", self._language)
        told = "" if language is None else f' lang="{in_attribute(language)}"'
        return f'class="text" dir="auto"{told}'

    def _find_marks(self) -> dict[int, list[Mark]]:
        """The annotations that changed, on the text of each row, by its number."""
        rows = self._layout.rows
        old_rows = {block["id"]: index for index, row in enumerate(rows) for block in row.old.blocks}
        new_rows = {block["id"]: index for index, row in enumerate(rows) for block in row.new.blocks}
        marks: defaultdict[int, list[Mark]] = defaultdict(list)

        def add(change: LayerChange, name: str | None) -> None:
            touched = {old_rows[span["block"]] for span in change.get("old", {}).get("spans", ())}
            touched |= {new_rows[span["block"]] for span in change.get("new", {}).get("spans", ())}
            for index in sorted(touched):
                marks[index] += self._marks_of(change, name, rows[index])

        for change in self._layout.singles:
            add(change, None if id(change) in self._followers else self._name(change))
        for change in self._layout.whole:
            for single in islice(items_of(change), MOST_UNCHANGED):
                add(single, self._name(change))
        return marks

    def _marks_of(self, change: LayerChange, name: str | None, row: Row) -> Iterator[Mark]:
        """A changed annotation on a row: one mark if its words are the same, else one for each version."""
        layer = self._page.layer(change["layer"])
        was, now = change.get("old", {}), change.get("new", {})
        old, new = tuple(row.old.spans(was)), tuple(row.new.spans(now))
        title = f"{change['layer']}: {', '.join(change['kinds'])}"
        if old and new and len(old) == len(new) and "boundary" not in change["kinds"]:
            tags = [Tag("both", f"~ {label(now) or change['layer']}")]
            if label(was) != label(now):
                tags = [Tag("old", f"{MINUS} {label(was)}"), Tag("new", f"+ {label(now)}")]
            yield Mark(layer, name, "both", tuple(tags), old, new, title)
            return
        if old:
            yield Mark(layer, name, "old", (Tag("old", f"{MINUS} {label(was) or change['layer']}"),), old, (), title)
        if new:
            yield Mark(layer, name, "new", (Tag("new", f"+ {label(now) or change['layer']}"),), (), new, title)

    def _marks_unchanged(self, row: Row) -> Iterator[Mark]:
        found = [entry for block in row.new.blocks for entry in self._unchanged.get(block["id"], ())]
        if len(found) <= MOST_UNCHANGED:
            for layer, item in found:
                tags = (Tag("both", label(item) or layer),)
                title = f"{layer} {label(item)}".rstrip()
                yield Mark(self._page.layer(layer), None, "both", tags, (), tuple(row.new.spans(item)), title)

    def _name(self, change: LayerChange) -> str:
        """The id of the note on a change."""
        return f"c{self._number}-{self._changes[id(change)]}"

    def _notes(self, changes: Sequence[LayerChange | Together]) -> str:
        return f'<ul class="notes">\n{"".join(map(self._note, changes))}</ul>\n' if changes else ""

    def _note(self, change: LayerChange | Together) -> str:
        if isinstance(change, Together):
            name = self._name(change.changes[0])
            attributes = self._page.change("layers", [change.kind], layer=change.layer, name=name)
            return f'<li {attributes}><span class="layer">{in_text(change.layer)}</span> {change}</li>\n'
        attributes = self._page.change("layers", change["kinds"], layer=change["layer"], name=self._name(change))
        told = [detail(found) for found in details(change, *self.names) if found.key not in _ENDS]
        sides = (
            self._told(change["old"], 0) if "old" in change else None,
            self._told(change["new"], 1) if "new" in change else None,
        )
        if "list" not in change:
            said = ""
        elif sides[0] == sides[1] and sides[0] is not None:
            said = f"<bdi>{sides[0]}</bdi>"
        else:
            said = versions(*sides)
        return (
            f'<li {attributes}><span class="layer">{in_text(change["layer"])}</span>{badges(change["kinds"])} '
            f"{' '.join([said, *told])}</li>\n"
        )

    def _told(self, item: Mapping[str, Any], side: int) -> str:
        """An annotation with its words, or a relation with its ends."""
        names = self.names[side]
        kind = f"<i>{in_text(label(item))}</i>" if label(item) else ""
        if "source" in item:
            ends = (f"<bdi>{in_text(names.of(item[key]))}</bdi>" for key in ("source", "target"))
            return f"{kind} {' → '.join(ends)}"
        quote = names.quote(item)
        return kind if quote is None else _quoted(quote, kind)


def _unchanged(article: Article, changes: Sequence[LayerChange]) -> dict[str, list[tuple[str, Any]]]:
    """The annotations of the new version that have not changed, with their layers, by the block they begin in."""
    changed = {(change["layer"], change["new"].get("id")) for change in changes if "new" in change}
    found: defaultdict[str, list[tuple[str, Any]]] = defaultdict(list)
    for name, layer in article.get("layers", {}).items():
        for item in layer.get("annotations", ()):
            if item.get("spans") and (name, item["id"]) not in changed and (name, None) not in changed:
                found[item["spans"][0]["block"]].append((name, item))
    return found


def _quoted(quote: Quote, kind: str) -> str:
    words = f"<mark>{kind}{' ' if kind else ''}{in_text(quote.words)}</mark>"
    return (
        f'<span class="around">{in_text(quote.before)}</span>{words}<span class="around">{in_text(quote.after)}</span>'
    )


def _title(row: Row) -> str:
    """Ids and role of the blocks of a row."""
    ids = (" ".join(block["id"] for block in side.blocks) for side in (row.old, row.new))
    roles = (" ".join(dict.fromkeys(block["role"] for block in side.blocks)) for side in (row.old, row.new))
    told = (" → ".join(dict.fromkeys(filter(None, values))) for values in (ids, roles))
    return '<code>{}</code> <span class="role">{}</span>'.format(*map(in_text, told))


def _block_details(row: Row) -> str:
    found = [Detail(key, _said(row.old, key), _said(row.new, key)) for key in _BLOCK_KEYS if key in row.kinds]
    return f'<p class="details">{"".join(map(detail, found))}</p>\n' if found else ""


def _said(side: Side, key: str) -> str | None:
    block = side.blocks[0]
    return object_in_words(block[key]) if key in block else None


def _folded(rows: Sequence[str]) -> Iterator[str]:
    """Rows in which nothing changed, folded away."""
    if rows:
        title = f"<summary>{count(len(rows), 'block')} without a change</summary>"
        yield f'<details class="same">{title}\n{"".join(rows)}</details>\n'
