"""Gather all that is public, as programs are told of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.queries.for_programs import times_of_bodies
from lip.journal.queries import times_of
from lip.opendata.actions.gather_plan import plan_things
from lip.opendata.documents.oparl_city import city, organisation, system
from lip.opendata.documents.oparl_elected import elected_things
from lip.opendata.documents.oparl_meetings import meeting
from lip.opendata.queries.elected_people import OpenElection, open_elections
from lip.opendata.queries.open_conferences import open_conferences
from lip.opendata.rules.dated import Dated, dated_by
from lip.opendata.rules.oparl import OparlType, Thing
from lip.opendata.rules.site import Site

BEGINNING: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When system and city were made, as long as they hold nothing."""


async def public_things(site: Site, *, now: datetime) -> Sequence[Thing]:
    """List all objects of OParl, each once; the city and the system come last."""
    conferences = await open_conferences()
    things = [
        *await _organisations(site),
        *(thing for one in conferences for thing in meeting(one, site)),
        *await _elected(await open_elections(conferences, now=now), site),
        *await plan_things(site, now=now),
    ]
    return [*_once(things), *frame(site, things)]


def frame(site: Site, things: Sequence[Thing]) -> Sequence[Thing]:
    """Tell of the city and the system, which are as old as what they hold."""
    times = [one.created for one in things] or [BEGINNING]
    dated = Dated(created=min(times), changed=min(times))
    terms = [one for one in things if one.kind is OparlType.TERM]
    return [city(site, terms, dated), system(site, dated)]


async def _organisations(site: Site) -> Sequence[Thing]:
    times = await times_of_bodies()
    return [
        organisation(one, dated_by(times, one.id, BEGINNING), site)
        for one in await all_bodies()
    ]


async def _elected(elections: Sequence[OpenElection], site: Site) -> Sequence[Thing]:
    times = await times_of([one.final.last.id for one in elections])
    return [
        thing
        for one in elections
        for thing in elected_things(
            one, dated_by(times, one.final.last.id, one.otherwise), site
        )
    ]


def _once(things: Iterable[Thing]) -> Sequence[Thing]:
    """Join what is told of twice, as an organisation that holds two conferences."""
    found: dict[UUID, Thing] = {}
    for one in things:
        first = found.get(one.id, one)
        found[one.id] = replace(
            first,
            created=min(first.created, one.created),
            changed=max(first.changed, one.changed),
        )
    return list(found.values())
