"""What a rule is: a frozen value with a kind, a level, its documentation and a function.

A rule reads an `Index` and a `Context` and returns problems; the engine adds the kind, so a rule cannot
mislabel what it finds. A rule about one article never knows which file or format it came from. A `CorpusRule` compares
documents; a `ReaderRule` documents what a reader or the schema finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, NamedTuple, TypeVar

from corpus_tools.findings import Kind, Problem, Severity
from corpus_tools.kinds import KINDS
from corpus_tools.layers import AttributeDefinition, LayerDefinition, ListDefinition
from corpus_tools.model.index import Index


class Level(IntEnum):
    """What a rule takes for granted: it runs only if no rule of a lower level found an error."""

    FILE = 1
    SCHEMA = 2
    TEXT = 3
    ANNOTATION = 4
    CORPUS = 5


_Value = TypeVar("_Value")

_PLAIN_TYPES: dict[str, type] = {"string": str, "boolean": bool, "integer": int}


class Ends(NamedTuple):
    """What source and target of a relation may be, as layer files say it; None is anything."""

    source: tuple[str, ...] | None
    target: tuple[str, ...] | None


_ANY_ENDS = Ends(None, None)


@dataclass(frozen=True, slots=True)
class ItemList:
    """A `ListDefinition` made fast to ask.

    Attributes:
        definition: what the layer file says.
        types: the types an item may have; None is no type.
        attributes: definitions of attributes by type, those of the list included.
        plain: by type and attribute the Python type of its value, where that is all that is asked.
        required: by type the attributes that its items must have; only types with such.
        ends: by type what source and target may be, None for anything; only types that ask for something.
        entity_types: by type the types that the entity may have; only types that ask for something.
        acyclic: the types whose relations may make no cycle.
        symmetric: the types whose source and target may be exchanged.
    """

    definition: ListDefinition
    types: frozenset[str | None]
    attributes: dict[str | None, dict[str, AttributeDefinition]]
    plain: dict[str | None, dict[str, type]]
    required: dict[str | None, frozenset[str]]
    ends: dict[str | None, Ends]
    entity_types: dict[str | None, frozenset[str]]
    acyclic: frozenset[str]
    symmetric: frozenset[str]

    @classmethod
    def of(cls, definition: ListDefinition) -> ItemList:
        """Compile `definition`."""
        attributes: dict[str | None, dict[str, AttributeDefinition]] = {None: dict(definition.attributes)}
        for name, kind in definition.types.items():
            attributes[name] = definition.attributes | kind.attributes
        plain = {
            name: {
                attribute: _PLAIN_TYPES[declared.type]
                for attribute, declared in every.items()
                if declared.type in _PLAIN_TYPES and declared.values is None
            }
            for name, every in attributes.items()
        }
        required = {
            name: frozenset(attribute for attribute, declared in every.items() if declared.required)
            for name, every in attributes.items()
        }
        ends: dict[str | None, Ends] = {None: Ends(definition.source, definition.target)}
        for name, kind in definition.types.items():
            ends[name] = Ends(kind.source or definition.source, kind.target or definition.target)
        types = definition.types
        return cls(
            definition,
            frozenset([*types, *([None] if definition.untyped else [])]),
            attributes,
            plain,
            {name: names for name, names in required.items() if names},
            {name: asked for name, asked in ends.items() if asked != _ANY_ENDS},
            {name: frozenset(kind.entity_types) for name, kind in types.items() if kind.entity_types},
            frozenset(name for name, kind in types.items() if kind.cycles is False),
            frozenset(name for name, kind in types.items() if kind.symmetric),
        )

    def of_type(self, table: Mapping[str | None, _Value], kind: str | None) -> _Value | None:
        """What `table` says of the type `kind`; types that are not declared are as the list says."""
        return table.get(kind if kind in self.definition.types else None)


@dataclass(frozen=True, slots=True)
class Context:
    """What rules know beside the article; made once and used for many.

    Attributes:
        layers: layer definitions by name.
        options: what the user set of the options of rules, by slug and name.
        lists: their lists of items, by layer and ``annotations`` or ``relations``.
        strict: by constraint of layer files the layers that forbid what it is about, or ask for it.
    """

    layers: Mapping[str, LayerDefinition]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lists: dict[tuple[str, str], ItemList] = field(init=False, compare=False, repr=False)
    strict: dict[str, set[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        lists: dict[tuple[str, str], ItemList] = {}
        for name, layer in self.layers.items():
            if layer.annotations is not None:
                lists[name, "annotations"] = ItemList.of(layer.annotations)
            if layer.relations is not None:
                lists[name, "relations"] = ItemList.of(layer.relations)
        object.__setattr__(self, "lists", lists)
        strict: dict[str, set[str]] = {}
        for name, layer in self.layers.items():
            for constraint in layer.constraints.strict():
                strict.setdefault(constraint, set()).add(name)
        object.__setattr__(self, "strict", strict)

    def strict_layers(self, constraint: str, index: Index) -> set[str]:
        """The layers of a document that are strict in a constraint of layer files."""
        return self.strict.get(constraint, set()) & index.layers.keys()

    def option(self, rule: AnyRule, name: str) -> Any:
        """The value of an option of `rule`: the user's, else its default."""
        return self.options.get(rule.kind.slug, {}).get(name, rule.options[name].default)


