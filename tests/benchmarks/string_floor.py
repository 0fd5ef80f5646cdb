"""What cannot be avoided when writing TEI: a string writer by hand for the documents of `corpus`.

It gives the very bytes that the TEI format gives. It knows which metadata, roles, layers and forms these documents
use, and checks nothing.
"""
# ruff: noqa: PERF401  a plain loop reads best among others of its kind

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

ELEMENTS = {"person": "persName", "place": "placeName", "organisation": "orgName"}
_RANKS = {"quotation": 0, "sentence": 1, "field": 2, "entity": 3}
BLOCKS = {
    "headline": ("head", ' type="main"'),
    "byline": ("byline", ""),
    "paragraph": ("p", ""),
    "source": ("trailer", ' type="source"'),
}


def escape(text: str) -> str:
    """Text as XML content."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def write_tei(article: Json) -> bytes:
    """The canonical TEI of one of these documents."""
    out = [
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" '
            f'xml:id="{article["id"]}" xml:lang="{article["language"]}">\n  <teiHeader>\n'
        )
    ]
    _write_header(article, out)
    out.append('  </teiHeader>\n  <text>\n    <body xml:space="preserve">\n      <div type="article">')
    loose = _write_blocks(article, out)
    out.append("\n      </div>\n    </body>\n  </text>\n  <standOff>\n")
    _write_entities(article["entities"], out)
    _write_annotations(loose, out)
    for relation in article["layers"]["coreference"]["relations"]:
        out.append(
            f'    <linkGrp type="coreference">\n      <link xml:id="{relation["id"]}" '
            f'ana="layer:coreference/{relation["type"]}" target="#{relation["source"]} #{relation["target"]}" '
            f'cert="{relation["confidence"]}"/>\n    </linkGrp>\n'
        )
    for relation in article["layers"]["quotation"]["relations"]:
        out.append(
            f'    <listRelation type="quotation">\n      <relation xml:id="{relation["id"]}" '
            f'name="{relation["type"]}" active="#{relation["source"]}" passive="#{relation["target"]}"/>\n'
            "    </listRelation>\n"
        )
    out.append("  </standOff>\n</TEI>\n")
    return "".join(out).encode()


def _write_header(article: Json, out: list[str]) -> None:
    _write_title(article, out)
    _write_source(article["metadata"], article["origin"], out)
    _write_encoding(article, out)
    keywords = "".join([f"          <term>{escape(word)}</term>\n" for word in article["metadata"]["keywords"]])
    out.append(f"""\
    <profileDesc>
      <langUsage>
        <language ident="{article["language"]}"/>
      </langUsage>
      <textClass>
        <keywords n="keywords">
{keywords}        </keywords>
      </textClass>
    </profileDesc>
    <xenoData type="application/json" subtype="layout">{{"after":"\\n"}}</xenoData>
""")


def _write_title(article: Json, out: list[str]) -> None:
    rights = article["metadata"]["rights"]
    title = escape(article["metadata"]["title"])
    out.append(f"    <fileDesc>\n      <titleStmt>\n        <title>{title}</title>\n")
    for agent in article["agents"]:
        version = f'          <note type="version">{escape(agent["version"])}</note>\n' if "version" in agent else ""
        out.append(
            f'        <respStmt xml:id="{agent["id"]}">\n          <resp>annotation</resp>\n'
            f'          <name type="{agent["type"]}">{escape(agent["name"])}</name>\n{version}        </respStmt>\n'
        )
    out.append(f"""\
      </titleStmt>
      <publicationStmt>
        <publisher/>
        <availability>
          <p>
            <name type="holder">{escape(rights["holder"])}</name>
          </p>
          <p>
            <seg type="notice">{escape(rights["notice"])}</seg>
          </p>
        </availability>
      </publicationStmt>
""")


def _write_source(metadata: Json, origin: Json, out: list[str]) -> None:
    publication = metadata["publication"]
    out.append(f"""\
      <sourceDesc>
        <biblStruct type="newsArticle">
          <analytic>
            <title level="a" type="main">{escape(metadata["title"])}</title>
            <author>
              <name>{escape(metadata["authors"][0]["name"])}</name>
            </author>
            <idno type="URL">{escape(metadata["url"])}</idno>
          </analytic>
          <monogr>
            <title level="j">{escape(publication["name"])}</title>
            <imprint>
              <date type="published" when="{metadata["published"]}"/>
              <biblScope unit="issue">{escape(publication["issue"])}</biblScope>
              <biblScope unit="section">{escape(metadata["section"])}</biblScope>
            </imprint>
          </monogr>
        </biblStruct>
        <bibl type="source">
          <name>{escape(metadata["sources"][0]["name"])}</name>
        </bibl>
        <bibl type="origin">
          <idno type="file">{escape(origin["file"])}</idno>
          <idno type="media_type">{escape(origin["media_type"])}</idno>
          <idno type="encoding">{escape(origin["encoding"])}</idno>
          <idno type="sha256">{origin["sha256"]}</idno>
        </bibl>
      </sourceDesc>
    </fileDesc>
""")


def _write_encoding(article: Json, out: list[str]) -> None:
    out.append(f"""\
    <encodingDesc>
      <schemaRef type="article" url="schema/article.schema.json" n="{article["schema_version"]}"/>
      <listPrefixDef>
        <prefixDef ident="layer" matchPattern="([^/]+)/(.+)" replacementPattern="layers/$1.json#$2"/>
      </listPrefixDef>
      <editorialDecl>
