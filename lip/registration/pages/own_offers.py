"""What somebody can do now, on her own page; `lip.contributions` lists the offers."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Whose page it is, and where she stands now."""

    participant: UUID
    conference: ConferenceFacts
    cancelled: bool
    waiting: bool
    now: datetime

    @property
    def comes(self) -> bool:
        """Tell whether she has a place."""
        return not (self.cancelled or self.waiting)

    @property
    def begun(self) -> bool:
        """Tell whether the first doors have opened."""
        return any(doors.open <= self.now for doors in self.conference.days)


def always(_holding: Holding) -> bool:
    """Offer it to everybody at any time."""
    return True


@dataclass(frozen=True, slots=True)
class OwnOffer:
    """
    A button on a person's own page.

    `label` is a German sentence, to be translated; `route` is reversed with her
    `code`, or with the conference's `key` where `by_key`. `when` says to whom it is
    offered, from what is known already; `asked` asks whether there is anything.
    """

    label: str
    route: str
    icon: str
    _: KW_ONLY
    by_key: bool = False
    when: Callable[[Holding], bool] = always
    asked: Callable[[], Awaitable[bool]] | None = None


async def offered(offers: Iterable[OwnOffer], holding: Holding) -> Sequence[OwnOffer]:
    """Choose what is offered to somebody now."""
    return [
        offer
        for offer in offers
        if offer.when(holding) and (offer.asked is None or await offer.asked())
    ]
