"""The form of somebody who stands: what is asked, and what was typed."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from elections.actions.stand import LONGEST_NAME, LONGEST_STATEMENT, StandingWish
from elections.pages.standers import Stander
from elections.portraits import portrait_from
from elections.queries.elections import ElectionFacts
from elections.queries.nominations import listed_associations
from elections.rules.eligibility import DECLARED, conditions_of
from elections.standing_words import (
    DECLARATIONS,
    attribute_named,
    conditions_in_words,
    quota_in_words,
)
from lip.said import Said
from lip.web.forms import Form
from lip.words import LANGUAGES, _, current_language


async def with_photo(wish: StandingWish, form: Form) -> StandingWish:
    """Make a photo that was sent anew, away from the event loop."""
    upload = form.upload("photo")
    photo = None
    if upload is not None:
        photo = await asyncio.to_thread(portrait_from, await upload.read())
    return StandingWish(
        name=wish.name,
        association=wish.association,
        statement=wish.statement,
        attributes=wish.attributes,
        declared=wish.declared,
        photo=photo,
        without_photo=form.ticked("without_photo"),
    )


def read_wish(form: Form, election: ElectionFacts) -> StandingWish:
    """Read what somebody says of herself; only what the election asks for is taken."""
    asked = conditions_of(election.standing_rules) & DECLARED
    return StandingWish(
        name=form.text("name", most=LONGEST_NAME),
        association=form.text("other_association", most=LONGEST_NAME)
        or form.text("association", most=LONGEST_NAME),
        statement=form.said("statement", most=LONGEST_STATEMENT, lines=True),
        attributes={
            name: value
            for place, (name, values) in enumerate(attributes_asked(election))
            if (value := form.raw(f"attribute-{place}")) in values
        },
        declared=asked & conditions_of(form.all("declared")),
    )


def attributes_asked(election: ElectionFacts) -> Sequence[tuple[str, Sequence[str]]]:
    """List what the quotas ask for, with its values; associations are named anyway."""
    found: dict[str, list[str]] = {}
    for quota in election.quotas:
        if quota.attribute != "association":
            found.setdefault(quota.attribute, []).append(quota.value)
    return [(name, tuple(dict.fromkeys(values))) for name, values in found.items()]


def values_of(stander: Stander) -> Mapping[str, Any]:
    """Fill the form with what is kept, or with what the guest list says."""
    one = stander.nomination
    return {
        "name": one.name if one else stander.known_as,
        "association": one.association if one else stander.association,
        "statement": one.statement if one else Said(),
        "attributes": one.attributes if one else {},
        "declared": one.declared if one else (),
        "without_photo": False,
        "request": uuid4(),
    }


def typed(form: Form, wish: StandingWish) -> Mapping[str, Any]:
    """Give what was typed, to show it again."""
    return {
        "name": form.raw("name")[:1000],
        "association": (form.raw("other_association") or form.raw("association"))[
            :1000
        ],
        "statement": {
            tag: form.raw(f"statement-{tag}")[:10_000]
            for tag in LANGUAGES
            if form.raw(f"statement-{tag}")
        },
        "attributes": wish.attributes,
        "declared": [one.value for one in wish.declared],
        "without_photo": form.ticked("without_photo"),
        "request": form.request_key(),
    }


async def questions_of(election: ElectionFacts) -> Mapping[str, Any]:
    """Word what is asked beside the statement, and why."""
    asked = conditions_of(election.standing_rules)
    return {
        "conditions": conditions_in_words(election),
        "declarations": [
            (one.value, _(words)) for one, words in DECLARATIONS.items() if one in asked
        ],
        "attributes": [
            (f"attribute-{place}", name, attribute_named(name), values)
            for place, (name, values) in enumerate(attributes_asked(election))
        ],
        "quotas": [quota_in_words(one) for one in election.quotas],
        "listed": await listed_associations(election.conference),
        "tongues": list(LANGUAGES.values()),
        "main": current_language(),
    }
