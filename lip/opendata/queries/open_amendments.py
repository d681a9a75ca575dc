"""Read amendments as everybody may read them, with the lines that they change."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.plan.queries.amendments import amendments_of, wordings_at
from lip.plan.queries.standing import ShownEdit
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.lines import lines_of
from lip.plan.rules.marked_lines import marked_lines
from lip.plan.rules.plans import PlanFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAmendment:
    """An amendment with what goes and comes in the wording it stands against."""

    facts: AmendmentFacts
    edits: Sequence[ShownEdit]


async def public_amendments(
    plan: PlanFacts, chapter: UUID | None = None
) -> Sequence[AmendmentFacts]:
    """List what everybody may read: nothing while the draft is not public."""
    if not plan.draft_public:
        return []
    return [one for one in await amendments_of(plan.id, chapter=chapter) if one.public]


async def with_lines(one: AmendmentFacts, plan: PlanFacts) -> OpenAmendment:
    """Show the lines that an amendment changes."""
    wordings = await wordings_at([one.chapter])
    text = wordings.get((one.chapter, one.language, one.base_version), "")
    lines = lines_of(text, line_length=plan.line_length)
    return OpenAmendment(
        facts=one,
        edits=[
            ShownEdit(
                edit=edit,
                lines=marked_lines(
                    lines,
                    (edit.start, edit.stretch.end),
                    edit.new,
                    line_length=plan.line_length,
                ),
            )
            for edit in one.edits
        ],
    )
