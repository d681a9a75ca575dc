"""Composition root: puts the application together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

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
from lip.accounts.guards import greet_and_check_form, provide_identity
from lip.accounts.queries import identities_of
from lip.choices import CHOICES
from lip.conference.actions.check_in import check_in_all
from lip.conference.queries.conferences import titles
from lip.contributions import (
    BESIDE_MEASURES,
    BLOCKS_BESIDE,
    BOARD_LINKS,
    COLUMNS_BESIDE,
    DOCUMENTS,
    KINDS,
    MODERATORS_FIGURES,
    NAMERS,
    OFFERERS,
    PAPER_PATHS,
    SENTENCES,
    SUBJECTS,
    TEMPLATES,
)
from lip.database import GroupCommit
from lip.equal_shares import equal_shares
from lip.errors import Refusal
from lip.keys import Keys
from lip.opendata.pages.open_to_all import OpenToAll
from lip.own_offers import OWN_OFFERS
from lip.publishing.pages.press import Press
from lip.publishing.queries.duties import duty_text
from lip.registration.actions.own_place import after_cancelling, after_reinstating
from lip.routers import ROUTERS
from lip.sections import (
    DOOR_SECTIONS,
    EDITOR_SECTIONS,
    ELECTION_SECTIONS,
    FOOT_SECTIONS,
    MODERATOR_SECTIONS,
    PLAN_SECTIONS,
    PUBLIC_SECTIONS,
    SECTIONS,
)
from lip.server_rounds import rounds_of
from lip.settings import Settings, read_settings, secret_of
from lip.traces import LINES, PROGRESS, STATE_MARKS, TRACERS, WAY_LINKS
from lip.tracing.queries.traces import told_with_traces
from lip.web.deps import DEPENDENCIES
from lip.web.head import AnswersHead
from lip.web.health import Measured, Metrics
from lip.web.json_ld import breadcrumbs
from lip.web.languages import LanguageInAddress
from lip.web.limits import Limits
from lip.web.live import Live
from lip.web.pages import template_config
from lip.web.parts import Parts
from lip.web.refusals import (
    Sentences,
    answer_breakdown,
    answer_http_exception,
    answer_refusal,
)
from lip.web.rounds import Rounds
from lip.web.security import SecurityHeaders
from lip.web.static import static_router
from proposals.voting.actions.cast import cast_all
from proposals.voting.pages.kept_pages import KeptPages
from proposals.voting.queries.own import Shown

LARGEST_REQUEST = 11 * 1024 * 1024


def create_app(settings: Settings | None = None) -> ASGIApp:
    """Put the application together, with the layers around it."""
    settings = settings or read_settings()
    metrics = Metrics()
    app: ASGIApp = create_litestar(settings, metrics)
    app = AnswersHead(app)
    app = OpenToAll(app)
    app = LanguageInAddress(app)
    app = SecurityHeaders(app, settings)
    return Measured(app, metrics)


def create_litestar(settings: Settings, metrics: Metrics) -> Litestar:
    """Put routers, dependencies and templates together."""
    channels = ChannelsPlugin(
        backend=_backend(settings), arbitrary_channels_allowed=True
    )
    templates = template_config(
        TEMPLATES, settings, SECTIONS, door_sections=DOOR_SECTIONS
    )
    templates.engine_instance.engine.globals |= {
        "plan_sections": PLAN_SECTIONS,
        "public_sections": PUBLIC_SECTIONS,
        "foot_sections": FOOT_SECTIONS,
        "breadcrumbs": breadcrumbs,
    }
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
        template_config=templates,
        compression_config=CompressionConfig(
            backend="gzip", gzip_compress_level=6, exclude=["^/api/"]
        ),
        openapi_config=_openapi(settings),
        plugins=[channels],
        lifespan=[_lifespan],
        request_max_body_size=LARGEST_REQUEST,
        pdb_on_exception=False,
        logging_config=None,
    )
    app.state.live = Live(channels)
    app.state.parts = Parts(templates.engine_instance.engine)
    app.state.metrics = metrics
    _equip(app, settings)
    _contribute(app)
    return app


def _equip(app: Litestar, settings: Settings) -> None:
    """Give pages what they work with, and what is kept between requests."""
    app.state.settings = settings
    app.state.path_patterns = {}
    app.state.key_ring = Keys(secret_of(settings))
    app.state.limits = Limits()
    app.state.kinds = KINDS
    app.state.after_cancelling = after_cancelling
    app.state.after_reinstating = after_reinstating
    app.state.identity = GroupCommit(identities_of, most=64)
    app.state.check_in = GroupCommit(check_in_all, most=64)
    app.state.cast = GroupCommit(cast_all, most=64)
    app.state.shown_options = Shown()
    app.state.equal_shares = equal_shares
    app.state.result_pages = KeptPages()
    app.state.opinion_groups = KeptPages()
    app.state.plan_pages = KeptPages(most=64)
    app.state.open_data = KeptPages(most=32)
    app.state.sentences = Sentences(*SENTENCES)


def _contribute(app: Litestar) -> None:
    """Give pages what higher areas bring."""
    app.state.board_links = BOARD_LINKS
    app.state.namers = NAMERS
    app.state.offers = OFFERERS
    app.state.own_offers = OWN_OFFERS
    app.state.blocks_beside = BLOCKS_BESIDE
    app.state.columns_beside = COLUMNS_BESIDE
    app.state.moderators_figures = MODERATORS_FIGURES
    app.state.moderator_sections = MODERATOR_SECTIONS
    app.state.editor_sections = EDITOR_SECTIONS
    app.state.election_sections = ELECTION_SECTIONS
    app.state.tracers = TRACERS
    app.state.told_with_traces = told_with_traces
    app.state.way_links = WAY_LINKS
    app.state.state_marks = STATE_MARKS
    app.state.public_sections = (*PUBLIC_SECTIONS, *FOOT_SECTIONS)
    app.state.subjects = SUBJECTS
    app.state.beside_measures = BESIDE_MEASURES
    app.state.choices = CHOICES
    app.state.lines = LINES
    app.state.progress = PROGRESS
    app.state.press = Press()
    app.state.duty_text = duty_text
    app.state.paper_paths = PAPER_PATHS
    app.state.documents = DOCUMENTS


@asynccontextmanager
async def _lifespan(app: Litestar) -> AsyncIterator[None]:
    rounds = Rounds(rounds_of(app.state.settings, app.state.key_ring))
    rounds.start()
    try:
        yield
    finally:
        await rounds.stop()
        await app.state.press.stop()
        await app.state.live.stop()


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
