"""Every exception that corpus-tools raises on purpose.

A *finding* (see `corpus_tools.findings`) says that data is wrong; an *exception* says that a function
could not do its work. The tree is small, and each class keeps what it says in public fields.
"""

from __future__ import annotations


class CorpusToolsError(Exception):
    """Base of all exceptions of this package."""


class SourceError(CorpusToolsError):
    """A document cannot be read.

    Attributes:
        reason: what is wrong, one sentence without the place.
        kind: the slug of the finding kind that tells this failure, such as ``not-well-formed``.
        line: line from 1, if known.
        column: column from 1 in code points, if known.
        pointer: JSON Pointer of the value at fault, if known.
        xpath: XPath of the element at fault, if known.
        attribute: name of the attribute of that element that is at fault, if one is.
        hint: what to do about it, if there is something to say.
    """

    def __init__(
        self,
        reason: str,
        *,
        kind: str,
        line: int | None = None,
        column: int | None = None,
        pointer: str | None = None,
        xpath: str | None = None,
        attribute: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind
        self.line = line
        self.column = column
        self.pointer = pointer
        self.xpath = xpath
        self.attribute = attribute
        self.hint = hint

    def __str__(self) -> str:
        if self.line is None:
            return self.reason
        column = "" if self.column is None else f", column {self.column}"
        return f"{self.reason} (line {self.line}{column})"


class SchemaDataError(CorpusToolsError):
    """A file of ``schema/``, or a layer file given by a user, is not what its own schema asks for."""


class UsageError(CorpusToolsError):
    """What was asked for cannot be done: two inputs for one output, no such format, no such file."""


class LostProcessError(CorpusToolsError):
    """A process that worked on some inputs came to an end in the midst of it.

    Attributes:
        first: path of the first input that it may have been at.
        last: path of the last one.
        count: how many there are, the first and last counted.
    """

    def __init__(self, first: str, last: str, count: int) -> None:
        super().__init__(f"a process ended in the midst of its work, on one of {count} inputs from {first} to {last}")
        self.first = first
        self.last = last
        self.count = count


class ConfigError(UsageError):
    """A file by which the user says how to work, such as a configuration or a house style, is not what it should be.

    Attributes:
        path: the file.
        reason: what is wrong, and what is allowed.
        line: line from 1, if known.
        column: column from 1 in code points, if known.
    """

    def __init__(self, path: str, reason: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = (self.path, self.line, self.column)
        return ":".join(str(part) for part in place if part is not None) + f": {self.reason}"


class DeltaError(CorpusToolsError):
    """A delta cannot be applied: it was made for another version, or it contradicts itself."""
