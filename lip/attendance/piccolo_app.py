"""What Piccolo must know of attendance."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.attendance.tables import (
    AttendanceTerms,
    Certificate,
    FeedbackAnswer,
    FeedbackQuestion,
    FeedbackSheet,
    RoomVisit,
)

APP_CONFIG = AppConfig(
    app_name="attendance",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        RoomVisit,
        AttendanceTerms,
        Certificate,
        FeedbackQuestion,
        FeedbackSheet,
        FeedbackAnswer,
    ],
    migration_dependencies=["lip.registration.piccolo_app"],
)
