"""One-time links for borrowed phones, tokens for scanners."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from lip.accounts.actions.passes import (
    LONGEST_PASS,
    PassWish,
    make_link,
    show_link,
    use_link,
    withdraw_pass,
)
from lip.accounts.actions.sessions import Begun
from lip.accounts.actions.sign_in import sign_out
from lip.accounts.queries import identities_of, passes_of
from lip.accounts.rules.identity import Identity, SessionKind
from lip.accounts.rules.roles import Grant, Right, Role
from lip.accounts.tables import Pass
from lip.database import StoreEngine
from lip.errors import NotFound, Refusal, TooLate, Unusable
from lip.journal.queries import Filter, entries
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import COMMAND
from tests.factories import KEYS, make_helper_link, make_scanner_token

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


async def behind(begun: Begun, *, now: datetime = NOW) -> Identity | None:
    return (await identities_of([(KEYS.seal("session", begun.token), now)]))[0]


async def test_a_link_signs_in_a_helper_for_one_door(db: StoreEngine):
    link = await make_helper_link("eins", label="Tür 2", now=NOW)

    identity = await behind(await use_link(link.token, keys=KEYS, now=NOW))

    assert identity is not None
    assert (identity.name, identity.person) == ("Tür 2", None)
    assert identity.grants == (Grant(Role.DOOR_HELPER, "eins"),)
    assert identity.may(Right.KEEP_THE_DOOR, scope="eins")
    assert not identity.may(Right.KEEP_THE_DOOR, scope="zwei")
    assert identity.only_keeps_the_door


async def test_looking_at_a_link_does_not_use_it_up(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)

    await show_link(link.token, keys=KEYS, now=NOW)

    assert await use_link(link.token, keys=KEYS, now=NOW)


async def test_a_link_works_once(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)
    await use_link(link.token, keys=KEYS, now=NOW)

    with pytest.raises(TooLate, match="link_used"):
        await use_link(link.token, keys=KEYS, now=NOW)


async def test_of_two_phones_in_the_same_moment_one_gets_in(committed_db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)

    results = await asyncio.gather(
        *(use_link(link.token, keys=KEYS, now=NOW) for _ in range(5)),
        return_exceptions=True,
    )

    assert sum(isinstance(one, Begun) for one in results) == 1
    refused = [one for one in results if isinstance(one, Refusal)]
    assert [one.code for one in refused] == ["link_used"] * 4


async def test_an_expired_link_signs_nobody_in(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)

    with pytest.raises(TooLate, match="link_expired"):
        await use_link(link.token, keys=KEYS, now=NOW + timedelta(hours=8))


async def test_the_session_ends_when_the_link_would(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)
    begun = await use_link(link.token, keys=KEYS, now=NOW)

    later = NOW + timedelta(hours=8)

    assert await behind(begun, now=later - timedelta(seconds=1))
    assert await behind(begun, now=later) is None


async def test_a_withdrawn_link_signs_nobody_in(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)
    await withdraw_pass(link.id, scope="eins", by=COMMAND, now=NOW)

    with pytest.raises(TooLate, match="link_withdrawn"):
        await use_link(link.token, keys=KEYS, now=NOW)


async def test_withdrawing_a_link_ends_the_session_begun_with_it(db: StoreEngine):
    link, other = [await make_helper_link("eins", now=NOW) for _ in range(2)]
    begun = await use_link(link.token, keys=KEYS, now=NOW)
    beside = await use_link(other.token, keys=KEYS, now=NOW)

    await withdraw_pass(link.id, scope="eins", by=COMMAND, now=NOW)

    assert await behind(begun) is None
    assert await behind(beside) is not None


async def test_no_session_outlives_a_withdrawal_in_the_same_moment(
    committed_db: StoreEngine,
):
    links = [await make_helper_link("eins", now=NOW) for _ in range(8)]

    results = await asyncio.gather(
        *(use_link(one.token, keys=KEYS, now=NOW) for one in links),
        *(withdraw_pass(one.id, scope="eins", by=COMMAND, now=NOW) for one in links),
        return_exceptions=True,
    )

    begun = [one for one in results if isinstance(one, Begun)]
    assert [await behind(one) for one in begun] == [None] * len(begun)


async def test_withdrawing_twice_is_recorded_once(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)

    for _ in range(2):
        await withdraw_pass(link.id, scope="eins", by=COMMAND, now=NOW)

    assert len(await entries(Filter(acts=frozenset({Act.LINK_WITHDRAWN})))) == 1


async def test_nobody_withdraws_the_pass_of_another_conference(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)

    with pytest.raises(NotFound, match="unknown_pass"):
        await withdraw_pass(link.id, scope="zwei", by=COMMAND, now=NOW)

    assert await show_link(link.token, keys=KEYS, now=NOW)


async def test_an_invented_link_is_unknown(db: StoreEngine):
    with pytest.raises(NotFound, match="link_unknown"):
        await use_link("erfunden", keys=KEYS, now=NOW)


async def test_the_same_link_is_made_once(db: StoreEngine):
    wish = PassWish(label="Tür 1", scope="eins", until=NOW + timedelta(hours=1))
    one = uuid4()

    made = [
        await make_link(wish, keys=KEYS, by=COMMAND, now=NOW, one=one) for _ in range(2)
    ]

    assert made[0] == made[1]
    assert len(await passes_of("eins")) == 1


@pytest.mark.parametrize(
    "changes, code",
    [
        ({"label": "  "}, "pass_needs_label"),
        ({"label": "x" * 81}, "pass_needs_label"),
        ({"until": NOW}, "pass_lasts_wrong"),
        ({"until": NOW + LONGEST_PASS + timedelta(seconds=1)}, "pass_lasts_wrong"),
        ({"role": Role.ORGANISER}, "role_needs_account"),
        ({"role": Role.ADMINISTRATOR}, "role_needs_account"),
    ],
)
async def test_a_wish_that_goes_too_far_is_refused(
    db: StoreEngine, changes: dict[str, object], code: str
):
    wish = {"label": "Tür", "scope": "eins", "until": NOW + timedelta(hours=1)}

    with pytest.raises(Unusable, match=code):
        await make_link(
            PassWish(**(wish | changes)),  # type: ignore[arg-type]  # cases by name
            keys=KEYS,
            by=COMMAND,
            now=NOW,
        )


async def test_a_scanner_is_known_by_its_token_until_it_is_withdrawn(db: StoreEngine):
    token = await make_scanner_token("eins", now=NOW)
    sealed = KEYS.seal("session", token.token)

    known = (await identities_of([(sealed, NOW)]))[0]
    await withdraw_pass(token.id, scope="eins", by=COMMAND, now=NOW)

    assert known is not None
    assert known.kind is SessionKind.TOKEN
    assert (await identities_of([(sealed, NOW)]))[0] is None
    assert len(await entries(Filter(acts=frozenset({Act.TOKEN_WITHDRAWN})))) == 1


async def test_a_scanners_token_is_not_a_link(db: StoreEngine):
    token = await make_scanner_token("eins", now=NOW)

    with pytest.raises(NotFound, match="link_unknown"):
        await use_link(token.token, keys=KEYS, now=NOW)


async def test_secrets_of_passes_are_only_kept_sealed(db: StoreEngine):
    link = await make_helper_link("eins", now=NOW)
    token = await make_scanner_token("eins", now=NOW)

    rows = repr(await Pass.select()) + repr(await entries(Filter()))

    assert link.token not in rows
    assert token.token not in rows


async def test_signing_out_of_a_link_is_its_end_and_stands_in_the_journal(
    db: StoreEngine,
):
    link = await make_helper_link("eins", now=NOW)
    begun = await use_link(link.token, keys=KEYS, now=NOW)
    identity = await behind(begun)
    assert identity is not None

    await sign_out(identity, now=NOW)

    assert await behind(begun) is None
    (entry,) = await entries(
        Filter(scope="eins", acts=frozenset({Act.SIGNED_OUT}), subject=link.id)
    )
    assert entry.by.id == link.id
