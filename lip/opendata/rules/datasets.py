"""What can be taken away as a file, under lasting names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Dataset(StrEnum):
    """The sets of data, by their names in addresses."""

    PLANS = "plans"
    FIELDS = "fields"
    CHAPTERS = "chapters"
    MEASURES = "measures"
    CONTACT_POINTS = "contact-points"
    PAPERS = "papers"
    BODIES = "bodies"
    PROJECTS = "projects"
    NEWS = "news"
    PROPOSALS = "proposals"
    VOTES = "votes"
    ELECTIONS = "elections"
    ANSWERS = "answers"
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


_COLUMNS: Final = {
    Dataset.PLANS: "id key title subtitle language version published chapters url",
    Dataset.FIELDS: "id name goal",
    Dataset.CHAPTERS: (
        "id plan key code number title language text field initiator decided_on "
        "motion_status changed url"
    ),
    Dataset.MEASURES: (
        "id code title status status_kind fields districts summary goals timetable "
        "costs partners participation target target_count responsible council "
        "indicators updated changed url"
    ),
    Dataset.CONTACT_POINTS: (
        "id measure address district opening service languages phone website state "
        "note url"
    ),
    Dataset.PAPERS: (
        "id reference kind title subtitle dated recipients consultations relations "
        "files signer place changed url"
    ),
    Dataset.BODIES: (
        "id key name short_name body_kind part_of street town phone email website "
        "since until url"
    ),
    Dataset.PROJECTS: (
        "id key title summary text period begins ends organiser funder events "
        "changed url"
    ),
    Dataset.NEWS: "id key title dated text background quotations changed url",
    Dataset.PROPOSALS: (
        "id conference number language title text field support state cluster place "
        "out_of answer reason handed_in url"
    ),
    Dataset.VOTES: (
        "id conference number title method voted option points place closed url"
    ),
    Dataset.ELECTIONS: (
        "id conference number title seats valid abstained spoiled elected closed url"
    ),
    Dataset.ANSWERS: (
        "conference title proposals answered taken_up adopted adopted_changed "
        "not_followed median_days slowest_days url"
    ),
    Dataset.RESULTS: "",
}
SHAPES: Final = {
    dataset: Shape(columns=tuple(names.split())) for dataset, names in _COLUMNS.items()
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
