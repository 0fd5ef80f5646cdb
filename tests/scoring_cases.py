"""Small seeds with gold, and what might be read from them, for the tests of the scorer."""

from __future__ import annotations

import re

from scoring.figures import judge
from scoring.gold import Gold

SEED = "Storm shuts harbour\n\nBy Ana Silva\n\nNo ferry left the port.\n\nFerries\n\nTrains ran late.\n"
ROLES = ("headline", "byline", "paragraph", "subhead", "paragraph")


def blocks(text, roles):
    """A block for each line of `text`, with the offsets of gold."""
    found = list(re.finditer(r"[^\r\n]+", text))
    return [
        {"role": role, "start": each.start(), "end": each.end(), "text": each[0]}
        for role, each in zip(roles, found, strict=True)
    ]


def gold(text=SEED, roles=ROLES, *, data=None, encoding="utf-8", style=None, language="en", **metadata):
    data = text.encode(encoding) if data is None else data
    return Gold("a", language, style or {}, encoding, metadata, blocks(text, roles), data)


def article(text=SEED, roles=ROLES, *, credited=(), **keys):
    spans = [{"id": "f", "type": "credit", "spans": [{"text": words}]} for words in credited]
    return {
        "language": keys.pop("language", None),
        "metadata": keys,
        "blocks": [{"role": each["role"], "text": each["text"]} for each in blocks(text, roles)],
        "layers": {"field": {"annotations": spans}},
    }


def outcome(wanted, got, *, tells_all=True):
    return judge(wanted, got, tells_all=tells_all)


def verdicts(wanted, got, **options):
    return {str(name): str(verdict) for name, verdict in outcome(wanted, got, **options).verdicts.items()}