""")
    for name, layer in article["layers"].items():
        agent = f' resp="#{layer["agent"]}"' if "agent" in layer else ""
        out.append(f'        <interpretation n="{name}"{agent}>\n')
        if "annotations" in layer:
            out.append('          <ab type="annotations"/>\n')
        if "relations" in layer:
            out.append('          <ab type="relations"/>\n')
        out.append("        </interpretation>\n")
    out.append("      </editorialDecl>\n    </encodingDesc>\n")


Candidate = tuple[int, int, int, str, Json]


def sort_annotations(article: Json) -> tuple[dict[str, list[Candidate]], list[tuple[str, Json]]]:
    """The annotations of one span by block, as they nest, and the others with their layers."""
    inline: dict[str, list[Candidate]] = {}
    loose: list[tuple[str, Json]] = []
    for layer, rank in _RANKS.items():
        for annotation in article["layers"][layer]["annotations"]:
            spans = annotation["spans"]
            if len(spans) == 1:
                span = spans[0]
                inline.setdefault(span["block"], []).append((span["start"], -span["end"], rank, layer, annotation))
            else:
                loose.append((layer, annotation))
    for found in inline.values():
        found.sort(key=_place)
    return inline, loose


def _write_blocks(article: Json, out: list[str]) -> list[tuple[str, Json]]:
    """Write the text, and give the annotations that do not fit into it, with their layers."""
    inline, loose = sort_annotations(article)
    indent = "\n        "
    for block in article["blocks"]:
        role = block["role"]
        found = inline.get(block["id"])
        text = _write_inline(block["text"], found, loose) if found else escape(block["text"])
        if role == "subhead":
            out.append(f'{indent}<div type="section" n="{block["level"]}">')
            indent = "\n          "
            out.append(f'{indent}<head xml:id="{block["id"]}">{text}</head>')
            continue
        if role == "source":
            indent = "\n        "
            out.append(f"{indent}</div>")
        element, attributes = BLOCKS[role]
        out.append(f'{indent}<{element} xml:id="{block["id"]}"{attributes}>{text}</{element}>')
    return loose


def _place(candidate: Candidate) -> tuple[int, int, int]:
    return candidate[:3]


def _write_inline(text: str, found: list[Candidate], loose: list[tuple[str, Json]]) -> str:
    """One block with its annotations; of two that cross, the later one is loose, as sentences begin first here."""
    out: list[str] = []
    open_: list[tuple[int, str]] = []
    at = 0
    for start, negative_end, _, layer, annotation in found:
        end = -negative_end
        while open_ and open_[-1][0] <= start:
            stop, tag = open_.pop()
            out.append(f"{escape(text[at:stop])}</{tag}>")
            at = stop
        if open_ and open_[-1][0] < end:
            loose.append((layer, annotation))
            continue
        tag, attributes = _inline_element(layer, annotation)
        out.append(f'{escape(text[at:start])}<{tag} xml:id="{annotation["id"]}"{attributes}>')
        at = start
        open_.append((end, tag))
    while open_:
        stop, tag = open_.pop()
        out.append(f"{escape(text[at:stop])}</{tag}>")
        at = stop
    out.append(escape(text[at:]))
    return "".join(out)


def _inline_element(layer: str, annotation: Json) -> tuple[str, str]:
    if layer == "entity":
        kind = annotation["type"]
        certainty = f' cert="{annotation["confidence"]}"' if "confidence" in annotation else ""
        attributes = f' ref="#{annotation["entity"]}"{certainty}'
        return ("rs", f' type="{kind}"{attributes}') if kind == "event" else (ELEMENTS[kind], attributes)
    if layer == "sentence":
        return "s", ""
    if layer == "quotation":
        return "quote", ""
    kind = annotation["type"]
    return ("docAuthor", "") if kind == "authors" else ("seg", f' ana="layer:field/{kind}"')


LISTS = {
    "person": ("listPerson", "person", "persName"),
    "organisation": ("listOrg", "org", "orgName"),
    "place": ("listPlace", "place", "placeName"),
    "event": ("listEvent", "event", "label"),
}


def _write_entities(entities: list[Json], out: list[str]) -> None:
    for kind, (list_, element, name) in LISTS.items():
        members = [entity for entity in entities if entity["type"] == kind]
        if not members:
            continue
        out.append(f"    <{list_}>\n")
        for entity in members:
            out.append(
                f'      <{element} xml:id="{entity["id"]}">\n        <{name}>{escape(entity["name"])}</{name}>\n'
            )
            for uri in entity.get("uris", ()):
                out.append(f'        <idno type="URI">{escape(uri)}</idno>\n')
            out.append(f"      </{element}>\n")
        out.append(f"    </{list_}>\n")


def target(spans: list[Json]) -> str:
    """The pointers to spans."""
    return " ".join([f"#string-range({span['block']},{span['start']},{span['end'] - span['start']})" for span in spans])


def _write_annotations(loose: list[tuple[str, Json]], out: list[str]) -> None:
    out.append("    <listAnnotation>\n")
    for layer, annotation in sorted(loose, key=lambda item: item[0]):
        spans = annotation["spans"]
        certainty = f' cert="{annotation["confidence"]}"' if "confidence" in annotation else ""
        out.append(
            f'      <annotation xml:id="{annotation["id"]}" target="{target(spans)}" '
            f'ana="layer:{layer}/{annotation["type"]}"{certainty}>\n'
        )
        if "entity" in annotation:
            out.append(f'        <ptr target="#{annotation["entity"]}"/>\n')
        for span in spans:
            out.append(f'        <note type="quote">{escape(span["text"])}</note>\n')
        out.append("      </annotation>\n")
    out.append("    </listAnnotation>\n")
