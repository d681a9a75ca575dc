"""What is said when a picture cannot be used."""

from collections.abc import Mapping
from typing import Final

from lip.words import N_

SENTENCES: Final[Mapping[str, str]] = {
    "photo_empty": N_("Bitte wählen Sie ein Foto aus. Diese Datei ist leer."),
    "photo_too_large": N_(
        "Das Foto ist zu groß. Bitte wählen Sie eins mit höchstens %(most)s MB, "
        "oder fotografieren Sie mit geringerer Auflösung."
    ),
    "photo_has_too_many_pixels": N_(
        "Das Foto hat zu viele Bildpunkte. "
        "Bitte fotografieren Sie mit geringerer Auflösung."
    ),
    "photo_unreadable": N_(
        "Diese Datei ist kein lesbares Foto. "
        "Bitte wählen Sie ein Foto als JPEG, PNG oder WebP."
    ),
    "no_such_photo": N_("Dieses Foto gibt es nicht mehr."),
}
