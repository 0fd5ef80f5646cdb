"""What readers, schemas, writers and services make sure of: the documentation of the kinds of `corpus_tools.kinds`.

One file documents one kind; what finds it is the reader of a format, a schema or a service. The examples are files as
they are. Their first line says what they are: ``json``, ``xml`` or ``text``; with ``escaped`` they are bytes, written
with the escapes of Python. An XML element that is no ``<TEI>`` stands in a small article in TEI, in the place of the
element with its id, or of the first one of its name. A ``console`` is what a user types where that article is
``rain.json``. It is ``{"schema_version": "1.0", "id": "a", "language": "en", "metadata": {}, "blocks": [{"id": "b1",
"role": "paragraph", "text": "Rain in Lisbon."}], "layers": {"entity": {"annotations": [{"id": "m1", "type": "place",
"agent": "x", "spans": [{"block": "b1", "start": 8, "end": 14, "text": "Lisbon"}]}, {"id": "m2", "type": "place",
"spans": [{"block": "b1", "start": 0, "end": 4, "text": "Rain"}, {"block": "b1", "start": 8, "end": 14,
"text": "Lisbon"}]}]}}, "agents": [{"id": "x", "type": "person", "name": "X"}]}``.
"""

from __future__ import annotations

from typing import Final

from corpus_tools.rules.base import ReaderRule
from corpus_tools.rules.reader import (
    dtd_not_allowed,
    duplicate_key,
    empty_file,
    encoding_not_reversible,
    expired_suppression,
    file_too_large,
    illegal_in_xml,
    lone_surrogate,
    loss,
    malformed_suppression,
    not_an_article,
    not_well_formed,
    number_out_of_range,
    output_exists,
    profile,
    schema,
    string_range_outside_element,
    tei_derived_copy,
    tei_not_readable,
    tei_schematron,
    too_deep,
    undeclared_language,
    undeclared_resp,
    undecodable,
    unreadable_file,
    unused_suppression,
    unwritable_file,
    xinclude_not_allowed,
)

READER_RULES: Final[tuple[ReaderRule, ...]] = (
    unreadable_file.RULE,
    undecodable.RULE,
    not_well_formed.RULE,
    duplicate_key.RULE,
    number_out_of_range.RULE,
    lone_surrogate.RULE,
    too_deep.RULE,
    file_too_large.RULE,
    empty_file.RULE,
    not_an_article.RULE,
    dtd_not_allowed.RULE,
    xinclude_not_allowed.RULE,
    illegal_in_xml.RULE,
    encoding_not_reversible.RULE,
    output_exists.RULE,
    unwritable_file.RULE,
    malformed_suppression.RULE,
    expired_suppression.RULE,
    unused_suppression.RULE,
    schema.RULE,
    profile.RULE,
    tei_derived_copy.RULE,
    tei_not_readable.RULE,
    loss.RULE,
    undeclared_resp.RULE,
    undeclared_language.RULE,
    string_range_outside_element.RULE,
    tei_schematron.RULE,
)
"""All of them, in the order of their codes."""
