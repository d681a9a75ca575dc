"""Undo restores exactly, whatever was done before, by real rows on both engines."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lip.database import engine_from_url, fetch, use_engine
from lip.errors import Refusal
from lip.said import Said
from proposals.board.actions.arrange_cards import add_topic, move, place_offered, remove
from proposals.board.actions.arrange_clusters import (
    close_cluster,
    gather_cards,
    merge_clusters,
    name_cluster,
    open_cluster,
    order_clusters,
    split_cluster,
)
from proposals.board.actions.assign_field import assign_field
from proposals.board.actions.merge_proposals import merge_proposals, part_proposals
from proposals.board.actions.undo import redo, undo
from proposals.board.queries.board import board_facts, board_of
from proposals.board.rules.outcomes import Done, Outcome, TakenBack, Unchanged
from tests.proposals.board.boards import TEXTS, a_deed, all_rows, make_board

T = TypeVar("T")

CARDS = st.integers(1, len(TEXTS))
SOME_CARDS = st.lists(CARDS, min_size=1, max_size=3, unique=True)
CLUSTERS = st.integers(1, 5)


class BoardMachine(RuleBasedStateMachine):
    """Do anything, undo and redo anything; remember what stood when."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.engine: Any = engine_from_url(url, durable=False)
        use_engine(self.engine)
        self.conference = self.run(self._begin())
        start = self.run(board_facts(self.conference.id)).standing
        self.past: list[tuple[int, list[Any]]] = [(start, self.run(all_rows()))]
        self.future: list[tuple[int, list[Any]]] = []

    async def _begin(self) -> Any:
        self.around = self.engine.transaction()
        await self.around.__aenter__()
        self.field = uuid4()
        await fetch(
            "INSERT INTO field_of_action "
            "(id, position, name, goal, words, closed, changed_at) "
            "VALUES (?, 1, '', '', '', ?, ?)",
            self.field,
            False,
            a_deed(None).now,  # type: ignore[arg-type]
        )
        return await make_board()

    def run(self, work: Awaitable[T]) -> T:
        async def working() -> T:
            return await work

        return self.runner.run(working())

    def teardown(self) -> None:
        async def end() -> None:
            await self.around.rollback()
            await self.around.__aexit__(None, None, None)
            await self.engine.close_connection_pool()

        self.run(end())
        self.runner.close()
        use_engine(None)

    def do(self, act: Callable[[Any], Awaitable[Outcome]]) -> None:
        """Do something; what was undone before can then not be done again."""
        before = self.run(all_rows())
        try:
            done = self.run(act(a_deed(self.conference)))
        except Refusal:
            done = Unchanged()
        after = self.run(all_rows())
        if isinstance(done, Done):
            assert after != before
            self.past.append((done.number, after))
            self.future.clear()
        else:
            assert after == before

    @rule()
    def open(self) -> None:
        self.do(lambda deed: open_cluster(Said(), deed=deed))

    @rule(cluster=CLUSTERS, name=st.sampled_from(["Kurse", "Amt", ""]))
    def name(self, cluster: int, name: str) -> None:
        said = Said.of(de=name)
        self.do(lambda deed: name_cluster(cluster, said, Said(), deed=deed))

    @rule(
        cards=SOME_CARDS,
        cluster=CLUSTERS,
        origin=st.none() | CLUSTERS,
        before=st.none() | CARDS,
    )
    def move(
        self, cards: list[int], cluster: int, origin: int | None, before: int | None
    ) -> None:
        taken = dict.fromkeys(cards, origin) if origin else {}
        self.do(
            lambda deed: move(cards, cluster, origins=taken, before=before, deed=deed)
        )

    @rule(cards=SOME_CARDS, cluster=CLUSTERS)
    def add(self, cards: list[int], cluster: int) -> None:
        self.do(lambda deed: add_topic(cards, cluster, deed=deed))

    @rule(cards=st.dictionaries(CLUSTERS, SOME_CARDS, min_size=1, max_size=2))
    def remove(self, cards: dict[int, list[int]]) -> None:
        self.do(lambda deed: remove(cards, deed=deed))

    @rule(cards=SOME_CARDS, origins=st.dictionaries(CARDS, CLUSTERS, max_size=2))
    def gather(self, cards: list[int], origins: dict[int, int]) -> None:
        of_these = {card: one for card, one in origins.items() if card in cards}
        self.do(lambda deed: gather_cards(cards, origins=of_these, deed=deed))

    @rule(cluster=CLUSTERS, into=CLUSTERS)
    def merge_clusters(self, cluster: int, into: int) -> None:
        self.do(lambda deed: merge_clusters(cluster, into, deed=deed))

    @rule(cluster=CLUSTERS, cards=SOME_CARDS)
    def split(self, cluster: int, cards: list[int]) -> None:
        self.do(lambda deed: split_cluster(cluster, cards, name=Said(), deed=deed))

    @rule(cards=SOME_CARDS, into=CARDS)
    def merge(self, cards: list[int], into: int) -> None:
        self.do(lambda deed: merge_proposals(cards, into, deed=deed))

    @rule(cards=SOME_CARDS)
    def part(self, cards: list[int]) -> None:
        self.do(lambda deed: part_proposals(cards, deed=deed))

    @rule(clusters=st.lists(CLUSTERS, max_size=2), cards=st.lists(CARDS, max_size=2))
    def assign(self, clusters: list[int], cards: list[int]) -> None:
        self.do(
            lambda deed: assign_field(
                self.field, clusters=clusters, proposals=cards, deed=deed
            )
        )

    @rule(order=st.lists(CLUSTERS, unique=True))
    def order(self, order: list[int]) -> None:
        self.do(lambda deed: order_clusters(order, deed=deed))

    @rule(cluster=CLUSTERS)
    def close(self, cluster: int) -> None:
        self.do(lambda deed: close_cluster(cluster, deed=deed))

    @rule()
    def place(self) -> None:
        self.do(lambda deed: place_offered(deed=deed))

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        number, _rows = self.past[-1]

        done = self.run(undo(number, deed=a_deed(self.conference)))

        assert isinstance(done, TakenBack)
        self.future.append(self.past.pop())
        assert self.run(all_rows()) == self.past[-1][1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        number, rows = self.future.pop()

        done = self.run(redo(number, deed=a_deed(self.conference)))

        assert isinstance(done, TakenBack)
        self.past.append((number, rows))
        assert self.run(all_rows()) == rows

    @invariant()
    def every_card_lies_somewhere_once(self) -> None:
        view = self.run(board_of(self.conference.id))
        heads = [card.number for card in view.unplaced]
        for column in view.columns:
            numbers = [card.number for card in column.cards]
            assert len(numbers) == len(set(numbers))
            heads += [card.number for card in column.cards if card.rank == 0]
            heads += []
        merged = [
            each
            for cards in [view.unplaced, *(one.cards for one in view.columns)]
            for card in cards
            if card.rank == 0
            for each in card.merged
        ]
        assert sorted(heads + merged) == list(range(1, len(TEXTS) + 1))

    @invariant()
    def what_can_be_undone_is_known(self) -> None:
        facts = self.run(board_facts(self.conference.id))
        assert facts.standing == self.past[-1][0]
        assert (facts.redoable and facts.redoable[0]) == (
            self.future[-1][0] if self.future else None
        )


def test_undo_restores_exactly(committed_url: str):
    run_state_machine_as_test(
        lambda: BoardMachine(committed_url),
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
