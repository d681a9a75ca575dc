"""Type a sheet into its forms, part by part, as an editor does."""

import re
from collections.abc import Mapping
from typing import Any

import httpx

from tests.client import send

Forms = Mapping[str, Mapping[str, Any]]


async def type_sheet(client: httpx.AsyncClient, title: str, forms: Forms) -> str:
    """Make a draft and fill in its parts; give the address of its page."""
    made = await send(client, "/edit/measures/new", {"title-de": title})
    here = made.headers["location"].removesuffix("/sheet/about")
    for part, fields in forms.items():
        page = (await client.get(f"{here}/sheet/{part}")).text
        mark = re.search(r'name="mark" value="([^"]+)"', page)
        assert mark
        sent = await send(client, f"{here}/sheet/{part}", {"mark": mark[1], **fields})
        assert sent.status_code == 303, (part, sent.text)
    return here


def lines(name: str, *rows: Mapping[str, str]) -> dict[str, str]:
    """Name the fields of a list of lines as its form does."""
    return {
        f"{name}-lines": str(len(rows)),
        **{
            f"{name}-{number}-{field}": value
            for number, row in enumerate(rows)
            for field, value in row.items()
        },
    }
