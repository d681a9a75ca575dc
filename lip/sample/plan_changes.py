"""Changes to the sample's plan: two versions, amendments to a real chapter, remarks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from lip.journal.rules.entries import COMMAND
from lip.plan.actions.decide_amendment import (
    Procedure,
    adopt,
    propose_procedure,
    reject,
)
from lip.plan.actions.publish_version import VersionWish, publish_version
from lip.plan.actions.remark import RemarkWish, write_remark
from lip.plan.actions.save_text import Words, save_text
from lip.plan.actions.submit_amendment import (
    AmendmentWish,
    Change,
    submit_amendment,
)
from lip.plan.queries.chapters import chapter_by_key, text_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.amending import chosen_stretch
from lip.plan.rules.kinds import MotionStatus
from lip.plan.rules.lines import lines_of
from lip.plan.rules.plans import PlanFacts
from lip.said import Said
from lip.sample.measures import change_example
from lip.sample.plan import KEY

CHAPTER: Final = "integration"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposal:
    """An amendment: lines, words that go and come, who wants it and why."""

    lines: tuple[int, int]
    words: tuple[str, str]
    reason: str
    by: str = ""
    body: str = ""
    written_in: str = "de"


_GRAMMAR: Final = _Proposal(
    lines=(4, 5),
    words=("kulturellem Vielfalt", "kultureller Vielfalt"),
    reason="„Vielfalt“ ist weiblich.",
    by="Lesekreis im Nachbarschaftshaus",
)
_WHEN: Final = _Proposal(
    lines=(70, 73),
    words=(
        (
            "haben wir für die Region Hannover eine eigene "
            "Antidiskriminierungsstelle auf den Weg gebracht."
        ),
        (
            "richten wir in der Region Hannover bis Ende 2027 eine eigene "
            "Antidiskriminierungsstelle ein."
        ),
    ),
    reason="Auf dem Weg ist sie schon lange. Betroffene brauchen einen Tag, ab dem sie "
    "dort anrufen können.",
    body="integrationsbeiraete",
)
_INDEPENDENT: Final = _Proposal(
    lines=(70, 73),
    words=(
        "eine eigene Antidiskriminierungsstelle",
        "eine unabhängige Antidiskriminierungsstelle mit drei festen Stellen",
    ),
    reason="Wer sich über ein Amt beschwert, geht nicht zu demselben Amt. Ohne feste "
    "Stellen bleibt es bei einem Konzept.",
    by="Bündnis gegen Diskriminierung",
)
_PLAIN: Final = _Proposal(
    lines=(23, 26),
    words=("verständliche Kommunikation", "Kommunikation in einfacher Sprache"),
    reason="„Verständlich“ meinen alle. Einfache Sprache hat Regeln, die man prüfen "
    "kann.",
    by="Lesekreis im Nachbarschaftshaus",
)
_IN_PERSON: Final = _Proposal(
    lines=(23, 26),
    words=("persönliche Ansprechpersonen", "Ansprechpersonen vor Ort"),
    reason="لا تكفي المكالمة الهاتفية. نحتاج إلى شخص نستطيع زيارته.",
    by="مجموعة نساء من ليندن",
    written_in="ar",
)
"""Both change the same paragraph, and neither the words of the other."""
_SHORTER: Final = _Proposal(
    lines=(40, 42),
    words=(" Gute Arbeit braucht Planungssicherheit.", ""),
    reason="Der Satz sagt nichts Neues.",
    by="Eine Leserin",
)
_REJECTED: Final = (
    "Der Satz begründet, warum Projekte länger als ein Jahr gefördert werden sollen. "
    "Er bleibt."
)
_REMARKS: Final = (
    (16, 16, "de", "Wer ist hier „wir“? Bitte schreiben, wer das tut.", "Frau T."),
    (
        25,
        26,
        "ar",
        "هذا مهم جدًا. كثير من الناس لا يستطيعون إنجاز كل شيء عبر الإنترنت.",
        "",
    ),
    (53, 53, "en", "Who decides whether we are heard? Please name the body.", "J. O."),
)
_CONTACT: Final = "- **Eine Anlaufstelle für Anerkennung**"
_TRAINING: Final = "- **Ausbildung mit sicherem Aufenthalt**"
_ADDED: Final = (
    "Jede Beratung sagt auf ihrer Seite, in welchen Sprachen sie möglich ist. Das hat "
    "sich die Konferenz gewünscht."
)


async def fill_in_plan_changes(bodies: Mapping[str, UUID], *, now: datetime) -> None:
    """Publish, propose and remark, unless a version is there already."""
    plan = await plan_by_key(KEY)
    if plan.latest:
        return
    await _publish(plan, 1, "Entwurf der Verwaltung", "مسودة الإدارة", now=now)
    await _revise(plan, now=now)
    await change_example(now=now)
    await _publish(plan, 2, "Nach der Migrationskonferenz", "بعد مؤتمر الهجرة", now=now)
    await _amend(plan, bodies, now=now)
    await _remark(plan, now=now)


async def _publish(
    plan: PlanFacts, number: int, name: str, arabic: str, *, now: datetime
) -> None:
    wish = VersionWish(number=number, name=Said.of(de=name, ar=arabic))
    await publish_version(plan.id, wish, by=COMMAND, now=now, request=uuid4())


async def _revise(plan: PlanFacts, *, now: datetime) -> None:
    """Change words in a chapter, move a paragraph with its heading, add one."""
    chapter = await chapter_by_key(plan.id, "arbeit")
    there = await text_in(chapter.id, "de")
    text = there.text.replace("Die Stadt will, dass", "Wir wollen erreichen, dass")
    blocks = text.split("\n\n")
    if _TRAINING in blocks and _CONTACT in blocks:
        at = blocks.index(_TRAINING)
        training = [blocks.pop(at), blocks.pop(at)]
        to = blocks.index(_CONTACT)
        blocks[to:to] = training
    blocks.append(_ADDED)
    words = Words(title=there.title, text="\n\n".join(blocks), began_with=there.version)
    await save_text(chapter.id, "de", words, by=COMMAND, now=now)


async def _amend(plan: PlanFacts, bodies: Mapping[str, UUID], *, now: datetime) -> None:
    when = await _propose(plan, _WHEN, bodies, now=now)
    await _propose(plan, _INDEPENDENT, bodies, now=now)
    shorter = await _propose(plan, _SHORTER, bodies, now=now)
    grammar = await _propose(plan, _GRAMMAR, bodies, now=now)
    for one in (_PLAIN, _IN_PERSON):
        await _propose(plan, one, bodies, now=now)
    procedure = Procedure(
        proposed=MotionStatus.MODIFIED_ACCEPTED,
        words="Beide Anträge zu dieser Stelle lassen sich verbinden.",
        public=True,
    )
    await propose_procedure(plan, when, procedure, by=COMMAND, now=now)
    await reject(plan, shorter, _REJECTED, by=COMMAND, now=now)
    await adopt(plan, grammar, by=COMMAND, now=now, reply="Danke für den Hinweis.")


async def _propose(
    plan: PlanFacts, one: _Proposal, bodies: Mapping[str, UUID], *, now: datetime
) -> str:
    chapter = await chapter_by_key(plan.id, CHAPTER)
    text = await text_in(chapter.id, "de")
    lines = lines_of(text.text, line_length=plan.line_length)
    chosen = chosen_stretch(text.text, lines, *one.lines)
    words = text.text[chosen.start : chosen.end].replace(*one.words)
    wish = AmendmentWish(
        language="de",
        change=Change(
            base_version=text.version,
            first_line=one.lines[0],
            last_line=one.lines[1],
            words=words,
        ),
        reason=one.reason,
        written_in=one.written_in,
        body=bodies.get(one.body),
        initiator_name=one.by,
    )
    return await submit_amendment(
        plan, CHAPTER, wish, by=COMMAND, now=now, request=uuid4(), by_editor=True
    )


async def _remark(plan: PlanFacts, *, now: datetime) -> None:
    chapter = await chapter_by_key(plan.id, CHAPTER)
    version = (await text_in(chapter.id, "de")).version
    for first, last, language, text, name in _REMARKS:
        wish = RemarkWish(
            language="de",
            base_version=version,
            first_line=first,
            last_line=last,
            text=text,
            written_in=language,
            author_name=name,
        )
        await write_remark(plan, CHAPTER, wish, by=COMMAND, now=now, request=uuid4())
