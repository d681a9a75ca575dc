"""The fields that most conferences ask for, worded in every language of the site."""

from dataclasses import dataclass
from typing import Final

from lip.registration.rules.field_kinds import FieldKind, Reader
from lip.registration.rules.forms import SESSIONS, Condition
from lip.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """A usual field; its sentences are German, to be translated."""

    key: str
    kind: FieldKind
    label: str
    purpose: str
    target: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    shown_if: Condition | None = None
    required: bool = False
    sensitive: bool = False
    seen_by: Reader = Reader.ORGANISERS
    kept_days: int = 0


_DIETS: Final = (
    ("vegetarisch", N_("vegetarisch")),
    ("vegan", N_("vegan")),
    ("halal", N_("halal")),
    ("koscher", N_("koscher")),
    ("ohne Laktose", N_("ohne Laktose")),
    ("ohne Gluten", N_("ohne Gluten")),
)

USUAL_FIELDS: Final[tuple[Usual, ...]] = (
    Usual(
        key="given_name",
        kind=FieldKind.LINE,
        target="given_name",
        label=N_("Vorname"),
        hint=N_("Wie Sie genannt werden möchten. Das kann auch ein Rufname sein."),
        purpose=N_("Damit wir Sie ansprechen und Ihr Namensschild drucken können."),
        required=True,
        seen_by=Reader.BADGE,
    ),
    Usual(
        key="family_name",
        kind=FieldKind.LINE,
        target="family_name",
        label=N_("Nachname"),
        purpose=N_("Damit wir Sie am Einlass auch ohne Ticket finden."),
        seen_by=Reader.BADGE,
    ),
    Usual(
        key="organisation",
        kind=FieldKind.LINE,
        target="organisation",
        label=N_("Verein oder Organisation"),
        hint=N_("Wenn Sie für einen Verein, ein Amt oder eine Gruppe kommen."),
        purpose=N_("Damit andere wissen, für wen Sie sprechen."),
        seen_by=Reader.BADGE,
    ),
    Usual(
        key="email",
        kind=FieldKind.EMAIL,
        target="email",
        label=N_("E-Mail"),
        hint=N_("Sie können sich auch ohne E-Mail anmelden."),
        purpose=N_("Damit wir Ihnen Ihr Ticket und Änderungen schicken können."),
    ),
    Usual(
        key="phone",
        kind=FieldKind.PHONE,
        target="phone",
        label=N_("Telefon"),
        purpose=N_("Damit wir Sie erreichen, wenn sich kurzfristig etwas ändert."),
    ),
    Usual(
        key="language",
        kind=FieldKind.LANGUAGE,
        target="language",
        label=N_("In welcher Sprache sollen wir Ihnen schreiben?"),
        purpose=N_("Damit Sie Ticket und Briefe in Ihrer Sprache bekommen."),
        seen_by=Reader.DOOR,
    ),
    Usual(
        key="spoken_languages",
        kind=FieldKind.LANGUAGES,
        target="spoken_languages",
        label=N_("Welche Sprachen sprechen Sie?"),
        purpose=N_("Damit sich Menschen mit gleicher Sprache finden."),
        seen_by=Reader.BADGE,
    ),
    Usual(
        key="sessions",
        kind=FieldKind.CHOICES,
        target=SESSIONS,
        label=N_("Woran möchten Sie teilnehmen?"),
        purpose=N_("Damit genug Plätze da sind."),
    ),
    Usual(
        key="interpreting",
        kind=FieldKind.LANGUAGES,
        target="interpreting",
        label=N_("In welche Sprache sollen wir für Sie dolmetschen?"),
        hint=N_("Auch in Deutsche Gebärdensprache."),
        purpose=N_("Damit wir Dolmetscherinnen und Dolmetscher bestellen können."),
        seen_by=Reader.INTERPRETERS,
        kept_days=14,
    ),
    Usual(
        key="childcare",
        kind=FieldKind.NUMBER,
        target="childcare",
        label=N_("Wie viele Kinder bringen Sie zur Betreuung mit?"),
        purpose=N_("Damit genug Menschen auf die Kinder aufpassen."),
        seen_by=Reader.CHILDCARE,
        kept_days=14,
    ),
    Usual(
        key="ages",
        kind=FieldKind.LINE,
        label=N_("Wie alt sind die Kinder?"),
        hint=N_("Zum Beispiel: 3 und 7 Jahre."),
        purpose=N_("Damit die Betreuung zum Alter passt."),
        shown_if=Condition(key="childcare"),
        seen_by=Reader.CHILDCARE,
        kept_days=14,
    ),
    Usual(
        key="access",
        kind=FieldKind.LINES,
        target="access",
        label=N_("Was brauchen Sie, um gut teilnehmen zu können?"),
        hint=N_("Zum Beispiel: Platz für einen Rollstuhl, ein ruhiger Raum."),
        purpose=N_("Damit wir Raum und Weg für Sie vorbereiten."),
        sensitive=True,
        seen_by=Reader.DOOR,
        kept_days=14,
    ),
    Usual(
        key="diet",
        kind=FieldKind.CHOICES,
        target="diet",
        label=N_("Was sollen wir beim Essen beachten?"),
        purpose=N_("Damit für Sie etwas zu essen da ist."),
        options=_DIETS,
        sensitive=True,
        seen_by=Reader.KITCHEN,
        kept_days=14,
    ),
)
