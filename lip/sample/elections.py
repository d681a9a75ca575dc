"""Elections of the sample: one that a lot decided and one whose polls are open."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from elections import sealing
from elections.actions.cast_ballot import cast_ballot
from elections.actions.close_polls import agree_to_close
from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.draw_lot import agree_to_lot, thrown
from elections.actions.freeze_roll import entitled_people
from elections.actions.give_credential import give_credential
from elections.actions.hand_out_paper import hand_out_paper
from elections.actions.key_papers import (
    end_keying,
    key_paper,
    lay_batch,
    papers_done,
)
from elections.actions.open_polls import open_polls
from elections.actions.prepare import (
    NominationWish,
    nominate,
    prepare_election,
)
from elections.actions.wish import ElectionWish
from elections.queries.elections import (
    ElectionFacts,
    election_of,
    elections_of,
    voter_of,
)
from elections.records import unsigned_of
from elections.recounting import tally_of
from elections.rules.asking import ask, unblind
from elections.rules.cast import Cast, Credential
from elections.rules.on_roll import OnRoll
from elections.rules.planning import Method
from elections.rules.stages import Entitled
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.said import Said

CHOSEN: Final = (*("k1",) * 8, *("k2",) * 5, *("k3",) * 3, "")
"""With three papers for the second she is level with the first: the lot decides."""
VOTERS: Final = len(CHOSEN)
PAPERS: Final = 3
DICE: Final = "35162246134152633415"
WITNESSES: Final = ("Ida Vorbild", "Jo Zeuge")
STANDING: Final = (
    ("Amal Haddad", "Frauennetzwerk Musterstadt e. V.", "Wohnen ohne Umwege."),
    ("Bohdan Melnyk", "Jugendforum Vielfalt", "Junge Leute an den Tisch."),
    ("Chinwe Okafor", "Kulturzentrum Seidenstraße", "Kultur in jedem Stadtteil."),
    ("Derya Aydın", "Beispielverein Brücke e. V.", "Eltern früh beteiligen."),
    ("Elena Popescu", "Integrationsbeirat Nord", "Abschlüsse schneller anerkennen."),
    ("Farid Rahimi", "", "Sprache am Arbeitsplatz lernen."),
    ("Grażyna Nowak", "Frauennetzwerk Musterstadt e. V.", "Pflege und Familie."),
)
TITLES: Final = (
    Said.of(
        de="Sprecherin oder Sprecher der Konferenz",
        en="Speaker of the conference",
        ar="المتحدث أو المتحدثة باسم المؤتمر",
    ),
    Said.of(
        de="Vertretung im Begleitkreis",
        en="Representatives in the advisory circle",
        ar="ممثلو المؤتمر في مجموعة المتابعة",
    ),
)
PURPOSE: Final = Said.of(
    de="Vier Menschen mit Migrationsgeschichte achten darauf, dass der Plan umgesetzt "
    "wird. Sie treffen sich viermal im Jahr mit der Stadt.",
    en="Four people with migration history see to it that the plan is carried out. "
    "They meet with the city four times a year.",
    ar="أربعة أشخاص من ذوي تاريخ الهجرة يتابعون تنفيذ الخطة ويجتمعون مع المدينة أربع "
    "مرات في السنة.",
)


async def fill_in_elections(
    conference: ConferenceFacts, officers: Sequence[UUID], *, keys: Keys, now: datetime
) -> None:
    """Hold one election and open another; doing it again changes nothing."""
    if await elections_of(conference.id):
        return
    first = await _prepare(conference, 0, seats=1, standing=STANDING[:3], now=now)
    await _hold(first, conference, officers, keys=keys, now=now)
    second = await _prepare(conference, 1, seats=4, standing=STANDING, now=now)
    await open_polls(second, conference=conference, keys=keys, by=COMMAND, now=now)


async def _prepare(
    conference: ConferenceFacts,
    place: int,
    *,
    seats: int,
    standing: Sequence[tuple[str, str, str]],
    now: datetime,
) -> ElectionFacts:
    wish = ElectionWish(
        title=TITLES[place],
        purpose=PURPOSE if seats > 1 else Said(),
        seats=seats,
        method=Method.BLOCK,
        entitled=Entitled.PRESENT,
    )
    number = await prepare_election(
        wish,
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, f"election {place}"),
    )
    election = await election_of(conference.id, number)
    for at, (name, association, statement) in enumerate(standing):
        await nominate(
            election,
            NominationWish(
                name=name, association=association, statement=Said.of(de=statement)
            ),
            by=COMMAND,
            now=now,
            request=uuid5(election.id, f"stands {at}"),
        )
    return election


async def _hold(
    election: ElectionFacts,
    conference: ConferenceFacts,
    officers: Sequence[UUID],
    *,
    keys: Keys,
    now: datetime,
) -> None:
    await open_polls(election, conference=conference, keys=keys, by=COMMAND, now=now)
    election = await election_of(conference.id, election.number)
    people = await entitled_people(election, conference, now=now)
    papers = people[VOTERS : VOTERS + PAPERS]
    await _hand_out(election, papers, now=now)
    for at, one in enumerate(people[:VOTERS]):
        assert one.participant is not None, "who is in the hall has a ticket"
        credential = await _credential(election, one.participant, keys=keys, now=now)
        mark = CHOSEN[at]
        cast = Cast(
            credential=credential,
            marks=((mark, 1),) if mark else (),
            nonce=secrets.token_bytes(32),
        )
        await cast_ballot(election, cast, keys=keys)
    for officer in officers:
        await agree_to_close(election, officer=officer, keys=keys, by=COMMAND, now=now)
    if papers:
        await _key(election, len(papers), officers, now=now)
    await count_ballots(election, by=COMMAND, now=now)
    await _throw(election, officers, now=now)
    for officer in officers:
        await agree_to_finish(election, officer=officer, keys=keys, by=COMMAND, now=now)


async def _throw(
    election: ElectionFacts, officers: Sequence[UUID], *, now: datetime
) -> None:
    """Throw dice and type them in, each officer for herself."""
    counted = await election_of(election.conference, election.number)
    if tally_of(await unsigned_of(counted.id)).decided:
        return
    lot = await thrown(counted, DICE, WITNESSES)
    for officer in officers:
        await agree_to_lot(counted, lot, officer=officer, by=COMMAND, now=now)


async def _hand_out(
    election: ElectionFacts, people: Sequence[OnRoll], *, now: datetime
) -> None:
    for one in people:
        assert one.participant is not None, "who is in the hall has a ticket"
        voter = await voter_of(election.id, one.participant)
        assert voter is not None, "the roll holds her"
        await hand_out_paper(election, voter.entry, by=COMMAND, now=now)


async def _key(
    election: ElectionFacts, papers: int, officers: Sequence[UUID], *, now: datetime
) -> None:
    """Do what two officers do with the papers, each for herself."""
    batch = await lay_batch(election, papers, by=COMMAND, now=now)
    for officer in officers:
        for _paper in range(papers):
            await key_paper(election, batch, (("k2", 1),), 1, officer=officer)
        await end_keying(election, batch, officer=officer, by=COMMAND, now=now)
    await papers_done(election, by=COMMAND, now=now)


async def _credential(
    election: ElectionFacts, person: UUID, *, keys: Keys, now: datetime
) -> Credential:
    """Do what a voter's browser does."""
    voter = await voter_of(election.id, person)
    assert voter is not None, "the roll holds her"
    key = sealing.public_key(election.public_keys[""])
    asking = ask(election.round, key, secrets.token_bytes)
    signed = await give_credential(
        election, voter.entry, asking.blinded.message, keys=keys, by=COMMAND, now=now
    )
    return unblind(election.round, key, asking, signed)
