"""Captions that a page gives twice: as the words for who does not see the picture, and below the picture."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.roles.candidates import NEVER, Candidate

_SHORTEST = 16
_LONGEST = 300
_HEAD = 12  # characters by which most blocks are told apart
_FARTHEST = 2  # blocks; the words that open the gallery may stand between
_LONGEST_BETWEEN = 40
_AGAIN = Candidate("caption", (NEVER, 4.2, 3.0, NEVER), "the caption below says it again")


def add_said_twice(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """Let a block that the caption right below, or below a few words, begins with be a caption, too."""
    for caption in _captions(found):
        for index in range(max(1, caption - _FARTHEST), caption):
            text = texts[index]
            if texts[caption][:_HEAD] != text[:_HEAD] or not _SHORTEST <= len(text) <= _LONGEST:
                continue
            if caption > index + 1 and len(texts[index + 1]) > _LONGEST_BETWEEN:
                continue
            if texts[caption].startswith(text.rstrip(" .…")):
                found[index] = (*found[index], _AGAIN)


def _captions(found: Sequence[Sequence[Candidate]]) -> list[int]:
    """The blocks that may be captions with their credit."""
    told = [at for at, options in enumerate(found) for each in options if each.role == "caption" and each.credit]
    return list(dict.fromkeys(told))
