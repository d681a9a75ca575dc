"""Which body belongs to which, without going round in circles."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from lip.bodies.rules.bodies import BodyFacts


def goes_in_circles(
    parents: Mapping[UUID, UUID | None], body: UUID, parent: UUID | None
) -> bool:
    """Tell whether a body would end up above itself, were `parent` above it."""
    above, seen = parent, {body}
    while above is not None:
        if above in seen:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def shifted(order: Sequence[BodyFacts], body: UUID, *, up: bool) -> Sequence[BodyFacts]:
    """Give the order with a body one place up or down among those of its kind."""
    at = next(index for index, one in enumerate(order) if one.id == body)
    beside = order[:at][::-1] if up else order[at + 1 :]
    other = next((one for one in beside if one.kind is order[at].kind), None)
    if other is None:
        return order
    swap = {body: other, other.id: order[at]}
    return [swap.get(one.id, one) for one in order]
