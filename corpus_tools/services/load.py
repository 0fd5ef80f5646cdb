"""From an input to an article, or to the findings that say why it is none.

An article is what its format can read, the article schema accepts, and no reference rule finds an error in.
Every verb reads through here, so all of them mean the same by "a valid article".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from corpus_tools.corpus.discovery import STDIN, Input
from corpus_tools.corpus.reading import TooLargeError, UnreadableError, read_file, read_stdin
from corpus_tools.findings import Finding, Kind, Location, Problem, Severity
from corpus_tools.formats import detect_format, load_format
from corpus_tools.formats.base import Examined, Format, ReadOptions
from corpus_tools.kinds import KINDS
from corpus_tools.layers import LayerDefinition, builtin_layers
from corpus_tools.model.article import Article
from corpus_tools.rules import Context, Index, Rule, is_plain, run_on
from corpus_tools.rules.base import CorpusRule
from corpus_tools.schemas import article_validator
from corpus_tools.seed_style import SeedStyle
from corpus_tools.services.locating import Source, complete
from corpus_tools.violations import no_article, too_deep, violations

_TOLD = {"utf-8", "utf-16-le", "utf-16-be"}


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How inputs are read.

    Attributes:
        format: name of their format; told by suffix, then content, if absent.
        id: id of an article whose format holds none.
        language: BCP 47 tag of a text whose format holds none.
        encoding: codec of plain texts; ``auto`` to have it detected.
        layers: layer definitions by name.
        style: what the user says about seeds; None if nothing.
        detect_language: tell the language of a text for which `language` is absent from what it says.
        lints: rules that are run on articles in which no reference rule found an error.
        corpus_rules: rules about many documents, for which valid articles are digested.
        rule_options: what the user set of the options of rules, by slug and name.
        codes: codes of the rules that run, to tell which suppressions are needless; None if nothing is to be said of
            suppressions.
    """

    format: str | None = None
    id: str | None = None
    language: str | None = None
    encoding: str | None = None
    layers: Mapping[str, LayerDefinition] = field(default_factory=builtin_layers)
    style: SeedStyle | None = None
    detect_language: bool = True
    lints: tuple[Rule, ...] = ()
    corpus_rules: tuple[CorpusRule, ...] = ()
    rule_options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    codes: frozenset[str] | None = None


class Loaded(NamedTuple):
    """What came of one input.

    Attributes:
        file: the input as the user named it.
        findings: what was found in it.
        data: its bytes; empty if they cannot be read.
        format: its format; None if its bytes cannot be read.
        article: the article; None if a finding is an error.
        encoding: its encoding, if that had to be detected.
        digests: what the rules about many documents need to know of the article, in their order.
        asked: the codes of rules about many documents that the article asks to ignore.
    """

    file: str
    findings: list[Finding]
    data: bytes = b""
    format: Format | None = None
    article: Article | None = None
    encoding: str | None = None
    digests: tuple[Any, ...] = ()
    asked: tuple[str, ...] = ()


