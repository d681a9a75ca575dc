"""Choose how long the data of a conference is kept, and prolong it for a reason."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final, TypeAlias
from uuid import UUID, uuid4

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.keeping import kept_of
from lip.conference.rules.keeping import (
    MOST_ATTENDANCE_MONTHS,
    MOST_GUESTS_MONTHS,
    MOST_NEEDS_DAYS,
    MOST_PROLONGED_MONTHS,
    Periods,
    months_after,
)
from lip.conference.rules.participants import needs_end
from lip.conference.tables import Conference, Prolonging
from lip.database import fetch, lock_rows, transaction
from lip.errors import NotFound, Unusable
from lip.journal.actions.record import record
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry

LONGEST_REASON: Final = 500

Facts: TypeAlias = dict[str, str | int | bool | None]


async def choose_periods(
    conference: ConferenceFacts, periods: Periods, *, by: Actor, now: datetime
) -> bool:
    """Set the periods of a conference; what is stored already follows them."""
    _check(periods)
    async with transaction():
        await _lock(conference.id)
        if (await kept_of(conference.id)).periods == periods:
            return False
        await Conference.update({
            Conference.needs_kept_days: periods.needs_days,
            Conference.guests_kept_months: periods.guests_months,
            Conference.attendance_kept_months: periods.attendance_months,
        }).where(Conference.id == conference.id)
        await move_needs(conference.id)
        await record(
            _entry(
                Act.PERIODS_CHANGED,
                conference,
                by,
                now,
                {
                    "needs_days": periods.needs_days,
                    "guests_months": periods.guests_months,
                    "attendance_months": periods.attendance_months,
                },
            )
        )
    return True


async def move_needs(conference: UUID) -> None:
    """Let stored needs end as the conference's last day and period now say."""
    kept = await kept_of(conference)
    end = needs_end(kept.last, kept.last, kept_days=kept.periods.needs_days)
    await fetch(
        "UPDATE need SET delete_on = ? WHERE delete_on <> ? AND participant IN "
        "(SELECT id FROM participant WHERE conference = ?)",
        end,
        end,
        conference,
    )


async def prolong(
    conference: ConferenceFacts,
    kind: str,
    *,
    until: date,
    reason: str,
    among: Collection[str],
    by: Actor,
    now: datetime,
    request: UUID,
) -> None:
    """Keep one kind of data longer; a repeat changes nothing."""
    today = now.astimezone(conference.zone).date()
    if kind not in among:
        raise Unusable("kind_not_prolongable")
    if not reason or len(reason) > LONGEST_REASON:
        raise Unusable("prolonging_needs_reason")
    if not today < until <= months_after(today, MOST_PROLONGED_MONTHS):
        raise Unusable("prolonging_out_of_reach", months=MOST_PROLONGED_MONTHS)
    async with transaction():
        await _lock(conference.id)
        if await subjects_of_requests([request]):
            return
        row = Prolonging(
            id=uuid4(),
            conference=conference.id,
            kind=kind,
            until=until,
            reason=reason,
            made_at=now,
        )
        await row.save()
        facts: Facts = {"data_kind": kind, "until": until.isoformat()}
        await record(
            _entry(Act.RETENTION_PROLONGED, conference, by, now, facts, request)
        )


async def end_prolonging(
    conference: ConferenceFacts, one: UUID, *, by: Actor, now: datetime
) -> bool:
    """End a prolonging early; ended twice, nothing changes."""
    async with transaction():
        await _lock(conference.id)
        mine = (Prolonging.id == one) & (Prolonging.conference == conference.id)
        there = await Prolonging.select().where(mine).first()
        if there is None:
            raise NotFound("unknown_prolonging")
        if there["ended_at"] is not None:
            return False
        await Prolonging.update({Prolonging.ended_at: now}).where(mine)
        facts: Facts = {"data_kind": there["kind"]}
        await record(_entry(Act.PROLONGING_ENDED, conference, by, now, facts))
    return True


def _check(periods: Periods) -> None:
    in_reach = (
        0 <= periods.needs_days <= MOST_NEEDS_DAYS
        and 1 <= periods.guests_months <= MOST_GUESTS_MONTHS
        and 1 <= periods.attendance_months <= MOST_ATTENDANCE_MONTHS
    )
    if not in_reach:
        raise Unusable("period_out_of_reach")


async def _lock(conference: UUID) -> None:
    await lock_rows(Conference.select(Conference.id).where(Conference.id == conference))


def _entry(  # noqa: PLR0917 - a short form
    act: Act,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
    facts: Facts,
    request: UUID | None = None,
) -> Entry:
    return Entry(
        at=now,
        by=by,
        act=act,
        subject=conference.id,
        scope=conference.key,
        facts=facts,
        request=request,
    )
