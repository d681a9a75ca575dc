"""The rows of a ballot paper, for every method."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elections.actions.cast_ballot import most_beside
from elections.ballot_words import HINTS, LEGENDS, words_of
from elections.queries.elections import (
    ElectionFacts,
    NominationFacts,
    nominations_of,
)
from elections.queries.lists import SlateFacts, lists_of
from elections.rules.paper_forms import (
    EQUAL_RANKS,
    GAPS_END,
    WITH_LISTS,
    Form,
    form_of,
    highest,
)
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What can be marked: somebody who stands, or a list with its members."""

    mark: str
    name: str
    association: str = ""
    members: tuple[str, ...] = ()
    on_list: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All that a ballot page needs; `highest` is the highest number beside a name."""

    form: Form
    rows: Sequence[Row]
    votes: int
    highest: int
    own_limit: int | None
    equal_ranks: bool
    gaps_end: bool

    @property
    def legend(self) -> str:
        """Say what the rows are for."""
        return _(LEGENDS[self.form])

    @property
    def hint(self) -> str:
        """Say how they are filled in, where it is not plain."""
        return _(HINTS[self.form]) if HINTS[self.form] else ""

    @property
    def words(self) -> Mapping[str, Any]:
        """Give the sentences of the script."""
        return words_of(self.form)


async def paper_of(election: ElectionFacts) -> Paper:
    """Draw up the ballot paper of an election; who withdrew is not on it."""
    standing = [one for one in await nominations_of(election.id) if one.stands]
    form = form_of(election.method)
    slates: Sequence[SlateFacts] = ()
    if election.method in WITH_LISTS:
        slates = await lists_of(election.id, standing)
    rows = _rows(form, standing, slates)
    return Paper(
        form=form,
        rows=rows,
        votes=len(rows) if form in {Form.RANKS, Form.POINTS} else election.votes_each,
        highest=highest(form, most=most_beside(election, form), standing=len(standing)),
        own_limit=election.own_limit,
        equal_ranks=election.method in EQUAL_RANKS,
        gaps_end=election.method in GAPS_END,
    )


def _rows(
    form: Form, standing: Sequence[NominationFacts], slates: Sequence[SlateFacts]
) -> Sequence[Row]:
    if form is Form.LIST:
        return [_list(one) for one in slates if one.members]
    people = {one.id: one for one in standing}
    rows: list[Row] = []
    for slate in slates:
        if not _is_alone(slate):
            rows.append(_list(slate))
        rows += [_person(people.pop(one.id), slate.mark) for one in slate.members]
    return [*rows, *map(_person, people.values())]


def _is_alone(slate: SlateFacts) -> bool:
    """Tell whether it was made for one person who stands on no list."""
    return [one.name for one in slate.members] == [slate.name]


def _list(slate: SlateFacts) -> Row:
    return Row(
        mark=slate.mark,
        name=slate.name,
        members=tuple(one.name for one in slate.members),
    )


def _person(one: NominationFacts, on_list: str = "") -> Row:
    return Row(
        mark=one.mark, name=one.name, association=one.association, on_list=on_list
    )
