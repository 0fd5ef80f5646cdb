"""Authors from the lines that name them, with their offices, newsrooms and addresses."""

from __future__ import annotations

from corpus_tools.formats.seed.dates.find import date_line, find_date
from corpus_tools.formats.seed.fields.beside_authors import (
    affiliate,
    after_cue,
    after_opener,
    beside_day,
    ground_beside_author,
    is_place_after,
    newsroom_of,
    without_address,
    without_office,
)
from corpus_tools.formats.seed.fields.credits import credit_words
from corpus_tools.formats.seed.fields.grounding import Grounding
from corpus_tools.formats.seed.fields.places import place_beside_names
from corpus_tools.formats.seed.fields.reporters_chinese import reporter_and_place
from corpus_tools.formats.seed.fields.reporters_korean import ground_reporters
from corpus_tools.formats.seed.lexicon.cues import Cue, Cues
from corpus_tools.formats.seed.lexicon.labels import label_inside
from corpus_tools.formats.seed.lexicon.phrases import lowered
from corpus_tools.formats.seed.names.addresses import address_in
from corpus_tools.formats.seed.names.organisations import ends_in_site, is_led_by_article, is_newsroom, is_organisation
from corpus_tools.formats.seed.names.recognise import (
    Extent,
    is_full_name,
    is_initials_of_name,
    is_job,
    is_office_in_city,
    listed,
    name_in,
    segments,
    trimmed,
    without_job,
)
from corpus_tools.formats.seed.roles.marked import is_initials
from corpus_tools.formats.seed.roles.people_caseless import PLACE_OF_AUTHOR

_SAID = {"contributors", "credit", "published", "sources", "updated"}
_SEMICOLONS = {";", "；", "؛"}


def _value(into: Grounding, index: int) -> Extent:
    """What a byline says, without another cue after its label: ``BYLINE: By Ana Silva``."""
    cue, (start, end) = into.chosen[index].cue, into.value(index)
    if cue is None or cue.form != "label":
        return start, end
    others = into.cues.at_start(into.texts[index][start:end])
    return start + next((other.start for other in others if other.role == "byline" and other.form == "opener"), 0), end


def _names_nobody(into: Grounding, index: int, extent: Extent) -> bool:
    """Whether a byline is a desk, an office or a newsroom, which may be that of the author of the line before."""
    text, cue = into.texts[index], into.chosen[index].cue
    authors = into.metadata.get("authors", [])
    if extent[0] >= extent[1] and authors and is_job(text, into.cues):
        authors[-1].setdefault("role", text)  # a word for who writes, which other languages set before a name
    below = authors and into.chosen[index - 1].role == "byline"
    if below and cue is not None and _is_office(text, cue, into.cues):
        authors[-1].setdefault("role", " ".join(text.split()))
        return True
    below = below and (cue is None or cue.form == "line")
    if extent[0] >= extent[1] or (below and _below_author(into, index)):
        return True
    if cue is None:
        return is_initials(text) is not None or is_office_in_city(text, into.cues)
    return cue.field is None or text[cue.start : cue.start + 1] in (",", "،")


def _is_office(text: str, cue: Cue, cues: Cues) -> bool:
    """Whether the word of an office, which may stand before or after names, stands beside no name below an author.

    ``خبرنگار سیاسی``, ``वरिष्ठ संवाददाता``, ``Mwandishi wa BBC``, ``Politiikan toimittaja``
    """
    value = text[cue.start : cue.end]
    led = value[:1].islower() or text.lower() == text.upper() or (cue.form == "closer" and " " not in value)
    return cue.form in {"opener", "closer"} and bool(value) and led and cue.phrase in cues.words["jobs"]


def ground_byline(into: Grounding, index: int) -> None:
    """The authors of a byline; one without a cue may say more about the author of the line before."""
    text, (start, end) = into.texts[index], _value(into, index)
    words = text[start:end]
    authors = into.metadata.get("authors", [])
    cue = into.chosen[index].cue
    alone = cue is None
    address = address_in(text, start, end)
    if _names_nobody(into, index, (start, end)):
        return
    if alone and text in into.cues.words["agencies"]:
        into.party(index, (start, end), "sources")
    elif words.isalnum() and words.islower() and not is_job(words, into.cues):
        into.party(index, (start, end), "authors")  # a user name
    elif alone and authors and address is not None:
        authors[-1].setdefault("uri", f"mailto:{address[1]}")
    elif (found := reporter_and_place(text, alone=alone)) is not None:
        ground_authors(into, index, found.names)
        if found.place is not None:
            into.place(index, found.place)
    else:
        stop = end if address is None else address[0][0]
        if into.cues.languages[0] != "ko" or not ground_reporters(into, index, (start, stop)):
            _ground_names(into, index, (start, end), stop, marked=alone or "=" in words or "＝" in words)
        if address is not None and (authors := into.metadata.get("authors", [])):
            authors[-1].setdefault("uri", f"mailto:{address[1]}")


