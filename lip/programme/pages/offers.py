"""
What higher areas offer on the page of a conference, such as the registration.

An area that has something to offer writes an `Offerer`; `lip.contributions` lists them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lip.conference.queries.conferences import ConferenceFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """
    A button, or only a sentence that says why there is none.

    `label` and `note` are said in the language of the page; `route` is reversed
    with the conference's `key`, and is empty where nothing can be pressed. `board` is
    the word below its QR code on the board in the hall; without one it has none there.
    """

    label: str = ""
    route: str = ""
    note: str = ""
    icon: str = "ticket"
    main: bool = True
    board: str = ""


async def offers_for(
    app_state: Any, conference: ConferenceFacts, now: datetime
) -> Sequence[Offer]:
    """Ask every area what it offers here."""
    found: list[Offer] = []
    for offerer in getattr(app_state, "offers", ()):
        found.extend(await offerer(conference, now))
    return found