Check = Callable[[Index, Context], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a user can set about a rule.

    Attributes:
        default: the value if nothing is set; the values allowed are of its type.
        description: what the value is.
        least: the least value of a number; None for none.
        most: the greatest value of a number; None for none.
    """

    default: bool | int | float | str | tuple[str, ...]
    description: str
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule about one article.

    Attributes:
        kind: code, slug and severity of what it finds.
        level: when it runs.
        doc: its documentation: the docstring of its module.
        check: finds the problems of one article.
        default: whether it runs if nobody asks for it.
        options: what users can set, by name.
    """

    kind: Kind
    level: Level
    doc: str
    check: Check
    default: bool = True
    options: Mapping[str, Option] = field(default_factory=dict)


class Digested(NamedTuple):
    """One document, as a rule about many sees it.

    Attributes:
        file: the document as the user named it; no two of a run are the same file.
        format: name of its format. Documents of different formats may say the same article.
        keeps_ids: whether the ids stand in the document; else they come from its name and are made anew.
        digest: what the rule made of its article, never None.
    """

    file: str
    format: str
    keeps_ids: bool
    digest: Any


class Extra(NamedTuple):
    """An extra of this package that a rule needs, and the module that comes with it."""

    name: str
    module: str


Digest = Callable[[Index, Context], Any]
Judge = Callable[[Iterable[Digested], Context], Iterable[tuple[str, Problem]]]


@dataclass(frozen=True, slots=True)
class CorpusRule:
    """One rule about many documents: each is digested on its own, then all digests are judged together.

    Attributes:
        kind, doc, default, options: as of `Rule`.
        level: always ``Level.CORPUS``.
        digest: what `judge` needs to know of one article without errors, in types that JSON has and as little as can
            be, since the digests of all documents are kept; None if nothing.
        judge: the problems of all documents, each with its file; the digests come in the order of the inputs, and
            may be gone through again.
        extra: what has to be installed for it; None if nothing.
    """

    kind: Kind
    doc: str
    digest: Digest
    judge: Judge
    default: bool = True
    options: Mapping[str, Option] = field(default_factory=dict)
    level: Level = Level.CORPUS
    extra: Extra | None = None


@dataclass(frozen=True, slots=True)
class ReaderRule:
    """What a reader, or a schema, makes sure of while it reads: the documentation of a kind of `kinds`."""

    kind: Kind
    level: Level
    doc: str
    default: bool = True
    options: Mapping[str, Option] = field(default_factory=dict)


AnyRule = Rule | CorpusRule | ReaderRule


def rule(code: str, slug: str, level: Level, doc: str | None, check: Check) -> Rule:
    """Make a reference rule: its findings are errors."""
    return Rule(Kind(code, slug), level, doc or "", check)


def lint(
    code: str,
    slug: str,
    level: Level,
    doc: str | None,
    check: Check,
    *,
    severity: Severity = Severity.WARNING,
    default: bool = True,
    options: Mapping[str, Option] | None = None,
) -> Rule:
    """Make a rule of the validator: articles that break it are articles, though not as they should be."""
    return Rule(Kind(code, slug, severity), level, doc or "", check, default, options or {})


def corpus_rule(
    kind: Kind,
    doc: str | None,
    digest: Digest,
    judge: Judge,
    *,
    default: bool = True,
    options: Mapping[str, Option] | None = None,
    extra: Extra | None = None,
) -> CorpusRule:
    """Make a rule about many documents."""
    return CorpusRule(kind, doc or "", digest, judge, default, options or {}, extra=extra)


def reader_rule(slug: str, level: Level, doc: str | None) -> ReaderRule:
    """Document the kind of `KINDS` with this slug."""
    return ReaderRule(KINDS[slug], level, doc or "")
