"""Slips with a code each: to be cut, handed out against a ticket, and scanned."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lip.conference.documents.compiling import WHOLE, compile_pdf
from lip.conference.documents.fonts import direction, settable
from lip.conference.documents.qr import qr_svg
from lip.conference.rules.codes import shown
from lip.said import Said
from lip.words import LANGUAGES, _, language_of, speaking

FOLDER = Path(__file__).parent / "typst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A slip to be printed; its code is made again from the key, and never stored."""

    package: int
    place: int
    code: str


def slips_pdf(
    slips: Sequence[Slip],
    *,
    title: Said,
    conference: str,
    base_url: str,
    language: str,
) -> bytes:
    """Set slips, eight on an A4 page, with the way to vote in every language."""
    base = base_url.rstrip("/")
    address = f"{base}/v".partition("://")[2]
    with speaking(language):
        heading = _("Stimmcodes: %(title)s", title=title.pick(language).text)
        cut = _("Bitte nur gegen ein Ticket ausgeben. Gilt für eine Person.")
    values = {
        "lang": language,
        "rtl": language_of(language).direction == "rtl",
        "title": settable(heading),
        "conference": _said(conference),
        "cut": _said(cut),
        "titles": [_said(text) for text in title.values()][:3],
        "ways": [_said(_way(tag, address)) for tag in LANGUAGES],
        "slips": [_slip(slip, base, language) for slip in slips],
    }
    return compile_pdf("slips", values, folder=FOLDER, root=WHOLE)


def _way(tag: str, address: str) -> str:
    with speaking(tag):
        return _(
            "Abstimmen: QR-Code scannen oder den Code eingeben auf %(address)s",
            address=f"\u2066{address}\u2069",
        )


def _slip(slip: Slip, base: str, language: str) -> dict[str, object]:
    code = shown(slip.code)
    with speaking(language):
        place = _(
            "Paket %(package)s · Zettel %(place)s",
            package=slip.package,
            place=slip.place,
        )
        alt = _("QR-Code zum Stimmcode %(code)s", code=code)
    return {
        "svg": qr_svg(f"{base}/v/{code}"),
        "code": code,
        "place": _said(place),
        "alt": settable(alt),
    }


def _said(text: str) -> dict[str, str]:
    clean = settable(text)
    return {"text": clean, "dir": direction(clean)}
