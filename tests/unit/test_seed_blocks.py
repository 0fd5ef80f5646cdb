"""Text to blocks and gaps: blank edges, newlines, wrapped lines."""

from __future__ import annotations

import textwrap

import pytest

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.blocks import split
from corpus_tools.formats.seed.gaps import is_tight
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.model.article import Article

LONG = (
    "The harbour did not open on Wednesday, the mayor said, as waves of nine metres hit the pier and the ferries "
    "stayed in port for a third day in a row, with no hope of better weather before the weekend."
)
SLEEPY, TALE = "The sleepy harbour of the town is", "shut by the storm"
OTHER = LONG.replace("harbour", "railway").replace("Wednesday", "Friday")


TITLE = "مدرسة في خورفكان تستبدل الجرس بصوت البحر"


def read(text: str) -> Article:
    return FORMAT.read(text.encode(), ReadOptions(layers={}))


def texts(text: str) -> list[str]:
    return [block["text"] for block in read(text)["blocks"]]


def test_blank_edges_of_a_block_belong_to_the_gap() -> None:
    article = read("\ufeff\n  Head \u200b\n\n\u3000Text\u00a0\n")
    assert [block["text"] for block in article["blocks"]] == ["Head", "Text"]
    assert article["blocks"][0]["before"] == "\ufeff\n  "
    assert article["origin"]["separator"] == " \u200b\n\n\u3000"
    assert article["origin"]["after"] == "\u00a0\n"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\u200b\n"])
def test_a_file_without_text_has_no_blocks_and_is_reported(text: str) -> None:
    assert read(text)["blocks"] == []
    assert read(text)["origin"].get("after", "") == text
    article, (finding,) = FORMAT.examine(text.encode(), ReadOptions(layers={}))
    assert article is None
    assert finding.kind.slug == "empty-file"


def test_a_file_with_text_has_no_findings() -> None:
    assert FORMAT.examine("é".encode(), ReadOptions(layers={}))[1] == []
    assert [finding.kind.slug for finding in FORMAT.examine(b"\xff", ReadOptions(layers={}))[1]] == ["undecodable"]


@pytest.mark.parametrize(
    ("breaks", "newline"),
    [
        (("\n", "\n"), None),
        (("\r\n", "\r\n"), "crlf"),
        (("\r", "\r"), "cr"),
        (("\r\n", "\n"), None),
        (("\r", "\n\r"), None),
    ],
)
def test_newline_is_set_when_all_breaks_are_the_same(breaks: tuple[str, str], newline: str | None) -> None:
    article = read(f"Head{breaks[0]}Text{breaks[1]}")
    assert article["origin"].get("newline") == newline
    assert [block["text"] for block in article["blocks"]] == ["Head", "Text"]


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\x0b", "\x0c", "\u2029", "\r"])
def test_breaks_of_word_processors_end_lines_too(separator: str) -> None:
    assert texts(f"Head{separator}Text") == ["Head", "Text"]
    assert texts(f"Head{separator}\nText") == ["Head", "Text"]


def test_a_paragraph_separator_stands_for_a_blank_line() -> None:
    assert is_tight("\u2028")
    assert not is_tight("\u2029")
    assert not is_tight("\r\n\u2028")
    assert is_tight(" \r\n ")
    assert texts(f"{SLEEPY}\u2028{TALE}\nMore to say about it") == [f"{SLEEPY}\u2028{TALE}", "More to say about it"]
    assert texts(f"{SLEEPY}\u2029{TALE}\nMore to say about it") == [SLEEPY, TALE, "More to say about it"]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c"])
def test_a_block_does_not_go_on_beyond_a_break_that_xml_cannot_hold(separator: str) -> None:
    assert texts(f"{SLEEPY}{separator}{TALE}\nMore to say about it") == [SLEEPY, TALE, "More to say about it"]


def test_the_separator_is_the_most_frequent_gap_and_the_first_of_several() -> None:
    assert read("A\n\nB\nC\nD")["origin"]["separator"] == "\n"
    assert "separator" not in read("A\n\nB\nC")["origin"]
    assert "separator" not in read("A")["origin"]


@pytest.mark.parametrize("width", [60, 72, 100])
def test_hard_wrapped_paragraphs_are_one_block_with_their_breaks(width: int) -> None:
    wrapped, other = textwrap.fill(LONG, width), textwrap.fill(OTHER, width)
    assert texts(f"Head of it\n\n{wrapped}\n\n{other}\n") == ["Head of it", wrapped, other]


def test_an_indent_is_part_of_how_far_a_line_reaches() -> None:
    head = ["Farmer Lost in Own Maze", "By ANA SILVA", "Example Writer", "Fargo", "Tuesday"]
    lines = [
        "   A farmer who cut a maze into 14 acres of sunflowers to draw the",
        "visitors had to be led out of it by a dog on Saturday after hours,",
        "and said he knew it.",
        "   His wife said that she did not worry until supper, and that she",
        "searched the field with a ladder before she went and borrowed some",
        "beagle of a neighbor.",
    ]
    blocks = texts("\n".join([*head, *lines]))
    assert blocks[5:] == ["\n".join(lines[:3]).strip(), "\n".join(lines[3:]).strip()]


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line() -> None:
    wrapped, other = textwrap.fill(LONG, 72), textwrap.fill(OTHER, 72)
    text = f"Head of it\nBy Ana Silva\n{wrapped}\n{other}\nSource: AP"
    assert texts(text) == ["Head of it", "By Ana Silva", wrapped, other, "Source: AP"]


