"""Two versions of an article side by side: what lies between them, applied and taken back.

Laws: ``apply_delta(a, diff_articles(a, b)) == canonical(b)``; ``diff_articles(a, a)`` is empty;
``apply_delta(b, invert_delta(diff_articles(a, b))) == canonical(a)``; text that shifts changes no annotation.
"""

from corpus_tools.diffing.apply import apply_delta
from corpus_tools.diffing.compute import diff_articles, diff_canonical
from corpus_tools.diffing.exact import digest
from corpus_tools.diffing.invert import invert_delta

__all__ = ["apply_delta", "diff_articles", "diff_canonical", "digest", "invert_delta"]
