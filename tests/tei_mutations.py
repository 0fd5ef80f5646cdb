"""Slips of the hand in the text of a TEI document, each with the code and with what of the text is to be marked.

A slip is what replaces one match of a pattern. What is to be marked begins on the lines of the match, unless the slip
is `elsewhere`: where what is missing is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

Replacement = str | Callable[[re.Match[str]], str]


class Slip(NamedTuple):
    """A slip: its name, the code of the finding, what is replaced by what, and what is marked."""

    name: str
    code: str
    pattern: re.Pattern[str]
    replacement: Replacement
    marked: re.Pattern[str]
    elsewhere: bool = False


SLIPS: list[Slip] = []

_PERSON = r'<persName (xml:id="m\d+"[^>]*)>([^<]*)</persName>'
_BLOCK = r'<p xml:id="(b\d+)">'
_WHOLE = r'<p xml:id="b\d+">(?:(?!</p>).)*</p>'
_MEDIUM = r'<f name="medium">\s*<string>(\w+)</string>\s*</f>'
_RANGE = r"#string-range\((b\d+),(\d+),(\d+)\)"
_RELATION = r'<relation (xml:id="\w+") (name="\w+") active="#(\w+)" passive="#(\w+)"'
_LINK = r'<link (xml:id="\w+" ana="[^"]+") target="#(\w+) #(\w+)"'


def _slip(
    name: str, code: str, pattern: str, replacement: Replacement, marked: str, *, elsewhere: bool = False
) -> None:
    SLIPS.append(
        Slip(name, code, re.compile(pattern, re.DOTALL), replacement, re.compile(marked, re.DOTALL), elsewhere)
    )


# No XML.
_slip("end tag misspelt", "F003", _PERSON, r"<persName \1>\2</persNam>", "</persNam>")
_slip("end tag of an annotation lost", "F003", _PERSON + r"([^<]*</p>)", r"<persName \1>\2\3", "</p>")
_slip("start tag lost", "F003", _BLOCK + r"(.*?)</p>", r"\2</p>", "</p>")
_slip("quotation marks lost", "F003", _BLOCK, r"<p xml:id=\1>", r"b\d+")
_slip("closing quotation mark lost", "F003", _BLOCK + r"(?=[^<]*<)", r'<p xml:id="\1>', "<[^<]+")
_slip("ampersand", "F003", _BLOCK, r'<p xml:id="\1">R&D ', "&D")
_slip("less than", "F003", _BLOCK, r'<p xml:id="\1">a < b ', "<")
_slip("entity of HTML", "F003", _BLOCK, r'<p xml:id="\1">a&nbsp;b ', "&nbsp;")
_slip("attribute twice", "F003", _BLOCK, r'<p xml:id="\1" xml:id="\1">', "xml:id")
_slip("control", "F013", _BLOCK, '<p xml:id="\\1">\x0b', "\x0b")
_slip("file cut off in a tag", "F003", r"<listPerson>.*", "<listPers", "<listPers")
_slip("document type", "F011", "<TEI ", "<!DOCTYPE TEI>\n<TEI ", "<!DOCTYPE TEI>")
_slip("namespace lost", "F010", r' xmlns="[^"]+"', "", "<TEI .*>")

# Outside of the profile.
_slip("element misspelt", "S002", _PERSON, r"<persname \1>\2</persname>", "<persname .*>")
_slip("element of HTML", "S002", _PERSON, r"<b>\2</b>", "<b>")
_slip("block of another name", "S002", _BLOCK + r"(.*?)</p>", r'<para xml:id="\1">\2</para>', "<para .*>")
_slip("id of a block lost", "S002", _BLOCK, "<p>", "<p>")
_slip("id of an annotation lost", "S002", _PERSON, r"<persName>\2</persName>", "<persName>")
_slip("id of an entity lost", "S002", r'<person xml:id="\w+">', "<person>", "<person>")
_slip("id without xml", "S002", _BLOCK, r'<p id="\1">', r'id="b\d+"')
_slip("id misspelt", "S002", _BLOCK, r'<p xmlid="\1">', r'xmlid="b\d+"')
_slip("attribute of ones own", "S002", _BLOCK, r'<p rend="bold" xml:id="\1">', 'rend="bold"')
_slip(
    "pointer without a hash", "S002", r'<persName (xml:id="\w+") ref="#(\w+)"', r'<persName \1 ref="\2"', r'ref="\w+"'
)
_slip("text in a feature", "S002", _MEDIUM, r'<f name="medium">\1</f>', r"\w+")
_slip("feature without value", "S002", _MEDIUM, r'<f name="medium"/>', '<f name="medium"/>')
_slip("feature of nothing", "S002", r'<fs corresp="#\w+">', "<fs>", "<fs>")
_slip("day that is none", "S002", r'when="\d{4}-\d\d-\d\d[^"]*"', 'when="2026-02-30"', 'when="2026-02-30"')
_slip("date in words", "S002", r'when="\d{4}-\d\d-\d\d[^"]*"', 'when="4 March"', 'when="4 March"')
_slip("date as text", "S002", r'<date type="(\w+)" when="([^"]+)"/>', r'<date type="\1">\2</date>', "[0-9T:.Z+-]+")
_slip("type misspelt", "S002", r'<date type="published"', '<date type="publisehd"', 'type="publisehd"')
_slip("type of an address lost", "S002", r'<idno type="(file|sha256)">', "<idno>", "<idno>")
_slip("value lost", "S002", r'<idno type="encoding">[^<]+', '<idno type="encoding">', '<idno type="encoding">')
_slip("role misspelt", "S002", r'<trailer (xml:id="b\d+") type="source"', r'<trailer \1 type="sorce"', 'type="sorce"')
_slip("language with underscore", "S002", r'(<TEI .*?)xml:lang="\w+"', r'\1xml:lang="pt_BR"', 'xml:lang="pt_BR"')
_slip("layer without its prefix", "S002", r'ana="layer:(\w+/\w+)"', r'ana="\1"', r'ana="\w+/\w+"')
_slip("range with a hyphen", "S002", _RANGE, r"#string-range(\1,\2-\3)", 'target=".*')
_slip("stray text", "S002", r'<div type="article">', '<div type="article"> stray ', "stray")
_slip("text in the header", "S002", "<sourceDesc>", "note <sourceDesc>", "note")
_slip(
    "parts of the header exchanged",
    "S002",
    r"(<fileDesc>.*</fileDesc>)(\s*)(<encodingDesc>.*</encodingDesc>)",
    r"\3\2\1",
    "<fileDesc>",
)
_slip("header behind the text", "S002", r"(<teiHeader>.*</teiHeader>)(\s*)(<text>.*</text>)", r"\3\2\1", "<teiHeader>")
_slip(
    "headline behind a paragraph",
    "S002",
    rf'(<head xml:id="\w+" type="main">(?:(?!</head>).)*</head>)((?:(?!<p ).)*)({_WHOLE})(?=\s*<p )',
    r"\2\3\1",
    "<(head|byline|docDate) .*>",
)
_slip("part of the header twice", "S002", r"(<titleStmt>.*</titleStmt>)", r"\1\1", "<titleStmt>")
_slip(
    "part of the header lost", "S002", r"<publicationStmt>.*</publicationStmt>\s*(?=<)", "", "<(sourceDesc|notesStmt)>"
)
_slip(
    "part of the header in the text",
    "S002",
    r"(<sourceDesc>.*</sourceDesc>)(.*)(?=<div type=.article.>)",
    r"\2\1",
    "<sourceDesc>",
)
_slip(
    "source among paragraphs",
    "S002",
    rf"(?={_WHOLE}\s*{_WHOLE}\s*<p )",
    '<trailer xml:id="zz9" type="source">Source: X</trailer>',
    "<trailer .*>",
)
_slip("person among places", "S002", "<listPlace>", '<listPlace><person xml:id="zz9"/>', '<person xml:id="zz9"/>')

# Constraints of TEI.
_slip(
    "paragraph in a paragraph",
    "X006",
    _BLOCK + "(.*?)</p>",
    r'<p xml:id="\1"><p xml:id="zz9">\2</p></p>',
    '<p xml:id="zz9">',
)
_slip(
    "sentence in a sentence", "X006", r'<s xml:id="(\w+)">', r'<s xml:id="\1"><s xml:id="zz9">X</s>', '<s xml:id="zz9">'
)
_slip("link with one end", "X006", _LINK, r'<link \1 target="#\2"', "<link .*>")
_slip("relation without a name", "X006", _RELATION, r'<relation \1 active="#\3" passive="#\4"', "<relation .*>")

# What does not fit together.
_slip("link with three ends", "X002", _LINK, r'<link \1 target="#\2 #\3 #\3"', 'target=".*')
_slip("features of nobody", "X002", r'<fs corresp="#\w+">', '<fs corresp="#nobody">', 'corresp="#nobody"')
_slip("feature twice", "X002", f"({_MEDIUM})", r"\1\1", 'name="medium"')
_slip(
    "layer misspelt",
    "X002",
    r'ana="layer:(quotation|sentence|coreference)(/\w+)?"',
    r'ana="layer:\1s\2"',
    r'ana="layer:\w+s(/\w+)?"',
)
_slip("layer not declared", "X002", r'<interpretation n="entity".*?</interpretation>', "", "<.*>", elsewhere=True)
_slip("quote lost", "X002", r'(?<=>)\s*<note type="quote">[^<]*</note>', "", 'target=".*', elsewhere=True)
_slip(
    "group from nowhere", "X002", r'(<span xml:id="\w+" type="\w+") from="#\w+"', r'\1 from="#nobody"', 'from="#nobody"'
)
_slip(
    "gaps that are no JSON", "X002", r'(<xenoData type="application/json" subtype="layout">)\{', r"\1", "<xenoData .*>"
)
_slip("agent not declared", "X003", r"<respStmt .*?</respStmt>", "", r'\w+="#\w+"', elsewhere=True)
_slip("agent misspelt", "X003", r' resp="#(\w+)"', r' resp="#\1x"', r'resp="#\w+"')
_slip("language not declared", "X004", _BLOCK, r'<p xml:id="\1" xml:lang="tlh">', 'xml:lang="tlh"')
_slip("range beyond its block", "X005", _RANGE, r"#string-range(\1,\2,9999)", 'target=".*')
_slip("copy of the title", "X001", r"(<titleStmt>\s*<title>)[^<]*", r"\1Another", "Another")

# What the rules find in every format.
_slip("entity of nobody", "A102", r'(<persName xml:id="m\d+") ref="#\w+"', r'\1 ref="#nobody"', 'ref="#nobody"')
_slip("entity that is a block", "A103", r'(<persName xml:id="m\d+") ref="#\w+"', r'\1 ref="#b1"', 'ref="#b1"')
_slip("link to nobody", "A102", _LINK, r'<link \1 target="#\2 #nobody"', 'target=".*')
_slip("relation from nobody", "A102", _RELATION, r'<relation \1 \2 active="#nobody" passive="#\4"', 'active="#nobody"')
_slip(
    "range in no block",
    "A102",
    r'target="#string-range\(b\d+,(\d+,\d+)\)"',
    r'target="#string-range(b999,\1)"',
    'target=".*',
)
_slip(
    "type of ones own", "A108", r'ana="layer:quotation/\w+"', 'ana="layer:quotation/sung"', 'ana="layer:quotation/sung"'
)
_slip("feature misspelt", "A109", r'<f name="medium">', '<f name="mediun">', 'name="mediun"')
_slip("feature of another value", "A113", r'(<f name="medium">\s*<string>)\w+', r"\1sung", "sung")
_slip("feature of another type", "A113", _MEDIUM, '<f name="medium"><numeric value="3"/></f>', 'value="3"')
_slip("quote misspelt", "T102", r'(<note type="quote">[^<]+)', r"\1x", "[^<]+")
_slip("text in a gap", "T105", r'"after":"\\n"', '"after":"The end"', "<xenoData .*>")
