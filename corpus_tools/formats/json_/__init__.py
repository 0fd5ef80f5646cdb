"""JSON: the format of the model itself.

Every part of the model is held under its own key; nothing is lost. `read` takes any I-JSON of the right
shape, `write` gives the one canonical text.
"""

from __future__ import annotations

from corpus_tools.formats.base import Format, examine_by
from corpus_tools.formats.json_.locate import locate
from corpus_tools.formats.json_.read import looks_like, read
from corpus_tools.formats.json_.write import write

FORMAT = Format(
    name="json",
    title="JSON",
    suffixes=(".json",),
    cannot_hold=(),
    read=read,
    examine=examine_by(read),
    write=write,
    looks_like=looks_like,
    locate=locate,
)
