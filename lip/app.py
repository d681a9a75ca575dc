"""Composition root: names every router, dependency and template folder once."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from litestar import Litestar
from litestar.channels import ChannelsPlugin
from litestar.channels.backends.asyncpg import AsyncPgChannelsBackend
from litestar.channels.backends.memory import MemoryChannelsBackend
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.types import ASGIApp

from lip import __version__
from lip.accounts import kept as accounts_kept
from lip.accounts import sentences as accounts_sentences
from lip.accounts.guards import greet_and_check_form, provide_identity
from lip.accounts.pages import accounts, own_account, sign_in
from lip.accounts.queries import identities_of
from lip.attendance import kept as attendance_kept
from lip.attendance import sentences as attendance_sentences
from lip.attendance.pages import (
    certificates,
    check,
    feedback_form,
    feedback_questions,
    feedback_results,
    figures,
    lists,
    own_certificate,
    presence,
    room_door,
    terms,
)
from lip.attendance.pages.offering import offer_feedback, offer_figures
from lip.conference import kept as conference_kept
from lip.conference import sentences as conference_sentences
from lip.conference.actions.check_in import check_in_all
from lip.conference.pages import (
    badges,
    conferences,
    door,
    door_conflicts,
    door_offline,
    door_parcels,
    door_worker,
    import_done,
    import_preview,
    imports,
    interface,
    journal,
    kiosk,
    overview,
    participant_acts,
    participant_form,
    participants,
    passes,
    tickets,
)
from lip.conference.pages.journal_lines import Namer
from lip.conference.queries.conferences import titles
from lip.database import GroupCommit
from lip.database import sentences as database_sentences
from lip.equal_shares import equal_shares
from lip.errors import Refusal
from lip.fields import sentences as fields_sentences
from lip.fields.pages import fields_of_action
from lip.fields.queries.fields import names_of_fields
from lip.kept import Kind
from lip.keys import Keys
from lip.mail import kept as mail_kept
from lip.mail import sentences as mail_sentences
from lip.mail.actions.claim import tidy
from lip.mail.actions.send_due import office_of, send_due
from lip.mail.pages import letters, outbox
from lip.programme import agenda_sentences
from lip.programme import kept as programme_kept
from lip.programme import sentences as programme_sentences
from lip.programme.pages import (
    agenda,
    board,
    documents,
    home,
    legal,
    page_editor,
    posters,
    public_page,
    public_programme,
    rooms,
    series,
    sessions,
    speakers,
    stage,
)
from lip.programme.queries.names import names_in_programmes
from lip.programme.rules.board import BoardLink
from lip.registration import form_sentences, kept_invitations, place_sentences
from lip.registration import kept as registration_kept
from lip.registration.actions.fill_everywhere import fill_everywhere
from lip.registration.actions.invitation_round import invitation_round
from lip.registration.actions.own_place import after_cancelling, after_reinstating
from lip.registration.actions.write_letters import Stationery, write_due_letters
from lip.registration.pages import (
    anonymous,
    fields,
    groups,
    invitation_words,
    invitations,
    invite_again,
    invited,
    needs,
    own_acts,
    own_answers,
    own_page,
    register,
    registered,
    statistics,
    waiting,
)
from lip.registration.pages import settings as registration_settings
from lip.registration.pages.answers_beside import answer_columns, answers_block
from lip.registration.pages.offering import registration_offer
from lip.registration.pages.own_offers import OwnOffer
from lip.retention import kept as retention_kept
from lip.retention import sentences as retention_sentences
from lip.retention.actions.purge import purge_round
from lip.retention.pages import all_data, conference_data, own_data, person
from lip.settings import Settings, read_settings, secret_of
from lip.web import health, theme
from lip.web import kept as web_kept
from lip.web.deps import DEPENDENCIES, now
from lip.web.head import AnswersHead
from lip.web.health import Measured, Metrics
from lip.web.languages import LanguageInAddress
from lip.web.limits import Limits
from lip.web.live import Live
from lip.web.pages import Section, template_config
from lip.web.refusals import (
    Sentences,
    answer_breakdown,
    answer_http_exception,
    answer_refusal,
)
from lip.web.rounds import Round, Rounds
from lip.web.security import SecurityHeaders
from lip.web.static import static_router
from lip.words import N_
from proposals import kept as proposals_kept
from proposals import sentences as proposals_sentences
from proposals.board import sentences as board_sentences
from proposals.pages import collecting, handing_in, moderating, reading
from proposals.pages.offering import offer_proposals

HERE = Path(__file__).parent
LARGEST_REQUEST = 11 * 1024 * 1024

ROUTERS = (
    home.router,
    overview.router,
    sign_in.router,
    own_account.router,
    accounts.router,
    door.router,
    door_offline.router,
    door_parcels.router,
    door_worker.router,
    door_conflicts.router,
    kiosk.router,
    room_door.router,
    interface.router,
    conferences.new_router,
    conferences.router,
    participants.router,
    participant_form.router,
    participant_acts.router,
    imports.router,
    import_preview.router,
    import_done.router,
    badges.router,
    badges.desk_router,
    passes.router,
    tickets.router,
    tickets.organisers_router,
    outbox.router,
    letters.router,
    journal.router,
    journal.whole_router,
    own_data.router,
    person.router,
    conference_data.router,
    all_data.router,
    all_data.public_router,
    public_page.router,
    page_editor.router,
    documents.router,
    posters.router,
    series.router,
    stage.router,
    legal.router,
    legal.conference_router,
    public_programme.router,
    register.router,
    registered.router,
    own_page.router,
    own_acts.router,
    own_answers.router,
    registration_settings.router,
    fields.router,
    groups.router,
    waiting.router,
    invitations.router,
    invitation_words.router,
    invited.router,
    invite_again.router,
    needs.router,
    statistics.router,
    anonymous.router,
    anonymous.door_router,
    sessions.router,
    rooms.router,
    speakers.router,
    agenda.router,
    board.router,
    certificates.router,
    terms.router,
    own_certificate.router,
    check.router,
    lists.router,
    figures.router,
    figures.public_router,
    feedback_form.router,
    feedback_results.router,
    feedback_questions.router,
    presence.router,
    handing_in.router,
    reading.router,
    reading.link_router,
    moderating.router,
    collecting.router,
    fields_of_action.router,
    health.router,
    theme.router,
)

SECTIONS = (
    Section(
        name="overview", label=N_("Übersicht"), route="conference.show", icon="info"
    ),
    Section(
        name="page",
        label=N_("Öffentliche Seite"),
        route="page.edit",
        icon="file-text",
    ),
    Section(
        name="programme",
        label=N_("Programm"),
        route="sessions.list",
        icon="calendar",
    ),
    Section(
        name="registration",
        label=N_("Anmeldungen"),
        route="registration.settings",
        icon="user-check",
    ),
    Section(
        name="participants",
        label=N_("Gästeliste"),
        route="participants.list",
        icon="users",
    ),
    Section(
        name="badges",
        label=N_("Namensschilder"),
        route="badges.show",
        icon="id-card",
    ),
    Section(name="door", label=N_("Einlass"), route="door.show", icon="door-open"),
    Section(
        name="after",
        label=N_("Nachher"),
        route="certificates.list",
        icon="circle-check",
    ),
    Section(
        name="proposals",
        label=N_("Vorschläge"),
        route="moderation.show",
        icon="heart-handshake",
        right="moderate",
    ),
    Section(name="passes", label=N_("Zugänge"), route="passes.list", icon="key"),
    Section(
        name="retention",
        label=N_("Daten und Fristen"),
        route="retention.show",
        icon="shield",
    ),
    Section(name="mail", label=N_("Post"), route="mail.list", icon="mail"),
    Section(name="journal", label=N_("Journal"), route="journal.list", icon="history"),
)
"""The parts of an organiser's pages of one conference, as they stand in the head."""

