"""A name in brackets below a report: who wrote it, or the paper it comes from.

``(Ana Silva)`` and ``(Boston Globe)`` look alike. It is who wrote it where nothing else says who did and the source
is told elsewhere, or where initials show a person.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_full_name, is_initial, is_job
from corpus_tools.formats.seed.roles.candidates import HEAD, RUNNING, Candidate, hint
from corpus_tools.formats.seed.roles.credited import IN_BRACKETS
from corpus_tools.formats.seed.roles.people_east import ALONE

_LAST = 8  # blocks
_SIGNED = hint("byline", "a full name in brackets, where nothing else says who wrote it", foot=2.5)
_AUTHOR = 1.2
"""The least weight in the head of an article of what may name its author."""


def add_signed_in_brackets(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let a name in brackets below the text be the byline of an article that has no other one, but a source."""
    below = range(max(2, len(texts) - _LAST), len(texts))
    named = [index for index in below if any(map(_is_source_by_name, found[index]))]
    if not named or not any(options[-1] is RUNNING for options in found[: named[0]]):
        return
    others = [option for index, options in enumerate(found) if index not in named for option in options]
    if any(option.role == "byline" and _tells_author(option) for option in others):
        return
    sourced = any(option.role == "source" and option.cue is not None for option in others)
    for index in named:
        name = texts[index][1:-1]
        person = is_full_name(name, cues) and not (is_organisation(name, cues) or is_job(name, cues))
        if person and (sourced or is_initial(name.partition(" ")[0])):
            found[index] = tuple(_SIGNED if _is_source_by_name(option) else option for option in found[index])


def _is_source_by_name(option: Candidate) -> bool:
    return option.role == "source" and option.reason == IN_BRACKETS


def _tells_author(option: Candidate) -> bool:
    """Whether a cue, or a form that few other lines have, makes a block a byline."""
    return option.cue is not None or option.reason == ALONE or option.weights[HEAD] >= _AUTHOR
