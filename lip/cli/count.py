"""`lip count`: count a file of ballots, without a server and without a database."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from elections.files.quota_file import read_quotas
from elections.files.reading import read_contest
from elections.files.result import as_plain, written
from elections.files.unreadable import Unreadable
from elections.rules.counting.methods import METHODS, count
from elections.rules.tally import Tally, TieOver
from elections.rules.terms import Completion, Quotas, Terms
from elections.rules.uncountable import Uncountable
from lip.cli.count_words import (
    not_counted,
    not_read,
    spoiled_sentence,
    step_sentence,
    tie_sentence,
)
from lip.cli.terminal import MACHINE, out, print_json, stop
from lip.words import _

Method = StrEnum("Method", {name: name for name in METHODS})  # type: ignore[misc]
File = Annotated[Path, typer.Argument(help=_("BLT, ABIF, CSV oder Pabulib (.pb)"))]
Seats = Annotated[int, typer.Option(help=_("Zahl der Sitze"), min=1)]
QuotaFile = Annotated[Path | None, typer.Option(help=_("Quoten und Merkmale als JSON"))]
Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]
Votes = Annotated[int | None, typer.Option(help=_("Stimmen je Stimmzettel"), min=1)]
OwnLimit = Annotated[
    int | None, typer.Option(help=_("höchstens so viele für den eigenen Verein"))
]
Completing = Annotated[
    Completion | None, typer.Option(help=_("Ergänzung bei equal-shares"))
]
Threshold = Annotated[
    str, typer.Option(help=_("Sperrklausel für Listen, z. B. 5 % als 1/20"))
]
Preference = Annotated[
    str, typer.Option(help=_("Vorzug: so weit über dem Schnitt der Liste, z. B. 1/10"))
]
Candidates = Annotated[
    str, typer.Option(help=_("Wer zur Wahl steht, mit Komma getrennt"))
]
Lot = Annotated[
    str, typer.Option(help=_("Reihenfolge nach dem Los, mit Komma getrennt"))
]


def count_file(
    file: File,
    method: Annotated[Method, typer.Option(help=_("Zählverfahren"))],
    seats: Seats,
    quota: QuotaFile = None,
    as_json: Json = False,
    votes: Votes = None,
    own_limit: OwnLimit = None,
    completion: Completing = None,
    threshold: Threshold = "0",
    preference: Preference = "",
    candidates: Candidates = "",
    lot: Lot = "",
) -> None:
    """Read, count, print."""
    with _saying_what_is_wrong():
        quotas = Quotas() if quota is None else read_quotas(quota.read_bytes())
        standing = _split(candidates) or tuple(quotas.attributes)
        contest = read_contest(
            file.name, file.read_bytes(), method=method.value, candidates=standing
        )
        terms = Terms(
            seats=seats,
            quotas=quotas,
            votes_each=votes,
            own_limit=own_limit,
            completion=completion,
            threshold=_share(threshold),
            preference=_share(preference) if preference else None,
            lot=_split(lot),
        )
        tally = count(method.value, contest, terms)
    if as_json:
        print_json({"title": contest.title, **as_plain(tally)})
    else:
        _print(tally)


@contextmanager
def _saying_what_is_wrong() -> Iterator[None]:
    try:
        yield
    except Unreadable as error:
        stop(not_read(error))
    except Uncountable as error:
        stop(not_counted(error))
    except FileNotFoundError as error:
        stop(_("Die Datei %(file)s gibt es nicht.", file=error.filename), MACHINE)
    except OSError as error:
        stop(_("Das ging nicht: %(error)s", error=str(error)), MACHINE)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _share(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        stop(_("%(text)s ist kein Anteil; gemeint ist etwa 1/20.", text=text), 2)


def _print(tally: Tally) -> None:
    out.print(
        _(
            "%(valid)s gültige Stimmzettel, %(abstained)s Enthaltungen.",
            valid=tally.valid,
            abstained=tally.abstained,
        )
    )
    for reason, number in tally.spoiled:
        out.print(spoiled_sentence(reason, number), markup=False)
    for at, stage in enumerate(tally.stages, 1):
        title = _("Schritt %(at)s: %(what)s", at=at, what=step_sentence(stage))
        table = Table(title=title, title_justify="left")
        table.add_column(_("Name"))
        table.add_column(_("Stimmen"), justify="right")
        for name, votes in sorted(stage.votes, key=lambda row: (-row[1], row[0])):
            table.add_row(name, written(votes, stage.decimals))
        if stage.votes:
            out.print(table)
        else:
            out.print(title, markup=False)
    _print_result(tally)


def _print_result(tally: Tally) -> None:
    chosen = ", ".join(tally.winners) or _("niemand")
    out.print(_("Gewählt: %(names)s", names=chosen), markup=False)
    deputies = ", ".join(" = ".join(group) for group in tally.deputies)
    if deputies:
        out.print(_("Nachrücken: %(names)s", names=deputies), markup=False)
    for tie in tally.ties:
        if tie.over is not TieOver.NOTHING:
            out.print(tie_sentence(tie), markup=False)
