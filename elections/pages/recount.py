"""Anybody counts again in the browser: on a page, or with a file from disk."""

import json
from collections.abc import Mapping

from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.response import Template

from elections.pages.place import provide_election
from elections.pages.public import refuse_unless_final
from elections.queries.elections import ElectionFacts
from elections.recount_file import recount_file
from elections.verify_words import WORDS
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.public_conference import provide_public_conference
from lip.web.page import AnyRequest, page
from lip.words import _, current_language, language_of


@get("/{number:int}/recount", name="election.recount")
async def show_recount(
    request: AnyRequest,
    conference: NamedDependency[ConferenceFacts],
    election: NamedDependency[ElectionFacts],
) -> Template:
    """Count again in the reader's browser."""
    refuse_unless_final(election)
    return page(
        request,
        "elections/recount.html",
        conference=conference,
        election=election,
        words=_words(),
        sentences=json.dumps(_sentences(), ensure_ascii=False),
    )


@get("/recount.html", name="elections.recount_file")
async def send_recount_file(
    conference: NamedDependency[ConferenceFacts],
) -> Response[str]:
    """Give the page as one file that works without a network."""
    language = current_language()
    text = recount_file(
        _words(),
        _sentences(),
        language=language,
        direction=language_of(language).direction,
    )
    name = f"{conference.key}-recount.html"
    return Response(
        text,
        media_type="text/html",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _words() -> Mapping[str, str]:
    return {
        "title": _("Wahl nachzählen"),
        "lead": _(
            "Hier prüft und zählt Ihr eigenes Gerät. Es schickt nichts weg. "
            "Vergleichen Sie Wurzel-Prüfsumme und Schlüssel mit dem, was vorgelesen "
            "wurde und in der Wahlniederschrift steht."
        ),
        "file": _("Datei der Wahl auswählen"),
        "old": _(
            "Ihr Browser kann das nicht. Nehmen Sie einen neueren, oder zählen Sie mit "
            "dem Programm nach."
        ),
        "script": _("Zum Nachzählen muss JavaScript eingeschaltet sein."),
    }


def _sentences() -> Mapping[str, tuple[str, str]]:
    """Give what the program says."""
    return WORDS.get(current_language(), WORDS["en"])


router = Router(
    path="/c/{key:str}/elections",
    dependencies={
        "conference": Provide(provide_public_conference),
        "election": Provide(provide_election),
    },
    route_handlers=[show_recount, send_recount_file],
    include_in_schema=False,
)
