"""Score the reader of seeds against gold: our own set, and the shared one where it is.

Printed are precision, recall and F1 for each role, how often each field is right, and how many seeds break a law.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from . import press, tables
from .figures import Outcome, figures, grouped, judge, read, score
from .gold import ROOT, Gold, GoldSet, own, shared
from .layouts import APART, HARD, laid_out

README = ROOT / "README.md"
PRESSED = 200
"""Articles that are made for each language."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Score and print; 1 if a seed cannot be read or breaks a law."""
    asked = _parser().parse_args(arguments)
    if asked.press is not None:
        sys.stdout.write(_of_press(asked.press.split(",") if asked.press else press.languages(), misses=asked.misses))
        return 0
    sets = [each for each in (own(), shared()) if each.files and asked.set in {"", each.name}]
    scored = {each.name: [score(gold, tells_all=each.tells_all) for gold in _chosen(each, asked.only)] for each in sets}
    found = {name: figures(outcomes) for name, outcomes in scored.items()}
    if asked.json:
        document = {name: tables.as_json(each) for name, each in found.items()}
        if asked.by:
            for name, outcomes in scored.items():
                groups = grouped(outcomes, asked.by)
                document[name]["by"] = {asked.by: {key: tables.as_json(each) for key, each in groups.items()}}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        for name, outcomes in scored.items():
            sys.stdout.write(_report(name, outcomes, by=asked.by, verbose=asked.verbose))
            if asked.layouts:
                sys.stdout.write(_by_layout(next(each for each in sets if each.name == name), asked.only) + "\n\n")
            if asked.misses:
                sys.stdout.write(
                    tables.by_kind([(each.id, miss) for each in outcomes for miss in each.misses]) + "\n\n"
                )
    if asked.readme:
        new = {name: tables.row(name, each, asked.readme) for name, each in found.items()}
        README.write_text(tables.written(README.read_text(encoding="utf-8"), new), encoding="utf-8")
    return int(any(each.refused or each.broken for each in found.values()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.scoring", description=__doc__)
    parser.add_argument("--set", choices=("own", "shared"), default="", help="score this set only")
    parser.add_argument("--only", default="", metavar="TEXT", help="score the seeds whose id holds this")
    parser.add_argument("--by", choices=("language", "style"), help="show a table by this, too")
    parser.add_argument("--layouts", action="store_true", help="set the seeds out anew, and show a table by layout")
    parser.add_argument(
        "--press",
        nargs="?",
        const="",
        metavar="LANGUAGES",
        help="score articles set as the press of all, or some, languages sets them; with --misses, form by form",
    )
    parser.add_argument("--misses", action="store_true", help="list what is wrong by kind, the most frequent first")
    parser.add_argument("--verbose", action="store_true", help="list everything that is wrong")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--readme", metavar="DATE", help="write the figures into the README, as measured on DATE")
    return parser


def _chosen(each: GoldSet, only: str) -> Sequence[Gold]:
    return [gold for gold in each.documents() if only in gold.id]


def _by_layout(each: GoldSet, only: str) -> str:
    """The figures of a set in other layouts."""
    layouts = {"blank lines": APART, **HARD}
    groups = {
        name: figures(
            judge(moved, read(moved), tells_all=each.tells_all)
            for moved in (laid_out(gold, layout) for gold in _chosen(each, only))
        )
        for name, layout in layouts.items()
    }
    return tables.by_group(groups)


def _of_press(languages: Sequence[str], *, misses: bool) -> str:
    """The figures of articles made of `fixtures/press/`."""
    scored = {language: list(press.outcomes(language, PRESSED)) for language in languages}
    lines = [tables.by_group({language: figures(outcomes) for language, outcomes in scored.items()})]
    for outcomes in scored.values() if misses else ():
        lines += [f"{wrong}/{drawn} {form}\n    {example}" for wrong, drawn, form, example in press.by_form(outcomes)]
    return "\n".join(lines) + "\n"


def _report(name: str, outcomes: Sequence[Outcome], *, by: str | None, verbose: bool) -> str:
    lines = [f"{outcome.id}: {miss}" for outcome in outcomes for miss in outcome.misses] if verbose else []
    lines.append(tables.as_text(name, figures(outcomes)))
    if by:
        lines.append(tables.by_group(grouped(outcomes, by)))
    return "\n".join(lines) + "\n\n"


if __name__ == "__main__":
    sys.exit(main())
