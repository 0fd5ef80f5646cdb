"""Names in Han and Hangul characters alone, which nothing but their form shows.

Classes of so many characters are slow to compile, so that each pattern is compiled when a text has such characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus_tools.formats.seed.lexicon.cues import Cues
from corpus_tools.formats.seed.lexicon.phrases import EAST, is_unspaced

_HAN = "[\u3400-\u9fff々]"
_DOTTED = rf"{_HAN}{{1,5}}(?:[·・]{_HAN}{{1,6}}){{1,3}}"
_LATIN = r"[A-Z\u00c0-\u024f][\w.'’-]*(?: [\w.'’-]+){1,4}"
_LEAST_OF_OFFICE = 8
_LONGEST_WITHOUT_BLANKS = 14
_PARTICLES = "는을를의던"  # of Korean words that others follow
_LONGEST_LIST = 40
_LONGEST_OF_PEOPLE = 60
_LONGEST_PAPER = 12
_OTHERS = ("编辑", "责编", "編輯", "責編", "核稿", "校对", "校對")
"""Words of others in a byline, who are no authors."""
_LONGEST_DIVIDED = 3
_MOST_PARTS = 12
_between_blanks = re.compile(r"\S+").finditer
_LEAST_OF_NAME = 3
_parts = re.compile(r"[^\u3000]+").finditer
_LENGTH_OF_HANGUL = 3
_LONGEST_OF_HAN = 4


def is_han(text: str) -> bool:
    """Whether a text begins with a Han character."""
    return "\u3400" <= text[:1] <= "\u9fff" or text[:1] == "々"


def are_han_names(text: str) -> bool:
    """Whether `text` may be names in Han characters: ``王芳``, ``佐藤 花子、山田太郎``, ``佐々木美穂``."""
    return is_han(text) and len(text) <= _LONGEST_LIST and _names().fullmatch(text) is not None


def are_people(text: str) -> bool:
    """Whether `text` is names of people by their form alone, in full and perhaps foreign ones among others.

    ``斉藤 あかね``, ``マリア・フェルナンデス``, ``约翰·史密斯``, ``山田太郎、Chen Wei``; two Han characters in a list.
    """
    return 2 < len(text) <= _LONGEST_OF_PEOPLE and _people().fullmatch(text) is not None


def without_office(text: str, start: int, end: int, cues: Cues) -> tuple[int, int]:
    """The part of an item that is left without an office before a blank, and a paper or a place after one.

    ``ロンドン特派員 山田太郎``, ``赵雨桐 BBC中文``, ``刘洋 发自成都``.
    """
    if (bracket := text.find("（", start, end)) > start:
        end = bracket
    start = _after_reporter(text, start, end)
    end = _before_report(text, start, end, cues)
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    first, blank, rest = text[start:end].replace("\u3000", " ").partition(" ")
    if blank and rest and (is_unspaced(rest[:1]) or is_unspaced(first[-1:])):
        if ends_in_office(first, cues):
            return start + len(first) + 1, end
        last = rest.rpartition(" ")[2]
        if last[:1] < EAST and last.startswith(_long_jobs(cues)):
            return start, end - len(last) - 1  # สมชาย ใจดี ผู้สื่อข่าวบีบีซีไทย
        paper = any(rest[:length] in cues.words["agencies"] for length in range(3, 8))  # BBC気候担当
        if paper or rest in cues.words["agencies"] or ends_in_office(rest, cues) or rest.startswith(("发自", "發自")):
            return start, start + len(first)
    return start, end


def _after_reporter(text: str, start: int, end: int) -> int:
    """Where names begin after the word for a reporter, perhaps with the paper or the place: ``駐高雄記者``."""
    at = max(text.rfind(word, start, end) for word in ("记者", "記者"))
    if not start <= at < min(start + _LONGEST_PAPER, end - 3):
        return start
    return at + 2 + (text[at + 2].isspace())


def _before_report(text: str, start: int, end: int, cues: Cues) -> int:
    """Where names end before a known place and the word for a report, or before who edited: ``李怡君香港報道``."""
    tail = text[start:end].rpartition(" ")[2]
    if tail.startswith(_OTHERS) and len(tail) < end - start:
        return end - len(tail) - 1
    if text[end - 2 : end] not in {"报道", "報道", "報導"}:
        return end
    lengths = (2, 3, 4)
    places = cues.words["places"]
    return next((end - 2 - size for size in lengths if text[end - 2 - size : end - 2] in places), end)


def ends_in_office(word: str, cues: Cues) -> bool:
    """Whether the last characters of a word are those of an office: ``ロンドン特派員``, ``聯合報記者``."""
    jobs = cues.words["jobs"]
    return " " not in word and any(word[-length:] in jobs for length in (2, 3, 4) if length <= len(word))


def are_clause(words: list[str]) -> bool:
    """Whether words of a script without blanks are too long for names, or Korean ones have the endings of a clause."""
    ends = "가" <= words[0][0] <= "힣" and any(word[-1] in _PARTICLES for word in words[:-1])
    return ends or max(map(len, words)) > _LONGEST_WITHOUT_BLANKS


def is_name_alone(text: str) -> bool:
    """Whether `text` may be one name without a blank: of two to four Han characters, or of three of Hangul."""
    if len(text) == _LENGTH_OF_HANGUL and "가" <= text[0] <= "힣":
        return True
    return 1 < len(text) <= _LONGEST_OF_HAN and are_han_names(text)


def names_reporter(text: str) -> bool:
    """Whether `text` is a reporter with the paper, perhaps with the place: ``東岸報／記者陳怡蓁／嘉義報導``."""
    told = "记者" in text or "記者" in text or text.endswith(("報導", "报道"))
    return told and is_han(text) and _reported().fullmatch(text) is not None


def divided_by_blanks(text: str, start: int, end: int, cues: Cues) -> list[tuple[int, int]]:
    """Where the names of a list stand that only blanks divide: ``王芳 李明``; none if it is no such list.

    A foreign name may be among them, which has blanks itself: ``Chen Wei 欧阳静``, ``K. V. Ramesh 通讯员 王芳``.
    """
    if start >= end:
        return []
    if text[start] < "\u2e80" or text[end - 1] < "\u2e80":
        return _divided_by_script(text, start, end, cues)
    first = text[start:end].partition(" ")[0]
    if len(first) > _LONGEST_DIVIDED and first in cues.words["jobs"]:
        start += len(first) + 1
    first = text[start : start + 1]
    if first < "\u2e80" or (is_han(first) and cues.languages[0] == "ko"):
        return []  # 髙橋 一郎 is one name there
    if _divided().fullmatch(text, start, end) is None:
        return []
    return [name.span() for name in _each_divided(text, start, end) if name.group() not in cues.words["jobs"]]


def _divided_by_script(text: str, start: int, end: int, cues: Cues) -> list[tuple[int, int]]:
    """The same of names in Han characters beside those of other letters, or of the latter with an office between."""
    words = list(_between_blanks(text, start, end))
    kinds = [_kind(word.group(), cues) for word in words]
    if "x" in kinds or not {"h", "j"}.intersection(kinds) or kinds.count("l") == 1 or len(words) > _MOST_PARTS:
        return []
    found: list[tuple[int, int]] = []
    for index, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind == "l" and index and kinds[index - 1] == "l":
            found[-1] = found[-1][0], word.end()
        elif kind != "j":
            found.append(word.span())
    return found if len(found) > 1 else []


def _kind(word: str, cues: Cues) -> str:
    """Whether a word is an office, a name in Han characters, or of Latin letters; x for others."""
    if word in cues.words["jobs"]:
        return "j"
    if word[0] < "\u2e80":
        if word.islower() and word not in cues.words["name_particles"]:
            return "x"  # in, and
        return "l" if word.replace("'", "").replace("’", "").replace(".", "").replace("-", "").isalpha() else "x"
    return "h" if 1 < len(word) <= _LONGEST_OF_HAN and all(map(is_han, word)) else "x"


def divided_by_wide_blanks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where Japanese names stand that wide blanks divide: each as long as a name in full, one longer than a part."""
    found = [part.span() for part in _parts(text, start, end)]
    lengths = [last - first for first, last in found]
    names = len(found) > 1 and all(are_han_names(text[slice(*part)]) for part in found)
    return found if names and min(lengths) >= _LEAST_OF_NAME and max(lengths) > _LEAST_OF_NAME else []


