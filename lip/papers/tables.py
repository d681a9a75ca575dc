"""Rows of council papers."""

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

from lip.bodies.tables import Body
from lip.papers.rules.kinds import (
    ConsultationRole,
    PaperKind,
    RelationKind,
    SectionKind,
)


class CouncilPaper(Table, help_text="Drucksache: what goes to the council."):
    """
    `reference` is as people write it ("2088/2016", with a suffix "2088/2016 E1"),
    `key` the same in addresses ("2088-2016"); former ones lead on (`PaperAddress`).
    `city` stands above. `kind_label` is its printed kind where it is not the usual
    word for `kind`. `stamp` is a mark such as "BITTE AUFBEWAHREN". `dated` is a
    partial date; `signer` an office ("Dez. III").

    `language` is that of its words. `files_said` is what the head says of attachments
    where it is not their number ("1 (teilweise online)"). What was taken in from
    elsewhere keeps `source` (JSON, as it came) and `source_id`. Removed papers stay as
    a mark with `removed_at`, because feeds must say so (OParl 1.1).
    """

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    reference = Varchar(length=60)
    kind = Varchar(length=20, default=PaperKind.INFORMATION, choices=PaperKind)
    kind_label = Varchar(length=120, default="")
    city = Varchar(length=200, default="")
    title = Text(default="")
    subtitle = Text(default="")
    stamp = Varchar(length=200, default="")
    agenda_item = Varchar(length=60, default="")
    files_said = Varchar(length=60, default="")
    cost_sentence = Text(default="")
    signer = Varchar(length=200, default="")
    place = Varchar(length=120, default="")
    dated = Varchar(length=10, default="")
    language = Varchar(length=35, default="de")
    source = Text(default="")
    source_id = Varchar(length=500, default="", index=True)
    version = Integer(default=1)
    public_from = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_paper_per_key = Unique([key])


class PaperAddress(Table, help_text="Frühere Adresse einer Drucksache."):
    """`key` was a paper's in addresses before it got another number; it leads on."""

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)

    one_paper_per_former_key = Unique([key])


class PaperSection(Table, help_text="Abschnitt einer Drucksache."):
    """`heading` as printed ("Rückblick:"), empty for the introduction; Markdown."""

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    kind = Varchar(length=20, default=SectionKind.TEXT, choices=SectionKind)
    heading = Varchar(length=300, default="")
    text = Text(default="")


class PaperCost(Table, help_text="Zeile der Kostentabelle."):
    """Instead of the sentence, or beside it; `cents` may be below zero."""

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    label = Varchar(length=300, default="")
    year = Varchar(length=10, default="")
    cents = BigInt(null=True, default=None)


class PaperRecipient(Table, help_text="Empfänger: in order, with article and role."):
    """`words` is the whole line as printed, where it is not article and name."""

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    body = ForeignKey(Body, null=False, on_delete=OnDelete.restrict)
    address_as = Varchar(length=20, default="")
    for_information = Boolean(default=False)
    words = Text(default="")


class Consultation(Table, help_text="Beratung: one line of the log of a paper."):
    """
    `happened` is a partial date. `result` as the log words it. Counts where there
    were any. `source_id` for what was taken in from elsewhere.
    """

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    body = ForeignKey(Body, null=True, default=None, on_delete=OnDelete.restrict)
    happened = Varchar(length=10, default="")
    agenda_item = Varchar(length=60, default="")
    public = Boolean(default=True)
    role = Varchar(length=20, default=ConsultationRole.ADVICE, choices=ConsultationRole)
    result = Varchar(length=500, default="")
    yes = Integer(null=True, default=None)
    no = Integer(null=True, default=None)
    abstained = Integer(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)


class PaperFile(Table, help_text="Anlage einer Drucksache."):
    """`sha512` (hex) is over the content; removed files stay as a mark."""

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    position = Integer(default=0)
    title = Varchar(length=300, default="")
    filename = Varchar(length=200, default="")
    media_type = Varchar(length=100, default="")
    content = Bytea()
    size = Integer(default=0)
    sha512 = Varchar(length=128, default="")
    removed_at = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)


class PaperRelation(Table, help_text="Verwandte Drucksache."):
    """`other` where we have it; else only its `reference`."""

    id = UUID(primary_key=True)
    paper = ForeignKey(CouncilPaper, null=False, on_delete=OnDelete.cascade, index=True)
    other: ForeignKey[Any] = ForeignKey(
        CouncilPaper, null=True, default=None, on_delete=OnDelete.set_null
    )
    reference = Varchar(length=60, default="")
    kind = Varchar(length=20, default=RelationKind.RELATED, choices=RelationKind)

    once_per_reference = Unique([paper, reference, kind])
