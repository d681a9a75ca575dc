"""Make papers by the real actions, as tests need them."""

from typing import Any
from uuid import UUID

from lip.journal.rules.entries import COMMAND
from lip.papers.actions.release_paper import release_paper
from lip.papers.actions.save_paper import add_paper
from lip.papers.rules.kinds import SectionKind
from lip.papers.rules.papers import PaperWish, Section
from lip.partial_dates import PartialDate
from tests.factories import clock

GENDER = Section(kind=SectionKind.GENDER, heading="Gender", text="Für alle gleich.")


def wish_of(reference: str = "1/2026", **more: Any) -> PaperWish:
    usual = {
        "title": "Ein Bericht",
        "dated": PartialDate(2026, 3, 9),
        "sections": (Section(text="Siehe Drucksache 2/2026."), GENDER),
    }
    return PaperWish(reference=reference, **(usual | more))


async def make_paper(
    reference: str = "1/2026", *, public: bool = True, **more: Any
) -> UUID:
    paper = await add_paper(wish_of(reference, **more), by=COMMAND, now=clock())
    if public:
        await release_paper(paper, by=COMMAND, now=clock())
    return paper


def fields_of(values: Any) -> dict[str, str]:
    """Give the values of a form as a browser sends them."""
    sent: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, list):
            for at, row in enumerate(value):
                sent |= {f"{name}-{at}-{field}": text for field, text in row.items()}
        else:
            sent[name] = value
    return sent
