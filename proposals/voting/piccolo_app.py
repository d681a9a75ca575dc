"""What Piccolo must know of voting."""

from pathlib import Path

from piccolo.conf.apps import AppConfig

from proposals.voting.tables import (
    PaperCount,
    PutToVote,
    Receipt,
    RoundOption,
    TallyLine,
    Vote,
    VoteCode,
    VotingRound,
)

APP_CONFIG = AppConfig(
    app_name="voting",
    migrations_folder_path=str(Path(__file__).parent / "migrations"),
    table_classes=[
        VotingRound,
        RoundOption,
        PutToVote,
        Receipt,
        Vote,
        TallyLine,
        VoteCode,
        PaperCount,
    ],
    migration_dependencies=["proposals.board.piccolo_app"],
)
