"""Keep the words of public pages where they are found by their stems."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from lip.database.migrations import sql_for

ID = "2026-11-22T15:30:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Keep the words of public pages"

ON_SQLITE = [
    """
    CREATE VIRTUAL TABLE search_words USING fts5(
        document UNINDEXED, title, body,
        tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
    )
    """
]
ON_POSTGRES = [
    """
    CREATE TABLE search_words (
        document uuid PRIMARY KEY REFERENCES search_document ON DELETE CASCADE,
        title tsvector NOT NULL,
        body tsvector NOT NULL
    )
    """,
    "CREATE INDEX search_words_by_title ON search_words USING gin (title)",
    "CREATE INDEX search_words_by_body ON search_words USING gin (body)",
]


async def forwards() -> MigrationManager:
    manager = MigrationManager(
        migration_id=ID, app_name="publishing", description=DESCRIPTION
    )
    manager.add_raw(sql_for({"sqlite": ON_SQLITE, "postgres": ON_POSTGRES}))
    return manager
