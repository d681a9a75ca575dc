"""Feedback in words: the scale, the kinds of questions."""

from collections.abc import Mapping
from typing import Final

from lip.attendance.rules.feedback import QuestionKind
from lip.words import N_

SCALE_WORDS: Final[Mapping[str, str]] = {
    "1": N_("gar nicht"),
    "2": N_("wenig"),
    "3": N_("teils, teils"),
    "4": N_("gut"),
    "5": N_("sehr gut"),
}

KIND_WORDS: Final[Mapping[QuestionKind, str]] = {
    QuestionKind.SCALE: N_("Fünf Stufen, von gar nicht bis sehr gut"),
    QuestionKind.CHOICE: N_("Eine Antwort aus mehreren"),
    QuestionKind.CHOICES: N_("Mehrere Antworten möglich"),
    QuestionKind.TEXT: N_("Freier Text"),
}
