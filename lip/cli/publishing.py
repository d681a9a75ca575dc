"""`lip publish`: the public part as files that any web space can serve."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import httpx
import typer
from rich.progress import Progress

from lip.cli.running import Machine, command, err, machine, out, print_json
from lip.publishing.actions.copy_site import Copy, Fetched, Wish, copy_site
from lip.publishing.actions.refresh_search import refresh_search
from lip.publishing.queries.search import all_found_pages
from lip.web.static import static_path
from lip.words import LANGUAGES, _
from lip.words.catalogues import SOURCE


@command
async def publish(
    folder: Annotated[
        Path, typer.Option("--out", resolve_path=True, help=_("Ordner der Kopie"))
    ],
    as_json: Annotated[bool, typer.Option("--json", help=_("Als JSON"))] = False,
) -> None:
    """Write the public part into a folder, in the place of what stood there."""
    from lip.contributions import DOCUMENTS  # noqa: PLC0415 - brings all pages

    here = machine()
    await refresh_search(DOCUMENTS)
    with Progress(console=err, transient=True) as progress:
        task = progress.add_task(_("Seiten kopieren"), total=None)
        made = await _copied(
            here, folder, lambda done: progress.update(task, completed=done)
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
    for address in made.missing:
        err.print(_("Ohne Antwort: %(address)s", address=address), markup=False)


async def _copied(here: Machine, folder: Path, progress: Callable[[int], None]) -> Copy:
    from lip.app import create_app  # noqa: PLC0415 - it loads the whole server

    settings = here.settings
    live = settings.base_url.rstrip("/")
    app = create_app(settings)
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]  # looser words
    languages = [SOURCE, *(tag for tag in LANGUAGES if tag != SOURCE)]
    documents = await all_found_pages()
    paths = ["/", "/search", *(one.path for one in documents)]
    wish = Wish(
        starts=[f"/{tag}{path}" for tag in languages for path in paths],
        languages=languages,
        live=live,
        documents=documents,
        static=static_path,
    )
    plain = {"accept-encoding": "identity"}
    async with httpx.AsyncClient(
        transport=transport, base_url=live, headers=plain
    ) as client:

        async def fetch(address: str) -> Fetched:
            answer = await client.get(address)
            location = answer.headers.get("location", "")
            return Fetched(
                status=answer.status_code,
                media_type=answer.headers.get("content-type", "").partition(";")[0],
                body=answer.content,
                location=location.removeprefix(live) if answer.is_redirect else "",
            )

        return await copy_site(wish, folder, fetch=fetch, progress=progress)
