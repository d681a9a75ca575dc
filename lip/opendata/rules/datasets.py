"""What can be taken away as a file, under lasting names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Dataset(StrEnum):
    """The sets of data, by their names in addresses."""

    MEASURES = "measures"
    CONTACT_POINTS = "contact-points"
    PAPERS = "papers"
    CHAPTERS = "chapters"
    PROPOSALS = "proposals"
    RESULTS = "results"


class Form(StrEnum):
    """In which form a set is handed out."""

    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The columns of a set as a table; none: it is too deep for a table."""

    columns: Sequence[str] = ()

    @property
    def forms(self) -> Sequence[Form]:
        """Say in which forms the set is handed out."""
        return (Form.JSON, Form.CSV) if self.columns else (Form.JSON,)


SHAPES: Final = {
    Dataset.MEASURES: Shape(
        columns=(
            *("id", "code", "title", "status", "status_kind", "fields", "districts"),
            *("summary", "goals", "timetable", "costs", "partners", "participation"),
            *("target", "target_count", "responsible", "council", "indicators"),
            *("updated", "changed", "url"),
        )
    ),
    Dataset.CONTACT_POINTS: Shape(
        columns=(
            *("id", "measure", "address", "district", "opening", "service"),
            *("languages", "phone", "website", "state", "note", "url"),
        )
    ),
    Dataset.PAPERS: Shape(
        columns=(
            *("id", "reference", "kind", "title", "subtitle", "dated", "recipients"),
            *("consultations", "relations", "files", "signer", "place", "changed"),
            "url",
        )
    ),
    Dataset.CHAPTERS: Shape(),
    Dataset.PROPOSALS: Shape(
        columns=(
            *("id", "conference", "number", "language", "title", "text", "field"),
            *("support", "state", "handed_in", "url"),
        )
    ),
    Dataset.RESULTS: Shape(),
}


def asked_for(file: str) -> tuple[Dataset, Form] | None:
    """
    Read the name of a file.

    >>> asked_for("measures.csv"), asked_for("results.csv")
    ((<Dataset.MEASURES: 'measures'>, <Form.CSV: 'csv'>), None)
    """
    stem, _, ending = file.rpartition(".")
    if stem not in set(Dataset) or ending not in set(Form):
        return None
    dataset, form = Dataset(stem), Form(ending)
    return (dataset, form) if form in SHAPES[dataset].forms else None
