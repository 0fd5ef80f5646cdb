"""Seeds for property tests: cue phrases of all languages, dates, names, brackets and marks, in all layouts."""

from __future__ import annotations

from datetime import date

from babel import UnknownLocaleError
from babel.dates import format_date
from hypothesis import strategies as st

from corpus_tools.formats.seed.lexicon.tables import ALL, cue_languages, table_of

_TABLES = [table_of(language) for language in (*cue_languages(), ALL)]
_CUES = [
    (cue["form"], phrase, line)
    for table in _TABLES
    for cue in table["cues"]
    for phrase, line in cue["examples"].items()
]
_AGENCIES = sorted({name for table in _TABLES for name in table.get("words", {}).get("agencies", ())})
_WORDS = sorted({word for table in _TABLES for listed in table.get("words", {}).values() for word in listed})
_NAMES = (
    "Ana Silva", "ANA SILVA", "Rui Reis Jr.", "K. V. Ramesh", "Ludo van der Berg", "McDonald", "Ольга Иванова",
    "محمد علي",
    "山田太郎", "王 小明", "홍길동", "राम कुमार", "สมชาย ใจดี", "Jose\u0301 Nuñez", "ĐINH VĂN A", "O’Neil",
    "ana", "@ana_silva",
    "ana.silva@example.org", "<ana@example.org>", "May Lee", "İBRAHİM", "ß", "ﬁna", "ǅ", "Q", "",
)  # fmt: skip
_PLACES = ("LISBON", "Rio de Janeiro", "ST. LOUIS", "北京", "서울", "Москва", "القاهرة", "नई दिल्ली", "WASHINGTON, D.C.")
_SENTENCES = (
    "The harbour did not open on Wednesday, Mayor Marta Costa said, as high waves hit the pier for a third day.",
    "港口周三没有开放，市长说。海浪第三天拍打码头。", "قالت رئيسة البلدية إن الميناء مغلق لليوم الثالث.",
    "बंदरगाह बुधवार को नहीं खुला।",
    "Порт не открылся в среду, сообщила мэр.", "Why? Nobody knows.", "Ferries", "No ferries, says mayor",
    "“We wait,” she said.",
)  # fmt: skip
_MARKS = (
    " ", " – ", " — ", "—", " - ", "-", "--", " / ", "/", " | ", "|", ", ", ",", "; ", ": ", ":", "：", ". ",
    ".", "。", "·", " • ",
    "、", "，", "＝", "=", "©", "© ", "#", "* ", "@", "\u00a0", "\u200b", "\u3000", "\t", "\u2028", "\x85",
    "\u200f", "\u0301", "",
)  # fmt: skip
_AROUND = (
    "{}", "{}", "{}", "({})", "[{}]", "（{}）", "【{}】", "<{}>", "*{}*", "**{}**", "_{}_", "— {}", "- {}",
    "• {}", "1. {}", "# {}",
    "## {}", "> {}", "“{}”", "„{}“", "«{}»", "「{}」", "({}", "{})", "| {} |", "#{}", "{}.", "{}:", "  {}",
    "{}  ", "![{}](a.jpg)",
)  # fmt: skip
_BREAKS = ("\n\n", "\n\n", "\n", "\n", "\n \n", "\n\n\n", "\n    ", " \n\n", "\n\u00a0\n", "\n\u200b\n", "\n\t\n\n")
_EDGES = ("", "", "\n", "\n\n", "  ", "\ufeff", "\ufeff\n", " \n")

# Made once: what is listed here is long, and a strategy looks through it all before its first draw.
names = st.sampled_from(_NAMES) | st.sampled_from(_AGENCIES)
marks = st.sampled_from(_MARKS)
words = st.sampled_from(_WORDS)
sentences = st.sampled_from(_SENTENCES)
_cues = st.sampled_from(_CUES)
_languages = st.sampled_from(cue_languages())
_cases = st.sampled_from((str, str.capitalize, str.upper))
_lengths = st.sampled_from(("short", "medium", "long", "full"))
_days = st.dates(date(1890, 1, 1), date(2150, 12, 31))
_numbers = st.integers(0, 40) | st.integers(1890, 2600)
_clocks = st.sampled_from(
    (
        "",
        "",
        " 18:05",
        " at 6:05 PM GMT",
        ", 25:61",
        "T18:05:00+05:30",
        " 18h05",
        " 18時5分",
        " (AP)",
        " | 18:05 Uhr",
    )
)
_digits = st.sampled_from(("0123456789", "०१२३४५६७८९", "٠١٢٣٤٥٦٧٨٩"))


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A day as a language writes it, or in numbers, some of them impossible, with or without a time."""
    if draw(st.booleans()):
        day = draw(_days)
        try:
            text = format_date(day, draw(_lengths), locale=draw(_languages))
        except UnknownLocaleError:
            text = day.isoformat()
    else:
        text = draw(st.sampled_from("-./ 年")).join(str(draw(_numbers)) for _ in range(3))
    return (text + draw(_clocks)).translate(str.maketrans("0123456789", draw(_digits)))


_values = st.lists(names | dates() | words, max_size=4)
_joints = st.sampled_from((" and ", ", ", "/", " ; "))
_cue_marks = marks | st.sampled_from((": ", " "))


@st.composite
def cue_lines(draw: st.DrawFn) -> str:
    """A line with a cue of any language: its example, or its phrase with something else beside it."""
    form, phrase, line = draw(_cues)
    if draw(st.integers(0, 2)) == 0:
        return line
    phrase = draw(_cases)(phrase)
    value = draw(_joints).join(draw(_values))
    mark = draw(_cue_marks)
    return phrase if form == "line" else value + mark + phrase if form == "closer" else phrase + mark + value


_places = st.sampled_from(_PLACES)


@st.composite
def datelines(draw: st.DrawFn) -> str:
    """Place, day and agency in some order, before a sentence."""
    parts = [draw(_places), draw(dates()), f"({draw(names)})", draw(sentences)]
    shown = [part for part in parts if draw(st.integers(0, 4))]
    return "".join(part + draw(marks) for part in shown)


_kinds = cue_lines() | datelines() | dates() | names | sentences | words
_around = st.sampled_from(_AROUND)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One line of a seed, with brackets or marks around it, or two of them beside each other."""
    text = draw(_kinds)
    if draw(st.integers(0, 3)) == 0:
        text += draw(marks) + draw(_kinds)
    return draw(_around).replace("{}", text)


_breaks = st.sampled_from(_BREAKS)
_edges = st.sampled_from(_EDGES)


@st.composite
def seeds(draw: st.DrawFn) -> str:
    """A whole seed: lines in a layout, wrapped or not, with any newlines."""
    parts = [draw(_edges)]
    usual = draw(_breaks)
    for _ in range(draw(st.integers(1, 9))):
        line = draw(lines())
        if draw(st.integers(0, 5)) == 0:
            line = "\n".join(_wrapped((line + " ") * draw(st.integers(1, 5)), draw(st.integers(12, 80))))
        parts += (line, usual if draw(st.booleans()) else draw(_breaks))
    text = "".join([*parts[:-1], draw(_edges)])
    newline = draw(st.sampled_from(("\n", "\n", "\r\n", "\r", "\n\r")))
    return text.replace("\n", newline)


def _wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]
