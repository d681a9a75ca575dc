"""What Piccolo must know of conferences."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.conference.tables import (
    Absence,
    CheckIn,
    Conference,
    ConferenceDay,
    DoorConflict,
    Need,
    Participant,
    Prolonging,
    Remains,
    UploadedList,
)

APP_CONFIG = AppConfig(
    app_name="conference",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Conference,
        ConferenceDay,
        Participant,
        Need,
        CheckIn,
        Absence,
        DoorConflict,
        UploadedList,
        Prolonging,
        Remains,
    ],
    migration_dependencies=["lip.accounts.piccolo_app"],
)
