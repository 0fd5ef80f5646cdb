"""What rules about many documents make of digests."""

from __future__ import annotations

from array import array
from base64 import b64encode

import pytest

from corpus_tools.corpus.config_tables import RulesConfig
from corpus_tools.errors import UsageError
from corpus_tools.layers import builtin_layers
from corpus_tools.rules import label_of_one_annotator, near_duplicate_article, twins_differ
from corpus_tools.rules.base import Context, Digested
from corpus_tools.services import selection as module
from corpus_tools.services.selection import Request, select_rules


def found(rule, digests, options=None, formats=()):
    """Files and messages of what a rule finds in documents ``0``, ``1`` … with these digests."""
    documents = [
        Digested(str(number), formats[number] if formats else "json", keeps_ids=True, digest=digest)
        for number, digest in enumerate(digests)
    ]
    context = Context(builtin_layers(), {rule.kind.slug: options or {}})
    return [(file, problem.message) for file, problem in rule.judge(documents, context)]


def text(identity: str, *, same: int, other: int) -> list[str]:
    """The digest of a text of which this many of 128 hashes are those of text 0, the rest those of another text."""
    hashes = [*range(same), *(1000 * other + number for number in range(same, 128))]
    return [identity, b64encode(array("H", hashes).tobytes()).decode()]


def test_of_several_earlier_texts_the_most_similar_is_named() -> None:
    digests = [text("a", same=128, other=0), text("b", same=104, other=1), text("c", same=124, other=2)]
    assert found(near_duplicate_article.RULE, digests) == [
        ("1", "about 81% of the text is the same as in 0"),
        ("2", "about 97% of the text is the same as in 0"),
    ]


@pytest.mark.parametrize(("least", "files"), [(0.9, []), (0.75, ["1"]), (0.7501, [])])
def test_how_similar_is_up_to_the_user(least: float, files: list[str]) -> None:
    digests = [text("a", same=128, other=0), text("b", same=96, other=1)]
    assert [file for file, _ in found(near_duplicate_article.RULE, digests, {"similarity": least})] == files


def test_copies_of_one_text_are_all_told_and_compared_with_few_others() -> None:
    digests = [text(f"id-{number}", same=128, other=0) for number in range(300)]
    assert len(found(near_duplicate_article.RULE, digests)) == 299


def test_twins_are_no_duplicates_but_articles_of_one_id_and_format_may_be() -> None:
    digests = [text("a", same=128, other=0)] * 3
    assert [file for file, _ in found(near_duplicate_article.RULE, digests, formats=("json", "tei", "json"))] == ["2"]


def use(name: str, annotator: str, count: int = 1) -> list:
    return ["entity", "annotations", name, annotator, count, 0]


def test_all_who_could_have_used_a_label_are_named_but_not_too_many() -> None:
    for others, told in (
        (["Rui"], "Rui"),
        (["Rui", "Eva", "Ida"], "Rui, Eva and Ida"),
        (list("abcd"), "a, b and 2 others"),
    ):
        digests = [[use("place", "Ana"), use("event", "Ana")], [use("place", other) for other in others]]
        assert found(label_of_one_annotator.RULE, digests) == [
            ("0", f"only Ana gives annotations of layer entity the type 'event'; {told} never")
        ]


def test_annotators_with_few_items_do_not_count_if_the_user_says_so() -> None:
    digests = [[use("place", "Ana", 9), use("event", "Ana", 1)], [use("place", "Rui", 4)], [use("place", "Eva", 5)]]
    ((_, message),) = found(label_of_one_annotator.RULE, digests, {"items": 5})
    assert message.endswith("Eva never")
    assert found(label_of_one_annotator.RULE, digests, {"items": 6}) == []


def test_twins_with_many_differences_are_told_with_the_first() -> None:
    one = {f"/blocks/{number}": "1" for number in range(8)}
    other = {f"/blocks/{number}": "2" for number in range(7)}
    assert found(twins_differ.RULE, [["a", one], ["a", other]], formats=("json", "tei")) == [
        ("1", "its twin 0 says otherwise in blocks/0, blocks/1, blocks/2, blocks/3, blocks/4 and 3 other places")
    ]


def test_what_one_twin_has_not_is_told_at_the_article() -> None:
    documents = [Digested("0", "json", keeps_ids=True, digest=["a", {"/id": "1", "/agents": "1"}])]
    documents.append(Digested("1", "tei", keeps_ids=True, digest=["a", {"/id": "1"}]))
    ((file, problem),) = twins_differ.RULE.judge(documents, Context({}))
    assert (file, problem.message, problem.pointer) == ("1", "its twin 0 says otherwise in agents", "")


@pytest.mark.parametrize("names", [("C202",), ("near-duplicate-article",), ("ALL",), ("C",)])
def test_a_rule_whose_extra_is_not_installed_is_refused(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)

    def select(**asked) -> None:
        select_rules(Request(RulesConfig(**asked), lambda _path, reason: UsageError(reason)))

    with pytest.raises(UsageError, match=r"pip install 'corpus-tools\[near-duplicates\]'.*--ignore C202"):
        select(extend_select=names)
    select(extend_select=names, ignore=("C202",)) if len(names[0]) < 4 else select()
