"""Bodies as other areas name them, and their public pages."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from uuid import NAMESPACE_URL, UUID, uuid5

from lip.bodies.queries.bodies import all_bodies
from lip.bodies.queries.for_programs import times_of_bodies
from lip.bodies.rules.bodies import BodyFacts
from lip.subjects import Document, Subject, SubjectKind
from lip.words import _


async def bodies_as_subjects(ids: Collection[UUID]) -> Mapping[UUID, Subject]:
    """Name bodies by their ids; those that are not there are left out."""
    there = await all_bodies() if ids else ()
    return {one.id: _subject(one) for one in there if one.id in ids}


async def body_documents() -> AsyncIterator[Document]:
    """List the page of every body in each language of its name, and that of all."""
    there = await all_bodies()
    if not there:
        return
    times = await times_of_bodies()
    yield Document(
        kind=SubjectKind.BODY,
        id=uuid5(NAMESPACE_URL, "bodies"),
        path="/bodies",
        title=_("Gremien"),
        text="\n".join(name for one in there for name in one.name.values()),
        changed_at=max(changed for _made, changed in times.values()),
    )
    for one in there:
        for tag, name in one.name.items():
            yield Document(
                kind=SubjectKind.BODY,
                id=one.id,
                path=_path(one),
                title=name,
                language=tag,
                text="\n".join(_words(one)),
                changed_at=times[one.id][1],
            )


def _words(one: BodyFacts) -> Sequence[str]:
    said = (one.short_name, one.street, one.town, one.phone, one.email, one.website)
    return [text for text in said if text]


def _path(one: BodyFacts) -> str:
    return f"/bodies/{one.key}"


def _subject(one: BodyFacts) -> Subject:
    return Subject(
        kind=SubjectKind.BODY,
        id=one.id,
        title=one.name,
        path=_path(one),
        code=one.short_name,
        public=True,
    )
