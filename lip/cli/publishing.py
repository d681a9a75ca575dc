"""`lip publish`: the public part as files that any web space can serve."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import httpx
import typer
from rich.progress import Progress

from lip.cli.running import Machine, command, err, machine, out, print_json
from lip.publishing.actions.copy_site import Copy, Fetched, Wish, copy_site
from lip.publishing.actions.refresh_search import refresh_search
from lip.publishing.queries.search import all_found_pages
from lip.publishing.rules.copying import saved_as
from lip.web.static import static_path
from lip.words import LANGUAGES, _

_MADE_BEFORE_LOOKING: Final = 50_000
_HEADERS: Final = {
    "accept-encoding": "identity",
    "prefer": "wait",  # RFC 7240: what is being made is wanted whole
}


@command
async def publish(
    folder: Annotated[
        Path, typer.Option("--out", resolve_path=True, help=_("Ordner der Kopie"))
    ],
    address: Annotated[
        str, typer.Option(help=_("Adresse, unter der die Kopie stehen wird"))
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help=_("Als JSON"))] = False,
) -> None:
    """Write the public part into a folder, in the place of what stood there."""
    gc.set_threshold(_MADE_BEFORE_LOOKING)
    from lip.contributions import DOCUMENTS  # noqa: PLC0415 - brings all pages

    here = machine()
    await refresh_search(DOCUMENTS)
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task(_("Seiten kopieren"), total=None)
        made = await _copied(
            here,
            folder,
            address.rstrip("/"),
            lambda done: progress.update(task, completed=done),
        )
    if as_json:
        print_json({
            "pages": made.pages,
            "files": made.files,
            "missing": made.missing,
        })
        return
    out.print(
        _(
            "%(pages)s Seiten und %(files)s Dateien geschrieben: %(folder)s",
            pages=made.pages,
            files=made.files,
            folder=str(folder),
        ),
        markup=False,
    )
    for silent in made.missing:
        err.print(_("Ohne Antwort: %(address)s", address=silent), markup=False)


async def _copied(
    here: Machine, folder: Path, address: str, progress: Callable[[int], None]
) -> Copy:
    from lip.app import create_app  # noqa: PLC0415 - it loads the whole server

    settings = here.settings
    app = create_app(settings)
    _collect_rarely()
    documents = await all_found_pages()
    paths = dict.fromkeys([
        "/",
        "/search",
        *(one.path.partition("#")[0] for one in documents),
    ])
    wish = Wish(
        name=settings.site_name,
        starts=[f"/{tag}{path}" for tag in LANGUAGES for path in paths],
        languages=list(LANGUAGES),
        live=settings.base_url.rstrip("/"),
        address=address,
        documents=documents,
        static=static_path,
    )
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]  # looser words
    async with httpx.AsyncClient(
        transport=transport, base_url=wish.live, headers=_HEADERS
    ) as client:
        fetch = partial(_fetched, client, wish.live)
        return await copy_site(wish, folder, fetch=fetch, progress=progress)


def _collect_rarely() -> None:
    """Look less often for what pages leave: nearly all of it goes by itself."""
    gc.freeze()
    gc.set_threshold(_MADE_BEFORE_LOOKING)


async def _fetched(client: httpx.AsyncClient, live: str, address: str) -> Fetched:
    answer = await client.get(address)
    location = answer.headers.get("location", "")
    return Fetched(
        status=answer.status_code,
        media_type=answer.headers.get("content-type", "").partition(";")[0],
        body=answer.content,
        filename=saved_as(answer.headers.get("content-disposition", "")),
        location=location.removeprefix(live) if answer.is_redirect else "",
    )
