"""What Piccolo must know of the journal."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.journal.tables import JournalEntry

APP_CONFIG = AppConfig(
    app_name="journal",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[JournalEntry],
)