def test_a_line_wrapped_before_a_no_break_space_goes_on() -> None:
    lines = [
        f"{'word ' * 11}word",
        "12\u00a0000\u00a0metres of it " + "more " * 8 + "end",
        f"{'word ' * 11}word",
        "last one here",
    ]
    assert texts("\n".join(lines)) == ["\n".join(lines)]


def test_paragraphs_on_single_lines_are_blocks() -> None:
    assert texts(f"Head of it\n{LONG}\n{OTHER}\nShort one.") == ["Head of it", LONG, OTHER, "Short one."]


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    lines = ["Milk", "Eggs and flour", "Bread", "A dozen apples", "Tea"]
    assert texts("\n".join(lines)) == lines


def test_a_joiner_that_shapes_the_last_letter_stays_in_the_text() -> None:
    assert texts("അവന്\u200d\n") == ["അവന്\u200d"]
    assert texts("word\u200d\n") == ["word"]


def test_the_flag_of_a_region_keeps_its_tags() -> None:
    flag = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert texts(f"Head {flag}\n\nText") == [f"Head {flag}", "Text"]


def test_a_longer_line_among_wrapped_ones_does_not_hide_that_they_are_wrapped() -> None:
    lines = [
        "A headline that is much longer than all of the lines under it are",
        "The sheep, which had been advertised as",
        "the first of its kind to ascend in the colony,",
        "was grazing close by when the party that had",
        "gone out to look for the balloon came into",
        "the paddock.",
        "It was unhurt.",
    ]
    text = "\n".join(lines)
    found = [text[start:end] for start, end in split(text, load_cues(("en",)))]
    assert found == [lines[0], "\n".join(lines[1:6]), lines[6]]


def test_few_lines_that_go_on_with_a_small_letter_are_not_wrapped() -> None:
    lines = [f"Storm number {number} shut the harbour of the city for a day." for number in range(9)]
    lines[3:5] = ["The sellers of the market said they would", "iron the flags for the day of the harbour."]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in split(text, load_cues(("en",)))] == lines


def test_a_headline_goes_on_in_the_next_line_only_if_that_is_no_broader_and_lines_are_wrapped() -> None:
    goes_on, deck = "في نهاية الأسبوع الماضي", "الطلاب اختاروا التسجيل من بين عشرين صوتاً والمعلمون يطلبون نسخة أهدأ"
    wrapped = textwrap.fill(LONG, 60)
    assert texts(f"{TITLE}\n{goes_on}\n\n{wrapped}")[0] == f"{TITLE}\n{goes_on}"
    assert texts(f"{TITLE}\n{deck}\n\n{wrapped}")[:2] == [TITLE, deck]
    assert texts(f"{TITLE}\n{goes_on}\n\n{LONG}")[:2] == [TITLE, goes_on]  # where no other line is wrapped


def test_a_day_below_the_headline_is_no_second_line_of_it_though_its_weekday_is_small() -> None:
    for second, blocks in (("понеделник, 5 август 2023, 14:05", 2), ("понеделник е петият ден без ток", 1)):
        text = f"Пчелар от Чипровци пуска радио за пчелите си\n{second}\n\nСутрин в шест той включва радиото."
        assert len(split(text, load_cues(("bg", "en")))) == blocks + 1


def test_an_indent_begins_a_paragraph_also_below_a_full_line_that_is_open() -> None:
    full = "The pier of the old harbour on Tuesday. Photo: Rui Reis of the harb"
    paragraphs = [textwrap.fill(each, 66, initial_indent="   ") for each in (LONG, OTHER, LONG)]
    text = "\n".join([f"   {SLEEPY} {TALE}"[:60], f"   {full}"[:66], *paragraphs])
    assert [each[:8] for each in texts(text)] == ["The slee", "The pier", *["The harb", "The rail", "The harb"]]


def test_a_hanging_indent_begins_no_paragraph() -> None:
    items = [textwrap.fill(f"{mark}. {LONG}", 66, subsequent_indent="   ") for mark in "123"]
    assert len(texts("\n".join([f"{SLEEPY}", *items]))) == 4


@pytest.mark.parametrize(
    ("above", "below", "blocks"),
    [
        ("Пчелар от Чипровци пуска радио за пчелите си", "Цветелина Йорданова", 2),
        ("Пчелар от Чипровци пуска радио за пчелите си", "репортер", 2),
        ("Пчелар от Чипровци пуска радио за", "Цветелина Йорданова", 1),
        ("Пчелар от Чипровци пуска радио за пчелите си", "Радиото вече свири", 1),
        ("Пчелар от Чипровци пуска радио за това", "Радиото вече свири", 2),
    ],
)
def test_a_name_or_an_office_below_a_headline_is_no_second_line_of_it(above: str, below: str, blocks: int) -> None:
    rest = "    Сутрин в шест той включва радиото, а пчелите излизат след сигнала за точно време.\n"
    assert len(split(f"{above}\n{below}\n{rest}{rest}", load_cues(("bg", "en")))) == blocks + 2
