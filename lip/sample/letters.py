"""Letters of the sample conference: in three languages, with every fate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.queries.participants import Wanted, participants_of
from lip.conference.queries.registered import Registered
from lip.journal.rules.entries import COMMAND
from lip.mail.actions.claim import claim, mark_handed_over, note
from lip.mail.actions.decide import call_off
from lip.mail.actions.queue import queue
from lip.mail.documents.letter import Words, write
from lip.mail.documents.message import Sender, message_id
from lip.mail.rules.letters import Letter, Trouble

SENDER: Final = Sender(address="post@example.org", name="LIP")
KEPT: Final = timedelta(days=30)
MANY: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the sample says in one language."""

    subject: str
    greeting: str
    text: str
    place: str
    time: str
    foot: str


WORDINGS: Final[Mapping[str, Wording]] = {
    "de": Wording(
        subject="Morgen geht es los: Migrationskonferenz 2026",
        greeting="Guten Tag %(name)s,",
        text="morgen sehen wir uns. Bitte bringen Sie Ihr Ticket mit, "
        "auf dem Handy oder auf Papier.\nWir freuen uns auf Sie!",
        place="Ort",
        time="Einlass",
        foot="Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
    ),
    "en": Wording(
        subject="See you tomorrow: Migration Conference 2026",
        greeting="Hello %(name)s,",
        text="See you tomorrow. Please bring your ticket, on your phone or on paper."
        "\nWe look forward to meeting you!",
        place="Place",
        time="Doors open",
        foot="You get this e-mail because you have registered.",
    ),
    "ar": Wording(
        subject="موعدنا غدًا: مؤتمر الهجرة 2026",
        greeting="مرحبًا %(name)s،",
        text="نلتقي غدًا. يُرجى إحضار التذكرة، على الهاتف أو على الورق.\nيسعدنا حضوركم!",
        place="المكان",
        time="الدخول",
        foot="وصلتكم هذه الرسالة لأنكم سجّلتم في المؤتمر.",
    ),
}


async def fill_in_letters(conference: ConferenceFacts, *, now: datetime) -> None:
    """Write reminders to some guests; each fate stands in the outbox at least once."""
    for place, person in enumerate(await _readers(conference)):
        written = now - timedelta(hours=20) + timedelta(minutes=3 * place)
        one = await queue(_letter(person, conference, at=written), now=written)
        if place in {1, 7}:
            await call_off(one, scope=conference.key, by=COMMAND, now=now)
        elif place not in {0, 3}:
            claimed = await claim(one, now=written)
            if claimed is None:
                continue  # filled in before
            name = message_id(one, SENDER)
            await mark_handed_over(claimed, message_id=name, now=written)
            trouble, said = _FATES.get(place, (Trouble.NONE, "250 2.0.0 Ok"))
            await note(claimed, trouble, said=said, now=written)


async def _readers(conference: ConferenceFacts) -> Sequence[Registered]:
    """Choose guests who gave an address, and read one of the languages."""
    pages = [
        await participants_of(conference, Wanted(), day=None, page=number)
        for number in range(1, 5)
    ]
    people = [one for found in pages for one in found.people]
    able = [p for p in people if p.guest.email and p.guest.language in WORDINGS]
    return sorted(able, key=lambda person: person.number)[:MANY]


_FATES: Final = {
    5: (Trouble.NO_RECEIPT, "Connection lost"),
    9: (Trouble.REFUSED, "550 5.1.1 Recipient address rejected: User unknown"),
}


def _letter(person: Registered, conference: ConferenceFacts, *, at: datetime) -> Letter:
    language = person.guest.language
    said = WORDINGS[language]
    doors = conference.days[0].open.astimezone(conference.zone)
    written = write(
        Words(
            head=conference.title,
            subject=said.subject,
            greeting=said.greeting % {"name": person.guest.name},
            paragraphs=(said.text,),
            facts=((said.place, conference.place), (said.time, f"{doors:%H:%M}")),
            foot=(said.foot,),
        ),
        language=language,
    )
    return Letter(
        key=f"sample:{person.id}",
        scope=conference.key,
        to_address=person.guest.email,
        to_name=person.guest.name,
        about=person.id,
        language=language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        delete_on=(at + KEPT).date(),
    )
