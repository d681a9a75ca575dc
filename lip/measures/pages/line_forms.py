"""Pages beside a measure's sheet that have a form of its own for each of its lines."""

from collections.abc import Iterable
from uuid import UUID

from litestar.response import Template

from lip.errors import NotFound
from lip.measures.queries.measures import measure_by_id
from lip.measures.rules.sheet import AgreementLine, IndicatorLine
from lip.web.forms import Form
from lip.web.page import AnyRequest, page


def line_named(
    typed: str, lines: Iterable[AgreementLine | IndicatorLine], *, unknown: str
) -> UUID:
    """Find the line that a form names, or raise NotFound."""
    for one in lines:
        if one.id and str(one.id) == typed:
            return one.id
    raise NotFound(unknown)


async def lines_page(
    request: AnyRequest,
    template: str,
    measure: UUID,
    form: Form,
    line: UUID | None = None,
    **more: object,
) -> Template:
    """Show a form for each line; `line` is the one whose form was sent."""
    return page(
        request,
        template,
        status=422 if form.errors else 200,
        measure=await measure_by_id(measure),
        line=line,
        errors=form.errors,
        **more,
    )
