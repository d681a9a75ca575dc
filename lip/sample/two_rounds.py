"""An election of the sample that is over: two rounds on paper, as Hannover in 2022."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from elections.actions.admit import note_acceptance
from elections.actions.close_polls import agree_to_close
from elections.actions.count_ballots import agree_to_finish, count_ballots
from elections.actions.hand_out_paper import hand_out_paper
from elections.actions.keep_minutes import MinutesWish, keep_minutes, note_ruling
from elections.actions.keep_roll import take_in_roll
from elections.actions.key_papers import (
    end_keying,
    key_paper,
    lay_batch,
    papers_done,
)
from elections.actions.next_round import prepare_next_round
from elections.actions.open_polls import open_polls
from elections.actions.prepare import NominationWish, nominate, prepare_election
from elections.actions.wish import ElectionWish
from elections.list_reading import ListedVoter
from elections.queries.elections import ElectionFacts, election_of, elections_of
from elections.queries.roll import frozen_roll
from elections.rules.ballots import Marks
from elections.rules.planning import Method
from elections.rules.stages import About, Entitled
from lip.conference.queries.conferences import ConferenceFacts
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.said import Said

TITLE: Final = Said.of(
    de="Vertretung der Vereine im Kuratorium",
    en="Representatives of associations on the board of trustees",
    ar="ممثلو الجمعيات في مجلس الأمناء",
)
PURPOSE: Final = Said.of(
    de="Vier Menschen sprechen im Kuratorium für die Vereine.",
    en="Four people speak for the associations on the board of trustees.",
    ar="أربعة أشخاص يتحدثون باسم الجمعيات في مجلس الأمناء.",
)
TERM: Final = Said.of(
    de="zweieinhalb Jahre", en="two and a half years", ar="سنتان ونصف"
)
KINDS: Final = ("Kulturverein", "Elternverein", "Frauengruppe", "Sportverein")
PLACES: Final = ("Nordstadt", "Südstadt", "Lindenau", "Altmarkt", "Hafen", "Steintor")
VOTERS: Final = 27
STANDING: Final = (
    ("Samira Aziz", "Kulturverein Nordstadt"),
    ("Tomasz Wilk", "Elternverein Südstadt"),
    ("Hiwot Tesfaye", "Frauengruppe Lindenau"),
    ("Reza Amini", "Kulturverein Altmarkt"),
    ("Lan Pham", "Elternverein Hafen"),
    ("Ivana Kovač", "Sportverein Nordstadt"),
    ("Musa Diallo", "Kulturverein Steintor"),
    ("Zeynep Arslan", "Frauengruppe Südstadt"),
    ("Viktor Melnik", "Sportverein Hafen"),
    ("Amina Yusuf", "Frauengruppe Nordstadt"),
    ("Carlos Ruiz", "Kulturverein Lindenau"),
)
FIRST: Final = {1: 9, 2: 8, 3: 8, 4: 7, 5: 6, 6: 5, 7: 4, 8: 3, 9: 2, 10: 1, 11: 1}
SECOND: Final = {1: 14, 2: 13, 3: 14, 4: 13}
"""Votes by number of the candidacy: 27 voters with two each, as it was in Hannover."""
BOARD: Final = "Mehmet Zähler\nOlena Beisitz"
WITNESSES: Final = "Ida Vorbild\nJo Zeuge"
REMARK: Final = (
    "Eine Kandidatin stellte sich per Videogespräch vor. Die Wahl wurde nach dem "
    "ersten Wahlgang für zwanzig Minuten unterbrochen."
)
OBJECTION: Final = (
    "Ein Verein bat, den ersten Wahlgang noch einmal auszuzählen.",
    "Der Stapel wurde noch einmal gezählt, das Ergebnis blieb gleich.",
)


async def fill_in_two_rounds(
    conference: ConferenceFacts, officers: Sequence[UUID], *, keys: Keys, now: datetime
) -> None:
    """Hold first and second round; doing it again changes nothing."""
    if any(one.title == TITLE for one in await elections_of(conference.id)):
        return
    first = await _prepared(conference, now=now)
    await _hold(first, conference, FIRST, officers, keys=keys, now=now)
    await note_ruling(
        first,
        About.OBJECTION,
        *OBJECTION,
        officer=officers[0],
        by=COMMAND,
        now=now,
        request=uuid5(first.id, "objection"),
    )
    number = await prepare_next_round(first, by=COMMAND, now=now)
    second = await election_of(conference.id, number)
    await note_ruling(
        second,
        About.OTHER,
        REMARK,
        "",
        officer=officers[0],
        by=COMMAND,
        now=now,
        request=uuid5(first.id, "remark"),
    )
    await _hold(second, conference, SECOND, officers, keys=keys, now=now)
    for elected in SECOND:
        await note_acceptance(
            await election_of(conference.id, number),
            elected,
            accepted=True,
            by=COMMAND,
            now=now,
            by_board=True,
        )


async def _prepared(conference: ConferenceFacts, *, now: datetime) -> ElectionFacts:
    wish = ElectionWish(
        title=TITLE,
        purpose=PURPOSE,
        term=TERM,
        seats=4,
        method=Method.LIMITED,
        votes_each=2,
        advance=8,
        entitled=Entitled.IMPORTED,
    )
    number = await prepare_election(
        wish,
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, "two rounds"),
    )
    election = await election_of(conference.id, number)
    for place, (name, association) in enumerate(STANDING):
        await nominate(
            election,
            NominationWish(name=name, association=association),
            by=COMMAND,
            now=now,
            request=uuid5(election.id, f"stands {place}"),
        )
    voters = [
        ListedVoter(line=line, association=name)
        for line, name in enumerate(_associations(), 2)
    ]
    await take_in_roll(election, voters, conference=conference, by=COMMAND, now=now)
    minutes = MinutesWish(
        place=conference.place,
        members=BOARD,
        witnesses=WITNESSES,
        objections_until=now.date() + timedelta(days=8),
    )
    await keep_minutes(election, minutes, by=COMMAND, now=now)
    return election


def _associations() -> Sequence[str]:
    """Name as many associations as came; nobody is meant."""
    names = [f"{kind} {place}" for kind in KINDS for place in PLACES]
    more = [f"Integrationstreff {place}" for place in PLACES]
    return [*names, *more][:VOTERS]


async def _hold(
    election: ElectionFacts,
    conference: ConferenceFacts,
    votes: Mapping[int, int],
    officers: Sequence[UUID],
    *,
    keys: Keys,
    now: datetime,
) -> None:
    """Let everybody vote on paper, key it twice, count, and make the result final."""
    await open_polls(election, conference=conference, keys=keys, by=COMMAND, now=now)
    for line in (await frozen_roll(election.id)).lines:
        assert line.entry is not None, "a frozen roll has entries"
        await hand_out_paper(election, line.entry, by=COMMAND, now=now)
    for officer in officers:
        await agree_to_close(election, officer=officer, keys=keys, by=COMMAND, now=now)
    batch = await lay_batch(election, VOTERS, by=COMMAND, now=now)
    for officer in officers:
        for marks, times in _papers(votes):
            await key_paper(election, batch, marks, times, officer=officer)
        await end_keying(election, batch, officer=officer, by=COMMAND, now=now)
    await papers_done(election, by=COMMAND, now=now)
    await count_ballots(election, by=COMMAND, now=now)
    for officer in officers:
        await agree_to_finish(election, officer=officer, keys=keys, by=COMMAND, now=now)


def _papers(votes: Mapping[int, int]) -> Iterable[tuple[Marks, int]]:
    """Fill in papers with two names each so that everybody gets these votes."""
    names = [f"k{one}" for one, many in votes.items() for _vote in range(many)]
    pairs = zip(names[:VOTERS], names[VOTERS:], strict=True)
    contents = Counter(((one, 1), (other, 1)) for one, other in pairs)
    return sorted(contents.items())
