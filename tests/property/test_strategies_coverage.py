"""What the strategies reach: every property of the article schema, every role, every built-in layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from strategies import articles

from corpus_tools.layers import builtin_layers
from corpus_tools.rules import Context, run_rules
from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema

EXAMPLES = 200
ROUNDS = 16
UNKNOWN_LAYER = "A110"  # a warning: layers of users are produced too


def properties(schema: Any, pointer: str = "") -> Iterator[str]:
    """JSON Pointers of all properties that the schema declares."""
    if isinstance(schema, dict):
        for key, part in schema.items():
            if key == "properties":
                yield from (f"{pointer}/properties/{name}" for name in part)
            if key not in ("examples", "x-values"):
                yield from properties(part, f"{pointer}/{key}")


def reached(schema: Any, pointer: str, value: Any, root: Any) -> Iterator[str]:
    """JSON Pointers of the properties that `value` has."""
    if "$ref" in schema:
        pointer = schema["$ref"].removeprefix("#")
        schema = root["$defs"][pointer.rpartition("/")[2]]
    for key, part in schema.get("properties", {}).items():
        if isinstance(value, dict) and key in value:
            yield f"{pointer}/properties/{key}"
            yield from reached(part, f"{pointer}/properties/{key}", value[key], root)
    if isinstance(value, list) and "items" in schema:
        for member in value:
            yield from reached(schema["items"], f"{pointer}/items", member, root)
    if isinstance(value, dict) and isinstance(schema.get("additionalProperties"), dict):
        for member in value.values():
            yield from reached(schema["additionalProperties"], f"{pointer}/additionalProperties", member, root)


def test_every_property_role_and_layer_is_produced():
    schema = load_schema(ARTICLE_SCHEMA)
    wanted = set(properties(schema))
    wanted |= {f"role {role}" for role in schema["$defs"]["block"]["properties"]["role"]["enum"]}
    wanted |= {f"layer {name}" for name in builtin_layers()}
    assert len(wanted) > 100
    seen: set[str] = set()

    @settings(max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))
    @given(articles())
    def produce(article):
        seen.update(reached(schema, "", article, schema))
        seen.update(f"role {block['role']}" for block in article["blocks"])
        seen.update(f"layer {name}" for name in article.get("layers", ()))

    for number in range(ROUNDS):  # what is rare needs luck, and the luck of a seed changes with every strategy
        if not wanted <= seen:
            seed(number)(produce)()
    never = sorted(wanted - seen)
    print(f"{len(wanted)} things to produce, never produced: {never or 'none'}")  # noqa: T201  the measure, with -s
    assert never == []


@given(articles())
def test_what_is_produced_breaks_no_reference_rule(article):
    context = Context(builtin_layers())
    found = [(kind.code, problem.message) for kind, problem in run_rules(article, context)]
    assert [code for code in found if code[0] != UNKNOWN_LAYER] == []
