"""Where pages stand, area by area."""

from dataclasses import dataclass

from lip.sample.fill_in import KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands, and who looks at it."""

    path: str
    who: str = "admin"


def looked_at_by(
    who: str, paths: dict[str, str], found: dict[str, str]
) -> dict[str, Place]:
    """Place pages that the same visitor looks at; found names stand in braces."""
    known = found | {"place": f"/conferences/{KEY}", "key": KEY}
    return {
        name: Place(path=path.format_map(known), who=who)
        for name, path in paths.items()
    }