DOOR_SECTIONS = (
    Section(name="rooms", label=N_("Räume"), route="room_door.list", icon="log-in"),
    Section(name="tally", label=N_("Zählen"), route="tally.show", icon="plus"),
)
"""What else helpers may do at a conference; in the menu of the door."""

MODERATOR_SECTIONS = (
    Section(
        name="proposals",
        label=N_("Vorschläge"),
        route="moderation.show",
        icon="heart-handshake",
    ),
    Section(
        name="agenda",
        label=N_("Ablauf am Tag"),
        route="agenda.show",
        icon="clock",
    ),
)
"""What moderators do at a conference; on their desk."""

NAMERS: tuple[Namer, ...] = (names_in_programmes, names_of_fields)
"""How the journal names what belongs to higher areas."""

BOARD_LINKS = (
    BoardLink(label=N_("Programm"), path="/c/{key}/programme"),
    BoardLink(label=N_("Meine Seite"), path="/t"),
)
"""The pages whose QR codes always stand on the board; offers add theirs."""

OFFERERS = (registration_offer, offer_proposals, offer_feedback, offer_figures)
"""What areas offer on the page of a conference."""

OWN_OFFERS = (
    OwnOffer(
        label=N_("Programm"), route="programme.show", icon="calendar", by_key=True
    ),
    OwnOffer(
        label=N_("Vorschläge"),
        route="own_proposals.show",
        icon="pencil",
        when=lambda holding: holding.comes,
    ),
    OwnOffer(label=N_("Wieder eingeladen werden"), route="own_again.show", icon="mail"),
    OwnOffer(
        label=N_("Teilnahme bescheinigen"),
        route="own_certificate.show",
        icon="file-text",
        when=lambda holding: holding.comes and holding.begun,
    ),
    OwnOffer(
        label=N_("Rückmeldung geben"),
        route="feedback.form",
        icon="pencil",
        by_key=True,
        when=lambda holding: holding.comes and holding.begun,
    ),
    OwnOffer(
        label=N_("Was von mir gespeichert ist"), route="own_data.show", icon="lock"
    ),
)
"""What people can do on their own pages."""

