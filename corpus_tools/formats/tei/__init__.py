"""TEI P5: every part of the model, annotations inline where they fit and standoff where they do not.

The encoding is described by ``schema/tei/mapping.json`` and the layer files, and shown to people by
``corpus-tools schema docs``. Reading and writing are exact mirrors: what the profile has no place for is
refused with its line, never dropped.
"""

from __future__ import annotations

import re

from corpus_tools.formats.base import Format
from corpus_tools.formats.tei.check import examine
from corpus_tools.formats.tei.locate import locate
from corpus_tools.formats.tei.read import read
from corpus_tools.formats.tei.write import write

_begins_like_xml = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\0?[?!A-Za-z]").match


def _looks_like(data: bytes) -> bool:
    return _begins_like_xml(data) is not None


FORMAT = Format(
    name="tei",
    title="TEI P5",
    suffixes=(".xml",),
    cannot_hold=(),
    read=read,
    examine=examine,
    write=write,
    looks_like=_looks_like,
    locate=locate,
)
