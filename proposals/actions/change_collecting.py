"""Set up how proposals are collected."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import fetch, transaction
from lip.errors import Unusable
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.keys import Keys
from lip.said import Said

MOST_EACH: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectingWish:
    """How proposals are to be collected."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    most_each: int = 10
    release_first: bool = False
    names_allowed: bool = True
    photos_allowed: bool = True
    comments_open: bool = False
    with_link: bool = False
    intro: Said = field(default_factory=Said)
    house_rules: Said = field(default_factory=Said)


async def change_collecting(
    wish: CollectingWish,
    *,
    conference: ConferenceFacts,
    keys: Keys,
    by: Actor,
    now: datetime,
) -> None:
    """Set up how proposals are collected, or change it."""
    if wish.opens_at and wish.closes_at and wish.closes_at <= wish.opens_at:
        raise Unusable("collecting_ends_too_early")
    if not 1 <= wish.most_each <= MOST_EACH:
        raise Unusable("collecting_most_each", most=MOST_EACH)
    token = link_token(conference, keys=keys)
    sealed = keys.seal("proposal link", token) if wish.with_link else ""
    async with transaction():
        await fetch(
            "INSERT INTO collecting (conference, opens_at, closes_at, most_each, "
            "release_first, names_allowed, photos_allowed, comments_open, "
            "sealed_token, intro, house_rules, next_number, changed_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?) "
            "ON CONFLICT (conference) DO UPDATE SET opens_at = excluded.opens_at, "
            "closes_at = excluded.closes_at, most_each = excluded.most_each, "
            "release_first = excluded.release_first, "
            "names_allowed = excluded.names_allowed, "
            "photos_allowed = excluded.photos_allowed, "
            "comments_open = excluded.comments_open, "
            "sealed_token = excluded.sealed_token, intro = excluded.intro, "
            "house_rules = excluded.house_rules, changed_at = excluded.changed_at",
            conference.id,
            wish.opens_at,
            wish.closes_at,
            wish.most_each,
            wish.release_first,
            wish.names_allowed,
            wish.photos_allowed,
            wish.comments_open,
            sealed,
            wish.intro.dump(),
            wish.house_rules.dump(),
            now,
        )
        await note_of(
            Act.COLLECTING_CHANGED, conference.id, conference.key, by=by, now=now
        )


def link_token(conference: ConferenceFacts, *, keys: Keys) -> str:
    """Derive the secret in the address of the link without a name."""
    return keys.part(f"proposal link {conference.id}").hex()[:32]
