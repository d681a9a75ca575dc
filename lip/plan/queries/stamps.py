"""Say something that is different when anything shown of a plan is."""

from datetime import datetime
from typing import Final

from lip.database import fetch

_STAMP: Final = """
WITH p AS (SELECT id, changed_at FROM plan WHERE key = ?),
    c AS (SELECT id, changed_at FROM chapter WHERE plan = (SELECT id FROM p)),
    t AS (SELECT changed_at, version FROM chapter_text
        WHERE chapter IN (SELECT id FROM c)),
    g AS (SELECT changed_at FROM glossary_term WHERE plan = (SELECT id FROM p)),
    a AS (SELECT changed_at, initiator_name FROM amendment
        WHERE chapter IN (SELECT id FROM c)),
    r AS (SELECT hidden, author_name FROM line_remark
        WHERE chapter IN (SELECT id FROM c)),
    s AS (SELECT changed_at, public_from FROM step
        WHERE subject_kind = 'chapter' AND subject IN (SELECT id FROM c))
SELECT p.id, p.changed_at,
    (SELECT max(changed_at) FROM c) AS chapters,
    (SELECT count(*) FROM c) AS number_of_chapters,
    (SELECT max(changed_at) FROM t) AS texts,
    (SELECT sum(version) FROM t) AS saved,
    (SELECT max(changed_at) FROM g) AS terms,
    (SELECT count(*) FROM g) AS number_of_terms,
    (SELECT max(changed_at) FROM a) AS amendments,
    (SELECT count(*) FROM a) AS number_of_amendments,
    (SELECT count(*) FROM a WHERE initiator_name <> '') AS named_amendments,
    (SELECT count(*) FROM r) AS number_of_remarks,
    (SELECT count(*) FROM r WHERE author_name <> '') AS named_remarks,
    (SELECT count(*) FROM r WHERE hidden) AS hidden_remarks,
    (SELECT max(changed_at) FROM s) AS steps,
    (SELECT count(*) FROM s WHERE public_from <= ?) AS public_steps,
    (SELECT count(*) FROM measure WHERE public_from <= ?) AS measures,
    (SELECT max(changed_at) FROM body) AS bodies,
    (SELECT max(changed_at) FROM field_of_action) AS fields,
    (SELECT max(number) FROM plan_version WHERE plan = p.id) AS versions
FROM p
"""


async def stamp_of(plan: str, *, now: datetime) -> str:
    """
    Stamp what everybody may read of a plan, or nothing where there is no such plan.

    A step or measure that becomes public by its date changes it too, though nobody
    writes a row then.
    """
    rows = await fetch(_STAMP, plan, now, now)
    return "|".join(str(value) for value in rows[0].values()) if rows else ""
