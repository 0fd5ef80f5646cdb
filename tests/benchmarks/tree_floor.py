"""TEI by lxml `SubElement`, the way most programs write it: what the string writers are compared with.

The elements are those of `string_floor.write_tei`, hard-coded likewise, without the line breaks between them.
"""

from __future__ import annotations

from typing import Any

import floors
import string_floor
from lxml import etree

Json = dict[str, Any]
XML = "{http://www.w3.org/XML/1998/namespace}"


def add(parent: Any, tag: str, text: str | None = None, /, **attributes: str) -> Any:
    """Append an element; `id` stands for ``xml:id``."""
    element = etree.SubElement(parent, floors.TEI + tag)
    for name, value in attributes.items():
        element.set(f"{XML}id" if name == "id" else name, value)
    element.text = text
    return element


def write_tei(article: Json) -> bytes:
    """The TEI of one of the documents, without indentation."""
    root = etree.Element(f"{floors.TEI}TEI", nsmap={None: floors.TEI[1:-1]})
    root.set(f"{XML}id", article["id"])
    root.set(f"{XML}lang", article["language"])
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    _title(article, description)
    _source(article, add(description, "sourceDesc"))
    _encoding(article, add(header, "encodingDesc"))
    profile = add(header, "profileDesc")
    add(add(profile, "langUsage"), "language", ident=article["language"])
    keywords = add(add(profile, "textClass"), "keywords", n="keywords")
    for word in article["metadata"]["keywords"]:
        add(keywords, "term", word)
    add(header, "xenoData", '{"after":"\\n"}', type="application/json", subtype="layout")
    body = add(add(root, "text"), "body")
    body.set(f"{XML}space", "preserve")
    loose = _blocks(article, add(body, "div", type="article"))
    _standoff(article, loose, add(root, "standOff"))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _title(article: Json, parent: Any) -> None:
    metadata = article["metadata"]
    title = add(parent, "titleStmt")
    add(title, "title", metadata["title"])
    for agent in article["agents"]:
        statement = add(title, "respStmt", id=agent["id"])
        add(statement, "resp", "annotation")
        add(statement, "name", agent["name"], type=agent["type"])
        if "version" in agent:
            add(statement, "note", agent["version"], type="version")
    publication = add(parent, "publicationStmt")
    add(publication, "publisher")
    available = add(publication, "availability")
    add(add(available, "p"), "name", metadata["rights"]["holder"], type="holder")
    add(add(available, "p"), "seg", metadata["rights"]["notice"], type="notice")


def _source(article: Json, parent: Any) -> None:
    metadata, origin = article["metadata"], article["origin"]
    struct = add(parent, "biblStruct", type="newsArticle")
    analytic = add(struct, "analytic")
    add(analytic, "title", metadata["title"], level="a", type="main")
    add(add(analytic, "author"), "name", metadata["authors"][0]["name"])
    add(analytic, "idno", metadata["url"], type="URL")
    monograph = add(struct, "monogr")
    add(monograph, "title", metadata["publication"]["name"], level="j")
    imprint = add(monograph, "imprint")
    add(imprint, "date", type="published", when=metadata["published"])
    add(imprint, "biblScope", metadata["publication"]["issue"], unit="issue")
    add(imprint, "biblScope", metadata["section"], unit="section")
    add(add(parent, "bibl", type="source"), "name", metadata["sources"][0]["name"])
    file = add(parent, "bibl", type="origin")
    for name in ("file", "media_type", "encoding", "sha256"):
        add(file, "idno", origin[name], type=name)


def _encoding(article: Json, parent: Any) -> None:
    add(parent, "schemaRef", type="article", url="schema/article.schema.json", n=article["schema_version"])
    pattern = {"matchPattern": "([^/]+)/(.+)", "replacementPattern": "layers/$1.json#$2"}
    add(add(parent, "listPrefixDef"), "prefixDef", ident="layer", **pattern)
    declarations = add(parent, "editorialDecl")
    for name, layer in article["layers"].items():
        agent = {"resp": f"#{layer['agent']}"} if "agent" in layer else {}
        interpretation = add(declarations, "interpretation", n=name, **agent)
        for part in ("annotations", "relations"):
            if part in layer:
                add(interpretation, "ab", type=part)


