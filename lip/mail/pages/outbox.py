"""The outbox of a conference: what was written to people, and how it fares."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery
from litestar.response import Template

from lip.accounts.guards import requires_organiser
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.mail.kept import FATE_WORDS
from lip.mail.pages.fate_words import line_of
from lip.mail.queries.outbox import Found, Wanted, counts, letters_of
from lip.mail.rules.letters import Fate
from lip.settings import Settings
from lip.web.page import AnyRequest, page
from lip.web.pages import prefixed
from lip.words import _, pgettext

_MOST_PAGES = 10_000

_TABS = (
    Fate.WAITING,
    Fate.SENT,
    Fate.UNCERTAIN,
    Fate.FAILED,
    Fate.CALLED_OFF,
)


@get("/", name="mail.list")
async def show_outbox(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    settings: NamedDependency[Settings],
    q: FromQuery[str] = "",
    fate: FromQuery[str] = "",
    p: FromQuery[int] = 1,
) -> Template:
    """List letters: searched, narrowed, fifty a page."""
    chosen = Fate(fate) if fate in list(Fate) else None
    wanted = Wanted(words=q[:200].strip(), fate=chosen)
    number = await counts(conference.key)
    found = await letters_of(conference.key, wanted, page=min(p, _MOST_PAGES))
    path = prefixed(request, "mail.list", key=conference.key)
    return page(
        request,
        "mail/outbox.html",
        conference=conference,
        lines=[line_of(one, conference) for one in found.letters],
        found=found,
        wanted=wanted,
        everything=sum(number.values()),
        uncertain=number.get(Fate.UNCERTAIN, 0),
        by_hand=settings.mail_server is None,
        sender=settings.mail_from,
        tabs=_tabs(path, wanted, number),
        ways=_ways(path, wanted, found),
    )


def _tabs(
    path: str, wanted: Wanted, number: Mapping[Fate, int]
) -> Sequence[tuple[str, int, str, bool]]:
    """Give label, number, address and whether it is open, for each fate."""
    everything = (None, pgettext("letters", "alle"), sum(number.values()))
    tabs = [(fate, _(FATE_WORDS[fate]), number.get(fate, 0)) for fate in _TABS]
    return [
        (
            label,
            many,
            _address(path, replace(wanted, fate=fate)),
            fate is wanted.fate,
        )
        for fate, label, many in [everything, *tabs]
    ]


def _ways(path: str, wanted: Wanted, found: Found) -> Mapping[str, str]:
    before, after = found.page - 1, found.page + 1
    return {
        "before": _address(path, wanted, before) if before else "",
        "after": _address(path, wanted, after) if after <= found.pages else "",
        "all": path,
    }


def _address(path: str, wanted: Wanted, number: int = 1) -> str:
    said = {
        "q": wanted.words,
        "fate": wanted.fate.value if wanted.fate else "",
        "p": str(number) if number > 1 else "",
    }
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{path}?{query}" if query else path


router = Router(
    path="/conferences/{key:str}/mail",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_outbox],
    include_in_schema=False,
)
