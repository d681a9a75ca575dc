"""Fill in the papers of the sample and the way of one of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.bodies.actions.note_step import StepWish, note_step, release_step
from lip.bodies.rules.kinds import Outcome, Station
from lip.database import transaction
from lip.journal.rules.entries import COMMAND
from lip.papers.actions.release_paper import release_paper
from lip.papers.actions.save_paper import add_paper
from lip.papers.queries.papers import papers_called
from lip.partial_dates import PartialDate
from lip.said import Said
from lip.sample.papers.texts import catalogue, interim_report
from lip.subjects import SubjectKind

DECISION: Final = "1200/2026"


async def fill_in_papers(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    """Add what is missing, and show it to everybody."""
    wishes = [interim_report(bodies), catalogue(bodies)]
    there = await papers_called([one.reference for one in wishes])
    async with transaction():
        for wish in wishes:
            if wish.reference in there:
                continue
            paper = await add_paper(wish, by=COMMAND, now=now)
            await release_paper(paper, by=COMMAND, now=now)
            if wish.reference == DECISION:
                await _note_way(paper, bodies, now=now)


async def _note_way(paper: UUID, bodies: Mapping[str, UUID], *, now: datetime) -> None:
    for wish in _way(bodies):
        step = await note_step(SubjectKind.PAPER, paper, wish, by=COMMAND, now=now)
        await release_step(step, by=COMMAND, now=now)


def _way(bodies: Mapping[str, UUID]) -> Sequence[StepWish]:
    """Say how the catalogue went: from experts to the council, point by point."""
    return [
        StepWish(
            station=Station.EXPERT_GROUP,
            body=bodies["expertengruppe-soziales"],
            outcome=Outcome.AGREED,
            happened=PartialDate(2025, 41),
        ),
        StepWish(
            station=Station.STATEMENTS,
            body=bodies["integrationsbeiraete"],
            outcome=Outcome.STATED,
            happened=PartialDate(2026, 1),
            words=Said.of(
                de="Die Beiräte wünschen eigene Angebote für Frauen und jedes Jahr "
                "einen Bericht.",
                en="The advisory boards want offers for women and a report every year.",
                ar="ترغب المجالس الاستشارية في عروض خاصة بالنساء وتقرير كل سنة.",
            ),
        ),
        StepWish(
            station=Station.STEERING_GROUP,
            body=bodies["lenkungsgruppe"],
            outcome=Outcome.AGREED_CHANGED,
            happened=PartialDate(2026, 2, 12),
            words=Said.of(
                de="Der jährliche Bericht wird Teil des Antrags.",
                en="The yearly report becomes part of the motion.",
                ar="يصبح التقرير السنوي جزءا من الطلب.",
            ),
        ),
        *_committee(bodies["internationaler-ausschuss"]),
        StepWish(
            station=Station.COUNCIL,
            body=bodies["rat"],
            outcome=Outcome.DECIDED,
            happened=PartialDate(2026, 5, 21),
            result=Said.of(de="Einstimmig", en="Unanimous", ar="بالإجماع"),
            paper=DECISION,
        ),
    ]


def _committee(body: UUID) -> Sequence[StepWish]:
    on = PartialDate(2026, 4, 23)
    return [
        StepWish(
            station=Station.COMMITTEE,
            body=body,
            outcome=Outcome.REFUSED,
            happened=on,
            part="Handlungsfeld 3, 3.1 Frauen Punkte 6 und 7",
            yes=2,
            no=8,
            abstained=1,
            words=Said.of(
                de="Die Angebote gibt es schon im Gleichstellungsplan.",
                en="The plan for equality has these offers already.",
                ar="هذه العروض موجودة بالفعل في خطة المساواة.",
            ),
            paper=DECISION,
        ),
        StepWish(
            station=Station.COMMITTEE,
            body=body,
            outcome=Outcome.AGREED,
            happened=on,
            part="Alle übrigen Punkte",
            yes=10,
            no=1,
            paper=DECISION,
        ),
    ]
