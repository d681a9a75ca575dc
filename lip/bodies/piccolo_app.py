"""What Piccolo must know of bodies and their steps."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.bodies.tables import (
    Body,
    District,
    Step,
)

APP_CONFIG = AppConfig(
    app_name="bodies",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Body,
        District,
        Step,
    ],
    migration_dependencies=["lip.retention.piccolo_app"],
)
