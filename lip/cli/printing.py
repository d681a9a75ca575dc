"""`lip badges` and `lip door-list`: paper, ready for the printer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from lip.cli.running import Machine, command, machine, out, print_json, stop
from lip.conference.actions.print_badges import print_badges, print_door_list
from lip.conference.actions.register import ticket_code
from lip.conference.documents.badges import badges_pdf
from lip.conference.documents.door_list import door_list_pdf
from lip.conference.documents.people import badge_of, door_list_of
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.badges import FORMATS, USUAL, Badge
from lip.conference.rules.printing import (
    Printee,
    PrintOrder,
    Selection,
    Whose,
    number_ranges,
)
from lip.journal.rules.entries import COMMAND
from lip.words import _, speaking, spoken

Conference = Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))]
Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]
Language = Annotated[str, typer.Option(help=_("Sprache der Aufschriften"))]


@command
async def badges(
    conference: Conference,
    output: Annotated[Path, typer.Option("--out", help=_("Datei"))] = Path(
        "namensschilder.pdf"
    ),
    paper: Annotated[
        str, typer.Option("--format", help=", ".join(FORMATS))
    ] = USUAL.name,
    whose: Annotated[Whose, typer.Option(help=_("für wen"))] = Whose.ALL,
    numbers: Annotated[str, typer.Option(help=_("Nummern, z. B. 1-20,33"))] = "",
    role: Annotated[str, typer.Option(help=_("nur diese Rolle"))] = "",
    order: Annotated[PrintOrder, typer.Option(help=_("Reihenfolge"))] = PrintOrder.NAME,
    language: Language = "",
    first: Annotated[
        int, typer.Option(min=1, help=_("erste freie Stelle auf dem ersten Bogen"))
    ] = 1,
    as_json: Json = False,
) -> None:
    """Print badges as PDF."""
    here = machine()
    if paper not in FORMATS:
        stop(
            _("Dieses Format gibt es nicht. Möglich: %(all)s", all=", ".join(FORMATS)),
            2,
        )
    wanted = _wanted(numbers)
    place = await conference_by_key(conference)
    selection = Selection(
        whose=Whose.NUMBERS if numbers else whose,
        role=role,
        numbers=wanted,
        order=order,
    )
    people = await print_badges(
        selection, conference=place, format_name=paper, by=COMMAND, now=here.now
    )
    tag = spoken(language or place.language)
    made = _badges(people, place, here, language=tag)
    content = badges_pdf(
        made,
        format=FORMATS[paper],
        language=tag,
        accent=here.settings.accent,
        first=min(first, FORMATS[paper].per_sheet),
    )
    _write(output, content, many=len(made), as_json=as_json)


def _badges(
    people: Sequence[Printee], place: ConferenceFacts, here: Machine, *, language: str
) -> list[Badge]:
    with speaking(language):
        return [
            badge_of(
                person,
                ticket_code(person.id, person.issue, keys=here.keys),
                conference=place,
                base_url=here.settings.base_url,
            )
            for person in people
        ]


def _wanted(numbers: str) -> tuple[range, ...]:
    found = number_ranges(numbers) if numbers else ()
    if found is None:
        stop(_("Diese Nummern lassen sich nicht lesen: %(text)s", text=numbers), 2)
    return found


@command
async def door_list(
    conference: Conference,
    output: Annotated[Path, typer.Option("--out", help=_("Datei"))] = Path(
        "einlassliste.pdf"
    ),
    language: Language = "",
    as_json: Json = False,
) -> None:
    """Print the door list with a column for signatures, as PDF."""
    here = machine()
    place = await conference_by_key(conference)
    people = await print_door_list(conference=place, by=COMMAND, now=here.now)
    tag = spoken(language or place.language)
    with speaking(tag):
        listed = door_list_of(people, conference=place, day=None)
    content = door_list_pdf(listed, language=tag, accent=here.settings.accent)
    _write(output, content, many=len(listed.rows), as_json=as_json)


def _write(path: Path, content: bytes, *, many: int, as_json: bool) -> None:
    path.write_bytes(content)
    if as_json:
        print_json({"file": path, "people": many, "bytes": len(content)})
    else:
        out.print(_("%(file)s: %(many)s Personen.", file=path, many=many), markup=False)
