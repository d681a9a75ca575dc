"""What Piccolo must know of the plan."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.plan.tables import (
    Amendment,
    AmendmentEdit,
    Chapter,
    ChapterText,
    FrozenChapter,
    FrozenMeasure,
    FrozenTerm,
    GlossaryTerm,
    LineRemark,
    Plan,
    PlanVersion,
    Wording,
)

APP_CONFIG = AppConfig(
    app_name="plan",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Plan,
        Chapter,
        ChapterText,
        Wording,
        GlossaryTerm,
        PlanVersion,
        FrozenChapter,
        FrozenMeasure,
        FrozenTerm,
        Amendment,
        AmendmentEdit,
        LineRemark,
    ],
    migration_dependencies=["lip.measures.piccolo_app"],
)
