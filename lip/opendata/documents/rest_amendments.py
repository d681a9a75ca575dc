"""Amendments as motion software gives them: each place with what goes and comes."""

from collections.abc import Callable, Sequence
from html import escape

from lip.opendata.documents.rest_parts import (
    Plain,
    amendment_link,
    initiator,
    motion_head,
    status_of,
)
from lip.opendata.queries.open_amendments import OpenAmendment
from lip.opendata.rules.oparl import oparl_time
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import OpenChapter
from lip.plan.queries.standing import ShownEdit
from lip.plan.rules.amending import Edit
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.marked_lines import MarkedLine
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.words import PieceKind
from lip.words import _

_MARKS = {PieceKind.INSERTED: "ins", PieceKind.DELETED: "del"}


def amendment(
    one: OpenAmendment,
    chapter: OpenChapter,
    plan: PlanFacts,
    site: Site,
    *,
    place_of: Callable[[Edit], str],
) -> Plain:
    """Tell of an amendment; `place_of` says where an edit stands, in words."""
    facts = one.facts
    title = _title(facts, chapter)
    return {
        **amendment_link(facts, plan, site),
        "title": title,
        "title_with_prefix": title,
        "first_line": facts.first_line,
        "date_published": oparl_time(facts.submitted_at),
        "motion": motion_head(chapter, plan, site),
        "supporters": [],
        "initiators": initiator(
            facts.id,
            body=facts.body,
            name=facts.initiator_name,
            decided_on=facts.decided_on,
        ),
        "sections": _sections(one, place_of),
        "proposed_procedure": _procedure(facts),
        "lip:language": facts.language,
        "lip:edits": [_edit(it) for it in one.edits],
    }


def proposed_procedure(
    chapters: Sequence[OpenChapter],
    amendments: Sequence[AmendmentFacts],
    plan: PlanFacts,
    site: Site,
) -> Plain:
    """Tell what is proposed to be done with amendments, chapter by chapter."""
    blocks = []
    for chapter in chapters:
        told = [
            _voting_item(one, chapter, plan, site)
            for one in amendments
            if one.chapter == chapter.id
        ]
        items = [one for one in told if one]
        block = {"id": None, "title": None, "items": items}
        title = motion_head(chapter, plan, site)["title_with_prefix"]
        blocks += [{"title": title, "voting_blocks": [block]}] if items else []
    return {"proposed_procedure": blocks}


def _voting_item(
    one: AmendmentFacts, chapter: OpenChapter, plan: PlanFacts, site: Site
) -> Plain | None:
    procedure = _procedure(one)
    if procedure is None:
        return None
    link = amendment_link(one, plan, site)
    same = ("id", "prefix", "url_json", "url_html", "initiators_html")
    words = procedure["lip:explanation"]
    explained = f'<p class="explanation">{escape(words)}</p>' if words else ""
    return {
        "type": "Amendment",
        **{name: link[name] for name in same},
        "title_with_prefix": _title(one, chapter),
        "procedure": f"<p>{escape(procedure['status_title'])}</p>{explained}",
    }


def _title(one: AmendmentFacts, chapter: OpenChapter) -> str:
    return f"{one.code}: {chapter.texts[0].title}"


def _sections(
    one: OpenAmendment, place_of: Callable[[Edit], str]
) -> list[dict[str, str]]:
    parts = "".join(_part(it, place_of(it.edit)) for it in one.edits)
    found = [{"type": "TextSimple", "title": "Text", "html": parts}]
    if one.facts.reason:
        reason = "".join(
            f"<p>{escape(it)}</p>" for it in one.facts.reason.split("\n\n")
        )
        found.append({
            "type": "TextSimple",
            "title": _("Begründung"),
            "html": reason,
        })
    return found


def _part(shown: ShownEdit, place: str) -> str:
    rows = "".join(f"<p>{_row(one)}</p>" for one in shown.lines)
    return f'<h4 class="lineSummary">{escape(place)}:</h4><div>{rows}</div>'


def _row(line: MarkedLine) -> str:
    return "".join(
        f"<{mark}>{escape(one.text)}</{mark}>"
        if (mark := _MARKS.get(one.kind))
        else escape(one.text)
        for one in line.pieces
    )


def _procedure(facts: AmendmentFacts) -> Plain | None:
    if facts.proposed is None or not facts.procedure_public:
        return None
    return {
        **status_of(facts.proposed),
        "sections": [],
        "lip:explanation": facts.proposed_words,
    }


def _edit(shown: ShownEdit) -> Plain:
    edit = shown.edit
    return {
        "kind": edit.kind.value,
        "first_line": edit.first_line,
        "last_line": edit.last_line,
        "old": edit.old,
        "new": edit.new,
    }
