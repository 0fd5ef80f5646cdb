"""What rules about metadata say, and where."""

from corpus_tools.language import detectable
from corpus_tools.layers import builtin_layers
from corpus_tools.model.index import Index
from corpus_tools.rules import (
    Context,
    implausible_date,
    language_mismatch,
    title_differs_from_headline,
    ungrounded_line,
    updated_before_published,
)


def article(*blocks, **metadata):
    listed = [{"id": f"b{number}", "role": role, "text": text} for number, (role, text) in enumerate(blocks, 1)]
    return {"schema_version": "1.0", "id": "a", "metadata": metadata, "blocks": listed}


def problems(module, document, rule=None, **options):
    context = Context(builtin_layers(), {(rule or module.RULE).kind.slug: options})
    return list(module.RULE.check(Index(document), context))


def test_the_headline_that_differs_is_pointed_at():
    [problem] = problems(title_differs_from_headline, article(("kicker", "Ports"), ("headline", " Rain "), title="Sun"))
    assert problem.message == "the title is 'Sun', the headline 'Rain'"
    assert (problem.pointer, problem.block, problem.start, problem.end) == ("/metadata/title", "b2", 0, 6)


def test_the_earliest_year_is_an_option():
    document = article(published="1799-11-10", dateline={"date": "1799-11-09"})
    assert problems(implausible_date, document) == []
    found = problems(implausible_date, document, earliest=1800)
    assert [problem.message for problem in found] == [
        "'published' is 1799-11-10, before the year 1800",
        "'date' is 1799-11-09, before the year 1800",
    ]


def test_an_update_that_is_implausible_by_the_option_is_not_compared():
    document = article(published="2026-03-04", updated="1899-12-31")
    assert len(problems(updated_before_published, document)) == 1
    assert problems(updated_before_published, document, implausible_date.RULE, earliest=1900) == []


def test_both_dates_are_named():
    [problem] = problems(updated_before_published, article(published="2026-03", updated="2026-02-28"))
    assert problem.message == "updated on 2026-02-28, before it was published on 2026-03"


def test_the_whole_line_that_is_not_grounded_is_pointed_at():
    [problem] = problems(ungrounded_line, article(("headline", "Rain"), ("source", "Source: AP")))
    assert problem.message == "the source 'Source: AP' says what the metadata do not hold"
    assert problem.hint == "add it to `sources` or where it belongs, and mark the words in the layer field"
    assert (problem.block, problem.start, problem.end) == ("b2", 0, 10)


def test_both_languages_are_named_with_what_told_them():
    [problem] = problems(language_mismatch, {**article(("paragraph", "Το λιμάνι έμεινε κλειστό")), "language": "en"})
    assert problem.message == (
        "the language is 'en', the text looks like 'el' (script: 100 % of the letters are Greek)"
    )


def test_every_language_that_is_written_like_another_leads_to_one_that_can_be_detected():
    kept = set(language_mismatch._ONE_LANGUAGE.values()) - {"sh"}
    assert kept <= detectable()
    assert {"hr", "sr", "bs"} <= detectable()
    assert {"he", "yi", "jv", "zh"} <= detectable()
    assert not {"iw", "jw", "xx", "tlh", "un"} & detectable()
