"""Fields of action, made by the real action."""

from uuid import UUID

from lip.fields.actions.change_fields import FieldWish, add_field
from lip.journal.rules.entries import COMMAND
from lip.said import Said
from tests.factories import clock

WORDS = {
    "Bildung": "Deutschkurse, Sprachkurse, Schule, Kita, Lehrkräfte",
    "Soziales": "Wohnung, Gesundheit, Krankenhaus, Pflege",
    "Stadtleben": "Vereine, Sport, Musik, Feste, Parks, Nachbarschaft",
}


async def make_field(name: str = "Bildung", words: str = "", **names: str) -> UUID:
    wish = FieldWish(
        name=Said.of(de=name, **names),
        words=Said.of(de=words or WORDS.get(name, "")),
    )
    return await add_field(wish, by=COMMAND, now=clock())
