"""`lip opinions`: who votes alike, what unites, what divides; never who is where."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lip.cli.csv_tables import CsvTable, read_table
from lip.cli.terminal import out, print_json, stop
from lip.words import _, ngettext

if TYPE_CHECKING:
    from proposals.rules.consensus import Position
    from proposals.rules.opinion_report import OpinionReport

VOTES = {"1": 1.0, "-1": -1.0, "0": 0.0}
UNSEEN = {"", "nan"}


def opinions(
    votes: Annotated[
        Path,
        typer.Argument(
            help=_(
                "CSV: eine Zeile je Person, eine Spalte je Vorschlag; 1, -1, 0, leer"
            )
        ),
    ],
    comments: Annotated[
        Path | None,
        typer.Option(help=_("CSV mit comment-id, moderated und comment-body")),
    ] = None,
    groups: Annotated[
        str, typer.Option(help=_("Zahl der Gruppen, oder auto"))
    ] = "auto",
    seed: Annotated[int, typer.Option(min=0, help=_("Startwert des Verfahrens"))] = 0,
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Find opinion groups in votes."""
    count = chosen_count(groups, least=2, most=5)
    table = read_table(votes)
    places = [i for i, each in enumerate(table.headings) if each.strip().isdecimal()]
    if not places:
        stop(_("Keine Spalte trägt die Nummer eines Vorschlags als Überschrift."))
    numbers = [int(table.headings[place]) for place in places]
    texts, taken_out = _comments(comments)
    from proposals.rules.opinion_report import report_opinions  # noqa: PLC0415 - numpy

    report = report_opinions(
        _matrix(table, places),
        [number in taken_out for number in numbers],
        count=count,
        seed=seed,
    )
    if as_json:
        print_json(_as_plain(report, numbers, texts))
    else:
        _show(report, numbers, texts)


def chosen_count(value: str, *, least: int, most: int) -> int | None:
    """Read `auto` or a number, or end the command with a sentence."""
    if value == "auto":
        return None
    if not value.isdecimal() or not least <= int(value) <= most:
        stop(
            _(
                "Erlaubt sind „auto“ oder eine Zahl von %(least)s bis %(most)s.",
                least=least,
                most=most,
            ),
            2,
        )
    return int(value)


def _matrix(table: CsvTable, places: list[int]) -> list[list[float]]:
    return [
        [_vote(row[place], line) for place in places]
        for line, row in enumerate(table.rows, start=2)
    ]


def _vote(cell: str, line: int) -> float:
    text = cell.strip().lower().removesuffix(".0")
    if text in UNSEEN:
        return float("nan")
    if text not in VOTES:
        stop(
            _(
                "Zeile %(line)s: „%(cell)s“ ist keine Stimme. Erlaubt sind 1, -1, 0 "
                "und leer.",
                line=line,
                cell=cell,
            )
        )
    return VOTES[text]


def _comments(path: Path | None) -> tuple[dict[int, str], set[int]]:
    """Read the texts, and the numbers of the ones that were taken out."""
    if path is None:
        return {}, set()
    table = read_table(path)
    numbers = table.column("comment-id")
    texts = table.column("comment-body")
    states = table.column("moderated")
    known = [
        (int(number), text, state.strip().removesuffix(".0"))
        for number, text, state in zip(numbers, texts, states, strict=True)
        if number.strip().isdecimal()
    ]
    return (
        {number: text for number, text, _state in known},
        {number for number, _text, state in known if state == "-1"},
    )


def _as_plain(
    report: "OpinionReport", numbers: list[int], texts: dict[int, str]
) -> dict[str, Any]:
    def plain(position: "Position") -> dict[str, Any]:
        return {
            "proposal": numbers[position.proposal],
            "text": texts.get(numbers[position.proposal], ""),
            "side": position.side,
            "votes": position.votes,
            "seen": position.seen,
            "share": position.share,
            "share_test": position.share_test,
            "ratio": position.ratio,
            "ratio_test": position.ratio_test,
        }

    return {
        "participants": report.participants,
        "grouped": report.grouped,
        "group_count": len(report.groups),
        "groups_too_small": report.groups_too_small,
        "groups": [
            {
                "group": group.number,
                "size": group.size,
                "representative": [plain(each) for each in group.representative],
            }
            for group in report.groups
        ],
        "uniting": {
            "agree": [plain(each) for each in report.united_for],
            "disagree": [plain(each) for each in report.united_against],
        },
        "proposals": [
            {
                "proposal": numbers[each.proposal],
                "text": texts.get(numbers[each.proposal], ""),
                "moderated_out": each.taken_out,
                "consensus": {"agree": each.agree, "disagree": each.disagree},
                "division": each.division,
                "groups": [
                    {"group": number, "agrees": a, "disagrees": d, "seen": s}
                    for number, (a, d, s) in enumerate(each.by_group, start=1)
                ],
            }
            for each in report.proposals
        ],
    }


def _show(report: "OpinionReport", numbers: list[int], texts: dict[int, str]) -> None:
    def line(position: "Position") -> None:
        number = numbers[position.proposal]
        word = _("dafür") if position.side == "agree" else _("dagegen")
        share = f"{position.votes}/{position.seen}"
        text = texts.get(number, "")
        out.print(f"  {word} {share}  #{number}  {text}".rstrip(), markup=False)

    if not report.groups:
        out.print(_("Es haben zu wenige abgestimmt, um Gruppen zu zeigen."))
    for group in report.groups:
        people = ngettext("%(num)s Person", "%(num)s Personen", group.size)
        out.print(
            _("Gruppe %(number)s: %(people)s", number=group.number, people=people)
        )
        for each in group.representative:
            line(each)
    if report.united_for or report.united_against:
        out.print(_("Worin die meisten übereinstimmen:"))
    for each in (*report.united_for, *report.united_against):
        line(each)
