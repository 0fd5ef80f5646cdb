"""Rules about annotations and relations take linear time on any document."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from annotated import LAYERS, annotations, article, relations

from corpus_tools.model.index import Index
from corpus_tools.rules import Context
from corpus_tools.rules.lints import LINTS


def many(count: int, kind: str) -> Any:
    """A document of `count` annotations that lie, or relations that lead, as badly as they can."""
    text = "ab" * count

    def at(start: int, end: int) -> list[dict[str, Any]]:
        return [{"block": "b1", "start": start, "end": end, "text": text[start:end]}]

    spans = {
        "nested": lambda n: at(n, 2 * count - n),
        "crossing": lambda n: at(n, n + count // 2),
        "same": lambda _n: at(0, 1),
        "apart": lambda n: at(2 * n, 2 * n + 1),
    }.get(kind, lambda n: at(2 * n, 2 * n + 1))
    ends = {
        "ring": lambda n: (n, (n + 1) % count),
        "back": lambda n: (n, 0),
        "ladder": lambda n: (n, min(n + 2, count - 1)),
        "wrong": lambda n: ("b1", n),
    }.get(kind)
    layers = {"sentence": annotations(*[{"id": f"s{n}", "spans": spans(n)} for n in range(count)])}
    layers["token"] = annotations(*[{"id": f"t{n}", "spans": at(2 * n, 2 * n + 1)} for n in range(count)])
    if ends:
        chain = [(f"c{n}", "x", f"t{n}", f"t{n + 1}") for n in range(count - 1)] if kind in {"back", "ladder"} else []
        named = [["t" + str(end) if isinstance(end, int) else end for end in ends(n)] for n in range(count)]
        layers["dependency"] = relations(
            *chain, *[(f"d{n}", "x", source, target) for n, (source, target) in enumerate(named)]
        )
    made = article(**layers)
    made["blocks"][0]["text"] = text
    return made


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", ["nested", "crossing", "same", "apart", "ring", "back", "ladder", "wrong"])
def test_time_is_linear_on_any_document(kind: str) -> None:
    """Quadratic work on 4,000 items would take minutes; what it takes is far below the bound on any machine."""
    index, context = Index(many(4000, kind)), Context(LAYERS)
    begin = process_time()
    assert sum(len(list(rule.check(index, context))) for code, rule in LINTS.items() if code.startswith("A")) > 0
    assert process_time() - begin < 5
