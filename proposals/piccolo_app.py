"""What Piccolo must know of proposals."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from proposals.tables import (
    Collecting,
    Comment,
    FollowUp,
    Proposal,
    ProposalPhoto,
    ProposalTranslation,
    ProposalVector,
    ProposalVersion,
    Support,
    TranslationErrand,
)

APP_CONFIG = AppConfig(
    app_name="proposals",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        Collecting,
        Proposal,
        ProposalVersion,
        ProposalVector,
        Support,
        ProposalPhoto,
        ProposalTranslation,
        TranslationErrand,
        Comment,
        FollowUp,
    ],
    migration_dependencies=["lip.registration.piccolo_app", "lip.fields.piccolo_app"],
)
