"""Show the clusters to everybody, or only to those who work on them."""

from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.queries import subjects_of_requests
from lip.journal.rules.acts import Act
from proposals.board.actions.deed import Deed
from proposals.board.actions.stepping import locked_board
from proposals.board.tables import Board


async def publish_clusters(*, public: bool, deed: Deed) -> bool:
    """Set whether everybody sees the clusters; tell whether that changed anything."""
    async with transaction():
        board = await locked_board(deed)
        known = await subjects_of_requests([deed.request])
        if known or bool(board["public"]) == public:
            return False
        await Board.update({Board.public: public, Board.changed_at: deed.now}).where(
            Board.conference == deed.conference.id
        )
        await note_of(
            Act.CLUSTERS_PUBLISHED if public else Act.CLUSTERS_HIDDEN,
            deed.conference.id,
            deed.conference.key,
            by=deed.by,
            now=deed.now,
            request=deed.request,
        )
    return True
