"""The kinds of finding that no rule makes: files that cannot be read, broken schemas, losses.

Readers name them by slug in `SourceError.kind`; whoever reports a failed file looks the kind up in `KINDS`.
Codes are final: one that goes out of use is not given out again.
"""

from __future__ import annotations

from types import MappingProxyType

from corpus_tools.findings import Kind, Severity

_MEANINGS = {
    ("F001", "unreadable-file"): "The file cannot be opened or read.",
    ("F002", "undecodable"): "The bytes are not text in the encoding they should have.",
    ("F003", "not-well-formed"): "The text is not JSON, or not XML.",
    ("F004", "duplicate-key"): "An object of JSON has the same key twice.",
    ("F005", "number-out-of-range"): "A number fits neither an integer of 64 bits nor a double.",
    ("F006", "lone-surrogate"): "A string holds one half of a surrogate pair, which is no character.",
    ("F007", "too-deep"): "Values or elements are nested deeper than any article needs.",
    ("F008", "too-large"): "A file, or a part of it, is larger than can be handled safely.",
    ("F009", "empty-file"): "There is nothing in the file, or only white space.",
    ("F010", "not-an-article"): "The file is well-formed, but not an article.",
    ("F011", "dtd-not-allowed"): "The XML has a document type declaration or an entity of its own.",
    ("F012", "xinclude-not-allowed"): "The XML asks to include another file.",
    ("F013", "illegal-character"): "The text has a character that XML cannot hold.",
    ("F014", "encoding-not-reversible"): "Decoding and encoding again does not give the same bytes.",
    ("F015", "output-exists"): "A file with other content stands where an output is to go.",
    ("F016", "unwritable-file"): "The output cannot be written.",
    ("S001", "schema"): "The article breaks the article schema.",
    ("S002", "profile"): "The TEI document breaks the schema of the TEI profile.",
    ("X001", "tei-derived-copy"): "A place of the TEI document that repeats another says something else.",
    ("X002", "tei-not-readable"): "The TEI document says something that the model has no place for.",
    ("L001", "loss"): "The format written cannot hold a part of the article.",
}

_SEVERITIES = {"loss": Severity.WARNING}

KINDS = MappingProxyType({slug: Kind(code, slug, _SEVERITIES.get(slug, Severity.ERROR)) for code, slug in _MEANINGS})
"""Every kind of this module by slug."""

MEANINGS = MappingProxyType({slug: meaning for (_, slug), meaning in _MEANINGS.items()})
"""One sentence for each slug."""