class Loader:
    """Reads inputs, all with the same options.

    Attributes:
        options: the options.
        formats_read: the names of the formats that inputs had so far.
        tell: called with a file and its encoding where that was detected.
    """

    def __init__(self, options: LoadOptions, tell: Callable[[str, str], None] | None = None) -> None:
        """Read by `options`."""
        self.options = options
        self.formats_read: set[str] = set()
        self.tell = tell
        self._stdin: bytes | None = None
        self._context = Context(options.layers, options.rule_options)

    @property
    def context(self) -> Context:
        """What rules are told beside the article."""
        return self._context

    def load(self, source: Input) -> Loaded:
        """Read one input; whatever is wrong with it is a finding."""
        if source.error:
            return Loaded(source.path, [_unreadable(source.path, source.error)])
        try:
            data = self._bytes(source.path)
        except TooLargeError as error:
            return Loaded(source.path, [_unreadable(source.path, str(error), "file-too-large")])
        except UnreadableError as error:
            return Loaded(source.path, [_unreadable(source.path, str(error))])
        return self.load_bytes(source.path, data)

    def _bytes(self, path: str) -> bytes:
        """The bytes of an input; standard input, which can be read only once, is kept."""
        if path != STDIN:
            return read_file(path)
        if self._stdin is None:
            self._stdin = read_stdin()
        return self._stdin

    def place(
        self, file: str, problems: Sequence[tuple[Kind, Problem]], *, of_whole_corpus: bool = False
    ) -> list[Finding]:
        """The findings that `problems` are of a document which was loaded, and which its own rules had no part in.

        The document is read again; if it has changed since and is no article any more, they have no place in it. If
        the rules saw the whole corpus, suppressions that were not needed are told as well.
        """
        try:
            data = self._bytes(file)
        except UnreadableError:
            return [Finding(kind, problem.message, Location(file), problem.hint) for kind, problem in problems]
        used = load_format(self.options.format or detect_format(file, data))
        options = self.read_options(file)
        article, _ = self._examine(used, data, options)
        if article is not None and not self._schema_problems(article):
            from corpus_tools.services.suppressions import suppress_of_corpus  # noqa: PLC0415  it needs all rules

            problems = suppress_of_corpus(Index(article), problems, self.options.codes if of_whole_corpus else None)
        return self._complete(Source(data, used, options, article), [], problems)

    def read_options(self, file: str) -> ReadOptions:
        """What the reader of a format is told about `file`."""
        asked = self.options
        detects = asked.detect_language
        return ReadOptions(file, asked.id, asked.language, asked.encoding, asked.layers, detects, asked.style)

    def load_bytes(self, file: str, data: bytes) -> Loaded:
        """Read the document `data`, which came from `file`."""
        used = load_format(self.options.format or detect_format(file, data))
        options = self.read_options(file)
        article, findings = self._examine(used, data, options)
        self.formats_read.add(used.name)
        source = Source(data, used, options, article)
        if article is None:
            return Loaded(file, self._complete(source, findings), data, used)
        encoding = _detected_encoding(options, used, article)
        if encoding is not None and self.tell is not None:
            self.tell(file, encoding)
        problems, index = self._problems(source, article)
        if findings or problems:
            findings = self._complete(source, findings, problems)
            if has_error(findings):
                return Loaded(file, findings, data, used, None, encoding)
        digests = tuple([rule.digest(index, self._context) for rule in self.options.corpus_rules]) if index else ()
        asked = self._asked_of_corpus(index) if index and index.has_extra and digests else ()
        return Loaded(file, findings, data, used, article, encoding, digests, asked)

    def _problems(self, source: Source, article: Article) -> tuple[Sequence[tuple[Kind, Problem]], Index | None]:
        """What schema and rules say of `article`; rules read only what meets the schema, by its index."""
        if broken := self._schema_problems(article):
            return broken, None
        index = self._index(source, article)
        found = self._run(index)
        return self._with_suppressions(index, found) if index.has_extra else found, index

    # The steps, one method each, so that they can be measured.

    def _examine(self, used: Format, data: bytes, options: ReadOptions) -> Examined:
        return used.examine(data, options)

    def _index(self, source: Source, article: Article) -> Index:
        return Index(article, plain=source.format.name == "json" and is_plain(source.data))

    def _run(self, index: Index) -> list[tuple[Kind, Problem]]:
        return run_on(index, self._context, self.options.lints)

    def _complete(
        self, source: Source, findings: Sequence[Finding], problems: Sequence[tuple[Kind, Problem]] = ()
    ) -> list[Finding]:
        return complete(source, findings, problems)

    def _schema_problems(self, article: Article) -> list[tuple[Kind, Problem]]:
        """What the article schema says of `article`."""
        try:
            if article_validator().is_valid(article):
                return []
            if foreign := no_article(article):
                return [(KINDS["not-an-article"], foreign)]
            return [(KINDS["schema"], problem) for problem in violations(article)]
        except ValueError:  # the validator goes only so deep
            return [(KINDS["too-deep"], too_deep(article))]

    def _with_suppressions(self, index: Index, found: list[tuple[Kind, Problem]]) -> list[tuple[Kind, Problem]]:
        """What was found, with what the article itself says about it."""
        from corpus_tools.services.suppressions import suppress  # noqa: PLC0415  it needs all rules

        broken = any(kind.severity is Severity.ERROR for kind, _ in found)  # then not all rules have run
        return suppress(index, found, self.options.codes, all_ran=not broken)

    def _asked_of_corpus(self, index: Index) -> tuple[str, ...]:
        """The rules about many documents that an article asks to ignore."""
        from corpus_tools.services.suppressions import asked_of_corpus  # noqa: PLC0415  it needs all rules

        return asked_of_corpus(index)


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether one of `findings` makes a run fail; what is suppressed does not."""
    return any(finding.kind.severity is Severity.ERROR and finding.suppression is None for finding in findings)


def _detected_encoding(options: ReadOptions, used: Format, article: Article) -> str | None:
    """The encoding that reading had to detect: none that UTF-8 itself, or a byte order mark of UTF-16, tells."""
    if used.name != "seed" or (options.encoding or "").lower() != "auto":
        return None
    encoding = article.get("origin", {}).get("encoding")
    return None if encoding in _TOLD else encoding


def _unreadable(file: str, reason: str, kind: str = "unreadable-file") -> Finding:
    return Finding(KINDS[kind], f"cannot be read: {reason}", Location(file))
