"""What is said of a document that breaks the profile: what cannot stand somewhere, what can, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.datatypes import is_for_dates, words_for
from corpus_tools.formats.tei.grammar import Datum, Pattern, first, leaves, needs_attribute
from corpus_tools.formats.tei.meant import meant
from corpus_tools.formats.tei.xml import Element
from corpus_tools.model.datatypes import missing_day
from corpus_tools.nearest import nearest

_SHOWN = 60  # characters of a value in a message


class Fault(NamedTuple):
    """One mistake.

    Attributes:
        element: the element at fault.
        message: what is wrong.
        hint: what to do about it.
        attribute: its attribute at fault, or `xml.TEXT`.
        lacks: the patterns of elements one of which is missing.
        home: the element in which it is missing.
        refused: whether the element cannot stand where it does, whatever is in it.
    """

    element: Element
    message: str
    hint: str | None = None
    attribute: str | None = None
    lacks: tuple[Pattern, ...] = ()
    home: Element | None = None
    refused: bool = False


def bad_attribute(element: Element, name: str, value: str, states: Mapping[Pattern, Pattern]) -> Fault:
    """An attribute that an element cannot have, or not with this value."""
    attributes = [leaf for form in states for leaf in leaves(form.content, "attribute")]
    same = _data_of(attributes, name)
    tag, shown = tag_of(element), written(name)
    if any(datum.fits(value) for datum in same):
        reason = f"{tag} cannot have {shown}={quoted(value)} beside its other attributes"
        return Fault(element, reason, f"remove {shown}, or what it contradicts", name)
    if same:
        wanted, hint = wanted_instead(value, same)
        return Fault(element, f"{shown} of {tag} is {quoted(value)}{wanted}", hint, name)
    known = list(dict.fromkeys(leaf.names[0] for leaf in attributes))
    others = [written(each) for each in known if element.get(each) is None]
    likely = next((each for each in others if each.endswith(f":{shown}")), None) or nearest(shown, others)
    told = f"{tag} cannot have the attribute {shown}"
    allowed = f"t may have {', '.join(map(written, known))}" if known else "t has none"
    if likely is None:
        return Fault(element, f"{told}; i{allowed}", f"remove {shown}", name)
    return Fault(element, f"{told}, did you mean {likely}? I{allowed}", f"write {likely}", name)


def lacking_attributes(element: Element, forms: Iterable[Pattern], names: list[str]) -> Fault:
    """Attributes that an element needs and has not, which may be of any of these forms."""
    attributes = [leaf for form in forms for leaf in leaves(form.content, "attribute")]
    shown = [written(name) for name in names]
    wanted = [_with_value(own, _data_of(attributes, name)) for own, name in zip(shown, names, strict=True)]
    told = f"{tag_of(element)} needs the attribute{'s' if len(names) > 1 else ''} {_listed(shown)}"
    own_id = " that nothing else in the document has" if names == [xml.ID] else ""
    return Fault(element, told, f"add {'; '.join(wanted)}{own_id}")


def _with_value(name: str, data: list[Datum]) -> str:
    """An attribute as it is to be written, and what its value is if there are several."""
    fixed = [value for datum in data for value in datum.fixed]
    return f'{name}="{fixed[0]}"' if len(fixed) == 1 else f'{name}="…", {_words(data)}'


def text_for_attribute(element: Element, form: Pattern, names: list[str]) -> Fault | None:
    """What is said of an element that has as its text what should stand in the one attribute that it needs."""
    text = (element.text or "").strip(xml.LAYOUT)
    data = _data_of(leaves(form.content, "attribute"), names[0])
    holds_text = leaves(form.content, "text") or leaves(form.content, "datum")
    if holds_text or len(names) > 1 or not text or len(element) or not any(datum.fits(text) for datum in data):
        return None
    told = f"{tag_of(element)} has {quoted(text)} as its text, which should stand in the attribute {written(names[0])}"
    return Fault(element, told, f"write {written(names[0])}={quoted(text)} into the tag, and remove the text", xml.TEXT)


def stray_text(element: Element, text: str, pattern: Pattern) -> Fault:
    """Text directly in an element that holds only others."""
    wanted = first(pattern)
    told = "only elements may stand" if wanted else "nothing may stand"
    reason = f"the text {quoted(text)} stands directly in {tag_of(element)}, where {told}"
    holding = [each for each in wanted if not each.content.nullable and leaves(each.content, "datum")]
    if pattern.nullable or not holding:
        hint = "remove it, or put it into an element that may stand there"
        return Fault(element, reason, f"{hint}, or write another instead of {tag_of(element)}", xml.TEXT)
    tags = tags_of(holding)
    return Fault(element, reason, f"put it into {'one of ' if ', ' in tags else ''}{tags}", xml.TEXT)


def _data_of(attributes: Iterable[Pattern], name: str) -> list[Datum]:
    """What the values of an attribute must be."""
    return list(dict.fromkeys(leaf.datum for leaf in attributes if name in leaf.names and leaf.datum is not None))


def _words(data: Iterable[Datum]) -> str:
    words = [" or ".join(map(quoted, datum.fixed)) if datum.fixed else words_for(datum.node) for datum in data]
    return " or ".join(dict.fromkeys(words))


def bad_text(element: Element, text: str, data: Iterable[Datum]) -> Fault:
    """An element whose text is not of its datatype."""
    tag, data = tag_of(element), list(data)
    if not text:
        return Fault(
            element, f"{tag} is empty, but should hold {_words(data)}", f"remove {tag}, or write what it holds"
        )
    wanted, hint = wanted_instead(text, data)
    return Fault(element, f"the text of {tag} is {quoted(text)}{wanted}", hint, xml.TEXT)


def wanted_instead(value: str, data: Iterable[Datum]) -> tuple[str, str | None]:
    """What should stand in the place of a value, and what to write if it is clear what was meant."""
    data = list(data)
    fixed = list(dict.fromkeys(each for datum in data for each in datum.fixed))
    if not fixed:
        for_dates = any(is_for_dates(datum.node) for datum in data)
        known = "write what is known: YYYY, YYYY-MM, YYYY-MM-DD" if for_dates else None
        reason = missing_day(value) if for_dates else None
        if reason is not None:
            return f", which does not exist: {reason}", known
        likely = meant(value, lambda made: any(datum.fits(made) for datum in data))
        return f", but should be {_words(data)}", known if likely is None else f"write {_shortened(likely)}"
    likely = fixed[0] if len(fixed) == 1 else nearest(value, fixed)
    allowed = f"llowed {'is' if len(fixed) == 1 else 'are'} {', '.join(map(quoted, fixed))}"
    if likely is None or len(fixed) == 1:
        return f"; a{allowed}", "write one of them" if likely is None else f"write {likely}"
    return f", did you mean {quoted(likely)}? A{allowed}", f"write {likely}"


def misplaced(child: Element, allowed: Iterable[Pattern], where: str, *, known: bool = False) -> Fault:
    """An element that cannot stand where it does; `known` if it can stand elsewhere in the same element."""
    patterns = list(allowed)
    names = [etree.QName(name) for pattern in patterns for name in pattern.names]
    tag = tag_with(child, patterns)
    told = f"{tag} cannot stand {'at this place ' if known else ''}in {where}"
    own = etree.QName(child)
    listed = tags_of(patterns)
    allowed_here = f"llowed here {'are' if ', ' in listed else 'is'} {listed}"
    likely = None if known else nearest(own.localname, [name.localname for name in names])
    if any(own.localname == name.localname and own.namespace != name.namespace for name in names):
        told, hint = f"{told}: it is not in the namespace of TEI", f'declare xmlns="{names[0].namespace}"'
    elif not names:
        told, hint = f"{told}; nothing {'more ' if known else ''}may stand there", f"remove {tag}"
    elif likely is None:
        told, hint = f"{told}; a{allowed_here}", _instead(tag, listed)
    else:
        told, hint = f"{told}, did you mean <{likely}>? A{allowed_here}", f"write <{likely}>"
    return Fault(child, told, hint, refused=True)


def astray(child: Element, lack: Fault) -> Fault:
    """An element that cannot stand where it does, and is missing elsewhere."""
    home: Element = lack.home
    tag, there = tag_with(child, lack.lacks), _tag_among(home, ())
    told = f"{tag} cannot stand in {tag_of(child.getparent())}: it belongs into {there}, where it is missing"
    return Fault(child, told, f"move it into the {there} of line {home.sourceline}", refused=True)


def _instead(tag: str, listed: str) -> str:
    """What to do about an element in the place of which another may stand."""
    return f"write {'one of them' if ', ' in listed else listed} instead of {tag}, or remove it"


def second_time(child: Element, like: Pattern, where: str) -> Fault:
    """An element that stands twice and may stand once."""
    tag = tag_with(child, [like])
    return Fault(child, f"{tag} stands a second time in {where}, where one may stand", "keep one of them")


def too_late(child: Element, before: Element, known: Iterable[Pattern], where: str) -> Fault:
    """An element that has to stand before another one; `known` are the patterns of all that may stand around them."""
    tag, other = _tag_among(child, known), _tag_among(before, known)
    return Fault(child, f"{tag} stands too late in {where}: it belongs before {other}", f"move it before {other}")


def too_early(child: Element, after: Element, known: Iterable[Pattern], where: str) -> Fault:
    """An element that has to stand behind another one, and behind what follows that."""
    tag, other = _tag_among(child, known), _tag_among(after, known)
    told = f"{tag} stands too early in {where}: {other} and what follows belong before it"
    return Fault(child, told, f"move it behind them, or write another element than {tag_of(child)}")


def missing_before(child: Element, missing: Pattern, where: str) -> Fault:
    """An element that must stand before `child` and is not there."""
    tag = tags_of([missing])
    told = f"{tag} is missing before {tag_of(child)} in {where}"
    hint = f"write {tag} before {tag_of(child)}, and what belongs in it"
    return Fault(child, told, hint, lacks=(missing,), home=child.getparent())


def missing_at_end(element: Element, wanted: Iterable[Pattern]) -> Fault:
    """An element that must stand in another, behind all that is there."""
    lacks = tuple(wanted)
    tags = tags_of(lacks)
    some = f"one of {tags}" if ", " in tags else tags
    after = f" after {tag_of(element[-1])}, which is the last in it" if len(element) else ""
    return Fault(element, f"{tag_of(element)} needs {some}{after}", f"write {some} into it", lacks=lacks, home=element)


def fixed_values(pattern: Pattern) -> dict[str, list[str]]:
    """The attributes of an element that have fixed values, and the values."""
    found: dict[str, list[str]] = {}
    for leaf in leaves(pattern.content, "attribute"):
        if leaf.datum is not None and leaf.datum.fixed:
            found.setdefault(leaf.names[0], []).extend(leaf.datum.fixed)
    return found


def tag_of(element: Element) -> str:
    """The tag of an element without its attributes."""
    return f"<{xml.local_name(element)}>"


def tag_with(element: Element, patterns: Iterable[Pattern]) -> str:
    """The tag of an element, with the attributes that tell it from others of its name among the patterns."""
    names = {name for pattern in patterns if element.tag in pattern.names for name in fixed_values(pattern)}
    shown = [f" {written(name)}={quoted(value)}" for name, value in element.items() if name in names]
    return f"<{xml.local_name(element)}{''.join(shown)}>"


def _tag_among(element: Element, patterns: Iterable[Pattern]) -> str:
    """The tag of an element with its id, or else with the attributes that tell it from others."""
    own = element.get(xml.ID)
    return tag_with(element, patterns) if own is None else f"<{xml.local_name(element)} xml:id={quoted(own)}>"


def tags_of(patterns: Iterable[Pattern]) -> str:
    """The tags of elements, with the attributes that they need and that have one fixed value."""
    made = []
    for pattern in patterns:
        fixed = fixed_values(pattern).items()
        single = [(name, values[0]) for name, values in fixed if len(values) == 1]
        needed = [(name, value) for name, value in single if needs_attribute(pattern.content, name)]
        attributes = "".join(f" {written(name)}={quoted(value)}" for name, value in needed)
        made += [f"<{etree.QName(name).localname}{attributes}>" for name in pattern.names]
    return ", ".join(dict.fromkeys(made))


def written(name: str) -> str:
    """The name of an attribute as people write it."""
    return name.replace(xml.XML, "xml:") if name.startswith(xml.XML) else str(etree.QName(name).localname)


def quoted(value: str) -> str:
    """A value between quotation marks, its beginning if it is long."""
    return f'"{_shortened(value)}"'


def _shortened(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
