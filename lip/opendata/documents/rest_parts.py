"""What plans, chapters and amendments have in common for motion software."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID, uuid5

from lip.opendata.documents.oparl_city import german
from lip.opendata.rules.site import Site
from lip.plan.queries.for_programs import OpenChapter
from lip.plan.rules.amendments import AmendmentFacts
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.plans import PlanFacts
from lip.plan.status_words import MOTION_STATUSES
from lip.said import Said
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


def number_of(one: UUID) -> int:
    """
    Give a whole number that stays the same: that software knows no other ids.

    >>> number_of(UUID("11111111-2222-4333-8444-555555555555"))
    18764998451746
    """
    return one.int >> 80


def status_of(status: MotionStatus) -> Plain:
    """Give a status as a number and in words."""
    return {
        "status_id": STATUS_IDS[status],
        "status_title": _(MOTION_STATUSES[status]),
    }


def initiator(
    of: UUID, *, body: Said, name: str, decided_on: str | None
) -> Sequence[Plain]:
    """Name who proposes: a body, or a person by the name that stands beside it."""
    said = german(body) or name
    if not said:
        return []
    return [
        {
            "id": number_of(uuid5(of, "initiator")),
            "type": "organization" if body else "person",
            "name": said,
            "organization": german(body),
            "resolution_date": decided_on or None,
        }
    ]


def motion_head(one: OpenChapter, plan: PlanFacts, site: Site) -> Plain:
    """Name a chapter as a motion, with its addresses."""
    title = one.texts[0].title
    coded = f"{one.code}: {title}" if one.code else title
    kind = one.kind.pick(plan.language).text
    return {
        "id": number_of(one.id),
        "agenda_item": None,
        "prefix": one.code,
        "title": title,
        "title_with_intro": f"{kind} {coded}".strip(),
        "title_with_prefix": coded,
        "initiators_html": german(one.initiator),
        "url_json": f"{site.base}/rest/{plan.key}/motion/{one.key}",
        "url_html": f"{site.base}{one.path}",
    }


def amendment_link(one: AmendmentFacts, plan: PlanFacts, site: Site) -> Plain:
    """Name an amendment, with its addresses."""
    motion = f"{site.base}/rest/{plan.key}/motion/{one.chapter_key}"
    return {
        "type": "amendment",
        "id": number_of(one.id),
        "prefix": one.code,
        **status_of(one.status),
        "initiators_html": german(one.body) or one.initiator_name,
        "url_json": f"{motion}/amendment/{number_of(one.id)}",
        "url_html": f"{site.base}/plan/{plan.key}/amendments/{one.code}",
        "lip:id": str(one.id),
    }
