"""Health for watchdogs, metrics for Prometheus; neither says anything of people."""

import hmac
import time
from typing import Final

from litestar import MediaType, Response, Router, get
from litestar.di import NamedDependency
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)

from lip import __version__
from lip.database import fetch
from lip.errors import NotAllowed
from lip.settings import Settings
from lip.web.page import AnyRequest

METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})


class Metrics:
    """Counts answers and their durations, by route and never by address."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.answers = Counter(
            "lip_answers",
            "Answers by method and status",
            ["method", "status"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "lip_answer_seconds",
            "Seconds until an answer begins",
            buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5),
            registry=self.registry,
        )
        self.acts = Counter(
            "lip_check_ins", "Scans by outcome", ["outcome"], registry=self.registry
        )


class Measured:
    """Measures every answer."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request and note how long it took."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        method = scope["method"] if scope["method"] in METHODS else "other"

        async def note(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.metrics.answers.labels(method, str(message["status"])).inc()
                self.metrics.seconds.observe(time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, note)


@get("/health", name="health", media_type=MediaType.JSON)
async def show_health() -> dict[str, str]:
    """Say that the server and its database answer."""
    await fetch("SELECT 1 AS one")
    return {"status": "ok", "version": __version__}


@get("/metrics", name="metrics", media_type=MediaType.TEXT)
async def show_metrics(
    request: AnyRequest, settings: NamedDependency[Settings]
) -> Response[bytes]:
    """Give the metrics to whoever has the token of `LIP_METRICS_TOKEN`."""
    wanted = f"Bearer {settings.metrics_token}"
    given = request.headers.get("authorization", "")
    if not settings.metrics_token or not hmac.compare_digest(
        wanted.encode(), given.encode()
    ):
        raise NotAllowed("metrics_need_token")
    metrics: Metrics = request.app.state.metrics
    return Response(generate_latest(metrics.registry), media_type="text/plain")


router = Router(
    path="/", route_handlers=[show_health, show_metrics], include_in_schema=False
)
