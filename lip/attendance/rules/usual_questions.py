"""The usual questions of feedback: few, and easy to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lip.attendance.rules.feedback import QuestionKind
from lip.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWish:
    """A question as organisers want it asked."""

    kind: QuestionKind
    label: Said
    options: tuple[tuple[str, Said], ...] = ()


def _options(*labels: Said) -> tuple[tuple[str, Said], ...]:
    return tuple((str(place), label) for place, label in enumerate(labels, start=1))


USUAL: Final[Sequence[QuestionWish]] = (
    QuestionWish(
        kind=QuestionKind.SCALE,
        label=Said.of(
            de="Wie hat Ihnen die Konferenz gefallen?",
            en="How did you like the conference?",
            ar="كيف وجدتم المؤتمر؟",
        ),
    ),
    QuestionWish(
        kind=QuestionKind.SCALE,
        label=Said.of(
            de="Konnten Sie sagen, was Ihnen wichtig ist?",
            en="Could you say what matters to you?",
            ar="هل استطعتم قول ما يهمكم؟",
        ),
    ),
    QuestionWish(
        kind=QuestionKind.SCALE,
        label=Said.of(
            de="Haben Sie alles gut verstanden (Sprache, Dolmetschen)?",
            en="Did you understand everything well (language, interpreting)?",
            ar="هل فهمتم كل شيء جيدًا (اللغة والترجمة)؟",
        ),
    ),
    QuestionWish(
        kind=QuestionKind.CHOICES,
        label=Said.of(
            de="Was war für Sie besonders gut?",
            en="What was especially good for you?",
            ar="ما الذي أعجبكم أكثر؟",
        ),
        options=_options(
            Said.of(de="Vorträge", en="Talks", ar="المحاضرات"),
            Said.of(de="Arbeit in Gruppen", en="Group work", ar="العمل في مجموعات"),
            Said.of(
                de="Menschen kennenlernen", en="Meeting people", ar="التعرف على الناس"
            ),
            Said.of(
                de="Ergebnisse und Beschlüsse",
                en="Results and decisions",
                ar="النتائج والقرارات",
            ),
            Said.of(
                de="Essen und Pausen", en="Food and breaks", ar="الطعام والاستراحات"
            ),
        ),
    ),
    QuestionWish(
        kind=QuestionKind.CHOICE,
        label=Said.of(
            de="Kommen Sie wieder?", en="Will you come again?", ar="هل ستأتون مرة أخرى؟"
        ),
        options=_options(
            Said.of(de="Ja", en="Yes", ar="نعم"),
            Said.of(de="Vielleicht", en="Maybe", ar="ربما"),
            Said.of(de="Nein", en="No", ar="لا"),
        ),
    ),
    QuestionWish(
        kind=QuestionKind.TEXT,
        label=Said.of(
            de="Was sollen wir beim nächsten Mal anders machen?",
            en="What should we do differently next time?",
            ar="ما الذي ينبغي أن نغيّره في المرة القادمة؟",
        ),
    ),
)
