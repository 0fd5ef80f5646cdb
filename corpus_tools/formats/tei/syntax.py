"""What is wrong with a text that is no XML: in words, and at the very character."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5
from typing import NamedTuple

from lxml import etree

from corpus_tools.errors import SourceError
from corpus_tools.formats.tei.scene import Scene, cut, scene_of
from corpus_tools.formats.tei.written import decode, undecodable
from corpus_tools.model.lines import Lines
from corpus_tools.nearest import nearest

_DEEPEST = 256  # elements in one another that libxml2 takes
_CODES = etree.ErrorTypes


class _Told(NamedTuple):
    """What is wrong at an offset, and what to do about it."""

    at: int
    reason: str
    hint: str | None
    kind: str = "not-well-formed"


def syntax_error(data: bytes, error: etree.XMLSyntaxError) -> SourceError:
    """The exception for a text that libxml2 refuses."""
    text = decode(data)
    lines = Lines(text)
    code, told = getattr(error, "code", None), (error.msg or "").split(", line ", maxsplit=1)[0]
    line, column = error.position
    known = lines.offset(line or 1, column or 1)
    found = _told(scene_of(text, len(text) if known is None else known, lines, told), code)
    if code == _CODES.ERR_INVALID_ENCODING and (first := undecodable(data)) is not None:
        found = found._replace(at=first[0], reason=f"the byte {first[1]}")
    line, column = lines.place(found.at)
    return SourceError(found.reason, kind=found.kind, line=line, column=column, hint=found.hint)


def _told(scene: Scene, code: int | None) -> _Told:
    maker = _MAKERS.get(code or 0)
    if maker is not None:
        return maker(scene)
    if code in _PLAIN:
        mark, reason, hint = _PLAIN[code]
        return _Told(scene.stopped if mark is None else scene.back_to(mark).at, reason, hint)
    return _Told(scene.at, f"the file is not well-formed XML: {scene.told}", None)


def _wrong_end(scene: Scene) -> _Told:
    """An end tag that closes another element than the innermost one."""
    scene = scene.back_to("</")
    if not scene.open:
        return _Told(scene.at, f"the file is not well-formed XML: {scene.told}", None)
    *around, name = scene.names()
    place = scene.place(scene.open[-1].start)
    ending = scene.name(2)
    if ending in around:
        reason = f"</{ending}> stands here, but <{name}> of {place} is still open"
        return _Told(scene.at, reason, f"write </{name}> before it{_nested(scene, name)}, or remove <{name}>")
    if nearest(ending, [name]) is not None:
        return _Told(scene.at, f"</{ending}> stands where <{name}> of {place} must be closed", f"write </{name}>")
    reason = f"</{ending}> closes nothing: the element that is open is <{name}> of {place}"
    return _Told(scene.at, reason, f"remove it, or write </{name}> if that is what it should close")


def _nested(scene: Scene, name: str) -> str:
    """Where an element may have been meant to end: before the first of its name that begins in it."""
    begins = scene.open[-1].first
    return "" if begins is None else f", perhaps before the <{name}> that begins in it in {scene.place(begins)}"


def _end_of_file(scene: Scene) -> _Told:
    if not scene.open:
        return _Told(scene.at, "the file ends in the midst of an element", _CUT)
    name, place = scene.names()[-1], scene.place(scene.open[-1].start)
    end = len(scene.text.rstrip())
    return _Told(end, f"the file ends here, but <{name}> of {place} is still open", _CUT)


_CUT = "the file may have been cut off: take it again from its source, or write the end tags that are missing"


def _entity(scene: Scene) -> _Told:
    """An entity that is declared nowhere; in an attribute, expat tells only the tag."""
    found = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);|#)([^;\s<&]+);").search(scene.text, scene.at)
    if found is None:
        return _Told(scene.at, "an entity that is not declared stands here", _NUMBER.format(160))
    reason = f"the entity &{cut(found[1])}; is not declared: XML knows only &amp; &lt; &gt; &quot; and &apos;"
    meant = html5.get(f"{found[1]};", "\xa0")
    return _Told(found.start(), reason, _NUMBER.format(ord(meant[0])))


_NUMBER = "write the character itself, or its number, such as &#{};"


def _no_name(scene: Scene) -> _Told:
    """A `&` or `<` that begins nothing, or something else where a name must be."""
    start = scene.at - (scene.text[scene.at - 1 : scene.at] in ("&", "<", "/", "!") and scene.at > 0)
    start -= scene.text[start - 1 : start + 1] in ("</", "<!") and start > 0
    here, after = scene.text[start : start + 1], scene.text[start + 1 : start + 2]
    if here == "&":
        return _Told(start, "a & stands alone, but begins a reference in XML", "write &amp;")
    if here == "<" and after == "/":
        return _Told(start, "an end tag stands here, and no element is open", "remove it, or write the start tag")
    if here == "<" and after == "!":
        return _Told(start, "a declaration cannot stand here", "remove it; a comment begins with <!--")
    if here == "<":
        return _Told(start, "no name of an element follows this <", "write &lt; if it is a character of the text")
    return _Told(start, "the name of an attribute must stand here", 'remove what stands here, or write name="value"')


def _no_semicolon(scene: Scene) -> _Told:
    scene = (scene._replace(at=scene.stopped) if scene.ended else scene).back_to("&")
    name = scene.name(1)
    reason = f"the reference &{name} has no semicolon"
    if f"{name};" in html5:
        return _Told(scene.at, reason, f"write &{name};, or &amp;{name} if the text says &{name}")
    return _Told(scene.at, reason, f"write &amp;{name} if the text says &{name}")


def _no_prefix(scene: Scene) -> _Told:
    """A prefix that is not declared; expat tells only the tag."""
    prefix = re.search(r"prefix (\S+)", scene.told)
    if prefix is None:
        return _Told(scene.at, "a prefix that is not declared stands here", "declare it with xmlns:")
    shown = cut(prefix[1])
    found = re.compile(rf"(?<=[\s<]){re.escape(prefix[1])}(?=\s*:)").search(scene.text, scene.at)
    hint = f'declare it, as in xmlns:{shown}="…" with its namespace, or remove it'
    return _Told(scene.at if found is None else found.start(), f"the prefix {shown} is not declared", hint)


def _illegal(scene: Scene) -> _Told:
    """A character that XML cannot hold, itself or by its number."""
    number = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));").match(scene.text, scene.at)
    if number is not None:
        value = int(number[1], 16) if number[1] else int(number[2])
        reason = f"the character U+{value:04X} stands here by its number, and XML cannot hold it"
    elif scene.text[scene.at : scene.at + 1] in ("&", "#") or scene.text[scene.at - 1 : scene.at] == "#":
        return _Told(scene.back_to("&").at, *_NO_NUMBER)
    else:
        value = ord(scene.text[scene.at : scene.at + 1] or "\0")
        reason = f"the character U+{value:04X} stands here, and XML cannot hold it"
    return _Told(scene.at, reason, "remove it", "illegal-in-xml")


_NO_NUMBER = "a reference to a character has no number here", "write its number, as in &#160; or &#xA0;"


def _no_quotes(scene: Scene) -> _Told:
    name = re.compile(r"([^\s<>=\"']+)\s*=\s*").search(scene.text, scene.back_to("<").at, scene.at)
    shown = f" of {cut(name[1])}" if name else ""
    return _Told(scene.at, f"the value{shown} is not in quotation marks", 'put it between " and "')


def _no_value(scene: Scene) -> _Told:
    if scene.ended:
        return _cut_off(scene)
    before = scene.text[: scene.at].rstrip()
    name = re.compile(r"[^\s<>=\"'/]*$").search(before)
    start, shown = (name.start(), cut(name[0])) if name else (scene.at, "")
    return _Told(start, f"the attribute {shown} has no value", f'write {shown}="value"')


def _no_blank(scene: Scene) -> _Told:
    if scene.text[scene.at : scene.at + 1] in ("'", '"'):
        return _Told(scene.at, "this quotation mark belongs to no value", "remove it; in a value write &quot; for it")
    hint = "put a blank before each attribute; in a value write &quot; for a quotation mark"
    return _Told(scene.at, "after the value of an attribute a blank must stand here", hint)


def _no_end(scene: Scene) -> _Told:
    if scene.ended:
        return _cut_off(scene)
    return _Told(scene.at, "the tag has to end here", "write > where the tag ends")


def _cut_off(scene: Scene) -> _Told:
    return _Told(scene._replace(at=scene.stopped).back_to("<").at, "the file ends in the midst of this tag", _CUT)


def _twice(scene: Scene) -> _Told:
    name = scene.name()
    told = f"the attribute {name} stands" if name else "an attribute stands"  # one with a prefix is told by its tag
    return _Told(scene.at, f"{told} twice in one tag", "keep one of the two")


def _large(scene: Scene) -> _Told:
    if "depth" in scene.told:
        hint = "look for end tags that are missing: an article needs few levels"
        return _Told(scene.at, f"elements are nested deeper than {_DEEPEST}", hint, "too-deep")
    reason = "a text or a value of an attribute has more than 10,000,000 bytes"
    return _Told(scene.at, reason, "divide it, or leave it out", "file-too-large")


def _undecodable(scene: Scene) -> _Told:
    reason = "the bytes here are not in the encoding that the file has"
    hint = "save the file as UTF-8, or name its encoding in the XML declaration"
    return _Told(scene.at, reason, hint, "undecodable")


def _unknown_encoding(scene: Scene) -> _Told:
    hint = "save the file as UTF-8, and name that"
    return _Told(scene.back_to("encoding").at, "the encoding that the file names is not known", hint, "undecodable")


_MAKERS: dict[int, Callable[[Scene], _Told]] = {
    _CODES.ERR_TAG_NAME_MISMATCH: _wrong_end,
    _CODES.ERR_TAG_NOT_FINISHED: _end_of_file,
    _CODES.ERR_UNDECLARED_ENTITY: _entity,
    _CODES.WAR_UNDECLARED_ENTITY: _entity,
    _CODES.ERR_NAME_REQUIRED: _no_name,
    _CODES.ERR_ENTITYREF_SEMICOL_MISSING: _no_semicolon,
    _CODES.NS_ERR_UNDEFINED_NAMESPACE: _no_prefix,
    _CODES.ERR_INVALID_CHAR: _illegal,
    _CODES.ERR_ATTRIBUTE_NOT_STARTED: _no_quotes,
    _CODES.ERR_ATTRIBUTE_REDEFINED: _twice,
    _CODES.NS_ERR_ATTRIBUTE_REDEFINED: _twice,
    _CODES.ERR_ATTRIBUTE_WITHOUT_VALUE: _no_value,
    _CODES.ERR_SPACE_REQUIRED: _no_blank,
    _CODES.ERR_GT_REQUIRED: _no_end,
    _CODES.ERR_ATTRIBUTE_NOT_FINISHED: _cut_off,
    _CODES.ERR_RESOURCE_LIMIT: _large,
    _CODES.ERR_INVALID_ENCODING: _undecodable,
    _CODES.ERR_UNSUPPORTED_ENCODING: _unknown_encoding,
    _CODES.ERR_NAME_TOO_LONG: lambda scene: _Told(
        scene.at, "a name has more than 50,000 characters", "write a shorter one", "file-too-large"
    ),
}
"""What is told of a fault whose place or names have to be looked for, by the code of libxml2."""

_DECLARATION = 'write <?xml version="1.0" encoding="UTF-8"?>'
_ENDLESS = "the {} that begins here has no end"
_PLAIN: dict[int | None, tuple[str | None, str, str]] = {
    _CODES.ERR_DOCUMENT_EMPTY: (
        None, "the root element must stand here", "a document in TEI begins with <TEI>, after the XML declaration"
    ),
    _CODES.ERR_DOCUMENT_END: (
        None, "something stands after the end of the root element", "a document has one root element; remove the rest"
    ),
    _CODES.ERR_RESERVED_XML_NAME: (
        "<?", "an XML declaration stands here, and can only begin the file", "remove it, or what stands before it"
    ),
    _CODES.ERR_LT_IN_ATTRIBUTE: (
        "", "a < stands in a value of an attribute", 'write the " where the value ends, or &lt; for the character'
    ),
    _CODES.ERR_MISPLACED_CDATA_END: ("]]>", "]]> stands in the text", "write ]]&gt;"),
    _CODES.ERR_HYPHEN_IN_COMMENT: ("--", "two hyphens stand in a comment", "write one, or put a blank between them"),
    _CODES.ERR_COMMENT_NOT_FINISHED: ("<!--", _ENDLESS.format("comment"), "write --> where it ends"),
    _CODES.ERR_CDATA_NOT_FINISHED: ("<![CDATA[", _ENDLESS.format("section of CDATA"), "write ]]> where it ends"),
    _CODES.ERR_PI_NOT_FINISHED: ("<?", _ENDLESS.format("processing instruction"), "write ?> where it ends"),
    _CODES.ERR_INVALID_HEX_CHARREF: ("&", *_NO_NUMBER),
    _CODES.ERR_INVALID_DEC_CHARREF: ("&", *_NO_NUMBER),
    _CODES.ERR_STRING_NOT_STARTED: ("<?", "the XML declaration lacks quotation marks", _DECLARATION),
    _CODES.ERR_VERSION_MISSING: ("<?", "the XML declaration names no version", _DECLARATION),
    _CODES.ERR_XMLDECL_NOT_FINISHED: ("<?", "the XML declaration is not as it must be", _DECLARATION),
    _CODES.ERR_STRING_NOT_CLOSED: ("<?", "a value in the XML declaration has no end", _DECLARATION),
    _CODES.ERR_ENCODING_NAME: ("<?", "the XML declaration names no encoding that can be one", _DECLARATION),
    _CODES.ERR_EQUAL_REQUIRED: ("<?", "a = is missing in the XML declaration", _DECLARATION),
    _CODES.ERR_PI_NOT_STARTED: ("<?", "no name follows this <?", "write &lt; if it is a character of the text"),
    _CODES.NS_ERR_COLON: ("<?", "a processing instruction cannot have a colon in its name", "remove the colon"),
    _CODES.ERR_UNKNOWN_VERSION: ("<?", "the file is of a version of XML that is not known", _DECLARATION),
    _CODES.NS_ERR_QNAME: ("<", "a name has more than one colon here", "keep the one between prefix and name"),
    _CODES.NS_ERR_XML_NAMESPACE: ("<", "a prefix is declared here that cannot be so", "remove the xmlns: at fault"),
    _CODES.WAR_NS_URI: ("<", "the namespace that is declared here is no URI", "write a URI"),
}  # fmt: skip
"""Of other faults: the mark to which the place goes back, None for where libxml2 stopped; what is wrong; what to do."""
