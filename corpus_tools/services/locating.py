"""Where in its file each finding of a document is: line and column, end, excerpt, fingerprint.

Readers, schema and rules say only what is wrong and name the place in their own terms. Documents are mostly sound, so
the places are looked for only in those with findings, all of one document in one pass over its text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus_tools.findings import Excerpt, Finding, Kind, Location, Problem
from corpus_tools.formats.base import Format, ReadOptions, Site, Sought
from corpus_tools.model.article import Article
from corpus_tools.model.lines import Lines
from corpus_tools.services.fingerprints import Fingerprints

WINDOW = 120
"""How many code points of a line an excerpt has at most."""

_BEFORE = 40  # of these, how many stand before the marked part, if the line is longer


class Source(NamedTuple):
    """A document that has been read.

    Attributes:
        data: its bytes.
        format: its format.
        options: what its reader was told.
        article: the article; None if it is none.
    """

    data: bytes
    format: Format
    options: ReadOptions
    article: Article | None


def complete(
    source: Source, findings: Sequence[Finding], problems: Sequence[tuple[Kind, Problem]] = ()
) -> list[Finding]:
    """The findings of a document with their places: those of its reader, and those that problems of its article are."""
    sought = [_sought(finding.location) for finding in findings]
    sought += [
        Sought(problem.pointer, None, None, None, problem.block, problem.start, problem.end, problem.of_key)
        for _, problem in problems
    ]
    made = [*findings, *(_finding(kind, problem, source.options.file) for kind, problem in problems)]
    reasons = [finding.suppression.location for finding in made if finding.suppression and finding.suppression.location]
    sought += map(_sought, reasons)
    text, sites = source.format.locate(source.data, source.options, source.article, sought)
    lines = Lines(text)
    fingerprints = Fingerprints(source.article, by_ids=source.format.keeps_ids)
    placed = [
        _placed(replace(finding, fingerprint=fingerprints.of(finding)), site, text, lines)
        for finding, site in zip(made, sites[: len(made)], strict=True)
    ]
    if not reasons:
        return placed
    told = dict(zip(reasons, sites[len(made) :], strict=True))
    return [_explained(finding, told, lines) for finding in placed]


def _sought(place: Location) -> Sought:
    within = (place.block, place.start, place.end)
    return Sought(place.pointer, place.xpath, place.line, place.column, *within, attribute=place.attribute)


def _finding(kind: Kind, problem: Problem, file: str) -> Finding:
    place = Location(file, None, None, problem.pointer, None, problem.block, problem.start, problem.end)
    suppression = problem.suppression
    if suppression is not None and suppression.location is not None:
        suppression = replace(suppression, location=replace(suppression.location, file=file))
    return Finding(kind, problem.message, place, problem.hint, suppression=suppression, after=problem.after)


def _explained(finding: Finding, told: Mapping[Location, Site | None], lines: Lines) -> Finding:
    """The finding with the place of what its document says about it."""
    said = finding.suppression
    if said is None or said.location is None or (site := told.get(said.location)) is None:
        return finding
    return replace(finding, suppression=replace(said, location=_at(said.location, site, lines)))


def _placed(finding: Finding, site: Site | None, text: str, lines: Lines) -> Finding:
    """The finding with the place that `site` is, or the one that it has itself."""
    place = finding.location
    if site is None:
        site = _known(place, text, lines)
    if site is None:
        return finding
    excerpt = _excerpt(text, site, lines.bounds(lines.place(site.start)[0]))
    return replace(finding, location=_at(place, site, lines), excerpt=excerpt)


def _at(place: Location, site: Site, lines: Lines) -> Location:
    """`place` with the lines and columns of `site`, and its XPath in place of the pointer if it has one."""
    line, column = lines.place(site.start)
    end_line, end_column = lines.place(site.end)
    place = replace(place, line=line, column=column, end_line=end_line, end_column=end_column)
    return place if site.xpath is None else replace(place, xpath=site.xpath, pointer=None)


def _known(place: Location, text: str, lines: Lines) -> Site | None:
    """What a line and column that are known mark: one character; a line alone marks what stands in it."""
    if place.line is None or lines.offset(place.line, 1) is None:
        return None
    start, end = lines.bounds(place.line)
    if place.column is not None:
        start = min(start + place.column - 1, end)
        return Site(start, min(start + 1, end))
    content = text[start:end].strip()
    start += text[start:end].index(content)
    return Site(start, start + len(content))


def _excerpt(text: str, site: Site, bounds: tuple[int, int]) -> Excerpt:
    """The line in which a site begins, or the part of it around the site."""
    first, last = bounds
    if last - first > WINDOW:
        first = max(first, min(site.start - _BEFORE, last - WINDOW))
        last = first + WINDOW
    start, end = (min(max(offset, first), last) - first for offset in (site.start, site.end))
    return Excerpt(text[first:last], start, end)
