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
    for index in range(1, len(texts) - 1):
        text = texts[index]
        for below in range(index + 1, min(index + 1 + _FARTHEST, len(texts))):
            if texts[below][:_HEAD] != text[:_HEAD] or not _SHORTEST <= len(text) <= _LONGEST:
                continue
            if below > index + 1 and len(texts[index + 1]) > _LONGEST_BETWEEN:
                continue
            if _is_caption(found[below]) and texts[below].startswith(text.rstrip(" .…")):
                found[index] = (*found[index], _AGAIN)


def _is_caption(options: Sequence[Candidate]) -> bool:
    """Whether a block is a caption with its credit."""
    return any(option.role == "caption" and option.credit is not None for option in options)
