"""What Piccolo must know of the board."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from proposals.board.tables import (
    Board,
    BoardStep,
    Cluster,
    MapPoint,
    Placement,
    Removal,
    SuggestionRun,
)

APP_CONFIG = AppConfig(
    app_name="board",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Board,
        Cluster,
        Placement,
        Removal,
        MapPoint,
        BoardStep,
        SuggestionRun,
    ],
    migration_dependencies=["proposals.piccolo_app"],
)
