"""``git textconv``: what git compares of a file.

Git asks this of every file that its attributes give to the driver, and a repository holds other JSON and XML than
articles: what is none passes through as it is, to the last byte, and nothing is ever refused.
"""

from __future__ import annotations

import msgspec

from corpus_tools.errors import SourceError
from corpus_tools.formats import FORMATS, load_format
from corpus_tools.formats.base import ReadOptions
from corpus_tools.model.article import Article
from corpus_tools.services.article_text import article_text

STRUCTURED = ("json", "tei")
"""The formats that a line diff does not read well in; plain texts are left as they are."""


def textconv(data: bytes) -> bytes:
    """The readable text of the article in `data`; `data` itself if there is none, or one without the form of one."""
    name = next((name for name in STRUCTURED if load_format(name).looks_like(data)), None)
    if name is None:
        return data
    try:
        article = load_format(name).read(data, ReadOptions())
        msgspec.convert(article, Article)
    except (SourceError, msgspec.ValidationError):
        return data
    return article_text(article).encode()


SUFFIXES = tuple(suffix for name in STRUCTURED for suffix in FORMATS[name].suffixes)
"""The suffixes of the files that are given to the driver unless the user names others."""
