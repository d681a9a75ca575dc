"""What an organiser reads when choosing a badge format."""

from lip.conference.rules.badges import A6, A7, Back, BadgeFormat
from lip.words import _, ngettext


def format_label(format_: BadgeFormat) -> str:
    """Describe a format in the current language: size, paper, sides."""
    return " · ".join(filter(None, (_sheet(format_), _sides(format_), _paper(format_))))


def _size(format_: BadgeFormat) -> str:
    width, height = format_.badge
    for name, iso in (("A6", A6), ("A7", A7)):
        if sorted((width, height)) == sorted(iso):
            return name
    return _("%(width)s × %(height)s mm", width=f"{width:g}", height=f"{height:g}")


def _sheet(format_: BadgeFormat) -> str:
    if format_.per_sheet == 1:
        return _("%(size)s, ein Schild je Blatt", size=_size(format_))
    return ngettext(
        "A4 mit %(num)s Schild, %(size)s",
        "A4 mit %(num)s Schildern, %(size)s",
        format_.per_sheet,
        size=_size(format_),
    )


def _sides(format_: BadgeFormat) -> str:
    match format_.reverse:
        case Back.EMPTY:
            return ""
        case Back.PRINTED:
            return _("beidseitig, über die lange Kante gewendet")
        case Back.FOLDED:
            return _("zum Falten, auf beiden Seiten lesbar")


def _paper(format_: BadgeFormat) -> str:
    if format_.plain_paper:
        return _("einfaches Papier zum Schneiden")
    return ", ".join(format_.paper)
