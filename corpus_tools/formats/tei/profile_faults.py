"""What of the profile a TEI document breaks: one fault for each mistake.

libxml2 tries every alternative and reports the last one that it gave up, often at another element. Here the document
is walked by the grammar. An element that may not stand where it does is passed over with all that is in it; one that
is missing, or comes too late, is taken as if it stood there; so a mistake does not make others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lxml import etree

from corpus_tools.formats.tei import xml
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
    without_attributes,
)
from corpus_tools.formats.tei.profile_words import (
    Fault,
    astray,
    bad_attribute,
    bad_text,
    fixed_values,
    lacking_attributes,
    misplaced,
    missing_at_end,
    missing_before,
    second_time,
    stray_text,
    tag_of,
    text_for_attribute,
    too_early,
    too_late,
)
from corpus_tools.formats.tei.xml import Element
from corpus_tools.nearest import nearest

_MOST = 100  # attributes of one element that are told: each takes time in proportion to all of them
_NEAR = 20  # siblings among which an element is sought that stands in the wrong place


def profile_faults(root: Element, grammar: Grammar) -> Iterator[Fault]:
    """Yield what of `grammar` a document with this root breaks, in the order of the document."""
    candidates = [pattern for pattern in first(grammar.start) if root.tag in pattern.names]
    if candidates:
        yield from _joined(_walk(root, candidates)[0])
    else:
        yield misplaced(root, first(grammar.start), "the document")


def _joined(faults: list[Fault]) -> Iterator[Fault]:
    """The faults; an element that cannot stand where it does, and is missing elsewhere, is one."""
    lacks = [fault for fault in faults if fault.lacks][:_MOST]
    told: set[int] = set()
    found: dict[int, Fault] = {}
    for number, fault in enumerate(faults):
        lack = next((each for each in lacks if fault.refused and _told(each.lacks, fault.element)), None)
        if lack is not None:
            lacks.remove(lack)
            told.add(id(lack))
            found[number] = astray(fault.element, lack)
    for number, fault in enumerate(faults):
        if id(fault) not in told:
            yield found.get(number, fault)


def _walk(element: Element, candidates: list[Pattern]) -> tuple[list[Fault], list[Pattern]]:
    """The faults of an element that should match one of the patterns, and the patterns that it matches best."""
    faults: list[Fault] = []
    states = {pattern: pattern.content for pattern in candidates}
    telling, attributes = _telling_first(element, states.values())
    for name, value in attributes:
        if len(faults) >= _MOST:
            break
        after = {key: after_attribute(state, name, value) for key, state in states.items()}
        after = {key: state for key, state in after.items() if state is not NEVER}
        if after:
            states = after
        else:
            faults.append(bad_attribute(element, name, value, states))
            if name in telling and (len(states) > 1 or not _is_near(value, name, states)):
                return faults, list(states)  # nobody knows what else should be in it
    complete = {key: state for key in states if (state := closed(states[key])) is not NEVER}
    if not complete:
        key, *others = _likely_forms(element, states)
        names = missing_attributes(states[key])
        complete = {key: without_attributes(states[key])}
        if not faults and (fault := text_for_attribute(element, key, names)) is not None:
            return [fault], [key]
        if not faults:
            faults.append(lacking_attributes(element, [key, *others], names))
            if others and not len(element):
                return faults, [key, *others]
    content = choice(complete.values())
    data = [leaf.datum for leaf in leaves(content, "datum") if leaf.datum is not None]
    if data and not len(element):
        faults += _value_faults(element, data, content)
    else:
        inner = list(_Children(element, content).faults())
        is_other = any(fault.element is element and fault.attribute == xml.TEXT for fault in inner)
        faults = inner if is_other else [*faults, *inner]  # its attributes are those of the element that is meant
    return faults, list(complete)


def _likely_forms(element: Element, states: Mapping[Pattern, Pattern]) -> list[Pattern]:
    """The patterns that lack the fewest attributes, and if there are some, those that may begin as the element does."""
    lacking = {pattern: len(missing_attributes(state)) for pattern, state in states.items()}
    fewest = [pattern for pattern in states if lacking[pattern] == min(lacking.values())]
    begun = [each for each in fewest if len(element) and _fitting(without_attributes(states[each]), element[0])]
    return begun or fewest


def _is_near(value: str, name: str, states: Iterable[Pattern]) -> bool:
    """Whether a value is nearly one that the attribute may have."""
    return nearest(value, [each for state in states for each in fixed_values(state).get(name, ())]) is not None


def _telling_first(element: Element, states: Iterable[Pattern]) -> tuple[set[str], list[tuple[str, str]]]:
    """Names of attributes that tell forms of an element apart by fixed values; all its attributes, those first."""
    attributes = [leaf for state in states for leaf in leaves(state, "attribute")]
    telling = {leaf.names[0] for leaf in attributes if leaf.datum is not None and leaf.datum.fixed}
    names = element.keys()[: 2 * _MOST]  # to ask for a value takes time in proportion to the number of attributes
    return telling, [(name, element.get(name)) for name in sorted(names, key=lambda name: name not in telling)]


def _value_faults(element: Element, data: list[Datum], pattern: Pattern) -> Iterator[Fault]:
    text = element.text or ""
    if not (any(datum.fits(text) for datum in data) or (pattern.nullable and not text.strip(xml.LAYOUT))):
        yield bad_text(element, text, data)


class _Children:
    """The children of an element, gone through in their order by the pattern of its content."""

    def __init__(self, element: Element, content: Pattern) -> None:
        self._element = element
        self._where = tag_of(element)
        self._content = content
        self._state = content
        self._passed: list[tuple[Element, Pattern, Pattern]] = []  # with the patterns of what follows and of itself
        self._late: set[Element] = set()
        self._refused: set[Element] = set()

    def faults(self) -> Iterator[Fault]:
        found: list[Fault] = []
        for child in self._element:
            if child not in self._late:
                found += self._child(child)
        text = "" if leaves(self._content, "text") else self._stray_text()
        if text:
            yield stray_text(self._element, text, self._content)
            found = [fault for fault in found if fault.element not in self._refused]  # the text around them is told
        yield from found
        state = self._state
        if not (state.nullable or leaves(state, "datum") or self._refused or text):  # what is wrong may stand for it
            last = [each for each in first(state) if after_child(state, each).nullable]
            yield missing_at_end(self._element, last or first(state))

    def _stray_text(self) -> str:
        """The first text that is more than blanks, between the elements; not that behind one that is told already."""
        texts = (self._element.text, *(child.tail for child in self._element if child not in self._refused))
        return next((stripped for text in texts if text and (stripped := text.strip(xml.LAYOUT))), "")

    def _child(self, child: Element) -> Iterator[Fault]:
        candidates = _next(self._state, child)
        if candidates and not _told(candidates, child) and _told(leaves(self._content, "element"), child):
            yield from self._refuse(child, known=True)
            return
        if not candidates and (bridge := _bridge(self._state, child)) is not None:
            missing, self._state = bridge
            yield from self._missing(missing, child)
            candidates = _next(self._state, child)
        if candidates:
            faults, matched = _walk(child, candidates)
            yield from faults
            before = self._state
            after = choice(after_child(before, pattern) for pattern in matched)
            following = child.getnext()
            stray = faults and following is not None and not _next(after, following) and _next(before, following)
            self._state = before if stray else after
            self._passed.append((child, before, matched[0]))
        else:
            known = any(child.tag in pattern.names for pattern in leaves(self._content, "element"))
            yield from self._refuse(child, known=known)
            if not known:
                self._state = _instead(self._state, child)

    def _missing(self, missing: Pattern, child: Element) -> Iterator[Fault]:
        """What is said when `missing` should stand before `child`: it is not there, or it comes too late."""
        after = islice(child.itersiblings(), _NEAR)
        late = next((each for each in after if each not in self._late and _told([missing], each)), None)
        if late is None:
            yield missing_before(child, missing, self._where)
        else:
            self._late.add(late)
            yield too_late(late, child, leaves(self._content, "element"), self._where)
            yield from _walk(late, [missing])[0]

    def _refuse(self, child: Element, *, known: bool) -> Iterator[Fault]:
        """What is said of a child that cannot stand here; one that is `known` may stand elsewhere in the element."""
        self._refused.add(child)
        for sibling, state, own in self._passed[: -_NEAR - 1 : -1] if known else ():
            if sibling.tag == child.tag and _agrees(own, child) and not _fitting(after_child(state, own), child):
                yield second_time(child, own, self._where)
                return
            for pattern in _fitting(state, child):
                after = after_child(state, pattern)
                if _fitting(after, sibling):
                    yield from self._out_of_order(sibling, child, pattern, after)
                    return
        yield misplaced(child, first(self._state), self._where, known=known)

    def _out_of_order(self, sibling: Element, child: Element, pattern: Pattern, after: Pattern) -> Iterator[Fault]:
        """What is said when `child` belongs before `sibling`: it comes too late, or that too early for all the others.

        `pattern` is that of the child in its place, `after` what may follow it there.
        """
        around = leaves(self._content, "element")
        following = child.getnext()
        if following is None or _fitting(self._state, following) or not _fitting(after, following):
            yield too_late(child, sibling, around, self._where)
            return
        yield too_early(sibling, child, around, self._where)
        yield from _walk(child, [pattern])[0]
        self._state = after


def _next(state: Pattern, child: Element) -> list[Pattern]:
    return [pattern for pattern in first(state) if child.tag in pattern.names]


def _told(patterns: Iterable[Pattern], child: Element) -> bool:
    """Whether one of the patterns is of elements with this name and the same fixed attributes."""
    return any(child.tag in pattern.names and _agrees(pattern, child) for pattern in patterns)


def _agrees(pattern: Pattern, child: Element) -> bool:
    values = fixed_values(pattern)
    return all(child.get(name) in allowed for name, allowed in values.items() if child.get(name) is not None)


def _fitting(state: Pattern, child: Element) -> list[Pattern]:
    """The patterns of what may come next that have the name of `child` and agree with its fixed attributes."""
    return [pattern for pattern in _next(state, child) if _agrees(pattern, child)]


def _bridge(state: Pattern, child: Element) -> tuple[Pattern, Pattern] | None:
    """The one element that must stand before `child`, and what must follow it."""
    if state.nullable:
        return None
    ways = ((pattern, after_child(state, pattern)) for pattern in first(state))
    return next(((pattern, after) for pattern, after in ways if _next(after, child)), None)


def _instead(state: Pattern, child: Element) -> Pattern:
    """What must follow `child` if it stands for another: one with nearly its name, or one that the next one needs."""
    following = child.getnext()
    likely = nearest(
        xml.local_name(child), [etree.QName(name).localname for each in first(state) for name in each.names]
    )
    fallback = state
    for pattern in first(state):
        after = after_child(state, pattern)
        goes_on = following is not None and bool(_next(after, following))
        if goes_on and not _next(state, following):
            return after
        if any(etree.QName(name).localname == likely for name in pattern.names):
            fallback = after if goes_on or following is None or not _next(state, following) else state
    return fallback
