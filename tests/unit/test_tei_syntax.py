"""What is told of a text that is no XML: what is wrong, at the very character, and what to do."""

from __future__ import annotations

import time

import pytest

from corpus_tools.formats.base import ReadOptions, Sought
from corpus_tools.formats.tei import FORMAT, xml
from corpus_tools.formats.tei.scene import scene_of
from corpus_tools.formats.tei.syntax import _MAKERS, _PLAIN, _told
from corpus_tools.model.lines import Lines

CASES = [
    # end tags
    ("\n é<p>a</q>\n</TEI>", (2, 7), "</q>", "</q> closes nothing: the element that is open is <p> of",
     "remove it"),
    ("\n<placeName>x</plaecName></TEI>", (2, 13), "</plaecName>",
     "stands where <placeName> of line 2, column 1 must be closed",
     "write </placeName>"),
    ("\n <p>a\n <p>b</p>\n</TEI>", (4, 1), "</TEI>", "</TEI> stands here, but <p> of line 2, column 2 is still open",
     "write </p> before it, perhaps before the <p> that begins in it in line 3, column 2, or remove <p>"),
    ("\n<p>😀<b></p></TEI>", (2, 8), "</p>", "</p> stands here, but <b> of line 2", "write </b> before it"),
    ("\n <p>x</p>\n\n", (2, 10), "", "the file ends here, but <TEI> of line 1, column 1 is still open", "cut off"),
    ("\n<p>x</ p></TEI>", (2, 7), " ", "the tag has to end here", "write >"),
    ("</TEI></TEI>", (1, 12), "</TEI>", "after the end of the root element", "one root element"),
    ("</TEI>\nx", (2, 1), "x", "after the end of the root element", "one root element"),
    # tags
    ("\n <p", (2, 2), "<p", "the file ends in the midst of this tag", "cut off"),
    ('\n <p a="b', (2, 2), "<p", "the file ends in the midst of this tag", "cut off"),
    ("\n <p a", (2, 2), "<p", "the file ends in the midst of this tag", "cut off"),
    ("\n <1p>x</1p></TEI>", (2, 2), "<1p>", "no name of an element follows this <", "write &lt;"),
    ("\n a < b</TEI>", (2, 4), "<", "no name of an element follows this <", "write &lt;"),
    ("\n <p /a></TEI>", (2, 5), "/", "the name of an attribute must stand here", "remove what stands here"),
    ("\n <!ENTITY x 'a'></TEI>", (2, 2), "<!ENTITY", "a declaration cannot stand here", "<!--"),
    # attributes
    ("\n <p ä =b>x</p></TEI>", (2, 8), "b", "the value of ä is not in quotation marks", 'between " and "'),
    ('\n <p a="b>x</p></TEI>', (2, 11), "</p>", "a < stands in a value of an attribute", "&lt;"),
    ('\n <p a="é" a="c">x</p></TEI>', (2, 11), "a", "the attribute a stands twice in one tag", "keep one"),
    ('\n<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/></TEI>', (2, 1), "<a", "an attribute stands twice", "keep one"),
    ('\n <p a="b"b="c">x</p></TEI>', (2, 10), "b", "a blank must stand here", "&quot;"),
    ('\n <p a="b"">x</p></TEI>', (2, 10), '"', "this quotation mark belongs to no value", "&quot;"),
    ("\n <p ab >x</p></TEI>", (2, 5), "ab", "the attribute ab has no value", 'write ab="value"'),
    # prefixes
    ("\n <x:p>x</x:p></TEI>", (2, 3), "x:p", "the prefix x is not declared", 'xmlns:x="…"'),
    ('\n <p é="x:" x:a="">x</p></TEI>', (2, 12), "x:a", "the prefix x is not declared", 'xmlns:x="…"'),
    ("\n <a:b:c/></TEI>", (2, 2), "<a:b:c", "more than one colon", "keep the one"),
    # references
    ("\n &amp;é&nbsp;</TEI>", (2, 8), "&nbsp;", "the entity &nbsp; is not declared", "such as &#160;"),
    ('\n&amp;<p a="&lt;&Auml;">x</p></TEI>', (2, 16), "&Auml;", "the entity &Auml; is not declared", "such as &#196;"),
    ("\n&unheard;</TEI>", (2, 1), "&unheard;", "the entity &unheard; is not declared", "write the character itself"),
    ("\na & b</TEI>", (2, 3), "&", "a & stands alone", "write &amp;"),
    ("\n&;</TEI>", (2, 1), "&;", "a & stands alone", "write &amp;"),
    ("\nAT&T</TEI>", (2, 3), "&T", "the reference &T has no semicolon", "write &amp;T if the text says &T"),
    ("\na &copy b</TEI>", (2, 3), "&copy", "the reference &copy has no semicolon", "write &copy;, or &amp;copy"),
    ("\n<p>ab&am", (2, 6), "&am", "the reference &am has no semicolon", "&amp;am"),
    ("\n&#xZZ;</TEI>", (2, 1), "&#xZZ;", "has no number here", "&#160;"),
    ("\n&#z;</TEI>", (2, 1), "&#z;", "has no number here", "&#160;"),
    ("\n&#;</TEI>", (2, 1), "&#;", "has no number here", "&#160;"),
    # what ends
    ("\nx]]>y</TEI>", (2, 2), "]]>", "]]> stands in the text", "write ]]&gt;"),
    ("\n<!-- a -- b --></TEI>", (2, 8), "--", "two hyphens stand in a comment", "write one"),
    ("\n<!-- a\n </TEI>", (2, 1), "<!--", "the comment that begins here has no end", "write -->"),
    ("\n<![CDATA[ x\n</TEI>", (2, 1), "<![CDATA[", "the section of CDATA that begins here has no end", "write ]]>"),
    ("\n<?pi \n</TEI>", (2, 1), "<?pi", "the processing instruction that begins here has no end", "write ?>"),
    ('\n<?xml version="1.0"?></TEI>', (2, 1), "<?xml", "an XML declaration stands here", "remove it"),
]  # fmt: skip

