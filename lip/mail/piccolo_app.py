"""What Piccolo must know of the outbox."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.mail.tables import (
    MailEnclosure,
    MailOut,
)

APP_CONFIG = AppConfig(
    app_name="mail",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        MailOut,
        MailEnclosure,
    ],
    migration_dependencies=["lip.conference.piccolo_app"],
)
