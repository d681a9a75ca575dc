"""Who was elected, for programs: only who has accepted, and with what is public."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid5

from elections.elected import FinalElection, Holder
from lip.bodies.rules.kinds import BodyKind
from lip.opendata.documents.oparl_city import (
    body_of,
    german,
    id_by_name,
    named_organisation,
)
from lip.opendata.queries.elected_people import OpenElection
from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site


def elected_things(one: OpenElection, dated: Dated, site: Site) -> Sequence[Thing]:
    """Tell of a body that was elected, of its members, and of who sent them."""
    senders = {it.association for it in one.named if it.association}
    return [
        _elected_body(one.final, dated, site),
        *(
            named_organisation(name, kind=BodyKind.ASSOCIATION, dated=dated, site=site)
            for name in sorted(senders)
        ),
        *(_person(it, one.final, dated, site) for it in one.named),
    ]


def _elected_body(one: FinalElection, dated: Dated, site: Site) -> Thing:
    return Thing(
        kind=OparlType.ORGANIZATION,
        id=uuid5(one.first.id, "organisation"),
        created=dated.created,
        changed=dated.changed,
        fields={
            **body_of(site),
            "name": german(one.first.title),
            "organizationType": "Gremium",
            "classification": "gewählte Vertretung",
            "memberCount": len(one.holders),
            "web": _page(one, site),
            "lip:purpose": german(one.first.purpose),
            "lip:term": german(one.first.term),
            "lip:seats": one.first.seats,
        },
    )


def _person(holder: Holder, one: FinalElection, dated: Dated, site: Site) -> Thing:
    return Thing(
        kind=OparlType.PERSON,
        id=holder.id,
        created=dated.created,
        changed=dated.changed,
        fields={**body_of(site), "name": holder.name, "web": _page(one, site)},
        parts={"membership": [_membership(holder, one, dated, site)]},
    )


def _membership(holder: Holder, one: FinalElection, dated: Dated, site: Site) -> Thing:
    addresses = site.addresses
    sender = holder.association
    return Thing(
        kind=OparlType.MEMBERSHIP,
        id=uuid5(holder.id, "membership"),
        created=dated.created,
        changed=dated.changed,
        fields={
            "organization": addresses.of(
                OparlType.ORGANIZATION, uuid5(one.first.id, "organisation")
            ),
            "role": "Mitglied",
            "votingRight": True,
            **_since(one.last.closed_at),
            "onBehalfOf": addresses.of(OparlType.ORGANIZATION, id_by_name(sender))
            if sender
            else "",
        },
        back={"person": addresses.of(OparlType.PERSON, holder.id)},
    )


def _since(closed_at: datetime | None) -> Mapping[str, str]:
    return {"startDate": oparl_time(closed_at)[:10]} if closed_at else {}


def _page(one: FinalElection, site: Site) -> str:
    return site.addresses.page(f"/c/{one.first.key}/elections/{one.last.number}")
