"""The glossary of a plan on the editors' desk, in one language at a time."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from lip.accounts.rules.identity import Identity
from lip.errors import NotFound
from lip.plan.actions.glossary import remove_term, save_term
from lip.plan.pages.text_place import desk_router, provide_plan
from lip.plan.pages.tongues import language_name, languages_to_write
from lip.plan.queries.glossary import terms_in
from lip.plan.rules.chapters import usable_language
from lip.plan.rules.glossary import (
    LONGEST_EXPLANATION,
    LONGEST_FORMS,
    LONGEST_TERM,
    Term,
)
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.tongues import direction_of
from lip.web.forms import Form, read_form
from lip.web.page import AnyRequest, page, redirect
from lip.web.saving import USUAL, saved


@get("/", name="edit_glossary.show")
async def show_glossary(
    request: AnyRequest, there: NamedDependency[PlanFacts], language: FromPath[str]
) -> Template:
    """Show the terms that are explained, and a form for one more."""
    wanted = request.query_params.get("term", "")
    terms = await terms_in(there.id, language)
    found = next((one for one in terms if one.term == wanted), Term(term=""))
    values = {
        "term": found.term,
        "forms": "\n".join(found.forms),
        "explanation": found.explanation,
    }
    return await _glossary(request, there, language, values)


@post("/", name="edit_glossary.save", status_code=200)
async def send_term(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    language: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect | Template:
    """Explain a term, or explain it otherwise."""
    form = await read_form(request)
    term = _read(form)
    save = partial(save_term, there.id, language, term, by=identity.actor, now=now)
    if await saved(request, form, save, {USUAL: "term"}):
        return _back(request, there, language)
    values = {name: form.raw(name)[:3000] for name in ("term", "forms", "explanation")}
    return await _glossary(request, there, language, values, form.errors)


@post("/remove", name="edit_glossary.remove")
async def send_remove(
    request: AnyRequest,
    there: NamedDependency[PlanFacts],
    language: FromPath[str],
    identity: NamedDependency[Identity],
    now: NamedDependency[datetime],
) -> Redirect:
    """Explain a term no more."""
    term = (await read_form(request)).raw("term")
    await remove_term(there.id, language, term, by=identity.actor, now=now)
    return _back(request, there, language)


def _back(request: AnyRequest, plan: PlanFacts, language: str) -> Redirect:
    return redirect(request, "edit_glossary.show", plan=plan.key, language=language)


def _read(form: Form) -> Term:
    forms = form.text("forms", most=LONGEST_FORMS, lines=True).split("\n")
    return Term(
        term=form.text("term", most=LONGEST_TERM, required=True),
        forms=tuple(filter(None, (one.strip() for one in forms))),
        explanation=form.text("explanation", most=LONGEST_EXPLANATION, required=True),
    )


async def _glossary(
    request: AnyRequest,
    plan: PlanFacts,
    language: str,
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
) -> Template:
    if not usable_language(language):
        raise NotFound("unknown_chapter_text")
    return page(
        request,
        "plan/desk/glossary.html",
        status=422 if errors else 200,
        plan=plan,
        terms=await terms_in(plan.id, language),
        tag=language,
        direction=direction_of(language),
        name=language_name(language),
        others=languages_to_write(language),
        values=values,
        errors=errors or {},
    )


router = desk_router(
    "/edit/plans/{plan:str}/glossary/{language:str}",
    *(show_glossary, send_term, send_remove),
    there=provide_plan,
)
