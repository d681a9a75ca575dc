"""What Piccolo must know of elections."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from elections.tables import (
    AnnulledCredential,
    Association,
    Delegate,
    Election,
    Nomination,
    OfficerConsent,
    PaperBatch,
    PaperKeying,
    PollKeys,
    RecordPart,
    RollEntry,
    Ruling,
    SealedBallot,
    SigningKey,
    Slate,
)

APP_CONFIG = AppConfig(
    app_name="elections",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Election,
        Association,
        Delegate,
        Slate,
        Nomination,
        RollEntry,
        Ruling,
        SealedBallot,
        AnnulledCredential,
        PollKeys,
        SigningKey,
        RecordPart,
        PaperBatch,
        PaperKeying,
        OfficerConsent,
    ],
    migration_dependencies=["lip.registration.piccolo_app"],
)
