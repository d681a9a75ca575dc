"""The form of a voting round: read what is wished, show what was typed."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.rules.forms import GroupFacts
from lip.said import Said
from lip.web.forms import Form
from lip.words import _
from proposals.voting.actions.plan_round import RoundWish
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.points import Method, Terms
from proposals.voting.rules.rounds import Completion, Subject, Voters
from proposals.voting.words import CHANNELS, COMPLETIONS, METHODS, SUBJECTS, VOTERS

MOST_POINTS = 100
MOST_MONEY = 1_000_000_000
FIELD_OF: Mapping[str, str] = {
    "round_without_title": "title-de",
    "round_without_channel": "channels",
    "round_without_group": "group",
    "round_each_too_many": "each",
    "round_without_budget": "budget",
    "paper_not_with_method": "channels",
    "round_ends_too_early": "closes_at",
}
"""At which field a refusal is said."""


def read_wish(form: Form, conference: ConferenceFacts) -> RoundWish:
    """Read what a round is to be."""
    method = form.choice("method", Method, default=Method.POINTS)
    most = form.whole_number("most", least=1, most=MOST_POINTS, default=3)
    each = form.whole_number("each", least=1, most=MOST_POINTS, default=1)
    return RoundWish(
        title=form.said("title", most=200),
        intro=form.said("intro", most=2000, lines=True),
        subject=form.choice("subject", Subject, default=Subject.PROPOSALS),
        terms=Terms(
            method=method,
            most=most,
            each=each if method is Method.POINTS else 1,
            budget=form.whole_number("budget", most=MOST_MONEY),
        ),
        completion=form.choice("completion", Completion, default=Completion.MOST_VOTES),
        voters=form.choice("voters", Voters, default=Voters.TICKET),
        group=_id(form.raw("group")),
        channels=frozenset(
            channel for channel in Channel if channel.value in form.all("channels")
        ),
        results_live=form.raw("results") == "live",
        closes_at=form.moment("closes_at", conference.zone),
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def usual_values() -> Mapping[str, object]:
    """Give what an empty form suggests."""
    return {
        "title": Said(),
        "intro": Said(),
        "subject": Subject.PROPOSALS.value,
        "method": Method.POINTS.value,
        "most": "3",
        "each": "3",
        "budget": "",
        "completion": Completion.MOST_VOTES.value,
        "voters": Voters.TICKET.value,
        "group": "",
        "channels": [Channel.PHONE.value, Channel.TABLET.value],
        "results": "hidden",
        "closes_at": "",
    }


def values_of(one: RoundFacts, conference: ConferenceFacts) -> Mapping[str, object]:
    """Give what stands in a round."""
    return {
        "title": one.title,
        "intro": one.intro,
        "subject": one.subject.value,
        "method": one.terms.method.value,
        "most": str(one.terms.most),
        "each": str(one.terms.each),
        "budget": str(one.terms.budget or ""),
        "completion": one.completion.value,
        "voters": one.voters.value,
        "group": str(one.group or ""),
        "channels": [channel.value for channel in one.channels],
        "results": "live" if one.results_live else "hidden",
        "closes_at": local_moment(one.closes_at, conference),
    }


def typed_values(form: Form, wish: RoundWish) -> Mapping[str, object]:
    """Give what was typed, to be shown again."""
    return {
        "title": wish.title,
        "intro": wish.intro,
        "subject": wish.subject.value,
        "method": wish.terms.method.value,
        "most": form.raw("most")[:12],
        "each": form.raw("each")[:12],
        "budget": form.raw("budget")[:12],
        "completion": wish.completion.value,
        "voters": wish.voters.value,
        "group": form.raw("group")[:40],
        "channels": [channel.value for channel in wish.channels],
        "results": "live" if wish.results_live else "hidden",
        "closes_at": form.raw("closes_at")[:40],
    }


def local_moment(moment: datetime | None, conference: ConferenceFacts) -> str:
    """Write a time as a form's field takes it."""
    if moment is None:
        return ""
    return moment.astimezone(conference.zone).strftime("%Y-%m-%dT%H:%M")


def choices(
    groups: tuple[GroupFacts, ...], conference: ConferenceFacts
) -> Mapping[str, object]:
    """Give what the form lets choose, in words."""
    return {
        "subjects": [(one.value, _(word)) for one, word in SUBJECTS.items()],
        "methods": [(one.value, _(word)) for one, word in METHODS.items()],
        "completions": [(one.value, _(word)) for one, word in COMPLETIONS.items()],
        "voter_kinds": [
            (one.value, _(word))
            for one, word in VOTERS.items()
            if groups or one is not Voters.GROUP
        ],
        "channel_kinds": [(one.value, _(word)) for one, word in CHANNELS.items()],
        "group_kinds": [
            (str(one.id), one.name.pick(conference.language).text) for one in groups
        ],
    }
