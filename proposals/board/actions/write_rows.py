"""Write the rows that a step, or its undoing, changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from lip.database import execute_many, fetch
from proposals.board.queries.rows import there
from proposals.board.rules.rows import ClusterRow, PlacementRow, Rows, referred_to
from proposals.queries.revisions import next_revision

_CLUSTER = """
    INSERT INTO cluster (id, conference, number, position, name, summary, words, kept,
        field, medoid, changed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name,
        summary = excluded.summary, words = excluded.words, kept = excluded.kept,
        field = excluded.field, medoid = excluded.medoid,
        changed_at = excluded.changed_at
"""
_PLACEMENT = """
    INSERT INTO placement (id, proposal, cluster, rank, position, by_person, distance)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""


async def write_rows(conference: UUID, before: Rows, after: Rows) -> None:
    """Turn rows that stand as `before` into `after`."""
    await _each(
        "DELETE FROM removal WHERE proposal = ? AND cluster = ?", list(before.removals)
    )
    await _each("DELETE FROM placement WHERE id = ?", [(p,) for p in before.placements])
    await _each(
        _CLUSTER, [_cluster(conference, row) for row in after.clusters.values() if row]
    )
    await _each(_PLACEMENT, [_placement(r) for r in after.placements.values() if r])
    await _each(
        "INSERT INTO removal (id, proposal, cluster) VALUES (?, ?, ?)",
        [(uuid5(p, c.hex), p, c) for (p, c), out in after.removals.items() if out],
    )
    await _each(
        "DELETE FROM cluster WHERE id = ?",
        [(one,) for one, row in after.clusters.items() if row is None],
    )
    await _write_links(conference, before, after)


async def possible(rows: Rows) -> Rows:
    """Leave out what rows refer to and is not there any more."""
    proposals, fields = referred_to(rows)
    proposals_left = await there("proposal", proposals) if proposals else frozenset()
    fields_left = await there("field_of_action", fields) if fields else frozenset()
    return Rows(
        clusters={
            one: row
            and replace(
                row,
                medoid=row.medoid if row.medoid in proposals_left else None,
                field=row.field if row.field in fields_left else None,
            )
            for one, row in rows.clusters.items()
        },
        placements={
            one: row if row and row.proposal in proposals_left else None
            for one, row in rows.placements.items()
        },
        links={
            one: (
                into if into in proposals_left else None,
                of if of in fields_left else None,
            )
            for one, (into, of) in rows.links.items()
        },
        removals={
            pair: out and pair[0] in proposals_left
            for pair, out in rows.removals.items()
        },
    )


async def _write_links(conference: UUID, before: Rows, after: Rows) -> None:
    """Write only what differs: the author may have chosen another field meanwhile."""
    for column, at in (("merged_into", 0), ("field", 1)):
        changed = _changed(before, after, at)
        if changed:
            await _each(
                f"UPDATE proposal SET {column} = ? WHERE id = ?",  # noqa: S608
                [(value, one) for one, value in changed.items()],
            )
    if merged := _changed(before, after, 0):  # what is alike is told by others now
        revision = await next_revision(conference)
        await _each(
            "UPDATE proposal SET revision = ? WHERE id = ?",
            [(revision, one) for one in merged],
        )


def _changed(before: Rows, after: Rows, at: int) -> Mapping[UUID, UUID | None]:
    return {
        one: values[at]
        for one, values in after.links.items()
        if values[at] != before.links[one][at]
    }


async def _each(sql: str, rows: Sequence[tuple[object, ...]]) -> None:
    if len(rows) == 1:
        await fetch(sql, *rows[0])
    elif rows:
        await execute_many(sql, rows)


def _cluster(conference: UUID, row: ClusterRow) -> tuple[object, ...]:
    return (
        row.id,
        conference,
        row.number,
        row.position,
        row.name,
        row.summary,
        row.words,
        row.kept,
        row.field,
        row.medoid,
        row.changed_at,
    )


def _placement(row: PlacementRow) -> tuple[object, ...]:
    return (
        row.id,
        row.proposal,
        row.cluster,
        row.rank,
        row.position,
        row.by_person,
        row.distance,
    )
