"""Where the properties of an article stand in TEI."""

from __future__ import annotations

from corpus_tools.mapping import tei_mapping
from corpus_tools.tei_places import tei_places


def test_without_layers_an_entity_is_named_by_the_general_form_only() -> None:
    mapping = tei_mapping()
    places = tei_places(mapping, {})["/layers/*/annotations/*/entity"]
    inline = [place.xpath for place in places if "/text/" in place.xpath]
    assert len(inline) == 1
    assert inline[0].endswith(f"//{mapping.annotation.general}/@{mapping.annotation.entity.otherwise}")
