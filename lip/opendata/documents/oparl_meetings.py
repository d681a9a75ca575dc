"""A conference for programs: a meeting, its sessions and votes as agenda items."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import uuid5

from lip.bodies.rules.kinds import BodyKind
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.opendata.documents.oparl_city import (
    german,
    named_organisation,
    place_of,
)
from lip.opendata.queries.open_conferences import OpenConference
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site
from lip.programme.queries.files import DocumentFacts
from lip.programme.rules.sessions import SessionFacts
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.result import Result
from proposals.voting.rules.rounds import Stage as RoundStage

_STATES: Final = {
    Stage.ANNOUNCED: "eingeladen",
    Stage.CALLED_OFF: "eingeladen",
    Stage.HELD: "durchgeführt",
    Stage.ARCHIVED: "durchgeführt",
}
_STREET: Final = re.compile(
    r"^(?P<street>[^\n]+)\n(?P<town>\d{5} [^\n]+)$", re.MULTILINE
)


def meeting(one: OpenConference, site: Site) -> Sequence[Thing]:
    """Tell of a conference, and of who organises it."""
    organisers = _organisers(one, site)
    conference = one.conference
    items = [
        *(_session(it, place, one, site) for place, it in enumerate(one.sessions, 1)),
        *(_vote(it, len(one.sessions), one, site) for it in one.rounds),
    ]
    return [
        *organisers,
        Thing(
            kind=OparlType.MEETING,
            id=conference.id,
            created=one.dated.created,
            changed=one.dated.changed,
            fields={
                "name": german(one.title),
                "meetingState": _STATES[conference.stage],
                "cancelled": conference.stage is Stage.CALLED_OFF,
                **_days(conference),
                "organization": [
                    site.addresses.of(OparlType.ORGANIZATION, it.id)
                    for it in organisers
                ],
                "web": site.addresses.page(f"/c/{conference.key}"),
                "lip:languages": list(one.stored.page.languages),
            },
            parts={
                "location": _location(one),
                "auxiliaryFile": [_file(it, sha, one, site) for it, sha in one.files],
                "agendaItem": items,
            },
        ),
    ]


def _organisers(one: OpenConference, site: Site) -> Sequence[Thing]:
    name = one.conference.organiser.strip()
    if not name:
        return ()
    dated = Dated(created=one.dated.created, changed=one.dated.created)
    return [named_organisation(name, kind=BodyKind.ASSOCIATION, dated=dated, site=site)]


def _days(conference: ConferenceFacts) -> Mapping[str, Any]:
    if not conference.days:
        return {}
    first, last = conference.days[0], conference.days[-1]
    return {"start": oparl_time(first.open), "end": oparl_time(last.close)}


def _location(one: OpenConference) -> Thing | None:
    place, address = one.conference.place, one.stored.page.address.strip()
    if not place and not address:
        return None
    found = _STREET.search(address)
    return Thing(
        kind=OparlType.LOCATION,
        id=uuid5(one.conference.id, "location"),
        created=one.dated.created,
        changed=one.dated.changed,
        fields={
            "description": ", ".join(filter(None, (place, *address.splitlines()))),
            "streetAddress": found["street"] if found else "",
            **(place_of(found["town"]) if found else {}),
        },
    )


def _session(
    session: SessionFacts, order: int, one: OpenConference, site: Site
) -> Thing:
    dated = one.dated_part(session.id, session.changed_at)
    return Thing(
        kind=OparlType.AGENDA_ITEM,
        id=session.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            "number": str(order),
            "order": order,
            "name": german(session.title),
            "public": True,
            "start": oparl_time(session.begins),
            "end": oparl_time(session.ends),
            "web": site.addresses.page(f"/c/{one.conference.key}/programme"),
            "lip:room": session.room.name if session.room else "",
            "lip:languages": list(session.languages),
            "lip:interpreting": list(session.interpreting),
            **({"lip:calledOff": True} if session.called_off else {}),
        },
        back={"meeting": site.addresses.of(OparlType.MEETING, one.conference.id)},
    )


def _vote(vote: RoundFacts, before: int, one: OpenConference, site: Site) -> Thing:
    dated = one.dated_part(vote.id, vote.closed_at or vote.opened_at)
    result = sealed_result(vote)
    return Thing(
        kind=OparlType.AGENDA_ITEM,
        id=vote.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            "number": str(before + vote.number),
            "order": before + vote.number,
            "name": german(vote.title) or f"Abstimmung {vote.number}",
            "public": True,
            "result": "Abgestimmt" if vote.stage is RoundStage.CLOSED else "",
            **(_ranking(result) if result and not result.too_few else {}),
            "start": oparl_time(vote.opened_at) if vote.opened_at else "",
            "end": oparl_time(vote.closed_at) if vote.closed_at else "",
            "web": site.addresses.page(f"/c/{one.conference.key}/rounds/{vote.number}"),
        },
        back={"meeting": site.addresses.of(OparlType.MEETING, one.conference.id)},
    )


def _ranking(result: Result) -> Mapping[str, Any]:
    lines = [
        f"{one.place}. {german(one.option.title)} ({one.points})"
        for one in result.standings
    ]
    return {
        "resolutionText": "\n".join(lines),
        "lip:participants": result.participation.people,
        "lip:counts": [
            {"option": german(one.option.title), "value": one.points}
            for one in result.standings
        ],
    }


def _file(
    document: DocumentFacts, sha512: str, one: OpenConference, site: Site
) -> Thing:
    address = site.addresses.of(OparlType.FILE, document.id)
    made = document.published_at or document.created_at
    return Thing(
        kind=OparlType.FILE,
        id=document.id,
        created=document.created_at,
        changed=made,
        fields={
            "name": german(document.title) or document.filename,
            "fileName": document.filename,
            "mimeType": document.media_type.partition(";")[0],
            "date": oparl_time(made)[:10],
            "size": document.size,
            "sha512Checksum": sha512,
            "accessUrl": f"{address}/access",
            "downloadUrl": f"{address}/download",
            "fileLicense": site.licence,
            "lip:language": document.language,
        },
        back={"meeting": [site.addresses.of(OparlType.MEETING, one.conference.id)]},
    )
