"""What to write in place of a value that is of a wrong type or has a wrong form, where that can be told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

_SHOWN = 60  # characters of a value in a message
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.]|(?=[0-9]{4}(?![0-9])))(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
    r"(?:[T ]+(?P<time>[0-9]{1,2}:[0-9]{2})(?P<second>:[0-9]{2}(?:\.[0-9]+)?)?"
    r" *(?P<zone>Z|(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?)?)?"
)
_MONTH = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_NOT_IN_NAMES = re.compile(r"[\s!-,/:-@\[-`{-~]+")
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}


def shown(value: Any) -> str:
    """A value as JSON, as it stands in a message: not longer than a line, and nothing in it unseen."""
    text = json.dumps(value, ensure_ascii=False)
    if not text.isprintable():
        text = "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def in_type(value: Any, wanted: Collection[str]) -> str | None:
    """What to do about a value that is of none of the `wanted` types of JSON; None if nobody can say."""
    if isinstance(value, str):
        return _without_quotes(value, wanted)
    if type(value) in (int, float) and "string" in wanted:
        return f'write "{shown(value)}" in quotes'
    if isinstance(value, dict) and {*wanted} == {"array"}:
        is_table = len(value) > 1 and all(isinstance(member, dict) for member in value.values())
        return "write its values as an array: [ … ]" if is_table else "put it into brackets: [ … ]"
    if isinstance(value, list) and len(value) == 1 and _TYPES.get(type(value[0])) in wanted:
        return "write it without the brackets [ ]"
    return None


def in_form(text: str, accepts: Callable[[str], bool]) -> str | None:
    """What was meant by a text that is not `accepts`-ed: the same date, number or name in the right form."""
    return next((each for each in _forms(text.strip()) if each != text and accepts(each)), None)


def _without_quotes(text: str, wanted: Collection[str]) -> str | None:
    if ("number" in wanted and _NUMBER.fullmatch(text)) or ("integer" in wanted and _INTEGER.fullmatch(text)):
        return f"write {text} without quotes"
    if "boolean" in wanted and text.lower() in ("true", "false"):
        return f"write {text.lower()} without quotes"
    if "array" in wanted:
        return f"put it into brackets: [{shown(text)}]"
    return None


def _forms(text: str) -> Iterator[str]:
    """A text in forms that it might have been meant to have."""
    yield text
    yield from dates(text)
    yield f"{text}.0"
    yield text.lower()
    name = _NOT_IN_NAMES.sub("_", text)
    yield name
    yield f"_{name}"


def dates(text: str) -> Iterator[str]:
    """A date, or day and time, in the form of ISO 8601, if no more than one day can be meant."""
    if found := _DAY.fullmatch(text):
        yield f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}{_time(found)}"
    elif found := _MONTH.fullmatch(text):
        yield f"{found[1]}-{found[2]:0>2}"
    elif found := _YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        if int(first) > 12 or int(second) > 12 or int(first) == int(second):
            month, day = sorted((first, second), key=int)
            yield f"{year}-{month:0>2}-{day:0>2}"


def _time(found: re.Match[str]) -> str:
    if found["time"] is None:
        return ""
    zone = found["zone"] or ""
    if found["sign"]:
        zone = f"{found['sign']}{found['hours']:0>2}:{found['minutes'] or '00'}"
    return f"T{found['time']:0>5}{found['second'] or ':00'}{zone}"
