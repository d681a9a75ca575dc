"""Prepare elections by the rule of a real one."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from elections.actions.prepare import prepare_election
from elections.actions.wish import ElectionWish
from elections.rules.templates import Days, Template, Texts
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.rules.entries import Actor
from lip.said import Said


async def prepare_from_template(
    template: Template,
    *,
    polls_on: date | None,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    request: UUID,
) -> Sequence[int]:
    """Prepare all elections of a template; return their numbers. Twice makes one."""
    async with transaction():
        return [
            await prepare_election(
                wish,
                conference=conference,
                by=by,
                now=now,
                request=uuid5(request, str(place)),
            )
            for place, wish in enumerate(
                wishes_of(template, polls_on=polls_on, zone=conference.zone)
            )
        ]


def wishes_of(
    template: Template, *, polls_on: date | None, zone: ZoneInfo
) -> Sequence[ElectionWish]:
    """Write a template as wishes, with its days counted from that of the election."""
    return [_wish(template, title, polls_on, zone) for title in template.titles]


def _wish(
    template: Template, title: Texts, polls_on: date | None, zone: ZoneInfo
) -> ElectionWish:
    days = template.days
    return ElectionWish(
        title=Said.of(**title),
        purpose=Said.of(**template.purpose),
        term=Said.of(**template.term),
        seats=template.seats,
        deputies=template.deputies,
        method=template.method,
        votes_each=template.votes_each,
        own_limit=template.own_limit,
        advance=template.advance,
        ties=template.ties,
        standing_rules=template.standing_rules,
        entitled=template.entitled,
        delegates=template.delegates,
        called_on=_before(polls_on, days.call),
        nominations_until=_closing(polls_on, days, zone),
        admission_on=_before(polls_on, days.admission),
        polls_on=polls_on,
        objections_until=_before(polls_on, _negative(days.objections)),
    )


def _before(day: date | None, days: int | None) -> date | None:
    return None if day is None or days is None else day - timedelta(days=days)


def _negative(days: int | None) -> int | None:
    return None if days is None else -days


def _closing(day: date | None, days: Days, zone: ZoneInfo) -> datetime | None:
    closing = _before(day, days.closing)
    if closing is None:
        return None
    return datetime.combine(closing, time(days.closing_hour), zone)
