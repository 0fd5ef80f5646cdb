"""Credits in the brackets that end a caption."""

from __future__ import annotations

from corpus_tools.formats.seed.credits.words import (
    AFTER_QUOTE,
    MOST_SMALL,
    MOST_WORDS,
    OPENING,
    TAIL,
    FoundCredit,
    label_length,
    names_picture,
)
from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.east import is_name_alone
from corpus_tools.formats.seed.names.recognise import is_full_name, is_name, is_small, sentence_end
from corpus_tools.formats.seed.names.signatures import name_after_office, signed_at_end, signs_alone

_LONGEST_SIGNATURE = 3
_LONGEST_CAPTION = 100  # with a short word in brackets
_LONGEST_HOUSE = 20  # before a colon: AWB News: Craig Dunne
_OF_CREDITS = {"credit", "copyright"}
_LABELS = {*_OF_CREDITS, "source", "byline", "caption"}  # before a colon in brackets: (archive photo: Ana Silva)


def bracketed(text: str, cues: Cues) -> FoundCredit | None:
    """The credit in the brackets that end a text."""
    start = text.rfind(OPENING[text[-1]], max(0, len(text) - TAIL)) + 1
    words = text[start:-1]
    if not start or not len(words) > 1 or words[0].isdigit() or "://" in words or len(words.split()) > MOST_WORDS:
        return None
    if is_small(words[0]) and _is_of_picture(words, cues):
        said = _by_cue(words, cues)
        start += label_length(words, cues) if said is None else said.extent[0]
        return FoundCredit((start, len(text) - 1), 0.9, "words of pictures in brackets")
    if words[-1] in "!?" or _is_no_name(text, start, cues) or (start > 1 and _is_clause(words, cues)):
        return None
    if (found := _by_first_sentence(words, cues) or _by_cue(words, cues)) is not None:
        first, last = found.extent
        return found._replace(extent=(start + first, start + last))
    if _names_nobody(text, start, words, cues):
        return None
    named = ": " in words or is_name(words, cues) or _names_after_stop(text, start, cues)
    full = " " in words or (text[-1] == ")" and is_name_alone(words))
    person = full and len(text) <= 220 and named
    sure = 1.0 if text[-1] in "]】" or names_picture(words, cues) else 0.65 if person else 0.4
    start += label_length(words, cues)
    return FoundCredit((start, len(text) - 1), sure, "brackets at the end")


def _is_of_picture(words: str, cues: Cues) -> bool:
    """Whether words in small letters are an agency or have words of pictures, and no cue begins them before a colon."""
    told = names_picture(words, cues) or lowered(words) in cues.agency_names
    return told and (": " not in words or _by_cue(words, cues) is None)


def _is_no_name(text: str, start: int, cues: Cues) -> bool:
    """Whether brackets hold an end mark, a rubric, a place with its postposition, or who signs the report."""
    words = text[start:-1]
    if words.startswith(("GMT", "UTC")):
        return True
    if len(words) <= _LONGEST_SIGNATURE and words.istitle() and len(text) > _LONGEST_CAPTION:
        return True  # who sent the report: (Com)
    if (told := cues.whole(words)) is not None and told.role == "kicker":
        return True  # 第6版(国际)
    if words in cues.words["end_marks"] or words[-1] in cues.postpositions or words[-1] in cues.words["town_ends"]:
        return True
    if start > 1 and is_full_name(text[: start - 1].rstrip(), cues):
        sourced = any(cue.role == "source" and cue.form == "opener" for cue in cues.at_start(words))
        if sourced:  # Minh Châu (Theo Tuổi Trẻ)
            return True
    signed = signed_at_end(text, cues) is not None and words not in cues.words["agencies"]
    return signed or signs_alone(text, cues) or name_after_office(text, start, len(text) - 1, cues) is not None


def _is_clause(words: str, cues: Cues) -> bool:
    """Whether brackets hold a clause, by how many of its words are small and neither of pictures nor of names."""
    known = cues.words["photo"] | cues.words["name_particles"] | cues.words["and"] | cues.words["in"]
    small = [word for word in words.split() if is_small(word[0]) and word.strip(".,:") not in known]
    return len(small) > MOST_SMALL


def _names_nobody(text: str, start: int, words: str, cues: Cues) -> bool:
    """Whether brackets hold no name: small words, a sentence, who is quoted, or what somebody made, as ``(Photos)``."""
    if is_small(words[0]) or not (words[0].isalpha() or words[0] in "@©") or sentence_end(words):
        return True
    if ": " in words[:_LONGEST_HOUSE] and not all(is_name(part, cues) for part in words.split(": ")):
        return True
    if text[-1] == ")" and text[: start - 1].rstrip()[-1:] in AFTER_QUOTE and not names_picture(words, cues):
        return True
    return all(word in cues.words["photo"] for word in lowered(words).split())


def _names_after_stop(text: str, start: int, cues: Cues) -> bool:
    """Whether brackets after a full stop begin with a name: ``. (Ana Silva for The Example)``."""
    first = " ".join(text[start:-1].split(" ")[:2])
    return text[: start - 1].rstrip()[-1:] in cues.stops and is_full_name(first, cues)


def _by_first_sentence(words: str, cues: Cues) -> FoundCredit | None:
    """The credit in the first of several sentences in brackets; what follows is a notice about its use."""
    first = sentence_end(words)
    return _by_cue(words[: first.end() - 2], cues) if first is not None else None


def _by_cue(words: str, cues: Cues) -> FoundCredit | None:
    """The credit in words that a cue begins or ends."""
    opening = next((cue for cue in cues.at_start(words) if cue.role in _OF_CREDITS or cue.form == "label"), None)
    if opening is not None and opening.role not in _LABELS:
        return None
    closing = next((cue for cue in cues.at_end(words) if cue.role == "credit"), None)
    if opening is not None and opening.start < len(words):
        ends = closing is not None and closing.end > opening.start and not is_small(words[opening.start])
        stop = closing.end if closing is not None and ends else len(words)
        return FoundCredit((opening.start, stop), 1.0, f"“{opening.phrase}” in brackets")
    if closing is None or is_small(words[0]) or words[closing.end : closing.end + 1] in {"/", "／"}:
        return None
    return FoundCredit((0, closing.end), 1.0, f"“{closing.phrase}” in brackets")