OTHERS = [  # what is not a fault of the syntax, or stands before the root
    (b"x<TEI/>", "F003", (1, 1), "x", "the root element must stand here"),
    (b" <?xml version='1.0'?><TEI/>", "F003", (1, 2), "<?xml", "an XML declaration stands here"),
    (b"<?xml version=1.0?><TEI/>", "F003", (1, 1), "<?xml", "the XML declaration lacks quotation marks"),
    (b"<?xml encoding='utf-8'?><TEI/>", "F003", (1, 1), "<?xml", "the XML declaration names no version"),
    (b"<?xml version='1.0' encoding='utf-8?><TEI/>", "F003", (1, 1), "<?xml", "has no end"),
    (b"<?xml version='1.0' encoding='8'?><TEI/>", "F003", (1, 1), "<?xml", "names no encoding"),
    (b"<?xml version='1.0' encoding 'utf-8'?><TEI/>", "F003", (1, 1), "<?xml", "a = is missing"),
    (b"<TEI>\n<? a?></TEI>", "F003", (2, 1), "<", "no name follows this <?"),
    (b"<TEI>\n<?a:b c?></TEI>", "F003", (2, 1), "<?a", "cannot have a colon"),
    (b"</TEI>", "F003", (1, 1), "</TEI>", "an end tag stands here, and no element is open"),
    (b"<TEI>\ncaf\xc3\xa9 \xe9</TEI>", "F002", (2, 6), "�", "the byte E9 here is not UTF-8"),
    (b"<?xml version='1.0' encoding='ascii'?>\n<TEI>a\xe9</TEI>", "F002", (2, 7), "�", "the byte E9 here is not ASCII"),
    (b"<?xml version='1.0' encoding='klingon'?><TEI/>", "F002", (1, 21), "encoding", "is not known"),
    ("<TEI>\né\x07</TEI>".encode(), "F013", (2, 2), "\x07", "the character U+0007 stands here,"),
    ("<TEI>\né&#xD800;</TEI>".encode(), "F013", (2, 2), "&#xD800;", "the character U+D800 stands here by its number"),
    ("<TEI>\né&#1;</TEI>".encode(), "F013", (2, 2), "&#1;", "the character U+0001 stands here by its number"),
    ("\ufeff<TEI>é</q></TEI>".encode(), "F003", (1, 7), "</q>", "</q> closes nothing"),
    ("\ufeff<TEI>\né</q></TEI>".encode("utf-16-le"), "F003", (2, 2), "</q>", "</q> closes nothing"),
    (
        b"<?xml version='1.0' encoding='iso-8859-1'?>\n<TEI>\xe9</q></TEI>",
        "F003",
        (2, 7),
        "</q>",
        "</q> closes nothing",
    ),
    (
        b'<TEI>\n\xc3\xa9 <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a"/></TEI>',
        "F012",
        (2, 3),
        "<xi:include",
        "XInclude is not resolved",
    ),
    (
        b'<TEI>\n<include xmlns="http://www.w3.org/2001/XInclude" href="a"/></TEI>',
        "F012",
        (2, 1),
        "<include",
        "XInclude is not resolved",
    ),
    (b"<a>" * 300 + b"</a>" * 300, "F007", (1, 771), ">", "nested deeper than 256"),
    (b"<?xml version='1.0'?>\n  <!DOCTYPE TEI>\n<TEI/>", "F011", (2, 3), "<!DOCTYPE TEI>", "a document type"),
]


