"""`lip import-oparl` and `lip import-chapter`: take in papers and chapters."""

from pathlib import Path
from typing import Annotated

import typer

from lip.cli.running import command, err, machine, out, print_json
from lip.journal.rules.entries import COMMAND
from lip.opendata.actions.import_chapter import Came, Where
from lip.opendata.actions.import_chapter import import_chapter as take_chapter
from lip.opendata.fault_words import FAULTS
from lip.opendata.files.chapters import read_chapter
from lip.opendata.files.oparl_file import read_oparl
from lip.papers.actions.take_in import TakenIn, take_in_papers
from lip.words import N_, _

Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]

_CAME = {
    Came.ADDED: N_("Neu im Entwurf: %(title)s"),
    Came.CHANGED: N_("Geändert: %(title)s"),
    Came.SAME: N_("Unverändert: %(title)s"),
}


@command
async def import_oparl(
    file: Annotated[Path, typer.Argument(help=_("JSON mit Drucksachen nach OParl"))],
    drafts: Annotated[
        bool, typer.Option("--drafts", help=_("noch nicht veröffentlichen"))
    ] = False,
    as_json: Json = False,
) -> None:
    """Take in papers of other cities; those that are there are brought up to date."""
    values = read_oparl(file.read_bytes())
    done = await take_in_papers(
        values, by=COMMAND, now=machine().now, released=not drafts
    )
    if as_json:
        print_json(_plain(done))
        return
    out.print(
        _(
            "%(added)s neu, %(updated)s geändert, %(unchanged)s unverändert.",
            added=done.added,
            updated=done.updated,
            unchanged=done.unchanged,
        )
    )
    for place, fault in done.faults:
        sentence = _("Nicht eingelesen: Objekt %(number)s: %(why)s")
        err.print(sentence % {"number": place + 1, "why": _(FAULTS[fault])})


@command
async def import_chapter(
    file: Annotated[
        Path, typer.Argument(help=_("Markdown, oder JSON aus Antragsgrün"))
    ],
    plan: Annotated[str, typer.Option(help=_("Kürzel des Plans"))],
    language: Annotated[str, typer.Option(help=_("Sprache des Textes"))] = "de",
    as_json: Json = False,
) -> None:
    """Take a chapter into the draft of a plan; again changes nothing."""
    read = read_chapter(file.read_bytes(), file.name)
    where = Where(plan=plan, language=language)
    came, chapter = await take_chapter(read, where, by=COMMAND, now=machine().now)
    if as_json:
        print_json({"came": came.value, "chapter": chapter.key})
    else:
        out.print(_(_CAME[came], title=read.title))


def _plain(done: TakenIn) -> dict[str, object]:
    return {
        "added": done.added,
        "updated": done.updated,
        "unchanged": done.unchanged,
        "faults": [
            {"object": place + 1, "why": fault.value} for place, fault in done.faults
        ],
    }
