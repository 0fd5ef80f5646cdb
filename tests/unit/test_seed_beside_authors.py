"""What stands beside the names of authors: cities, handles, newsrooms, particles."""

from __future__ import annotations

import pytest
from seed_articles import HEAD, P, read

from corpus_tools.formats.base import ReadOptions
from corpus_tools.formats.seed import FORMAT
from corpus_tools.formats.seed.lexicon.cues import load_cues
from corpus_tools.formats.seed.names.recognise import name_in
from corpus_tools.formats.seed.roles.cued import by_cue


@pytest.mark.parametrize("line", ["By Ana Silva, New York", "By Ana Silva, in Lisbon", "By Ana Silva @anasilva"])
def test_a_city_or_a_handle_after_a_name_is_no_author(line: str) -> None:
    article = read(HEAD, line, P)
    assert article["blocks"][1]["role"] == "byline"
    assert article["metadata"]["authors"] == [{"name": "Ana Silva"}]


@pytest.mark.parametrize(
    ("line", "name"),
    [("– Ana Silva, News24", "Ana Silva"), ("— Ana de la Silva Reis da Costa", "Ana de la Silva Reis da Costa")],
)
def test_a_name_after_a_dash_may_have_a_newsroom_and_many_particles(line: str, name: str) -> None:
    article = read(HEAD, P, P, line)
    assert article["blocks"][-1]["role"] == "byline"
    assert [author["name"] for author in article["metadata"]["authors"]] == [name]


def test_a_name_alone_may_have_many_particles() -> None:
    article = read(HEAD, "Ana de la Silva Reis da Costa", P)
    assert article["blocks"][1]["role"] == "byline"


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("en", "From Ana Silva, Lagos", "Ana Silva"),
        ("it", "di Ana Silva - Napoli", "Ana Silva"),
        ("fr", "De notre correspondant à Dakar, Ana Silva", "Ana Silva"),
        ("en", "By Mohd. Imran Khan", "Mohd. Imran Khan"),
        ("pt", "Ana Silva – Repórter da RTP", "Ana Silva"),
    ],
)
def test_where_an_author_is_may_stand_before_or_after_the_name(language: str, line: str, name: str) -> None:
    article = FORMAT.read(f"{HEAD}\n\n{line}\n\n{P}\n\n{P}".encode(), ReadOptions(language=language))
    assert article["blocks"][1]["role"] == "byline"
    assert [author["name"] for author in article["metadata"]["authors"]] == [name]


def test_a_single_word_after_a_word_for_where_is_no_author() -> None:
    cues = load_cues(("en",))
    assert by_cue("From Lisbon", cues) is None
    found = by_cue("From Ana Silva", cues)
    assert found is not None
    assert found.role == "byline"


def test_an_office_and_where_it_is_end_a_name() -> None:
    text = "Ana Silva inviato a Napoli"
    assert name_in(text, 0, len(text), load_cues(("it", "en"))) == (0, len("Ana Silva"))
