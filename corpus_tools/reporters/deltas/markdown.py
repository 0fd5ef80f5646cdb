"""A comparison as GitHub Flavored Markdown, for a comment of a review or the summary of a job.

What was removed and added stands in ``<del>`` and ``<ins>``, which need no blanks around them as the marks of Markdown
do. Whatever comes from documents stays text, and nobody is mentioned. A comment holds 65,536 characters; changes beyond
that are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from corpus_tools.delta import PARTS, Delta, LayerChange, is_empty
from corpus_tools.model.article import Article
from corpus_tools.model.wording import object_in_words
from corpus_tools.reporters.base import count
from corpus_tools.reporters.deltas.base import Comparison, Pair, not_compared, tally, told
from corpus_tools.reporters.deltas.items import Detail, Names, Together, details, gathered, label, value_details
from corpus_tools.reporters.deltas.rows import Row, lay_out
from corpus_tools.reporters.deltas.text import bracketed, heading, jointed, shortened
from corpus_tools.reporters.deltas.unseen import sides_shown
from corpus_tools.reporters.deltas.words import Piece
from corpus_tools.reporters.markdown import as_code, as_text

LIMIT: Final = 60_000
"""How many characters of changes are told; the rest of a comment is for what stands around them."""


def report(comparison: Comparison) -> str:
    """The comparison as Markdown."""
    pairs = comparison.differing
    equal = "no change in what was compared" if comparison.unread else "no difference"
    title = f"{count(len(pairs), 'document')} with changes" if pairs else equal
    parts = [f"## corpus-tools diff: {title}\n"]
    if comparison.unread:
        parts.append(f"{as_text(not_compared(comparison.unread))}\n")
    room, left = LIMIT, 0
    for pair in pairs:
        chunks = list(_pair(pair))
        fitting: list[str] = []
        for chunk in chunks:
            room -= len(chunk)
            if room < 0:
                break
            fitting.append(chunk)
        left += len(chunks) - len(fitting)
        if fitting:
            head = f"<details><summary>{as_code(pair.name)}: {as_text(_summary(pair))}</summary>\n"
            parts += [head, *fitting, "</details>\n"]
    if left:
        parts.append(f"{count(left, 'part')} more: there is no room for them here.\n")
    return "\n".join(parts)


def _summary(pair: Pair) -> str:
    kinds = [kind for kind in pair.kinds if kind != "changed"]
    return ", ".join([*kinds, *filter(None, [told(tally(pair))])])


def _pair(pair: Pair) -> Iterator[str]:
    """What is told of a pair, in parts that are told whole or not at all."""
    if pair.old is None or pair.new is None or pair.delta is None or is_empty(pair.delta):
        yield f"This document was {' and '.join(pair.kinds)}.\n"
        return
    yield from _told(pair.old, pair.new, pair.delta, pair.whole)


def _told(old: Article, new: Article, delta: Delta, whole: Delta | None) -> Iterator[str]:
    parts: Mapping[str, Any] = delta
    names = Names(old), Names(new)
    values = [
        _detail(_named(value_details(change), part))
        for part in (*PARTS[:3], "metadata", "origin")
        for change in parts[part]
    ]
    yield from _section("Values", values)
    layout = lay_out(old, new, delta, whole)
    for row in layout.rows:
        if row.changed:
            items = "".join(f"- {_item(change, names)}\n" for change in gathered(row.kinds, row.items))
            yield f"**{as_text(heading(row))}**\n\n{_row(row)}{items}"
    yield from _section("Layers", [_item(change, names) for change in layout.others])
    for part in ("groups", "entities", "agents"):
        yield from _section(part.capitalize(), [_thing(change, names) for change in parts[part]])
    yield from _section("Revisions", [_revision(change) for change in parts["revisions"]])
    yield from _section("Extra", [_detail(_named(value_details(change), "extra")) for change in parts["extra"]])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"**{title}**\n\n" + "".join(f"- {line}\n" for line in lines)


def _named(detail: Detail, part: str) -> Detail:
    return detail if detail.key else detail._replace(key=part)


def _detail(detail: Detail) -> str:
    return f"{as_text(detail.key)}: {_versions(detail.old, detail.new)}"


def _versions(old: str | None, new: str | None) -> str:
    was = "" if old is None else f"<del>{as_text(old)}</del>"
    now = "" if new is None else f"<ins>{as_text(new)}</ins>"
    return f"{was}{' → ' if was and now else ''}{now}"


def _row(row: Row) -> str:
    if row.kinds and any(piece.is_edited for piece in row.pieces):
        return f"> {''.join(_piece(piece, row, index) for index, piece in enumerate(row.pieces))}\n\n"
    return ""


def _piece(piece: Piece, row: Row, index: int) -> str:
    if not piece.is_edited:
        text = jointed(piece.new, piece.place.new_start, row.new.joints)
        return as_text(_line(shortened(text, at_start=not index, at_end=index == len(row.pieces) - 1)))
    old, new = sides_shown(
        _line(jointed(piece.old, piece.place.old_start, row.old.joints)),
        _line(jointed(piece.new, piece.place.new_start, row.new.joints)),
    )
    was = f"<del>{as_text(old)}</del>" if old else ""
    return was + (f"<ins>{as_text(new)}</ins>" if new else "")


def _line(text: str) -> str:
    return text.replace("\n", "↵")


def _item(change: LayerChange | Together, names: tuple[Names, Names]) -> str:
    if isinstance(change, Together):
        return f"{as_code(change.layer)} {change.kind}: {change}"
    was, now = (
        _words(change[side], names[index]) if side in change and "list" in change else None  # type: ignore[literal-required]
        for index, side in enumerate(("old", "new"))
    )
    said = as_text(now) if was == now and now is not None else _versions(was, now)
    rest = [_detail(found) for found in details(change, *names) if found.key not in ("source", "target")]
    return (
        f"{as_code(change['layer'])} {as_text(', '.join(change['kinds']))}: {'; '.join([*filter(None, [said]), *rest])}"
    )


def _words(item: Mapping[str, Any], names: Names) -> str:
    if "source" in item:
        return f"{label(item)} {names.of(item['source'])} → {names.of(item['target'])}".lstrip()
    return bracketed(label(item), names.quote(item))


def _thing(change: Mapping[str, Any], names: tuple[Names, Names]) -> str:
    thing = change.get("new") or change["old"]
    rest = "; ".join(_detail(found) for found in details(change, *names))  # type: ignore[arg-type]
    return f"{as_code(thing['id'])} {as_text(thing['type'])}, {as_text(', '.join(change['kinds']))}: {rest}"


def _revision(change: Mapping[str, Any]) -> str:
    return _versions(
        *(object_in_words(change[side]["revision"]) if side in change else None for side in ("old", "new"))
    )
