"""The form of a paper: read into a wish, and shown again as it was typed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, TypeVar
from uuid import UUID

from lip.bodies.pages.bodies import chosen_body
from lip.bodies.pages.steps import counted
from lip.papers.rules.amounts import signed_cents, typed_cents
from lip.papers.rules.kinds import (
    ConsultationRole,
    PaperKind,
    RelationKind,
    SectionKind,
)
from lip.papers.rules.papers import (
    LONGEST_SECTION,
    LONGEST_SENTENCE,
    LONGEST_TITLE,
    MOST_ROWS,
    Consulted,
    CostLine,
    Paper,
    PaperWish,
    Recipient,
    Related,
    Section,
)
from lip.papers.rules.printing import HEADINGS
from lip.web.forms import Form
from lip.web.partial_dates import typed
from lip.words import LANGUAGES, _

One = TypeVar("One")

_LENGTHS: Final = {
    "reference": 60,
    "kind_label": 120,
    "title": LONGEST_TITLE,
    "subtitle": LONGEST_TITLE,
    "stamp": 200,
    "agenda_item": 60,
    "files_said": 60,
    "signer": 200,
    "place": 120,
}
_APART: Final = (SectionKind.MOTION, SectionKind.REASONS, SectionKind.GENDER)
"""Sections that every paper of a kind has once, each with a field of its own."""

ROWS: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("heading", "text", "place"),
    "cost": ("label", "year", "amount"),
    "recipient": (*("id", "body", "address_as", "for_information", "words", "place"),),
    "log": (
        *("id", "body", "happened", "agenda_item", "closed", "role", "result"),
        *("yes", "no", "abstained"),
    ),
    "related": ("reference", "kind"),
}
"""Parts that stand in rows, and the fields of each."""


def read_wish(form: Form) -> PaperWish:
    """Read what is to be said of a paper; rows that are empty fall away."""
    texts = {name: form.text(name, most=most) for name, most in _LENGTHS.items()}
    if not texts["reference"]:
        form.refuse("reference", _("Bitte füllen Sie dieses Feld aus."))
    if not texts["title"]:
        form.refuse("title", _("Bitte füllen Sie dieses Feld aus."))
    language = form.raw("language")
    return PaperWish(
        **texts,
        kind=form.choice("kind", PaperKind, default=PaperKind.INFORMATION),
        city=form.text("city", most=200, lines=True),
        cost_sentence=form.text("cost_sentence", most=LONGEST_SENTENCE, lines=True),
        dated=form.partial_date("dated"),
        language=language if language in LANGUAGES else "de",
        sections=_sections(form),
        costs=_read(form, "cost", _cost),
        recipients=_read(form, "recipient", _recipient),
        log=_read(form, "log", _consulted),
        related=_read(form, "related", _related),
    )


def values_of(paper: Paper | PaperWish) -> Mapping[str, Any]:
    """Give a paper as its form shows it."""
    head = paper.facts if isinstance(paper, Paper) else paper
    free = [one for one in paper.sections if one.kind not in _APART]
    return {
        **{name: getattr(head, name) for name in (*_LENGTHS, "city", "cost_sentence")},
        "kind": head.kind.value,
        "dated": typed(head.dated),
        "language": head.language,
        **{kind.value: _apart(paper.sections, kind) for kind in _APART},
        "section": [
            {"heading": one.heading, "text": one.text, "place": str(place)}
            for place, one in enumerate(free, start=1)
        ],
        "cost": [_cost_values(one) for one in paper.costs],
        "recipient": [
            {**_recipient_values(one), "place": str(place)}
            for place, one in enumerate(paper.recipients, start=1)
        ],
        "log": [_log_values(one) for one in paper.log],
        "related": [
            {"reference": one.reference, "kind": one.kind.value}
            for one in paper.related
        ],
    }


def typed_values(form: Form) -> Mapping[str, Any]:
    """Give the form as it was typed, to show it again."""
    single = (*_LENGTHS, "kind", "city", "cost_sentence", "dated", "language")
    return {
        **{name: form.raw(name)[:LONGEST_SENTENCE] for name in single},
        **{kind.value: form.raw(kind.value)[:LONGEST_SECTION] for kind in _APART},
        **{
            row: [
                {
                    field: form.raw(f"{row}-{at}-{field}")[:LONGEST_SECTION]
                    for field in fields
                }
                for at in _indexes(form, row)
            ]
            for row, fields in ROWS.items()
        },
    }


def _indexes(form: Form, row: str) -> Iterator[int]:
    """Give the numbers of rows that were sent, in order."""
    first = ROWS[row][0]
    names = set(form.names())
    for at in range(MOST_ROWS + 10):
        if f"{row}-{at}-{first}" in names:
            yield at


def _read(
    form: Form, row: str, made: Callable[[Form, str], One | None]
) -> Sequence[One]:
    rows = [
        (_place(form, row, at), one)
        for at in _indexes(form, row)
        if (one := made(form, f"{row}-{at}-")) is not None
    ]
    return tuple(one for _at, one in sorted(rows, key=itemgetter(0)))


def _place(form: Form, row: str, at: int) -> tuple[int, int]:
    """Say where a row is wanted; without a number it stays behind the others."""
    if "place" not in ROWS[row]:
        return at, 0
    return form.whole_number(f"{row}-{at}-place", default=10_000), at


def _sections(form: Form) -> Sequence[Section]:
    apart = [
        Section(kind=kind, heading=HEADINGS[kind], text=text)
        for kind in _APART
        if (text := form.text(kind.value, most=LONGEST_SECTION, lines=True))
    ]
    return (*apart, *_read(form, "section", _section))


def _section(form: Form, at: str) -> Section | None:
    heading = form.text(f"{at}heading", most=300)
    text = form.text(f"{at}text", most=LONGEST_SECTION, lines=True)
    if heading and not text:
        form.refuse(f"{at}text", _("Bitte füllen Sie dieses Feld aus."))
    return Section(heading=heading, text=text) if text else None


def _cost(form: Form, at: str) -> CostLine | None:
    label = form.text(f"{at}label", most=300)
    year = form.text(f"{at}year", most=10)
    amount = form.text(f"{at}amount", most=40)
    cents = signed_cents(amount) if amount else None
    if amount and cents is None:
        form.refuse(f"{at}amount", _("Bitte einen Betrag wie 495.016 oder 12,50."))
    if not label and (amount or year):
        form.refuse(f"{at}label", _("Bitte füllen Sie dieses Feld aus."))
    return CostLine(label=label, year=year, cents=cents) if label else None


def _recipient(form: Form, at: str) -> Recipient | None:
    body = chosen_body(form, f"{at}body")
    words = form.text(f"{at}words", most=500, lines=True)
    if body is None:
        if words:
            form.refuse(f"{at}body", _("Bitte wählen Sie das Gremium."))
        return None
    return Recipient(
        id=_id(form, at),
        body=body,
        address_as=form.text(f"{at}address_as", most=20),
        for_information=form.ticked(f"{at}for_information"),
        words=words,
    )


def _consulted(form: Form, at: str) -> Consulted | None:
    made = Consulted(
        id=_id(form, at),
        body=chosen_body(form, f"{at}body"),
        happened=form.partial_date(f"{at}happened"),
        agenda_item=form.text(f"{at}agenda_item", most=60),
        public=not form.ticked(f"{at}closed"),
        role=form.choice(
            f"{at}role", ConsultationRole, default=ConsultationRole.ADVICE
        ),
        result=form.text(f"{at}result", most=500),
        yes=counted(form, f"{at}yes"),
        no=counted(form, f"{at}no"),
        abstained=counted(form, f"{at}abstained"),
    )
    said = made.body or made.happened or made.result
    return made if said else None


def _related(form: Form, at: str) -> Related | None:
    reference = form.text(f"{at}reference", most=60)
    kind = form.choice(f"{at}kind", RelationKind, default=RelationKind.RELATED)
    return Related(reference=reference, kind=kind) if reference else None


def _id(form: Form, at: str) -> UUID | None:
    try:
        return UUID(form.raw(f"{at}id"))
    except ValueError:
        return None


def _apart(sections: Sequence[Section], kind: SectionKind) -> str:
    return "\n\n".join(one.text for one in sections if one.kind is kind)


def _cost_values(one: CostLine) -> Mapping[str, str]:
    return {"label": one.label, "year": one.year, "amount": typed_cents(one.cents)}


def _recipient_values(one: Recipient) -> Mapping[str, str]:
    return {
        "id": str(one.id or ""),
        "body": str(one.body),
        "address_as": one.address_as,
        "for_information": "1" if one.for_information else "",
        "words": one.words,
    }


def _log_values(one: Consulted) -> Mapping[str, str]:
    return {
        "id": str(one.id or ""),
        "body": str(one.body or ""),
        "happened": typed(one.happened),
        "agenda_item": one.agenda_item,
        "closed": "" if one.public else "1",
        "role": one.role.value,
        "result": one.result,
        **{
            name: "" if (count := getattr(one, name)) is None else str(count)
            for name in ("yes", "no", "abstained")
        },
    }
