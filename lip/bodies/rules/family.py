"""Which body belongs to which, without going round in circles."""

from collections.abc import Mapping
from uuid import UUID


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
