"""What stands on the page of an election until its polls open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from elections.actions.freeze_roll import entitled_people
from elections.pages.voters_group import group_name
from elections.queries.elections import ElectionFacts, nominations_of
from elections.rules.remarks import Remark, RemarkCode, remarks
from elections.rules.stages import PollStage
from elections.words import timetable_of
from lip.conference.queries.conferences import ConferenceFacts
from lip.words import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How many may vote, what should be known, and the days that are set."""

    people: int
    remarks: Sequence[str]
    timetable: Sequence[tuple[str, str]]
    group: str


async def before_opening(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> Before:
    """Look at roll and nominations as they stand; once frozen, only at the roll."""
    timetable = timetable_of(election, conference.zone)
    group = await group_name(election, conference)
    if election.stage is not PollStage.PREPARED:
        return Before(
            people=election.roll_size, remarks=(), timetable=timetable, group=group
        )
    people = await entitled_people(election, conference, now=now)
    standing = sum(one.stands for one in await nominations_of(election.id))
    found = remarks(
        seats=election.seats,
        advance=election.advance,
        standing=standing,
        voters=[one.association for one in people],
        own_limit=election.own_limit,
    )
    said = [remark_in_words(one, election, standing) for one in found]
    return Before(people=len(people), remarks=said, timetable=timetable, group=group)


def remark_in_words(remark: Remark, election: ElectionFacts, standing: int) -> str:
    """Say one thing to know, and what follows from it."""
    match remark.code:
        case RemarkCode.NOBODY_STANDS:
            return _("Niemand steht zur Wahl. So kann sie nicht eröffnet werden.")
        case RemarkCode.SEATS_STAY_EMPTY:
            return ngettext(
                "Es stehen weniger Personen zur Wahl, als Plätze da sind. "
                "%(num)s Platz bleibt leer.",
                "Es stehen weniger Personen zur Wahl, als Plätze da sind. "
                "%(num)s Plätze bleiben leer.",
                election.seats - standing,
            )
        case RemarkCode.ALL_ARE_ELECTED:
            return _(
                "Es stehen genau so viele zur Wahl, wie Plätze da sind. "
                "Alle werden gewählt."
            )
        case RemarkCode.ALL_GO_ON:
            return _("Alle, die zur Wahl stehen, kommen in den zweiten Wahlgang.")
        case RemarkCode.NOBODY_VOTES:
            return _("Im Moment wäre niemand wahlberechtigt.")
        case RemarkCode.FEW_VOTE:
            return _(
                "Weniger als fünf Personen wählen. Am Ergebnis kann man dann sehen, "
                "wie sie gewählt haben."
            )
        case RemarkCode.SEEN_THROUGH:
            return _seen_through(remark)


def _seen_through(remark: Remark) -> str:
    named = "; ".join(f"{name} ({many})" for name, many in remark.associations)
    return _(
        "Wegen der Grenze für den eigenen Verein zeigt jeder Stimmzettel, von welchem "
        "Verein er kommt. Für diese Vereine wählen weniger als fünf Personen, ihre "
        "Stimmen wären zu durchschauen: %(associations)s. Nehmen Sie die Grenze "
        "heraus, oder lassen Sie diese Vereine auf Papier wählen.",
        associations=named,
    )
