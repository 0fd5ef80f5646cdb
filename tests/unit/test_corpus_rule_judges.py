"""What rules about many documents make of digests."""

from __future__ import annotations

from array import array
from base64 import b64encode

import pytest

from corpus_tools.corpus.config_tables import RulesConfig
from corpus_tools.errors import UsageError
from corpus_tools.layers import builtin_layers
from corpus_tools.model.index import Index
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


def twins(one: dict[str, object], other: dict[str, object], files: tuple[str, str] = ("a.json", "a.xml")) -> list:
    """What the rule tells of two documents of one article in two formats."""
    base = {"schema_version": "1.0", "id": "a", "metadata": {}, "blocks": [block("b1"), block("b2")]}
    documents = [
        Digested(file, form, keeps_ids=True, digest=twins_differ.RULE.digest(Index({**base, **parts}), Context({})))
        for file, form, parts in zip(files, ("json", "tei"), (one, other), strict=True)
    ]
    return list(twins_differ.RULE.judge(documents, Context({})))


def block(name: str, text: str = "Rain.") -> dict[str, str]:
    return {"id": name, "role": "paragraph", "text": text}


def layer(*items: dict[str, object], key: str = "annotations", **more: str) -> dict[str, object]:
    return {"layers": {"entity": {**more, key: list(items)}}}


MENTION = {"id": "m1", "type": "place"}

DIFFERING = [
    ({"blocks": [block("b1"), block("b2", "Sun.")]}, "/blocks/1", "block b2"),
    ({"blocks": [block("b2"), block("b1")]}, "/blocks", "the order of blocks"),
    ({"blocks": [block("b1")]}, "", "block b2 (only there)"),
    ({"blocks": [block("b1"), block("b3"), block("b2")]}, "/blocks/1", "block b3 (only here)"),
    ({"metadata": {"title": "Rain"}}, "/metadata/title", "metadata/title (only here)"),
    ({"metadata": {"extra": {"blocks": []}}}, "/metadata/extra", "metadata/extra (only here)"),
    ({"agents": []}, "/agents", "agents (only here)"),
]


@pytest.mark.parametrize(("parts", "pointer", "named"), DIFFERING, ids=[case[2] for case in DIFFERING])
def test_what_differs_in_twins_is_named_at_its_place(parts: dict[str, object], pointer: str, named: str) -> None:
    ((file, problem),) = twins({}, parts)
    assert (file, problem.pointer) == ("a.xml", pointer)
    assert problem.message == f"its twin a.json says otherwise in {named}"
    assert problem.hint == "convert the one that is right anew; corpus-tools diff a.json a.xml shows both"


def test_things_of_twins_are_compared_by_their_ids_and_told_where_they_stand() -> None:
    one = layer({"id": "m1", "type": "event"}, {"id": "m2", "type": "place"}, agent="ana")
    other = layer({"id": "m2", "type": "place"}, MENTION, agent="rui")
    ((_, problem),) = twins(one, other)
    assert problem.pointer == "/layers/entity/agent"
    assert problem.message.endswith("in layers/entity/agent, annotation m1")
    ((_, problem),) = twins(layer(), layer(MENTION, {**MENTION, "id": "m3"}))
    assert problem.pointer == "/layers/entity/annotations/0"
    assert problem.message.endswith("in annotation m1 (only here), annotation m3 (only here)")


def test_order_that_means_nothing_is_no_difference_of_twins() -> None:
    other = {**MENTION, "id": "m2"}
    assert twins(layer(MENTION, other), layer(other, MENTION)) == []


def test_twins_with_many_differences_are_told_with_the_first() -> None:
    ((_, problem),) = twins({"blocks": [block(f"b{number}") for number in range(3, 10)]}, {}, ("my a.json", "a.xml"))
    assert problem.pointer == "/blocks/0"
    told = ", ".join(["block b1 (only here)", "block b2 (only here)", *(f"block b{n} (only there)" for n in (3, 4, 5))])
    assert problem.message == f"its twin my a.json says otherwise in {told} and 4 other places"
    assert "corpus-tools diff 'my a.json' a.xml" in problem.hint


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
