"""The letter that tells what became of proposals."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from lip.conference.actions.announce import Announcement, change_conference
from lip.conference.actions.register import ticket_code
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.conference.rules.codes import shown
from lip.contributions import KINDS
from lip.database import StoreEngine, fetch
from lip.errors import Unusable
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from lip.subjects import SubjectKind
from lip.traces import TRACERS
from lip.tracing.actions.decline import decline
from lip.tracing.actions.tell_answers import tell_answers
from lip.tracing.actions.wish_answer import AFTER, end_wish, wish_answer, wish_of
from lip.tracing.kept import ADDRESS
from proposals.actions.take_back_answer import take_back_answer
from tests.factories import KEYS, clock, make_participant, whole_days
from tests.lip.tracing.ways import node
from tests.proposals.collections import make_collecting, make_proposal

pytestmark = pytest.mark.anyio

LATER = timedelta(days=2)


async def tell(now: datetime) -> int:
    there = {"keys": KEYS, "base_url": "https://lip.example.org"}
    return await tell_answers(TRACERS, now=now, **there)


async def somebody(place: ConferenceFacts, text: str = "Mehr Kurse.") -> UUID:
    """Make a participant who handed in, and whose proposal is not followed."""
    author = await make_participant(place, given_name="Ada")
    made = await make_proposal(place, participant=author.id, text=text)
    await decline(
        node(SubjectKind.PROPOSAL, made.id),
        Said.of(de="Zu teuer.", ar="مكلف جدًا."),
        by=COMMAND,
        now=clock(),
        request=uuid4(),
    )
    return author.id


async def test_who_asked_is_told_once_four_weeks_after_in_her_language(
    client: httpx.AsyncClient,
):
    place = await make_collecting()
    author = await somebody(place, "دورات لغة أكثر.")
    path = f"/t/{shown(ticket_code(author, 1, keys=KEYS))}/answers"
    answer = await client.post(f"/ar{path}", data={"email": " ada@example.org "})
    end = max(one.close for one in place.days)

    told = [
        await tell(end + AFTER - LATER),
        await tell(end + AFTER),
        await tell(end + AFTER),
    ]

    assert answer.status_code == 303
    assert told == [0, 1, 0]
    [letter] = await fetch("SELECT to_address, text, language, delete_on FROM mail_out")
    assert (letter["to_address"], letter["language"]) == ("ada@example.org", "ar")
    assert "دورات لغة أكثر." in letter["text"]
    assert "مكلف جدًا." in letter["text"]
    assert f"/ar{path}" in letter["text"]
    assert await wish_of(author) is None


async def test_a_conference_on_a_later_day_is_told_of_later(db: StoreEngine):
    place = await make_collecting()
    author = await somebody(place)
    wish = {"conference": place, "language": "de", "by": COMMAND, "now": clock()}
    await wish_answer(author, "ada@example.org", **wish)
    days = whole_days(clock() + timedelta(days=60))
    said = Announcement(title=place.title, days=days)
    await change_conference(place.key, said, by=COMMAND, now=clock())
    moved = await conference_by_key(place.key)
    end = max(one.close for one in moved.days)

    told = [await tell(end + AFTER - LATER), await tell(end + AFTER)]

    assert told == [0, 1]


async def test_a_wish_can_be_changed_ended_and_erased(db: StoreEngine):
    place = await make_collecting()
    author = await make_participant(place)
    wish = {"conference": place, "language": "ar", "by": COMMAND, "now": clock()}
    [kind] = [one for one in KINDS if one.name == "answer_wishes"]

    with pytest.raises(Unusable):
        await wish_answer(author.id, "keine Adresse", **wish)
    changed = [
        await wish_answer(author.id, address, **wish)
        for address in ("a@example.org", "a@example.org", "b@example.org")
    ]
    copied = await kind.of_person(author.id)
    ended = [
        await end_wish(author.id, scope=place.key, by=COMMAND, now=clock())
        for _ in range(2)
    ]
    await wish_answer(author.id, "c@example.org", **wish)

    assert changed == [True, False, True]
    assert [one[ADDRESS] for one in copied] == ["b@example.org"]
    assert ended == [True, False]
    assert await kind.erase(author.id) == 1
    assert await wish_of(author.id) is None


async def test_who_asked_hears_of_an_answer_that_was_taken_back_and_why(
    client: httpx.AsyncClient,
):
    place = await make_collecting()
    author = await somebody(place)
    wish = {"conference": place, "language": "de", "by": COMMAND, "now": clock()}
    await wish_answer(author, "ada@example.org", **wish)
    [row] = await fetch("SELECT id FROM follow_up")
    there = {"conference": place, "by": COMMAND, "now": clock(), "request": uuid4()}
    await take_back_answer(row["id"], Said.of(de="Wir prüfen neu."), **there)

    path = f"/de/t/{shown(ticket_code(author, 1, keys=KEYS))}/answers"
    page = (await client.get(path)).text
    await tell(max(one.close for one in place.days) + AFTER)

    [letter] = await fetch("SELECT text FROM mail_out")
    for told in (page, letter["text"]):
        assert "Eine Antwort dazu wurde zurückgenommen." in told
        assert "Wir prüfen neu." in told
        assert "Zu teuer." not in told


async def test_whoever_took_everything_back_is_forgotten_without_a_letter(
    db: StoreEngine,
):
    place = await make_collecting()
    author = await somebody(place)
    wish = {"conference": place, "language": "de", "by": COMMAND, "now": clock()}
    await wish_answer(author, "ada@example.org", **wish)
    await fetch("UPDATE proposal SET standing = ?", "withdrawn")
    due = max(one.close for one in place.days) + AFTER

    await tell(due)

    assert await fetch("SELECT id FROM mail_out") == []
    assert await wish_of(author) is None
