"""Composition root: puts the application together and says what it does by itself."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

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

from elections.actions.close_polls import leave_traceless
from lip import __version__
from lip.accounts.guards import greet_and_check_form, provide_identity
from lip.accounts.queries import identities_of
from lip.choices import CHOICES
from lip.conference.actions.check_in import check_in_all
from lip.conference.queries.conferences import titles
from lip.contributions import (
    BLOCKS_BESIDE,
    BOARD_LINKS,
    COLUMNS_BESIDE,
    DOCUMENTS,
    KINDS,
    MODERATORS_FIGURES,
    NAMERS,
    OFFERERS,
    OWN_OFFERS,
    PAPER_PATHS,
    SENTENCES,
    SUBJECTS,
    TEMPLATES,
)
from lip.database import GroupCommit
from lip.equal_shares import equal_shares
from lip.errors import Refusal
from lip.keys import Keys
from lip.mail.actions.claim import tidy
from lip.mail.actions.send_due import office_of, send_due
from lip.opendata.actions.catch_up import Teller
from lip.opendata.pages.answers import site_of
from lip.publishing.actions.refresh_search import refresh_if_needed
from lip.publishing.pages.press import Press
from lip.publishing.queries.duties import duty_text
from lip.registration.actions.fill_everywhere import fill_everywhere
from lip.registration.actions.invitation_round import invitation_round
from lip.registration.actions.own_place import after_cancelling, after_reinstating
from lip.registration.actions.write_letters import Stationery, write_due_letters
from lip.retention.actions.purge import SOON, clean_after_erasures, purge_round
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
from lip.settings import Settings, read_settings, secret_of
from lip.traces import STATE_MARKS, TRACERS
from lip.tracing.actions.tell_answers import tell_answers
from lip.web.deps import DEPENDENCIES, now
from lip.web.head import AnswersHead
from lip.web.health import Measured, Metrics
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
from lip.web.rounds import Round, Rounds
from lip.web.security import SecurityHeaders
from lip.web.static import static_router
from lip.words import LANGUAGES
from proposals.actions.translate_by_machine import Bureau, translate_due
from proposals.actions.vectors import catch_up_everywhere
from proposals.board.actions.start_machine import start_machine
from proposals.translator import Translator
from proposals.voting.actions.cast import cast_all
from proposals.voting.actions.close_round import close_due
from proposals.voting.pages.kept_pages import KeptPages
from proposals.voting.queries.own import Shown

LARGEST_REQUEST = 11 * 1024 * 1024


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
    templates = template_config(
        TEMPLATES, settings, SECTIONS, door_sections=DOOR_SECTIONS
    )
    templates.engine_instance.engine.globals |= {
        "plan_sections": PLAN_SECTIONS,
        "public_sections": PUBLIC_SECTIONS,
        "foot_sections": FOOT_SECTIONS,
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
    app.state.settings = settings
    app.state.path_patterns = {}
    app.state.parts = Parts(templates.engine_instance.engine)
    app.state.key_ring = Keys(secret_of(settings))
    app.state.limits = Limits()
    app.state.kinds = KINDS
    app.state.metrics = metrics
    app.state.after_cancelling = after_cancelling
    app.state.after_reinstating = after_reinstating
    app.state.live = Live(channels)
    _contribute(app)
    app.state.identity = GroupCommit(identities_of, most=64)
    app.state.check_in = GroupCommit(check_in_all, most=64)
    app.state.cast = GroupCommit(cast_all, most=64)
    app.state.shown_options = Shown()
    app.state.equal_shares = equal_shares
    app.state.result_pages = KeptPages()
    app.state.opinion_groups = KeptPages()
    app.state.plan_pages = KeptPages(most=64)
    app.state.sentences = Sentences(*SENTENCES)
    return app


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
    app.state.state_marks = STATE_MARKS
    app.state.public_sections = PUBLIC_SECTIONS
    app.state.subjects = SUBJECTS
    app.state.choices = CHOICES
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


def rounds_of(settings: Settings, keys: Keys) -> Sequence[Round]:
    """List what the server does by itself."""
    office = office_of(settings, clock=now)
    stationery = Stationery(
        keys=keys, base_url=settings.base_url, accent=settings.accent
    )
    return (
        *_translation_rounds(settings),
        Round(
            name="write letters about places",
            every=timedelta(seconds=5),
            go=lambda now: write_due_letters(stationery, now=now),
        ),
        Round(
            name="close voting rounds",
            every=timedelta(seconds=2),
            go=lambda now: close_due(shares=equal_shares, now=now),
        ),
        Round(
            name="leave no trace of opened urns",
            every=timedelta(seconds=30),
            go=lambda now: leave_traceless(),  # noqa: ARG005  # a round has a clock
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
            name="clean up after erasures",
            every=SOON,
            go=lambda now: clean_after_erasures(now=now),
        ),
        Round(
            name="remind of the day, forget the invited",
            every=timedelta(minutes=10),
            go=lambda now: invitation_round(
                keys=keys, base_url=settings.base_url, now=now
            ),
        ),
        Round(
            name="tell programs what has changed",
            every=timedelta(seconds=20),
            go=Teller(site_of(settings)).go,
        ),
        Round(
            name="make vectors that are missing",
            every=timedelta(minutes=5),
            go=lambda _now: catch_up_everywhere(),
        ),
        Round(
            name="bring the search up to date",
            every=timedelta(seconds=10),
            go=lambda now: refresh_if_needed(DOCUMENTS, now=now),
        ),
        Round(
            name="tell what became of proposals",
            every=timedelta(minutes=10),
            go=lambda now: tell_answers(
                TRACERS, keys=keys, base_url=settings.base_url, now=now
            ),
        ),
        Round(
            name="suggest clusters",
            every=timedelta(seconds=2),
            go=lambda now: start_machine(settings.database_url, now=now),
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
            name="have proposals translated",
            every=timedelta(seconds=30),
            go=lambda now: translate_due(bureau, now=now),
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
