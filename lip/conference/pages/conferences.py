"""A conference for its organisers: figures, what is next, and what is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_announcer, requires_organiser
from lip.accounts.queries import passes_of
from lip.accounts.rules.identity import Identity
from lip.conference.actions.announce import announce, change_conference
from lip.conference.pages.announcement_form import (
    MOST_DAYS,
    DayRow,
    days_of,
    field_of,
    read_announcement,
    rows_asked_for,
    typed_days,
    zones,
)
from lip.conference.pages.answers import clock
from lip.conference.pages.language_names import said_language
from lip.conference.pages.place import provide_conference
from lip.conference.pages.stage_words import MEANINGS, STAGE_WORDS
from lip.conference.queries.conferences import ConferenceFacts, counts_of
from lip.conference.queries.figures import (
    Figures,
    Shares,
    by_language,
    by_organisation,
    by_role,
    figures_of,
)
from lip.conference.queries.stored import remains_of
from lip.conference.rules.keys import proposed_key
from lip.conference.rules.stages import Stage
from lip.errors import Conflict, Unusable
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import LANGUAGES, _

TEXTS: Final = (
    *("title", "key", "place", "organiser", "language", "zone"),
    *("hand_out", "needs_kept_days"),
)


@get("/{key:str}", name="conference.show")
async def show_conference(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    now: NamedDependency[datetime],
) -> Template:
    """Show the figures of a conference, and what is to be done next."""
    figures = await figures_of(conference)
    passes = await passes_of(conference.key)
    valid = [one for one in passes if not one.withdrawn_at and one.expires_at > now]
    return page(
        request,
        "conference/show.html",
        conference=conference,
        counts=await counts_of(conference, now=now),
        figures=figures,
        remains=await remains_of(conference.id) if _is_over(conference, now) else None,
        languages_spoken=_in_words(await by_language(conference)),
        organisations=await by_organisation(conference),
        roles=await by_role(conference),
        days=_days(conference),
        today=conference.doors(now),
        done=_done(figures, passes=len(valid)),
        passes=len(valid),
        stage={
            "word": _(STAGE_WORDS[conference.stage]),
            "meaning": _(MEANINGS[conference.stage]),
        },
    )


def _is_over(conference: ConferenceFacts, now: datetime) -> bool:
    """Tell whether its guest list may have been deleted."""
    return all(doors.close < now for doors in conference.days)


def _done(figures: Figures, *, passes: int) -> Mapping[str, bool]:
    return {
        "guests": figures.registered > 0,
        "badges": figures.registered > 0 and figures.unprinted == 0,
        "passes": passes > 0,
    }


def _in_words(shares: Shares) -> Shares:
    said = [
        replace(share, word=said_language(share.word) if share.word else "")
        for share in shares.largest
    ]
    return replace(shares, largest=said)


def _days(conference: ConferenceFacts) -> Sequence[Mapping[str, object]]:
    return [
        {
            "day": doors.day,
            "opens": clock(doors.open, conference.zone),
            "closes": clock(doors.close, conference.zone),
        }
        for doors in conference.days
    ]


@get("/new", name="conference.new")
async def show_new(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Template:
    """Show the form for a new conference."""
    values = {"organiser": settings.operator}
    return _form_page(request, values, [DayRow()])


@post("/new", name="conference.create", status_code=200)
async def send_new(
    request: AnyRequest,
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Make a conference, at first as a draft, or add a day to the form."""
    form = await read_form(request)
    if (rows := rows_asked_for(form)) is not None:
        return _form_page(request, _typed(form), rows)
    said = read_announcement(form)
    key = form.text("key", most=60).lower() or proposed_key(form.raw("title"))
    if said is not None:
        try:
            await announce(key, said, by=identity.actor, now=now, stage=Stage.DRAFT)
        except (Unusable, Conflict) as refusal:
            sentence = request.app.state.sentences.say(refusal)
            form.refuse(field_of(refusal), sentence)
        else:
            return redirect(request, "conference.show", key=key)
    return _form_page(request, _typed(form), typed_days(form), errors=form.errors)


@get("/{key:str}/edit", name="conference.edit")
async def show_edit(
    request: AnyRequest, conference: NamedDependency[ConferenceFacts]
) -> Template:
    """Show what is said of a conference, to change it."""
    values = {name: str(getattr(conference, name)) for name in TEXTS}
    return _form_page(request, values, days_of(conference), conference=conference)


@post("/{key:str}/edit", name="conference.change", status_code=200)
async def send_change(
    request: AnyRequest,
    key: FromPath[str],
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Change what is said of a conference, or add a day to the form."""
    form = await read_form(request)
    if (rows := rows_asked_for(form)) is not None:
        return _form_page(request, _typed(form), rows, conference=conference)
    said = read_announcement(form)
    if said is None:
        return _form_page(
            request,
            _typed(form),
            typed_days(form),
            conference=conference,
            errors=form.errors,
        )
    await change_conference(key, said, by=identity.actor, now=now)
    request.app.state.live.changed(key)
    return redirect(request, "conference.show", key=key)


def _typed(form: Form) -> Mapping[str, str]:
    return {name: form.raw(name)[:2000] for name in TEXTS}


def _form_page(
    request: AnyRequest,
    values: Mapping[str, str],
    rows: Sequence[DayRow],
    *,
    conference: ConferenceFacts | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    usual = dict.fromkeys(TEXTS, "") | {
        "language": "de",
        "zone": "Europe/Berlin",
        "needs_kept_days": "14",
    }
    filled = usual | {name: value for name, value in values.items() if value}
    known = "change_conference" if conference else "new_conference"
    return page(
        request,
        f"conference/{known}.html",
        status=422 if errors else 200,
        conference=conference,
        values=filled,
        rows=rows,
        errors=errors or {},
        zones=zones(filled["zone"]),
        tongues=[(tag, one.name) for tag, one in LANGUAGES.items()],
        more_days=len(rows) < MOST_DAYS,
    )


new_router = Router(
    path="/conferences",
    guards=[requires_announcer],
    route_handlers=[show_new, send_new],
    include_in_schema=False,
)

router = Router(
    path="/conferences",
    guards=[requires_organiser],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_conference, show_edit, send_change],
    include_in_schema=False,
)
