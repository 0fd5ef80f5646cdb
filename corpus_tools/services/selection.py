"""Which rules run, and what becomes of their findings, by what the user asks.

A rule is named by its code or slug; the beginning of codes, such as ``T`` or ``T2``, and ``ALL`` name several.
The configuration makes one `Request`, the command line another, and they are followed in this order:

- ``select`` starts anew with the rules it names; without it the request changes what stands;
- ``extend-select`` adds, ``ignore`` takes away; where several names mean one rule, the most exact decides, and of
  equally exact ones ``ignore``.

Rules whose findings are errors and that are no lints decide what an article is. They always run, so ``select`` need
not name them and ``ignore`` may not; groups never mean them. What the user may do is to give them another
severity, or to ignore them in some paths by their code or slug. That changes what a run of the validator says and
comes to, never what an article is: the loader knows nothing of it, and no verb goes on with a document in which
such a rule found an error.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from importlib.util import find_spec
from typing import Any, NamedTuple

from corpus_tools.corpus.config_tables import RulesConfig
from corpus_tools.corpus.globs import Globs
from corpus_tools.errors import UsageError
from corpus_tools.findings import Finding, Kind, Severity, on_day
from corpus_tools.rules import Rule
from corpus_tools.rules.base import AnyRule, CorpusRule, Level, ReaderRule
from corpus_tools.rules.catalogue import CATALOGUE
from corpus_tools.rules.lints import CORPUS_RULES, LINTS
from corpus_tools.services.rule_options import checked_options
from corpus_tools.tables import Path

ALL = "ALL"
_EXACT = 4  # how exact a whole code or slug is; the beginning of a code is as exact as it is long


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked at one place.

    Attributes:
        rules: what is asked.
        fault: makes the error that what stands at a path of keys is wrong.
    """

    rules: RulesConfig
    fault: Callable[[Path, str], UsageError]


