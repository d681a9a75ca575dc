"""Read which cards, which cluster and which field of action somebody chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.errors import Unusable
from lip.web.forms import Form

LONGEST_NUMBER = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A card as it was chosen: its number, and the cluster it was seen in (0: none)."""

    number: int
    cluster: int


def picked_cards(form: Form) -> Sequence[Picked]:
    """Read the chosen cards, each once, in the order of the page: `17.3`, or `17`."""
    found: dict[int, Picked] = {}
    for value in form.all("card"):
        number, _, cluster = value.partition(".")
        if not is_number(number) or not is_number(cluster or "0"):
            raise Unusable("bad_request")
        picked = Picked(number=int(number), cluster=int(cluster or "0"))
        found.setdefault(picked.number, picked)
    return list(found.values())


def picked_cluster(form: Form, name: str = "to") -> int:
    """Read the number of a cluster, or refuse when none was chosen."""
    raw = form.raw(name)
    if not is_number(raw):
        raise Unusable("no_cluster_chosen")
    return int(raw)


def picked_field(form: Form) -> UUID | None:
    """Read the field of action that was chosen; nothing chosen takes it away."""
    raw = form.raw("field")
    try:
        return UUID(raw) if raw else None
    except ValueError as error:
        raise Unusable("bad_request") from error


def is_number(raw: str) -> bool:
    """Tell whether it can be the number of a card or cluster."""
    return raw.isascii() and raw.isdecimal() and len(raw) <= LONGEST_NUMBER
