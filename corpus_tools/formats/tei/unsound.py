"""What was read of a TEI document and does not fit together: why, where in it, and what to do."""

from __future__ import annotations

import re

from corpus_tools.errors import SourceError
from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.foreign import holder_of
from corpus_tools.formats.tei.xml import ID, Element
from corpus_tools.nearest import nearest


class UnsoundError(ValueError):
    """What was read does not fit together.

    Attributes:
        id: id of the element at fault; None if it has none.
        said: what an attribute of that element, or of the last one about it, says wrongly.
        part: the part of the view whose element is at fault, if that has no id.
        missing: an id that is named, and that nothing has which can be meant.
        hint: what to do about it.
    """

    def __init__(
        self,
        reason: str,
        id_: str | None = None,
        *,
        said: str | None = None,
        part: str | None = None,
        missing: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.id = id_
        self.said = said
        self.part = part
        self.missing = missing
        self.hint = hint


def refusal(root: Element, error: KeyError | ValueError) -> SourceError:
    """The exception for a document of which an error of assembly says that it does not fit together.

    A `KeyError` names an id that something points at, and that nothing has.
    """
    missing = str(error.args[0]) if isinstance(error, KeyError) else getattr(error, "missing", None)
    if missing is not None and (second := _second_of_twins(root)) is not None:  # it may be that which should have it
        reason = f"the id {second.get(ID)!r} stands twice, and {missing!r}, which is pointed at, nowhere"
        return xml.refuse(second, reason, attribute=ID, hint="give it an id of its own")
    if isinstance(error, KeyError):
        return _dangling(root, str(missing))
    if not isinstance(error, UnsoundError):
        return xml.refuse(root, f"{error}")
    if error.part is not None:
        return xml.refuse(holder_of(root, error.part), f"{error}", hint=error.hint)
    element, attribute = _at_fault(root, error.id, error.said)
    return xml.refuse(element, f"{error}", attribute=attribute, hint=error.hint)


def _at_fault(root: Element, own: str | None, said: str | None) -> tuple[Element, str | None]:
    """The element with the id and its attribute that says it, or else the last one about it that does."""
    owner = next((element for element in root.iter() if own is not None and element.get(ID) == own), root)
    if said is None:
        return owner, None
    at_owner = [(owner, name) for name, value in owner.items() if said in value and name != ID]
    around = owner.iterancestors()
    at_owner += [(each, name) for each in around for name, value in each.items() if value == said.removeprefix(":")]
    about = [element for element in root.iter() if f"#{own}" in element.values() and element.get(ID) is None]
    within = (inner for element in about or [root] for inner in element.iter())
    last = [(element, name) for element in within for name, value in element.items() if value == said]
    return (*at_owner, *last[-1:], *((element, None) for element in about[-1:]), (owner, None))[0]


def _second_of_twins(root: Element) -> Element | None:
    """The first element with an id that one before it has."""
    known: set[str] = set()
    for element in root.iter():
        own = element.get(ID)
        if own in known:
            return element
        if own is not None:
            known.add(own)
    return None


def _dangling(root: Element, missing: str) -> SourceError:
    points = re.compile(rf"#(string-\w+\()?{re.escape(missing)}(?![\w.-])").search
    pointing = ((element, name) for element in root.iter() for name, value in element.items() if points(value))
    element, attribute = next(pointing, (root, None))
    shown = "a pointer" if attribute is None else f"{attribute} of <{xml.local_name(element)}>"
    reason = f"{shown} points at {missing!r}, and nothing that can be meant has this id"
    likely = nearest(missing, [own for each in root.iter() if (own := each.get(ID)) is not None])
    hint = "correct the pointer, or add what it names" if likely is None else f"correct the pointer: is it #{likely}?"
    return xml.refuse(element, reason, attribute=attribute, hint=hint)
