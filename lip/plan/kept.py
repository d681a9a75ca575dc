"""What amendments and remarks keep of people, and how long."""

from datetime import datetime
from typing import Any
from uuid import UUID

from lip.database import fetch
from lip.kept import Facts, Kind
from lip.plan.actions.forget import (
    AUTHORS,
    forget_author,
    forget_names_due,
    names_due,
)
from lip.words import N_

CODE = N_("Änderungsantrag")
REMARK = N_("Anmerkung")
REASON = N_("Begründung")
NAME = N_("Name, der dabei steht")
WRITTEN = N_("Geschrieben am")


async def _written_by(participant: UUID) -> Facts:
    amendments = await fetch(
        "SELECT code, reason, initiator_name, submitted_at FROM amendment "
        "WHERE participant = ? ORDER BY submitted_at, code",
        participant,
    )
    remarks = await fetch(
        "SELECT text, author_name, written_at FROM line_remark "
        "WHERE participant = ? ORDER BY written_at, id",
        participant,
    )
    return [
        *(
            {
                CODE: row["code"],
                REASON: row["reason"],
                NAME: row["initiator_name"],
                WRITTEN: _day(row["submitted_at"]),
            }
            for row in amendments
        ),
        *(
            {
                REMARK: row["text"],
                NAME: row["author_name"],
                WRITTEN: _day(row["written_at"]),
            }
            for row in remarks
        ),
    ]


def _day(moment: Any) -> str:
    return moment.isoformat() if isinstance(moment, datetime) else str(moment)


async def _nothing(_participant: UUID) -> Facts:
    """Whose ticket it was is told by the other kind."""
    return []


async def _none(_participant: UUID) -> int:
    return 0


KINDS: tuple[Kind, ...] = (
    Kind(
        name="plan authors",
        label=N_("Wer welchen Änderungsantrag und welche Anmerkung geschrieben hat"),
        rule=N_(
            "So lange wie die Gästeliste. "
            "Danach bleiben die Worte ohne die Person stehen."
        ),
        count_due=AUTHORS.due,
        delete_due=AUTHORS.forget,
        of_person=_written_by,
        erase=forget_author,
        stays=N_(
            "Die Worte Ihrer Änderungsanträge und Anmerkungen bleiben ohne Ihren Namen "
            "stehen, weil andere darüber entschieden haben."
        ),
    ),
    Kind(
        name="plan names",
        label=N_("Namen bei Änderungsanträgen und Anmerkungen zum Plan"),
        rule=N_(
            "Bei einer Anmerkung ein Jahr, bei einem Änderungsantrag fünf Jahre: so "
            "lange, wie ein Plan gilt."
        ),
        count_due=names_due,
        delete_due=forget_names_due,
        of_person=_nothing,
        erase=_none,
    ),
)
