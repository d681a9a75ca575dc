"""Who publishes, under which licence, and where: what settings say of open data."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lip.opendata.rules.oparl import Addresses

SYSTEM: Final = UUID("5f1b7d3a-0c39-5b53-9d2e-6f0a10f6b001")
CITY: Final = UUID("5f1b7d3a-0c39-5b53-9d2e-6f0a10f6b002")
"""The ids of the system and of the city as a body; the same on every server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """
    The server as machines know it; `city_key` is the Gemeindeschlüssel (AGS).

    `contributor` is the address by which GovData knows who delivers, empty for others.
    """

    base: str
    name: str
    city: str
    city_key: str
    contributor: str
    publisher: str
    contact_email: str
    licence: str
    language: str = "de"

    @property
    def addresses(self) -> Addresses:
        """Give full addresses."""
        return Addresses(self.base)
