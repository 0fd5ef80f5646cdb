"""The part of the profile that comes from the tables of the mapping: blocks, groups and inline annotations."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf

from corpus_tools.formats.tei.relaxng import (
    Pattern,
    attribute,
    choice,
    datatype,
    fixed_attributes,
    group,
    make,
    optional,
)
from corpus_tools.layers import Candidate, LayerDefinition
from corpus_tools.mapping import GroupEncoding, Mapping, RoleEncoding


class TextGrammar:
    """Turns roles, groups and forms of annotations into patterns; `defines` collects the named ones."""

    def __init__(self, mapping: Mapping, layers: MappingOf[str, LayerDefinition]) -> None:
        self.defines: dict[str, Pattern] = {}
        self._mapping = mapping
        self._text = mapping.text
        self._forms = _forms_by_element(layers, mapping)
        self._contents: set[str] = set()
        self._define_inline()

    def article(self) -> Pattern:
        """The content of the article's division: top, text, sections, bottom run.

        TEI allows the bottom run only where text or a section stands before it; a figure is not enough.
        """
        self._define("fallback", self._fallback())
        for type_, encoding in self._text.groups.items():
            self._define(f"group.{type_}", self._group(type_, encoding))
        self._define("blocks.top", self._any_of(self._roles(lambda place: place.startswith("top"))))
        self._define("blocks.bottom", self._any_of(self._roles(lambda place: place.endswith("bottom"))))
        body = [*self._roles(lambda place: place == "body"), _ref("fallback"), *self._groups("body")]
        self._define("block.body", choice(body))
        self._define("blocks.body", group([_ref("block.body"), self._any_of([_ref("block.body")])]))
        self._define("section", self._section())
        some_sections, any_sections = (make(often, _ref("section")) for often in ("oneOrMore", "zeroOrMore"))
        with_text = group([_ref("blocks.body"), any_sections, _ref("blocks.bottom")])
        without = group([some_sections, _ref("blocks.bottom")])
        return group([_ref("blocks.top"), optional(choice([with_text, without]))])

    def _any_of(self, patterns: list[Pattern]) -> Pattern:
        """Any number of these, and of the groups that may stand anywhere."""
        return make("zeroOrMore", choice([*patterns, *self._groups("anywhere")]))

    def _define(self, name: str, pattern: Pattern) -> None:
        self.defines[name] = pattern

    def _typed(self, name: str, kind: str) -> Pattern:
        return attribute(name, datatype(kind, self._mapping.prefix))

    def _identity(self) -> list[Pattern]:
        """The attributes that every block has or may have."""
        return [self._typed("xml:id", "id"), optional(self._typed("xml:lang", "language"))]

    def _section(self) -> Pattern:
        section = self._text.section
        heads = self._roles(lambda place: place == "section")
        return make(
            "element",
            *fixed_attributes(section.attributes),
            optional(self._typed(section.level, "integer")),
            choice(heads),
            _ref("blocks.top"),
            optional(_ref("blocks.body")),
            make("zeroOrMore", _ref("section")),
            name=section.element,
        )

    def _fallback(self) -> Pattern:
        fallback = self._text.fallback
        roles = [fixed_attributes({fallback.role: role})[0] for role in self._text.roles]
        level = optional(self._typed(fallback.level, "integer"))
        content = self._content(fallback.element)
        return make("element", *self._identity(), choice(roles), level, content, name=fallback.element)

    def _roles(self, chosen: Callable[[str], bool]) -> list[Pattern]:
        """The elements of the roles with a chosen place; roles that differ by an attribute share one.

        A choice between elements of different names is quick for a validator, one between equal names is not.
        """
        roles: dict[str, list[RoleEncoding]] = {}
        for role in self._text.roles.values():
            if chosen(role.place):
                roles.setdefault(str(role.element), []).append(role)
        return [self._role(alike) for alike in roles.values()]

    def _groups(self, place: str) -> list[Pattern]:
        return [_ref(f"group.{type_}") for type_, encoding in self._text.groups.items() if encoding.place == place]

    def _role(self, alike: list[RoleEncoding]) -> Pattern:
        """The element of roles that have one name and differ at most by fixed attributes."""
        role = alike[0]
        fixed = choice([group(fixed_attributes(each.attributes)) for each in alike])
        element = str(role.element)
        if role.inner is not None:
            inner = make("element", *self._identity(), self._content(role.inner), name=role.inner)
            return make("element", fixed, inner, name=element)
        if role.cell is not None:
            cell = make("element", self._content(role.cell), name=role.cell)
            return make("element", *self._identity(), fixed, make("oneOrMore", cell), name=element)
        return make("element", *self._identity(), fixed, self._content(element), name=element)

    def _media(self, role: RoleEncoding) -> list[Pattern]:
        """The elements of media, each with the description that may follow it."""
        made = []
        elements = role.element if isinstance(role.element, dict) else {}
        for type_, element in elements.items():
            told = fixed_attributes({role.type[type_]: type_} if type_ in role.type else {})
            uri = self._typed(role.uri, "uri")
            media_type = self._typed(role.media_type, "string")
            if "media_type" not in role.needs[element]:
                media_type = optional(media_type)
            description = make("element", datatype("string", ""), name=role.alt)
            medium = make("element", *self._identity(), *told, uri, media_type, make("empty"), name=element)
            made.append(group([medium, optional(description)]))
        return made

    def _group(self, type_: str, encoding: GroupEncoding) -> Pattern:
        members: list[Pattern] = []
        for role in self._text.roles.values():
            if role.place == type_:
                members += self._media(role) if isinstance(role.element, dict) else [self._role([role])]
        if encoding.fallback:
            members.append(_ref("fallback"))
        self._define(f"member.{type_}", choice(members))
        one = _ref(f"member.{type_}")
        identity = [self._typed("xml:id", "id"), optional(self._typed(self._text.part_of, "pointer"))]
        content = group([*identity, make("oneOrMore", one)])
        if encoding.alone:
            content = choice([content, _ref(f"member.{type_}")])
        return make("element", content, name=encoding.element)

    def _content(self, element: str) -> Pattern:
        """Text with the annotations that TEI allows directly in `element`."""
        if element not in self._contents:
            self._contents.add(element)
            encoding = self._mapping.annotation
            barred = {*encoding.forbidden.get(element, ()), *({element} & set(encoding.never_below_itself))}
            inline = [_ref(f"inline.{name}") for name in self._forms if name not in barred]
            self._define(f"content.{element}", make("zeroOrMore", choice([make("text"), *inline])))
        return _ref(f"content.{element}")

    def _define_inline(self) -> None:
        encoding = self._mapping.annotation
        for element, candidates in self._forms.items():
            entity = "ref" if element in encoding.entity.ref else encoding.entity.otherwise
            pattern = make(
                "element",
                self._typed("xml:id", "id"),
                choice([group(self._form(candidate)) for candidate in candidates]),
                optional(self._typed(entity, "pointer")),
                optional(self._typed(encoding.agent, "pointer")),
                optional(self._typed(encoding.confidence, "number")),
                self._content(element),
                name=element,
            )
            self._define(f"inline.{element}", pattern)

    def _form(self, candidate: Candidate | None) -> list[Pattern]:
        """The attributes that tell a form; without a candidate, those of the general one."""
        encoding = self._mapping.annotation
        if candidate is None:
            return [self._typed(encoding.type, "layer")]
        attributes: list[Pattern] = []
        for name, content in candidate.attributes.items():
            if isinstance(content, str):
                attributes += fixed_attributes({name: content})
            elif content.get("type"):
                attributes.append(self._typed(name, "token"))
            else:
                attributes.append(optional(self._typed(name, encoding.values.get(name, "string"))))
        return attributes


def _ref(name: str) -> Pattern:
    return make("ref", name=name)


def _forms_by_element(layers: MappingOf[str, LayerDefinition], mapping: Mapping) -> dict[str, list[Candidate | None]]:
    """The candidates of all layers by element, each once, and None for the general form."""
    forms: dict[str, list[Candidate | None]] = {mapping.annotation.general: [None]}
    for name in sorted(layers):
        for candidates in layers[name].tei.annotations.values():
            for candidate in candidates:
                known = forms.setdefault(candidate.element, [])
                if candidate not in known:
                    known.append(candidate)
    return forms
