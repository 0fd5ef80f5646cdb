"""Which fields have the right value.

Values are compared after white space is folded; lists as sets; dates by their day. A field is judged in a document
whose gold has it, or for which the reader claims it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from corpus_tools.model.article import Article, Party

Value = str | frozenset[str] | None
Metadata = Mapping[str, Any]


class Verdict(StrEnum):
    """What a reader did with one field of one document."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"
    INVENTED = "invented"


class Judgement(NamedTuple):
    """The verdict on a field, and both values."""

    field: str
    verdict: Verdict
    wanted: Value
    read: Value


def fold(value: Any) -> str | None:
    """A value with single blanks; None if it is absent or empty."""
    return " ".join(str(value).split()) if value else None


def _all(values: Any) -> frozenset[str]:
    return frozenset(folded for value in values or () if (folded := fold(value)))


def _names(parties: Any) -> list[str]:
    return [fold(party.get("name")) or "" for party in parties or ()]


def _title(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return fold(gold.get("title")), fold(article["metadata"].get("title"))


def _authors(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _all(gold.get("authors")), frozenset(_names(article["metadata"].get("authors")))


def _source(gold: Metadata, article: Article) -> tuple[Value, Value]:
    """The name of the source line must be among the sources; an agency or publisher named elsewhere may be."""
    names = _names(article["metadata"].get("sources"))
    if wanted := fold(gold.get("source")):
        return wanted, wanted if wanted in names else next(iter(names), None)
    known = {fold(gold.get("agency")), fold(gold.get("publisher"))}
    return None, next((name for name in names if name not in known), None)


def _credits(gold: Metadata, article: Article) -> tuple[Value, Value]:
    annotations = article.get("layers", {}).get("field", {}).get("annotations", [])
    spans = [span for each in annotations if each.get("type") == "credit" for span in each.get("spans", [])]
    return _all(gold.get("credits")), frozenset(fold(span["text"]) or "" for span in spans)


def _published(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _day(gold.get("published")), _day(article["metadata"].get("published"))


def _dateline_place(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return fold(gold.get("dateline_place")), fold(article["metadata"].get("dateline", {}).get("place"))


def _language(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _primary(gold.get("language")), _primary(article.get("language"))


def _updated(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _day(gold.get("updated")), _day(article["metadata"].get("updated"))


def _editors(gold: Metadata, article: Article) -> tuple[Value, Value]:
    contributors = article["metadata"].get("contributors", [])
    return _all(gold.get("editors")), frozenset(_names(each for each in contributors if each.get("role") == "editor"))


def _url(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return fold(gold.get("url")), fold(article["metadata"].get("url"))


def _keywords(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _all(gold.get("keywords")), _all(article["metadata"].get("keywords"))


def _copyright_holder(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return fold(gold.get("copyright_holder")), fold(article["metadata"].get("rights", {}).get("holder"))


def _agency(gold: Metadata, article: Article) -> tuple[Value, Value]:
    """The agency must be among the sources, where other names may stand too."""
    wanted = fold(gold.get("agency"))
    return wanted, wanted if wanted in _names(article["metadata"].get("sources")) else None


def _dateline_date(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _day(gold.get("dateline_date")), _day(article["metadata"].get("dateline", {}).get("date"))


def _author_emails(gold: Metadata, article: Article) -> tuple[Value, Value]:
    addresses = (author.get("uri", "") for author in _people(article))
    read = frozenset(address.removeprefix("mailto:") for address in addresses if address.startswith("mailto:"))
    return _all(gold.get("author_emails")), read


def _author_affiliations(gold: Metadata, article: Article) -> tuple[Value, Value]:
    return _all(gold.get("author_affiliations")), _all(author.get("affiliation") for author in _people(article))


def _people(article: Article) -> list[Party]:
    return article["metadata"].get("authors", [])


def _day(value: Any) -> str | None:
    return str(value or "")[:10] or None


def _primary(tag: Any) -> str | None:
    return str(tag or "").partition("-")[0] or None


_Compared = Callable[[Metadata, Article], tuple[Value, Value]]

MAIN: dict[str, _Compared] = {
    "title": _title,
    "authors": _authors,
    "source": _source,
    "credits": _credits,
    "published": _published,
    "dateline_place": _dateline_place,
    "language": _language,
}
"""The fields whose mean is the figure of a set."""

FURTHER: dict[str, _Compared] = {
    "updated": _updated,
    "editors": _editors,
    "url": _url,
    "keywords": _keywords,
    "copyright_holder": _copyright_holder,
    "agency": _agency,
    "dateline_date": _dateline_date,
    "author_emails": _author_emails,
    "author_affiliations": _author_affiliations,
}
"""Fields that few texts state."""

LENIENT = {"agency", "dateline_date", "author_affiliations"}
"""Further fields that a reader may know from more than the words that the gold counts; inventing is not judged."""


def judge(gold: Metadata, article: Article, *, tells_all: bool) -> Iterator[Judgement]:
    """The verdict on each field that there is something to say about.

    Args:
        gold: metadata of the gold.
        article: what was read.
        tells_all: whether a further field that the gold lacks does not stand in the text.
    """
    for field, compared in MAIN.items():
        yield from _judge(field, compared(gold, article))
    claimable: Collection[str] = FURTHER.keys() - LENIENT if tells_all else ()
    for field, compared in FURTHER.items():
        wanted, read = compared(gold, article)
        if wanted or field in claimable:
            yield from _judge(field, (wanted, read))


def _judge(field: str, values: tuple[Value, Value]) -> Iterator[Judgement]:
    wanted, read = values
    if not wanted and not read:
        return
    if wanted == read:
        verdict = Verdict.RIGHT
    elif wanted:
        verdict = Verdict.WRONG if read else Verdict.MISSED
    else:
        verdict = Verdict.INVENTED
    yield Judgement(field, verdict, wanted, read)
