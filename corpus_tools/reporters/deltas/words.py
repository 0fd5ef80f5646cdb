"""Edits as people read them: whole words, with the characters that differ in them told apart.

A delta says to the character what was edited. Half a word is hard to read, so an edit that begins or ends inside a word
takes the rest of the word along. Scripts that are written without blanks between words have none to take along.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_LONGEST_WORD = 40
_NO_BLANKS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0xA4CF),  # Han, kana, Yi
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


class Change(NamedTuple):
    """An edit: the interval of the old text and that of the new text, in code points."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Piece(NamedTuple):
    """A stretch of a text in two versions.

    Attributes:
        place: where it lies in both texts.
        old: the old text.
        new: the new text; the same as `old` unless the piece is edited.
        exact: what exactly was edited, if anything; lies inside `place`.
    """

    place: Change
    old: str
    new: str
    exact: tuple[Change, ...] = ()

    @property
    def is_edited(self) -> bool:
        """Whether the two texts differ here."""
        return bool(self.exact)


def pieces(old: str, new: str, edits: Sequence[Change]) -> list[Piece]:
    """Cut two texts into stretches that are equal and stretches that are edited, whole words of them.

    Args:
        old: the old text.
        new: the new text.
        edits: what was edited, in order; all else is equal.
    """
    made: list[Piece] = []
    old_at = new_at = 0
    for place, exact in _joined(old, [_widened(old, new, edits, index) for index in range(len(edits))], edits):
        if place.old_start > old_at:
            made.append(_piece(old, new, Change(old_at, place.old_start, new_at, place.new_start)))
        made.append(_piece(old, new, place, exact))
        old_at, new_at = place.old_end, place.new_end
    if old_at < len(old) or new_at < len(new):
        made.append(_piece(old, new, Change(old_at, len(old), new_at, len(new))))
    return made


def apart(old: str, new: str) -> list[Piece]:
    """Two values as one stretch in which they differ, between what is equal at their beginning and at their end."""
    most = min(len(old), len(new))
    start = next((index for index in range(most) if old[index] != new[index]), most)
    end = next((index for index in range(most - start) if old[-1 - index] != new[-1 - index]), most - start)
    edit = Change(start, len(old) - end, start, len(new) - end)
    return pieces(old, new, () if old == new else (edit,))


def _piece(old: str, new: str, place: Change, exact: Iterable[Change] = ()) -> Piece:
    return Piece(place, old[place.old_start : place.old_end], new[place.new_start : place.new_end], tuple(exact))


def _widened(old: str, new: str, edits: Sequence[Change], index: int) -> Change:
    """An edit with the rest of the words that it begins and ends in."""
    edit = edits[index]
    floor = edits[index - 1].old_end if index else 0
    roof = edits[index + 1].old_start if index + 1 < len(edits) else len(old)
    firsts = old[edit.old_start : edit.old_start + 1] + new[edit.new_start : edit.new_start + 1]
    lasts = old[edit.old_start : edit.old_end][-1:] + new[edit.new_start : edit.new_end][-1:]
    left = _run(old, edit.old_start - 1, max(floor, edit.old_start - _LONGEST_WORD) - 1, -1) if _any(firsts) else 0
    right = _run(old, edit.old_end, min(roof, edit.old_end + _LONGEST_WORD), 1) if _any(lasts) else 0
    return Change(edit.old_start - left, edit.old_end + right, edit.new_start - left, edit.new_end + right)


def _run(text: str, start: int, stop: int, step: int) -> int:
    """How many characters of words follow each other from `start` on."""
    number = 0
    for index in range(start, stop, step):
        if not _in_word(text[index]):
            break
        number += 1
    return number


def _any(characters: str) -> bool:
    return any(map(_in_word, characters))


def _in_word(character: str) -> bool:
    """Whether a character belongs to a word that is written between blanks."""
    if character.isascii():
        return character.isalnum()
    code = ord(character)
    if any(first <= code <= last for first, last in _NO_BLANKS):
        return False
    return unicodedata.category(character)[0] in "LMN"


def _joined(old: str, wide: Sequence[Change], exact: Sequence[Change]) -> list[tuple[Change, list[Change]]]:
    """Edits that meet, or have nothing but one blank between them, as one."""
    made: list[tuple[Change, list[Change]]] = []
    for place, edit in zip(wide, exact, strict=True):
        if made and old[made[-1][0].old_end : place.old_start] in ("", " "):
            before = made[-1][0]
            made[-1] = Change(before.old_start, place.old_end, before.new_start, place.new_end), [*made[-1][1], edit]
        else:
            made.append((place, [edit]))
    return made
