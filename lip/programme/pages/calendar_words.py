"""What a calendar says of sessions, in the language of the address."""

from collections.abc import Iterable, Sequence

from lip.conference.queries.conferences import ConferenceFacts
from lip.programme.documents.calendar import CalendarEntry
from lip.programme.pages.programme_words import ShownSession, shown_session
from lip.programme.rules.sessions import SessionFacts
from lip.words import _


def entries_of(
    conference: ConferenceFacts, sessions: Sequence[SessionFacts], *, address: str
) -> Sequence[CalendarEntry]:
    """Put sessions into what a calendar shows; `address` is that of the programme."""
    return [_entry(one, conference, address) for one in sessions]


def _entry(
    one: SessionFacts, conference: ConferenceFacts, address: str
) -> CalendarEntry:
    shown = shown_session(one, conference)
    return CalendarEntry(
        id=one.id,
        title=shown.title,
        begins_at=one.begins,
        ends_at=one.ends,
        text="\n".join(_lines(shown)),
        place=", ".join(filter(None, (shown.room, shown.way.text, conference.place))),
        address=f"{address}#s-{one.id}",
        called_off=one.called_off,
        version=one.version,
        changed_at=one.changed_at or one.starts_at,
    )


def _lines(shown: ShownSession) -> Iterable[str]:
    if shown.called_off:
        yield _("Fällt aus")
    if shown.late:
        yield shown.late
    yield shown.kind_label
    if shown.text:
        yield shown.text.text
    for one in shown.speakers:
        said = ", ".join(filter(None, (one.name, one.function.text, one.organisation)))
        if said:
            yield said
    if shown.languages:
        yield _("Sprachen: %(languages)s", languages=shown.languages)
    if shown.interpreting:
        yield _("Dolmetschen: %(languages)s", languages=shown.interpreting)