BLOCKS_BESIDE = (answers_block,)
"""What higher areas say of a person on her page of the guest list."""

COLUMNS_BESIDE = (answer_columns,)
"""The columns that higher areas add to an export of the guest list."""

TEMPLATES = [
    HERE.parent / "proposals" / "templates",
    HERE / "web" / "templates",
    HERE / "accounts" / "templates",
    HERE / "fields" / "templates",
    HERE / "conference" / "templates",
    HERE / "mail" / "templates",
    HERE / "programme" / "templates",
    HERE / "attendance" / "templates",
    HERE / "registration" / "templates",
    HERE / "retention" / "templates",
]

KINDS: tuple[Kind, ...] = (
    *kept_invitations.KINDS,
    *registration_kept.KINDS,
    *attendance_kept.KINDS,
    *proposals_kept.KINDS,
    *programme_kept.KINDS,
    *mail_kept.KINDS,
    *conference_kept.KINDS,
    *accounts_kept.KINDS,
    *web_kept.KINDS,
    *retention_kept.KINDS,
)
"""What is kept of people, higher areas first: in this order it is deleted."""


def create_app(settings: Settings | None = None) -> ASGIApp:
    """Put the application together, with the layers around it."""
    settings = settings or read_settings()
    metrics = Metrics()
    app: ASGIApp = create_litestar(settings, metrics)
    app = AnswersHead(app)
    app = LanguageInAddress(app)
    app = SecurityHeaders(app, settings)
    return Measured(app, metrics)