def _each_divided(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return _one_divided().finditer(text, start, end)


@cache
def _long_jobs(cues: Cues) -> tuple[str, ...]:
    """The offices in scripts without blanks between words, where the paper may follow."""
    return tuple(job for job in cues.words["jobs"] if len(job) >= _LEAST_OF_OFFICE and is_unspaced(job[0]))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_HAN}{{2,5}}|{_HAN}{{1,3}}[ \u3000]{_HAN}{{1,3}})(?:[、，,·・ \u3000]{_HAN}{{2,4}}){{0,3}}"
    )


@cache
def _people() -> re.Pattern[str]:
    foreign = r"[ァ-ヿ]{2,12}(?:[・＝][ァ-ヿ]{1,14}){1,3}"
    spread = rf"{_HAN}{{1,3}}[ \u3000](?:{_HAN}{{1,3}}|[ぁ-ヿ]{{2,5}})"
    one = rf"(?:{foreign}|{spread}|{_DOTTED}|{_HAN}{{3,5}}|{_LATIN})"
    item = rf"(?:{one}|{_HAN}{{2}}|[가-힣]{{2,4}}(?: [가-힣]{{2,6}})?)"
    several = rf"{item}(?:(?:[、，]\s?|,\s){item}){{1,3}}"
    return re.compile(f"{one}|{several}")


@cache
def _reported() -> re.Pattern[str]:
    one = rf"(?:{_HAN}{{2,4}}|{_DOTTED}|{_LATIN})"
    names = rf"{one}(?:[、，\s]{one}){{0,3}}"
    return re.compile(
        rf"(?:{_HAN}{{1,10}}\s?[／/]?\s?)?[記记]者\s?{names}(?:\s?[／/]?\s?{_HAN}{{2,10}}[導道])?"
        rf"|{names}\s?[／/]\s?{_HAN}{{2,10}}[報报][導道]"
    )


@cache
def _divided() -> re.Pattern[str]:
    han = r"(?:[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]\s[\u3400-\u9fff])"  # names of two characters may be spread
    return re.compile(rf"\s*(?:{han}(?:\s{han})+|[가-힣]{{2,4}}(?:\s[가-힣]{{2,4}})+)\s*")


@cache
def _one_divided() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u9fff]\s[\u3400-\u9fff](?![\u3400-\u9fff])|[\u3400-\u9fff가-힣]{2,4}")
