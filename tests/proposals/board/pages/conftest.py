"""A board and its moderator, for all pages of it."""

import httpx
import pytest

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import ConferenceFacts
from tests.client import sign_in_as
from tests.proposals.board.boards import make_board


@pytest.fixture
async def board(client: httpx.AsyncClient) -> ConferenceFacts:
    """Six loose cards, clusters 1 (Sprache) and 2 (Wohnen), and a moderator."""
    conference = await make_board()
    await sign_in_as(client, Role.MODERATOR, "konferenz")
    return conference
