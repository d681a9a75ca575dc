"""What Piccolo must know of published pages."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.publishing.tables import DutyPage, SearchDocument, SearchState

APP_CONFIG = AppConfig(
    app_name="publishing",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        DutyPage,
        SearchDocument,
        SearchState,
    ],
    migration_dependencies=["lip.news.piccolo_app"],
)
