"""What a paper looks like in print, for programs: a PDF made when it is asked for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """Where the print of a paper stands; `path` begins with "/"."""

    paper: UUID
    path: str
    filename: str
    language: str = "de"

    @property
    def id(self) -> UUID:
        """Give the id of the file, which is made of paper and language."""
        return uuid5(self.paper, f"print {self.language}")


def print_file(one: Print, dated: Dated, site: Site, **more: Any) -> Thing:
    """Tell of the print of a paper; it says what the paper says, as old as that."""
    return Thing(
        kind=OparlType.FILE,
        id=one.id,
        created=dated.created,
        changed=dated.changed,
        fields={
            "name": "Druckversion",
            "fileName": one.filename,
            "mimeType": "application/pdf",
            "date": oparl_time(dated.changed)[:10],
            "accessUrl": f"{site.base}{one.path}",
            "fileLicense": site.licence,
            "lip:language": one.language,
            **more,
        },
        back={"paper": [site.addresses.of(OparlType.PAPER, one.paper)]},
    )
