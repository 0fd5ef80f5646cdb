"""The scorer from outside: its command line, its table in the README, and the independent scorer's figures."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from scoring import __main__ as command
from scoring import tables
from scoring.fields import MAIN
from scoring.figures import Figures, Outcome, figures, judge, read
from scoring.gold import own, parse, shared
from scoring_cases import SEED, article, blocks, gold, outcome

# The command line.


@pytest.fixture
def one_seed(tmp_path, monkeypatch) -> None:
    """Our own set is one seed whose gold calls its byline a note."""
    made = {"id": "a", "language": "en", "style": {"byline": "top"}, "file": {"encoding": "utf-8"}, "metadata": {}}
    made["blocks"] = blocks(SEED, ("headline", "note", "paragraph", "subhead", "paragraph"))
    (tmp_path / "a.gold.json").write_text(json.dumps(made))
    (tmp_path / "a.txt").write_text(SEED)
    monkeypatch.setattr(command, "own", lambda: own(tmp_path))
    monkeypatch.setattr(command, "shared", lambda: shared(tmp_path / "nowhere"))
    monkeypatch.setattr(command, "README", tmp_path / "README.md")
    (tmp_path / "README.md").write_text(PAGE)


@pytest.mark.usefixtures("one_seed")
def test_misses_and_groups_are_printed_when_asked_for(capsys):
    assert command.main([]) == 0
    plain = capsys.readouterr().out
    assert plain.startswith("own: 1 seeds in 1 languages; not read 0, laws broken in 0,")
    assert "read as byline" not in plain
    assert command.main(["--verbose", "--by", "style"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("a: note read as byline: 'By Ana Silva'\n")
    assert "\n  byline: top " in printed


@pytest.mark.usefixtures("one_seed")
def test_misses_are_listed_by_kind_the_most_frequent_first(capsys):
    assert command.main(["--misses"]) == 0
    assert "\n    1 note read as byline\n    a: 'By Ana Silva'\n" in capsys.readouterr().out
    shown = tables.by_kind([("a", "x wrong: 1"), ("b", "y missed: 2"), ("c", "y missed: 3")])
    assert shown == "    2 y missed\n    b: 2\n    c: 3\n    1 x wrong\n    a: 1"


@pytest.mark.usefixtures("one_seed")
def test_json_has_the_same_figures_and_groups(capsys):
    assert command.main(["--json", "--by", "language"]) == 0
    found = json.loads(capsys.readouterr().out)["own"]
    assert found["roles"]["note"] == {"gold": 1, "precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert found["by"]["language"]["en"]["micro"] == found["micro"] > 0


@pytest.mark.usefixtures("one_seed")
def test_the_readme_is_written_only_with_a_date(tmp_path):
    command.main([])
    assert (tmp_path / "README.md").read_text() == PAGE
    command.main(["--readme", "2026-03-04"])
    assert tables.rows((tmp_path / "README.md").read_text())["own"].endswith("| 2026-03-04 |")


@pytest.mark.usefixtures("one_seed")
def test_a_broken_law_fails_the_run(monkeypatch):
    monkeypatch.setattr("scoring.figures.prove", lambda *_: [("json", ("it broke",))])
    assert command.main([]) == 1


# The README.

PAGE = f"# A\n\n{tables.BEGIN}\n{tables.END}\n\nafter\n"


def two_sets() -> tuple[Figures, Figures]:
    perfect = figures([outcome(gold(title="A"), article(title="A"))])
    return perfect, figures([outcome(gold(title="A"), article(title="B"))])


def test_the_readme_gets_a_line_for_each_set_and_keeps_those_that_were_not_scored():
    first, second = two_sets()
    page = tables.written(PAGE, {name: tables.row(name, first, "2026-03-04") for name in ("shared", "own")})
    assert [line.split("|")[1].split()[0] for line in page.splitlines() if line.startswith("| ")] == [
        "gold",
        "our",
        "real",
    ]
    again = tables.written(page, {"own": tables.row("own", second, "2026-03-05")})
    assert tables.rows(again)["shared"] == tables.rows(page)["shared"]
    assert tables.rows(again)["own"] == (
        "| our own gold, `fixtures/seeds/` | 1 | 1 | 1.000 | 1.000 | 0.000 | – | 0 | 2026-03-05 |"
    )
    assert again.startswith("# A\n")
    assert again.endswith("\n\nafter\n")


# The independent scorer.


def lines_of(found: Figures) -> list[str]:
    """What the independent scorer prints for the same figures."""
    f1s = f"roles: micro F1 {found.micro:.3f}  macro F1 {found.macro:.3f}"
    roles = [
        f"{role} gold {each.gold} P {each.precision:.3f} R {each.recall:.3f} F1 {each.f1:.3f}"
        for role, each in found.roles.items()
    ]
    judged = [
        f"{name} right {each.right}/{each.judged} = {each.accuracy:.3f} "
        f"missed {each.missed} wrong {each.wrong} invented {each.invented}"
        for name, each in found.fields.items()
    ]
    first = f"documents {found.documents}, without output {found.refused}, blocks whose text is not in the seed "
    last = [f"fields: mean {found.fields_mean:.3f}", f"documents with an invented value: {found.invented}/"]
    counted = [f"{first}{found.lost}", *roles, f1s, *judged, last[0], f"{last[1]}{found.documents}"]
    return sorted(" ".join(line.split()) for line in counted)


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["own", "shared"])
def test_figures_are_those_of_the_independent_scorer(name, shared_data, tmp_path):
    chosen = own() if name == "own" else shared(shared_data / "seeds-dev")
    if not chosen.files:
        pytest.skip("there are no seeds with gold among the shared documents")
    folders = [tmp_path / each for each in ("gold", "seeds", "json")]
    for folder in folders:
        folder.mkdir()
    outcomes: list[Outcome] = []
    for gold_file, seed_file in chosen.files:
        document = parse(gold_file.read_bytes(), seed_file.read_bytes())
        made = read(document)
        outcomes.append(judge(document, made, tells_all=False))
        for folder, data in zip(
            folders, (gold_file.read_bytes(), document.data, json.dumps(made).encode()), strict=True
        ):
            (folder / f"{document.id}{'.txt' if folder.name == 'seeds' else '.json'}").write_bytes(data)
    for each in outcomes:
        each.verdicts = {field: verdict for field, verdict in each.verdicts.items() if field in MAIN}
    script = shared_data / "score_seeds.py"
    ran = subprocess.run([sys.executable, script, *folders], capture_output=True, text=True, check=True)
    assert sorted(" ".join(line.split()) for line in ran.stdout.splitlines()) == lines_of(figures(outcomes))
