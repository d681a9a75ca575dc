"""
Asks a translation service that speaks the protocol of LibreTranslate.

Only the words go there, with the languages and the operator's key; no name, no number,
no cookie. Whatever goes wrong is one `NotTranslated` with its trouble.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

from proposals.rules.translating import Trouble

LARGEST_ANSWER: Final = 400_000
"""Bytes; more than any translation of what people may hand in."""

_TROUBLES: Final[Mapping[int, Trouble]] = {
    401: Trouble.KEY_REFUSED,
    403: Trouble.KEY_REFUSED,
    408: Trouble.TOO_SLOW,
    429: Trouble.BUSY,
    503: Trouble.BUSY,
    504: Trouble.TOO_SLOW,
}


class NotTranslated(Exception):
    """The service gave no translation, because of this trouble."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """Where a service is; the key never prints itself."""

    url: str
    key: str = field(default="", repr=False)
    patience: float = 20.0  # seconds

    async def languages(self) -> Mapping[str, frozenset[str]]:
        """Ask which languages it translates, and each into which."""
        offered = await self._ask("GET", "/languages")
        try:
            codes = frozenset(str(one["code"]) for one in offered)
            return {
                str(one["code"]): frozenset(map(str, one.get("targets") or codes))
                for one in offered
            }
        except (TypeError, KeyError, AttributeError) as error:
            raise NotTranslated(Trouble.UNREADABLE) from error

    async def translate(self, text: str, *, source: str, target: str) -> str:
        """Have a text translated; an unknown language of origin is `auto`."""
        asked = {"q": text, "source": source or "auto", "target": target}
        asked["format"] = "text"
        if self.key:
            asked["api_key"] = self.key
        answer = await self._ask("POST", "/translate", asked)
        said = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(said, str) or not said.strip():
            raise NotTranslated(Trouble.UNREADABLE)
        return said

    async def _ask(
        self, method: str, path: str, content: Mapping[str, str] | None = None
    ) -> Any:
        address = self.url.rstrip("/") + path
        try:
            async with (
                asyncio.timeout(self.patience),
                httpx.AsyncClient(
                    timeout=self.patience, headers={"user-agent": "LIP"}
                ) as client,
                client.stream(method, address, json=content) as answer,
            ):
                return json.loads(await _whole(answer))
        except (httpx.TimeoutException, TimeoutError) as error:
            raise NotTranslated(Trouble.TOO_SLOW) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotTranslated(Trouble.UNREACHABLE) from error
        except ValueError as error:
            raise NotTranslated(Trouble.UNREADABLE) from error


async def _whole(answer: httpx.Response) -> bytes:
    if answer.status_code != httpx.codes.OK:
        raise NotTranslated(_trouble(answer.status_code))
    content = bytearray()
    async for piece in answer.aiter_bytes():
        content += piece
        if len(content) > LARGEST_ANSWER:
            raise NotTranslated(Trouble.UNREADABLE)
    return bytes(content)


def _trouble(status: int) -> Trouble:
    usual = Trouble.REFUSED if 400 <= status < 500 else Trouble.UNREACHABLE
    return _TROUBLES.get(status, usual)
