"""That a conference is called off, or takes place after all, in a person's language."""

from lip.conference.documents.people import when_said
from lip.conference.queries.conferences import ConferenceFacts
from lip.mail.documents.letter import Link, Words, Written, write
from lip.registration.rules.calling_off import News
from lip.said import Said
from lip.words import _, speaking


def news_letter(
    news: News,
    conference: ConferenceFacts,
    title: Said,
    *,
    name: str,
    language: str,
    ticket: str,
) -> Written:
    """Write to somebody registered what has become of the conference."""
    spoken = title.pick(language, conference.language)
    with speaking(language):
        subject, paragraphs = _said(news, spoken.text)
        facts = ((_("Wann"), when_said(conference)), (_("Wo"), conference.place))
        said = Words(
            head=spoken,
            subject=subject,
            greeting=_("Guten Tag %(name)s,", name=name) if name else _("Guten Tag,"),
            paragraphs=paragraphs,
            facts=[(label, value) for label, value in facts if value],
            button=Link(label=_("Ihr Ticket öffnen"), address=ticket),
            foot=(_("Sie bekommen diese Nachricht, weil Sie angemeldet sind."),),
        )
        return write(said, language=language)


def _said(news: News, title: str) -> tuple[str, tuple[str, ...]]:
    if news is News.CALLED_OFF:
        return _("Abgesagt: %(conference)s", conference=title), (
            _("leider müssen wir Ihnen sagen: Diese Konferenz ist abgesagt."),
            _("Bitte kommen Sie nicht. Sie müssen sich nicht abmelden."),
        )
    return _("Findet doch statt: %(conference)s", conference=title), (
        _("gute Nachricht: Die Konferenz findet doch statt. Ihr Ticket gilt weiter."),
        _(
            "Können Sie nicht mehr kommen? Dann sagen Sie bitte auf der Seite Ihres "
            "Tickets ab."
        ),
    )
