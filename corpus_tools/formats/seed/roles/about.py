"""What is said about the authors of an article, below their line or below the article."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.recognise import listed, name_in
from corpus_tools.formats.seed.names.usual import usual_form
from corpus_tools.formats.seed.roles.candidates import TOP, Candidate, hint
from corpus_tools.formats.seed.roles.listed import ABOUT_AUTHOR

_LAST = 8
_LONGEST_ABOUT = 400
_SHORTEST_ABOUT = 30
_LONGEST_TITLE = 12  # Prof. Dr.
_SENTENCE_ENDS = ".。"
_ABOUT_AUTHOR_ABOVE = hint("tagline", "about the author of the line above", head=3.0, body=1.5)
_CLOSING = 2  # blocks
_LONGEST_WHEREABOUTS = 100


def add_about_authors(
    found: list[tuple[Candidate, ...]], texts: Sequence[str], bylines: Sequence[int], cues: Cues
) -> None:
    """Let short blocks at the end that begin with the name of an author be about the author.

    ``Silva reported from Lisbon.`` is the shorter one.
    """
    last = range(max(TOP, len(texts) - _LAST), len(texts))
    tops = [index for index in bylines if index < TOP]
    names = tuple(usual_form(name, cues) for index in tops for name in _authors(found[index], texts[index], cues))
    if not names:
        return
    _add_about_author_above(found, texts, tops, names)
    surnames = tuple(f"{name.rpartition(' ')[2]} " for name in names)
    for index in last:
        text = texts[index].lstrip("*_ ")
        brief = len(text) <= _LONGEST_WHEREABOUTS and len(texts) - index <= _CLOSING
        if len(text) <= _LONGEST_ABOUT and text.startswith(names + surnames * brief):
            found[index] = (*found[index], ABOUT_AUTHOR)


def _add_about_author_above(
    found: list[tuple[Candidate, ...]], texts: Sequence[str], bylines: Sequence[int], names: tuple[str, ...]
) -> None:
    """Let sentences right below a byline that begin with its name, perhaps after a title, be about the author."""
    for index in bylines:
        text = texts[index + 1] if index + 1 < len(texts) else ""
        if found[index][0].role != "byline" or not _SHORTEST_ABOUT < len(text) <= _LONGEST_ABOUT:
            continue
        start = next((at for name in names if (at := text.find(name, 0, len(name) + _LONGEST_TITLE)) >= 0), -1)
        titled = start == 0 or (start > 0 and text[start - 2 : start] == ". " and text[0].isupper())
        if titled and text[-1] in _SENTENCE_ENDS:
            found[index + 1] = (*found[index + 1], _ABOUT_AUTHOR_ABOVE)


def _authors(options: Sequence[Candidate], text: str, cues: Cues) -> list[str]:
    """The full names of people in a byline, where places may stand, too."""
    byline = next((option for option in options if option.role == "byline"), None)
    if byline is None:
        return []
    start = byline.cue.start if byline.cue is not None else 0
    found = (name_in(text, *item, cues) for item in listed(text, start, len(text), cues))
    names = [text[slice(*name)] for name in found if name is not None]
    return [name for name in names if " " in name and name not in cues.words["places"]]
