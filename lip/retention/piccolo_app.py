"""What Piccolo must know of retention."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.retention.tables import DeletionRecord

APP_CONFIG = AppConfig(
    app_name="retention",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[DeletionRecord],
    migration_dependencies=["lip.conference.piccolo_app"],
)
