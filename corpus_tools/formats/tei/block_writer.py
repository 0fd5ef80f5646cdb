"""The text of an article as TEI: one pass over the blocks with three states.

``TOP``: nothing but headings and the like stands yet in the article or section; ``BODY``: text has begun;
``BOTTOM``: the bottom run of the article, the longest run of bottom roles at its end, has begun. Where TEI has
no place for a role's own element, the block takes the general form, so every order of blocks can be written.
Only the writer needs these states: the reader knows each block's role by its element alone.
"""

from __future__ import annotations

from enum import Enum

from corpus_tools.formats.tei import xml
from corpus_tools.formats.tei.crossings import Candidate
from corpus_tools.formats.tei.inline import InlineWriter
from corpus_tools.mapping import RoleEncoding, TextEncoding
from corpus_tools.model.article import Block, Group

ANYWHERE = "anywhere"
"""The place of a group that may stand between any blocks and changes no state."""


class State(Enum):
    """Where the writer is."""

    TOP = "top"
    BODY = "body"
    BOTTOM = "bottom"


class BlockWriter:
    """Writes the blocks of one article into `out`; `loose_media` collects media whose properties stand apart."""

    def __init__(self, encoding: TextEncoding, inline: InlineWriter, depth: int, out: list[str]) -> None:
        self.encoding = encoding
        self.inline = inline
        self.out = out
        self.loose_media: list[Block] = []
        self._depth = depth
        self._indent = "\n" + "  " * depth
        self._state = State.TOP
        self._sections: list[int] = []
        self._has_body = False
        self._candidates: dict[str, list[Candidate]] = {}

    def write(self, blocks: list[Block], native: dict[str, Group], candidates: dict[str, list[Candidate]]) -> None:
        """Write `blocks`; `native` are the groups that are elements, `candidates` the annotations by block."""
        self._candidates = candidates
        bottom = self._bottom_run(blocks, native)
        at = 0
        while at < len(blocks):
            group = native.get(blocks[at].get("part_of", ""))
            if group is None:
                self._block(blocks[at], at >= bottom)
                at += 1
                continue
            end = at
            while end < len(blocks) and blocks[end].get("part_of") == group["id"]:
                end += 1
            self._group(group["type"], blocks[at:end], group)
            at = end
        self._close_sections(0)

    def _bottom_run(self, blocks: list[Block], native: dict[str, Group]) -> int:
        """Index of the first block of the bottom run, which does not begin with a figure."""
        start = len(blocks)
        while start and self._may_end(blocks[start - 1], native):
            start -= 1
        while start < len(blocks) and self._floats(blocks[start], native):
            start += 1
        return start

    def _may_end(self, block: Block, native: dict[str, Group]) -> bool:
        if self._floats(block, native):
            return True
        return block.get("part_of") not in native and self.encoding.roles[block["role"]].place.endswith("bottom")

    def _floats(self, block: Block, native: dict[str, Group]) -> bool:
        """Whether `block` stands in an element that TEI allows anywhere."""
        group = native.get(block.get("part_of", ""))
        if group is not None:
            return self.encoding.groups[group["type"]].place == ANYWHERE
        place = self.encoding.roles[block["role"]].place
        alone = self.encoding.groups.get(place)
        return alone is not None and alone.alone and alone.place == ANYWHERE and self._native_in(block, place)

    def _block(self, block: Block, in_bottom_run: bool) -> None:  # noqa: FBT001  one call
        role = self.encoding.roles[block["role"]]
        place = role.place
        if place in self.encoding.groups:
            if self.encoding.groups[place].alone and self._native_in(block, place):
                self._group(place, [block], None)
            else:
                self._general(block)
        elif place == "body":
            self._start_body()
            self._element(block, role)
        elif place == "section":
            self._section(block, role)
        elif self._at_top(place) or (place.endswith("bottom") and in_bottom_run and self._to_bottom()):
            self._element(block, role)
        else:
            self._general(block)

    def _at_top(self, place: str) -> bool:
        return self._state is State.TOP and place.startswith("top")

    def _start_body(self) -> None:
        self._state = State.BODY
        self._has_body = True

    def _to_bottom(self) -> bool:
        """Begin the bottom run, if TEI allows one here: it needs text or a section before it."""
        if self._has_body:
            self._close_sections(0)
            self._state = State.BOTTOM
        return self._has_body

    def _general(self, block: Block) -> None:
        fallback = self.encoding.fallback
        level = f' {fallback.level}="{block["level"]}"' if "level" in block else ""
        self._start_body()
        self._text(block, fallback.element, f' {fallback.role}="{block["role"]}"{level}')
        if "media" in block:
            self.loose_media.append(block)

    def _section(self, block: Block, role: RoleEncoding) -> None:
        section = self.encoding.section
        level = block.get("level", 1)
        self._close_sections(level)
        number = f' {section.level}="{level}"' if "level" in block else ""
        self.out.append(f"{self._indent}<{section.element}{fixed_attributes(section.attributes)}{number}>")
        self._sections.append(level)
        self._shift(1)
        self._has_body = True
        self._state = State.TOP
        self._element(block, role)

    def _close_sections(self, level: int) -> None:
        """Close the open sections, kept as the levels of their subheads, from `level` on."""
        while self._sections and self._sections[-1] >= level:
            self._sections.pop()
            self._shift(-1)
            self.out.append(f"{self._indent}</{self.encoding.section.element}>")

    def _shift(self, levels: int) -> None:
        self._depth += levels
        self._indent = "\n" + "  " * self._depth

    def _native_in(self, block: Block, type_: str) -> bool:
        """Whether `block` has its own element in a group of this type."""
        role = self.encoding.roles[block["role"]]
        if role.place != type_:
            return False
        if not isinstance(role.element, dict):
            return True
        media = block.get("media")
        if media is None or block["text"]:
            return False
        needed = role.needs[role.element[media["type"]]]
        return all(key in media for key in needed) and _is_media_type(media.get("media_type", "x/y"))

    def _group(self, type_: str, blocks: list[Block], group: Group | None) -> None:
        encoding = self.encoding.groups[type_]
        if encoding.place == "body":
            self._start_body()
        attributes = ""
        if group is not None:
            attributes = f' xml:id="{group["id"]}"'
            if "part_of" in group:
                attributes += f' {self.encoding.part_of}="#{group["part_of"]}"'
        self.out.append(f"{self._indent}<{encoding.element}{attributes}>")
        self._shift(1)
        for block in blocks:
            self._member(block, type_)
        self._shift(-1)
        self.out.append(f"{self._indent}</{encoding.element}>")

    def _member(self, block: Block, type_: str) -> None:
        role = self.encoding.roles[block["role"]]
        if not self._native_in(block, type_):
            state = self._state, self._has_body
            self._general(block)
            self._state, self._has_body = state
        elif role.cell is not None:
            self._row(block, role, role.cell)
        elif isinstance(role.element, dict):
            self._media(block, role)
        else:
            self._element(block, role)

    def _element(self, block: Block, role: RoleEncoding) -> None:
        element = str(role.element)
        if role.inner is None:
            self._text(block, element, fixed_attributes(role.attributes) if role.attributes else "")
            return
        self.out.append(f"{self._indent}<{element}{fixed_attributes(role.attributes)}>")
        self._shift(1)
        self._text(block, role.inner, "")
        self._shift(-1)
        self.out.append(f"{self._indent}</{element}>")

    def _text(self, block: Block, element: str, attributes: str) -> None:
        """Write an element that holds the text of `block`."""
        out = self.out
        identity, text = block["id"], block["text"]
        opened = f'{self._indent}<{element} xml:id="{identity}"{attributes}{_language(block)}'
        candidates = self._candidates.get(identity)
        if candidates is not None:
            out.append(f"{opened}>")
            self.inline.write(text, element, candidates, out)
            out.append(f"</{element}>")
        else:
            out.append(f"{opened}>{xml.text(text)}</{element}>" if text else f"{opened}/>")

    def _row(self, block: Block, role: RoleEncoding, cell: str) -> None:
        """Write a table row; each cell but the last ends with its tab."""
        self.out.append(f'{self._indent}<{role.element} xml:id="{block["id"]}"{_language(block)}>')
        candidates = self._candidates.get(block["id"], [])
        *cells, last = block["text"].split("\t")
        start = 0
        for content in [*(f"{content}\t" for content in cells), last]:
            end = start + len(content)
            within = [item for item in candidates if start <= item[0] and -item[1] <= end]
            self.out.append(f"{self._indent}  <{cell}>")
            self.inline.write(content, cell, within, self.out, start)
            self.out.append(f"</{cell}>")
            start = end
        self.out.append(f"{self._indent}</{role.element}>")

    def _media(self, block: Block, role: RoleEncoding) -> None:
        media = block["media"]
        elements = role.element if isinstance(role.element, dict) else {}
        element = elements[media["type"]]
        attributes = f' {role.type[media["type"]]}="{media["type"]}"' if media["type"] in role.type else ""
        attributes += f' {role.uri}="{xml.attribute(media["uri"])}"'
        if "media_type" in media:
            attributes += f' {role.media_type}="{media["media_type"]}"'
        self.out.append(f'{self._indent}<{element} xml:id="{block["id"]}"{attributes}{_language(block)}/>')
        if "alt" in media:
            self.out.append(f"{self._indent}<{role.alt}>{xml.text(media['alt'])}</{role.alt}>")


def fixed_attributes(fixed: dict[str, str]) -> str:
    """The fixed attributes of an element, as they stand in its start tag."""
    return "".join(f' {name}="{value}"' for name, value in fixed.items())


def _language(block: Block) -> str:
    return f' xml:lang="{block["language"]}"' if "language" in block else ""


def _is_media_type(value: str) -> bool:
    return value.isascii() and all(character.isalnum() or character in "/.+-_" for character in value)
