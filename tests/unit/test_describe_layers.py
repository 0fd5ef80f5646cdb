"""The documentation of layers of one's own."""

from __future__ import annotations

from corpus_tools.layers import Candidate, LayerDefinition, LayerTei, ListDefinition
from corpus_tools.mapping import tei_mapping
from corpus_tools.services.describe_layers import layer_lines


def lines(tei: LayerTei) -> list[str]:
    layer = LayerDefinition("mine", "Mine", "All mine.", annotations=ListDefinition(untyped=True), tei=tei)
    return list(layer_lines({"mine": layer}, tei_mapping()))


def test_a_layer_without_types_tells_its_element_and_has_no_table() -> None:
    described = lines(LayerTei(annotations={"": (Candidate("seg", {"type": "mine"}),)}))
    assert 'In TEI: `<seg type="mine">`.' in described
    assert not any(line.startswith("|") for line in described)


def test_a_layer_without_element_has_the_general_form() -> None:
    assert "In TEI: the general form." in lines(LayerTei())
