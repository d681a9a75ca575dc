"""Proposals as rows of open data: what was said, never who said it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.fields.rules.fields import FieldFacts
from lip.opendata.documents.plan_rows import FEWEST
from lip.opendata.documents.tables import Row
from lip.opendata.rules.site import Site
from lip.said import Said
from proposals.queries.proposals import ProposalFacts
from proposals.rules.following import ANSWERS, State, Step, state_at_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What proposals are told with: their ways, names of fields, addresses."""

    ways: Mapping[UUID, Sequence[Step]]
    fields: Mapping[UUID, FieldFacts]
    site: Site


def proposal_rows(
    conference: ConferenceFacts, proposals: Sequence[ProposalFacts], asked: Asked
) -> list[Row]:
    """List what everybody may read, by number; few supporters are not counted."""
    ordered = sorted(proposals, key=lambda one: one.number)
    return [_proposal(conference.key, one, asked) for one in ordered]


def _proposal(key: str, one: ProposalFacts, asked: Asked) -> Row:
    field = asked.fields.get(one.field) if one.field else None
    way = asked.ways.get(one.id, ())
    return {
        "id": one.id,
        "conference": key,
        "number": one.number,
        "language": one.wording.language,
        "title": one.wording.title,
        "text": one.wording.text,
        "field": field.name if field else None,
        "support": one.support if one.support >= FEWEST else None,
        "state": state_at_end(way),
        **_result(way),
        "handed_in": one.created_at.date(),
        "url": asked.site.addresses.page(f"/c/{key}/proposals/{one.number}"),
    }


def _result(way: Sequence[Step]) -> Row:
    """Tell in which cluster it was, where a vote put it, and how it was answered."""
    cluster = _last(way, State.IN_CLUSTER)
    vote = _last(way, State.VOTED)
    answer = _last(way, *ANSWERS)
    return {
        "cluster": Said(cluster.title) if cluster else None,
        "place": vote.place or None if vote else None,
        "out_of": vote.out_of or None if vote else None,
        "answer": answer.state if answer else None,
        "reason": Said(answer.reason) if answer else None,
    }


def _last(way: Sequence[Step], *states: State) -> Step | None:
    return next((one for one in reversed(way) if one.state in states), None)
