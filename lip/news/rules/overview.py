"""How projects stand together on the overview, and what comes after each."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.conference.rules.names import fold
from lip.news.rules.sheets import PageFacts
from lip.said import Said, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Projects under one heading; those without one come last."""

    heading: Said
    projects: Sequence[PageFacts]


def grouped(projects: Sequence[PageFacts]) -> Sequence[Group]:
    """Put projects with the same heading together, in their order."""
    found: dict[str, list[PageFacts]] = {}
    for one in projects:
        found.setdefault(one.sheet.heading.dump(), []).append(one)
    groups = [Group(heading=Said.load(key), projects=of) for key, of in found.items()]
    return sorted(groups, key=lambda one: not one.heading)


def looked_for(
    pages: Sequence[PageFacts], *, text: str, kind: str
) -> Sequence[PageFacts]:
    """Give the pages of a kind whose title holds every word, in their order."""
    words = fold(text).split()
    return [
        one
        for one in pages
        if (not kind or one.kind.value == kind)
        and all(word in fold("\n".join(one.sheet.title.values())) for word in words)
    ]


def next_of(project: PageFacts, projects: Sequence[PageFacts]) -> PageFacts | None:
    """Give the project that is read after this one; after the last the first."""
    shown = [one for group in grouped(projects) for one in group.projects]
    places = [at for at, one in enumerate(shown) if one.id == project.id]
    others = [one for one in shown if one.id != project.id]
    return others[places[0] % len(others)] if places and others else None


def lead_and_rest(text: Spoken) -> tuple[Spoken, Spoken]:
    r"""
    Part a text after its first paragraph.

    >>> lead, rest = lead_and_rest(Spoken(text="Eins.\n\nZwei.", lang="de"))
    >>> lead.text, rest.text
    ('Eins.', 'Zwei.')
    """
    lead, _gap, rest = text.text.partition("\n\n")
    return (
        Spoken(text=lead.strip(), lang=text.lang),
        Spoken(text=rest.strip(), lang=text.lang),
    )
