"""``seed explain``: rows for people, JSON for programs, and the options that decide how seeds are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from corpus_tools.cli import cli, explanation
from corpus_tools.cli.exit_codes import CLEAN, FOUND, USAGE
from corpus_tools.schemas import load_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

FIXTURES = Path(__file__).parents[2] / "fixtures" / "seeds"
SCRIPTS = ("ar-wire-wrapped", "he-daily", "hi-bhasha-wire", "th-daily-be-year", "ko-yonhap", "zh-portal-lines")
RAIN = """Pluie à Lyon

Par Marie Dupont

Publié le 03/04/2026

Il a plu toute la journée dans la ville, et la rivière est montée d'un mètre. Personne n'a été blessé.
""".encode()
LONG = f"Rain\n\nRain falls in Lisbon\n\n{'It rained all day, and the river rose. ' * 20}\n\nNobody came".encode()


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block that could be something else is in doubt."""
    monkeypatch.setattr(explanation, "LOW", 0.995)


def rows(shown: str) -> list[str]:
    """The rows of blocks: those that begin with a line number."""
    return [line for line in shown.splitlines() if line[:4].strip().isdigit()]


def test_a_block_is_a_row_with_its_evidence_and_its_fields_below(run: Run) -> None:
    ran = run("seed", "explain", "-", data=RAIN)
    assert ran.exit_code == CLEAN
    lines = ran.output.splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("   3  "))
    assert lines[at].split(maxsplit=2)[:2] == ["3", "byline"]
    assert "“par” (French) begins it" in lines[at]
    assert lines[at].endswith("Par Marie Dupont")
    assert lines[at + 1] == "        authors: Marie Dupont"


def test_the_head_says_what_holds_for_the_whole_text(run: Run) -> None:
    lines = run("seed", "explain", "-", data=RAIN).output.splitlines()
    assert lines[0] == "-"
    assert lines[1] == "  encoding  utf-8, as the bytes say; LF"
    assert lines[2].startswith("  language  fr, 9")
    assert lines[3] == "  cues      fr, en: the text seems to be in them"
    assert lines[4] == "  layout    blank lines set blocks apart; 4 lines, 4 blocks"


