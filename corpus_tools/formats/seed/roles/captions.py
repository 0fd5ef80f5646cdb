"""Captions that stand above or below the credit of their picture, which alone shows what they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corpus_tools.formats.seed.credits.marks import REPORTED, SIGNED
from corpus_tools.formats.seed.gaps import is_tight
from corpus_tools.formats.seed.lexicon.phrases import breadth, ends_with_stop, find_digit, has_no_stops, is_unspaced
from corpus_tools.formats.seed.names.recognise import is_word, sentence_end
from corpus_tools.formats.seed.roles.candidates import BODY, HEAD, LINE, NEVER, RUNNING, Candidate
from corpus_tools.formats.seed.roles.credited import IN_BRACKETS, NAME_AND_AGENCY
from corpus_tools.formats.seed.roles.people import AGENCY_ALONE, WITH_NEWSROOM, whole_credit
from corpus_tools.formats.seed.roles.people_east import ALONE, NAME_WITH_NEWSROOM

_LONGEST = 200  # Latin letters
_LONGEST_LINE = 90
_LONGEST_RUBRIC = 30
_LONGEST_WITHOUT_STOPS = 110
_OPENING = '"“„«'
_CAPTION_RIGHT_ABOVE_CREDIT = Candidate("caption", (-0.5, 0.7, 0.5, NEVER), "right above a credit")
_CAPTION_ABOVE_CREDIT = Candidate("caption", (-0.5, -0.3, -0.5, NEVER), "above a credit")
_CAPTION_BELOW_CREDIT = Candidate("caption", (-0.5, 1.0, 1.0, NEVER), "right below a credit")
_CAPTION_BELOW_AGENCY = Candidate("caption", (NEVER, 2.0, 1.4, NEVER), "below an agency that credits it")
_HIGHEST_AT_END = 3  # block
_LONGEST_SENTENCES = 120
_LONGEST_AFTER = 80
_MANY = 12
_CAPTION_ABOVE_NAME = Candidate("caption", (-0.5, 2.2, 0.5, NEVER), "right above a name, and apart from the author")
_MOST_ALONE = 4  # names that may credit pictures
_SURE_NAME = 1.2
_LOWEST_AUTHOR = 3  # block with the credit
_SURE_OF_DAY = 2.2  # a name with a day
_SURE_CREDIT = 1.0  # a name alone credits the block above only if that is no sentence
_MOST_OF_CREDIT = 5  # words
_LEAST_OF_CAPTION = 4  # words, but for one
_LEAST_OF_CLAUSE = 2  # the same, of what stands above a name and its newsroom
_NOT_BARE = {"byline", "caption", "credit", "date", "list_item", "media", "quote", "source", "table_row", "tags"}
_NAMED = {"credit", "byline"}
_NO_CAPTION = {"caption", "byline", "date", "dateline", "media", "credit", "boilerplate", "copyright", "tags"}


def add_captions(found: list[tuple[Candidate, ...]], texts: Sequence[str], gaps: Sequence[str], stops: str) -> None:
    """Let what stands above blocks that may be credits be a caption."""
    apart = sum(map(is_tight, gaps)) <= 0.5 * len(gaps)
    if apart:
        _add_in_pairs(found, texts, gaps)
    _without_labelled(found, texts)
    credited = _credited(found)
    if not credited:
        return
    for index in credited:
        above = texts[index - 1]
        credit = next(option for option in found[index] if option.role == "credit")
        first = found[index - 1][0]
        if _is_running(above, stops) or _is_one_word(above) or (index == 2 and _heads(texts[0], above)):
            continue
        if first.role == "subhead" and len(found[index - 1]) > 1 and above[0] in "*_#":
            continue
        if _is_other(found[index - 1]) or (index <= _LOWEST_AUTHOR and credit.cue and _is_name_alone(found[index - 1])):
            continue
        certain, open_ended = credit.weights[BODY] >= _SURE_CREDIT, not ends_with_stop(above, stops)
        short = breadth(above) <= _LONGEST
        if _is_beside_byline(found, index, gaps):
            found[index - 1] = (*found[index - 1], _CAPTION_ABOVE_NAME)
            found[index] = (*found[index], whole_credit(texts[index], _CAPTION_ABOVE_NAME.reason, 0.8, 0.3))
        elif (apart and is_tight(gaps[index]) and len(above) <= 500) or (short and certain and open_ended):
            found[index - 1] = (*found[index - 1], _CAPTION_RIGHT_ABOVE_CREDIT)
        elif short and (open_ended or (certain and not _is_last(texts, index) and not _is_summary(above))):
            found[index - 1] = (*found[index - 1], _CAPTION_ABOVE_CREDIT)
    _add_below(found, texts, gaps, credited, stops, apart=apart)


def _add_in_pairs(found: list[tuple[Candidate, ...]], texts: Sequence[str], gaps: Sequence[str]) -> None:
    """Let two lines that stand together, apart from all others, be a caption and its credit.

    The first is a clause or a sentence, and the second a few words that nothing tells. Names that stand together with
    what is below them, as a newsroom, credit nothing.
    """
    for index in range(2, len(texts) - 1):
        if is_tight(gaps[index + 1]) and not is_tight(gaps[index]):
            found[index] = tuple(option for option in found[index] if not _is_credit_by_place(option))
        elif is_tight(gaps[index]) and not is_tight(gaps[index - 1]) and not is_tight(gaps[index + 1]):
            text, above = texts[index], texts[index - 1]
            if _is_name_of_newsroom(found[index]) and above.count(" ") >= _LEAST_OF_CLAUSE and above[-1].isalpha():
                found[index] = (*found[index], whole_credit(text, WITH_NEWSROOM, 2.4, 1.6))
                found[index - 1] = (*found[index - 1], _CAPTION_ABOVE_NAME)
            brief = text.count(" ") < _MOST_OF_CREDIT and text[0].isupper() and text[-1].isalpha()
            longer = above.count(" ") >= _LEAST_OF_CAPTION and len(text) < len(above) <= _LONGEST
            if (
                brief
                and longer
                and find_digit(text) is None
                and not (_is_told(found[index]) or _is_told(found[index - 1]))
            ):
                found[index] = (*found[index], whole_credit(text, "a few words right below a caption", 0.8, 0.8))
                found[index - 1] = (*found[index - 1], _CAPTION_RIGHT_ABOVE_CREDIT)


def _is_name_of_newsroom(options: Sequence[Candidate]) -> bool:
    """Whether a block is a name and a newsroom, with a slash, that no cue says anything about."""
    credited = any(option.role == "credit" and option.reason == WITH_NEWSROOM for option in options)
    return credited and options[0].cue is None


def _without_labelled(found: list[tuple[Candidate, ...]], texts: Sequence[str]) -> None:
    """Let words below a label that no cue knows be no names: ``Story type:``, ``Rewritten Story``."""
    for index, above in enumerate(texts[:-1]):
        if above[-1] in ":：" and len(above) <= _LONGEST_RUBRIC and found[index][0].cue is None:
            below = found[index + 1]
            found[index + 1] = tuple(option for option in below if option.role not in _NAMED or option.cue) or below


def _is_other(options: Sequence[Candidate]) -> bool:
    """Whether a block above a credit is certain to be no caption: by a cue, as names, or as a name with a day."""
    first = options[0]
    if first.role in _NO_CAPTION and (first.cue is not None or first.weights[HEAD] >= _SURE_NAME):
        return True
    return any(option.role == "byline" and option.weights[HEAD] >= _SURE_OF_DAY for option in options)


def _is_name_alone(options: Sequence[Candidate]) -> bool:
    """Whether a block may be names alone, which right below the headline are rather the authors than who is shown."""
    return any(option.role == "byline" and option.reason == ALONE for option in options)


def _is_told(options: Sequence[Candidate]) -> bool:
    """Whether a cue, a mark or a name says what a block is."""
    return any(option.cue is not None or option.role in _NOT_BARE for option in options)


def without_signatures(found: list[tuple[Candidate, ...]], texts: Sequence[str], agencies: Collection[str]) -> None:
    """Let a text that its speaker, or an agency at the end of the report, signs be no caption.

    Who is quoted is named in the report, too.
    """
    last = max((index for index, options in enumerate(found) if options[-1] is RUNNING), default=0)
    for index, options in enumerate(found):
        credit = options[0].credit if options[0].role == "caption" else None
        if credit is None or credit.extent[0] < 2:
            continue
        name = texts[index][slice(*credit.extent)]
        if credit.reason == SIGNED:
            signs = any(name in text for text in texts if len(text) > _LONGEST_LINE and text is not texts[index])
        elif credit.reason == REPORTED:
            signs = index >= last or texts[index][: credit.extent[0]].count(". ") > 1
        else:
            before = texts[index][: credit.extent[0]].rstrip()
            marked = before[-1] in "-–—（【"
            known = name in agencies or name.title() in agencies
            ended = before.rstrip("-–—（【([ ")
            signs = index > last - marked >= 0 and known and ended[-1:] in {".", "。"}
            signs = signs or (index == last and before[-1] in "([" and _closes_report(found, index, ended))
        if signs:
            found[index] = tuple(option for option in options if option.credit is not credit)


def _closes_report(found: Sequence[Sequence[Candidate]], index: int, sentences: str) -> bool:
    """Whether long sentences below running text, before brackets, rather end a report than describe a picture."""
    ends = ends_with_stop(sentences, ".!?…") and len(sentences) > _LONGEST_SENTENCES
    return ends and index > _HIGHEST_AT_END and found[index - 1][-1] is RUNNING


def _is_summary(text: str) -> bool:
    """Whether a block that a credit stands apart from has several sentences, and is long for a caption."""
    return len(text) > _LONGEST_SENTENCES and sentence_end(text) is not None


def _is_last(texts: Sequence[str], index: int) -> bool:
    """Whether no text follows a credit: it is then of a picture that stands elsewhere."""
    return index > _HIGHEST_AT_END and all(len(text) <= _LONGEST_AFTER for text in texts[index + 1 : index + _MANY])


def _add_below(
    found: list[tuple[Candidate, ...]],
    texts: Sequence[str],
    gaps: Sequence[str],
    credited: Sequence[int],
    stops: str,
    *,
    apart: bool,
) -> None:
    """Let what stands right below a credit be its caption, and names below a caption with its credit be no credit.

    `apart` says that most blocks of the text stand apart from each other.
    """
    for index in credited:
        below = index + 1
        if _is_cued_credit(found[index]):
            if below < len(texts) and apart and is_tight(gaps[below]) and len(texts[below]) <= 500:
                found[below] = (*found[below], _CAPTION_BELOW_CREDIT)
        elif _has_credit(found, index - 1) and any(map(_is_of_report, found[index])):
            found[index] = tuple(option for option in found[index] if option.role not in {"credit", "subhead"})
        elif below < len(texts) and any(option.reason == AGENCY_ALONE for option in found[index]):
            text = texts[below]
            if text[-1] not in stops and text.count(" ") > _LEAST_OF_CAPTION and len(text) <= _LONGEST:
                found[below] = (*found[below], _CAPTION_BELOW_AGENCY)
        elif _has_credit(found, index - 1):
            without = [each for each in found[index] if not (_is_credit_by_place(each) or _is_name_and_agency(each))]
            found[index] = tuple(without) if _is_name(without) else found[index]
        elif below < len(texts) and _has_own_credit(found, below) and _is_name(found[index]):
            found[index] = tuple(option for option in found[index] if option.role != "credit")


def _is_credit_by_place(option: Candidate) -> bool:
    """Whether nothing but the caption above would make names a credit."""
    return option.role == "credit" and option.reason in {ALONE, IN_BRACKETS}


def _is_name_and_agency(option: Candidate) -> bool:
    """Whether a name and what stands after a mark may credit a picture, and sign a report as well."""
    return option.role == "credit" and option.reason in {NAME_AND_AGENCY, NAME_WITH_NEWSROOM.reason}


def _is_of_report(option: Candidate) -> bool:
    """Whether an agency alone, which gives more than pictures, may bring the report."""
    return option.reason == AGENCY_ALONE and option.role == "source"


def _has_credit(found: Sequence[Sequence[Candidate]], index: int) -> bool:
    """Whether a block is a caption with its credit in it, or right above it."""
    if any(option.role == "caption" and option.credit is not None for option in found[index]):
        return True
    return index > 0 and _is_cued_credit(found[index - 1])


def _has_own_credit(found: Sequence[Sequence[Candidate]], index: int) -> bool:
    """Whether a block is a caption with its credit in it, or right below it."""
    if any(option.role == "caption" and option.credit is not None for option in found[index]):
        return True
    return index + 1 < len(found) and _is_cued_credit(found[index + 1])


def _is_name(options: Sequence[Candidate]) -> bool:
    """Whether a block is a name in a line of its own, which may be a byline as well as a credit."""
    return any(option.role == "byline" and option.cue is None for option in options)


def _is_cued_credit(options: Sequence[Candidate]) -> bool:
    return options[0].role == "credit" and options[0].cue is not None


def _is_beside_byline(found: Sequence[Sequence[Candidate]], index: int, gaps: Sequence[str]) -> bool:
    """Whether a name alone stands right below a block, and apart from another name, which then is the author.

    Where blank lines show nothing, it is so below the standfirst and a sentence, above the author and the day.
    """
    if index + 1 >= len(found):
        return False
    dated = index + 2 < len(found) and index >= _LOWEST_AUTHOR and found[index + 2][0].role in {"date", "dateline"}
    apart = is_tight(gaps[index]) and not is_tight(gaps[index + 1])
    names = found[index], found[index + 1]
    if dated and is_tight(gaps[index]) == is_tight(gaps[index + 1]) and _is_summed_up(found[:index]):
        return all(map(_is_name_alone, names))
    return apart and all(any(option.role == "byline" for option in options) for options in names)


def _is_summed_up(above: Sequence[Sequence[Candidate]]) -> bool:
    """Whether blocks end with two of text, below the headline, the first of which then is the standfirst."""
    return all(options[-1] in (RUNNING, LINE) and not _is_name_alone(options) for options in above[-2:])


def _is_one_word(text: str) -> bool:
    """Whether a block is a single word, as places and rubrics are, in a script with blanks between words."""
    return not is_unspaced(text[0]) and is_word(text)


def _heads(first: str, second: str) -> bool:
    """Whether the first block is a word or two above the second, which then is the headline."""
    return breadth(first) <= _LONGEST_RUBRIC and len(second) > 2 * len(first)


def _is_running(text: str, stops: str) -> bool:
    """Whether a block is a quotation with who says it, or as long as running text in a script without stops."""
    if has_no_stops(text[-1]):
        return len(text) > _LONGEST_WITHOUT_STOPS or text[0] in _OPENING
    return text[0] in _OPENING and text[-1] in stops


def _credited(found: Sequence[tuple[Candidate, ...]]) -> list[int]:
    """The blocks that may be credits; names alone are none where they are many, as in lists of books or of a crew."""
    may = [index for index, options in enumerate(found) if len(options) > 1 and index and _may_be_credit(options)]
    alone = [index for index in may if any(map(_is_credit_by_place, found[index]))]
    return [index for index in may if index not in alone] if len(alone) > _MOST_ALONE else may


def _may_be_credit(options: Sequence[Candidate]) -> bool:
    return "credit" in [option.role for option in options]