def _blocks(article: Json, division: Any) -> list[tuple[str, Json]]:
    inline, loose = string_floor.sort_annotations(article)
    parent = division
    for block in article["blocks"]:
        role = block["role"]
        if role == "subhead":
            parent = add(division, "div", type="section", n=str(block["level"]))
            element = add(parent, "head", id=block["id"])
        else:
            parent = division if role == "source" else parent
            attributes = {"headline": {"type": "main"}, "source": {"type": "source"}}.get(role, {})
            element = add(parent, string_floor.BLOCKS[role][0], id=block["id"], **attributes)
        _inline(element, block["text"], inline.get(block["id"], ()), loose)
    return loose


def _inline(element: Any, text: str, found: Any, loose: list[tuple[str, Json]]) -> None:
    open_ = [(len(text), element)]
    last, closed = element, False  # where the next text goes: into `last`, or behind it if it is closed
    at = 0
    for start, negative_end, _, layer, annotation in found:
        while len(open_) > 1 and open_[-1][0] <= start:
            stop, ended = open_.pop()
            _put(last, text[at:stop], closed=closed)
            last, closed, at = ended, True, stop
        if open_[-1][0] < -negative_end:
            loose.append((layer, annotation))
            continue
        _put(last, text[at:start], closed=closed)
        last, closed, at = _inline_element(open_[-1][1], layer, annotation), False, start
        open_.append((-negative_end, last))
    while open_:
        stop, ended = open_.pop()
        _put(last, text[at:stop], closed=closed)
        last, closed, at = ended, True, stop


def _put(element: Any, text: str, *, closed: bool) -> None:
    if text and closed:
        element.tail = text
    elif text:
        element.text = text


def _inline_element(parent: Any, layer: str, annotation: Json) -> Any:
    if layer == "entity":
        kind = annotation["type"]
        element = add(parent, string_floor.ELEMENTS.get(kind, "rs"), id=annotation["id"])
        if kind not in string_floor.ELEMENTS:
            element.set("type", kind)
        element.set("ref", f"#{annotation['entity']}")
        if "confidence" in annotation:
            element.set("cert", str(annotation["confidence"]))
        return element
    if layer in ("sentence", "quotation"):
        return add(parent, "s" if layer == "sentence" else "quote", id=annotation["id"])
    if annotation["type"] == "authors":
        return add(parent, "docAuthor", id=annotation["id"])
    return add(parent, "seg", id=annotation["id"], ana=f"layer:field/{annotation['type']}")


def _standoff(article: Json, loose: list[tuple[str, Json]], parent: Any) -> None:
    for kind, (list_, tag, name) in string_floor.LISTS.items():
        members = [entity for entity in article["entities"] if entity["type"] == kind]
        if not members:
            continue
        listed = add(parent, list_)
        for entity in members:
            element = add(listed, tag, id=entity["id"])
            add(element, name, entity["name"])
            for uri in entity.get("uris", ()):
                add(element, "idno", uri, type="URI")
    annotations = add(parent, "listAnnotation")
    for layer, annotation in sorted(loose, key=lambda item: item[0]):
        element = add(annotations, "annotation", id=annotation["id"], target=string_floor.target(annotation["spans"]))
        element.set("ana", f"layer:{layer}/{annotation['type']}")
        if "confidence" in annotation:
            element.set("cert", str(annotation["confidence"]))
        if "entity" in annotation:
            add(element, "ptr", target=f"#{annotation['entity']}")
        for span in annotation["spans"]:
            add(element, "note", span["text"], type="quote")
    _relations(article, parent)


def _relations(article: Json, parent: Any) -> None:
    for relation in article["layers"]["coreference"]["relations"]:
        ends = {"target": f"#{relation['source']} #{relation['target']}", "cert": str(relation["confidence"])}
        group = add(parent, "linkGrp", type="coreference")
        add(group, "link", id=relation["id"], ana=f"layer:coreference/{relation['type']}", **ends)
    for relation in article["layers"]["quotation"]["relations"]:
        ends = {"active": f"#{relation['source']}", "passive": f"#{relation['target']}"}
        add(add(parent, "listRelation", type="quotation"), "relation", id=relation["id"], name=relation["type"], **ends)
