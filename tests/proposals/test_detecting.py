"""The language of short texts, as people type them."""

import pytest

from proposals.detecting import detect_language
from proposals.rules.tongues import TONGUES

TEXTS = {
    "de": "abends deutsch kurse für leute mit schichtarbeit",
    "en": "Interpreters at the doctor's, paid by the city.",
    "tr": "Daha çok ders",
    "ar": "نحتاج إلى مترجمين في المستشفى",
    "fa": "به مشاوره برای پیدا کردن کار نیاز داریم",
    "uk": "Потрібна допомога з реєстрацією дитини в садок",
    "ru": "Спортивные клубы должны быть открыты для всех",
    "pl": "Więcej nauczycieli z historią migracji",
    "ku": "Li nexweşxaneyan wergêr hebin, bi şev jî.",
    "ckb": "هەموو مناڵێک مافی فێربوونی زمانی دایکی هەیە",
    "ti": "ወረቓቕቲ ናይ ምምሕዳር ብቐሊል ቋንቋ ይጽሓፉ።",
    "fr": "Simplifier les demandes de subvention",
    "es": "Derecho a voto para quienes viven aquí",
    "vi": "Các hội đoàn cần phòng họp miễn phí",
    "so": "Waxaan u baahanahay fasallo badan oo luqadda ah",
    "ps": "موږ د ژبې کورسونو ته اړتیا لرو",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_what_is_clear_is_found(tag: str):
    assert detect_language(TEXTS[tag]) == tag


@pytest.mark.parametrize(
    "text",
    ["", "😀", "123", "asdfgh", "Kurse", "አማርኛ ቋንቋ ትምህርት", "http://example.org"],
)
def test_what_is_not_clear_is_left_to_people(text: str):
    assert detect_language(text) == ""


def test_only_languages_that_can_be_chosen_are_found():
    for text in ("Vi trenger flere kurs om kvelden", "Oppilaat tarvitsevat apua"):
        assert detect_language(text) in {"", *TONGUES}


def test_the_beginning_of_a_sentence_is_hardly_ever_taken_for_another_language():
    begun = {tag: " ".join(text.split()[:6]) for tag, text in TEXTS.items()}

    found = {tag: detect_language(text) for tag, text in begun.items()}

    assert all(found[tag] in {"", tag} for tag in TEXTS)
    assert sum(found[tag] == tag for tag in TEXTS) >= 0.9 * len(TEXTS)
