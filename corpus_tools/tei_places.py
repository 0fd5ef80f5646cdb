"""Where each property of an article stands in TEI: XPaths made from the mapping and the layers.

Names in an XPath have no prefix, and ``(a|b)`` stands for either element. The only knowledge written here is
`VIEW`: which properties the names of the view stand for, that is of what an article looks like on its way to TEI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from typing import NamedTuple

from corpus_tools.errors import SchemaDataError
from corpus_tools.layers import LayerDefinition
from corpus_tools.mapping import ANY_OTHER, ElementChoice, Field, Mapping, Node, RoleEncoding, TextEncoding
from corpus_tools.properties import article_properties
from corpus_tools.schemas import load_schema

_ANNOTATIONS, _RELATIONS = "/layers/*/annotations", "/layers/*/relations"
_ANNOTATION, _RELATION = f"{_ANNOTATIONS}/*", f"{_RELATIONS}/*"
_BLOCK, _SPAN = "/blocks/*", f"{_ANNOTATION}/spans/*"
_EXTRAS = "/extra of any object"
SECTION = "section"
"""The place of a role that opens a section."""

VIEW: dict[str, tuple[str, ...]] = {
    "/derived": (),
    "/declarations": ("/layers",),
    "/declarations/*/name": ("/layers",),
    "/gaps": ("/origin/separator", "/origin/after", f"{_BLOCK}/before"),
    "/extras": (_EXTRAS,),
    "/group_spans": ("/groups",),
    "/group_spans/*/from": (f"{_BLOCK}/part_of",),
    "/group_spans/*/to": (f"{_BLOCK}/part_of",),
    "/annotations": (_ANNOTATIONS,),
    "/annotations/*/target": (f"{_ANNOTATION}/spans", f"{_SPAN}/block", f"{_SPAN}/start", f"{_SPAN}/end"),
    "/annotations/*/ana": (f"{_ANNOTATION}/type",),
    "/annotations/*/quotes": (f"{_SPAN}/text",),
    "/links": (),
    "/links/*/layer": ("/layers",),
    "/links/*/relations": (_RELATIONS,),
    "/links/*/relations/*/ana": (f"{_RELATION}/type",),
    "/links/*/relations/*/ends": (f"{_RELATION}/source", f"{_RELATION}/target"),
    "/relation_lists": (),
    "/relation_lists/*/layer": ("/layers",),
    "/relation_lists/*/relations": (_RELATIONS,),
    "/relation_lists/*/relations/*/ana": (f"{_RELATION}/type",),
    "/media": (f"{_BLOCK}/media",),
    "/media/*": (f"{_BLOCK}/media",),
    "/media/*/block": (),
    "/features": (),
    "/features/*/attributes": tuple(
        f"{thing}/attributes" for thing in ("/groups/*", "/entities/*", _ANNOTATION, _RELATION)
    ),
    "/notes": (),
    "/notes/*/text": (f"{_ANNOTATION}/note", f"{_RELATION}/note"),
}
"""The properties that a name of the view stands for, for it and all below it; any other name is a property itself."""

_TOLD_FORMS = {"pointer", "pointers", "target", "layer", "json"}
"""Forms in which a value looks other than in the model."""


class Place(NamedTuple):
    """An XPath, and what stands there, if it is not simply the value."""

    xpath: str
    how: str = ""


Row = tuple[str, Place]


def tei_places(mapping: Mapping, layers: MappingOf[str, LayerDefinition]) -> dict[str, tuple[Place, ...]]:
    """The places of every property of an article, by its pointer, in the order of the schema.

    Raises:
        SchemaDataError: the mapping names something that is no property.
    """
    properties = article_properties()
    found: dict[str, dict[Place, None]] = {pointer: {} for pointer in properties}
    root = f"/{mapping.text.root}"
    rows = [
        ("/id", Place(f"{root}/@xml:id")),
        ("/language", Place(f"{root}/@xml:lang")),
        *_text_rows(mapping),
        *_inline_rows(mapping, layers),
        *_tree_rows(mapping.header, mapping, root, ""),
        *_tree_rows(mapping.standoff, mapping, root, ""),
    ]
    for view, place in rows:
        for pointer in _properties_of(view):
            if pointer not in found:
                raise SchemaDataError(f"the TEI mapping names {view}, which is no property of an article")
            found[pointer][place] = None
    for pointer in reversed(properties):
        found[pointer] = found[pointer] or _around(pointer, found)
    return {pointer: tuple(places) for pointer, places in found.items()}


def _properties_of(view: str) -> Iterable[str]:
    """The properties that a name of the view stands for; what is below a value belongs to the value."""
    above = next((name for name in _and_above(view) if name in VIEW), None)
    pointers = (view,) if above is None else tuple(name + view[len(above) :] for name in VIEW[above])
    properties = article_properties()
    for pointer in pointers:
        if pointer == _EXTRAS:
            yield from (name for name in properties if name.endswith("/extra"))
        else:
            whole = (name for name in _and_above(pointer) if name in properties and not properties[name].has_properties)
            yield next(whole, pointer)


def _and_above(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _around(pointer: str, found: MappingOf[str, Iterable[Place]]) -> dict[Place, None]:
    """The innermost element around all that is below a property without a place of its own."""
    below = [place.xpath for name, places in found.items() if name.startswith(f"{pointer}/") for place in places]
    shared = _steps(below[0]) if below else []
    for xpath in below:
        steps = _steps(xpath)
        same = (own == other for own, other in zip(shared, steps, strict=False))
        shared = shared[: next((number for number, equal in enumerate(same) if not equal), len(steps))]
    return {Place("/".join(shared)): None} if shared else {}


def _steps(xpath: str) -> list[str]:
    """The steps of an XPath; a slash in a string does not end one."""
    parts = xpath.split("'")
    parts[::2] = [part.replace("/", "\0") for part in parts[::2]]
    return "'".join(parts).split("\0")


def _with(element: str, attributes: MappingOf[str, object]) -> str:
    """A step to an element with its fixed attributes."""
    return element + "".join(f"[@{name}='{value}']" for name, value in attributes.items() if isinstance(value, str))


def _either(elements: Iterable[str]) -> str:
    names = list(dict.fromkeys(elements))
    return names[0] if len(names) == 1 else f"({'|'.join(names)})"


def _tree_rows(node: Node, mapping: Mapping, around: str, scope: str) -> Iterator[Row]:
    """The rows of a tree: names of the view, and where they stand."""
    choice = node.element if isinstance(node.element, ElementChoice) else None
    names = [*choice.values.values(), choice.absent] if choice else [str(node.element)]
    here = f"{around}/{_with(_either(names), node.attributes)}"
    if node.each or node.scope:
        path = node.each or node.scope or ""
        yield _below(scope, path), Place(here)
        scope = f"{_below(scope, path)}/*" if node.each else _below(scope, path)
    if choice:
        for value, name in choice.values.items():
            yield _below(scope, choice.field), Place(f"{around}/{name}", f"`{value}`")
    yield from _own_rows(node, here, scope)
    for child in mapping.children(node.content):
        yield from _tree_rows(child, mapping, here, scope)


def _own_rows(node: Node, here: str, scope: str) -> Iterator[Row]:
    """The rows of what a node itself holds."""
    for key, value in node.where.items():
        if value != ANY_OTHER:
            yield _below(scope, key), Place(here, f"`{value}`")
    for name, content in node.attributes.items():
        if isinstance(content, Field):
            yield _below(scope, content.field), Place(f"{here}/@{name}", _told(content.as_))
    if node.text:
        yield _below(scope, node.text), Place(here, _told(node.as_))
    if node.flag:
        yield _below(scope, node.flag), Place(here, "stands where there is such a list")


def _below(scope: str, path: str) -> str:
    return scope if path == "." else f"{scope}/{path.replace('.', '/')}"


def _told(form: str) -> str:
    """What a value looks like, if other than in the model; the schema of the mapping says it."""
    if form not in _TOLD_FORMS:
        return ""
    explained: str = load_schema("tei/mapping.schema.json")["$defs"]["form"]["x-values"][form]
    return explained.removesuffix(".")


def _inside(mapping: Mapping) -> str:
    """The XPath of everything in the article's text."""
    text = mapping.text
    around = "/".join(section.element for section in text.around)
    return f"/{text.root}/{around}/{_with(text.article.element, text.article.attributes)}//"


