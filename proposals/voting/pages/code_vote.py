"""Vote by printed code, on whatever device the slip was scanned with."""

from datetime import datetime

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from lip.conference.queries.conferences import conference_by_id
from lip.conference.rules.codes import read_code, shown
from lip.errors import NotFound, Refusal
from lip.keys import Keys
from lip.web.forms import Form, read_form
from lip.web.limits import Limits
from lip.web.page import AnyRequest, page, redirect
from proposals.voting.actions.cast_by_code import CodeBallot, cast_by_code, why_not
from proposals.voting.actions.codes import sealed_vote_code
from proposals.voting.actions.plan_round import round_by_id
from proposals.voting.pages.ballot_view import ballot_view, read_marks
from proposals.voting.pages.voters import wrong_code
from proposals.voting.queries.ballots import terms_of
from proposals.voting.queries.codes import CodeFacts, code_facts
from proposals.voting.queries.own import part_of_code
from proposals.voting.rules.channels import CodeState
from proposals.voting.rules.points import Method
from proposals.voting.rules.secrecy import CODE


@get("/", name="code_vote.find")
async def find_code(
    request: AnyRequest, code: FromQuery[str] = ""
) -> Redirect | Template:
    """Take a code as typed, and go to its ballot."""
    if signs := read_code(code[:500]):
        return redirect(request, "code_vote.show", code=shown(signs))
    sentence = _say(request, NotFound("vote_code_unknown")) if code else ""
    return _asked(request, code[:40], sentence)


@get("/{code:str}", name="code_vote.show")
async def show_ballot(
    request: AnyRequest,
    code: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
    o: FromQuery[int] = 0,
    kept: FromQuery[int] = 0,
) -> Template:
    """Show what is voted on, and what was given with this code."""
    found = await _code(code, keys)
    if found is None:
        refusal = wrong_code(request, keys, limits, "vote_code_unknown", now=now)
        return _asked(request, code[:40], _say(request, refusal))
    return await _ballot(request, code, found, keys, now=now, wanted=o, kept=kept)


@post("/{code:str}", name="code_vote.cast", status_code=200)
async def send_vote(
    request: AnyRequest,
    code: FromPath[str],
    keys: NamedDependency[Keys],
    limits: NamedDependency[Limits],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Store what is given with a code."""
    form = await read_form(request)
    found = await _code(code, keys)
    if found is None:
        refusal = wrong_code(request, keys, limits, "vote_code_unknown", now=now)
        return _asked(request, code[:40], _say(request, refusal))
    sealed = sealed_vote_code(read_code(code) or "", keys=keys)
    cast = await cast_by_code(
        CodeBallot(sealed_code=sealed, marks=read_marks(form), keys=keys, now=now)
    )
    if cast.refusal is None:
        answer = redirect(request, "code_vote.show", code=code)
        answer.url += "" if form.raw("option") else "?kept=1"
        return answer
    return await _ballot(
        request, code, found, keys, now=now, form=form, refusal=cast.refusal
    )


async def _code(code: str, keys: Keys) -> CodeFacts | None:
    signs = read_code(code)
    return await code_facts(sealed_vote_code(signs, keys=keys)) if signs else None


async def _ballot(
    request: AnyRequest,
    code: str,
    found: CodeFacts,
    keys: Keys,
    *,
    now: datetime,
    form: Form | None = None,
    refusal: Refusal | None = None,
    wanted: int = 0,
    kept: int = 0,
) -> Template:
    one = await round_by_id(found.in_round)
    shut = await why_not(found, await terms_of(one.id), now=now)
    if shut is not None:
        return _asked(request, "", _say(request, shut), status=409)
    conference = await conference_by_id(one.conference)
    part = await part_of_code(one, found.id, CODE, keys=keys)
    view = await ballot_view(
        request,
        one,
        conference,
        part,
        now=now,
        form=form,
        refusal=refusal,
        wanted=wanted,
    )
    return page(
        request,
        "voting/code_vote.html",
        status=422 if refusal else 200,
        conference=conference,
        vote_code=code,
        ballot=view,
        part=part,
        used=found.state is CodeState.USED,
        kept=bool(kept) and not refusal,
        opinion=one.terms.method is Method.OPINION,
        open=True,
    )


def _say(request: AnyRequest, refusal: Refusal) -> str:
    return str(request.app.state.sentences.say(refusal))


def _asked(
    request: AnyRequest, code: str, sentence: str, *, status: int = 404
) -> Template:
    """Ask for a code, and say what is wrong with the one that was given."""
    return page(
        request,
        "voting/code_find.html",
        status=status if sentence else 200,
        typed=code,
        sentence=sentence,
    )


router = Router(
    path="/v",
    route_handlers=[find_code, show_ballot, send_vote],
    response_headers={"X-Robots-Tag": "noindex"},
    include_in_schema=False,
)