def create_litestar(settings: Settings, metrics: Metrics) -> Litestar:
    """Put routers, dependencies and templates together."""
    channels = ChannelsPlugin(
        backend=_backend(settings), arbitrary_channels_allowed=True
    )
    app = Litestar(
        route_handlers=[*ROUTERS, static_router()],
        dependencies={
            **DEPENDENCIES,
            "identity": Provide(provide_identity),
            "scopes": Provide(titles),
        },
        before_request=greet_and_check_form,
        exception_handlers={
            Refusal: answer_refusal,
            HTTPException: answer_http_exception,
            Exception: answer_breakdown,
        },
        template_config=template_config(
            TEMPLATES, settings, SECTIONS, door_sections=DOOR_SECTIONS
        ),
        compression_config=CompressionConfig(
            backend="gzip", gzip_compress_level=5, exclude=["^/api/"]
        ),
        openapi_config=_openapi(settings),
        plugins=[channels],
        lifespan=[_lifespan],
        request_max_body_size=LARGEST_REQUEST,
        pdb_on_exception=False,
        logging_config=None,
    )
    app.state.settings = settings
    app.state.path_patterns = {}
    app.state.key_ring = Keys(secret_of(settings))
    app.state.limits = Limits()
    app.state.kinds = KINDS
    app.state.metrics = metrics
    app.state.after_cancelling = after_cancelling
    app.state.after_reinstating = after_reinstating
    app.state.live = Live(channels)
    app.state.board_links = BOARD_LINKS
    app.state.namers = NAMERS
    app.state.offers = OFFERERS
    app.state.own_offers = OWN_OFFERS
    app.state.blocks_beside = BLOCKS_BESIDE
    app.state.columns_beside = COLUMNS_BESIDE
    app.state.moderator_sections = MODERATOR_SECTIONS
    app.state.identity = GroupCommit(identities_of, most=64)
    app.state.check_in = GroupCommit(check_in_all, most=64)
    app.state.equal_shares = equal_shares
    app.state.sentences = Sentences(
        database_sentences.SENTENCES,
        accounts_sentences.SENTENCES,
        fields_sentences.SENTENCES,
        conference_sentences.SENTENCES,
        place_sentences.SENTENCES,
        form_sentences.SENTENCES,
        proposals_sentences.SENTENCES,
        board_sentences.SENTENCES,
        mail_sentences.SENTENCES,
        programme_sentences.SENTENCES,
        agenda_sentences.SENTENCES,
        retention_sentences.SENTENCES,
        attendance_sentences.SENTENCES,
    )
    return app


@asynccontextmanager
async def _lifespan(app: Litestar) -> AsyncIterator[None]:
    rounds = Rounds(rounds_of(app.state.settings, app.state.key_ring))
    rounds.start()
    try:
        yield
    finally:
        await rounds.stop()
        await app.state.live.stop()


def rounds_of(settings: Settings, keys: Keys) -> Sequence[Round]:
    """List what the server does by itself."""
    office = office_of(settings, clock=now)
    stationery = Stationery(
        keys=keys, base_url=settings.base_url, accent=settings.accent
    )
    return (
        Round(
            name="write letters about places",
            every=timedelta(seconds=5),
            go=lambda now: write_due_letters(stationery, now=now),
        ),
        Round(
            name="fill places",
            every=timedelta(minutes=1),
            go=lambda now: fill_everywhere(now=now),
        ),
        Round(
            name="send letters",
            every=timedelta(seconds=10 if office else 600),
            go=lambda now: send_due(office) if office else tidy(now=now),
        ),
        Round(
            name="delete what is due",
            every=timedelta(hours=6),
            go=lambda now: purge_round(KINDS, now=now),
        ),
        Round(
            name="remind of the day, forget the invited",
            every=timedelta(minutes=10),
            go=lambda now: invitation_round(
                keys=keys, base_url=settings.base_url, now=now
            ),
        ),
    )


def _backend(settings: Settings) -> MemoryChannelsBackend | AsyncPgChannelsBackend:
    if settings.on_sqlite:
        return MemoryChannelsBackend()
    return AsyncPgChannelsBackend(settings.database_url)


def _openapi(settings: Settings) -> OpenAPIConfig:
    token = SecurityScheme(type="http", scheme="bearer")
    return OpenAPIConfig(
        title=settings.site_name,
        version=__version__,
        path="/schema",
        render_plugins=[JsonRenderPlugin()],
        components=Components(security_schemes={"token": token}),
    )
