"""The letter that reminds an office of a measure."""

from datetime import date

from lip.mail.documents.letter import Link, Words, Written, write
from lip.measures.documents.blocks import picked
from lip.measures.documents.outline import deadline_words
from lip.measures.rules.measures import MeasureFacts
from lip.measures.rules.status import overdue
from lip.words import _, speaking
from lip.words.catalogues import SOURCE


def reminder_of(
    measure: MeasureFacts, *, site: str, address: str, today: date
) -> Written:
    """Put it into words: which measure, what is overdue, and what to do."""
    with speaking(SOURCE):
        sheet = measure.sheet
        title = picked(sheet.title).text
        late = [
            f"{picked(line.text).text}: {deadline_words(line).text}"
            for line in overdue(sheet.status_kind, sheet.timetable, today=today)
        ]
        asked = _(
            "Bitte teilen Sie der Redaktion mit, wie weit das Vorhaben ist: Was ist "
            "erreicht, was steht noch aus, und bis wann?"
        )
        listed = _("Diese Schritte sind verspätet:") if late else ""
        return write(
            Words(
                head=site,
                subject=_("Bitte um den Stand: %(title)s", title=title),
                greeting=_("Guten Tag,"),
                paragraphs=[
                    _(
                        "im Plan der Stadt steht das Vorhaben „%(title)s“. Sie sind "
                        "dafür zuständig.",
                        title=title,
                    ),
                    asked,
                    *([listed + "\n" + "\n".join(late)] if late else []),
                ],
                button=Link(label=_("Vorhaben lesen"), address=address)
                if address
                else None,
                foot=(
                    _(
                        "Sie erhalten diese E-Mail, weil Ihre Stelle für das Vorhaben "
                        "eingetragen ist. Höchstens alle 30 Tage."
                    ),
                ),
            ),
            language=SOURCE,
        )
