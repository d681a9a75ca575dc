"""What the record says before any ballot: the rule, who stands, the keys."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from elections import sealing
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    election_by_id,
    nominations_of,
)
from elections.queries.lists import in_order_of_lists
from elections.queries.rounds import earlier_marks
from elections.records import entries_of
from elections.rules.canonical import Plain
from elections.rules.quota_lines import quotas_plain
from elections.rules.record import Entry as RecordEntry
from lip.database import fetch


async def about(election: ElectionFacts) -> Mapping[str, Plain]:
    """Write the rule, and which round this is."""
    about: dict[str, Plain] = {
        "id": election.round,
        "board": election.board.value,
        "title": dict(election.title),
        "seats": election.seats,
        "deputies": election.deputies,
        "method": election.method.value,
        "kind": election.method.kind.value,
        "votes_each": election.votes_each,
        "round": election.round_kind.value,
        "advance": election.advance,
        "ties": election.ties.value,
    }
    for name in ("votes_per_candidate", "own_limit", "highest_score"):
        if getattr(election, name) is not None:
            about[name] = getattr(election, name)
    if election.completion:
        about["completion"] = election.completion
    if election.quotas:
        about["quotas"] = quotas_plain(election.quotas)
    if election.earlier:
        about["earlier"] = await _earlier(election.earlier)
    return about


async def _earlier(one: UUID) -> Mapping[str, Plain]:
    """Name the round before by the digest of its last entry."""
    earlier = await election_by_id(one)
    entries: Sequence[RecordEntry] = await entries_of(one)
    return {"id": earlier.round, "digest": entries[-1].digest}


async def candidates_of(election: ElectionFacts) -> Mapping[str, Plain]:
    """Write who stands, on which list, and who they were in the round before."""
    standing = await nominations_of(election.id)
    before = await earlier_marks(election)
    candidates: dict[str, Plain] = {
        "candidates": [_stands(one, before.get(one.id)) for one in standing]
    }
    slates = await fetch(
        "SELECT id, number, name FROM slate WHERE election = ? ORDER BY number",
        election.id,
    )
    if slates:
        listed = in_order_of_lists(standing)
        candidates["lists"] = [_list(slate, listed) for slate in slates]
    return candidates


def _list(slate: Mapping[str, Any], listed: Sequence[NominationFacts]) -> Plain:
    """Write one list; one person who stands alone is a list of her own."""
    members = [one for one in listed if one.slate == slate["id"]]
    return {
        "id": f"l{slate['number']}",
        "name": slate["name"],
        "members": [one.mark for one in members],
        "single": [one.name for one in members] == [slate["name"]],
    }


def _stands(one: NominationFacts, before: str | None) -> Mapping[str, Plain]:
    attributes = dict(one.attributes)
    if one.association:
        attributes["association"] = one.association
    stands: dict[str, Plain] = {
        "id": one.mark,
        "name": one.name,
        "attributes": attributes,
        "withdrawn": one.withdrawn,
    }
    return stands | {"earlier": before} if before else stands


def keys_published(election: ElectionFacts) -> Mapping[str, Plain]:
    """Write the keys that sign credentials and acknowledgements."""
    keys: list[Plain] = [
        {"group": group, "modulus": modulus, "exponent": sealing.EXPONENT}
        for group, modulus in sorted(election.public_keys.items())
    ]
    return {"credentials": keys, "acknowledgements": election.signer}


async def annulled_serials(election: UUID) -> list[str]:
    """List the credentials that no ballot may carry."""
    rows = await fetch(
        "SELECT serial FROM annulled_credential WHERE election = ? ORDER BY serial",
        election,
    )
    return [row["serial"] for row in rows]
