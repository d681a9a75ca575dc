"""Read printed codes; their signs stand nowhere, only their keyed hashes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.database import fetch
from proposals.voting.rules.channels import CodeState


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFacts:
    """A code: where it was printed, and how far it has come."""

    id: UUID
    in_round: UUID
    package: int
    place: int
    state: CodeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package of codes, counted by state."""

    number: int
    states: Mapping[CodeState, int]

    @property
    def size(self) -> int:
        """Say how many codes it holds."""
        return sum(self.states.values())

    @property
    def released(self) -> bool:
        """Tell whether somebody hands it out."""
        out = self.states.get(CodeState.GIVEN, 0) + self.states.get(CodeState.USED, 0)
        return out > 0


_FACTS = "SELECT id, in_round, package, place, state FROM vote_code "


async def code_facts(sealed_code: str) -> CodeFacts | None:
    """Find a code by its keyed hash."""
    rows = await fetch(f"{_FACTS} WHERE code_hash = ?", sealed_code)
    return _code(rows[0]) if rows else None


async def codes_in(one: UUID, package: int) -> Sequence[CodeFacts]:
    """List the codes of a package by place."""
    rows = await fetch(
        f"{_FACTS} WHERE in_round = ? AND package = ? ORDER BY place", one, package
    )
    return [_code(row) for row in rows]


async def packages_of(one: UUID) -> Sequence[Package]:
    """List the packages of a round with counts by state; one query."""
    rows = await fetch(
        "SELECT package, state, count(*) AS many FROM vote_code WHERE in_round = ? "
        "GROUP BY package, state ORDER BY package",
        one,
    )
    found: dict[int, dict[CodeState, int]] = {}
    for row in rows:
        states = found.setdefault(row["package"], {})
        states[CodeState(row["state"])] = int(row["many"])
    return [Package(number=number, states=states) for number, states in found.items()]


def _code(row: Mapping[str, object]) -> CodeFacts:
    return CodeFacts(
        id=UUID(str(row["id"])),
        in_round=UUID(str(row["in_round"])),
        package=int(str(row["package"])),
        place=int(str(row["place"])),
        state=CodeState(str(row["state"])),
    )
