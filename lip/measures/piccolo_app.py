"""What Piccolo must know of measures."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.measures.tables import (
    Agreement,
    AgreementFile,
    Cost,
    CouncilNote,
    FrozenFile,
    Goal,
    Indicator,
    IndicatorValue,
    Location,
    Measure,
    MeasureDistrict,
    MeasureField,
    Milestone,
    Partner,
    Related,
    Statement,
    StatusChange,
)

APP_CONFIG = AppConfig(
    app_name="measures",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Measure,
        MeasureDistrict,
        MeasureField,
        Goal,
        Milestone,
        Location,
        Cost,
        Partner,
        CouncilNote,
        Indicator,
        IndicatorValue,
        Agreement,
        AgreementFile,
        FrozenFile,
        Statement,
        Related,
        StatusChange,
    ],
    migration_dependencies=["lip.bodies.piccolo_app"],
)
