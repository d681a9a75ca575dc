"""Moderators read comments, and show or hide them with a reason."""

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
from lip.words import _
from proposals.actions.moderate import LONGEST_REASON, Verdict
from proposals.actions.moderate_comments import moderate_comment
from proposals.pages.commenting import comments_in_words
from proposals.queries.collecting import collecting_of
from proposals.queries.comments import comment_counts, comments_to_read
from proposals.rules.standing import Reason, Standing
from proposals.words import REASONS, STANDINGS


@get("/", name="comments.show")
async def show_comments(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    standing: FromQuery[str] = "",
) -> Template:
    """Show what is to be read, and what was decided."""
    counts = await comment_counts(conference.id)
    usual = Standing.WAITING if counts[Standing.WAITING] else Standing.SHOWN
    chosen = Standing(standing) if standing in set(Standing) else usual
    return await _page(request, conference, chosen)


@post("/{number:int}/{comment:int}/judge", name="comments.judge", status_code=200)
async def send_verdict(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    comment: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Show or hide a comment."""
    form = await read_form(request)
    back = Standing(form.choice("back", Standing, default=Standing.WAITING))
    try:
        await moderate_comment(
            number,
            comment,
            _verdict(form),
            conference=conference,
            by=identity.actor,
            now=now,
        )
    except Unusable as refusal:
        said = request.app.state.sentences.say(refusal)
        errors = {f"reason-{number}-{comment}": said}
        return await _page(request, conference, back, errors=errors)
    answer = redirect(request, "comments.show", key=conference.key)
    answer.url += f"?standing={back.value}"
    return answer


def _verdict(form: Form) -> Verdict:
    hide, reason = form.ticked("hide"), form.raw("reason")
    return Verdict(
        standing=Standing.HIDDEN if hide else Standing.SHOWN,
        reason=Reason(reason) if hide and reason in set(Reason) else None,
        reason_text=form.text("reason_text", most=LONGEST_REASON) if hide else "",
    )


async def _page(
    request: AnyRequest,
    conference: ConferenceFacts,
    chosen: Standing,
    *,
    errors: Mapping[str, str] | None = None,
) -> Template:
    collecting = await collecting_of(conference.id)
    return page(
        request,
        "proposals/comments.html",
        status=422 if errors else 200,
        conference=conference,
        open_discussion=bool(collecting and collecting.comments_open),
        chosen=chosen,
        counts=await comment_counts(conference.id),
        standings=[(one, _(STANDINGS[one])) for one in Standing],
        lines=comments_in_words(await comments_to_read(conference.id, chosen)),
        reasons=[(one.value, _(REASONS[one])) for one in Reason],
        errors=errors or {},
    )


router = Router(
    path="/conferences/{key:str}/comments",
    guards=[requires_moderator],
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_comments, send_verdict],
    include_in_schema=False,
)
