"""The text is in another language than its tag says.

## What it does
Tells the language of the blocks that have no `language` of their own, all together, and of each block that has one,
by script and by CLD2. Only primary languages are compared: `pt-BR` is `pt`. Nothing is found where the text is too
short or too mixed to tell, where the tag names no language (`und`, `mul`, `zxx`) or one that CLD2 does not know, or
where both belong to one macrolanguage, such as `nb` and `no`, `hr` and `sr`.

## Why it matters
Tokenisers, taggers and fonts are chosen by the tag, and one wrong article makes a split by language impure. CLD2
takes longer than all other rules together, so the rule has to be selected.

## Invalid
```json
{
  "language": "pt",
  "blocks": [
    {
      "id": "b1",
      "role": "paragraph",
      "text": "The harbour did not open on Tuesday, because the wind had broken two of the cranes during the night."
    }
  ]
}
```

## Valid
```json
{
  "language": "en-GB",
  "blocks": [
    {
      "id": "b1",
      "role": "paragraph",
      "text": "The harbour did not open on Tuesday, because the wind had broken two of the cranes during the night."
    }
  ]
}
```

## Source
BCP 47; ISO 639-3, macrolanguages; CLD2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus_tools.findings import Problem
from corpus_tools.language import detect, detectable
from corpus_tools.model.index import Index
from corpus_tools.rules.base import Context, Level, lint

_GROUPS = (
    *("no nb nn", "sh bs cnr hr sr", "zh cmn yue wuu hak nan gan lzh", "ms id ind zsm", "fa pes prs"),
    *("ar arb arz apc ary acm", "sw swh swc", "az azj azb", "ku kmr ckb", "mg plt", "mn khk", "tl fil"),
    *("et ekk", "lv lvs", "ne npi", "or ory", "sq als", "uz uzn", "yi ydd"),
)
_ONE_LANGUAGE = {tag: group.split()[0] for group in _GROUPS for tag in group.split()}
"""Languages that are written much alike, or that CLD2 knows by the tag of all of them."""


def _check(index: Index, _context: Context) -> Iterable[Problem]:
    return _found(index) if index.languages else ()


def _found(index: Index) -> Iterator[Problem]:
    article = index.article
    if "language" in article:
        text = "\n".join(block["text"] for block in article["blocks"] if "language" not in block)
        if message := _mismatch(article["language"], text):
            yield Problem(message, "/language", _HINT)
    for number, block in enumerate(article["blocks"]):
        if "language" in block and (message := _mismatch(block["language"], block["text"])):
            yield Problem(message, f"/blocks/{number}/language", _HINT, block["id"], 0, len(block["text"]))


_HINT = "correct the tag, or give the blocks that are in another language a `language` of their own"


def _mismatch(tag: str, text: str) -> str | None:
    """What is wrong with calling `text` by `tag`, in words."""
    stated = _main(tag)
    if stated not in _known() or (detected := detect(text)) is None or _main(detected.tag) == stated:
        return None
    return f"the language is {tag!r}, the text looks like {detected.tag!r} ({detected.evidence})"


def _main(tag: str) -> str:
    primary = tag.lower().partition("-")[0]
    return _ONE_LANGUAGE.get(primary, primary)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(_main(tag) for tag in detectable())


RULE = lint("M204", "language-mismatch", Level.ANNOTATION, __doc__, _check, default=False)
