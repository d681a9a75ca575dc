"""The sample's plan: a real chapter, three more of a Lokaler Integrationsplan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from lip.errors import NotFound
from lip.fields.queries.fields import all_fields
from lip.journal.rules.entries import COMMAND
from lip.partial_dates import PartialDate
from lip.plan.actions.chapters import (
    ChapterWish,
    FirstText,
    NewChapter,
    add_chapter,
)
from lip.plan.actions.glossary import save_term
from lip.plan.actions.plans import PlanWish, add_plan
from lip.plan.actions.save_text import add_language, set_state
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import MotionStatus, TextState
from lip.plan.rules.markdown import parted
from lip.said import Said

KEY: Final = "lip"
_KEYS: Final = {
    "A1": "sprache",
    "A2": "arbeit",
    "A2.1": "anerkennung",
    "A5": "integration",
}
_LANGUAGE_TEXTS: Final = (
    ("de-simple", "Sprache lernen", "language.simple.md"),
    ("ar", "اللغة والتعليم", "language.ar.md"),
)
_RECOGNITION_TEXTS: Final = (
    ("en", "Recognising degrees", "recognition.en.md"),
    ("ar", "الاعتراف بالشهادات", "recognition.ar.md"),
)
_FOLDER: Final = Path(__file__).parent / "chapters"
_KIND: Final = Said.of(de="Kapitel", en="Chapter", ar="فصل")
_PLAN: Final = PlanWish(
    key=KEY,
    title=Said.of(
        de="Lokaler Integrationsplan",
        en="Local integration plan",
        ar="خطة الاندماج المحلية",
    ),
    subtitle=Said.of(
        de="Gemeinsam leben in der Region Hannover",
        en="Living together in the Hannover region",
        ar="نعيش معًا في منطقة هانوفر",
    ),
    intro=Said.of(
        de="Dieser Plan sagt, was sich in den nächsten fünf Jahren ändern soll. Er ist "
        "aus den Vorschlägen der Migrationskonferenzen entstanden. Solange er ein "
        "Entwurf ist, können alle Änderungen vorschlagen.",
        en="This plan says what is to change in the next five years. It has grown out "
        "of the proposals of the migration conferences. As long as it is a draft, "
        "everybody can propose changes.",
        ar="تبيّن هذه الخطة ما ينبغي أن يتغير خلال السنوات الخمس القادمة. وقد نشأت من "
        "مقترحات مؤتمرات الهجرة. وما دامت مسودة فبإمكان الجميع اقتراح تعديلات.",
    ),
    draft_public=True,
    amendments_open=True,
    comments_open=True,
)
_TERMS: Final[Mapping[str, tuple[Term, ...]]] = {
    "de": (
        Term(
            term="Teilhabe",
            explanation="Teilhabe heißt: Alle können überall dabei sein und mitmachen, "
            "in der Schule, bei der Arbeit, in Vereinen und in der Politik.",
        ),
        Term(
            term="Querschnittsaufgabe",
            explanation="Eine Aufgabe, an die alle Teile der Verwaltung denken müssen, "
            "nicht nur einer.",
        ),
        Term(
            term="Integrationslots*innen",
            forms=("Integrationslotsinnen", "Integrationslotsen", "Integrationslots"),
            explanation="Ehrenamtliche, die neu Zugewanderte zu Ämtern, Schulen und "
            "Ärzt*innen begleiten. Sie sprechen deren Sprache.",
        ),
        Term(
            term="geduldet",
            forms=("Duldung",),
            explanation="Wer geduldet ist, muss Deutschland eigentlich verlassen, wird "
            "aber nicht abgeschoben, zum Beispiel wegen Krankheit.",
        ),
    ),
    "ar": (
        Term(
            term="مرشدو الاندماج",
            explanation="متطوعون ومتطوعات يرافقون القادمين الجدد إلى الدوائر والمدارس "
            "والأطباء ويتكلمون لغتهم.",
        ),
    ),
}


async def fill_in_plan(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    """Write the plan with its chapters, unless it is there."""
    try:
        await plan_by_key(KEY)
    except NotFound:
        await _write(bodies, now=now)


async def _write(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    plan = await add_plan(_PLAN, by=COMMAND, now=now)
    fields = {one.name.get("de", ""): one.id for one in await all_fields()}
    for language, terms in _TERMS.items():
        for term in terms:
            await save_term(plan, language, term, by=COMMAND, now=now)
    lessons = ChapterWish(
        code="A1", number="1.", kind=_KIND, field=fields.get("Bildung")
    )
    first = await _add(plan, lessons, "Sprache und Bildung", "language.md", now=now)
    await _translate(first, _LANGUAGE_TEXTS, now=now)
    work = ChapterWish(
        code="A2", number="2.", kind=_KIND, field=fields.get("Wirtschaft")
    )
    second = await _add(plan, work, "Arbeit und Wirtschaft", "work.md", now=now)
    within = replace(work, code="A2.1", number="2.1", parent=second)
    nested = await _add(
        plan, within, "Abschlüsse anerkennen", "recognition.md", now=now
    )
    await _translate(nested, _RECOGNITION_TEXTS, now=now)
    await _add_real(plan, bodies, fields, now=now)


async def _add_real(
    plan: UUID,
    bodies: Mapping[str, UUID],
    fields: Mapping[str, UUID],
    *,
    now: datetime,
) -> None:
    head, text = parted((_FOLDER / "integration.md").read_text(encoding="utf-8"))
    wish = ChapterWish(
        code="A5",
        number="5.",
        kind=_KIND,
        status=MotionStatus.SUBMITTED,
        field=fields.get("Demokratie"),
        initiator=bodies.get("regionsvorstand"),
        initiator_name=head["initiator"],
        decided_on=PartialDate.load(head["beschlossen_am"]),
        submitted_at=datetime(2026, 1, 19, 13, 10, tzinfo=UTC),
    )
    title = head["titel"].removeprefix("5. ")
    await _insert(plan, wish, FirstText(language="de", title=title, text=text), now=now)


async def _add(
    plan: UUID, wish: ChapterWish, title: str, file: str, *, now: datetime
) -> UUID:
    text = (_FOLDER / file).read_text(encoding="utf-8")
    first = FirstText(language="de", title=title, text=text)
    return await _insert(plan, wish, first, now=now)


async def _insert(
    plan: UUID, wish: ChapterWish, first: FirstText, *, now: datetime
) -> UUID:
    new = NewChapter(wish=wish, first=first, key=_KEYS[wish.code])
    made = await add_chapter(plan, new, by=COMMAND, now=now)
    await set_state(made, "de", TextState.RELEASED, by=COMMAND, now=now)
    return made


async def _translate(
    chapter: UUID, texts: Sequence[tuple[str, str, str]], *, now: datetime
) -> None:
    for language, title, file in texts:
        text = (_FOLDER / file).read_text(encoding="utf-8")
        first = FirstText(language=language, title=title, text=text)
        await add_language(chapter, first, by=COMMAND, now=now)
        await set_state(chapter, language, TextState.RELEASED, by=COMMAND, now=now)
