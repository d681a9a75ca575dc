"""What Piccolo must know of projects and news."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.news.tables import (
    NewsItem,
    Project,
    ProjectEvent,
    Quotation,
)

APP_CONFIG = AppConfig(
    app_name="news",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Project,
        ProjectEvent,
        NewsItem,
        Quotation,
    ],
    migration_dependencies=["lip.papers.piccolo_app"],
)