def test_a_date_that_is_not_taken_is_told(run: Run) -> None:
    data = RAIN.replace("Publié le".encode(), b"Published:")
    shown = run("seed", "explain", "-", "--language", "en", data=data).output
    assert "        not taken: “03/04/2026”: " in shown
    assert "  language  en, 100 %: named by the user" in shown


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("name", SCRIPTS)
def test_no_line_is_wider_than_the_terminal_and_columns_are_straight(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("seed", "explain", str(FIXTURES / f"{name}.txt")).output.splitlines()
    assert max(map(cell_len, lines[1:])) <= width
    heading = next(line for line in lines if line.startswith("line  role"))
    made = json.loads(run("seed", "explain", "--json", str(FIXTURES / f"{name}.txt")).output)["explanations"][0]
    shown = rows("\n".join(lines))
    assert len(shown) == len(made["blocks"])
    for row, block in zip(shown, made["blocks"], strict=True):
        begin = " ".join(block["text"].split("\n"))[:5]
        assert cell_len(row[: row.rindex(begin)]) == heading.index("text"), row


def test_the_program_says_json_as_its_schema_describes_it(run: Run) -> None:
    Path("a.txt").write_bytes(RAIN)
    Path("b.txt").write_bytes(LONG)
    ran = run("seed", "explain", "--json", "a.txt", "b.txt")
    made = json.loads(ran.stdout)
    jsonschema.validate(made, load_schema("explanation.schema.json"))
    assert [told["file"] for told in made["explanations"]] == ["a.txt", "b.txt"]
    assert ran.stderr == ""


def test_json_of_a_name_that_is_no_utf_8(run: Run) -> None:
    Path("b\udcff.txt").write_bytes(RAIN)
    assert json.loads(run("seed", "explain", "--json", ".").output)["explanations"][0]["file"] == "./b\\udcff.txt"


def test_blocks_in_doubt_are_marked_and_counted(run: Run, strict: None) -> None:
    shown = run("seed", "explain", "-", data=LONG).output
    marked = [row for row in rows(shown) if "%?" in row]
    assert marked
    assert "        or " in shown
    assert shown.splitlines()[-1].startswith(f"{len(marked)} of {len(rows(shown))} blocks may be something else (?)")
    assert len(marked) < len(rows(shown))


def test_where_nothing_is_in_doubt_nothing_is_marked(run: Run) -> None:
    shown = run("seed", "explain", "-", data=LONG.split(b"\n\n")[2]).output
    assert len(rows(shown)) == 1
    assert "?" not in shown
    assert "may be" not in shown


def test_quiet_shows_only_blocks_in_doubt_and_verbose_every_role(run: Run, strict: None) -> None:
    plain, quiet, verbose = (run("seed", "explain", *level, "-", data=LONG).output for level in ((), ["-q"], ["-v"]))
    assert [row.split()[:2] for row in rows(quiet)] == [row.split()[:2] for row in rows(plain) if "%?" in row]
    assert len(rows(quiet)) < len(rows(plain)) == len(rows(verbose))
    made = json.loads(run("seed", "explain", "--json", "-", data=LONG).output)["explanations"][0]
    others = sum(len(block["alternatives"]) for block in made["blocks"])
    assert verbose.count("        or ") == others >= plain.count("        or ") > 0


def test_a_terminal_has_colours_and_a_pipe_has_none(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, strict: None
) -> None:
    monkeypatch.chdir(corpus)
    Path("d.txt").write_bytes(LONG)
    terminal = CliRunner().invoke(cli, ["seed", "explain", "d.txt"], color=True).output
    assert "\x1b[33m" in next(line for line in terminal.splitlines() if "%?" in line)
    assert "\x1b" not in CliRunner().invoke(cli, ["seed", "explain", "d.txt"]).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(cli, ["seed", "explain", "d.txt"], color=True).output


def test_several_files_are_told_one_after_the_other(run: Run, corpus: Path) -> None:
    ran = run("seed", "explain", "in")
    assert ran.exit_code == CLEAN
    assert [line for line in ran.output.splitlines() if line.startswith("in/")] == ["in/a.txt", "in/sub/b.txt"]
    assert "\n\nin/sub/b.txt\n" in ran.output


def test_a_file_of_any_name_is_read_as_a_seed(run: Run) -> None:
    Path("wire.json").write_bytes(RAIN)
    assert len(rows(run("seed", "explain", "wire.json").output)) == 4


def test_what_cannot_be_read_is_a_finding_and_the_others_are_told(run: Run) -> None:
    Path("a.txt").write_bytes(b"Caf\xe9")
    Path("b.txt").write_bytes(RAIN)
    for options in ([], ["--json"]):
        ran = run("seed", "explain", "a.txt", "b.txt", *options)
        assert ran.exit_code == FOUND
        assert "a.txt:1:4: error F002 undecodable" in ran.stderr
        assert "b.txt" in ran.stdout
        assert not ran.stdout.startswith("\n")


def test_a_file_that_does_not_exist_and_no_file_are_wrong_usage(run: Run) -> None:
    assert run("seed", "explain", "nothing.txt").exit_code == USAGE
    assert run("seed", "explain").exit_code == USAGE


def test_encoding_and_style_are_followed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    data = "Дождь в Москве\n\nДождь шёл весь день, и река поднялась на метр. Никто не пострадал.".encode("koi8-r")
    assert "koi8-r, detected" in run("seed", "explain", "--encoding", "auto", "-", data=data).output
    assert "koi8-r, as you said" in run("seed", "explain", "--encoding", "koi8-r", "-", data=data).output
    Path("style.toml").write_text(
        'layout = "line"\nlanguages = ["de"]\n[[roles]]\nmatch = "il a plu*"\nrole = "note"\n'
    )
    shown = run("seed", "explain", "--seed-style", "style.toml", "-", data=RAIN).output
    assert "every line is a block, as the house style says" in shown
    assert "  cues      de: by the house style" in shown
    assert "forced by the house style" in shown


def test_the_configuration_is_followed_unless_told_otherwise(run: Run) -> None:
    Path("corpus-tools.toml").write_text('[seed]\nlanguage = "pt"\n')
    assert "language  pt, 100 %" in run("seed", "explain", "-", data=RAIN).output
    assert "language  fr, 9" in run("seed", "explain", "--no-config", "-", data=RAIN).output


def test_many_languages_are_cut_short() -> None:
    told: Any = {
        "file": "a",
        "encoding": {"name": "utf-8", "told_by": "bytes"},
        "cues": {"languages": list("abcdefgh"), "told_by": "text"},
        "layout": {"kind": "line", "told_by": "text", "lines": 0, "blocks": 0},
        "blocks": [],
    }
    lines = list(explanation.lines_of(told, 80))
    assert "  language  not told" in lines
    assert "  cues      a, b, c, d, e, f and 2 more: the text seems to be in them" in lines


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("Rain in Lisbon", 14, "Rain in Lisbon"),
        ("Rain in Lisbon", 9, "Rain in…"),
        ("地下鉄新駅", 7, "地下鉄…"),
        ("地下鉄新駅", 8, "地下鉄…"),
        ("a\r\nb\nc\td", 9, "a b c d"),
        ("a\x1b[31m\u202eb", 40, "a\\x1b[31m\\u202eb"),
        ("é" * 5, 5, "é" * 5),
        ("x" * 10**6, 3, "xx…"),
    ],
)
def test_text_is_shortened_by_cells_and_safe(text: str, width: int, wanted: str) -> None:
    assert explanation.shorten(text, width) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two three", ["one two", "three"]),
        ("", [""]),
        ("enormously big", ["enormous…", "big"]),
        ("a enormously", ["a", "enormous…"]),
    ],
)
def test_evidence_is_wrapped(text: str, wanted: list[str]) -> None:
    assert explanation.wrap(text, 9) == wanted
