"""Seeds: raw news texts, read into articles and written back byte for byte.

A seed is plain text: headline, photo caption with its credit, paragraphs, source, byline. Blocks and gaps
hold all of it; metadata that the text states is grounded by annotations of layer ``field``. What a seed
cannot hold (other layers, entities, metadata that the text does not state) is named as a loss.

A seed is decoded (`decode`) and split (`lines`, `blocks`, `gaps`); each block, as one line (`unwrap`), gets a role
(`roles`), and the metadata are grounded (`fields`), by what `lexicon`, `names`, `credits`, `dates` and `datelines`
recognise. `read` puts all of it together, `explain` says why.
"""

from __future__ import annotations

from corpus_tools.formats.base import Format
from corpus_tools.formats.seed.locate import locate
from corpus_tools.formats.seed.read import examine, looks_like, read
from corpus_tools.formats.seed.write import write

FORMAT = Format(
    name="seed",
    title="seed (plain text)",
    suffixes=(".txt",),
    cannot_hold=(
        "metadata that the text does not state",
        "annotations other than layer field",
        "entities, agents, revisions and extra",
    ),
    read=read,
    examine=examine,
    write=write,
    looks_like=looks_like,
    locate=locate,
    keeps_ids=False,
)
