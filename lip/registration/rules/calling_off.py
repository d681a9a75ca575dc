"""What people are told when a conference is called off, or takes place after all."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from lip.conference.rules.stages import Stage

GRACE: Final = timedelta(minutes=10)
"""For so long a slip of the finger can be taken back before anybody reads of it."""


class News(StrEnum):
    """What a letter says."""

    CALLED_OFF = "called-off"
    AFTER_ALL = "after-all"


def news_due(stage: Stage, told: News | None) -> News | None:
    """
    Say what somebody has to be told, by what she was told last.

    >>> news_due(Stage.CALLED_OFF, None), news_due(Stage.ANNOUNCED, None)
    (<News.CALLED_OFF: 'called-off'>, None)
    """
    if stage is Stage.CALLED_OFF and told is not News.CALLED_OFF:
        return News.CALLED_OFF
    if stage is Stage.ANNOUNCED and told is News.CALLED_OFF:
        return News.AFTER_ALL
    return None


def news_key(news: News, participant: object, before: int) -> str:
    """Name a letter for good; `before` counts what she was told earlier."""
    return f"{news.value}:{participant}:{before}"
