"""Look for a tracking code among the counted ballots."""

from collections.abc import Mapping

from elections.files.bundle import Bundle, board_of, casts_of, listed_of
from elections.rules.cast import CODE_LENGTH, tracking_code
from elections.rules.record import Board
from elections.shown_stages import Person, person_of


def found_by(
    bundle: Bundle, code: str, people: Mapping[str, Person]
) -> Mapping[str, object]:
    """Say whether the ballot of a code was counted, and what is published of it."""
    wanted = "".join(sign for sign in code.upper() if sign.isalnum())
    for one in listed_of(bundle):
        if tracking_code(one.digest).replace("-", "") == wanted:
            return {
                "found": True,
                "digest": one.digest,
                **_marked(bundle, one.digest, people),
            }
    return {"found": False, "well_formed": len(wanted) == CODE_LENGTH}


def _marked(
    bundle: Bundle, digest: str, people: Mapping[str, Person]
) -> Mapping[str, object]:
    """Name what stands on a published ballot; nothing where only digests are."""
    if board_of(bundle) is Board.DIGESTS:
        return {}
    [cast] = [cast for cast in casts_of(bundle) if cast.digest == digest]
    several = any(number != 1 for _mark, number in cast.marks)
    return {
        "marked": [
            (person_of(people, mark).name, str(number) if several else "")
            for mark, number in cast.marks
        ]
    }
