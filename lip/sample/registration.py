"""The registration of the sample: a form, groups, parties, and some who wait."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.guest import Guest
from lip.journal.rules.entries import COMMAND
from lip.keys import Keys
from lip.programme.queries.sessions import programme_of
from lip.registration.actions.change_form import change_form
from lip.registration.actions.change_groups import add_group
from lip.registration.actions.register_party import register_party
from lip.registration.actions.usual_form import make_usual_form
from lip.registration.queries.forms import form_of
from lip.registration.rules.forms import GroupFacts
from lip.registration.rules.registering import Entrant, PartyWish
from lip.registration.rules.settings import FormSettings
from lip.said import Said

SEATS: Final = 240

INTRO: Final = Said.of(
    de="Schön, dass Sie kommen möchten. Essen und Dolmetschen kosten nichts.",
    en="Good that you want to come. Food and interpreting are free.",
    ar="يسعدنا أنكم تريدون الحضور. الطعام والترجمة الفورية مجانًا.",
)

GROUPS: Final = (
    (
        Said.of(
            de="Ich komme für mich", en="I come for myself", ar="أحضر بصفتي الشخصية"
        ),
        None,
        False,
    ),
    (
        Said.of(
            de="Verein oder Initiative",
            en="Association or initiative",
            ar="جمعية أو مبادرة",
        ),
        60,
        False,
    ),
    (
        Said.of(de="Stadtverwaltung", en="City administration", ar="إدارة المدينة"),
        3,
        False,
    ),
)

PARTIES: Final[Sequence[tuple[int, Sequence[Guest]]]] = (
    (
        0,
        (
            Guest(given_name="Rana", family_name="Haddad", language="ar"),
            Guest(given_name="Sami", family_name="Haddad", language="ar", childcare=2),
        ),
    ),
    (
        1,
        (
            Guest(
                given_name="Mykola",
                family_name="Bondarenko",
                organisation="Ukrainischer Verein",
                language="uk",
            ),
            Guest(
                given_name="Iryna",
                family_name="Tkatschenko",
                organisation="Ukrainischer Verein",
                language="uk",
            ),
        ),
    ),
    (2, (Guest(given_name="Heike", family_name="Lindner", language="de"),)),
    (
        2,
        (
            Guest(given_name="Jörg", family_name="Petersen", language="de"),
            Guest(given_name="Nele", family_name="Ahrens", language="de"),
        ),
    ),
    (2, (Guest(given_name="Tarek", family_name="Mansour", language="de"),)),
    (
        2,
        (
            Guest(given_name="Birgit", family_name="Sommer", language="de"),
            Guest(given_name="Emre", family_name="Aydın", language="tr"),
        ),
    ),
)
"""Which group each party belongs to, and who comes; the last ones have to wait."""


async def fill_in_registration(
    conference: ConferenceFacts, *, keys: Keys, now: datetime
) -> None:
    """Make the form and register some parties; doing it again changes nothing."""
    if not await make_usual_form(conference, by=COMMAND, now=now):
        return
    groups = await _make_groups(conference, now=now)
    settings = FormSettings(seats=SEATS, intro=INTRO)
    await change_form(conference, settings, by=COMMAND, now=now)
    form = await form_of(conference)
    assert form is not None, "it was made above"
    sessions = [
        one.id
        for one in await programme_of(conference.id)
        if one.sign_up and now < one.starts_at
    ]
    for place, (group, people) in enumerate(PARTIES):
        wish = PartyWish(
            request=uuid5(conference.id, f"party {place}"),
            people=tuple(
                Entrant(guest=guest, sessions=tuple(sessions[:1])) for guest in people
            ),
            group=groups[group],
            language=people[0].language,
            may_wait=True,
            may_wait_for=frozenset(sessions),
        )
        await register_party(
            wish,
            conference=conference,
            form=form,
            keys=keys,
            by=COMMAND,
            now=now - timedelta(days=3, minutes=-7 * place),
        )


async def _make_groups(conference: ConferenceFacts, *, now: datetime) -> list[UUID]:
    made = []
    for place, (name, seats, invited_only) in enumerate(GROUPS, start=1):
        group = GroupFacts(
            id=uuid5(conference.id, f"group {place}"),
            name=name,
            seats=seats,
            invited_only=invited_only,
        )
        await add_group(conference, group, by=COMMAND, now=now)
        made.append(group.id)
    return made