def role_element(role: RoleEncoding, text: TextEncoding) -> str | None:
    """The steps to the element of a role's blocks, from where its name alone tells it; None if it has no own."""
    if not role.element or isinstance(role.element, dict):
        return None
    element = _with(role.element, role.attributes)
    if role.place == SECTION:
        element = f"{_with(text.section.element, text.section.attributes)}/{element}"
    elif role.place in text.groups:
        element = f"{text.groups[role.place].element}/{element}"
    return f"{element}/{role.inner}" if role.inner else element


def _text_rows(mapping: Mapping) -> Iterator[Row]:
    """The rows of blocks and groups."""
    text, inside = mapping.text, _inside(mapping)
    general = f"{inside}{text.fallback.element}"
    holding = [
        role.inner or role.element for role in text.roles.values() if isinstance(role.element, str) and role.element
    ]
    media = [
        element for role in text.roles.values() if isinstance(role.element, dict) for element in role.element.values()
    ]
    holders = f"{inside}{_either([*holding, text.fallback.element])}"
    blocks = f"{inside}{_either([*holding, *media, text.fallback.element])}"
    yield "/blocks", Place(blocks)
    yield f"{_BLOCK}/id", Place(f"{blocks}/@xml:id")
    for name, role in text.roles.items():
        if element := role_element(role, text):
            yield f"{_BLOCK}/role", Place(f"{inside}{element}", f"`{name}`")
    yield (
        f"{_BLOCK}/role",
        Place(f"{general}/@{text.fallback.role}", "where TEI has no place for the element of the role"),
    )
    yield f"{_BLOCK}/text", Place(holders, "all its text")
    section = _with(text.section.element, text.section.attributes)
    yield f"{_BLOCK}/level", Place(f"{inside}{section}/@{text.section.level}")
    yield f"{_BLOCK}/level", Place(f"{general}/@{text.fallback.level}")
    yield f"{_BLOCK}/language", Place(f"{blocks}/@xml:lang")
    groups = _either(group.element for group in text.groups.values())
    yield "/groups", Place(f"{inside}{groups}[@xml:id]")
    yield "/groups/*/id", Place(f"{inside}{groups}/@xml:id")
    yield "/groups/*/part_of", Place(f"{inside}{groups}/@{text.part_of}", _told("pointer"))
    yield f"{_BLOCK}/part_of", Place(f"{inside}{groups}[@xml:id]/*", "the block stands in the element of the group")
    for type_, group in text.groups.items():
        yield "/groups/*/type", Place(f"{inside}{group.element}[@xml:id]", f"`{type_}`")
    for role in text.roles.values():
        if isinstance(role.element, dict):
            yield from _media_rows(role, role.element, inside)


