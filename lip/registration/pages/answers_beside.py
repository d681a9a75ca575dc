"""Answers to own questions, on the page of a person and in the export of the list."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from lip.conference.queries.beside import Block, ColumnBeside
from lip.conference.queries.conferences import ConferenceFacts
from lip.registration.pages.need_lists import answered, said_answer
from lip.registration.queries.forms import fields_of
from lip.registration.queries.needs import answers_at, answers_of
from lip.registration.rules.field_kinds import Reader
from lip.registration.rules.forms import FieldFacts
from lip.words import _, current_language

OPEN: Final = frozenset({Reader.ORGANISERS, Reader.DOOR, Reader.BADGE})
"""Who reads what stands in any export; what others read needs asking for."""


async def answers_block(conference: ConferenceFacts, participant: UUID) -> Block | None:
    """Show an organiser what somebody answered to own questions."""
    given = (await answers_of([participant])).get(participant)
    if not given:
        return None
    facts = answered(await fields_of(conference), given)
    return Block(title=_("Antworten auf eigene Fragen"), facts=facts)


async def answer_columns(
    conference: ConferenceFacts, with_needs: bool
) -> Sequence[ColumnBeside]:
    """Give a column for each own question that may stand in this export."""
    fields = [
        field
        for field in await fields_of(conference)
        if not field.target and (with_needs or _is_open(field))
    ]
    if not fields:
        return ()
    answers = await answers_at(conference.id, list(Reader))
    return [
        ColumnBeside(
            heading=field.label.pick(current_language()).text,
            cells={
                participant: said_answer(field, given[field.id])
                for participant, given in answers.items()
                if field.id in given
            },
        )
        for field in fields
    ]


def _is_open(field: FieldFacts) -> bool:
    return field.seen_by in OPEN and not field.sensitive
