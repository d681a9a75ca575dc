"""What Piccolo must know of fields of action."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.fields.tables import FieldOfAction

APP_CONFIG = AppConfig(
    app_name="fields",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[FieldOfAction],
    migration_dependencies=["lip.accounts.piccolo_app"],
)
