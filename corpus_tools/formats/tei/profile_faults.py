"""What of the profile a TEI document breaks, and what may stand in the place: one fault for each mistake.

libxml2 tries every alternative and reports the last one that it gave up, often at another element. Here the document
is walked by the grammar. An element that may not stand where it does is passed over with all that is in it; one that
is missing is taken as if it stood there; so a mistake does not make others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.datatypes import words_for
from corpus_tools.formats.tei.grammar import (
    NEVER,
    Datum,
    Grammar,
    Pattern,
    after_attribute,
    after_child,
    choice,
    closed,
    first,
    leaves,
    missing_attributes,
    needs_attribute,
    without_attributes,
)
from corpus_tools.formats.tei.xml import Element
from corpus_tools.nearest import nearest

_SHOWN = 60  # characters of a value in a message
_MOST = 100  # attributes of one element that are told: each takes time in proportion to all of them


class Fault(NamedTuple):
    """One mistake: the element at fault, what is wrong, and what to do about it."""

    element: Element
    message: str
    hint: str | None = None


def profile_faults(root: Element, grammar: Grammar) -> Iterator[Fault]:
    """Yield what of `grammar` a document with this root breaks, in the order of the document."""
    candidates = [pattern for pattern in first(grammar.start) if root.tag in pattern.names]
    if candidates:
        yield from _walk(root, candidates)[0]
    else:
        yield _misplaced(root, first(grammar.start), "the document")


def _walk(element: Element, candidates: list[Pattern]) -> tuple[list[Fault], list[Pattern]]:
    """The faults of an element that should match one of the patterns, and the patterns that it matches best."""
    faults: list[Fault] = []
    states = {pattern: pattern.content for pattern in candidates}
    for name, value in _telling_first(element, states.values()):
        if len(faults) >= _MOST:
            break
        after = {key: after_attribute(state, name, value) for key, state in states.items()}
        after = {key: state for key, state in after.items() if state is not NEVER}
        if after:
            states = after
        else:
            faults.append(_bad_attribute(element, name, value, states))
    complete = {key: state for key in states if (state := closed(states[key])) is not NEVER}
    if not complete:
        key = min(states, key=lambda pattern: len(missing_attributes(states[pattern])))
        names = missing_attributes(states[key])
        if not faults:
            faults += [Fault(element, f"{_tag(element)} needs the attribute {_written(name)}") for name in names]
        complete = {key: without_attributes(states[key])}
    faults += _content_faults(element, choice(complete.values()))
    return faults, list(complete)


def _telling_first(element: Element, states: Iterable[Pattern]) -> list[tuple[str, str]]:
    """The attributes, first those that tell forms of an element apart by fixed values."""
    attributes = [leaf for state in states for leaf in leaves(state, "attribute")]
    telling = {leaf.names[0] for leaf in attributes if leaf.datum is not None and leaf.datum.fixed}
    names = element.keys()[: 2 * _MOST]  # to ask for a value takes time in proportion to the number of attributes
    return [(name, element.get(name)) for name in sorted(names, key=lambda name: name not in telling)]


def _bad_attribute(element: Element, name: str, value: str, states: Mapping[Pattern, Pattern]) -> Fault:
    attributes = [leaf for form in states for leaf in leaves(form.content, "attribute")]
    same = [leaf.datum for leaf in attributes if name in leaf.names and leaf.datum is not None]
    tag, shown = _tag(element), _written(name)
    if any(datum.fits(value) for datum in same):
        return Fault(element, f"{tag} cannot have {shown}={_quoted(value)} beside its other attributes")
    if same:
        wanted, hint = _wanted(value, same)
        return Fault(element, f"{shown} of {tag} is {_quoted(value)}{wanted}", hint)
    known = list(dict.fromkeys(leaf.names[0] for leaf in attributes))
    meant = nearest(shown, [_written(each) for each in known if element.get(each) is None])
    told = f"{tag} cannot have the attribute {shown}"
    allowed = f"t may have {', '.join(map(_written, known))}" if known else "t has none"
    if meant is None:
        return Fault(element, f"{told}; i{allowed}", f"remove {shown}")
    return Fault(element, f"{told}, did you mean {meant}? I{allowed}", f"write {meant}")


def _wanted(value: str, data: Iterable[Datum]) -> tuple[str, str | None]:
    """What should stand in the place of a value, and what to write if one of some fixed values was meant."""
    fixed = list(dict.fromkeys(each for datum in data for each in datum.fixed))
    if not fixed:
        words = dict.fromkeys(words_for(datum.node) for datum in data)
        return f", but should be {' or '.join(words)}", None
    meant = nearest(value, fixed)
    allowed = ", ".join(map(_quoted, fixed))
    if meant is None:
        return f"; allowed {'is' if len(fixed) == 1 else 'are'} {allowed}", None
    return f", did you mean {_quoted(meant)}? Allowed {'is' if len(fixed) == 1 else 'are'} {allowed}", f"write {meant}"


def _content_faults(element: Element, pattern: Pattern) -> Iterator[Fault]:
    data = [leaf.datum for leaf in leaves(pattern, "datum") if leaf.datum is not None]
    if data and not len(element):
        text = element.text or ""
        if not (any(datum.fits(text) for datum in data) or (pattern.nullable and not text.strip(xml.LAYOUT))):
            wanted, hint = _wanted(text, data)
            yield Fault(element, f"the text of {_tag(element)} is {_quoted(text)}{wanted}", hint)
        return
    if not leaves(pattern, "text"):
        yield from _stray_text(element, pattern)
    yield from _children_faults(element, pattern)


def _stray_text(element: Element, pattern: Pattern) -> Iterator[Fault]:
    told = "only elements may stand" if first(pattern) else "nothing may stand"
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip(xml.LAYOUT):
            shown = _quoted(text.strip(xml.LAYOUT))
            yield Fault(element, f"the text {shown} stands directly in {_tag(element)}, where {told}")
            return


def _children_faults(element: Element, content: Pattern) -> Iterator[Fault]:
    state = content
    for child in element:
        candidates = _next(state, child)
        if candidates and not _told(candidates, child) and _told(leaves(content, "element"), child):
            yield _misplaced(child, first(state), _tag(element), known=True)
            continue
        if not candidates and (bridge := _missing_before(state, child)) is not None:
            missing, state = bridge
            yield Fault(child, f"{_tags([missing])} is missing before {_tag(child)} in {_tag(element)}")
            candidates = _next(state, child)
        if candidates:
            faults, matched = _walk(child, candidates)
            yield from faults
            state = choice(after_child(state, pattern) for pattern in matched)
        else:
            known = any(child.tag in pattern.names for pattern in leaves(content, "element"))
            yield _misplaced(child, first(state), _tag(element), known=known)
            if not known:
                state = _instead(state, child)
    if not state.nullable and not leaves(state, "datum"):
        wanted = first(state)
        some = f"one of {_tags(wanted)}" if ", " in _tags(wanted) else _tags(wanted)
        after = f" after {_tag(element[-1])}, which is the last in it" if len(element) else ""
        yield Fault(element, f"{_tag(element)} needs {some}{after}")


def _next(state: Pattern, child: Element) -> list[Pattern]:
    return [pattern for pattern in first(state) if child.tag in pattern.names]


def _told(patterns: Iterable[Pattern], child: Element) -> bool:
    """Whether one of the patterns is of elements with this name and the same fixed attributes."""
    return any(child.tag in pattern.names and _agrees(pattern, child) for pattern in patterns)


def _agrees(pattern: Pattern, child: Element) -> bool:
    values = _fixed(pattern)
    return all(child.get(name) in allowed for name, allowed in values.items() if child.get(name) is not None)


def _fixed(pattern: Pattern) -> dict[str, list[str]]:
    """The attributes of an element that have fixed values, and the values."""
    found: dict[str, list[str]] = {}
    for leaf in leaves(pattern.content, "attribute"):
        if leaf.datum is not None and leaf.datum.fixed:
            found.setdefault(leaf.names[0], []).extend(leaf.datum.fixed)
    return found


def _missing_before(state: Pattern, child: Element) -> tuple[Pattern, Pattern] | None:
    """The one element that must stand before `child`, and what must follow it."""
    if state.nullable:
        return None
    ways = ((pattern, after_child(state, pattern)) for pattern in first(state))
    return next(((pattern, after) for pattern, after in ways if _next(after, child)), None)


def _instead(state: Pattern, child: Element) -> Pattern:
    """What must follow `child` if it stands for another: one with nearly its name, or one that the next one needs."""
    following = child.getnext()
    meant = nearest(
        xml.local_name(child), [etree.QName(name).localname for each in first(state) for name in each.names]
    )
    for pattern in first(state):
        after = after_child(state, pattern)
        stands_for = following is not None and not _next(state, following) and _next(after, following)
        if stands_for or any(etree.QName(name).localname == meant for name in pattern.names):
            return after
    return state


def _misplaced(child: Element, allowed: Iterable[Pattern], where: str, *, known: bool = False) -> Fault:
    patterns = list(allowed)
    names = [etree.QName(name) for pattern in patterns for name in pattern.names]
    tag = _tag_with(child, patterns)
    told = f"{tag} cannot stand {'at this place ' if known else ''}in {where}"
    own = etree.QName(child)
    if any(own.localname == name.localname and own.namespace != name.namespace for name in names):
        return Fault(child, f"{told}: it is not in the namespace of TEI", f'declare xmlns="{names[0].namespace}"')
    if not names:
        return Fault(child, f"{told}; nothing {'more ' if known else ''}may stand there", f"remove {tag}")
    meant = None if known else nearest(own.localname, [name.localname for name in names])
    listed = _tags(patterns)
    allowed_here = f"llowed here {'are' if ', ' in listed else 'is'} {listed}"
    if meant is None:
        return Fault(child, f"{told}; a{allowed_here}")
    return Fault(child, f"{told}, did you mean <{meant}>? A{allowed_here}", f"write <{meant}>")


def _tag(element: Element) -> str:
    return f"<{xml.local_name(element)}>"


def _tag_with(element: Element, patterns: Iterable[Pattern]) -> str:
    """The tag of an element, with the attributes that tell it from others of its name among the patterns."""
    names = {name for pattern in patterns if element.tag in pattern.names for name in _fixed(pattern)}
    shown = [f" {_written(name)}={_quoted(value)}" for name, value in element.items() if name in names]
    return f"<{xml.local_name(element)}{''.join(shown)}>"


def _tags(patterns: Iterable[Pattern]) -> str:
    """The tags of elements, with the attributes that they need and that have one fixed value."""
    made = []
    for pattern in patterns:
        fixed = ((name, values) for name, values in _fixed(pattern).items() if needs_attribute(pattern.content, name))
        single = [(name, values[0]) for name, values in fixed if len(values) == 1]
        attributes = "".join(f" {_written(name)}={_quoted(value)}" for name, value in single)
        made += [f"<{etree.QName(name).localname}{attributes}>" for name in pattern.names]
    return ", ".join(dict.fromkeys(made))


def _written(name: str) -> str:
    """The name of an attribute as people write it."""
    return name.replace(xml.XML, "xml:") if name.startswith(xml.XML) else str(etree.QName(name).localname)


def _quoted(value: str) -> str:
    return f'"{value}"' if len(value) <= _SHOWN else f'"{value[:_SHOWN]}…"'
