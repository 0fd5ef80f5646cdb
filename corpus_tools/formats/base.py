"""What a format is: a frozen value with a reader and a writer.

Formats know nothing of each other. A format's module docstring says how it holds each part of the model;
`Format.cannot_hold` lists what it drops, and its writer returns those losses for the article at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpus_tools.errors import SourceError
from corpus_tools.findings import Finding, Location
from corpus_tools.kinds import KINDS
from corpus_tools.layers import LayerDefinition, builtin_layers
from corpus_tools.model.article import Article

if TYPE_CHECKING:
    from corpus_tools.seed_style import SeedStyle  # reads tables, which most formats never need


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a reader may be told.

    Attributes:
        file: name of the file as the user gave it; ``-`` for standard input.
        id: the article's id where the format itself holds none; made from `file` if absent.
        language: BCP 47 tag of the text where the format itself holds none.
        detect_language: tell the language from the text where neither the format nor `language` says it.
        encoding: codec of a plain text, if it is not UTF-8 or marked UTF-16; ``auto`` to have it detected.
        layers: the layer definitions to read by, by name.
        style: what the user says about seeds; None if nothing.
    """

    file: str = "-"
    id: str | None = None
    language: str | None = None
    encoding: str | None = None
    layers: Mapping[str, LayerDefinition] = field(default_factory=builtin_layers)
    detect_language: bool = True
    style: SeedStyle | None = None


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a writer may be told.

    Attributes:
        standoff: write every annotation standoff, also where the format has an inline form.
        layers: the layer definitions to write by, by name.
        style: what the user says about seeds, for an article that does not say how it was laid out; None if nothing.
    """

    standoff: bool = False
    layers: Mapping[str, LayerDefinition] = field(default_factory=builtin_layers)
    style: SeedStyle | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made, and what the format could not hold (one plain sentence each)."""

    data: bytes
    losses: tuple[str, ...] = ()


Examined = tuple[Article | None, list[Finding]]
"""What came of a file: the article if there is one, and the findings."""


def examine_by(read: Callable[[bytes, ReadOptions], Article]) -> Callable[[bytes, ReadOptions], Examined]:
    """The `Format.examine` of a format with nothing to say but what its reader refuses."""

    def examine(data: bytes, options: ReadOptions) -> Examined:
        try:
            return read(data, options), []
        except SourceError as error:
            return None, [finding_of(error, options.file)]

    return examine


def finding_of(error: SourceError, file: str) -> Finding:
    """The finding that a reader's refusal of `file` is."""
    place = Location(file, error.line, error.column, error.pointer, error.xpath, attribute=error.attribute)
    return Finding(KINDS[error.kind], error.reason, place, error.hint)


class Sought(NamedTuple):
    """A place of an article whose place in the file is sought.

    Attributes:
        pointer: JSON Pointer into the article; None for what a reader found in a file that is no article yet.
        xpath: XPath, as readers of XML write it, where there is no pointer.
        line: line from 1 that is known already; with `column` it is the place, with `xpath` it tells elements apart.
        column: column from 1 in code points that is known already.
        block: id of the block that `start` and `end` count in; None if they count in the string at `pointer`.
        start: offset in code points; None if all of the value is meant.
        end: offset in code points of what comes after.
        of_key: it is about the last key of `pointer`, not about its value.
        attribute: name of an attribute of the element at `xpath`, if it is that which is sought.
    """

    pointer: str | None = None
    xpath: str | None = None
    line: int | None = None
    column: int | None = None
    block: str | None = None
    start: int | None = None
    end: int | None = None
    of_key: bool = False
    attribute: str | None = None


class Site(NamedTuple):
    """Where something stands in the text of a file: offsets in code points, and the XPath if the file is XML."""

    start: int
    end: int
    xpath: str | None = None


Located = tuple[str, list[Site | None]]
"""The text of a file, line breaks and byte order mark as they are, and the site of each place that was sought in it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write an article down.

    Attributes:
        name: the name used on the command line.
        title: the name people use.
        suffixes: file name suffixes, the first one is written.
        cannot_hold: parts of the model that are lost in this format.
        read: bytes to an article; raises `SourceError`. The article need not be valid.
        examine: the article in a file's bytes, or None, and what is wrong with the file in the format's own terms;
            raises nothing. Whether the article is valid is for the schema and the rules to say.
        write: an article to bytes.
        looks_like: whether the beginning of a file could be this format, for files without a known suffix.
        locate: where places of the article lie in the bytes it was read from; None in place of a site that cannot be
            told. The article is None if the file is none. Takes time in proportion to the file and the number of
            places; raises nothing for bytes that `examine` was given with the same options.
        keeps_ids: whether the ids of blocks and annotations stand in the file, and so stay when others are added.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    cannot_hold: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], Article]
    examine: Callable[[bytes, ReadOptions], Examined]
    write: Callable[[Article, WriteOptions], Written]
    looks_like: Callable[[bytes], bool]
    locate: Callable[[bytes, ReadOptions, Article | None, Sequence[Sought]], Located]
    keeps_ids: bool = True
