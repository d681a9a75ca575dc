"""What the server does by itself, and how often."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from elections.actions.close_polls import leave_traceless
from lip.contributions import DOCUMENTS, KINDS
from lip.equal_shares import equal_shares
from lip.keys import Keys
from lip.mail.actions.claim import tidy
from lip.mail.actions.send_due import office_of, send_due
from lip.opendata.actions.catch_up import Teller
from lip.opendata.pages.answers import site_of
from lip.publishing.actions.refresh_search import refresh_if_needed
from lip.registration.actions.fill_everywhere import fill_everywhere
from lip.registration.actions.invitation_round import invitation_round
from lip.registration.actions.write_letters import Stationery, write_due_letters
from lip.retention.actions.purge import SOON, clean_after_erasures, purge_round
from lip.settings import Settings
from lip.traces import TRACERS
from lip.tracing.actions.tell_answers import tell_answers
from lip.web.deps import now
from lip.web.rounds import Going, Round
from lip.words import LANGUAGES
from proposals.actions.translate_by_machine import Bureau, translate_due
from proposals.actions.vectors import catch_up_everywhere
from proposals.board.actions.start_machine import start_machine
from proposals.translator import Translator
from proposals.voting.actions.close_round import close_due


def rounds_of(settings: Settings, keys: Keys) -> Sequence[Round]:
    """List what the server does by itself."""
    return (
        *_translation_rounds(settings),
        *_letter_rounds(settings, keys),
        *_closing_rounds(settings),
        *_cleaning_rounds(),
        *_telling_rounds(settings),
    )


def _letter_rounds(settings: Settings, keys: Keys) -> Sequence[Round]:
    office = office_of(settings, clock=now)
    stationery = Stationery(
        keys=keys, base_url=settings.base_url, accent=settings.accent
    )
    return (
        Round(
            "write letters about places",
            every=timedelta(seconds=5),
            go=partial(write_due_letters, stationery),
        ),
        Round("fill places", every=timedelta(minutes=1), go=fill_everywhere),
        Round(
            "send letters",
            every=timedelta(seconds=10 if office else 600),
            go=_timeless(partial(send_due, office)) if office else tidy,
        ),
        Round(
            "remind of the day, forget the invited",
            every=timedelta(minutes=10),
            go=partial(invitation_round, keys=keys, base_url=settings.base_url),
        ),
        Round(
            "tell what became of proposals",
            every=timedelta(minutes=10),
            go=partial(tell_answers, TRACERS, keys=keys, base_url=settings.base_url),
        ),
    )


def _closing_rounds(settings: Settings) -> Sequence[Round]:
    """Votes that end, urns that were opened, clusters that were asked for."""
    return (
        Round(
            "close voting rounds",
            every=timedelta(seconds=2),
            go=partial(close_due, shares=equal_shares),
        ),
        Round(
            "leave no trace of opened urns",
            every=timedelta(seconds=30),
            go=_timeless(leave_traceless),
        ),
        Round(
            "suggest clusters",
            every=timedelta(seconds=2),
            go=partial(start_machine, settings.database_url),
        ),
    )


def _cleaning_rounds() -> Sequence[Round]:
    return (
        Round(
            "delete what is due",
            every=timedelta(hours=6),
            go=partial(purge_round, KINDS),
        ),
        Round("clean up after erasures", every=SOON, go=clean_after_erasures),
    )


def _telling_rounds(settings: Settings) -> Sequence[Round]:
    """What search, programs and similar proposals need to know."""
    return (
        Round(
            "tell programs what has changed",
            every=timedelta(seconds=20),
            go=Teller(site_of(settings)).go,
        ),
        Round(
            "make vectors that are missing",
            every=timedelta(minutes=5),
            go=_timeless(catch_up_everywhere),
        ),
        Round(
            "bring the search up to date",
            every=timedelta(seconds=10),
            go=partial(refresh_if_needed, DOCUMENTS),
        ),
    )


def _translation_rounds(settings: Settings) -> Sequence[Round]:
    """Without a service nothing is asked of anybody."""
    if not settings.translator_url:
        return ()
    service = Translator(url=settings.translator_url, key=settings.translator_key)
    bureau = Bureau(translator=service, languages=tuple(LANGUAGES))
    return (
        Round(
            "have proposals translated",
            every=timedelta(seconds=30),
            go=partial(translate_due, bureau),
        ),
    )


def _timeless(act: Callable[[], Awaitable[object]]) -> Going:
    async def go(*, now: datetime) -> object:  # noqa: ARG001 - the same for each round
        return await act()

    return go
