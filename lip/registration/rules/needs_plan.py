"""
Who needs what where, in numbers: interpreting, childcare, diet, access.

Interpreting is planned by language pair: from each language that is spoken in front
into the language that a person asked for. Who speaks none of the languages in front
and asked for nothing is counted apart, as somebody who may need it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

UNDETERMINED: Final = "und"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsOf:
    """What one person needs; `sessions` are those she has a place in."""

    participant: UUID
    language: str = ""
    spoken: tuple[str, ...] = ()
    interpreting: tuple[str, ...] = ()
    children: int = 0
    diet: str = ""
    access: str = ""
    sessions: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLanguages:
    """What is spoken in a session; without sign-up everybody is expected."""

    id: UUID
    languages: tuple[str, ...]
    provided: tuple[str, ...] = ()
    sign_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Interpreting from one language into another, and how many people need it."""

    source: str
    target: str
    people: int
    provided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What is needed at one place, or in all."""

    people: int
    pairs: tuple[Pair, ...]
    may_need: tuple[tuple[str, int], ...]
    children: int
    families: int
    diets: tuple[tuple[str, int], ...]
    accesses: tuple[tuple[str, int], ...]

    @property
    def none(self) -> bool:
        """Tell whether nobody needs anything here."""
        found = (self.pairs, self.may_need, self.children, self.diets, self.accesses)
        return not any(found)


def totals(
    people: Iterable[NeedsOf],
    languages: Sequence[str],
    provided: Sequence[str] = (),
) -> Totals:
    """Add up what people need where these languages are spoken in front."""
    here = list(people)
    return Totals(
        people=len(here),
        pairs=_pairs(here, languages, provided),
        may_need=_may_need(here, languages),
        children=sum(one.children for one in here),
        families=sum(one.children > 0 for one in here),
        diets=_counted(parts_of(one.diet) for one in here),
        accesses=_counted(parts_of(one.access) for one in here),
    )


def totals_by_session(
    people: Sequence[NeedsOf],
    sessions: Sequence[SessionLanguages],
    usual: Sequence[str],
) -> Mapping[UUID, Totals]:
    """Add up what is needed in each session; `usual` is spoken where none is said."""
    return {
        session.id: totals(
            people_in(people, session), session.languages or usual, session.provided
        )
        for session in sessions
    }


def people_in(
    people: Sequence[NeedsOf], session: SessionLanguages
) -> Sequence[NeedsOf]:
    """Give those who are expected in a session."""
    if not session.sign_up:
        return people
    return [one for one in people if session.id in one.sessions]


def targets_of(one: NeedsOf, languages: Sequence[str]) -> tuple[str, ...]:
    """Say into which languages somebody needs interpreting where others are spoken."""
    wanted = (
        one.language or UNDETERMINED if tag == UNDETERMINED else tag
        for tag in one.interpreting
    )
    return tuple(dict.fromkeys(tag for tag in wanted if tag not in languages))


def may_need_target(one: NeedsOf, languages: Sequence[str]) -> str:
    """Name the language of somebody who asked for nothing and may not understand."""
    known = {*one.spoken, one.language} - {""}
    if one.interpreting or not one.spoken or known & set(languages):
        return ""
    return one.language or one.spoken[0]


def parts_of(text: str) -> tuple[str, ...]:
    r"""
    Cut what somebody wrote of her diet or access into its parts.

    >>> parts_of("Halal, ohne Nüsse\nhalal")
    ('Halal', 'ohne Nüsse')
    """
    found: dict[str, str] = {}
    for line in text.replace(";", ",").replace("\n", ",").split(","):
        part = " ".join(line.split())
        if part:
            found.setdefault(part.casefold(), part)
    return tuple(found.values())


def _pairs(
    people: Sequence[NeedsOf], languages: Sequence[str], provided: Sequence[str]
) -> tuple[Pair, ...]:
    wanted = Counter(target for one in people for target in targets_of(one, languages))
    return tuple(
        Pair(source=source, target=target, people=number, provided=target in provided)
        for target, number in _largest(wanted)
        for source in languages or (UNDETERMINED,)
    )


def _may_need(
    people: Sequence[NeedsOf], languages: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    found = (may_need_target(one, languages) for one in people)
    return tuple(_largest(Counter(filter(None, found))))


def _counted(parts: Iterable[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for several in parts:
        for part in several:
            counts[part.casefold()] += 1
            words.setdefault(part.casefold(), part)
    return tuple((words[key], number) for key, number in _largest(counts))


def _largest(counts: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
