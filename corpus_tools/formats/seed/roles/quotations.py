"""Quotations by what stands around them: the words that lead to one, who said it, and the text that says it again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.recognise import is_full_name
from corpus_tools.formats.seed.roles.candidates import NEVER, RUNNING, Candidate, hint
from corpus_tools.formats.seed.roles.marked import QUOTES
from corpus_tools.formats.seed.roles.subheads import LONGEST_QUOTED

_LEAST_SAID, _MOST_SAID = 12, 160
_SAID_AGAIN = hint("subhead", "a quotation that the text below says again", body=2.4)
_LEADS_TO = ":：;,"
_LONG_LEAD = 40
_LED_TO = Candidate("quote", (NEVER, NEVER, 1.6, NEVER), "a quotation that the block before leads to")
_GOES_ON = Candidate("paragraph", (NEVER, NEVER, 1.6, NEVER), "a quotation that goes on")
_LONGEST_SPEAKER = 80
_SPEAKER = Candidate("quote", (NEVER, NEVER, 2.2, NEVER), "who said the quotation above")


def add_quotations(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let blocks that quotation marks enclose, and who said them, be read by what stands around them."""
    _add_led_to(found, texts, cues.stops)
    _add_said_again(found, texts, cues.stops)
    _add_speakers(found, texts, cues)


def _add_speakers(found: list[tuple[Candidate, ...]], texts: Sequence[str], cues: Cues) -> None:
    """Let a full name below a quotation amid the text, perhaps after a dash or with an office, be who said it."""
    opens = next((index for index, options in enumerate(found) if options[-1] is RUNNING), len(texts))
    for index, text in enumerate(texts[opens + 2 :], start=opens + 2):
        if found[index - 1][0].role != "quote" or len(text) > _LONGEST_SPEAKER or text[-1] in cues.stops:
            continue
        name = text.lstrip("-–—―~ \u00a0").partition(",")[0]
        if is_full_name(name, cues):
            found[index] = (*found[index], _SPEAKER)


def _add_led_to(found: list[tuple[Candidate, ...]], texts: Sequence[str], stops: str) -> None:
    """Let a quotation that the block before leads to be one, and one that goes on with the block before be text."""
    for index, (above, text) in enumerate(pairwise(texts), start=1):
        if text[-1] not in QUOTES.get(text[0], ""):
            continue
        if above[-1] in _LEADS_TO and len(above) > len(text[:_LONG_LEAD]):
            found[index] = (*found[index], _LED_TO)
        elif above[0] == text[0] and len(text) > 1 and (len(text) > LONGEST_QUOTED or text[-2] in stops):
            found[index] = (*found[index], _GOES_ON)


def _add_said_again(found: list[tuple[Candidate, ...]], texts: Sequence[str], stops: str) -> None:
    """Let words in quotation marks be a heading if the text right below says them again."""
    for index, text in enumerate(texts[2:-1], start=2):
        if not _LEAST_SAID < len(text) <= _MOST_SAID or text[-1] not in QUOTES.get(text[0], "") or text[-2] in stops:
            continue
        said = lowered(text[1:-1])
        if any(said in lowered(below) for below in texts[index + 1 : index + 4]):
            found[index] = (*found[index], _SAID_AGAIN)
