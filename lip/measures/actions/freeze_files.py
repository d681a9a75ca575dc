"""Keep the files that a version of the plan names."""

from collections.abc import Collection

from lip.database import fetch_in, transaction
from lip.errors import Conflict
from lip.measures.tables import AgreementFile


async def freeze_files(digests: Collection[str]) -> None:
    """
    Move files to where they stay, within the act that freezes the measures.

    The bytes lie there once, whatever number of versions and agreements has them.
    Where somebody took a file away in this moment, the act is refused.
    """
    async with transaction():
        there = await fetch_in(
            "SELECT digest FROM frozen_file WHERE digest IN", digests
        )
        missing = set(digests) - {row["digest"] for row in there}
        await fetch_in(
            "INSERT INTO frozen_file (digest, content) SELECT digest, content "
            "FROM agreement_file WHERE length(content) > 0 AND digest IN",
            missing,
            "ON CONFLICT (digest) DO NOTHING RETURNING digest",
        )
        kept = await fetch_in("SELECT digest FROM frozen_file WHERE digest IN", missing)
        if len(kept) < len(missing):
            raise Conflict("agreement_changed_meanwhile")
        if missing:
            await AgreementFile.update({AgreementFile.content: b""}).where(
                AgreementFile.digest.is_in(list(missing))
            )
