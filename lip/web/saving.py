"""Save what a form says, or say at its field what a rule says against it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.web.forms import Form
from lip.web.page import AnyRequest

USUAL: Final = ""
"""Stands among the fields for every code that has none of its own."""


async def saved(
    request: AnyRequest,
    form: Form,
    save: Callable[[], Awaitable[object]],
    fields: Mapping[str, str],
) -> bool:
    """
    Save it if nothing is wrong with the form; tell whether it is saved.

    `fields` names the field of each refusal by its code. What is not there is only
    said at a field that is named for it.
    """
    if not form:
        return False
    try:
        await save()
    except (Conflict, NotFound, TooLate, Unusable) as refusal:
        if isinstance(refusal, NotFound) and refusal.code not in fields:
            raise
        field = fields.get(refusal.code, fields[USUAL])
        form.refuse(field, request.app.state.sentences.say(refusal))
        return False
    return True
