"""Which contact points somebody looks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.conference.rules.names import fold
from lip.measures.rules.sheet import LocationLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """An empty field does not narrow; without a language all are looked for."""

    text: str = ""
    district: UUID | None = None
    language: str = ""

    def __bool__(self) -> bool:
        return self != Sought()


def fits(place: LocationLine, sought: Sought, *, more: Sequence[str] = ()) -> bool:
    """Tell whether a place is one of those; `more` is searched beside its own words."""
    if sought.district and sought.district != place.district:
        return False
    if sought.language and sought.language not in place.languages.split(","):
        return False
    words = fold(sought.text).split()
    said = (place.opening, place.service, place.note, place.heading)
    texts = [text for one in said for text in one.values()]
    whole = fold("\n".join([place.address, *texts, *more]))
    return all(word in whole for word in words)
