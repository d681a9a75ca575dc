"""Plans and chapters as motion software gives them (REST of Antragsgrün, 0.4.0)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from lip.opendata.documents.rest_parts import (
    Plain,
    amendment_link,
    initiator,
    motion_head,
    status_of,
)
from lip.opendata.rules.oparl import oparl_time
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import OpenChapter, OpenText
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.lines import lines_of
from lip.plan.rules.markdown import html_of
from lip.plan.rules.plans import PlanFacts

_TEXTS_KEPT: Final = 64
"""A text says the same as long as it is the same: so many are kept as they are told."""


def plan_list(
    plans: Sequence[PlanFacts], published: Mapping[UUID, datetime], site: Site
) -> Plain:
    """List plans as its consultations."""
    return {
        "consultations": [
            {
                "title": one.title.pick(one.language).text,
                "title_short": one.key,
                "date_published": _time(published.get(one.id)),
                "url_path": one.key,
                **_addresses(one, site),
            }
            for one in plans
        ]
    }


def plan_details(
    plan: PlanFacts,
    chapters: Sequence[OpenChapter],
    amendments: Sequence[AmendmentFacts],
    site: Site,
) -> Plain:
    """Tell of a plan with links to its chapters and their amendments."""
    return {
        "title": plan.title.pick(plan.language).text,
        "title_short": plan.key,
        "motion_links": [
            {
                "type": "motion",
                **motion_head(one, plan, site),
                **status_of(one.status),
                "amendment_links": _links(one, plan, amendments, site),
                "lip:id": str(one.id),
            }
            for one in chapters
        ],
        "speaking_lists": None,
        "page_links": [],
        **_addresses(plan, site),
    }


def motion(
    one: OpenChapter,
    plan: PlanFacts,
    amendments: Sequence[AmendmentFacts],
    site: Site,
    *,
    beside: tuple[OpenChapter | None, OpenChapter | None] = (None, None),
) -> Plain:
    """Tell of a chapter; its lines stand in `lip:lines`, its languages beside."""
    text = one.texts[0]
    day = one.decided_on.dump() if one.decided_on else None
    return {
        "type": "motion",
        **motion_head(one, plan, site),
        **status_of(one.status),
        "date_published": _time(one.submitted_at or one.created_at),
        "supporters": [],
        "initiators": initiator(one.id, body=one.initiator, name="", decided_on=day),
        "sections": _sections(text),
        "proposed_procedure": None,
        "amendment_links": _links(one, plan, amendments, site),
        "pagination": {
            name: motion_head(other, plan, site)["url_json"] if other else None
            for name, other in zip(("prev", "next"), beside, strict=True)
        },
        "lip:id": str(one.id),
        "lip:language": text.language,
        "lip:lines": _lines(text.text, plan.line_length),
        "lip:translations": [
            {"language": it.language, "sections": _sections(it)} for it in one.texts[1:]
        ],
    }


def _addresses(plan: PlanFacts, site: Site) -> Plain:
    return {
        "url_json": f"{site.base}/rest/{plan.key}",
        "url_html": f"{site.base}/plan/{plan.key}",
    }


def _links(
    one: OpenChapter,
    plan: PlanFacts,
    amendments: Sequence[AmendmentFacts],
    site: Site,
) -> Sequence[Plain]:
    return [amendment_link(it, plan, site) for it in amendments if it.chapter == one.id]


def _sections(text: OpenText) -> Sequence[Plain]:
    return [
        {"type": "Title", "title": "Titel", "html": text.title, "layout_right": False},
        {
            "type": "TextSimple",
            "title": "Text",
            "html": _html(text.text),
            "layout_right": False,
        },
    ]


_html = lru_cache(maxsize=_TEXTS_KEPT)(html_of)


@lru_cache(maxsize=_TEXTS_KEPT)
def _lines(text: str, line_length: int) -> Sequence[Plain]:
    return [
        {"number": one.number, "text": one.text}
        for one in lines_of(text, line_length=line_length)
    ]


def _time(at: datetime | None) -> str | None:
    return oparl_time(at) if at else None
