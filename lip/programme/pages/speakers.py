"""Speakers of a conference: names with consent, functions, organisations."""

from lip.programme.actions.furnish import SpeakerWish, remove_speaker, save_speaker
from lip.programme.pages.furniture import Furniture, Values, router_of
from lip.programme.queries.sessions import speakers_of
from lip.programme.rules.sessions import SpeakerFacts
from lip.web.forms import Form
from lip.words import LANGUAGES


def _read(form: Form) -> SpeakerWish:
    return SpeakerWish(
        name=form.text("name", required=True),
        function=form.said("function"),
        organisation=form.text("organisation", most=300),
        may_be_named=form.ticked("may_be_named"),
    )


def _values(speaker: SpeakerFacts | None) -> Values:
    if speaker is None:
        return {"name": "", "function": {}, "organisation": "", "may_be_named": False}
    return {
        "name": speaker.name,
        "function": speaker.function,
        "organisation": speaker.organisation,
        "may_be_named": speaker.may_be_named,
    }


def _typed(form: Form) -> Values:
    return {
        "name": form.raw("name")[:500],
        "function": {tag: form.raw(f"function-{tag}")[:500] for tag in LANGUAGES},
        "organisation": form.raw("organisation")[:500],
        "may_be_named": form.ticked("may_be_named"),
    }


router = router_of(
    Furniture(
        one="speaker",
        many="speakers",
        rows=speakers_of,
        beside=lambda speaker: speaker.function,
        values=_values,
        typed=_typed,
        read=_read,
        save=save_speaker,
        remove=remove_speaker,
    )
)
