"""Comments as pages show and read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lip.conference.pages.language_names import said_language
from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import TooLate, TooMany, Unusable
from lip.journal.rules.entries import Actor
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import _
from proposals.actions.comment import Remark, Writer, write_comment
from proposals.pages.tongue_choices import known_tongue
from proposals.queries.comments import CommentFacts
from proposals.rules.handing_in import tidy
from proposals.rules.standing import Reason
from proposals.words import REASONS, STANDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """A comment with its state, reason and language in words."""

    facts: CommentFacts
    standing: str
    reason: str
    language: str


def comments_in_words(comments: Sequence[CommentFacts]) -> Sequence[CommentView]:
    """Describe comments in the language of the page."""
    return [
        CommentView(
            facts=one,
            standing=_(STANDINGS[one.standing]),
            reason=_(REASONS[Reason(one.reason)]) if one.reason else "",
            language=said_language(one.language) if one.language else "",
        )
        for one in comments
    ]


async def send_remark(
    request: AnyRequest,
    form: Form,
    number: int,
    *,
    writer: Writer,
    conference: ConferenceFacts,
    by: Actor,
    now: datetime,
) -> int | Mapping[str, str]:
    """Send what was typed; give its number, or say what is wrong with it."""
    remark = Remark(
        text=tidy(form.raw("text")),
        language=known_tongue(form.raw("language")),
        author_name=form.text("author_name") if form.ticked("show_name") else "",
    )
    if form.errors:
        return form.errors
    try:
        made = await write_comment(
            number,
            remark,
            writer=writer,
            conference=conference,
            by=by,
            now=now,
            request=form.request_key(),
        )
    except (Unusable, TooLate, TooMany) as refusal:
        sentence: str = request.app.state.sentences.say(refusal)
        return {"text": sentence}
    request.app.state.live.changed(conference.key)
    return made
