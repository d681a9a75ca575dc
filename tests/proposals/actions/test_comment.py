"""Writing, taking back and moderating comments."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lip.conference.queries.conferences import ConferenceFacts
from lip.database import StoreEngine
from lip.errors import NotFound, TooLate, TooMany, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from proposals.actions.comment import (
    Remark,
    Writer,
    correct_language,
    withdraw_comment,
    write_comment,
)
from proposals.actions.moderate import Verdict
from proposals.actions.moderate_comments import moderate_comment
from proposals.queries.comments import comments_below, comments_of, comments_to_read
from proposals.queries.proposals import proposal_of
from proposals.rules.commenting import MOST_AT_ONCE, WHILE
from proposals.rules.standing import Reason, Standing
from proposals.tables import Proposal
from tests.factories import clock, make_participant
from tests.proposals.collections import (
    SOMEBODY,
    collect,
    make_collecting,
    make_proposal,
)

pytestmark = pytest.mark.anyio

HIDE = Verdict(standing=Standing.HIDDEN, reason=Reason.INSULT)


async def write(
    conference: ConferenceFacts,
    participant: UUID,
    text: str = "Samstags wäre besser.",
    *,
    number: int = 1,
    now=None,
    request: UUID | None = None,
    **remark: str,
) -> int:
    return await write_comment(
        number,
        Remark(text=text, **remark),
        writer=Writer(participant=participant),
        conference=conference,
        by=SOMEBODY,
        now=now or clock(),
        request=request or uuid4(),
    )


async def below(conference: ConferenceFacts, *, participant: UUID | None = None):
    proposal = await proposal_of(conference.id, 1)
    assert proposal is not None
    return await comments_below(proposal.id, participant=participant)


@pytest.fixture
async def discussed(db: StoreEngine) -> tuple[ConferenceFacts, UUID, UUID]:
    conference = await make_collecting(comments_open=True)
    ada, bo = [await make_participant(conference) for _ in range(2)]
    await make_proposal(conference)
    return conference, ada.id, bo.id


async def test_comments_are_numbered_in_order_and_keep_their_language(discussed):
    conference, ada, bo = discussed

    await write(conference, ada, "نعم، هذا مهم جدا")
    await write(conference, bo, "Samstags wäre es besser für alle.")
    await write(conference, bo, "Ok", language="vi")

    kept = await below(conference)
    assert [(one.number, one.language) for one in kept] == [
        (1, "ar"),
        (2, "de"),
        (3, "vi"),
    ]
    assert {one.author_name for one in kept} == {""}


async def test_the_journal_does_not_tell_who_commented(discussed):
    conference, ada, _bo = discussed

    await write(conference, ada)

    (entry,) = await entries(Filter(acts=frozenset({Act.COMMENT_WRITTEN})))
    assert (entry.by.id, entry.facts) == (None, {})


async def test_the_same_request_is_sent_once(discussed):
    conference, ada, _bo = discussed
    request = uuid4()

    numbers = [await write(conference, ada, request=request) for _ in range(3)]

    assert numbers == [1, 1, 1]
    assert len(await below(conference)) == 1


async def test_many_at_once_get_numbers_of_their_own(committed_db: StoreEngine):
    conference = await make_collecting(comments_open=True)
    people = [await make_participant(conference) for _ in range(8)]
    await make_proposal(conference)

    numbers = await asyncio.gather(*(write(conference, one.id) for one in people))

    assert sorted(numbers) == list(range(1, 9))


@pytest.mark.parametrize(
    "text,code",
    [
        ("", "comment_without_words"),
        ("😀", "comment_without_words"),
        ("a" * 20_000, "comment_too_long"),
    ],
)
async def test_what_cannot_be_read_is_refused(discussed, text: str, code: str):
    conference, ada, _bo = discussed

    with pytest.raises(Unusable) as refusal:
        await write(conference, ada, text)

    assert refusal.value.code == code


async def test_a_discussion_is_closed_until_it_is_opened(db: StoreEngine):
    conference = await make_collecting()
    ada = await make_participant(conference)
    await make_proposal(conference)

    with pytest.raises(TooLate) as refusal:
        await write(conference, ada.id)

    assert refusal.value.code == "discussion_closed"


@pytest.mark.parametrize("standing", [Standing.HIDDEN, Standing.WITHDRAWN])
async def test_only_what_is_shown_is_discussed(discussed, standing):
    conference, ada, _bo = discussed
    await Proposal.update({Proposal.standing: standing}, force=True)

    with pytest.raises(NotFound):
        await write(conference, ada)


async def test_who_writes_very_much_waits(discussed):
    conference, ada, bo = discussed
    now = clock()
    for _ in range(MOST_AT_ONCE):
        await write(conference, ada, now=now)

    with pytest.raises(TooMany) as refusal:
        await write(conference, ada, now=now)

    assert refusal.value.facts["minutes"] == 10
    await write(conference, bo, now=now)
    await write(conference, ada, now=now + WHILE + timedelta(seconds=1))


async def test_ones_own_comment_is_taken_back_and_only_that(discussed):
    conference, ada, bo = discussed
    await write(conference, ada)
    place = {"conference": conference, "by": SOMEBODY, "now": clock()}

    with pytest.raises(NotFound):
        await withdraw_comment(1, 1, writer=Writer(participant=bo), **place)
    with pytest.raises(NotFound):
        await withdraw_comment(1, 1, writer=Writer(), **place)
    twice = [
        await withdraw_comment(1, 1, writer=Writer(participant=ada), **place)
        for _ in range(2)
    ]

    assert twice == [True, False]
    assert await below(conference) == []
    assert (await below(conference, participant=ada))[0].own
    with pytest.raises(TooLate):
        await moderate_comment(1, 1, HIDE, **(place | {"by": COMMAND}))


async def test_hidden_is_not_deleted_and_the_author_reads_why(discussed):
    conference, ada, bo = discussed
    await write(conference, ada)
    place = {"conference": conference, "by": COMMAND, "now": clock()}

    twice = [await moderate_comment(1, 1, HIDE, **place) for _ in range(2)]

    assert twice == [True, False]
    assert await below(conference, participant=bo) == []
    (mine,) = await comments_of(ada)
    assert (mine.standing, mine.reason) == (Standing.HIDDEN, "insult")
    assert len(await comments_to_read(conference.id, Standing.HIDDEN)) == 1
    await moderate_comment(1, 1, Verdict(standing=Standing.SHOWN), **place)
    assert len(await below(conference)) == 1


async def test_hiding_wants_a_reason(discussed):
    conference, ada, _bo = discussed
    await write(conference, ada)

    with pytest.raises(Unusable):
        await moderate_comment(
            1,
            1,
            Verdict(standing=Standing.HIDDEN),
            conference=conference,
            by=COMMAND,
            now=clock(),
        )


async def test_with_release_first_comments_wait_but_not_those_of_staff(
    db: StoreEngine,
):
    conference = await make_collecting(comments_open=True, release_first=True)
    ada = await make_participant(conference)
    await make_proposal(conference)
    await collect(conference, comments_open=True)
    await make_proposal(conference)
    await collect(conference, comments_open=True, release_first=True)

    await write(conference, ada.id, number=2)

    assert len(await comments_to_read(conference.id, Standing.WAITING)) == 1


async def test_a_name_stands_there_only_where_names_are_allowed(db: StoreEngine):
    conference = await make_collecting(comments_open=True)
    ada = await make_participant(conference)
    await make_proposal(conference)

    await write(conference, ada.id, author_name="Ada")
    await collect(conference, comments_open=True, names_allowed=False)
    await write(conference, ada.id, author_name="Ada")

    assert [one.author_name for one in await below(conference)] == ["Ada", ""]


async def test_somebody_says_in_what_language_she_wrote(discussed):
    conference, ada, bo = discussed
    await write(conference, ada, "Ok")

    await correct_language(
        1, 1, "tr", writer=Writer(participant=ada), conference=conference
    )
    with pytest.raises(NotFound):
        await correct_language(
            1, 1, "de", writer=Writer(participant=bo), conference=conference
        )

    assert (await below(conference))[0].language == "tr"
