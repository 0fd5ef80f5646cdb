"""Who signs a report in brackets: after its last sentence, or below it, perhaps after the office."""

from __future__ import annotations

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.east import is_han
from corpus_tools.formats.seed.names.organisations import names_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job

_LONGEST = 24
_LONGEST_NAME = 7
_SHORTEST_IN_HAN, _LONGEST_IN_HAN = 3, 5


def signed_at_end(text: str, cues: Cues) -> Extent | None:
    """Where who wrote a report stands after its last sentence: ``。（佐藤花子）``, ``。（秋田支局・佐藤はなこ）``."""
    if text[-1] not in "）】":
        return None
    start = max(text.rfind("（"), text.rfind("【")) + 1
    if start < 2 or text[start - 2] != "。":
        return None
    whole = cues.whole(text[start - 1 :])
    if whole is not None and whole.role != "source":
        return None  # 敬称略
    if 2 <= len(text) - 1 - start <= _LONGEST_IN_HAN and all(map(is_han, text[start:-1])):
        return start, len(text) - 1
    return name_after_office(text, start, len(text) - 1, cues)


def signs_alone(text: str, cues: Cues) -> bool:
    """Whether brackets hold nothing but who signs a report: ``（鈴木里奈）``, ``（秋田支局・佐藤はなこ）``."""
    if text[0] not in "（【" or text[-1] not in "）】":
        return False
    if name_after_office(text, 1, len(text) - 1, cues) is not None:
        return True
    name = text[1:-1]
    people = _SHORTEST_IN_HAN <= len(name) <= _LONGEST_IN_HAN and all(map(is_han, name))
    return people and not names_organisation(name, cues) and name not in cues.words["agencies"] and not cues.whole(text)


def name_after_office(text: str, start: int, end: int, cues: Cues) -> Extent | None:
    """The name after the office and a middle dot: ``藤井かをり`` in ``気仙沼総局・藤井かをり``."""
    dot = text.rfind("・", start, end) if end - start <= _LONGEST else -1
    if dot <= start or not 2 <= end - dot - 1 <= _LONGEST_NAME or not text[dot + 1 : end].isalpha():
        return None
    office = text[start:dot]
    return (dot + 1, end) if is_job(office, cues) or names_organisation(office, cues) else None
