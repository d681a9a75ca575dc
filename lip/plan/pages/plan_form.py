"""The forms for a plan and for a chapter's head."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from lip.bodies.queries.bodies import bodies_offered
from lip.fields.queries.fields import all_fields
from lip.plan.actions.chapters import ChapterWish
from lip.plan.actions.plans import PlanWish
from lip.plan.pages.tongues import languages_to_write
from lip.plan.queries.chapters import chapters_of, texts_of
from lip.plan.rules.chapters import (
    LONGEST_INITIATOR,
    LONGEST_KIND,
    LONGEST_NUMBER,
    ChapterFacts,
    TextHead,
)
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.nesting import fault_of_parent
from lip.plan.rules.plans import PlanFacts
from lip.plan.rules.shown import head_of
from lip.plan.rules.wrapping import LONGEST, SHORTEST, USUAL_LENGTH
from lip.plan.status_words import MOTION_STATUSES
from lip.said import Said
from lip.web.forms import Form
from lip.web.pages import ZONE
from lip.web.partial_dates import read as read_date
from lip.web.partial_dates import typed as typed_date
from lip.words import LANGUAGES, _, current_language

MAIN: Final = "de"
LONGEST_TITLE: Final = 200
LONGEST_INTRO: Final = 10_000
TICKS: Final = ("draft_public", "amendments_open", "comments_open")
SAID: Final = ("title", "subtitle", "intro")


def read_plan(form: Form) -> PlanWish:
    """Read what is to be said of a plan."""
    return PlanWish(
        key=form.text("key", most=80),
        title=form.said("title", most=LONGEST_TITLE, required_in=MAIN),
        subtitle=form.said("subtitle", most=LONGEST_TITLE),
        intro=form.said("intro", most=LONGEST_INTRO, lines=True),
        language=form.text("language", most=35) or MAIN,
        line_length=form.whole_number(
            "line_length", least=SHORTEST, most=LONGEST, default=USUAL_LENGTH
        ),
        **{name: form.ticked(name) for name in TICKS},
    )


def plan_values(plan: PlanFacts | None) -> Mapping[str, Any]:
    """Give what the form for a plan shows."""
    if plan is None:
        return {
            "key": "",
            **{name: Said() for name in SAID},
            "language": MAIN,
            "line_length": USUAL_LENGTH,
            **dict.fromkeys(TICKS, False),
        }
    names = ("key", *SAID, "language", "line_length", *TICKS)
    return {name: getattr(plan, name) for name in names}


def typed_plan(form: Form) -> Mapping[str, Any]:
    """Give what was typed, to show it again."""
    said = {
        name: {tag: form.raw(f"{name}-{tag}")[:20_000] for tag in LANGUAGES}
        for name in SAID
    }
    plain = {name: form.raw(name)[:100] for name in ("key", "language", "line_length")}
    return {**said, **plain, **{name: form.ticked(name) for name in TICKS}}


def read_chapter(form: Form) -> ChapterWish:
    """Read what is to be said of a chapter."""
    decided = form.text("decided_on", most=60)
    date = read_date(decided) if decided else None
    if decided and date is None:
        form.refuse(
            "decided_on",
            _(
                "Dieses Datum ist nicht zu lesen. Bitte so genau schreiben, wie es "
                "bekannt ist: „2026“, „Januar 2026“ oder „22.01.2026“."
            ),
        )
    return ChapterWish(
        parent=_chosen(form, "parent"),
        code=form.text("code", most=LONGEST_NUMBER),
        number=form.text("number", most=LONGEST_NUMBER),
        kind=form.said("kind", most=LONGEST_KIND),
        status=form.choice("status", MotionStatus, default=MotionStatus.DRAFT),
        field=_chosen(form, "field"),
        initiator=_chosen(form, "initiator"),
        initiator_name=form.text("initiator_name", most=LONGEST_INITIATOR),
        decided_on=date,
        submitted_at=form.moment("submitted_at", ZONE),
    )


def chapter_values(chapter: ChapterFacts | None) -> Mapping[str, Any]:
    """Give what the form for a chapter's head shows."""
    if chapter is None:
        kind = Said.of(de="Kapitel", en="Chapter", ar="فصل")
        empty = dict.fromkeys(_PLAIN, "")
        return {**empty, "kind": kind, "status": MotionStatus.DRAFT.value}
    at = chapter.submitted_at
    return {
        "parent": str(chapter.parent or ""),
        "code": chapter.code,
        "number": chapter.number,
        "kind": chapter.kind,
        "status": chapter.status.value,
        "field": str(chapter.field or ""),
        "initiator": str(chapter.initiator or ""),
        "initiator_name": chapter.initiator_name,
        "decided_on": typed_date(chapter.decided_on),
        "submitted_at": f"{at.astimezone(ZONE):%Y-%m-%dT%H:%M}" if at else "",
    }


_PLAIN: Final = (
    *("parent", "code", "number", "status", "field"),
    *("initiator", "initiator_name", "decided_on", "submitted_at"),
)


def typed_chapter(form: Form) -> Mapping[str, Any]:
    """Give what was typed, to show it again."""
    kind = {tag: form.raw(f"kind-{tag}")[:500] for tag in LANGUAGES}
    return {**{name: form.raw(name)[:500] for name in _PLAIN}, "kind": kind}


async def chapter_choices(
    plan: PlanFacts, chapter: ChapterFacts | None = None
) -> Mapping[str, Any]:
    """Give what can be chosen for a chapter's head; a new one is not there yet."""
    tag = current_language()
    return {
        "statuses": [(one.value, _(word)) for one, word in MOTION_STATUSES.items()],
        "parents": [
            ("", _("keins, es steht für sich")),
            *await _parents(plan, chapter),
        ],
        "fields": [("", _("keins"))]
        + [
            (str(one.id), one.name.pick(tag, MAIN).text)
            for one in await all_fields()
            if not one.closed
        ],
        "bodies": [("", _("keine, siehe Name"))]
        + [
            (str(one.id), one.name.pick(tag, MAIN).text)
            for one in await bodies_offered()
        ],
    }


async def _parents(
    plan: PlanFacts, chapter: ChapterFacts | None
) -> Sequence[tuple[str, str]]:
    """Offer the chapters in which one can stand: not itself, nor what is in it."""
    there = await chapters_of(plan.id)
    parents = {one.id: one.parent for one in there}
    texts = await texts_of(parents)
    own = chapter.id if chapter else None
    return [
        (str(one.id), "– " * one.level + _title(one, texts.get(one.id, ()), plan))
        for one in there
        if not fault_of_parent(parents, own, one.id)
    ]


def _title(chapter: ChapterFacts, texts: Sequence[TextHead], plan: PlanFacts) -> str:
    titles = {one.language: one.title for one in texts}
    title = titles.get(plan.language) or next(iter(titles.values()), chapter.key)
    return head_of(chapter.number, title)


def languages_for_plans() -> list[tuple[str, str]]:
    """List the languages in which a plan can be decided."""
    return [one for one in languages_to_write() if "-" not in one[0]]


def _chosen(form: Form, name: str) -> UUID | None:
    text = form.raw(name)
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        form.refuse(name, _("Bitte wählen Sie einen der Werte aus der Liste."))
        return None
