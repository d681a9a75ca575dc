"""How passwords are hashed."""

import pytest
from argon2 import Type, extract_parameters

from lip.accounts import passwords
from lip.accounts.passwords import hash_password, password_fits

pytestmark = pytest.mark.anyio


def test_hashing_costs_what_rfc_9106_asks_of_small_machines():
    assert passwords.COST.type is Type.ID
    assert passwords.COST.memory_cost >= 64 * 1024
    assert passwords.COST.time_cost >= 3


async def test_a_password_fits_its_hash_and_no_other():
    hashed = await hash_password("vier ruhige Worte")

    assert await password_fits(hashed, "vier ruhige Worte")
    assert not await password_fits(hashed, "vier ruhige worte")
    assert extract_parameters(hashed).type is Type.ID


async def test_every_hash_has_a_salt_of_its_own():
    assert await hash_password("gleich") != await hash_password("gleich")


@pytest.mark.parametrize("hashed", ["", "kein Hash", "$argon2id$v=19$m=8"])
async def test_nothing_fits_an_absent_or_broken_hash(hashed: str):
    assert not await password_fits(hashed, "nobody has this password")