def _ground_names(into: Grounding, index: int, extent: Extent, stop: int, *, marked: bool) -> None:
    """The authors of a byline, and the place beside them, which a mark may show; an address follows `stop`."""
    placed = into.chosen[index].reason != PLACE_OF_AUTHOR
    parts = place_beside_names(into.texts[index], extent[0], stop, into.cues, placed=placed) if marked else None
    if parts is not None and parts[0] is not None:
        into.place(index, parts[0])
    ground_authors(into, index, extent if parts is None else parts[1])


def _below_author(into: Grounding, index: int) -> bool:
    """Ground a line that says more about the authors above: the office, the newsroom, or the paper and the day."""
    text, (start, end) = into.texts[index], into.value(index)
    day = find_date(text, into.cues, start, end)
    if day is not None and day.full:
        into.date(index, (day.start, end), "published")
    elif is_job(text[start:end], into.cues) and not _names_another(into, index):
        _office(into, index)
    elif (newsroom := newsroom_of(text, start, end, into.cues)) is not None:
        affiliate(into, index, newsroom, 0)
    else:
        return False
    return True


def _names_another(into: Grounding, index: int) -> bool:
    """Whether a line with an office begins with the full name of whose it is."""
    text, cues = into.texts[index], into.cues
    first = next(iter(listed(text, *into.value(index), cues)), (0, 0))
    name = name_in(text, *first, cues)
    words = text[slice(*name)] if name is not None else ""
    led = text.lower() == text.upper() and text.split()[0] in cues.words["jobs"]  # مراسل الشؤون السياسية
    return " " in words and not led and not is_job(words, cues) and not is_organisation(words, cues)


def _office(into: Grounding, index: int) -> None:
    """The office of the author of the line before, perhaps with the newsroom: ``Associated Press Writer``."""
    text, extent = into.texts[index], into.value(index)
    author = into.metadata["authors"][-1]
    newsroom = without_job(text, *extent, into.cues)
    if newsroom != extent and is_organisation(text[slice(*newsroom)], into.cues):
        affiliate(into, index, newsroom, len(into.metadata["authors"]) - 1)
    else:
        author.setdefault("role", " ".join(text[slice(*extent)].split()))


def ground_authors(into: Grounding, index: int, extent: Extent) -> None:
    """Names, a newsroom and a date between bars or dashes."""
    text = into.texts[index]
    first = len(into.metadata.get("authors", ()))
    named = False
    for number, part in enumerate(_names_first(text, _parts(text, extent, into, index), into)):
        if number and _said(into, index, part):
            continue
        if (day := date_line(text, into.cues, *part)) and day.full:
            into.date(index, part, "published")
        elif not named:
            _listed(into, index, part)
            named = True
        elif is_organisation(words := text[slice(*part)], into.cues):
            affiliate(into, index, part, first)
        elif "-" in into.cues.words["and"] and is_full_name(words, into.cues):
            _listed(into, index, part)  # Hoàng Long - Minh Châu
        elif is_job(words, into.cues) and len(authors := into.metadata.get("authors", [])) > first:
            authors[-1].setdefault("role", " ".join(words.split()))


def _parts(text: str, extent: Extent, into: Grounding, index: int) -> list[Extent]:
    """The parts of a byline between bars and dashes, and before labels."""
    parts: list[Extent] = []
    for start, end in segments(text, *extent):
        inner = label_inside(text, start, end, into.cues)
        first = after_opener(into, index, start, inner)
        parts += [trimmed(text, first, inner)] + ([(inner, end)] if inner < end else [])
    return parts


def _names_first(text: str, parts: list[Extent], into: Grounding) -> list[Extent]:
    """The parts of a byline, its names before the newsroom that stands before them."""
    if len(parts) < 2 or not is_newsroom(text[slice(*parts[0])], into.cues):
        return parts
    second = text[slice(*parts[1])]
    swap = " " in second and not is_newsroom(second, into.cues)
    return [parts[1], parts[0], *parts[2:]] if swap else parts


