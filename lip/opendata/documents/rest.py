"""Plans and chapters as motion software gives them (REST of Antragsgrün, 0.4.0)."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lip.opendata.rules.oparl import oparl_time
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import OpenChapter, OpenPlan, OpenText
from lip.plan.rules.amendments import UNSEEN, AmendmentFacts
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.lines import lines_of
from lip.plan.rules.markdown import html_of
from lip.plan.rules.plans import PlanFacts
from lip.plan.status_words import MOTION_STATUSES
from lip.words import _

Plain = dict[str, Any]

STATUS_IDS: Final[Mapping[MotionStatus, int]] = {
    MotionStatus.WITHDRAWN: -1,
    MotionStatus.DRAFT: 1,
    MotionStatus.SUBMITTED_UNSCREENED: 2,
    MotionStatus.SUBMITTED: 3,
    MotionStatus.ACCEPTED: 4,
    MotionStatus.REJECTED: 5,
    MotionStatus.MODIFIED_ACCEPTED: 6,
    MotionStatus.REFERRED: 10,
    MotionStatus.VOTE: 11,
    MotionStatus.PAUSED: 12,
    MotionStatus.INCOMPLETE: 13,
    MotionStatus.INADMISSIBLE: 14,
    MotionStatus.COLLECTING_SUPPORTERS: 15,
    MotionStatus.PROCESSED: 17,
    MotionStatus.OBSOLETED_BY: 22,
    MotionStatus.RESOLUTION_PRELIMINARY: 25,
    MotionStatus.RESOLUTION_FINAL: 26,
    MotionStatus.ADJOURNED: 27,
    MotionStatus.QUORUM_MISSED: 29,
    MotionStatus.QUORUM_REACHED: 30,
}
"""By the numbers of that software."""


def plan_list(plans: Sequence[OpenPlan], site: Site) -> Sequence[Plain]:
    """List plans as its consultations."""
    return [_head(one.plan, site) for one in plans]


def plan_details(one: OpenPlan, site: Site) -> Plain:
    """Tell of a plan with links to all its chapters."""
    links = [_link(it, one.plan, site) for it in one.chapters]
    return {**_head(one.plan, site), "motion_links": links}


def motion(
    one: OpenChapter,
    plan: PlanFacts,
    amendments: Sequence[AmendmentFacts],
    site: Site,
) -> Plain:
    """Tell of a chapter; its lines stand in `lip:lines`, its languages beside."""
    text = one.texts[0]
    shown = [it for it in amendments if it.status not in UNSEEN]
    return {
        **_link(one, plan, site),
        "initiators": _initiators(one),
        "sections": _sections(text),
        "amendment_links": [_amendment(it, plan, site) for it in shown],
        "lip:language": text.language,
        "lip:lines": _lines(text, plan),
        "lip:translations": [
            {"language": it.language, "sections": _sections(it)} for it in one.texts[1:]
        ],
    }


def _head(plan: PlanFacts, site: Site) -> Plain:
    title = plan.title.pick(plan.language).text
    return {
        "title": title,
        "title_short": plan.key,
        "date_published": None,
        "url_json": f"{site.base}/rest/{plan.key}",
        "url_html": f"{site.base}/plan/{plan.key}",
    }


def _link(one: OpenChapter, plan: PlanFacts, site: Site) -> Plain:
    title = one.texts[0].title
    return {
        "type": "motion",
        "id": str(one.id),
        "agenda_item": None,
        "prefix": one.code,
        "title": title,
        "title_with_prefix": f"{one.code}: {title}" if one.code else title,
        "status_id": STATUS_IDS[one.status],
        "status_title": _(MOTION_STATUSES[one.status]),
        "date_published": oparl_time(one.submitted_at or one.created_at),
        "url_json": f"{site.base}/rest/{plan.key}/motion/{one.key}",
        "url_html": f"{site.base}{one.path}",
    }


def _initiators(one: OpenChapter) -> Sequence[Plain]:
    name = one.initiator.pick("de").text
    if not name:
        return []
    day = one.decided_on.dump() if one.decided_on else None
    return [
        {
            "type": "organization",
            "name": name,
            "organization": name,
            "resolution_date": day,
        }
    ]


def _sections(text: OpenText) -> Sequence[Plain]:
    return [
        {"type": "Title", "title": "Titel", "html": text.title, "layout_right": False},
        {
            "type": "TextSimple",
            "title": "Text",
            "html": html_of(text.text),
            "layout_right": False,
        },
    ]


def _lines(text: OpenText, plan: PlanFacts) -> Sequence[Plain]:
    return [
        {"number": one.number, "text": one.text}
        for one in lines_of(text.text, line_length=plan.line_length)
    ]


def _amendment(one: AmendmentFacts, plan: PlanFacts, site: Site) -> Plain:
    return {
        "type": "amendment",
        "id": str(one.id),
        "prefix": one.code,
        "status_id": STATUS_IDS[one.status],
        "status_title": _(MOTION_STATUSES[one.status]),
        "url_html": f"{site.base}/plan/{plan.key}/amendments/{one.code}",
    }
