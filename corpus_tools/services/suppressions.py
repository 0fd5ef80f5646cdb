"""Suppressions: findings that a document itself asks to ignore.

They stand in the user's own data: ``extra["corpus-tools"].ignore`` of the article, or of any object that has an
``extra``, is a list of ``{"code", "reason", "expires"?}``. ``code`` is the code or slug of one rule, ``reason`` says
why, and ``expires`` is the last day (``YYYY-MM-DD``) on which the entry holds. An entry holds for findings at or below
its object; that of a block also for findings about the text of the block, such as those of annotations in it.

What decides whether a document is an article cannot be ignored, nor can what is wrong with suppressions. Nothing here
asks for the day of today, so that what was found in a document can be kept: `corpus_tools.findings.on_day` judges it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from corpus_tools.findings import Kind, Location, Problem, Suppression
from corpus_tools.kinds import KINDS
from corpus_tools.model.datatypes import is_date
from corpus_tools.model.index import Index
from corpus_tools.model.pointers import escape, parts
from corpus_tools.nearest import LIKE_OURS, nearest
from corpus_tools.rules.base import CorpusRule
from corpus_tools.rules.catalogue import CATALOGUE, find_rule
from corpus_tools.services.selection import decides, is_suppressible, unknown

KEY: Final = "corpus-tools"
"""The key of `extra` under which documents speak to this program."""

_MALFORMED = KINDS["malformed-suppression"]
_EXPIRED = KINDS["expired-suppression"]
_UNUSED = KINDS["unused-suppression"]
_KEYS = ("code", "reason", "expires")
_FORM = '{"ignore": [{"code": "T201", "reason": "why"}]}'
_DAY = len("2030-12-31")
_STEP = re.compile("/")
_IS_LIKE_KEY = re.compile(LIKE_OURS).fullmatch


class Entry(NamedTuple):
    """One suppression.

    Attributes:
        pointer: JSON Pointer to it.
        scope: JSON Pointer to the object that it is about.
        owner: what that object is called: its id, ``metadata`` or ``the article``.
        block: id of that object if it is a block.
        code: code of the rule.
        reason: why.
        expires: the last day on which it holds (ISO 8601); None if it holds for ever.
    """

    pointer: str
    scope: str
    owner: str
    block: str | None
    code: str
    reason: str
    expires: str | None

    @property
    def suppression(self) -> Suppression:
        """What it says, and where."""
        return Suppression(self.reason, self.expires, Location("", pointer=self.pointer))


class Entries:
    """The suppressions of one article.

    Attributes:
        malformed: what is wrong with those that are none.
    """

    def __init__(self, index: Index) -> None:
        """Read them from an article."""
        self.malformed: list[Problem] = []
        self._by_scope: dict[tuple[str, str], Entry] = {}
        self._by_block: dict[tuple[str, str], Entry] = {}
        for pointer, extra in index.extras():
            if isinstance(extra, dict):
                self.malformed += [_misspelt(pointer, key) for key in extra if key != KEY and _IS_LIKE_KEY(key)]
                if KEY in extra:
                    self._read(extra[KEY], f"{pointer}/{KEY}", pointer.removesuffix("/extra"), index)

    def __iter__(self) -> Iterator[Entry]:
        """In the order of the document."""
        return iter(self._by_scope.values())

    def about_corpora(self) -> Iterator[Entry]:
        """Those that ask to ignore what rules about many documents find."""
        return (entry for entry in self if isinstance(CATALOGUE[entry.code], CorpusRule))

    def holding(self, kind: Kind, problem: Problem) -> list[Entry]:
        """Those that hold for a problem, from outside in."""
        scopes = [
            "",
            *(problem.pointer[: found.start()] for found in _STEP.finditer(problem.pointer, 1)),
            problem.pointer,
        ]
        found = [self._by_scope.get((kind.code, scope)) for scope in dict.fromkeys(scopes)]
        found.append(None if problem.block is None else self._by_block.get((kind.code, problem.block)))
        return [entry for entry in dict.fromkeys(found) if entry is not None]

    def judged(self, kind: Kind, problem: Problem) -> Problem:
        """A problem with the suppression that holds for it; of several the one that holds longest, then the inner."""
        holding = self.holding(kind, problem)
        if not holding:
            return problem
        best = max(holding, key=lambda entry: (entry.expires is None, entry.expires or "", len(entry.scope)))
        return replace(problem, suppression=best.suppression)

    def _read(self, value: Any, pointer: str, scope: str, index: Index) -> None:
        owner = _owner(index, scope)
        for number, one in enumerate(_listed(value, pointer, self.malformed)):
            name, at = f"suppression {number + 1} of {owner}", f"{pointer}/ignore/{number}"
            faults = list(_faults(one, at, name))
            entry = None if faults else _entry(one, at, scope, owner)
            if entry is not None and (entry.code, scope) in self._by_scope:
                reason = f"{name} says again that {entry.code} is ignored"
                faults.append(_problem(at, reason, "keep one of them, with both reasons"))
            elif entry is not None:
                self._by_scope[entry.code, scope] = entry
                if entry.block is not None:
                    self._by_block[entry.code, entry.block] = entry
            self.malformed += faults


def suppress(
    index: Index, found: Sequence[tuple[Kind, Problem]], ran: Collection[str] | None, *, all_ran: bool
) -> list[tuple[Kind, Problem]]:
    """`found`, which rules found in an article, with what the article says about it, and what is wrong with that.

    Args:
        index: the article.
        found: kinds and problems.
        ran: codes of the rules that run; None if nothing is to be said about suppressions themselves.
        all_ran: whether all of them could, so that `found` is all that they find, and what is needless is known.
    """
    entries = Entries(index)
    told = [(kind, entries.judged(kind, problem)) for kind, problem in found]
    if ran is None:
        return told
    used = {entry for one in found for entry in entries.holding(*one)}
    used.update(entries.about_corpora())  # `suppress_of_corpus` will know
    told += [(_MALFORMED, problem) for problem in entries.malformed]
    for entry in entries if all_ran else ():
        if entry not in used and entry.code in ran:
            told.append((_UNUSED, _unused(entry)))
        elif entry.expires is not None:
            told.append((_EXPIRED, _expired(entry, entry.expires)))
    return told


def suppress_of_corpus(
    index: Index, found: Sequence[tuple[Kind, Problem]], ran: Collection[str] | None
) -> list[tuple[Kind, Problem]]:
    """The same of what rules about many documents found in an article.

    Args:
        index: the article.
        found: kinds and problems.
        ran: codes of the rules that ran; None if they did not see all of the corpus, so that nothing can be said about
            suppressions that were not needed.
    """
    entries = Entries(index)
    told = [(kind, entries.judged(kind, problem)) for kind, problem in found]
    if ran is not None:
        used = {entry for one in found for entry in entries.holding(*one)}
        needless = (entry for entry in entries.about_corpora() if entry.code in ran and entry not in used)
        told += [(_UNUSED, _unused(entry)) for entry in needless]
    return told


def asked_of_corpus(index: Index) -> tuple[str, ...]:
    """The codes of the rules about many documents that an article asks to ignore."""
    return tuple(sorted({entry.code for entry in Entries(index).about_corpora()}))


def _owner(index: Index, scope: str) -> str:
    """What the object at a JSON Pointer is called."""
    if scope in ("", "/metadata"):
        return scope.lstrip("/") or "the article"
    value: Any = index.article
    for step in parts(scope):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return str(value["id"])


def _entry(value: dict[str, str], pointer: str, scope: str, owner: str) -> Entry:
    rule = find_rule(value["code"])
    assert rule is not None
    block = owner if scope.startswith("/blocks/") else None
    return Entry(pointer, scope, owner, block, rule.kind.code, value["reason"], value.get("expires"))


def _listed(value: Any, pointer: str, problems: list[Problem]) -> list[Any]:
    """The entries under the key; what is wrong around them goes to `problems`."""
    if not isinstance(value, dict):
        problems.append(_problem(pointer, f'extra["{KEY}"] is no object', f"write {_FORM}"))
        return []
    problems += [_unknown_key(pointer, key, ("ignore",), f'extra["{KEY}"]') for key in value if key != "ignore"]
    listed = value.get("ignore", [])
    if not isinstance(listed, list):
        problems.append(_problem(f"{pointer}/ignore", "ignore is no list", f"write {_FORM}"))
        return []
    return listed


def _faults(entry: Any, pointer: str, name: str) -> Iterator[Problem]:
    """What is wrong with one entry."""
    if not isinstance(entry, dict):
        yield _problem(pointer, f"{name} is no object", f"write {_FORM}")
        return
    yield from (_unknown_key(pointer, key, _KEYS, name) for key in entry if key not in _KEYS)
    code, reason, expires = (entry.get(key) for key in _KEYS)
    misspelt = {nearest(key, _KEYS) for key in entry if key not in _KEYS} - entry.keys()
    if not isinstance(code, str) and "code" not in misspelt:
        yield _problem(_at(pointer, "code", entry), f"{name} names no rule", 'give it a code, such as "code": "T201"')
    elif isinstance(code, str) and (fault := _rule_fault(code)):
        yield _problem(f"{pointer}/code", f"{name}: {fault[0]}", fault[1])
    if "reason" not in misspelt and (not isinstance(reason, str) or not reason.strip()):
        yield _problem(
            _at(pointer, "reason", entry),
            f"{name} gives no reason",
            'say why, such as "reason": "the agency writes so"',
        )
    if "expires" in entry and not (isinstance(expires, str) and len(expires) == _DAY and is_date(expires)):
        hint = 'write the last day on which it holds, such as "expires": "2030-12-31", or leave it out'
        yield _problem(f"{pointer}/expires", f"{name} expires on no day of the calendar", hint)


def _rule_fault(name: str) -> tuple[str, str] | None:
    """Why findings of what a user names cannot be ignored, and what to do; None if they can."""
    rule = find_rule(name)
    if rule is None and any(code.startswith(name.upper()) for code in CATALOGUE):
        return f"{name!r} is no single rule", "give the code or slug of one rule, and each rule an entry of its own"
    if rule is None:
        return unknown(name).partition("; ")[0], "corpus-tools rules lists all of them"
    title = f"{rule.kind.code} {rule.kind.slug}"
    if decides(rule.kind.code):
        return f"{title} decides what an article is and cannot be ignored", "mend what it finds, and take this out"
    if not is_suppressible(rule):
        return f"{title} cannot be ignored in a document", f'use ignore = ["{rule.kind.code}"] in the configuration'
    return None


def _unused(entry: Entry) -> Problem:
    title = f"{entry.code} {CATALOGUE[entry.code].kind.slug}"
    return _problem(entry.pointer, f"{title} finds nothing in {entry.owner}, so nothing is suppressed", "take it out")


def _expired(entry: Entry, day: str) -> Problem:
    title = f"{entry.code} {CATALOGUE[entry.code].kind.slug}"
    message = f"the suppression of {title} in {entry.owner} expired on {day}; its reason was {entry.reason!r}"
    return replace(_problem(entry.pointer, message, "mend what it hid, or set a later day"), after=day)


def _misspelt(pointer: str, key: str) -> Problem:
    at, message = _at(pointer, key), f"extra has a key {key!r}, which says nothing to this program"
    return replace(_problem(at, message, f'write "{KEY}", or give data of your own another name'), of_key=True)


def _unknown_key(pointer: str, key: str, known: Sequence[str], name: str) -> Problem:
    near = nearest(key, list(known))
    question = "" if near is None else f" (did you mean {near}?)"
    allowed = f"allowed {'is' if len(known) == 1 else 'are'} {', '.join(known)}"
    return replace(_problem(_at(pointer, key), f"{name} has an unknown key {key!r}{question}", allowed), of_key=True)


def _at(pointer: str, key: str, entry: dict[str, Any] | None = None) -> str:
    """The pointer of a key; that of the entry if it does not have the key."""
    return pointer if entry is not None and key not in entry else f"{pointer}/{escape(key)}"


def _problem(pointer: str, message: str, hint: str) -> Problem:
    return Problem(message, pointer, hint)
