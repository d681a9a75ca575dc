"""The contact points on paper, to hang up or hand out."""

from collections.abc import Sequence

from lip.conference.documents.colours import ACCENT
from lip.measures.documents.blocks import picked
from lip.measures.documents.setting import set_paper, set_text
from lip.measures.queries.contact_points import ContactPoint
from lip.measures.queries.names import Names
from lip.measures.words import PLACES
from lip.partial_dates import PartialDate
from lip.web.pages import ZONE
from lip.web.partial_dates import said as date_in_words
from lip.words import _, language_of, speaking


def contact_points_pdf(
    points: Sequence[ContactPoint],
    names: Names,
    *,
    site: str,
    language: str,
    accent: str = ACCENT,
) -> bytes:
    """Set the list as PDF/UA-1, one point below the other."""
    with speaking(language):
        words = {
            "list": _("Anlaufstellen"),
            "lead": _("Hier bekommen Sie Rat und Hilfe."),
            "at": _last_change(points),
            "page": _("Seite %(page)s von %(pages)s", page="{page}", pages="{pages}"),
            "site": site,
        }
        rows = [_point(one, names) for one in points]
    return set_paper(
        "contact_points",
        words["list"],
        words,
        language=language,
        accent=accent,
        points=rows,
    )


def _last_change(points: Sequence[ContactPoint]) -> str:
    """Say of which day the list is, by what was changed last."""
    if not points:
        return ""
    last = max(one.changed_at for one in points).astimezone(ZONE)
    return _("Stand: %(day)s", day=date_in_words(PartialDate.of(last.date())))


def _point(point: ContactPoint, names: Names) -> dict[str, object]:
    place = point.place
    district = names.districts.get(place.district) if place.district else None
    tongues = ", ".join(
        language_of(tag).name for tag in place.languages.split(",") if tag
    )
    facts = (
        (_("Wann"), picked(place.opening).text),
        (_("Wobei"), picked(place.service).text),
        (_("Sprachen"), tongues),
        (_("Stadtbezirk"), district.name if district else ""),
        (_("Telefon"), place.phone),
        (_("Website"), place.website),
        (_("Stand"), _(PLACES[place.state])),
        (_("Hinweis"), picked(place.note).text),
        (_("Vorhaben"), picked(point.measure_title).text),
    )
    return {
        "address": set_text(place.address),
        "facts": [[set_text(word), set_text(text)] for word, text in facts if text],
    }
