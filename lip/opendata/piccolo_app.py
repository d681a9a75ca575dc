"""What Piccolo must know of open data."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.opendata.tables import OpenObject, WithheldName

APP_CONFIG = AppConfig(
    app_name="opendata",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[OpenObject, WithheldName],
    migration_dependencies=["lip.retention.piccolo_app"],
)
