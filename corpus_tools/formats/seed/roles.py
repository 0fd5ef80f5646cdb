"""Roles of the blocks of a seed: the most plausible sequence of head, body and foot over the whole document.

Each block has a reading and a score in each part (`shapes`); the best way to cut the document into the three
parts is found in one pass. Then what only its neighbours can tell is settled: which line is the headline,
what stands around it, what is a subhead. Where nothing speaks for a role the block is a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.blocks import is_tight
from corpus_tools.formats.seed.shapes import Reading, Shape, shape_of

_HEAD, _BODY, _FOOT = range(3)
_ABOVE_HEADLINE = {"date", "byline", "credit", "source", "copyright", "tags", "other", "boilerplate", "dateline"}
_TOP = 8
_NOT_ABOVE_SUBHEAD = {"subhead", "headline", "kicker", "deck"}
_ABOVE_CREDIT = {"", "paragraph", "deck"}
_AFTER_HEAD = {"byline", "date", "dateline"}


def assign(texts: Sequence[str], gaps: Sequence[str]) -> tuple[list[str], list[Shape]]:
    """The role of each block, and its shape; `gaps` stand before the blocks."""
    shapes = [shape_of(text, near_top=index < _TOP) for index, text in enumerate(texts)]
    parts = _parts([shape.readings for shape in shapes])
    roles = [shape.readings[part][0] for shape, part in zip(shapes, parts, strict=True)]
    body = next((index for index, part in enumerate(parts) if part != _HEAD), len(parts))
    _settle_head(texts, shapes, roles, body)
    _settle_captions(texts, roles, gaps)
    _settle_body(texts, shapes, roles)
    return roles, shapes


def _parts(readings: Sequence[tuple[Reading, Reading, Reading]]) -> list[int]:
    """The part each block stands in: the best cut into head, body and foot."""
    best = [0.0, 0.0, 0.0]
    came_from: list[tuple[int, int, int]] = []
    for head, body, foot in readings:
        before_body = _HEAD if best[_HEAD] >= best[_BODY] else _BODY
        before_foot = _FOOT if best[_FOOT] > best[before_body] else before_body
        came_from.append((_HEAD, before_body, before_foot))
        best = [best[_HEAD] + head[1], best[before_body] + body[1], best[before_foot] + foot[1]]
    part = max((_HEAD, _BODY, _FOOT), key=best.__getitem__)
    parts: list[int] = []
    for origins in reversed(came_from):
        parts.append(part)
        part = origins[part]
    return parts[::-1]


def _settle_head(texts: Sequence[str], shapes: Sequence[Shape], roles: list[str], body: int) -> None:
    """Find the headline among the undecided lines of the head, and name the lines around it."""
    headline = next((index for index in range(len(texts)) if roles[index] not in _ABOVE_HEADLINE), None)
    if headline is None or not _can_be_headline(texts[headline], shapes[headline], roles[headline], len(texts)):
        headline = None
    elif headline + 1 < body and _is_kicker(texts[headline], texts[headline + 1], shapes[headline + 1]):
        roles[headline] = "kicker"
        headline += 1
    if headline is not None:
        roles[headline] = "headline"
        _settle_deck(texts, shapes, roles, range(headline + 1, body))


def _can_be_headline(text: str, shape: Shape, role: str, count: int) -> bool:
    if role == "subhead":
        return True  # a Markdown heading
    if "\n" in text or role not in {"", "quote"} or len(text.split()) > 35:
        return False
    if shape.title_like:
        return True
    return count > 1 and text[-1] == "." and len(text) <= 100 and ". " not in text


def _is_kicker(text: str, following: str, shape: Shape) -> bool:
    words = len(text.split())
    short = len(text) <= 30 and (words <= 2 or (words == 3 and text.isupper()))
    return short and shape.title_like and shape.readings[_HEAD][0] == "" and len(following.split()) >= 4


def _settle_deck(texts: Sequence[str], shapes: Sequence[Shape], roles: list[str], head: range) -> None:
    """Name the undecided lines between the headline and the first paragraph: deck, standfirst, or left open."""
    for index in head:
        follows = roles[index + 1] if index + 1 in head else ""
        if roles[index] or roles[index - 1] not in {"headline", "deck"}:
            continue
        if shapes[index].title_like and texts[index][-1] not in "?!" and len(texts[index].split()) >= 4:
            longer = index + 1 < len(texts) and len(texts[index + 1]) > len(texts[index])
            roles[index] = "deck" if longer or follows in _AFTER_HEAD else ""
        elif not shapes[index].title_like and follows in _AFTER_HEAD:
            roles[index] = "standfirst"


def _settle_captions(texts: Sequence[str], roles: list[str], gaps: Sequence[str]) -> None:
    """Make a line a caption that stands right above a credit, in a document whose blocks are set apart."""
    if sum(map(is_tight, gaps)) > 0.5 * len(gaps):
        return
    for index in range(1, len(texts)):
        if roles[index] == "credit" and is_tight(gaps[index]) and roles[index - 1] in _ABOVE_CREDIT:
            roles[index - 1] = "caption"


def _settle_body(texts: Sequence[str], shapes: Sequence[Shape], roles: list[str]) -> None:
    """Name the undecided lines of the body, and take back marks that mean nothing alone."""
    last = len(texts) - 1
    for index in range(len(texts)):
        role = roles[index]
        if role == "":
            roles[index] = "subhead" if 0 < index < last and _is_subhead(texts, shapes, roles, index) else "paragraph"
        elif role == "list_item" and not _is_listed(texts, roles, index):
            roles[index] = "paragraph"
        elif role == "credit" and not shapes[index].cue and not _beside_caption(roles, index):
            roles[index] = "paragraph" if texts[index][0] == "(" else "credit"


def _is_subhead(texts: Sequence[str], shapes: Sequence[Shape], roles: Sequence[str], index: int) -> bool:
    """A short line without a stop, before a longer paragraph."""
    text, following = texts[index], texts[index + 1]
    if not shapes[index].title_like or len(text) > 90 or text[-1] in '?!…"”.' or len(text.split()) > 14:
        return False
    if roles[index - 1] in _NOT_ABOVE_SUBHEAD or len(following) <= len(text):
        return False
    follows = roles[index + 1]
    return follows in {"paragraph", "list_item", "quote"} or (follows == "" and following[-1] in "?!.")


def _is_listed(texts: Sequence[str], roles: Sequence[str], index: int) -> bool:
    """Bullets are list items by themselves, dashes and numbers only in company."""
    if texts[index][0] not in "-–" and not texts[index][0].isalnum():
        return True
    return "list_item" in roles[max(index - 1, 0) : index] or "list_item" in roles[index + 1 : index + 2]


def _beside_caption(roles: Sequence[str], index: int) -> bool:
    return "caption" in roles[max(index - 1, 0) : index + 2]


def heading_level(text: str) -> int:
    """The level of a Markdown heading; 0 if the block is none."""
    marks = len(text) - len(text.lstrip("#"))
    return marks if text[marks : marks + 1].isspace() else 0
