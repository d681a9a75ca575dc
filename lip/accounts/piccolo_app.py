"""What Piccolo must know of accounts."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.accounts.tables import Pass, Person, RoleGrant, Session

APP_CONFIG = AppConfig(
    app_name="accounts",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[Person, RoleGrant, Pass, Session],
)
