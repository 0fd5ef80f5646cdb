"""A slip of the hand in a TEI document is one finding, of the right code, and what is wrong is marked."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from tei_mutations import SLIPS, Slip

from corpus_tools.services.load import Loader, LoadOptions

FOLDER = Path(__file__).parents[2] / "fixtures" / "annotated"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.xml"))}
LOADER = Loader(LoadOptions())
TRIES = 2


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def slipped(slip: Slip, text: str, match: re.Match[str]) -> tuple[str, range]:
    """The text with the slip in it, and the lines that it changes."""
    new = slip.replacement(match) if callable(slip.replacement) else match.expand(slip.replacement)
    made = text[: match.start()] + new + text[match.end() :]
    return made, range(line_of(made, match.start()), line_of(made, match.start() + len(new)) + 1)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_one_finding_where_it_is(slip: Slip) -> None:
    chance = random.Random(slip.name)
    places = [(stem, match) for stem, text in TEXTS.items() for match in slip.pattern.finditer(text)]
    assert places
    for stem, match in chance.sample(places, min(TRIES, len(places))):
        text, lines = slipped(slip, TEXTS[stem], match)
        findings = LOADER.load_bytes(f"{stem}.xml", text.encode()).findings
        assert [finding.kind.code for finding in findings] == [slip.code], (stem, match[0], findings)
        (found,) = findings
        excerpt = found.excerpt
        assert excerpt is not None
        marked = excerpt.text[excerpt.start : excerpt.end]
        assert slip.marked.fullmatch(marked), (stem, match[0], marked)
        assert slip.elsewhere or found.location.line in lines, (stem, match[0], found.location)
        assert found.hint or "should be" in found.message or "no JSON" in found.message, found.message


def test_the_slips_have_names_of_their_own() -> None:
    assert len({slip.name for slip in SLIPS}) == len(SLIPS) > 60
