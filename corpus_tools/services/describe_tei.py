"""The part of the documentation that comes from the TEI mapping as a whole: roles, groups, trees, annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_tools.mapping import ANY_OTHER, ElementChoice, Field, Mapping, Node
from corpus_tools.schemas import ARTICLE_SCHEMA, load_schema
from corpus_tools.tei_places import role_element


def vocabulary_lines(mapping: Mapping) -> Iterator[str]:
    """The sections on roles of blocks and types of groups."""
    text = mapping.text
    general = f"`{text.fallback.element}[@{text.fallback.role}='ROLE']`"
    yield from ("", "## Roles", "")
    yield f"Where TEI has no place for the element of a role, and for a role without one, the block is {general}."
    yield from ("", "| role | meaning | TEI | where |", "|---|---|---|---|")
    for name, meaning in _values("block", "role").items():
        role = text.roles[name]
        own = role_element(role, text)
        elements = [own] if own else list(role.element.values()) if isinstance(role.element, dict) else []
        place = role.place if elements else ""
        yield f"| {name} | {meaning} | {_names(dict.fromkeys(elements))} | {place} |"
    yield from ("", "## Groups", "")
    yield "A group has an element of its own if no group is part of it and its blocks may stand in that element."
    yield "Every other group is a span from its first block to its last, in the standoff part."
    yield from ("", "| type | meaning | TEI |", "|---|---|---|")
    for name, meaning in _values("group", "type").items():
        yield f"| {name} | {meaning} | {f'`{text.groups[name].element}`' if name in text.groups else ''} |"


def _values(definition: str, key: str) -> dict[str, str]:
    found: dict[str, str] = load_schema(ARTICLE_SCHEMA)["$defs"][definition]["properties"][key]["x-values"]
    return found


def mapping_lines(mapping: Mapping) -> Iterator[str]:
    """The section on TEI as a whole."""
    yield from ("", "## TEI", "")
    yield "What stands where in a document, from top to bottom."
    yield "A name in braces is a value: a path of keys below the article, or below the item that an element stands for."
    yield from ("", "### Header", "", "```text")
    yield from _tree(mapping.header, mapping, 0)
    yield from ("```", "", "### Text", "", "```text")
    around = (*mapping.text.around, mapping.text.article)
    yield from (f"{'  ' * depth}{_fixed(part.element, part.attributes)}" for depth, part in enumerate(around))
    inner = "  " * len(around)
    section = mapping.text.section
    yield f"{inner}blocks and groups, before the first subhead"
    yield f"{inner}{_fixed(section.element, section.attributes)} @{section.level}={{level}} for each subhead"
    yield f"{inner}  the subhead, and the blocks up to the next one; the section of a deeper subhead stands inside"
    yield f"{inner}the bottom run"
    yield from ("```", "", "### Annotations", "")
    yield from _annotation_lines(mapping)
    yield from ("", "### Standoff", "", "```text")
    yield from _tree(mapping.standoff, mapping, 0)
    yield "```"


def _annotation_lines(mapping: Mapping) -> Iterator[str]:
    encoding = mapping.annotation
    yield "An annotation stands inline if it has one span with at least one character, crosses no annotation of a"
    yield f"layer with a smaller `priority`, TEI allows its element there, and it is less than {encoding.depth} deep."
    yield ""
    yield "| key | attribute |"
    yield "|---|---|"
    yield "| `id` | `@xml:id` |"
    yield f"| `type` | the element, or `@{encoding.type}` |"
    yield f"| `entity` | `@ref` on {_names(encoding.entity.ref)}; `@{encoding.entity.otherwise}` on others |"
    yield f"| `agent` | `@{encoding.agent}` |"
    yield f"| `confidence` | `@{encoding.confidence}` |"
    yield from ("", "TEI forbids directly in", "", "| element | these |", "|---|---|")
    yield from (f"| `{element}` | {_names(inner)} |" for element, inner in encoding.forbidden.items())
    yield from (f"| `{element}`, at any depth | `{element}` |" for element in encoding.never_below_itself)


def _names(elements: Iterable[str]) -> str:
    return ", ".join(f"`{element}`" for element in elements)


def _tree(node: Node, mapping: Mapping, depth: int) -> Iterator[str]:
    """One line for each node, indented."""
    yield "  " * depth + " ".join(_node(node))
    for child in mapping.children(node.content):
        yield from _tree(child, mapping, depth + 1)


def _node(node: Node) -> Iterator[str]:
    if isinstance(node.element, ElementChoice):
        yield "|".join([*node.element.values.values(), node.element.absent])
    else:
        yield node.element
    for name, content in node.attributes.items():
        yield f"@{name}={{{content.field}}}" if isinstance(content, Field) else f"@{name}='{content}'"
    if node.text:
        yield f"= {{{node.text}}}"
    if node.constant:
        yield f"= '{node.constant}'"
    if node.flag:
        yield f"if {{{node.flag}}}"
    if node.each:
        where = "".join(
            f" of any other {key}" if value == ANY_OTHER else f" of {key} {value}" for key, value in node.where.items()
        )
        yield f"for each {{{node.each}}}{where}"
    if node.scope:
        yield f"for {{{node.scope}}}"
    if node.derived:
        yield "(a copy)"


def _fixed(element: str, attributes: dict[str, str]) -> str:
    return " ".join([element, *(f"@{name}='{value}'" for name, value in attributes.items())])
