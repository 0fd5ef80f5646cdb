"""Gold: raw seeds, and what people say stands in them.

Our own set lies in `fixtures/seeds/` as `ID.txt` beside `ID.gold.json`; the shared one in two folders, `seeds/` and
`gold/`. Both have the same form: blocks with a role and offsets in code points of the decoded text without its byte
order mark, metadata, and the facts of the file.
"""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "fixtures" / "seeds"
SHARED = Path(os.environ.get("CORPUS_TOOLS_DATA", ROOT.parent / "shared" / "data")) / "seeds-dev"

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Gold:
    """One seed with its gold.

    Attributes:
        id: name of the document.
        language: BCP 47 tag of the text.
        style: what is special about how the seed is written, by aspect.
        encoding: codec of `data`.
        metadata: what the text says about the article.
        blocks: role, start, end and text of each block, in order.
        data: the seed's bytes.
    """

    id: str
    language: str
    style: Mapping[str, str]
    encoding: str
    metadata: Mapping[str, Any]
    blocks: list[dict[str, Any]]
    data: bytes

    @property
    def text(self) -> str:
        """The text that the offsets of the blocks count in; its newlines are as they are in the file."""
        text = self.data.decode(self.encoding.replace("utf-8", "utf-8-sig"))
        return text.removeprefix("\ufeff")

    @property
    def unmarked(self) -> str | None:
        """The encoding, if a reader has to be told it: neither UTF-8 nor said by a mark at the beginning."""
        return None if self.encoding == "utf-8" or self.data.startswith(_MARKS) else self.encoding


class GoldSet(NamedTuple):
    """A set of gold.

    Attributes:
        name: what it is called in tables.
        files: gold file and seed of each document.
        tells_all: whether the gold of each document has every field that its text states.
    """

    name: str
    files: list[tuple[Path, Path]]
    tells_all: bool

    def documents(self) -> Iterator[Gold]:
        """Each document, read from its two files once."""
        for gold, seed in self.files:
            yield parse(gold.read_bytes(), seed.read_bytes())


def parse(gold: bytes, seed: bytes) -> Gold:
    """The gold that the JSON text `gold` states of the bytes `seed`."""
    stated = json.loads(gold)
    return Gold(
        id=stated["id"],
        language=stated["language"],
        style=stated["style"],
        encoding=stated["file"]["encoding"],
        metadata=stated["metadata"],
        blocks=stated["blocks"],
        data=seed,
    )


def own(folder: Path = OWN) -> GoldSet:
    """The gold that belongs to the project."""
    suffix = ".gold.json"
    files = [(path, path.with_name(path.name.removesuffix(suffix) + ".txt")) for path in folder.glob(f"*{suffix}")]
    return GoldSet("own", sorted(files), tells_all=True)


def shared(folder: Path = SHARED) -> GoldSet:
    """The gold of real articles, which need not be there; then there are no files."""
    files = [(path, folder / "seeds" / f"{path.stem}.txt") for path in (folder / "gold").glob("*.json")]
    return GoldSet("shared", sorted(files), tells_all=False)
