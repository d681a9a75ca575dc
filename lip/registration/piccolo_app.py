"""What Piccolo must know of registrations."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from lip.registration.tables import (
    Answer,
    Consent,
    FormField,
    Group,
    Invitation,
    Party,
    Place,
    RegistrationForm,
    SignUp,
    StatisticCount,
    StatisticQuestion,
)

APP_CONFIG = AppConfig(
    app_name="registration",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        RegistrationForm,
        Group,
        FormField,
        Party,
        Place,
        SignUp,
        Answer,
        Consent,
        Invitation,
        StatisticQuestion,
        StatisticCount,
    ],
    migration_dependencies=["lip.programme.piccolo_app"],
)
