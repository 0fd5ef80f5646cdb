"""What a curator does to an annotated article, with the list of what was done: to check what a comparison reports.

Each step changes the article by hand, without the code under test, and tells what has to be reported, as `Known`
values. Steps keep out of each other's way: a thing that one has touched is left alone by the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import curation_layers as layers
import curation_texts as texts
from curator import Curator, Known, grounded


def metadata(curator: Curator) -> None:
    """A field is filled in, one is corrected."""
    curator.new["metadata"]["urgency"] = 9
    curator.tell("metadata", ("added",), "urgency", "urgency")
    for field, part in (("section", curator.new["metadata"]), ("place", curator.new["metadata"].get("dateline", {}))):
        path = field if field == "section" else f"dateline.{field}"
        if field in part and not grounded(curator, path):
            part[field] += " (port)"
            curator.tell("metadata", ("changed",), path, path)


def revision(curator: Curator) -> None:
    """The work is noted."""
    revisions = curator.new.setdefault("revisions", [])
    revisions.append({"when": "2026-04-01", "what": "Second reading."})
    curator.tell("revisions", ("added",), "", str(len(revisions) - 1))


STEPS: list[Callable[[Curator], None]] = [
    layers.boundary, layers.label, layers.attribute, layers.link, layers.label_and_boundary, layers.add_mention,
    layers.remove_mention, layers.split_mention, texts.typo, texts.insert_word, texts.insert_paragraph,
    texts.remove_paragraph, texts.move_paragraph, texts.split_paragraph, texts.merge_paragraphs, texts.headline,
    metadata, layers.entity, layers.layer, layers.relation, texts.role, revision,
]  # fmt: skip


def reported(delta: Any) -> list[Known]:
    """What a delta reports, in the same form."""
    made = []
    for change in delta["blocks"]:
        old, new = (" ".join(placed["block"]["id"] for placed in change[side]) for side in ("old", "new"))
        made.append(Known("blocks", tuple(change["kinds"]), old, new))
    for part in ("groups", "entities", "layers", "agents"):
        for change in delta[part]:
            whole = part == "layers" and "list" not in change
            old, new = (
                (change["layer"] if whole else change[side]["id"]) if side in change else "" for side in ("old", "new")
            )
            made.append(Known(part, tuple(change["kinds"]), old, new))
    for part in ("schema_version", "id", "language", "metadata", "origin", "extra"):
        for change in delta[part]:
            name = change.get("field", "")
            made.append(Known(part, tuple(change["kinds"]), name, name))
    for change in delta["revisions"]:
        old, new = (str(change[side]["index"]) if side in change else "" for side in ("old", "new"))
        made.append(Known("revisions", tuple(change["kinds"]), old, new))
    return made
