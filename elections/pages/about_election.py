"""
What the pages of an election are about, for search engines (schema.org).

That vocabulary knows no election and no vote: the page is a page about the conference,
and what was counted is a set of data.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from elections.queries.elections import ElectionFacts
from elections.rules.stages import PollStage
from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.about_conference import about_page
from lip.web.json_ld import download
from lip.web.page import AnyRequest
from lip.web.paths import path_to
from lip.words import _


def about_election(
    request: AnyRequest, conference: ConferenceFacts, election: ElectionFacts
) -> Markup:
    """Tell of an election, and of its record once the result is final."""
    return about_page(
        request,
        conference,
        "WebPage",
        "election.show",
        number=election.number,
        name=election.title,
        mainEntity=_record(request, election)
        if election.stage is PollStage.FINAL
        else None,
    )


def about_minutes(
    request: AnyRequest, conference: ConferenceFacts, election: ElectionFacts
) -> Markup:
    """Tell of the minutes as a report, with its files."""
    return about_page(
        request,
        conference,
        "Report",
        "election.minutes",
        number=election.number,
        name=_("Wahlniederschrift"),
        encoding=[
            _file(request, election, "election.minutes_pdf", "application/pdf"),
            _file(request, election, "election.minutes_json", "application/json"),
        ],
    )


def _record(request: AnyRequest, election: ElectionFacts) -> Mapping[str, Any]:
    return {
        "@type": "Dataset",
        "name": election.title,
        "description": _("Wahl als Datei"),
        "datePublished": election.closed_at,
        "license": request.app.state.settings.licence,
        "distribution": [
            _file(request, election, "election.bundle", "application/json")
        ],
    }


def _file(
    request: AnyRequest, election: ElectionFacts, route: str, media_type: str
) -> Mapping[str, str]:
    values = {"key": election.key, "number": election.number}
    return download(request, path_to(request.app, route, values), media_type)
