"""What Piccolo must know of public pages and programmes."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.programme.tables import (
    AgendaShift,
    ConferenceFile,
    ConferencePage,
    ProgrammeSession,
    Room,
    Series,
    SessionSpeaker,
    Speaker,
)

APP_CONFIG = AppConfig(
    app_name="programme",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Series,
        ConferencePage,
        Room,
        ProgrammeSession,
        Speaker,
        SessionSpeaker,
        AgendaShift,
        ConferenceFile,
    ],
    migration_dependencies=["lip.mail.piccolo_app"],
)
