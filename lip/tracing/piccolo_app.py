"""What Piccolo must know of traces."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.tracing.tables import (
    AnswerWish,
    Reported,
    Trace,
    TracedProposal,
)

APP_CONFIG = AppConfig(
    app_name="tracing",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Trace,
        TracedProposal,
        Reported,
        AnswerWish,
    ],
    migration_dependencies=["proposals.piccolo_app"],
)