def _listed(into: Grounding, index: int, part: Extent) -> None:
    """The items of a list: names, and the offices and organisations of the names before."""
    text, cues = into.texts[index], into.cues
    first, known = len(into.metadata.get("authors", ())), "wires"
    for item in without_office(into, index, listed(text, *beside_day(into, index, part), cues)):
        start, end = without_address(text, *item)
        if text[start] == "(":
            start += 1
        end -= text[end - 1] == ")" and "(" not in text[start:end]
        words = text[start:end]
        if item[0] > part[0] and _said(into, index, (start, end)):
            continue
        authors = into.metadata.get("authors", [])[first:]
        placed = bool(words and authors) and is_place_after(words, authors[-1]["name"], cues)
        if not words or (placed and not is_organisation(words, cues)):
            continue
        if authors and ground_beside_author(into, index, (start, end), first):
            continue
        if not authors and words in cues.words[known]:
            into.party(index, (start, end), "sources")
            known = "agencies"  # MTI, Telex
        else:
            _named(into, index, (start, end), first)


def _said(into: Grounding, index: int, part: Extent) -> bool:
    """Add what a part after the first says by its own label: ``Written by: Ana Silva, Edited by: Rui Costa``."""
    text = into.texts[index][slice(*part)]
    clause = into.texts[index][: part[0]].rstrip()[-1:] in _SEMICOLONS
    cue = next((cue for cue in into.cues.at_start(text) if _says(text, cue, into, clause=clause)), None)
    if cue is None:
        return False
    extent = part[0] + cue.start, part[1]
    if cue.field == "credit":
        credit_words(into, index, extent)
    elif cue.field == "sources":
        into.party(index, extent, "sources")
    elif cue.field != "contributors":
        into.date(index, extent, cue.field or "")
    if cue.field != "contributors":
        return True
    for item in listed(into.texts[index], *extent, into.cues):
        if (name := name_in(into.texts[index], *item, into.cues)) is not None:
            into.party(index, name, "contributors", role=cue.contributor or "")
    return True


def _says(text: str, cue: Cue, into: Grounding, *, clause: bool) -> bool:
    """Whether a cue says what follows it: a label does, and words of a date before nothing but a date.

    In a `clause` of its own any words for people who had a part do.
    """
    if cue.form == "label" or cue.field in {"contributors", "credit"}:
        opener = clause or (cue.field == "contributors" and " " in cue.phrase)
        return (cue.form == "label" or (opener and cue.form == "opener")) and cue.field in _SAID
    return cue.field in _SAID and date_line(text, into.cues, cue.start) is not None


def _named(into: Grounding, index: int, item: Extent, first: int) -> None:
    """One name, perhaps with its newsroom in brackets."""
    text, cues = into.texts[index], into.cues
    name = name_in(text, *after_cue(text, item, cues), cues)
    if name is None:
        return
    words = text[slice(*name)]
    paper, _, person = words.partition(" ")
    if " " in person and paper in cues.words["agencies"] and not paper.isupper():  # Ouest-France Ana SILVA
        into.party(index, (name[1] - len(person), name[1]), "authors")
        affiliate(into, index, (name[0], name[0] + len(paper)), first)
        return
    if words not in cues.words["agencies"] and not words.isupper() and is_organisation(words, cues):
        return  # a newsroom
    if words in cues.words["wires"] or (words in cues.words["agencies"] and (" " in words or not words.istitle())):
        into.party(index, name, "sources")
        return
    desk = is_job(words, cues) and words.partition(" ")[0] not in cues.words["agencies"]
    if desk and (wire := words.rpartition(" ")[2]) in cues.words["wires"]:  # Redazione ANSA
        into.party(index, (name[1] - len(wire), name[1]), "sources")
    if desk or is_led_by_article(words, cues) or ends_in_site(words) or is_initials_of_name(words):
        return  # The Standard Bureau, Le Courrier, Courier.example, C.A.
    bracket, closing = text.find("(", *item), text.find(")", *item)  # which a byline in brackets lacks
    inner = trimmed(text, bracket + 1, closing if closing > 0 else item[1]) if bracket > name[0] else (0, 0)
    bracketed = text[slice(*inner)]
    if bracketed and cues.words["photo"].issuperset(lowered(bracketed).split()):
        into.party(index, name, "contributors", role="photographer")  # Ana Silva (Text), Rui Reis (Fotos)
        return
    into.party(index, name, "authors")
    if is_job(text[slice(*item)], cues):
        _office_beside(into, index, name, item)
    if is_organisation(bracketed, cues):
        affiliate(into, index, inner, first)


def _office_beside(into: Grounding, index: int, name: Extent, item: Extent) -> None:
    """The office right after or before the name of an author in an item of a list."""
    text = into.texts[index]
    extents = trimmed(text, name[1], item[1]), trimmed(text, item[0], name[0])
    office = next((words for extent in extents if (words := text[slice(*extent)]) and is_job(words, into.cues)), "")
    if office.lower() != office.upper() and "(" not in office:
        into.metadata["authors"][-1].setdefault("role", " ".join(office.split()))
