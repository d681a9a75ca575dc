"""One round of every kind that has a page of its own, for the tests of all pages."""

from random import Random

from lip.conference.queries.conferences import ConferenceFacts
from lip.said import Said
from proposals.voting.rules.points import Method
from proposals.voting.rules.rounds import Completion
from tests.proposals.voting.counted import Marks, closed, make_round

PLACES, OPINIONS, MONEY, LIVE, SECRET, FEW = 91, 92, 93, 94, 95, 96
TITLES = (
    "Deutschkurse am Abend, mit Kinderbetreuung im selben Haus",
    "Dolmetschen beim Arzt, bezahlt von der Stadt",
    "Briefe vom Amt in Einfacher Sprache, mit einem Telefon für Rückfragen",
    "Straßenverkehrsordnungsänderungsvorschlagszusammenfassung",
    "نحتاج إلى دورات لغة ألمانية في المساء",
    "Mehr Bäume",
    "Ein Haus für alle Vereine",
    "Jugendliche im Integrationsbeirat",
    "Öffnungszeiten am Samstag",
)
FIELDS = (Said.of(de="Bildung", ar="التعليم"), Said.of(de="Wohnen"), Said())


async def fill_in_rounds(conference: ConferenceFacts) -> None:
    """Write rounds that are closed, live, secret, and of too few people."""
    chance = Random(5)
    fields = [FIELDS[place % 3] for place in range(len(TITLES))]
    many = len(TITLES)
    chosen = [_some(chance, many) for _ in range(24)]
    made = await make_round(
        conference, TITLES, chosen, number=PLACES, fields=fields, receipts=False
    )
    await closed(made, conference)
    said = [_opinion(chance, many, camp) for camp in (1, -1) for _ in range(14)]
    made = await make_round(
        conference,
        TITLES,
        said,
        number=OPINIONS,
        method=Method.OPINION,
        receipts=False,
    )
    await closed(made, conference)
    made = await make_round(
        conference,
        TITLES,
        chosen,
        number=MONEY,
        method=Method.BUDGET,
        costs=[1000, 2500, 800, 9000, 700, 60000, 3000, 400, 1200],
        budget=9000,
        completion=Completion.EQUAL_SHARES.value,
        receipts=False,
    )
    await closed(made, conference)
    await make_round(
        conference, TITLES, chosen, number=LIVE, results_live=True, receipts=False
    )
    await make_round(conference, TITLES, chosen, number=SECRET, receipts=False)
    made = await make_round(conference, TITLES, chosen[:3], number=FEW, receipts=False)
    await closed(made, conference)


def _some(chance: Random, many: int) -> Marks:
    return dict.fromkeys(chance.sample(range(1, many + 1), 3), 1)


def _opinion(chance: Random, many: int, camp: int) -> Marks:
    return {
        place: 1 if place == many else chance.choice([camp, camp, camp, 0])
        for place in range(1, many + 1)
    }