def _media_rows(role: RoleEncoding, elements: dict[str, str], inside: str) -> Iterator[Row]:
    """The rows of a role that is media: its elements by type of medium."""
    media = f"{_BLOCK}/media"
    either = f"{inside}{_either(elements.values())}"
    yield media, Place(either)
    for type_, element in elements.items():
        told = f"[@{role.type[type_]}='{type_}']" if type_ in role.type else ""
        yield f"{media}/type", Place(f"{inside}{element}{told}", f"`{type_}`")
    yield f"{media}/uri", Place(f"{either}/@{role.uri}")
    yield f"{media}/media_type", Place(f"{either}/@{role.media_type}")
    yield f"{media}/alt", Place(f"{inside}{role.alt}", "directly after the medium")


def _inline_rows(mapping: Mapping, layers: MappingOf[str, LayerDefinition]) -> Iterator[Row]:
    """The rows of annotations that stand around their words."""
    encoding, inside = mapping.annotation, _inside(mapping)
    offered = [
        candidate for layer in layers.values() for listed in layer.tei.annotations.values() for candidate in listed
    ]
    elements = list(dict.fromkeys([*(candidate.element for candidate in offered), encoding.general]))
    either = f"{inside}{_either(elements)}"
    yield _ANNOTATIONS, Place(either)
    yield f"{_ANNOTATION}/id", Place(f"{either}/@xml:id")
    yield f"{_ANNOTATION}/type", Place(either, "told by the element, as the layer says")
    yield f"{_ANNOTATION}/type", Place(f"{inside}{encoding.general}/@{encoding.type}", _told("layer"))
    yield f"{_ANNOTATION}/spans", Place(either, "around the words")
    yield f"{_SPAN}/block", Place(either, "the block it stands in")
    yield f"{_SPAN}/start", Place(either, "how many characters of the block stand before it")
    yield f"{_SPAN}/end", Place(either, "and how many before its end")
    yield f"{_SPAN}/text", Place(either, "all its text")
    pointing = [element for element in elements if element in encoding.entity.ref]
    others = [element for element in elements if element not in pointing]
    for names, attribute in ((pointing, "ref"), (others, encoding.entity.otherwise)):
        if names:
            yield f"{_ANNOTATION}/entity", Place(f"{inside}{_either(names)}/@{attribute}", _told("pointer"))
    for candidate in offered:
        for name, value in candidate.attributes.items():
            if isinstance(value, dict) and "attribute" in value:
                yield (
                    f"{_ANNOTATION}/attributes",
                    Place(f"{inside}{candidate.element}/@{name}", f"`{value['attribute']}`"),
                )
    yield f"{_ANNOTATION}/agent", Place(f"{either}/@{encoding.agent}", _told("pointer"))
    yield f"{_ANNOTATION}/confidence", Place(f"{either}/@{encoding.confidence}")