def told(data: bytes) -> tuple[str, tuple[int | None, int | None], str, str, str]:
    """Code, line and column, what is marked, message and hint of the one finding of a text."""
    article, (finding,) = FORMAT.examine(data, ReadOptions("x.xml"))
    assert article is None
    place = finding.location
    text, (site,) = FORMAT.locate(data, ReadOptions(), None, [Sought(line=place.line, column=place.column)])
    marked = "" if site is None else text[site.start : site.end]
    return finding.kind.code, (place.line, place.column), marked, finding.message, finding.hint or ""


@pytest.mark.parametrize(("rest", "place", "marked", "message", "hint"), CASES)
def test_a_fault_is_told_in_words_where_it_begins(
    rest: str, place: tuple[int, int], marked: str, message: str, hint: str
) -> None:
    code, where, shown, said, advice = told(f"<TEI>{rest}".encode())
    assert (code, where, shown) == ("F003", place, marked)
    assert message in said
    assert hint in advice


@pytest.mark.parametrize(("data", "code", "place", "marked", "message"), OTHERS)
def test_other_faults_of_a_file(data: bytes, code: str, place: tuple[int, int], marked: str, message: str) -> None:
    found = told(data)
    assert found[:3] == (code, place, marked)
    assert message in found[3]
    assert found[4]


def test_no_words_of_libxml2_stand_in_what_is_told() -> None:
    own = [*(f"<TEI>{case[0]}".encode() for case in CASES), *(case[0] for case in OTHERS)]
    for data in own:
        assert "not well-formed XML:" not in told(data)[3]


@pytest.mark.parametrize("code", [None, *_MAKERS, *_PLAIN])
@pytest.mark.parametrize("text", ["", "<", "&", "<a", "<a>\n</a>", '<a b="'])
def test_every_fault_can_be_told_of_any_text(code: int | None, text: str) -> None:
    """Whatever libxml2 finds, where expat finds nothing or another thing."""
    for at in range(len(text) + 1):
        found = _told(scene_of(text, at, Lines(text), "what libxml2 says"), code)
        assert 0 <= found.at <= len(text)
        assert found.reason


def test_a_fault_behind_a_hundred_thousand_open_elements_takes_a_moment() -> None:
    data = b"<TEI>" + b"<p/>" * 100_000 + b"<a>" * 200 + b"</b>"
    start = time.process_time()
    assert told(data)[2:4] == ("</b>", "</b> closes nothing: the element that is open is <a> of line 1, column 400603")
    assert time.process_time() - start < 2
    xml.parse.cache_clear()
