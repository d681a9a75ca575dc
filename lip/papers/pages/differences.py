"""What somebody else saved while a paper was being changed, beside one's own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from lip.bodies.pages.words import counts_in_words
from lip.papers.pages.words import KINDS
from lip.papers.rules.amounts import typed_cents
from lip.papers.rules.papers import Paper, PaperWish
from lip.papers.rules.printing import in_order, printed_line
from lip.web.partial_dates import said
from lip.words import N_, _

_LABELS: Final[Mapping[str, str]] = {
    "reference": N_("Nummer"),
    "kind": N_("Art"),
    "kind_label": N_("Gedruckte Art"),
    "city": N_("Körperschaft"),
    "title": N_("Titel"),
    "subtitle": N_("Untertitel"),
    "stamp": N_("Vermerk"),
    "agenda_item": N_("Zu TOP"),
    "files_said": N_("Anzahl der Anlagen"),
    "cost_sentence": N_("Satz zu den Kosten"),
    "signer": N_("Unterzeichnet von"),
    "place": N_("Ort"),
    "dated": N_("Datum"),
}


def differences(theirs: Paper, mine: PaperWish) -> Sequence[tuple[str, str]]:
    """Name each part that differs, with what stands saved."""
    found = [
        (_(label), _shown(name, getattr(theirs.facts, name)))
        for name, label in _LABELS.items()
        if getattr(theirs.facts, name) != getattr(mine, name)
    ]
    if _addressed(theirs) != _addressed(mine):
        lines = [printed_line(one, _("zur Kenntnis")) for one in theirs.recipients]
        found.append((_("Empfänger"), "\n".join(lines) or "–"))
    for label, words in _PARTS.items():
        saved, typed = words(theirs), words(mine)
        if saved != typed:
            found.append((_(label), saved or "–"))
    return found


def _shown(name: str, value: Any) -> str:
    if not value:
        return "–"
    if name == "kind":
        return _(KINDS[value])
    return said(value) if name == "dated" else str(value)


def _sections(paper: Paper | PaperWish) -> str:
    kind = paper.facts.kind if isinstance(paper, Paper) else paper.kind
    ordered = in_order(paper.sections, kind)
    return "\n\n".join(f"{one.heading}\n{one.text}".strip() for one in ordered)


def _addressed(paper: Paper | PaperWish) -> Sequence[object]:
    return [
        (one.body, one.address_as, one.for_information, one.words)
        for one in paper.recipients
    ]


def _costs(paper: Paper | PaperWish) -> str:
    return "\n".join(
        f"{one.label} {one.year}: {typed_cents(one.cents)}" for one in paper.costs
    )


def _log(paper: Paper | PaperWish) -> str:
    return "\n".join(
        f"{said(one.happened) if one.happened else '–'}: {one.result} "
        f"{counts_in_words(one.yes, one.no, one.abstained)}".strip()
        for one in paper.log
    )


def _related(paper: Paper | PaperWish) -> str:
    return "\n".join(one.reference for one in paper.related)


_PARTS: Final[Mapping[str, Callable[[Paper | PaperWish], str]]] = {
    N_("Abschnitte"): _sections,
    N_("Kostentabelle"): _costs,
    N_("Beratungsverlauf"): _log,
    N_("Verwandte Drucksachen"): _related,
}
