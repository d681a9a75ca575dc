"""One proposal and what belongs to it: words, translations, way, discussion."""

from collections.abc import Mapping
from datetime import datetime
from uuid import uuid4

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.response import Redirect, Template
from markupsafe import Markup

from lip.accounts.guards import requires_account
from lip.accounts.rules.identity import Identity
from lip.conference.pages.language_names import said_language
from lip.conference.pages.place import provide_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.conference.rules.stages import Stage
from lip.errors import NotFound
from lip.programme.pages.about_conference import about_page
from lip.settings import Settings
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.words import _
from proposals.actions.comment import withdraw_comment
from proposals.pages.commenting import comments_in_words, send_remark
from proposals.pages.field_words import fields_in_words
from proposals.pages.readers import Reader, reader_behind, reader_of
from proposals.pages.tongue_choices import tongue_choices
from proposals.pages.translation_words import translations_in_words
from proposals.pages.ways import badge_of, links_beside, way_in_words
from proposals.queries.collecting import CollectingFacts, collecting_of
from proposals.queries.comments import comments_below
from proposals.queries.following import merged_numbers, ways_of
from proposals.queries.photos import photos_of
from proposals.queries.proposals import (
    ProposalFacts,
    proposal_of,
    proposals_numbered,
    supported_by,
)
from proposals.queries.translations import TranslationFacts, translations_of
from proposals.queries.versions import versions_of
from proposals.rules.following import state_at_end
from proposals.rules.standing import Standing


async def shown_proposal(conference: ConferenceFacts, number: int) -> ProposalFacts:
    """Find what everybody may read, or raise NotFound."""
    proposal = await proposal_of(conference.id, number)
    if proposal is None or proposal.standing is not Standing.SHOWN:
        raise NotFound("no_such_proposal", number=number)
    return proposal


async def proposal_page(
    request: AnyRequest,
    conference: ConferenceFacts,
    number: int,
    reader: Reader,
    *,
    form: Form | None = None,
    errors: Mapping[str, str] | None = None,
) -> Template:
    """Answer with the page of one proposal, as this reader sees it."""
    proposal = await shown_proposal(conference, number)
    collecting = await collecting_of(conference.id)
    merged = await merged_numbers(proposal.id)
    return page(
        request,
        "proposals/shown.html",
        status=422 if errors else 200,
        conference=conference,
        collecting=collecting,
        proposal=proposal,
        reader=reader,
        original_language=said_language(proposal.wording.language)
        if proposal.wording.language
        else "",
        versions=await versions_of(proposal.id),
        fields=await fields_in_words(),
        photos=await photos_of([proposal.id]) if proposal.photos else {},
        merged=await proposals_numbered(conference.id, merged),
        supported=await _supported(reader),
        **await _translations(request, proposal, reader, collecting),
        **await _way(request, conference, proposal),
        **await _discussion(proposal, reader, collecting, form),
        errors=errors or {},
        about="" if reader.code else _about(request, conference, proposal),
    )


def _about(
    request: AnyRequest, conference: ConferenceFacts, proposal: ProposalFacts
) -> Markup:
    """Say for search engines what is proposed; nobody is named."""
    return about_page(
        request,
        conference,
        "CreativeWork",
        "proposal.show",
        number=proposal.number,
        name=proposal.heading,
        text=proposal.wording.text,
        language=proposal.wording.language,
        genre=_("Vorschlag"),
    )


async def _supported(reader: Reader) -> frozenset[object]:
    if reader.participant is None:
        return frozenset()
    return frozenset(await supported_by(reader.participant))


async def _translations(
    request: AnyRequest,
    proposal: ProposalFacts,
    reader: Reader,
    collecting: CollectingFacts | None,
) -> Mapping[str, object]:
    settings: Settings = request.app.state.settings
    there = await translations_of(proposal.id, participant=reader.participant)
    release_first = bool(collecting and collecting.release_first)
    return {
        "translations": translations_in_words(
            [one for one in there if _may_read(one, reader, release_first)],
            staff=reader.staff,
            ticket=reader.participant is not None,
            service=settings.translator_host,
        ),
        "page_has_own": proposal.wording.language,
    }


def _may_read(one: TranslationFacts, reader: Reader, release_first: bool) -> bool:
    """Where everything is read first, so are the words of participants."""
    waits = release_first and one.by_participant and not one.checked
    return not waits or one.own or reader.staff


async def _way(
    request: AnyRequest, conference: ConferenceFacts, proposal: ProposalFacts
) -> Mapping[str, object]:
    ways = await ways_of([proposal.id], request.app.state.tracers)
    way = ways[proposal.id]
    return {
        "way": way_in_words(request, way, main=conference.language),
        "way_links": links_beside(request, proposal.id),
        "state": badge_of(state_at_end(way)),
    }


async def _discussion(
    proposal: ProposalFacts,
    reader: Reader,
    collecting: CollectingFacts | None,
    form: Form | None,
) -> Mapping[str, object]:
    comments = await comments_below(
        proposal.id, participant=reader.participant, person=reader.person
    )
    names = ("text", "language", "author_name")
    return {
        "comments": comments_in_words(comments),
        "open_discussion": bool(collecting and collecting.comments_open),
        "values": {name: form.raw(name)[:25_000] for name in names} if form else {},
        "show_name": bool(form and form.ticked("show_name")),
        "tongues": tongue_choices(),
        "request_key": form.request_key() if form else uuid4(),
    }


@get("/", name="proposal.show")
async def show_proposal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    number: FromPath[int],
) -> Template:
    """Show a proposal to everybody."""
    if conference.stage is Stage.DRAFT:
        raise NotFound("unknown_conference", key=conference.key)
    reader = await reader_of(request, conference)
    return await proposal_page(request, conference, number, reader)


@post("/comments", name="proposal.comment", guards=[requires_account], status_code=200)
async def send_comment(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Write a comment as one of the staff."""
    form = await read_form(request)
    reader = reader_behind(identity, conference)
    sent = await send_remark(
        request,
        form,
        number,
        writer=reader.writer,
        conference=conference,
        by=identity.actor,
        now=now,
    )
    if isinstance(sent, Mapping):
        return await proposal_page(
            request, conference, number, reader, form=form, errors=sent
        )
    answer = redirect(request, "proposal.show", key=conference.key, number=number)
    answer.url += f"#k{sent}"
    return answer


@post(
    "/comments/{comment:int}/withdraw",
    name="proposal.withdraw_comment",
    guards=[requires_account],
    status_code=200,
)
async def send_withdrawal(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    identity: NamedDependency[Identity],
    number: FromPath[int],
    comment: FromPath[int],
    now: NamedDependency[datetime],
) -> Redirect:
    """Take one's own comment back."""
    await withdraw_comment(
        number,
        comment,
        writer=reader_behind(identity, conference).writer,
        conference=conference,
        by=identity.actor,
        now=now,
    )
    answer = redirect(request, "proposal.show", key=conference.key, number=number)
    answer.url += "#discussion"
    return answer


router = Router(
    path="/c/{key:str}/proposals/{number:int}",
    dependencies={"conference": Provide(provide_conference)},
    route_handlers=[show_proposal, send_comment, send_withdrawal],
    include_in_schema=False,
)
