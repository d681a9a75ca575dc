"""How to take part in a vote, in plain sentences."""

from collections.abc import Mapping, Sequence
from typing import Final

from lip.words import N_, _
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.rules.channels import Channel
from proposals.voting.rules.rounds import Voters

_WHO: Final[Mapping[Voters, str]] = {
    Voters.TICKET: N_("Abstimmen dürfen alle, die ein Ticket haben."),
    Voters.PRESENT: N_("Abstimmen dürfen alle, die jetzt da sind."),
    Voters.GROUP: N_("Abstimmen dürfen die Mitglieder einer Gruppe."),
}

_WAYS: Final[Mapping[Channel, str]] = {
    Channel.PHONE: N_(
        "Mit dem eigenen Telefon: Scannen Sie den Code auf Ihrem Ticket, oder tippen "
        "Sie ihn ein. Dann öffnet sich Ihre Seite."
    ),
    Channel.TABLET: N_(
        "Am Tablet auf Ihrem Tisch: eine Person nach der anderen, jede mit ihrem "
        "Ticket."
    ),
    Channel.CODE: N_(
        "Mit einem gedruckten Code: Die Moderation gibt ihn aus. Er gilt einmal."
    ),
    Channel.PAPER: N_(
        "Mit Klebepunkten: Kleben Sie Ihre Punkte auf das Plakat im Raum."
    ),
}


def how_to_vote(one: RoundFacts) -> Sequence[str]:
    """Say who may vote, and by which ways."""
    ways = [_(_WAYS[channel]) for channel in Channel if channel in one.channels]
    return [_(_WHO[one.voters]), *ways, _("Jede Person stimmt nur einmal ab.")]
