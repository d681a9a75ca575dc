"""Read lists of people to invite, and say with which words they are invited."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from lip.conference.queries.conferences import ConferenceFacts
from lip.keys import Keys
from lip.mail.rules.addresses import is_usable
from lip.registration.actions.change_form import needed_form
from lip.registration.actions.invite import Sender
from lip.registration.documents.invitation_letters import InvitationWords
from lip.registration.queries.titles import title_of
from lip.registration.rules.forms import FormFacts, GroupFacts
from lip.registration.rules.invitations import (
    MOST_INVITED,
    Invited,
    ListLine,
    read_list,
)
from lip.settings import Settings
from lip.web.forms import Form
from lip.words import LANGUAGES, N_, _, current_language

LONGEST_LIST: Final = 300_000  # characters
PROBLEMS: Final = {
    "twice": N_("diese Adresse steht schon weiter oben"),
    "address": N_("das ist keine E-Mail-Adresse"),
    "nobody": N_("hier steht weder Name noch Adresse"),
    "too_long": N_("das ist zu lang"),
}


def problem_said(code: str) -> str:
    """Say what is wrong with a line of a list."""
    return _(PROBLEMS[code])


def groups_offered(groups: Sequence[GroupFacts]) -> list[tuple[str, str]]:
    """Offer the groups to invite into."""
    named = ((str(one.id), one.name.pick(current_language()).text) for one in groups)
    return [("", _("ohne Gruppe")), *named]


def group_sent(form: Form, groups: Sequence[GroupFacts]) -> UUID | None:
    """Read the group that was chosen."""
    text = form.raw("group")
    if not text:
        return None
    found = next((one.id for one in groups if str(one.id) == text), None)
    if found is None:
        form.refuse("group", _("Bitte wählen Sie einen der Werte aus der Liste."))
    return found


async def people_sent(form: Form) -> tuple[Sequence[Invited], Sequence[ListLine]]:
    """Read one person or a list; give who is invited, and the lines that are wrong."""
    if form.raw("earlier"):
        return (), ()
    if form.raw("way") == "list":
        return await _list(form)
    email = form.text("email", most=254)
    name = form.text("name", most=200)
    language = form.raw("language")
    if email and not is_usable(email):
        form.refuse("email", _("„%(text)s“ ist keine E-Mail-Adresse.", text=email))
    if not name and not email:
        form.refuse("name", _("Bitte geben Sie einen Namen oder eine E-Mail ein."))
    return [
        Invited(
            name=name, email=email, language=language if language in LANGUAGES else ""
        )
    ], ()


async def _list(form: Form) -> tuple[Sequence[Invited], Sequence[ListLine]]:
    text = form.text("list", most=LONGEST_LIST, lines=True)
    if upload := form.upload("file"):
        text = "\n".join([text, _decoded(await upload.read())]).strip()
    lines = read_list(text, languages=list(LANGUAGES))
    people = [one.invited for one in lines if one.invited]
    if not lines:
        form.refuse("list", _("Bitte fügen Sie eine Liste ein."))
    if len(people) > MOST_INVITED:
        form.refuse(
            "list",
            _(
                "Auf einmal können Sie höchstens %(most)s Menschen einladen.",
                most=MOST_INVITED,
            ),
        )
    wrong = [one for one in lines if one.problem and one.problem != "twice"]
    if wrong:
        form.refuse("list", _("Einige Zeilen lassen sich nicht lesen."))
    return people, wrong


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content[:LONGEST_LIST].decode(encoding)
        except UnicodeDecodeError:
            continue
    return content[:LONGEST_LIST].decode("latin-1")


async def sender_of(
    conference: ConferenceFacts, *, keys: Keys, settings: Settings
) -> Sender:
    """Say with which words and from which address people are invited."""
    words = await invitation_words(conference, await needed_form(conference))
    return Sender(words=words, keys=keys, base_url=settings.base_url)


async def invitation_words(
    conference: ConferenceFacts, form: FormFacts
) -> InvitationWords:
    """Gather the letter of an invitation: own words, or those of the house."""
    return InvitationWords(
        title=await title_of(conference),
        subject=form.invitation_subject,
        text=form.invitation_text,
    )
