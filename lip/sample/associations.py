"""Associations of the sample with delegates, and an election by a real rule."""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid5

from elections.actions.associations import (
    Asked,
    AssociationWish,
    add_association,
    choose_delegate,
    take_in_associations,
)
from elections.actions.from_template import prepare_from_template
from elections.actions.keep_roll import Dispute, Outcome, rule_on_roll
from elections.actions.prepare import NominationWish, nominate
from elections.queries.associations import associations_of
from elections.queries.elections import ElectionFacts, election_of
from elections.rules.templates import HANNOVER_2025
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import everybody_of
from lip.journal.rules.entries import COMMAND
from lip.said import Said

LIST: Final = (
    AssociationWish(
        name="Beispielverein Brücke e. V.",
        register_number="VR 200123",
        seat="Musterstadt",
        delegates=6,
    ),
    AssociationWish(
        name="Frauennetzwerk Musterstadt e. V.",
        register_number="VR 200456",
        seat="Musterstadt",
        delegates=6,
    ),
    AssociationWish(
        name="Jugendforum Vielfalt",
        register_number="VR 201011",
        seat="Musterstadt-Nord",
        delegates=2,
    ),
    AssociationWish(
        name="Netzwerk der Migrantenorganisationen Musterstadt e. V.",
        register_number="VR 199001",
        seat="Musterstadt",
        umbrella=True,
        delegates=2,
    ),
)
MISSING: Final = AssociationWish(
    name="Kulturzentrum Seidenstraße", seat="Musterstadt", delegates=2
)
STANDING: Final = (
    ("Nadia Rahmani", "Beispielverein Brücke e. V.", "Eltern früh beteiligen."),
    ("Olha Koval", "Frauennetzwerk Musterstadt e. V.", "Schutz vor Gewalt."),
    ("Yusuf Demir", "Jugendforum Vielfalt", "Praktika für alle."),
    ("Mei Tran", "Kulturzentrum Seidenstraße", "Kultur in jedem Stadtteil."),
    ("Selam Haile", "Beispielverein Brücke e. V.", "Briefe in Einfacher Sprache."),
)


async def fill_in_associations(conference: ConferenceFacts, *, now: datetime) -> None:
    """Prepare an election of delegates by template; once is enough."""
    if await associations_of(conference.id):
        return
    await take_in_associations(LIST, conference=conference, by=COMMAND, now=now)
    (number,) = await prepare_from_template(
        HANNOVER_2025,
        polls_on=conference.days[-1].day + timedelta(days=30),
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, "template"),
    )
    election = await election_of(conference.id, number)
    await _add_the_missing(election, conference, now=now)
    await _choose(conference, now=now)
    await _rule(election, conference, now=now)
    for place, (name, association, statement) in enumerate(STANDING):
        await nominate(
            election,
            NominationWish(
                name=name, association=association, statement=Said.of(de=statement)
            ),
            by=COMMAND,
            now=now,
            request=uuid5(election.id, f"template stands {place}"),
        )


async def _add_the_missing(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> None:
    asked = Asked(
        election=election,
        question="Das Kulturzentrum Seidenstraße beantragt, auf die Liste zu kommen.",
        decision="Aufgenommen: der Verein hat seinen Sitz in der Stadt und steht seit "
        "zwei Jahren im Vereinsregister.",
    )
    await add_association(
        MISSING,
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(election.id, "missing association"),
        asked=asked,
    )


async def _choose(conference: ConferenceFacts, *, now: datetime) -> None:
    """Send people of the guest list whose organisation is on the list."""
    people = await everybody_of(conference)
    for one in await associations_of(conference.id):
        members = [
            person
            for person in people
            if person.guest.organisation == one.name and person.cancelled_at is None
        ]
        for person in members[: one.delegates]:
            await choose_delegate(
                one.id, person.id, conference=conference, by=COMMAND, now=now
            )


async def _rule(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> None:
    dispute = Dispute(
        outcome=Outcome.KEEP,
        question="Ein Gast fragt, warum sein Verein nur zwei Delegierte schickt.",
        decision="Es bleibt dabei: die Zahl richtet sich nach den Mitgliedern.",
    )
    await rule_on_roll(
        election,
        dispute,
        conference=conference,
        officer=None,
        by=COMMAND,
        now=now,
        request=uuid5(election.id, "dispute"),
    )
