"""Read lists of associations and of voters from a file, and say what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from elections.actions.associations import MOST_DELEGATES, AssociationWish
from elections.rules.likeness import likeness
from lip.conference.files.sheets import read_sheet
from lip.conference.rules.headings import heading_key, keys
from lip.errors import Unusable

MOST_FAULTS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFault:
    """What is wrong with a line of a file; `code` has a sentence."""

    line: int
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVoter:
    """One line of a roll as it was handed in."""

    line: int
    number: int | None = None
    name: str = ""
    association: str = ""


_ASSOCIATION: Final = {
    "name": keys(
        "Verein/Vereinsname/Name/Name des Vereins/Organisation/Migrantenorganisation/"
        "Association/Name of association/الجمعية/اسم الجمعية"
    ),
    "register_number": keys(
        "Registernummer/Register-Nr./Registernr/Vereinsregister/"
        "Vereinsregisternummer/VR/VR-Nummer/VR-Nr./Register number/رقم السجل"
    ),
    "seat": keys("Sitz/Ort/Stadt/Seat/City/Place/المقر"),
    "umbrella": keys("Dachverband/Umbrella/Umbrella association/اتحاد"),
    "delegates": keys(
        "Delegierte/Anzahl Delegierte/Zahl der Delegierten/Delegates/"
        "Number of delegates/المندوبون"
    ),
}
_VOTER: Final = {
    "number": keys("Nummer/Nr./Ticketnummer/Badge/Number/No./الرقم"),
    "name": keys("Name/Person/Vor- und Nachname/Vollständiger Name/Full name/الاسم"),
    "association": keys("Verein/Organisation/Association/Organization/الجمعية"),
}
_NO: Final = frozenset({"", "nein", "no", "0", "false", "falsch", "-", "لا"})


def read_associations(
    content: bytes, filename: str, *, each: int = 1
) -> tuple[Sequence[AssociationWish], Sequence[LineFault]]:
    """
    Read associations; one that stands twice is a fault, and so is no name.

    Each may send as many delegates as `each`, unless the list says otherwise.
    """
    wishes: list[AssociationWish] = []
    faults: list[LineFault] = []
    first: dict[str, int] = {}
    for line, cells in _rows(content, filename, _ASSOCIATION, needed=("name",)):
        name = cells.get("name", "")[:200]
        alike = likeness(name)
        delegates = _delegates(cells.get("delegates", ""), each)
        if not alike:
            faults.append(LineFault(line=line, code="association_without_name"))
        elif alike in first:
            facts = {"name": name, "first": first[alike]}
            faults.append(LineFault(line=line, code="listed_twice", facts=facts))
        elif delegates is None:
            facts = {"most": MOST_DELEGATES}
            fault = LineFault(line=line, code="association_delegates", facts=facts)
            faults.append(fault)
        else:
            wishes.append(
                AssociationWish(
                    name=name,
                    register_number=cells.get("register_number", "")[:60],
                    seat=cells.get("seat", "")[:120],
                    umbrella=cells.get("umbrella", "").casefold() not in _NO,
                    delegates=delegates,
                )
            )
        first.setdefault(alike, line)
    return wishes, faults[:MOST_FAULTS]


def read_voters(
    content: bytes, filename: str
) -> tuple[Sequence[ListedVoter], Sequence[LineFault]]:
    """Read a roll; nobody may stand there twice, by number or by name."""
    voters: list[ListedVoter] = []
    faults: list[LineFault] = []
    first: dict[tuple[str, ...], int] = {}
    for line, cells in _rows(content, filename, _VOTER, needed=()):
        text = cells.get("number", "").removesuffix(".0")
        voter = ListedVoter(
            line=line,
            number=int(text) if text.isdecimal() and len(text) < 9 else None,
            name=cells.get("name", "")[:200],
            association=cells.get("association", "")[:200],
        )
        key = _key(voter)
        if text and voter.number is None:
            faults.append(LineFault(line=line, code="listed_number"))
        elif not any(key):
            faults.append(LineFault(line=line, code="listed_nobody"))
        elif key in first:
            shown = voter.name or voter.association or text
            facts = {"name": shown, "first": first[key]}
            faults.append(LineFault(line=line, code="listed_twice", facts=facts))
        else:
            voters.append(voter)
        first.setdefault(key, line)
    return voters, faults[:MOST_FAULTS]


def _key(voter: ListedVoter) -> tuple[str, ...]:
    """Tell people apart: by number, else by name and association."""
    if voter.number is not None:
        return (str(voter.number),)
    return (likeness(voter.name), likeness(voter.association))


def _rows(
    content: bytes,
    filename: str,
    known: Mapping[str, frozenset[str]],
    *,
    needed: Sequence[str],
) -> Sequence[tuple[int, Mapping[str, str]]]:
    sheet = read_sheet(content, filename=filename)
    places: dict[str, int] = {}
    for name, headings in known.items():
        for place, heading in enumerate(sheet.headings):
            if heading_key(heading) in headings and place not in places.values():
                places.setdefault(name, place)
    if not places or any(name not in places for name in needed):
        raise Unusable("list_without_headings")
    return [
        (
            row.line,
            {
                name: " ".join(row.cells[place].split())
                for name, place in places.items()
                if place < len(row.cells)
            },
        )
        for row in sheet.rows
    ]


def _delegates(text: str, each: int) -> int | None:
    text = text.removesuffix(".0")
    if not text:
        return each
    fits = text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MOST_DELEGATES
    return int(text) if fits else None
