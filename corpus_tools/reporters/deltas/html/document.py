"""One pair of documents as a section of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus_tools.delta import PARTS, Delta, ThingChange, is_empty
from corpus_tools.model.wording import object_in_words
from corpus_tools.reporters.deltas.base import Pair
from corpus_tools.reporters.deltas.html.elements import Page, badges, table, table_row
from corpus_tools.reporters.deltas.html.escaping import in_text
from corpus_tools.reporters.deltas.html.texts import Texts
from corpus_tools.reporters.deltas.items import Names, details, value_details

_VALUES = PARTS[:3]


def section(pair: Pair, page: Page, number: int) -> str:
    """The section of a page that shows a pair of documents, the `number`-th one."""
    kinds = [kind for kind in pair.kinds if kind != "changed"]
    name = f"<bdi>{in_text(pair.name)}</bdi>{badges(kinds)}"
    if kinds:
        name = f"<span {page.change('documents', kinds)}>{name}</span>"
    body = ""
    if pair.old is not None and pair.new is not None and pair.delta is not None and not is_empty(pair.delta):
        texts = Texts(pair.old, pair.new, pair.delta, pair.whole, page, number)
        body = "".join(_parts(pair.delta, texts, page))
    return f'<section class="doc" aria-labelledby="d{number}">\n<h2 id="d{number}">{name}</h2>\n{body}</section>\n'


def _parts(delta: Delta, texts: Texts, page: Page) -> Iterator[str]:
    """All sections that have something to show, in the order of the article."""
    changes: Mapping[str, Any] = delta

    def values(part: str) -> list[str]:
        return [
            table_row(page.change(part, change["kinds"]), _key(change.get("field", part)), *value_details(change)[1:])
            for change in changes[part]
        ]

    yield from table("Article", "Field", [row for part in _VALUES for row in values(part)])
    yield from table("Metadata", "Field", values("metadata"))
    yield from table("Origin", "Field", values("origin"))
    yield from texts.rows()
    yield from texts.others()
    for part in ("groups", "entities", "agents"):
        yield from table(
            part.capitalize(),
            "Id",
            [_thing(change, page.change(part, change["kinds"]), texts.names) for change in changes[part]],
        )
    yield from table("Revisions", "", [_revision(change, page) for change in changes["revisions"]])
    yield from table("Extra", "", values("extra"))


def _key(name: str) -> str:
    return f"<code>{in_text(name)}</code>"


def _thing(change: ThingChange, attributes: str, names: tuple[Names, Names]) -> str:
    thing = change.get("new") or change["old"]
    found = list(details(change, *names))
    old = _listed((detail.key, detail.old) for detail in found) if "old" in change else None
    new = _listed((detail.key, detail.new) for detail in found) if "new" in change else None
    head = f"{_key(thing['id'])} {in_text(thing['type'])}"
    if "type" in change["kinds"]:
        old, new = (_joined(change[side]["type"], told) for side, told in (("old", old), ("new", new)))  # type: ignore[literal-required]
    return table_row(attributes, head + badges(change["kinds"]), old, new)


def _joined(first: str, rest: str | None) -> str:
    return "; ".join(filter(None, (first, rest)))


def _listed(values: Iterable[tuple[str, str | None]]) -> str:
    return "; ".join(f"{key}: {value}" for key, value in values if value is not None)


def _revision(change: Mapping[str, Any], page: Page) -> str:
    sides = (object_in_words(change[side]["revision"]) if side in change else None for side in ("old", "new"))
    return table_row(page.change("revisions", change["kinds"]), badges(change["kinds"]), *sides)
