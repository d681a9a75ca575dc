"""What a ballot shows, the same on a phone, on a tablet and for a printed code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from datetime import datetime

from lip.conference.queries.conferences import ConferenceFacts
from lip.errors import Refusal
from lip.said import Spoken
from lip.web.forms import Form
from lip.web.page import AnyRequest
from lip.words import _, current_language, ngettext
from proposals.voting.pages.moments import said_end
from proposals.voting.queries.own import OwnPart, Shown
from proposals.voting.queries.rounds import RoundFacts, options_of
from proposals.voting.queries.translated import Translated, translations_in
from proposals.voting.rules.points import Method, Terms, left
from proposals.voting.rules.result import Option

NOT_A_NUMBER = -1_000_000
MOST_SIGNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One option as somebody sees it: its own words, and hers where there are any."""

    position: int
    called: int
    title: Spoken
    text: Spoken
    field: Spoken
    cost: int
    given: int | None
    typed: str
    translation: Translated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """A ballot: the round, its cards, what is left, and what went wrong."""

    round: RoundFacts
    title: Spoken
    intro: Spoken
    cards: Sequence[Card]
    one: Card | None
    left: int
    terms: str
    ends: str
    error: str = ""
    answered: int = 0
    given: Mapping[int, int] = field_of(default_factory=dict)

    @property
    def method(self) -> str:
        """Name the way of voting, for templates."""
        return self.round.terms.method.value


async def ballot_view(
    request: AnyRequest,
    one: RoundFacts,
    conference: ConferenceFacts,
    part: OwnPart,
    *,
    now: datetime,
    form: Form | None = None,
    refusal: Refusal | None = None,
    wanted: int = 0,
) -> BallotView:
    """Put a ballot together; `form` holds what was sent and not stored."""
    language = current_language()
    options = await options_of(one.id)
    known = await translations_in(one.id, language)
    typed = _typed(form, options)
    given = part.vote.marks
    cards = [
        _card(option, given, typed, known.get(option.position), conference)
        for option in options
    ]
    following = None
    if one.terms.method is Method.OPINION:
        shown: Shown = request.app.state.shown_options
        option = _wanted(options, wanted) or await shown.next_option(
            one, list(options), part, now=now
        )
        following = next(
            (c for c in cards if option and c.position == option.position), None
        )
    say = request.app.state.sentences.say
    counted = read_marks(form) if form else given
    usable = {at: mark for at, mark in counted.items() if mark != NOT_A_NUMBER}
    return BallotView(
        round=one,
        title=one.title.pick(language, conference.language),
        intro=one.intro.pick(language, conference.language),
        cards=cards,
        one=following,
        left=left(usable, one.terms, one.costs),
        terms=terms_in_words(one.terms),
        ends=said_end(one.closes_at, conference.zone, now=now),
        error=say(refusal) if refusal else "",
        answered=len(given),
        given=given,
    )


def _wanted(options: Sequence[Option], position: int) -> Option | None:
    return next((one for one in options if one.position == position), None)


def _typed(form: Form | None, options: Sequence[Option]) -> Mapping[int, str]:
    if form is None:
        return {}
    return {
        option.position: form.raw(f"o-{option.position}")[:MOST_SIGNS]
        for option in options
    }


def _card(
    option: Option,
    given: Mapping[int, int],
    typed: Mapping[int, str],
    translation: Translated | None,
    conference: ConferenceFacts,
) -> Card:
    language = current_language()
    mark = given.get(option.position)
    title = option.title.pick(language, conference.language)
    return Card(
        position=option.position,
        called=option.called,
        title=Spoken(text=title.text, lang="" if title.lang == "und" else title.lang),
        text=Spoken(text=option.text, lang=option.language),
        field=option.field.pick(language, conference.language),
        cost=option.cost,
        given=mark,
        typed=typed.get(option.position, str(mark) if mark else ""),
        translation=translation if option.language != language else None,
    )


def read_marks(form: Form) -> Mapping[int, int]:
    """Read what was given to which option; nonsense becomes a mark nobody counts."""
    if form.raw("option"):
        return {_number(form.raw("option")): _number(form.raw("mark"))}
    marks = {}
    for name in form.names():
        if name.startswith("o-") and (text := form.raw(name).strip()):
            marks[_number(name.removeprefix("o-"))] = _number(text)
    return {place: mark for place, mark in marks.items() if mark}


def _number(text: str) -> int:
    plain = text.strip()
    digits = plain.removeprefix("-")
    if len(plain) > MOST_SIGNS or not digits.isascii() or not digits.isdigit():
        return NOT_A_NUMBER
    return int(plain)


def terms_in_words(terms: Terms) -> str:
    """Say what somebody may give, in a sentence."""
    if terms.method is Method.OPINION:
        return _(
            "Sie sehen einen Vorschlag nach dem anderen. "
            "Sie können aufhören, wann Sie möchten."
        )
    if terms.method is Method.BUDGET:
        return _(
            "Wählen Sie aus, was bezahlt werden soll: "
            "zusammen höchstens %(budget)s Euro.",
            budget=terms.budget,
        )
    if terms.method is Method.APPROVE:
        return ngettext(
            "Sie können %(num)s auswählen.",
            "Sie können bis zu %(num)s auswählen.",
            terms.most,
        )
    points = ngettext(
        "Sie haben %(num)s Punkt.", "Sie haben %(num)s Punkte.", terms.most
    )
    each = ngettext(
        "Auf jeden Vorschlag passt einer.",
        "Auf einen Vorschlag passen bis zu %(num)s.",
        terms.each,
    )
    return f"{points} {each}"
