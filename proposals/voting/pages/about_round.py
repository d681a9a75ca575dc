"""What the page of a vote is about, for search engines (schema.org)."""

from markupsafe import Markup

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.pages.about_conference import about_page
from lip.web.json_ld import download
from lip.web.page import AnyRequest
from lip.web.paths import path_to
from lip.words import _
from proposals.voting.files.result_files import kinds_of
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.result_words import METHODS


def about_round(
    request: AnyRequest, conference: ConferenceFacts, one: RoundFacts, name: str
) -> Markup:
    """Tell of the result as a set of data; before, only that there is a page."""
    result = sealed_result(one)
    if result is None or result.too_few:
        return about_page(
            request,
            conference,
            "WebPage",
            "results.show",
            number=one.number,
            name=name,
        )
    page = path_to(
        request.app, "results.show", {"key": conference.key, "number": one.number}
    )
    return about_page(
        request,
        conference,
        "Dataset",
        "results.show",
        number=one.number,
        name=name,
        description=_("Abstimmung: %(title)s. Das Ergebnis.", title=name),
        datePublished=one.closed_at,
        measurementTechnique=_(METHODS[one.terms.method]),
        distribution=[
            download(request, f"{page}/result.{kind.value}", kind.media_type)
            for kind in kinds_of(result)
        ],
    )
