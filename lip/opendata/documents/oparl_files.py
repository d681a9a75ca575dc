"""
What a paper looks like in print, for programs: a PDF made when it is asked for.

Its size and checksum are not told: they are known only once it is made, and making the
prints of a whole plan whenever a word of it changes would cost minutes. OParl leaves
both open; whoever fetches the print is told its length. Files that lie here ready, as
attachments, documents and the words of chapters, have both.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from lip.opendata.rules.dated import Dated
from lip.opendata.rules.oparl import OparlType, Thing, oparl_time
from lip.opendata.rules.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """Where the print of a paper stands, and its page; both begin with "/"."""

    paper: UUID
    path: str
    web: str
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
            "web": f"{site.base}{one.web}",
            "lip:language": one.language,
            **more,
        },
        back={"paper": [site.addresses.of(OparlType.PAPER, one.paper)]},
    )
