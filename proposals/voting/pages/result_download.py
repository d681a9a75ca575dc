"""Sealed results as files; their addresses stay the same for good."""

from functools import partial

from anyio.to_thread import run_sync
from litestar import Response, Router, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from lip.conference.pages.participants import file_answer
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import NotFound
from lip.programme.pages.public_conference import provide_public_conference
from lip.settings import Settings
from lip.words import current_language
from proposals.voting.documents.result_paper import result_pdf
from proposals.voting.files.result_files import (
    ResultFile,
    kinds_of,
    result_csv,
    result_pabulib,
    result_xlsx,
)
from proposals.voting.pages.results import provide_round, when_words
from proposals.voting.queries.results import sealed_result
from proposals.voting.queries.rounds import RoundFacts
from proposals.voting.result_table import picked
from proposals.voting.rules.result import Result


@get("/{file:str}", name="results.file")
async def send_file(
    conference: NamedDependency[ConferenceFacts],
    one: NamedDependency[RoundFacts],
    settings: NamedDependency[Settings],
    file: FromPath[str],
) -> Response[bytes]:
    """Hand out a sealed result; its address stays the same for good."""
    result = sealed_result(one)
    kind = _kind(file)
    if result is None or result.too_few or kind not in kinds_of(result):
        raise NotFound("no_result_file")
    make = partial(
        _written, kind, one, result, conference=conference, accent=settings.accent
    )
    content = await run_sync(make)
    name = f"{conference.key}-{one.number}-result.{kind.value}"
    return file_answer(content, name, kind.media_type)


def _kind(file: str) -> ResultFile | None:
    stem, _dot, ending = file.partition(".")
    known = {kind.value: kind for kind in ResultFile}
    return known.get(ending) if stem == "result" else None


def _written(
    kind: ResultFile,
    one: RoundFacts,
    result: Result,
    *,
    conference: ConferenceFacts,
    accent: str,
) -> bytes:
    match kind:
        case ResultFile.CSV:
            return result_csv(result)
        case ResultFile.XLSX:
            return result_xlsx(result, digest=one.digest, closed_at=one.closed_at)
        case ResultFile.JSON:
            return one.result.encode()
        case ResultFile.PB:
            return result_pabulib(
                result, conference=conference.title, place=conference.place
            )
        case ResultFile.PDF:
            return result_pdf(
                result,
                conference=conference.title,
                title=picked(one.title).text,
                when=when_words(one, conference),
                digest=one.digest,
                language=current_language(),
                accent=accent,
            )


router = Router(
    path="/c/{key:str}/rounds/{number:int}",
    dependencies={
        "conference": Provide(provide_public_conference),
        "one": Provide(provide_round),
    },
    route_handlers=[send_file],
    include_in_schema=False,
)
