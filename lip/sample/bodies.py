"""The bodies and districts of the sample's city: those of the real documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from lip.bodies.actions.change_bodies import add_body
from lip.bodies.actions.change_districts import DistrictWish, add_district
from lip.bodies.queries.bodies import all_bodies, all_districts
from lip.bodies.rules.bodies import BodyWish
from lip.bodies.rules.kinds import BodyKind
from lip.database import transaction
from lip.journal.rules.entries import COMMAND
from lip.said import Said

IN_THE: Final = "In den"

COMMITTEES: Final[Mapping[str, str]] = {
    "ob-ausschuss": (
        "Ausschuss für Angelegenheiten des Geschäftsbereiches des Oberbürgermeisters"
    ),
    "sozialausschuss": "Sozialausschuss",
    "internationaler-ausschuss": (
        "Ausschuss für Integration, Europa und Internationale Kooperation "
        "(Internationaler Ausschuss)"
    ),
    "stadtentwicklungs-und-bauausschuss": "Stadtentwicklungs- und Bauausschuss",
    "umweltausschuss": "Ausschuss für Umweltschutz und Grünflächen",
    "wirtschaftsausschuss": (
        "Ausschuss für Arbeitsmarkt-, Wirtschafts- und Liegenschaftsangelegenheiten"
    ),
    "gleichstellungsausschuss": "Gleichstellungsausschuss",
    "jugendhilfeausschuss": "Jugendhilfeausschuss",
    "kulturausschuss": "Kulturausschuss",
    "organisations-und-personalausschuss": "Organisations- und Personalausschuss",
    "schul-und-bildungsausschuss": "Schul- und Bildungsausschuss",
    "sportausschuss": "Sportausschuss",
    "haushaltsausschuss": "Ausschuss für Haushalt Finanzen und Rechnungsprüfung",
}
"""In the order in which Drucksache 2088/2016 addresses them."""

EXPERTS: Final[Mapping[str, str]] = {
    "expertengruppe-bildung": "Expert*innengruppe Bildung",
    "expertengruppe-wirtschaft": "Expert*innengruppe Wirtschaft",
    "expertengruppe-soziales": "Expert*innengruppe Soziales",
    "expertengruppe-stadtleben": "Expert*innengruppe Stadtleben und Kultur",
    "expertengruppe-demokratie": "Expert*innengruppe Demokratie",
    "expertengruppe-stadtverwaltung": "Expert*innengruppe Stadtverwaltung",
}

DISTRICTS: Final[Sequence[str]] = (
    "Mitte",
    "Vahrenwald-List",
    "Bothfeld-Vahrenheide",
    "Buchholz-Kleefeld",
    "Misburg-Anderten",
    "Kirchrode-Bemerode-Wülferode",
    "Südstadt-Bult",
    "Döhren-Wülfel",
    "Ricklingen",
    "Linden-Limmer",
    "Ahlem-Badenstedt-Davenstedt",
    "Herrenhausen-Stöcken",
    "Nord",
)
"""As the city numbers them, from 01 to 13."""


def _bodies() -> Mapping[str, BodyWish]:
    """Say all in their order, parents by their key first."""
    council = BodyWish(
        name=Said.of(
            de="Rat der Landeshauptstadt Hannover",
            en="Council of the City of Hannover",
            ar="مجلس مدينة هانوفر",
        ),
        kind=BodyKind.COUNCIL,
        short_name="Rat",
        address_as="In den",
        street="Trammplatz 2",
        town="30159 Hannover",
    )
    committee = BodyWish(
        name=Said.of(de="Verwaltungsausschuss", en="Administrative committee"),
        kind=BodyKind.COMMITTEE,
        short_name="VA",
        address_as=IN_THE,
    )
    return {
        "rat": council,
        "verwaltungsausschuss": committee,
        **{
            key: BodyWish(
                name=Said.of(de=name), kind=BodyKind.COMMITTEE, address_as=IN_THE
            )
            for key, name in COMMITTEES.items()
        },
        "stadtbezirksraete": BodyWish(
            name=Said.of(de="Stadtbezirksräte 01 - 13"),
            kind=BodyKind.DISTRICT_COUNCIL,
            address_as="An die",
        ),
        **_others(),
    }


def _others() -> Mapping[str, BodyWish]:
    kinds: Mapping[str, tuple[BodyKind, str]] = {
        "lenkungsgruppe": (BodyKind.STEERING_GROUP, "Lenkungsgruppe WIR 2.0"),
        **{key: (BodyKind.EXPERT_GROUP, name) for key, name in EXPERTS.items()},
        "integrationsbeiraete": (
            BodyKind.ADVISORY_BOARD,
            "Integrationsbeiräte der Stadtbezirke",
        ),
        "runder-tisch": (
            BodyKind.ADVISORY_BOARD,
            "Runder Tisch für Gleichberechtigung",
        ),
        "kuratorium": (BodyKind.ADVISORY_BOARD, "Kuratorium WIR 2.0"),
        "dezernat-iii": (BodyKind.OFFICE, "Jugend-, Familien- und Sozialdezernat"),
        "fachbereich-soziales": (BodyKind.OFFICE, "Fachbereich Soziales"),
        "sachgebiet-integration": (BodyKind.OFFICE, "Sachgebiet Integration"),
        "regionsvorstand": (BodyKind.PARTY, "Regionsvorstand"),
        "gruene-regionsfraktion": (
            BodyKind.PARTY,
            "Bündnis 90/Die Grünen, Regionsfraktion Hannover",
        ),
        "region-hannover": (BodyKind.OTHER, "Region Hannover"),
        "miso-netzwerk": (BodyKind.ASSOCIATION, "MiSO-Netzwerk Hannover e. V."),
        "fluechtlingsrat": (BodyKind.ASSOCIATION, "Flüchtlingsrat Niedersachsen e. V."),
        "gesellschaftsfonds": (BodyKind.FUNDER, "Gesellschaftsfonds Zusammenleben"),
    }
    return {
        key: BodyWish(
            name=Said.of(de=name),
            kind=kind,
            **_MORE.get(key, {}),  # type: ignore[arg-type]
        )
        for key, (kind, name) in kinds.items()
    }


_MORE: Final[Mapping[str, Mapping[str, str]]] = {
    "dezernat-iii": {"short_name": "Dez. III"},
    "lenkungsgruppe": {"address_as": "In die"},
    "miso-netzwerk": {
        "short_name": "MiSO",
        "street": "Mengendamm 12 (4. OG)",
        "town": "30177 Hannover",
        "phone": "0511 - 54 57 19 52",
        "email": "info@miso-netzwerk.de",
        "website": "https://miso-netzwerk.de/",
    },
}
PARENTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("verwaltungsausschuss", *COMMITTEES), "rat"),
    **dict.fromkeys(EXPERTS, "lenkungsgruppe"),
    "sachgebiet-integration": "fachbereich-soziales",
    "fachbereich-soziales": "dezernat-iii",
}


async def fill_in_bodies(*, now: datetime) -> Mapping[str, UUID]:
    """Add what is missing of bodies and districts; give the bodies by their keys."""
    async with transaction():
        await _fill_in_districts(now=now)
        return await _fill_in_bodies(now=now)


async def _fill_in_bodies(*, now: datetime) -> Mapping[str, UUID]:
    there = {one.key: one.id for one in await all_bodies()}
    for key, wish in _bodies().items():
        if key not in there:
            parent = there.get(PARENTS.get(key, ""))
            there[key] = await add_body(
                replace(wish, parent=parent), key=key, by=COMMAND, now=now
            )
    return there


async def _fill_in_districts(*, now: datetime) -> None:
    names = {one.name for one in await all_districts()}
    for number, name in enumerate(DISTRICTS, start=1):
        if name not in names:
            wished = DistrictWish(name=name, number=f"{number:02d}")
            await add_district(wished, by=COMMAND, now=now)
