"""Baselines: what they know, what is new, what is fixed, and what a run cannot say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tools.corpus.discovery import Input
from corpus_tools.errors import ConfigError
from corpus_tools.findings import Finding, Kind, Location, Severity, Suppression
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.schemas import load_schema
from corpus_tools.services.baseline import Baseline, read_baseline

if TYPE_CHECKING:
    from collections.abc import Iterable

CODES = frozenset(CATALOGUE)
BOTH = ("in/a.json", "in/b.json")


def finding(code: str = "T201", print_: str = "0" * 16, file: str = "in/a.json", line: int = 1, **more) -> Finding:
    return Finding(CATALOGUE[code].kind, f"{code} in {file}", Location(file, line), fingerprint=print_, **more)


def looked_at(baseline: Baseline, files: Iterable[str], found: list[Finding], codes=CODES, passed=()):
    list(baseline.watched(Input(file, file) for file in files))
    return baseline.run(found, codes, passed)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    for name in "abc":
        (tmp_path / f"in/{name}.json").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(found: list[Finding], files: Iterable[str] = BOTH, file: str = "known.json") -> Baseline:
    """The baseline of a first run, from its file."""
    empty = Baseline(file)
    empty.renewed(looked_at(empty, files, found)).write()
    jsonschema.validate(json.loads(Path(file).read_bytes()), load_schema("baseline.schema.json"))
    return read_baseline(file)


def matched(baseline: Baseline, found: list[Finding], files: Iterable[str] = BOTH, codes=CODES):
    made = baseline.match(looked_at(baseline, files, found, codes))
    return made.new, made.known, [(one.file, one.code) for one in made.fixed]


def test_what_is_known_is_known_wherever_it_has_moved(here: Path) -> None:
    baseline = written([finding(line=3), finding("T203", "1" * 16)])
    moved = [finding("T203", "1" * 16, line=70), finding(line=90)]
    assert matched(baseline, moved) == ([], moved, [])


def test_what_differs_in_file_rule_or_fingerprint_is_new(here: Path) -> None:
    baseline = written([finding()])
    others = [finding(file="in/b.json"), finding("T203"), finding(print_="1" * 16)]
    assert matched(baseline, others) == (others, [], [("in/a.json", "T201")])


def test_equal_findings_are_counted(here: Path) -> None:
    twins = [finding(), finding(print_=f"{'0' * 16}-2", line=2)]
    baseline = written(twins)
    third = finding(print_=f"{'0' * 16}-3", line=3)
    assert matched(baseline, twins) == ([], twins, [])
    assert matched(baseline, [*twins, third]) == ([third], twins, [])
    assert matched(baseline, twins[:1]) == ([], twins[:1], [("in/a.json", "T201")])
    assert matched(baseline, [])[2] == [("in/a.json", "T201")] * 2
    assert json.loads(baseline.text())["files"]["in/a.json"][0]["count"] == 2
    assert baseline.count == (2, 1)


def test_what_is_suppressed_is_neither_known_nor_written(here: Path) -> None:
    hidden = finding(suppression=Suppression("so"))
    assert written([hidden]).count == (0, 0)
    assert matched(written([finding()]), [hidden]) == ([hidden], [], [("in/a.json", "T201")])


def test_a_file_that_cannot_be_read_is_never_known(here: Path) -> None:
    unread = finding("F001", "")
    assert written([unread]).count == (0, 0)
    Path("known.json").write_text(
        '{"baseline_version": "1.0", "files": {"in/a.json": [{"code": "F001", "slug": "unreadable-file", '
        '"fingerprint": "", "message": "x"}]}}'
    )
    assert matched(read_baseline("known.json"), [unread])[0] == [unread]


@pytest.mark.parametrize("code", ["F002", "F003", "F004", "F008", "F010"])
def test_a_reader_that_stopped_leaves_nothing_that_is_known(here: Path, code: str) -> None:
    stopped = finding(code)
    assert written([stopped, finding(file="in/b.json")]).count == (1, 1)
    text = Path("known.json").read_text().replace("T201", code)
    Path("known.json").write_text(text)
    again = finding(code, file="in/b.json")
    assert matched(read_baseline("known.json"), [again]) == ([again], [], [])
    assert matched(written([finding("S001")]), [finding("S001")])[1] == [finding("S001")]


def test_files_are_named_from_the_directory_of_the_baseline(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "conf").mkdir()
    baseline = written([finding()], file="conf/known.json")
    assert list(baseline.names) == ["../in/a.json"]
    monkeypatch.chdir(here / "in")
    baseline = read_baseline("../conf/known.json")
    same = finding(file="a.json")
    assert matched(baseline, [same], ["a.json"]) == ([], [same], [])
    absolute = finding(file=str(here / "in/a.json"))
    assert matched(baseline, [absolute], ["a.json"])[1] == [absolute]
    assert matched(baseline, [], ["a.json"])[2] == [("a.json", "T201")]


def test_standard_input_has_a_name_of_its_own(here: Path) -> None:
    baseline = written([finding(file="-")], ["-"])
    assert matched(baseline, [finding(file="-")], ["-"])[0] == []
    assert matched(baseline, [], ["in/a.json"])[2] == []
    assert matched(baseline, [], ["-"])[2] == [("-", "T201")]


def test_only_what_was_looked_at_can_be_fixed(here: Path) -> None:
    baseline = written([finding(), finding(file="in/b.json")])
    assert matched(baseline, [], ["in/a.json"])[2] == [("in/a.json", "T201")]
    assert matched(read_baseline("known.json"), [], codes={"T203"})[2] == []


def test_what_is_gone_is_fixed(here: Path) -> None:
    baseline = written([finding(), finding(file="in/b.json")])
    (here / "in/b.json").unlink()
    assert matched(baseline, [finding()], ["in/a.json"])[2] == [("in/b.json", "T201")]
    text = Path("known.json").read_text().replace("T201", "T999")
    Path("known.json").write_text(text)
    assert ("in/a.json", "T999") in matched(read_baseline("known.json"), [], [])[2]


@pytest.mark.parametrize(
    ("known", "found", "is_fixed"),
    [
        ("T201", "T102", False),  # an error of a reference rule: no lint has run
        ("T201", "F003", False),
        ("A108", "T102", False),  # a higher level has not been reached
        ("T101", "A108", True),
        ("T101", "T102", True),
        ("S001", "F003", False),
        ("T201", "A110", True),  # a warning stops nothing
        ("C201", "T201", True),
    ],
)
def test_a_rule_that_an_error_kept_from_running_has_fixed_nothing(here: Path, known, found, is_fixed) -> None:
    baseline = written([finding(known)])
    other = finding(found, "2" * 16)
    assert matched(baseline, [other])[2] == ([("in/a.json", known)] if is_fixed else [])
    kept = baseline.renewed(looked_at(baseline, ["in/a.json"], [other]))
    assert (known in kept.text()) is not is_fixed


def test_what_is_ignored_in_its_path_is_neither_known_nor_fixed(here: Path) -> None:
    baseline = written([finding(), finding(file="in/b.json"), finding("T203", file="in/b.json")])
    ignored = [finding(), finding("T102", file="in/b.json")]  # the latter keeps lints from running
    run = looked_at(baseline, BOTH, [], passed=ignored)
    assert baseline.match(run) == ([], [], [])
    assert baseline.renewed(run).text() == baseline.text()
    mended = looked_at(baseline, BOTH, [], passed=ignored[:1])
    assert [(one.file, one.code) for one in baseline.match(mended).fixed] == [
        ("in/b.json", "T201"), ("in/b.json", "T203")
    ]  # fmt: skip


def test_rules_about_the_corpus_are_fixed_only_if_all_of_it_was_looked_at(here: Path) -> None:
    baseline = written([finding("C201"), finding(file="in/b.json")])
    other = finding(file="in/b.json")
    assert matched(baseline, [], ["in/a.json"])[2] == []
    assert matched(read_baseline("known.json"), [other])[2] == [("in/a.json", "C201")]


def test_renewing_keeps_what_was_not_looked_at_and_drops_what_is_fixed(here: Path) -> None:
    baseline = written([finding(), finding("T203"), finding(file="in/b.json"), finding(file="in/c.json")],
                       ["in/a.json", "in/b.json", "in/c.json"])  # fmt: skip
    (here / "in/c.json").unlink()
    run = looked_at(baseline, ["in/a.json"], [finding("T203"), finding("T204")])
    made = json.loads(baseline.renewed(run).text())["files"]
    assert {name: [one["code"] for one in entries] for name, entries in made.items()} == {
        "in/a.json": ["T203", "T204"],
        "in/b.json": ["T201"],
    }
    assert baseline.renewed(run).match(run).new == []


def test_the_text_is_sorted_one_finding_a_line(here: Path) -> None:
    found = [finding("T203", file="in/b.json"), finding("T203", "1" * 16), finding("T203"), finding(file="in/ä.json")]
    one, other = written(found), written(found[::-1])
    assert one.text() == other.text() == Path("known.json").read_text(encoding="utf-8")
    assert one.text().splitlines()[3:6] == [
        '"in/a.json": [',
        '  {"code": "T203", "slug": "mojibake", "fingerprint": "0000000000000000", "message": "T203 in in/a.json"},',
        '  {"code": "T203", "slug": "mojibake", "fingerprint": "1111111111111111", "message": "T203 in in/a.json"}],',
    ]
    assert '"in/ä.json"' in one.text()
    assert json.loads(written([]).text()) == {"baseline_version": "1.0", "files": {}}


def test_names_that_are_no_utf_8_are_known_again(here: Path) -> None:
    odd = finding(file="in/\udce9.json")
    (here / "in/\udce9.json").touch()
    assert matched(written([odd], [odd.location.file]), [odd], [odd.location.file])[1] == [odd]


ENTRY = {"code": "T201", "slug": "blank-at-span-edge", "fingerprint": "0" * 16, "message": "x"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "known.json:1:2: is not JSON"),
        ("[]", "known.json:1:1: should be a table"),
        ({"files": {}}, "known.json:1:1: key baseline_version is missing"),
        (
            {"baseline_version": "2.0", "files": {}},
            'known.json:1:2: baseline_version: "2.0" is not of the form that is needed',
        ),
        (
            {"baseline_version": "1.0", "files": {"a": [{**ENTRY, "cuont": 2}]}},
            "known.json:1:143: files.a[0].cuont: unknown key (did you mean count?)",
        ),
        (
            {"baseline_version": "1.0", "files": {"a": [ENTRY, ENTRY]}},
            "known.json:1:144: files.a[1]: stands twice; equal findings have one entry, with their count",
        ),
        ({"baseline_version": "1.0", "files": {"a": []}}, "known.json:1:39: files.a: is empty; leave it out"),
    ],
)
def test_what_is_wrong_with_a_baseline_is_told_with_its_place(here: Path, content, message: str) -> None:
    Path("known.json").write_text(content if isinstance(content, str) else json.dumps(content))
    with pytest.raises(ConfigError) as raised:
        read_baseline("known.json")
    assert str(raised.value).startswith(message)
    assert str(raised.value).endswith(
        "; if this is a damaged baseline, remove it and write it anew with --write-baseline"
    )


def test_a_baseline_that_cannot_be_opened_is_not_called_damaged(here: Path) -> None:
    with pytest.raises(ConfigError, match=r"^in\.json: cannot be read: No such file or directory$"):
        read_baseline("in.json")


def few_findings() -> st.SearchStrategy[list[Finding]]:
    parts = st.tuples(st.sampled_from(["T201", "T203", "A110"]), st.sampled_from("01"), st.sampled_from("ab"))
    return st.lists(parts, max_size=8).map(
        lambda made: [finding(code, digit * 16, f"in/{name}.json") for code, digit, name in made]
    )


@given(first=few_findings(), second=few_findings())
def test_new_known_and_fixed_are_the_difference_of_two_runs(first: list[Finding], second: list[Finding]) -> None:
    empty = Baseline("known.json")
    files = ["in/a.json", "in/b.json", "known.json"]
    baseline = empty.renewed(looked_at(empty, files, first))
    run = looked_at(baseline, files, second)
    made = baseline.match(run)
    assert sorted(made.new + made.known, key=repr) == sorted(second, key=repr)
    assert len(made.known) + len(made.fixed) == len(first)
    after = baseline.renewed(run)
    assert after.match(looked_at(after, files, second)) == ([], second, [])
    assert after.text() == empty.renewed(looked_at(empty, files, second)).text()


def test_a_severity_of_the_users_own_makes_no_difference(here: Path) -> None:
    weighed = Finding(
        Kind("T201", "blank-at-span-edge", Severity.ERROR), "x", Location("in/a.json"), fingerprint="0" * 16
    )
    assert matched(written([finding()]), [weighed])[1] == [weighed]
