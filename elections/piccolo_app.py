"""What Piccolo must know of elections."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from elections.tables import (
    Election,
    Nomination,
    OfficerConsent,
    PollKeys,
    RollEntry,
    SealedBallot,
)

APP_CONFIG = AppConfig(
    app_name="elections",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Election,
        Nomination,
        RollEntry,
        SealedBallot,
        PollKeys,
        OfficerConsent,
    ],
    migration_dependencies=["lip.registration.piccolo_app"],
)
