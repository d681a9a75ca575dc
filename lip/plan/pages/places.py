"""Where somebody speaks: a text of a draft that she may read, in a language."""

from collections.abc import Sequence

from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from lip.plan.pages.speakers import Speaker
from lip.plan.pages.text_place import Place
from lip.plan.queries.chapters import chapter_by_key, shown_text, shown_texts
from lip.plan.rules.chapters import TextHead
from lip.words import current_language


async def provide_asked_place(
    speaker: NamedDependency[Speaker],
    plan: FromPath[str],
    chapter: FromPath[str],
    language: FromQuery[str] = "",
) -> Place:
    """Find the text that an address is about."""
    return await place_of(speaker, plan, chapter, language)


async def place_of(
    speaker: Speaker, plan: str, chapter: str, language: str = ""
) -> Place:
    """Find a text that somebody may read, in a language or the next best."""
    place, _ = await place_with_tongues(speaker, plan, chapter, language)
    return place


async def place_with_tongues(
    speaker: Speaker, plan: str, chapter: str, language: str = ""
) -> tuple[Place, Sequence[TextHead]]:
    """Give the same with all languages of the chapter."""
    there = await speaker.plan(plan)
    found = await chapter_by_key(there.id, chapter)
    heads = (await shown_texts([found.id])).get(found.id, ())
    tags = [one.language for one in heads]
    own = () if speaker.editor else (current_language(),)
    wanted = (language, *own, there.language, *tags)
    tag = next((one for one in wanted if one in tags), there.language)
    text = await shown_text(found.id, tag)
    return Place(plan=there, chapter=found, text=text), heads


def typed_number(text: str) -> int:
    """Read a number of lines in an address; what is none is 0."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
