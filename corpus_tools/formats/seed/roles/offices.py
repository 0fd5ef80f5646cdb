"""Names before the office of who bears them: ``Ana Silva, reporter``, ``Ana Silva reporter``."""

from __future__ import annotations

import re

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.organisations import is_organisation
from corpus_tools.formats.seed.names.recognise import is_job, is_name, is_word, without_job

_MOST_WORDS = 4
_apart = re.compile(r",|\s[–—-]\s").split


def is_name_with_office(text: str, cues: Cues) -> bool:
    """Whether a line that has the word of an office begins with a full name."""
    first = _apart(text, maxsplit=1)[0]
    if _is_before_bar(text, cues) or (first != text and _is_full_name(first, cues)):
        return True
    return _is_before_office(text, cues)


def _is_full_name(words: str, cues: Cues) -> bool:
    """Whether what stands before the first comma or dash of a line is a full name, and no office."""
    return 2 <= len(words.split()) <= _MOST_WORDS and is_name(words, cues) and not is_job(words, cues)


def _is_before_office(text: str, cues: Cues) -> bool:
    """Whether a full name in capitals and small letters stands before an office: ``Ana Silva reporter``."""
    words = text[slice(*without_job(text, 0, len(text), cues))]
    named = words != text and text.startswith(words) and 2 <= len(words.split()) < _MOST_WORDS and is_name(words, cues)
    return named and words.istitle() and not is_job(words, cues) and not is_organisation(words, cues)


def _is_before_bar(text: str, cues: Cues) -> bool:
    """Whether a name stands before a bar, in a script without capitals: letters alone, and no words of sentences."""
    words = text.partition(" | ")[0].split()
    if " | " not in text or text.lower() != text.upper() or not 2 <= len(words) < _MOST_WORDS:
        return False
    return all(map(is_word, words)) and (cues.words["date"] | cues.words["jobs"] | cues.function_words).isdisjoint(
        words
    )
