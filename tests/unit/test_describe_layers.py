"""The documentation of layers of one's own."""

from __future__ import annotations

from corpus_tools.layers import Candidate, Constraints, LayerDefinition, LayerTei, ListDefinition, TypeDefinition
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


def test_relations_are_described_with_their_ends_and_what_they_may_not_do() -> None:
    types = {
        "x": TypeDefinition("X", "An x.", "[x]", target=("entities",), cycles=False),
        "y": TypeDefinition("Y", "A y.", "[y]", symmetric=True),
    }
    constraints = Constraints(overlap=True, tiles="blocks", cycles=False)
    listed = ListDefinition(types=types, source=("layer:mine",), target=("blocks", "article"))
    layer = LayerDefinition("mine", "Mine", "All mine.", constraints=constraints, relations=listed)
    described = list(layer_lines({"mine": layer}, tei_mapping()))
    assert [line for line in described if line.startswith(("- ", "| x", "| y"))][2:] == [
        "- overlap: yes",
        "- tiles: `blocks`",
        "- cycles: no",
        "| x | X: An x. | [x] | `layer:mine` → `entities`; no cycles |",
        "| y | Y: A y. | [y] | `layer:mine` → `blocks`, `article`; symmetric |",
    ]
