r"""XML text: escaping, values in attributes, and parsing that fetches, expands and guesses nothing.

Escaping keeps every character: ``\r`` becomes a character reference in text, and so do tab, line feed and
carriage return in attributes, because a parser would turn them into something else. DTDs are refused before
anything in them is read; libxml2's limits on depth and size stay on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxml import etree

from corpus_tools.errors import SourceError
from corpus_tools.formats.tei.written import decode
from corpus_tools.model.lines import Lines

Element = Any
"""An lxml element: its stubs take comments and entities for elements, and line numbers for what they are not."""

XML = "{http://www.w3.org/XML/1998/namespace}"
ID = f"{XML}id"
LANGUAGE = f"{XML}lang"
TEXT = "text()"
"""In place of the name of an attribute that is at fault: the text directly in the element."""

XINCLUDE = "{http://www.w3.org/2001/XInclude}"

_declares_type = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)


has_markup = re.compile("[&<>\r]").search
"""Finds a character that `text` escapes."""


def text(value: str) -> str:
    """Escape `value` for element content."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    if "\r" in value:
        value = value.replace("\r", "&#13;")
    return value


_attribute_escapes = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_needs_escape = re.compile('[&<>"\t\n\r]').search


def attribute(value: str) -> str:
    """Escape `value` for an attribute in double quotes."""
    return value.translate(_attribute_escapes) if _needs_escape(value) else value


LAYOUT = " \t\r\n"
"""The white space of XML, which may stand between elements; a text is nothing else if stripping it leaves nothing."""


def number(value: float) -> str:
    """Write a number so that `read_number` gives the same value and type back."""
    return repr(value)


def read_number(value: str) -> float:
    """Read a number: an integer where it is written as one.

    Raises:
        ValueError: `value` is no number.
    """
    return int(value) if re.fullmatch(r"-?[0-9]+", value) else float(value)


def refuse(
    element: Element,
    reason: str,
    *,
    kind: str = "tei-not-readable",
    attribute: str | None = None,
    hint: str | None = None,
) -> SourceError:
    """The exception for an element that cannot be read, with its line and XPath, and its attribute if that is why."""
    line, xpath = element.sourceline, xpath_of(element)
    return SourceError(reason, kind=kind, line=line, xpath=xpath, attribute=attribute, hint=hint)


def xpath_of(element: Element) -> str:
    """A short XPath for people: by ``xml:id`` where there is one, else by position."""
    own = element.get(ID)
    if own is not None:
        return f"//*[@xml:id='{own}']"
    parent = element.getparent()
    name = local_name(element)
    if parent is None:
        return f"/{name}"
    same = [child for child in parent if child.tag == element.tag]
    place = f"[{same.index(element) + 1}]" if len(same) > 1 else ""
    return f"{xpath_of(parent)}/{name}{place}"


@lru_cache(maxsize=1)
def parse(data: bytes) -> Element:
    """Parse a document; the last one is kept, because what was found in it is located in it.

    Without a document type there are no entities, so none can be left in the tree with its text lost.

    Raises:
        SourceError: not well-formed, empty, beyond libxml2's limits, or with a DTD, entities or XInclude.
    """
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise SourceError("the file is empty", kind="empty-file", line=1, column=1)
    declared = _declares_type.match(data)
    if declared:
        raise _no_dtd(decode(data[: declared.end() - len(b"<!DOCTYPE")]))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        from corpus_tools.formats.tei.syntax import syntax_error  # noqa: PLC0415  sound documents need no words

        raise syntax_error(data, error) from error
    if root.getroottree().docinfo.doctype:
        raise _no_dtd(decode(data).partition("<!DOCTYPE")[0])
    for element in root.iter(f"{XINCLUDE}*"):
        raise _no_xinclude(element, decode(data))
    return root


def _no_xinclude(element: Element, text: str) -> SourceError:
    prefix = "" if element.prefix is None else f"{element.prefix}:"
    line, column = Lines(text).place(text.find(f"<{prefix}{local_name(element)}"))
    return SourceError(
        "XInclude is not resolved",
        kind="xinclude-not-allowed",
        line=line,
        column=column,
        xpath=xpath_of(element),
        hint="put what it includes into the file",
    )


def _no_dtd(before: str) -> SourceError:
    line, column = Lines(before).place(len(before))
    return SourceError(
        "a document type declaration is not allowed",
        kind="dtd-not-allowed",
        line=line,
        column=column,
        hint="remove the DOCTYPE and write characters instead of entities",
    )


def local_name(element: Element) -> str:
    """The element's name as people write it."""
    return str(etree.QName(element).localname)
