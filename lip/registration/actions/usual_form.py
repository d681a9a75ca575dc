"""Make the usual form, so that a conference takes registrations after one click."""

from datetime import datetime
from uuid import uuid4

from lip.conference.actions.locks import lock_conference
from lip.conference.queries.conferences import ConferenceFacts
from lip.database import transaction
from lip.journal.actions.note_of import note_of
from lip.journal.rules.acts import Act
from lip.journal.rules.entries import Actor
from lip.registration.actions.usual_fields import USUAL_FIELDS, Usual
from lip.registration.queries.stored import dump_condition, dump_options
from lip.registration.rules.forms import NEEDS, Option
from lip.registration.tables import FormField, RegistrationForm
from lip.said import Said
from lip.words import LANGUAGES, _, speaking

__all__ = ["in_all_languages", "lock_conference", "make_usual_form"]


async def make_usual_form(
    conference: ConferenceFacts, *, by: Actor, now: datetime
) -> bool:
    """Make a form with the usual fields; where there is one, nothing changes."""
    async with transaction():
        await lock_conference(conference)
        here = RegistrationForm.conference == conference.id
        if await RegistrationForm.exists().where(here):
            return False
        await RegistrationForm.insert(
            RegistrationForm(conference=conference.id, changed_at=now)
        )
        await FormField.insert(
            *(
                _row(usual, conference, position)
                for position, usual in enumerate(USUAL_FIELDS, start=1)
            )
        )
        await note_of(Act.FORM_MADE, conference.id, conference.key, by=by, now=now)
    return True


def in_all_languages(sentence: str) -> Said:
    """Say a sentence of the catalogue in every language that has it."""
    texts: dict[str, str] = {}
    for tag in LANGUAGES if sentence else ():
        with speaking(tag):
            said = _(sentence)
        if said != sentence or tag == "de":
            texts[tag] = said
    return Said(texts)


def _row(usual: Usual, conference: ConferenceFacts, position: int) -> FormField:
    options = [
        Option(value=value, label=in_all_languages(word))
        for value, word in usual.options
    ]
    kept = conference.needs_kept_days if usual.target in NEEDS else usual.kept_days
    return FormField(
        id=uuid4(),
        conference=conference.id,
        key=usual.key,
        kind=usual.kind,
        target=usual.target,
        label=in_all_languages(usual.label).dump(),
        hint=in_all_languages(usual.hint).dump(),
        options=dump_options(options),
        shown_if=dump_condition(usual.shown_if),
        required=usual.required,
        sensitive=usual.sensitive,
        purpose=in_all_languages(usual.purpose).dump(),
        seen_by=usual.seen_by,
        kept_days=kept,
        position=position,
    )