@dataclass(frozen=True, slots=True)
class Selection:
    """What `select_rules` makes of requests.

    Attributes:
        lints: the rules about one article that run.
        corpus_rules: the rules about many documents that run.
        options: options of rules by slug and name.
        codes: codes of the rules that run, those of readers and schemas included.
        severities: the severity of findings by code, where it is not the rule's own.
        ignored: for each glob of paths the codes that are ignored there.
        directory: what the globs are relative to.
        today: the day (ISO 8601) on which suppressions are judged.
    """

    lints: tuple[Rule, ...]
    corpus_rules: tuple[CorpusRule, ...]
    options: Mapping[str, Mapping[str, Any]]
    codes: frozenset[str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignored: tuple[tuple[Globs, frozenset[str]], ...] = ()
    directory: str = ""
    today: str = ""

    def judged(self, findings: Iterable[Finding]) -> list[Finding]:
        """What the user wants to know of `findings` today, with the severities that the user gave."""
        kept = [
            finding
            for finding in on_day(findings, self.today)
            if finding.kind.code in self.codes or finding.kind.code not in CATALOGUE
        ]
        if self.ignored:
            kept = [finding for finding in kept if finding.kind.code not in self._ignored_in(finding.location.file)]
        return [self._weighed(finding) for finding in kept] if self.severities else kept

    def ignored_by_path(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of `findings` that the user does not want to know of where they are."""
        if not self.ignored:
            return []
        return [finding for finding in findings if finding.kind.code in self._ignored_in(finding.location.file)]

    def _ignored_in(self, file: str) -> frozenset[str]:
        path = os.path.relpath(file, self.directory or os.curdir).replace(os.sep, "/")
        return frozenset().union(*(codes for globs, codes in self.ignored if globs.match(path)))

    def _weighed(self, finding: Finding) -> Finding:
        severity = self.severities.get(finding.kind.code, finding.kind.severity)
        if severity is finding.kind.severity:
            return finding
        return replace(finding, kind=Kind(finding.kind.code, finding.kind.slug, severity))


def select_rules(*requests: Request, directory: str = "", today: str = "") -> Selection:
    """Follow `requests` one after the other; paths in them are relative to `directory`, suppressions as of `today`.

    Raises:
        UsageError: a rule, or an option of a rule, is not known, a value is not allowed, or a rule that decides
            what an article is is to be ignored.
    """
    chosen = _by_default()
    severities: dict[str, Severity] = {}
    ignored: list[tuple[Globs, frozenset[str]]] = []
    options: dict[str, dict[str, Any]] = {}
    for request in requests:
        chosen = _follow(request, chosen)
        severities.update(_severities(request))
        ignored += _ignored(request)
        for slug, values in checked_options(request.rules.options, request.fault):
            options.setdefault(slug, {}).update(values)
    chosen |= _DECIDING
    _check_extras(chosen)
    return Selection(
        lints=tuple(rule for code, rule in LINTS.items() if code in chosen),
        corpus_rules=tuple(rule for code, rule in CORPUS_RULES.items() if code in chosen),
        options=options,
        codes=frozenset(chosen),
        severities=severities,
        ignored=tuple(ignored),
        directory=directory,
        today=today,
    )


def set_in_vain(request: Request) -> list[AnyRule]:
    """The rules that `request` gives a severity or options, though it leaves them out, in the order of their codes.

    Raises:
        UsageError: as `select_rules` does.
    """
    codes = {code for code, _ in _severities(request)}
    slugs = {slug for slug, values in checked_options(request.rules.options, request.fault) if values}
    runs = _follow(request, _by_default()) | _DECIDING
    return [rule for code, rule in CATALOGUE.items() if code not in runs and (code in codes or rule.kind.slug in slugs)]


def _by_default() -> set[str]:
    return {code for code, rule in CATALOGUE.items() if rule.default}


def _check_extras(chosen: set[str]) -> None:
    """Refuse to run without what a rule needs: a report without its findings would look as if there were none."""
    for code, rule in CORPUS_RULES.items():
        if code in chosen and rule.extra is not None and find_spec(rule.extra.module) is None:
            raise UsageError(
                f"{code} {rule.kind.slug} needs an extra: pip install 'corpus-tools[{rule.extra.name}]', "
                f"or leave the rule out with --ignore {code}"
            )


def decides(code: str) -> bool:
    """Whether the rule with this code decides what an article is, so that it always runs."""
    return code not in LINTS and code not in CORPUS_RULES and CATALOGUE[code].kind.severity is Severity.ERROR


_DECIDING = frozenset(code for code in CATALOGUE if decides(code))


def stops_readers(code: str) -> bool:
    """Whether a file in which the rule with this code finds something cannot be read; there may be no such rule."""
    return code in CATALOGUE and CATALOGUE[code].level is Level.FILE and decides(code)


def is_suppressible(rule: AnyRule) -> bool:
    """Whether documents may ask to ignore what a rule finds: not what makes articles, nor what readers tell."""
    return not decides(rule.kind.code) and not isinstance(rule, ReaderRule)


class _Named(NamedTuple):
    """The rules that one name means, and how exact it is."""

    codes: frozenset[str]
    exactness: int


def _follow(request: Request, chosen: set[str]) -> set[str]:
    """The rules that run when `chosen` do so far."""
    asked = request.rules
    votes: dict[str, tuple[int, bool]] = {}
    for key, names, ignores in (
        ("select", asked.select or (), False),
        ("extend-select", asked.extend_select, False),
        ("ignore", asked.ignore, True),
    ):
        for index, name in enumerate(names):
            named = _meant(name, request, (key, index))
            if ignores:
                _refuse_deciding(name, named, request, (key, index))
            for code in named.codes:
                votes[code] = max(votes.get(code, (-1, False)), (named.exactness, ignores))
    kept = chosen if asked.select is None else set()
    return {code for code in kept if code not in votes} | {code for code, (_, ignores) in votes.items() if not ignores}


def _refuse_deciding(name: str, named: _Named, request: Request, path: Path) -> None:
    """Refuse to ignore a rule that decides what an article is, or a group of such rules only."""
    if not named.codes:
        raise request.fault(path, f"{name} means only rules that decide what an article is and always run")
    code = next(iter(named.codes))
    if named.exactness == _EXACT and decides(code):
        or_known = "" if stops_readers(code) else ", or keep known findings in a baseline"
        raise request.fault(
            path,
            f"{code} {CATALOGUE[code].kind.slug} decides what an article is and always runs; give it another severity, "
            f"or ignore it in some paths (per-path-ignores){or_known}",
        )


def _severities(request: Request) -> Iterator[tuple[str, Severity]]:
    names: dict[str, str] = {}
    for name, level in request.rules.severity.items():
        named = _meant(name, request, ("severity", name))
        if named.exactness < _EXACT:
            raise request.fault(("severity", name), f"{name} means several rules; severities are set rule by rule")
        (code,) = named.codes
        if code in names:
            raise request.fault(("severity", name), f"{names[code]} is the same rule, and has a severity already")
        names[code] = name
        yield code, Severity(level)


def _ignored(request: Request) -> Iterator[tuple[Globs, frozenset[str]]]:
    for glob, names in request.rules.per_path_ignores.items():
        codes: set[str] = set()
        for number, name in enumerate(names):
            path = ("per-path-ignores", glob, number)
            named = _meant(name, request, path)
            if not named.codes:
                reason = "means only rules that decide what an article is; name each of them by its code or slug"
                raise request.fault(path, f"{name} {reason}")
            codes |= named.codes
        yield Globs([glob]), frozenset(codes)


def _meant(name: str, request: Request, path: Path) -> _Named:
    """What a name means: one rule, or all of a group but those that decide what an article is."""
    upper = name.upper()
    for code, rule in CATALOGUE.items():
        if name.lower() in (code.lower(), rule.kind.slug):
            return _Named(frozenset({code}), _EXACT)
    codes = [code for code in CATALOGUE if upper == ALL or code.startswith(upper)]
    if not codes or not name:
        raise request.fault(path, unknown(name))
    return _Named(frozenset(code for code in codes if not decides(code)), 0 if upper == ALL else len(name))


def unknown(name: str) -> str:
    """That there is no rule of this name, and which may have been meant."""
    known = [name for code, rule in CATALOGUE.items() for name in (rule.kind.slug, code)]
    near = get_close_matches(name.upper(), known, 1) or get_close_matches(name.lower(), known, 1)
    question = f" (did you mean {_shown(near[0])}?)" if near else ""
    return (
        f"there is no rule {name}{question}; a rule is named by its code or slug, several by the beginning of codes; "
        "corpus-tools rules lists all"
    )


def _shown(name: str) -> str:
    return f"{name} {CATALOGUE[name].kind.slug}" if name in CATALOGUE else name
