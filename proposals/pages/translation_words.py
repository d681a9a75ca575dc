"""Translations as a reader is told of them: by whom, checked or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from lip.conference.pages.language_names import said_language
from lip.words import _, current_language
from proposals.queries.translations import TranslationFacts
from proposals.rules.translating import may_check, may_withdraw, may_write


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationView:
    """A translation with what may be done to it by whoever reads."""

    facts: TranslationFacts
    language: str
    label: str
    kind: str
    icon: str
    may_write: bool
    may_check: bool
    may_withdraw: bool


def translations_in_words(
    translations: Sequence[TranslationFacts], *, staff: bool, ticket: bool, service: str
) -> Sequence[TranslationView]:
    """Describe translations, that into the language of the page first."""
    here = current_language()
    order = sorted(translations, key=lambda one: (one.language != here, one.language))
    may = staff or ticket
    return [
        TranslationView(
            facts=one,
            language=said_language(one.language),
            label=label_of(one, service=service),
            kind=_kind(one),
            icon="circle-check" if _kind(one) == "good" else "info",
            may_write=may and may_write(one.written, staff=staff),
            may_check=may and may_check(one.written, staff=staff),
            may_withdraw=may and may_withdraw(one.written, staff=staff),
        )
        for one in order
    ]


def label_of(one: TranslationFacts, *, service: str) -> str:
    """Say who translated, and whether anybody checked it."""
    if one.earlier_wording:
        return _("Übersetzung einer früheren Fassung")
    if not one.by_machine:
        if one.checked:
            return _("Von Menschen übersetzt und geprüft")
        return _("Von Menschen übersetzt, noch ungeprüft")
    if one.checked:
        return _("Maschinell übersetzt, von Menschen geprüft")
    if service:
        return _("Maschinell übersetzt durch %(service)s, ungeprüft", service=service)
    return _("Maschinell übersetzt, ungeprüft")


def _kind(one: TranslationFacts) -> str:
    if one.earlier_wording:
        return "warn"
    return "good" if one.checked else "note"
