"""Addresses of routes by name."""

from typing import Any
from uuid import UUID

import pytest
from litestar.exceptions import NoRouteMatchFoundException

from lip.web.paths import path_to
from tests.client import litestar_to_read

PERSON = UUID(int=7)


@pytest.fixture(scope="module")
def app() -> Any:
    return litestar_to_read()


@pytest.mark.parametrize(
    "name,values",
    [
        ("home", {}),
        ("conference.show", {"key": "eins"}),
        ("participants.show", {"key": "eins", "participant": PERSON}),
        ("participants.show", {"participant": str(PERSON), "key": "{key}"}),
        ("own_proposal.edit", {"code": "ABCD-EFGH-JKMN", "number": 12}),
    ],
)
def test_a_path_is_what_litestar_says_the_second_time_too(app, name, values):
    expected = app.route_reverse(name, **values)

    paths = [path_to(app, name, values) for _ in range(2)]

    assert paths == [expected, expected]


@pytest.mark.parametrize(
    "name,values",
    [
        ("nowhere", {}),
        ("conference.show", {}),
        ("conference.show", {"key": None}),
        ("own_proposal.edit", {"code": "ABCD-EFGH-JKMN", "number": "12"}),
    ],
)
def test_what_does_not_fit_raises(app, name, values):
    for _ in range(2):
        with pytest.raises(NoRouteMatchFoundException):
            path_to(app, name, values)
