"""Moderate proposals: read, publish, hide with a reason, put right."""

from collections.abc import Mapping
from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.accounts.guards import requires_moderator
from lip.accounts.rules.identity import Identity
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Unusable
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.pages import prefixed
from lip.words import _, current_language
from proposals.actions.hint import suggested_fields
from proposals.actions.moderate import LONGEST_REASON, Verdict, moderate
from proposals.actions.put_right import put_in_field, set_language
from proposals.pages.field_words import field_options, fields_in_words
from proposals.pages.handing_in import own_in_words
from proposals.pages.proposal_form import read_field, tongues
from proposals.queries.collecting import collecting_of
from proposals.queries.photos import photos_of
from proposals.queries.proposals import READ_AT_ONCE, counts_by_standing, queue_of
from proposals.rules.standing import Reason, Standing
from proposals.words import REASONS, STANDINGS


@get("/", name="moderation.show")
async def show_queue(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    standing: FromQuery[str] = "",
) -> Template:
    """Show what is to be read, and what was decided."""
    counts = await counts_by_standing(conference.id)
    usual = Standing.WAITING if counts[Standing.WAITING] else Standing.SHOWN
    chosen = Standing(standing) if standing in set(Standing) else usual
    return await _queue_page(request, conference, chosen)


@post("/{number:int}/judge", name="moderation.judge", status_code=200)
async def send_verdict(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show or hide a proposal."""
    form = await read_form(request)
    hide = form.ticked("hide")
    reason = form.raw("reason")
    verdict = Verdict(
        standing=Standing.HIDDEN if hide else Standing.SHOWN,
        reason=Reason(reason) if hide and reason in set(Reason) else None,
        reason_text=form.text("reason_text", most=LONGEST_REASON) if hide else "",
    )
    try:
        await moderate(
            number, verdict, conference=conference, by=identity.actor, now=now
        )
    except Unusable as refusal:
        errors = {f"reason-{number}": request.app.state.sentences.say(refusal)}
        return await _queue_page(request, conference, _chosen(form), errors=errors)
    request.app.state.live.changed(conference.key)
    return _back(request, conference, form)


@post("/{number:int}/field", name="moderation.field")
async def send_field(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Put a proposal into a field of action."""
    form = await read_form(request)
    await put_in_field(
        number,
        read_field(form),
        owner=None,
        conference=conference,
        by=identity.actor,
        now=now,
    )
    return _back(request, conference, form, number)


@post("/{number:int}/language", name="moderation.language")
async def send_language(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Say in which language a proposal is."""
    form = await read_form(request)
    await set_language(
        number,
        form.raw("language"),
        owner=None,
        conference=conference,
        by=identity.actor,
        now=now,
    )
    return _back(request, conference, form, number)


def _chosen(form: Form) -> Standing:
    return Standing(form.choice("back", Standing, default=Standing.WAITING))


def _back(
    request: AnyRequest, conference: ConferenceFacts, form: Form, number: int = 0
) -> Redirect:
    answer = redirect(request, "moderation.show", key=conference.key)
    answer.url += f"?standing={_chosen(form).value}" + (f"#p{number}" if number else "")
    return answer


async def _queue_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    chosen: Standing,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    names, query = await fields_in_words(), request.query_params
    field = next((one for one in names if str(one) == query.get("field", "")), None)
    asked = query.get("page_number", "")
    here = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    found = await queue_of(
        conference.id, chosen, offset=(here - 1) * READ_AT_ONCE, field=field
    )
    counts = await counts_by_standing(conference.id)
    return page(
        request,
        "proposals/queue.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=await collecting_of(conference.id),
        base=prefixed(request, "moderation.show", key=conference.key),
        chosen=chosen,
        counts=counts,
        figures=[
            figure
            for figures_of in request.app.state.moderators_figures
            for figure in await figures_of(conference.id)
        ],
        standings=[(one, _(STANDINGS[one])) for one in Standing],
        lines=own_in_words(found),
        photos=await photos_of([one.id for one in found if one.photos]),
        fields=names,
        field=str(field or ""),
        field_options=await field_options(),
        suggested=await suggested_fields([one.id for one in found if not one.field]),
        tongues=tongues(current_language()),
        reasons=[(one.value, _(REASONS[one])) for one in Reason],
        here=here,
        pages=_pages(here, len(found)) if field else _pages_of(counts[chosen]),
        errors=errors or {},
    )


def _pages(here: int, shown: int) -> int:
    """Say how many pages there are at least: a full one may have another behind it."""
    return here + (shown == READ_AT_ONCE)


def _pages_of(many: int) -> int:
    return max(1, -(-many // READ_AT_ONCE))


router = Router(
    path="/conferences/{key:str}/proposals",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_queue, send_verdict, send_field, send_language],
    include_in_schema=False,
)
