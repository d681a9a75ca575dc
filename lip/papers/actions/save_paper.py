"""Add a council paper and save it, without overwriting what somebody else saved."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.rules.references import key_of, normal
from lip.database import lock_rows, refused_if_taken, transaction
from lip.errors import Conflict, NotFound, TooLate, Unusable
from lip.journal.actions.once import once
from lip.journal.actions.record import record
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor, Entry
from lip.papers.actions.write_parts import write_parts
from lip.papers.queries.papers import (
    paper_by_id,
    papers_called,
    was_public,
    whole_paper,
)
from lip.papers.rules.numbers import is_number
from lip.papers.rules.papers import MOST_ROWS, Paper, PaperFacts, PaperWish, Related
from lip.papers.rules.printing import in_order
from lip.papers.tables import CouncilPaper, PaperAddress

_TOLD: Final = (
    *("kind", "kind_label", "city", "title", "subtitle", "stamp", "agenda_item"),
    *("files_said", "cost_sentence", "signer", "place", "dated", "language"),
)
_PARTS: Final = ("sections", "costs", "recipients", "log", "related")


async def add_paper(
    wish: PaperWish, *, by: Actor, now: datetime, request: UUID | None = None
) -> UUID:
    """Add a paper as a draft; the same request adds it once."""

    async def write() -> UUID:
        ready = await _ready(wish)
        paper = uuid4()
        row = CouncilPaper(
            id=paper,
            key=key_of(ready.reference),
            reference=ready.reference,
            created_at=now,
            changed_at=now,
            **_values(ready),
        )
        await check_number(ready.reference, paper)
        await CouncilPaper.insert(row)
        await write_parts(paper, ready, now=now)
        await record(
            Entry(at=now, by=by, act=Act.PAPER_ADDED, subject=paper, request=request)
        )
        return paper

    with refused_if_taken(Conflict("paper_number_taken"), "key"):
        return await once(Act.PAPER_ADDED, write, request=request)


async def save_paper(
    paper: UUID, wish: PaperWish, *, version: int, by: Actor, now: datetime
) -> int:
    """
    Save a paper that somebody began to change at a version; give the new version.

    Raises Conflict `paper_changed_meanwhile` if another one was saved since.
    """
    with refused_if_taken(Conflict("paper_number_taken"), "key"):
        return await _saved(paper, wish, version=version, by=by, now=now)


async def _saved(
    paper: UUID, wish: PaperWish, *, version: int, by: Actor, now: datetime
) -> int:
    async with transaction():
        before = await locked_paper(paper)
        ready = await _ready(wish)
        if _same(await whole_paper(before), ready):
            return before.version
        if before.version != version:
            raise Conflict("paper_changed_meanwhile")
        await check_number(ready.reference, paper)
        values: dict[Any, Any] = {
            **_values(ready),
            "reference": ready.reference,
            "version": version + 1,
            "changed_at": now,
        }
        if ready.reference != before.reference:
            values["key"] = key_of(ready.reference)
            await _leave_address(before)
        await CouncilPaper.update(values).where(CouncilPaper.id == paper)
        await write_parts(paper, ready, now=now)
        await record(Entry(at=now, by=by, act=Act.PAPER_CHANGED, subject=paper))
    return version + 1


async def _leave_address(before: PaperFacts) -> None:
    """Let the address that everybody may know lead on to the new one."""
    if await was_public(before):
        await PaperAddress.delete().where(PaperAddress.key == before.key)
        await PaperAddress.insert(
            PaperAddress(id=uuid4(), key=before.key, paper=before.id)
        )


async def locked_paper(paper: UUID) -> PaperFacts:
    """Lock the row of a paper that is there and not removed, and read it."""
    await lock_paper(paper)
    facts = await paper_by_id(paper)
    if facts.removed_at is not None:
        raise TooLate("paper_is_removed")
    return facts


async def lock_paper(paper: UUID) -> None:
    """Lock the row of a paper, removed or not."""
    await lock_rows(
        CouncilPaper.select(CouncilPaper.id).where(CouncilPaper.id == paper)
    )


async def check_number(reference: str, paper: UUID) -> None:
    """Raise Conflict where another paper that is there has a number."""
    if (await papers_called([reference])).get(reference, paper) != paper:
        raise Conflict("paper_number_taken")


async def _ready(wish: PaperWish) -> PaperWish:
    """Check a wish, and put its parts into the order in which they are printed."""
    reference = normal(wish.reference)
    if not is_number(reference):
        raise Unusable("paper_number_unreadable")
    if max(len(getattr(wish, name)) for name in _PARTS) > MOST_ROWS:
        raise Unusable("paper_has_too_many_parts", most=MOST_ROWS)
    known = {one.id for one in await all_bodies()}
    named = {one.body for one in wish.recipients}
    named |= {one.body for one in wish.log if one.body}
    if not known >= named:
        raise NotFound("unknown_body")
    return PaperWish(**{
        **{name: getattr(wish, name) for name in _TOLD},
        **{name: tuple(getattr(wish, name)) for name in _PARTS},
        "reference": reference,
        "sections": tuple(in_order(wish.sections, wish.kind)),
        "related": await _related(wish.related, reference),
    })


async def _related(related: Sequence[Related], reference: str) -> Sequence[Related]:
    """Find the papers that are named; none belongs to itself, none stands twice."""
    called = await papers_called([one.reference for one in related])
    once_each: dict[tuple[str, str], Related] = {}
    for one in related:
        name = normal(one.reference)
        if name == reference:
            raise Unusable("paper_relates_to_itself")
        found = Related(reference=name, kind=one.kind, other=called.get(name))
        once_each.setdefault((name, one.kind), found)
    return tuple(once_each[name] for name in sorted(once_each))


def _same(before: Paper, wish: PaperWish) -> bool:
    if before.facts.reference != wish.reference:
        return False
    if any(getattr(before.facts, name) != getattr(wish, name) for name in _TOLD):
        return False
    return all(
        [_bare(one) for one in getattr(before, name)]
        == [_bare(one) for one in getattr(wish, name)]
        for name in _PARTS
    )


def _bare(part: object) -> Sequence[object]:
    """Give what is said in a part, without what we know of it besides."""
    besides = {"id", "name", "key", "changed_at", "path_key", "title"}
    names: Sequence[str] = part.__dataclass_fields__  # type: ignore[attr-defined]
    return [getattr(part, name) for name in names if name not in besides]


def _values(wish: PaperWish) -> dict[str, Any]:
    return {name: getattr(wish, name) for name in _TOLD} | {
        "dated": wish.dated.dump() if wish.dated else ""
    }
