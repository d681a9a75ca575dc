"""`lip serve` and `lip migrate`."""

import os
from typing import Annotated

import typer
import uvicorn

from lip.cli.running import command, err, out, print_json, settings_or_stop, stop
from lip.database.migrations import revision as newest
from lip.settings import Settings, secret_of
from lip.web.logs import LOG_CONFIG, set_up_logs
from lip.words import _

Host = Annotated[str, typer.Option(help=_("Adresse, auf der gelauscht wird"))]
Port = Annotated[int, typer.Option(help=_("Port"), min=1, max=65535)]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[
        int, typer.Option(help=_("Prozesse; mehrere nur mit PostgreSQL"), min=1)
    ] = 1,
    tls_certificate: Annotated[
        str, typer.Option(help=_("Zertifikat, damit Telefone die Kamera freigeben"))
    ] = "",
    tls_key: Annotated[str, typer.Option(help=_("Schlüssel zum Zertifikat"))] = "",
) -> None:
    """Start the server on a migrated database."""
    if host in {"127.0.0.1", "localhost"}:
        scheme = "https" if tls_certificate else "http"
        os.environ.setdefault("LIP_BASE_URL", f"{scheme}://{host}:{port}")
    elif "LIP_BASE_URL" not in os.environ:
        err.print(
            _(
                "LIP_BASE_URL fehlt: QR-Codes würden auf %(address)s zeigen. "
                "Setzen Sie die Adresse, die die Telefone erreichen.",
                address=Settings().base_url,
            ),
            markup=False,
        )
    settings = settings_or_stop()
    if workers > 1 and settings.on_sqlite:
        stop(
            _(
                "SQLite trägt einen Prozess. Für mehrere Prozesse stellen Sie "
                "DATABASE_URL auf PostgreSQL."
            ),
            2,
        )
    prepare(settings)
    run_server(
        settings,
        host=host,
        port=port,
        workers=workers,
        ssl_certfile=tls_certificate or None,
        ssl_keyfile=tls_key or None,
    )


def prepare(settings: Settings) -> None:
    """Make the secret and bring the database up to date before anyone connects."""
    secret_of(settings)
    _revision()


def run_server(
    settings: Settings, *, host: str, port: int, workers: int = 1, **more: str | None
) -> None:
    """Run uvicorn until it is stopped."""
    set_up_logs()
    uvicorn.run(
        "lip.app:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_config=LOG_CONFIG,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxy),
        forwarded_allow_ips=settings.trusted_proxy or None,
        timeout_graceful_shutdown=3,
        **more,  # type: ignore[arg-type]  # the two TLS files
    )


def migrate(
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Bring the schema up to date."""
    revision = _revision()
    if as_json:
        print_json({"revision": revision})
    else:
        out.print(_("Die Datenbank ist auf dem neuesten Stand."))


@command
async def _revision() -> str:
    return await newest()
