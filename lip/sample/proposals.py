"""What people of the sample conference propose, in their own languages."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from typing import Final
from uuid import UUID, uuid5

from PIL import Image, ImageDraw, ImageFont

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.keys import Keys
from lip.said import Said
from proposals.actions.change_collecting import CollectingWish, change_collecting
from proposals.actions.moderate import Verdict, moderate
from proposals.actions.submit import Draft, submit
from proposals.actions.support import support
from proposals.photo_files import NewPhoto, photo_from
from proposals.rules.handing_in import Wording
from proposals.rules.standing import Reason, Standing, Way

PROPOSALS: Final = (
    ("de", "Deutschkurse am Abend, mit Kinderbetreuung im selben Haus."),
    ("ar", "نحتاج إلى دورات لغة ألمانية في المساء مع رعاية للأطفال."),
    ("tr", "Okullarda velilere kendi dillerinde bilgi verilsin."),
    ("uk", "Швидше визнання дипломів, щоб ми могли працювати за фахом."),
    ("en", "A single place in the city hall where all papers can be asked for."),
    ("fa", "مشاوره برای کسانی که می‌خواهند کسب‌وکار خود را راه بیندازند."),
    ("de", "Briefe vom Amt in Einfacher Sprache, mit einem Telefon für Rückfragen."),
    ("ku", "Li pirtûkxaneyê pirtûk û demjimêrên xwendinê bi kurdî."),
    ("pl", "Więcej nauczycieli, którzy sami mają historię migracji."),
    ("ru", "Спортивные клубы должны быть открыты и для пожилых людей."),
    ("de", "Eine unabhängige Stelle gegen Diskriminierung bei der Wohnungssuche."),
    ("fr", "Des visites de la ville guidées par des habitants de tous les quartiers."),
    ("vi", "Ngày hội văn hoá mỗi quý ở một khu phố khác nhau."),
    ("en", "Interpreters at the doctor's, paid by the city."),
    ("ar", "مترجمون عند الطبيب تدفع أجورهم المدينة."),
    ("de", "Jugendliche sollen im Integrationsbeirat eigene Sitze haben."),
)

FIELD_OF: Final = {0: 0, 2: 0, 3: 1, 5: 1, 9: 3, 10: 4, 13: 2}
"""To which field of action people have put a proposal; the others are still open."""

WISH: Final = CollectingWish(
    intro=Said.of(
        de="Was soll in den Integrationsplan? Schreiben Sie in Ihrer Sprache.",
        en="What should the integration plan contain? Write in your language.",
        ar="ماذا يجب أن تتضمن خطة الاندماج؟ اكتبوا بلغتكم.",
    ),
    house_rules=Said.of(
        de="Bleiben Sie freundlich. Nennen Sie keine Namen anderer Personen.",
        en="Please stay friendly. Do not name other people.",
        ar="يُرجى الحفاظ على الاحترام وعدم ذكر أسماء أشخاص آخرين.",
    ),
    with_link=True,
    comments_open=True,
)
"""How the sample collects."""

FLIPCHART: Final = 0
"""To which proposal there is a photo."""


def flipchart() -> NewPhoto:
    """Draw a sheet of paper with strokes on it, as a camera would send it."""
    sheet = Image.new("RGB", (1200, 900), "#f4f1ea")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((40, 40, 1160, 860), outline="#8a8578", width=6)
    words = ("Deutschkurse:", "- am Abend", "- mit Kinderbetreuung", "- im Stadtteil")
    for line, text in enumerate(words):
        place = (110, 130 + 170 * line)
        pen.text(place, text, fill="#1d3f72", font=ImageFont.load_default(size=84))
    out = BytesIO()
    sheet.save(out, "PNG")
    said = "Deutschkurse am Abend, mit Kinderbetreuung, im Stadtteil."
    return photo_from(out.getvalue(), shows=said)


async def fill_in_proposals(
    conference: ConferenceFacts,
    people: Sequence[UUID],
    fields: Sequence[UUID],
    *,
    keys: Keys,
    now: datetime,
) -> None:
    """Collect proposals of people who are there, and let others support them."""
    async with transaction():
        await change_collecting(
            WISH, conference=conference, keys=keys, by=COMMAND, now=now
        )
        for place in range(len(PROPOSALS)):
            draft = _draft(place, people, fields)
            made = await submit(
                draft,
                conference=conference,
                by=COMMAND if draft.way is Way.CARD else Actor(ActorKind.PARTICIPANT),
                now=now - timedelta(minutes=40 - place),
                request=uuid5(conference.id, f"sample proposal {place}"),
            )
            for one in people[place + 1 : place + 1 + (place * 7) % 12]:
                await support(
                    made.number, participant=one, conference=conference, now=now
                )
        await moderate(
            len(PROPOSALS) // 2,
            Verdict(standing=Standing.HIDDEN, reason=Reason.REPEATED),
            conference=conference,
            by=COMMAND,
            now=now,
        )


def _draft(place: int, people: Sequence[UUID], fields: Sequence[UUID]) -> Draft:
    """Write what one person hands in; every fifth puts a card on the wall."""
    language, text = PROPOSALS[place]
    card = place % 5 == 4
    return Draft(
        wording=Wording(text=text, language=language if place % 4 == 1 else ""),
        way=Way.CARD if card else Way.TICKET,
        participant=None if card else people[place],
        place=f"Tisch {place % 4 + 1}" if card else "",
        field=fields[FIELD_OF[place]] if place in FIELD_OF else None,
        photo=flipchart() if place == FLIPCHART else None,
    )
