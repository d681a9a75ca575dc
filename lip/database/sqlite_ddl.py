"""
What PostgreSQL can do in one statement, in statements that SQLite has.

UNIQUE becomes a unique index of the same name, and CHECK becomes part of the
table's definition: the table is built anew with it.
"""

import re
from collections.abc import Sequence
from typing import Final

from lip.database.sqlite_connection import Connection

_NAME: Final = r'"?(\w+)"?'
_ADD_UNIQUE: Final = re.compile(
    rf"ALTER TABLE {_NAME} ADD CONSTRAINT {_NAME} UNIQUE (\(.+\))", re.DOTALL
)
_ADD_CHECK: Final = re.compile(
    rf"ALTER TABLE {_NAME} ADD CONSTRAINT {_NAME} (CHECK \(.+\))", re.DOTALL
)
_SET_UNIQUE: Final = re.compile(rf"ALTER TABLE {_NAME} ADD UNIQUE \({_NAME}\)")
_DROP: Final = re.compile(
    rf"ALTER TABLE {_NAME} DROP CONSTRAINT (?:IF EXISTS )?{_NAME}(?:,.*)?", re.DOTALL
)
_ADD_UNIQUE_COLUMN: Final = re.compile(
    rf"ALTER TABLE {_NAME} ADD COLUMN {_NAME} (.+?) UNIQUE\b(.*)", re.DOTALL
)
_UNSUPPORTED: Final = re.compile(r"ALTER TABLE .+ ALTER COLUMN ", re.DOTALL)


async def translated(ddl: str, connection: Connection) -> Sequence[str]:
    """Return the statements that do on SQLite what `ddl` does on PostgreSQL."""
    if not ddl.startswith("ALTER TABLE"):
        return [ddl]
    if match := _ADD_CHECK.fullmatch(ddl):
        table, name, check = match.groups()
        return await _rebuilt(connection, table, add=f'CONSTRAINT "{name}" {check}')
    if match := _DROP.fullmatch(ddl):
        return await _without_constraint(connection, *match.groups())
    if _UNSUPPORTED.match(ddl):
        raise ValueError(f"SQLite cannot do this; add a new column instead: {ddl}")
    return _with_unique_index(ddl)


def _with_unique_index(ddl: str) -> Sequence[str]:
    if match := _ADD_UNIQUE.fullmatch(ddl):
        table, name, columns = match.groups()
        return [f'CREATE UNIQUE INDEX "{name}" ON "{table}" {columns}']
    if match := _SET_UNIQUE.fullmatch(ddl):
        return [_unique_index(*match.groups())]
    if match := _ADD_UNIQUE_COLUMN.fullmatch(ddl):
        table, column, before, after = match.groups()
        plain = f'ALTER TABLE "{table}" ADD COLUMN "{column}" {before}{after}'
        return [plain, _unique_index(table, column)]
    return [ddl]


def _unique_index(table: str, column: str) -> str:
    return f'CREATE UNIQUE INDEX "{table}_{column}_key" ON "{table}" ("{column}")'


async def _without_constraint(
    connection: Connection, table: str, name: str
) -> Sequence[str]:
    definition = await _definition(connection, table)
    if f'CONSTRAINT "{name}" CHECK' in definition:
        return await _rebuilt(connection, table, drop=name)
    return [f'DROP INDEX IF EXISTS "{name}"']


async def _definition(connection: Connection, table: str) -> str:
    rows = await connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    )
    if not rows:
        raise ValueError(f"There is no table {table!r}.")
    return str(rows[0]["sql"])


async def _rebuilt(
    connection: Connection, table: str, *, add: str = "", drop: str = ""
) -> Sequence[str]:
    """
    Build a table anew, as https://www.sqlite.org/lang_altertable.html asks.

    Dropping a table deletes its rows, and with them what refers to them; hence
    rows are only moved while foreign keys are off, as they are in a migration.
    """
    await _refuse_with_foreign_keys(connection, table)
    attached = await connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
        " AND type IN ('index', 'trigger')",
        (table,),
    )
    definition = await _definition(connection, table)
    body = definition[definition.index("(") :].rstrip().removesuffix(")")
    if drop:
        body = _cut(body, f', CONSTRAINT "{drop}" CHECK ')
    if add:
        body = f"{body}, {add}"
    return [
        f'CREATE TABLE "{table}__new" {body})',
        f'INSERT INTO "{table}__new" SELECT * FROM "{table}"',  # noqa: S608  # its name
        f'DROP TABLE "{table}"',
        f'ALTER TABLE "{table}__new" RENAME TO "{table}"',
        *(str(row["sql"]) for row in attached),
    ]


async def _refuse_with_foreign_keys(connection: Connection, table: str) -> None:
    enforced = await connection.execute("PRAGMA foreign_keys")
    filled = await connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1')  # noqa: S608  # its name
    if enforced[0]["foreign_keys"] and filled:
        raise ValueError(
            f"Table {table!r} has rows: change its constraints in a migration."
        )


def _cut(body: str, start: str) -> str:
    """Remove a constraint up to the bracket that closes it."""
    begin = body.index(start)
    depth, quoted = 0, False
    for end in range(begin + len(start), len(body)):
        character = body[end]
        quoted ^= character == "'"
        depth += 0 if quoted else {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            return body[:begin] + body[end + 1 :]
    raise ValueError(f"No end of constraint in {body!r}.")
