"""Votes, elections and answers to proposals as rows of open data."""

from collections.abc import Sequence

from elections.outcome import figures_of
from lip.conference.queries.conferences import ConferenceFacts
from lip.opendata.documents.tables import Row
from lip.opendata.queries.elected_people import OpenElection
from lip.opendata.queries.open_conferences import OpenConference
from lip.opendata.rules.site import Site
from lip.said import Said
from lip.tracing.rules.figures import Figures
from proposals.rules.following import Became
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.rounds import Stage


def vote_rows(conferences: Sequence[OpenConference], site: Site) -> list[Row]:
    """List what closed rounds came to, one row for each option; none of too few."""
    return [
        row
        for conference in conferences
        for one in conference.rounds
        if one.stage is Stage.CLOSED
        for row in _options(one, site)
    ]


def election_rows(elections: Sequence[OpenElection], site: Site) -> list[Row]:
    """List elections whose result is final: figures, and who may be named."""
    return [_election(one, site) for one in elections]


def answer_row(conference: ConferenceFacts, figures: Figures, site: Site) -> Row:
    """Tell how many proposals of a conference have an answer; of few it tells none."""
    unanswered = None if figures.proposals is None else 0
    return {
        "conference": conference.key,
        "title": Said({conference.language: conference.title}),
        "proposals": figures.proposals,
        "answered": figures.answered,
        **{one.value: figures.by_answer.get(one.value, unanswered) for one in Became},
        "median_days": figures.median_days,
        "slowest_days": figures.slowest_days,
        "url": site.addresses.page("/traces"),
    }


def _options(one: RoundFacts, site: Site) -> list[Row]:
    result = sealed_result(one)
    if result is None or result.too_few:
        return []
    return [
        {
            "id": one.id,
            "conference": one.key,
            "number": one.number,
            "title": one.title,
            "method": one.terms.method,
            "voted": result.participation.people,
            "option": standing.option.title,
            "points": standing.points,
            "place": standing.place,
            "closed": one.closed_at,
            "url": site.addresses.page(f"/c/{one.key}/rounds/{one.number}"),
        }
        for standing in result.standings
    ]


def _election(one: OpenElection, site: Site) -> Row:
    first, last = one.final.first, one.final.last
    figures = figures_of(one.final.rounds[-1])
    return {
        "id": first.id,
        "conference": first.key,
        "number": first.number,
        "title": first.title,
        "purpose": first.purpose,
        "term": first.term,
        "seats": first.seats,
        "entitled": figures.entitled,
        "valid": figures.valid,
        "abstained": figures.abstained,
        "spoiled": sum(many for _reason, many in figures.spoiled),
        "elected": [
            {"name": it.name, "association": it.association} for it in one.named
        ],
        "closed": last.closed_at,
        "url": site.addresses.page(f"/c/{first.key}/elections/{last.number}"),
    }
