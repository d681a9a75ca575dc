"""An election of the sample that is called: people stand, are named, are admitted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Final
from uuid import uuid5

from PIL import Image, ImageDraw

from elections.actions.admit import admit, refuse
from elections.actions.name_somebody import Named, name_somebody
from elections.actions.prepare import prepare_election
from elections.actions.stand import StandingWish, stand
from elections.actions.wish import ElectionWish
from elections.portraits import portrait_from
from elections.queries.elections import ElectionFacts, election_of, elections_of
from elections.rules.eligibility import Condition, Doubt
from elections.rules.planning import Method
from elections.rules.refusals import Grounds
from elections.rules.stages import Entitled
from elections.rules.terms import Quota
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.printing import people_to_print
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.keys import Keys
from lip.said import Said

SEX: Final = "Geschlecht"
WOMAN: Final = "Frau"
TITLE: Final = Said.of(
    de="Zwei Stimmen für den Runden Tisch",
    en="Two voices for the round table",
    ar="صوتان في الطاولة المستديرة",
)
PURPOSE: Final = Said.of(
    de="Zwei Menschen sprechen ein Jahr lang für die Konferenz am Runden Tisch der "
    "Stadt.",
    en="For one year, two people speak for the conference at the city's round table.",
    ar="شخصان يتحدثان باسم المؤتمر في الطاولة المستديرة للمدينة لمدة سنة.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCandidate:
    """Somebody of the guest list who stands; colours of skin, hair, clothes, wall."""

    association: str
    statement: Said
    colours: tuple[str, str, str, str] | None = None
    woman: bool = False


CANDIDATES: Final = (
    SampleCandidate(
        association="Frauennetzwerk Musterstadt e. V.",
        statement=Said.of(
            de="Ich will, dass Deutschkurse auch am Abend stattfinden, mit "
            "Kinderbetreuung im selben Haus. Seit acht Jahren berate ich Familien.",
            en="I want German courses in the evening too, with childcare in the same "
            "house. I have advised families for eight years.",
            ar="أريد دورات لغة ألمانية في المساء أيضًا، مع رعاية للأطفال في المبنى "
            "نفسه. أقدّم المشورة للعائلات منذ ثماني سنوات.",
        ),
        colours=("#c98d63", "#2b1d16", "#1d5c63", "#d9e4dd"),
        woman=True,
    ),
    SampleCandidate(
        association="Jugendforum Vielfalt",
        statement=Said.of(
            de="Junge Menschen brauchen eigene Sitze und eigenes Geld für Vorhaben.",
            en="Young people need seats of their own and money for their projects.",
        ),
        colours=("#8a5a3c", "#15100d", "#8c2f39", "#e8dccb"),
    ),
    SampleCandidate(
        association="Kulturzentrum Seidenstraße",
        statement=Said.of(
            ar="أعمل من أجل الاعتراف بالشهادات بسرعة، ومن أجل مكتب واحد يجيب عن كل "
            "الأسئلة.",
            de="Ich arbeite dafür, dass Abschlüsse schneller anerkannt werden und ein "
            "einziges Amt alle Fragen beantwortet.",
        ),
        woman=True,
    ),
    SampleCandidate(
        association="Beispielverein Brücke e. V.",
        statement=Said.of(de="Briefe vom Amt in Einfacher Sprache."),
        colours=("#e3b591", "#6b4a2d", "#33475b", "#dfe3ea"),
    ),
    SampleCandidate(
        association="Jugendforum Vielfalt",
        statement=Said.of(de="Mehr Sport für alle, in jedem Stadtteil."),
        colours=("#d6a57c", "#3a2a20", "#4f6d3a", "#ece6da"),
    ),
)
ADMITTED: Final = (0, 1, 2)
REFUSED: Final = 4
"""The fifth speaks for an association that another one speaks for already."""


async def fill_in_candidates(
    conference: ConferenceFacts, *, keys: Keys, now: datetime
) -> None:
    """Call an election and let people stand; doing it again changes nothing."""
    if any(one.title == TITLE for one in await elections_of(conference.id)):
        return
    election = await _called(conference, now=now)
    numbers = await _stand(election, conference, now=now)
    grounds = Grounds(
        doubts=(Doubt.ASSOCIATION_TAKEN,),
        words=Said.of(
            de="Bitte einigen Sie sich im Verein auf eine Person.",
            en="Please agree on one person in your association.",
            ar="يُرجى الاتفاق داخل الجمعية على شخص واحد.",
        ),
    )
    await refuse(election, numbers[REFUSED], grounds, by=COMMAND, now=now)
    for place in ADMITTED:
        await admit(election, numbers[place], by=COMMAND, now=now)
    named = Named(name="Halyna Bondar", association="Nachbarschaft Nordstadt e. V.")
    await name_somebody(
        election,
        named,
        keys=keys,
        by=COMMAND,
        now=now,
        request=uuid5(election.id, "named"),
        by_board=True,
    )


async def _called(conference: ConferenceFacts, *, now: datetime) -> ElectionFacts:
    wish = ElectionWish(
        title=TITLE,
        purpose=PURPOSE,
        seats=2,
        deputies=2,
        method=Method.BLOCK,
        entitled=Entitled.TICKETS,
        quotas=(Quota(attribute=SEX, value=WOMAN, at_least=1),),
        standing_rules=(
            Condition.ADULT.value,
            Condition.ONE_PER_ASSOCIATION.value,
        ),
        nominations_until=now + timedelta(days=2),
        speaking_seconds=120,
    )
    number = await prepare_election(
        wish,
        conference=conference,
        by=COMMAND,
        now=now,
        request=uuid5(conference.id, "election called"),
    )
    return await election_of(conference.id, number)


async def _stand(
    election: ElectionFacts, conference: ConferenceFacts, *, now: datetime
) -> Sequence[int]:
    people = [
        one
        for one in await people_to_print(conference)
        if not one.cancelled and not one.waiting and one.name
    ]
    return [
        await stand(
            election,
            StandingWish(
                name=person.name,
                association=one.association,
                statement=one.statement,
                attributes={SEX: WOMAN} if one.woman else {},
                declared=frozenset({Condition.ADULT}),
                photo=portrait_from(_drawn(*one.colours)) if one.colours else None,
            ),
            participant=person.id,
            by=Actor(ActorKind.PARTICIPANT),
            now=now,
            request=uuid5(election.id, f"stands {place}"),
        )
        for place, (one, person) in enumerate(zip(CANDIDATES, people, strict=False))
    ]


def _drawn(skin: str, hair: str, clothes: str, wall: str) -> bytes:
    """Draw somebody who does not exist, as a camera would send her."""
    sheet = Image.new("RGB", (900, 1100), wall)
    pen = ImageDraw.Draw(sheet)
    pen.ellipse((250, 150, 650, 640), fill=hair)
    pen.rounded_rectangle((130, 720, 770, 1200), radius=220, fill=clothes)
    pen.rounded_rectangle((385, 560, 515, 800), radius=60, fill=skin)
    pen.ellipse((300, 220, 600, 640), fill=skin)
    pen.chord((290, 190, 610, 470), 180, 360, fill=hair)
    for x in (390, 510):
        pen.ellipse((x - 16, 420, x + 16, 452), fill=hair)
    pen.arc((390, 480, 510, 570), 20, 160, fill=hair, width=10)
    out = BytesIO()
    sheet.save(out, "JPEG", quality=90)
    return out.getvalue()
