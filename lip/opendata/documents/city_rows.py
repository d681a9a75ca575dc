"""Plans, fields of action, bodies, projects and news as rows of open data."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from lip.bodies.rules.bodies import BodyFacts
from lip.fields.rules.fields import FieldFacts
from lip.news.rules.sheets import EventLine, PageFacts
from lip.opendata.documents.tables import Row, as_row
from lip.opendata.rules.oparl import OparlType
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import OpenChapter, OpenPlan
from lip.said import Said

Names = Mapping[UUID, Said]


def plan_row(one: OpenPlan, site: Site) -> Row:
    """Tell of a plan and of its newest version."""
    plan = one.plan
    newest = one.versions[0] if one.versions else None
    return {
        "id": plan.id,
        "key": plan.key,
        "title": plan.title,
        "subtitle": plan.subtitle,
        "intro": plan.intro,
        "language": plan.language,
        "version": newest.number if newest else None,
        "published": newest.published_at if newest else None,
        "chapters": len(one.chapters),
        "url": site.addresses.page(f"/plan/{plan.key}"),
        "rest": site.addresses.page(f"/rest/{plan.key}"),
        "oparl": site.addresses.of(OparlType.TERM, plan.id),
    }


def field_row(one: FieldFacts) -> Row:
    """Tell of a field of action."""
    return {"id": one.id, "name": one.name, "goal": one.goal}


def chapter_texts(
    chapter: OpenChapter, plan: str, field: Said, site: Site
) -> list[Row]:
    """Tell of a chapter in a table: one row for each language."""
    shared = {
        **as_row(chapter, "id", "plan", "parent", "path", "texts", "field"),
        "id": chapter.id,
        "plan": plan,
        "field": field,
        "motion_status": chapter.status,
        "url": site.addresses.page(chapter.path),
    }
    return [
        {
            **shared,
            "language": text.language,
            "title": text.title,
            "text": text.text,
            "changed": text.changed_at,
        }
        for text in chapter.texts
    ]


def body_row(
    one: BodyFacts,
    names: Names,
    times: Mapping[UUID, tuple[datetime, datetime]],
    site: Site,
) -> Row:
    """Tell of a body that decides, works or takes part."""
    return {
        **as_row(one, "kind", "parent", "position", "address_as"),
        "body_kind": one.kind,
        "part_of": names.get(one.parent) if one.parent else None,
        "changed": times[one.id][1] if one.id in times else None,
        "url": site.addresses.page(f"/bodies/{one.key}"),
        "oparl": site.addresses.of(OparlType.ORGANIZATION, one.id),
    }


def project_row(one: PageFacts, bodies: Names, site: Site) -> Row:
    """Tell of a project with its events and what was said of it."""
    sheet = one.sheet
    return {
        **_page(one, f"/projects/{one.key}", site),
        **as_row(sheet, "organiser", "measure", "position", "events", "quotations"),
        "organiser": bodies.get(sheet.organiser) if sheet.organiser else None,
        "measure": sheet.measure,
        "events": [_event(it) for it in sheet.events],
        "quotations": [as_row(it) for it in sheet.quotations],
    }


def news_row(one: PageFacts, site: Site) -> Row:
    """Tell of a piece of news with its background."""
    sheet = one.sheet
    return {
        **_page(one, f"/news/{one.key}", site),
        **as_row(sheet, "body", "quotations"),
        "text": sheet.body,
        "quotations": [as_row(it) for it in sheet.quotations],
    }


def _page(one: PageFacts, path: str, site: Site) -> dict[str, Any]:
    return {
        "id": one.id,
        "key": one.key,
        "created": one.created_at,
        "changed": one.changed_at,
        "url": site.addresses.page(path),
    }


def _event(line: EventLine) -> Row:
    return {
        **as_row(line, "conference", "interrupted"),
        **({"interrupted": True} if line.interrupted else {}),
    }
