"""HEAD is answered as GET, and the server still knows what it was asked."""

from typing import Any

import pytest

from lip.web.head import AnswersHead

pytestmark = pytest.mark.anyio


async def test_the_server_still_knows_that_it_was_asked_for_the_head():
    asked: dict[str, Any] = {"type": "http", "method": "HEAD"}
    seen, sent = [], []

    async def page(scope, _receive, send):
        seen.append(scope["method"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"Guten Tag"})

    async def send(message):
        sent.append(message)

    await AnswersHead(page)(asked, None, send)

    assert seen == ["GET"]
    assert asked["method"] == "HEAD"  # by it a server knows that no body follows
    assert sent[1]["body"] == b""
