"""What Piccolo must know of council papers."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.papers.tables import (
    Consultation,
    CouncilPaper,
    PaperAddress,
    PaperCost,
    PaperFile,
    PaperRecipient,
    PaperRelation,
    PaperSection,
)

APP_CONFIG = AppConfig(
    app_name="papers",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        CouncilPaper,
        PaperAddress,
        PaperSection,
        PaperCost,
        PaperRecipient,
        Consultation,
        PaperFile,
        PaperRelation,
    ],
    migration_dependencies=["lip.plan.piccolo_app"],
)
