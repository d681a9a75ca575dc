"""Rows of measures, with every heading of the city's own sheets."""

from typing import Any

from piccolo.columns import (
    UUID,
    BigInt,
    Boolean,
    Bytea,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.bodies.tables import Body, District
from lip.fields.tables import FieldOfAction
from lip.measures.rules.kinds import LocationState, PartnerRole, Period, StatusKind


class Measure(Table, help_text="Vorhaben: what is to be done, by whom, until when."):
    """
    Said: title, subtitle, portal (the publisher's line), kind ("Modellprojekt"), status
    (a free label; what it means is `status_kind`), summary (Markdown), target (whom it
    is for), criteria, participation (of the public, one line each), funding.

    `citywide` excludes districts. `target_count` counts people and never names them;
    `target_about` says that it is rounded, `target_as_of` (partial date) when it held.
    `updated` is what the sheet itself gives as its last change (partial date, often
    empty). `own` is false for what others carry. `version` counts saved changes.
    `public_from` is empty for a draft.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    code = Varchar(length=20, default="")
    title = Text(default="")
    subtitle = Text(default="")
    portal = Text(default="")
    kind = Text(default="")
    status = Text(default="")
    status_kind = Varchar(length=20, default=StatusKind.NEW, choices=StatusKind)
    citywide = Boolean(default=False)
    summary = Text(default="")
    target = Text(default="")
    criteria = Text(default="")
    target_count = Integer(null=True, default=None)
    target_about = Boolean(default=False)
    target_as_of = Varchar(length=10, default="")
    participation = Text(default="")
    funding = Text(default="")
    responsible = ForeignKey(
        Body, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    contact_email = Varchar(length=254, default="")
    own = Boolean(default=True)
    updated = Varchar(length=10, default="")
    version = Integer(default=1)
    public_from = Timestamptz(null=True, default=None)
    reminded_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_measure_per_key = Unique([key])


class MeasureDistrict(Table, help_text="In which parts of the city."):
    """None where it is city-wide."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade)
    district = ForeignKey(District, null=False, on_delete=OnDelete.restrict)

    once_per_district = Unique([measure, district])


class MeasureField(Table, help_text="Of which fields of action."):
    """In order; the first is the main one."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade)
    field = ForeignKey(FieldOfAction, null=False, on_delete=OnDelete.restrict)
    position = Integer(default=0)

    once_per_field = Unique([measure, field])


class Goal(Table, help_text="Ziel: what is to be reached, mostly in a year."):
    """`year` is empty where the goal holds for the whole; `text` is a `Said`."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    year = Integer(null=True, default=None)
    text = Text(default="")


class Milestone(Table, help_text="Zeitplanung: one line of the timetable."):
    """
    Said: text, deadline (as written: "bis Ende 2017", "erfolgt laufend").

    `begins` and `ends` are partial dates where the words have some; they may
    contradict each other or other lines: kept, and warned of.
    """

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    text = Text(default="")
    deadline = Text(default="")
    begins = Varchar(length=10, default="")
    ends = Varchar(length=10, default="")
    ongoing = Boolean(default=False)
    done = Boolean(default=False)


class Location(Table, help_text="Ort eines Vorhabens, oft eine Anlaufstelle."):
    """
    Said: heading (what stands above the numbered list: "in Umsetzung"), opening,
    service, note. `milestone` is the line of the timetable that it belongs to.
    """

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    milestone: ForeignKey[Any] = ForeignKey(
        Milestone, null=True, default=None, on_delete=OnDelete.set_null
    )
    position = Integer(default=0)
    number = Integer(default=0)
    heading = Text(default="")
    state = Varchar(length=20, default=LocationState.RUNNING, choices=LocationState)
    address = Varchar(length=200, default="")
    district = ForeignKey(
        District, null=True, default=None, on_delete=OnDelete.set_null
    )
    opening = Text(default="")
    service = Text(default="")
    note = Text(default="")
    languages = Varchar(length=200, default="")
    phone = Varchar(length=60, default="")
    website = Varchar(length=500, default="")
    contact_point = Boolean(default=False)


class Cost(Table, help_text="Absehbare Kosten: a sentence, and what it comes to."):
    """`sentence` is a `Said`; `cents` is empty where no amount is known."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    sentence = Text(default="")
    cents = BigInt(null=True, default=None)
    period = Varchar(length=20, default=Period.ONCE, choices=Period)
    year = Integer(null=True, default=None)


class Partner(Table, help_text="Who carries, takes part or pays: a body, or a kind."):
    """`name` (Said) is what is shown; `body` where it is one that is known."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    body = ForeignKey(Body, null=True, default=None, on_delete=OnDelete.set_null)
    name = Text(default="")
    role = Varchar(length=20, default=PartnerRole.PARTNER, choices=PartnerRole)


class CouncilNote(Table, help_text="Beteiligung von Ratsgremien und Beschlusslage."):
    """`text` (Said), with the reference of a paper where there is one ("1003/2016")."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    text = Text(default="")
    paper = Varchar(length=40, default="")


class Indicator(Table, help_text="Messgröße: what shows whether it works."):
    """
    Said: name, unit. `target` is to be reached until `target_at` (partial date).

    Numbers are decimals as text ("12.5"), so that both engines keep them exactly.
    """

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    name = Text(default="")
    unit = Text(default="")
    target = Varchar(length=30, default="")
    target_at = Varchar(length=10, default="")


class IndicatorValue(Table, help_text="What was measured, and when."):
    """`at` is a partial date, one value for each; `value` a decimal as text."""

    id = UUID(primary_key=True)
    indicator = ForeignKey(Indicator, null=False, on_delete=OnDelete.cascade)
    at = Varchar(length=10, default="")
    value = Varchar(length=30, default="")
    note = Text(default="")

    one_value_per_time = Unique([indicator, at])


class Agreement(Table, help_text="Kooperationsvereinbarung: who agreed on it, when."):
    """Said: title, term. `parties` one a line; `signed` is a partial date."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    title = Text(default="")
    parties = Text(default="")
    signed = Varchar(length=10, default="")
    term = Text(default="")


class AgreementFile(Table, help_text="Vereinbarung als PDF, wie sie geschlossen ist."):
    """
    One for each agreement; everybody may save it as soon as the measure is out.

    `digest` (SHA-256, hex) is over the content; that is empty here as soon as it is
    a `FrozenFile`.
    """

    id = UUID(primary_key=True)
    agreement = ForeignKey(Agreement, null=False, on_delete=OnDelete.cascade)
    filename = Varchar(length=200, default="")
    content = Bytea()
    size = Integer(default=0)
    digest = Varchar(length=64, default="")
    created_at = Timestamptz(default=None, null=False)

    one_file_per_agreement = Unique([agreement])


class FrozenFile(Table, help_text="Datei, wie sie in einer Fassung des Plans steht."):
    """Kept once for all versions that name its digest, and never changed."""

    digest = Varchar(length=64, primary_key=True)
    content = Bytea()


class Statement(Table, help_text="Stellungnahme: what somebody said of it, by name."):
    """Said: function, text. By consent of whoever is quoted."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    person = Varchar(length=200, default="")
    function = Text(default="")
    organisation = Varchar(length=300, default="")
    text = Text(default="")
    source = Varchar(length=500, default="")


class Related(Table, help_text="Vorbild oder verwandtes Vorhaben."):
    """`other` where it is one of ours; else `name` (Said) and where to read on."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    other: ForeignKey[Any] = ForeignKey(
        Measure, null=True, default=None, on_delete=OnDelete.cascade
    )
    name = Text(default="")
    website = Varchar(length=500, default="")


class StatusChange(Table, help_text="Stand: how far it had come, at a time; stays."):
    """Said: label, note. The newest is also in `Measure`."""

    id = UUID(primary_key=True)
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.cascade, index=True)
    kind = Varchar(length=20, choices=StatusKind)
    label = Text(default="")
    note = Text(default="")
    at = Timestamptz(default=None, null=False)
