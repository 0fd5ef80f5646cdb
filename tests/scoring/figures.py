"""From seeds to figures: read each seed once, prove its laws, judge it, and add up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean
from typing import NamedTuple

from corpus_tools.errors import SourceError
from corpus_tools.formats import load_format
from corpus_tools.formats.base import ReadOptions
from corpus_tools.model.article import Article
from corpus_tools.services.load import Loaded, Loader, LoadOptions
from corpus_tools.services.roundtrip import prove

from . import fields, roles
from .fields import FURTHER, MAIN, Verdict
from .gold import Gold
from .roles import RoleCounts

SEED = load_format("seed")


class RoleFigures(NamedTuple):
    """How well a role is found: blocks in the gold, and values from 0 to 1."""

    gold: int
    precision: float
    recall: float
    f1: float


class FieldFigures(NamedTuple):
    """How often a field was right, of the documents where it was judged."""

    right: int
    missed: int
    wrong: int
    invented: int

    @property
    def judged(self) -> int:
        """In how many documents the field was judged."""
        return sum(self)

    @property
    def accuracy(self) -> float:
        """The share of the right ones."""
        return self.right / self.judged


@dataclass(slots=True)
class Outcome:
    """What came of one document.

    Attributes:
        id: name of the document.
        language: language of its gold.
        style: style of its gold.
        counts: its blocks.
        verdicts: on each field that was judged.
        misses: what is wrong, a line each.
        lost: blocks whose text is not in the seed.
        refused: whether it could not be read.
        broken: laws that it breaks.
    """

    id: str
    language: str
    style: Mapping[str, str]
    counts: RoleCounts
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    lost: int = 0
    refused: bool = False
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of many documents; values from 0 to 1.

    Attributes:
        documents: how many there are.
        languages: how many languages their gold names.
        refused: how many could not be read.
        lost: blocks whose text is not in their seed.
        invented: documents with a value that the gold has not.
        broken: documents that break a law.
        roles: by role of the gold.
        micro: F1 over all blocks.
        macro: mean F1 of the roles.
        fields: by field, those that were judged.
        fields_mean: mean accuracy of the main fields.
        further_mean: mean accuracy of the further fields; None if none was judged.
    """

    documents: int
    languages: int
    refused: int
    lost: int
    invented: int
    broken: int
    roles: dict[str, RoleFigures]
    micro: float
    macro: float
    fields: dict[str, FieldFigures]
    fields_mean: float
    further_mean: float | None


def read(gold: Gold) -> Article:
    """Read a seed as a user does who knows its encoding.

    Raises:
        SourceError: it cannot be read.
    """
    return SEED.read(gold.data, ReadOptions(file=f"{gold.id}.txt", encoding=gold.unmarked))


def score(gold: Gold, *, tells_all: bool) -> Outcome:
    """Read one seed and hold it against its gold; `tells_all` as in `GoldSet`."""
    try:
        article = read(gold)
    except SourceError as error:
        refusal = [f"cannot be read: {error}"]
        return Outcome(gold.id, gold.language, gold.style, roles.missing(gold.blocks), misses=refusal, refused=True)
    outcome = judge(gold, article, tells_all=tells_all)
    outcome.broken = broken_laws(gold, article)
    outcome.misses += [f"law broken: {line}" for line in outcome.broken]
    return outcome


def judge(gold: Gold, article: Article, *, tells_all: bool) -> Outcome:
    """Hold what was read against the gold."""
    counts, misses, lost = roles.judge(gold.text, gold.blocks, article["blocks"])
    outcome = Outcome(gold.id, gold.language, gold.style, counts, misses=misses, lost=lost)
    for judged in fields.judge(gold.metadata, article, tells_all=tells_all):
        outcome.verdicts[judged.field] = judged.verdict
        if judged.verdict is not Verdict.RIGHT:
            outcome.misses.append(
                f"{judged.field} {judged.verdict}: gold {_show(judged.wanted)}, read {_show(judged.read)}"
            )
    return outcome


def broken_laws(gold: Gold, article: Article) -> list[str]:
    """The laws that a seed breaks on its way back, and through JSON and TEI; a line each."""
    loader = Loader(LoadOptions())
    broken = prove(Loaded(gold.id, [], gold.data, SEED, article), loader)
    return [f"{law}: {'; '.join(differences)}" for law, differences in broken]


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """Add up what came of documents."""
    outcomes = list(outcomes)
    counts = RoleCounts()
    by_field: defaultdict[str, Counter[Verdict]] = defaultdict(Counter)
    for outcome in outcomes:
        counts.add(outcome.counts)
        for name, verdict in outcome.verdicts.items():
            by_field[name][verdict] += 1
    by_role = {role: _role(counts, role) for role in sorted(counts.gold)}
    judged = {name: FieldFigures(*(by_field[name][verdict] for verdict in Verdict)) for name in _order(by_field)}
    return Figures(
        documents=len(outcomes),
        languages=len({outcome.language for outcome in outcomes}),
        refused=sum(outcome.refused for outcome in outcomes),
        lost=sum(outcome.lost for outcome in outcomes),
        invented=sum(Verdict.INVENTED in outcome.verdicts.values() for outcome in outcomes),
        broken=sum(bool(outcome.broken) for outcome in outcomes),
        roles=by_role,
        micro=_f1(_share(counts.right.total(), counts.read.total()), _share(counts.found.total(), counts.gold.total())),
        macro=_mean(each.f1 for each in by_role.values()),
        fields=judged,
        fields_mean=_mean(_accuracies(judged, MAIN)),
        further_mean=_mean(further) if (further := _accuracies(judged, FURTHER)) else None,
    )


def grouped(outcomes: Iterable[Outcome], by: str) -> dict[str, Figures]:
    """Figures for each language, or for each aspect of style and its value."""
    groups: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        aspects = [f"{aspect}: {value}" for aspect, value in outcome.style.items()]
        for key in [outcome.language] if by == "language" else aspects:
            groups[key].append(outcome)
    return {key: figures(groups[key]) for key in sorted(groups)}


def _role(counts: RoleCounts, role: str) -> RoleFigures:
    precision = _share(counts.right[role], counts.read[role])
    recall = _share(counts.found[role], counts.gold[role])
    return RoleFigures(counts.gold[role], precision, recall, _f1(precision, recall))


def _accuracies(judged: Mapping[str, FieldFigures], names: Collection[str]) -> list[float]:
    return [each.accuracy for name, each in judged.items() if name in names]


def _order(names: Iterable[str]) -> list[str]:
    known = [*MAIN, *FURTHER]
    return sorted(names, key=known.index)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Iterable[float]) -> float:
    return fmean(found) if (found := list(values)) else 0.0


def _show(value: fields.Value) -> str:
    return repr(sorted(value) if isinstance(value, frozenset) else value)
