"""Who proposes an amendment that editors enter: a body, or somebody by name."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from lip.bodies.queries.bodies import bodies_offered
from lip.plan.actions.submit_amendment import AmendmentWish
from lip.web.forms import Form
from lip.web.partial_dates import read as read_date
from lip.words import _, current_language


def by_whom(wish: AmendmentWish, form: Form) -> AmendmentWish:
    """Read which body proposes it, and when it was decided there."""
    body = form.raw("body")
    decided = form.text("decided_on", most=60)
    day = read_date(decided) if decided else None
    if decided and day is None:
        form.refuse(
            "decided_on", _("Bitte ein Datum wie 22.01.2026 oder Januar 2026 eingeben.")
        )
    try:
        chosen = UUID(body) if body else None
    except ValueError:
        form.refuse("body", _("Bitte wählen Sie einen der Werte aus der Liste."))
        chosen = None
    return replace(wish, body=chosen, decided_on=day.dump() if day else "")


async def bodies_to_choose() -> Sequence[tuple[str, str]]:
    """List the bodies that can propose something; the first entry is none."""
    named = [
        (str(one.id), one.name.pick(current_language()).text)
        for one in await bodies_offered()
    ]
    return [("", _("Kein Gremium")), *named]
