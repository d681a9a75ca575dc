"""What the papers of the sample say; their sections stand in files beside."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from lip.papers.rules.kinds import (
    ConsultationRole,
    PaperKind,
    RelationKind,
    SectionKind,
)
from lip.papers.rules.papers import (
    Consulted,
    CostLine,
    PaperWish,
    Recipient,
    Related,
    Section,
)
from lip.papers.rules.printing import HEADINGS
from lip.partial_dates import PartialDate

HERE: Final = Path(__file__).parent
_KINDS: Final = {heading: kind for kind, heading in HEADINGS.items()}
CITY: Final = "Landeshauptstadt\nHannover"

ADDRESSED: Final[Mapping[str, str]] = {
    "ob-ausschuss": (
        "In den Ausschuss für Angelegenheiten des\n"
        "Geschäftsbereiches des Oberbürgermeisters"
    ),
    "sozialausschuss": "",
    "internationaler-ausschuss": (
        "In den Ausschuss für Integration, Europa und\n"
        "Internationale Kooperation (Internationaler Ausschuss)"
    ),
    "stadtentwicklungs-und-bauausschuss": "",
    "umweltausschuss": "",
    "wirtschaftsausschuss": (
        "In den Ausschuss für Arbeitsmarkt-, Wirtschafts- und\n"
        "Liegenschaftsangelegenheiten"
    ),
    "gleichstellungsausschuss": "",
    "jugendhilfeausschuss": "",
    "kulturausschuss": "",
    "organisations-und-personalausschuss": "",
    "schul-und-bildungsausschuss": "",
    "sportausschuss": "",
    "haushaltsausschuss": (
        "In den Ausschuss für Haushalt Finanzen und\nRechnungsprüfung"
    ),
    "stadtbezirksraete": "",
}
"""In order; lines that the seed breaks or words otherwise stand as printed."""


def sections_in(text: str) -> Sequence[Section]:
    """Part Markdown at its headings into sections."""
    pieces = re.split(r"(?m)^## (.+)$", text)
    headings = ["", *pieces[1::2]]
    return [
        Section(
            kind=_KINDS.get(heading, SectionKind.TEXT),
            heading=heading,
            text=words.strip(),
        )
        for heading, words in zip(headings, pieces[0::2], strict=True)
        if words.strip()
    ]


def interim_report(bodies: Mapping[str, UUID]) -> PaperWish:
    """Give Informationsdrucksache 2088/2016 with every part that it has."""
    return PaperWish(
        reference="2088/2016",
        kind=PaperKind.INFORMATION,
        city=CITY,
        title="Ankommen - unterstützen - miteinander leben",
        subtitle=(
            "Flüchtlingenzuwanderung nach Hannover - Zwischenbilanz und Ausblick"
        ),
        stamp="BITTE AUFBEWAHREN - wird nicht noch einmal versandt",
        files_said="1",
        cost_sentence=(
            "Eine unmittelbare Entscheidung über Haushaltsmittel ist mit diesem "
            "Bericht nicht verbunden."
        ),
        signer="Dez. III",
        place="Hannover",
        dated=PartialDate(2016, 9, 26),
        sections=sections_in(_text("2088-2016")),
        recipients=[
            Recipient(
                body=bodies[key],
                address_as="An die" if key == "stadtbezirksraete" else "In den",
                for_information=key == "stadtbezirksraete",
                words=words,
            )
            for key, words in ADDRESSED.items()
        ],
    )


def catalogue(bodies: Mapping[str, UUID]) -> PaperWish:
    """Give a paper that asks for a decision, with costs and a log of its way."""
    return PaperWish(
        reference="1200/2026",
        kind=PaperKind.DECISION,
        city=CITY,
        title="Lokaler Integrationsplan",
        subtitle="Ziel- und Maßnahmenkatalog 2026 bis 2031",
        signer="Dez. III",
        place="Hannover",
        dated=PartialDate(2026, 3, 9),
        sections=sections_in(_text("1200-2026")),
        costs=[
            CostLine(label="Begleitung durch Vereine", year="2026", cents=4_500_000),
            CostLine(label="Begleitung durch Vereine", year="2027", cents=9_000_000),
            CostLine(label="Zuwendung des Landes", year="2027", cents=-2_500_000),
        ],
        recipients=[
            Recipient(body=bodies["internationaler-ausschuss"], address_as="In den"),
            Recipient(body=bodies["verwaltungsausschuss"], address_as="In den"),
            Recipient(body=bodies["rat"], address_as="In den"),
            Recipient(
                body=bodies["stadtbezirksraete"],
                address_as="An die",
                for_information=True,
            ),
        ],
        log=_log(bodies),
        related=[Related(reference="2088/2016", kind=RelationKind.ORIGIN)],
    )


def _log(bodies: Mapping[str, UUID]) -> Sequence[Consulted]:
    return [
        Consulted(
            body=bodies["internationaler-ausschuss"],
            happened=PartialDate(2026, 3, 26),
            agenda_item="4",
            result="In die Fraktionen gezogen",
        ),
        Consulted(
            body=bodies["internationaler-ausschuss"],
            happened=PartialDate(2026, 4, 23),
            agenda_item="3",
            result="Punkte 6 und 7 getrennt abgestimmt",
            yes=10,
            no=1,
        ),
        Consulted(
            body=bodies["verwaltungsausschuss"],
            happened=PartialDate(2026, 5, 7),
            public=False,
            result="Formal behandelt",
        ),
        Consulted(
            body=bodies["rat"],
            happened=PartialDate(2026, 5, 21),
            agenda_item="11",
            role=ConsultationRole.DECISION,
            result="Einstimmig",
        ),
    ]


def _text(name: str) -> str:
    return (HERE / f"{name}.md").read_text(encoding="utf-8")
