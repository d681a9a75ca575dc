"""What people say to a whole plan, to a chapter, or to it in one language."""

from uuid import UUID


def narrowed(
    alias: str, plan: UUID, chapter: UUID | None, language: str
) -> tuple[str, list[object]]:
    """
    Give the end of a condition on the rows of a plan, and all values of it.

    >>> narrowed("a", UUID(int=1), None, "de")
    ('AND a.language = ? ', [UUID('00000000-0000-0000-0000-000000000001'), 'de'])
    """
    where, values = "", list[object]([plan])
    if chapter is not None:
        where += f"AND {alias}.chapter = ? "
        values.append(chapter)
    if language:
        where += f"AND {alias}.language = ? "
        values.append(language)
    return where, values
