"""What an organiser has decided about an uploaded list, kept as text between pages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from lip.conference.rules.column import Column
from lip.conference.rules.guest_list import RowStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import came to: how many came in, changed, and stayed out and why."""

    added: int
    updated: int
    left_out: Mapping[RowStatus, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """
    How a list is read, and which lines are ticked.

    `columns` is None as long as the headings decide; `outcome` is set once the list
    is imported, and the list itself is gone.
    """

    columns: tuple[Column, ...] | None = None
    encoding: str = ""
    ticked: frozenset[int] = field(default_factory=frozenset)
    outcome: Outcome | None = None


def plan_text(plan: ImportPlan) -> str:
    """Write a plan as text."""
    return json.dumps({
        "columns": plan.columns and [column.value for column in plan.columns],
        "encoding": plan.encoding,
        "ticked": sorted(plan.ticked),
        "outcome": plan.outcome
        and {
            "added": plan.outcome.added,
            "updated": plan.outcome.updated,
            "left_out": dict(plan.outcome.left_out),
        },
    })


def read_plan(text: str) -> ImportPlan:
    """
    Read a plan from text.

    >>> read_plan(plan_text(ImportPlan(ticked=frozenset({3})))).ticked
    frozenset({3})
    """
    if not text:
        return ImportPlan()
    said = json.loads(text)
    columns, outcome = said["columns"], said["outcome"]
    return ImportPlan(
        columns=None if columns is None else tuple(map(Column, columns)),
        encoding=said["encoding"],
        ticked=frozenset(said["ticked"]),
        outcome=outcome
        and Outcome(
            added=outcome["added"],
            updated=outcome["updated"],
            left_out={
                RowStatus(status): number
                for status, number in outcome["left_out"].items()
            },
        ),
    )
