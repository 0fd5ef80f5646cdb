"""Who signs a report in brackets: after its last sentence, or below it, perhaps after the office."""

from __future__ import annotations

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.names.east import are_people, is_han, without_office
from corpus_tools.formats.seed.names.organisations import is_organisation, names_organisation
from corpus_tools.formats.seed.names.recognise import Extent, is_job

OPENING, CLOSING = "（【［〔", "）】］〕"
_LONGEST = 40
_LONGEST_LINE = 70
_LONGEST_PLACE = 10
_LONGEST_NAME = 7
_SHORTEST_IN_HAN, _LONGEST_IN_HAN = 3, 5


def signed_at_end(text: str, cues: Cues) -> Extent | None:
    """Where who wrote a report stands after its last sentence: ``。（佐藤花子）``, ``。（秋田支局・佐藤はなこ）``."""
    if text[-1] not in "）】〕":
        return None
    start = max(text.rfind(mark) for mark in "（【〔") + 1
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
    if text[0] not in OPENING or text[-1] not in CLOSING or len(text) > _LONGEST_LINE:
        return False
    if name_after_office(text, 1, len(text) - 1, cues) is not None:
        return True
    name = text[1:-1]
    if are_signed(name, cues) and cues.whole(text) is None:
        return True
    people = _SHORTEST_IN_HAN <= len(name) <= _LONGEST_IN_HAN and all(map(is_han, name))
    return people and not names_organisation(name, cues) and name not in cues.words["agencies"] and not cues.whole(text)


def are_signed(words: str, cues: Cues) -> bool:
    """Whether words are names of people in full, perhaps after an office or a place, and of no paper.

    ``佐藤 花子、林海``, ``ソウル支局 マリア・フェルナンデス``, ``ロンドン＝髙橋 一郎``, ``Chen Wei，日経新聞``.
    """
    start, end = without_office(words, 0, len(words), cues)
    mark = next((mark for mark in "＝=" if mark in words[:_LONGEST_PLACE]), "")
    names = words[max(start, words.find(mark) + 1 if mark else 0) : end]
    first, comma, paper = names.rpartition("，") if "，" in names else names.rpartition("、")
    if comma and (paper in cues.words["agencies"] or names_organisation(paper, cues)):
        names = first
    other = names in cues.words["agencies"] or is_organisation(names, cues) or is_job(names, cues)
    return not other and are_people(names)


def name_after_office(text: str, start: int, end: int, cues: Cues) -> Extent | None:
    """The name after the office and a middle dot: ``藤井かをり`` in ``気仙沼総局・藤井かをり``."""
    dot = text.find("・", start, end) if end - start <= _LONGEST else -1
    name = text[dot + 1 : end]
    if dot <= start or not (are_people(name) or (2 <= len(name) <= _LONGEST_NAME and name.isalpha())):
        return None
    office = text[start:dot]
    told = is_job(office, cues) or names_organisation(office, cues) or office in cues.words["agencies"]
    return (dot + 1, end) if told else None
