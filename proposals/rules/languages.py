"""
Guesses the language of a short text, for centring vectors where nobody said it.

Script and letters that only one language of a script has come first, then the short
words that a language cannot do without. What gives no hint counts as the language of
most others ("").
"""

import re
from collections import Counter
from collections.abc import Sequence

from proposals.rules.wording import words

_OWN_LETTERS = (
    ("uk", "іїєґІЇЄҐ"),
    ("fa", "پچژگکیۀ"),
    ("ru", "ыэёъЫЭЁЪ"),
    ("vi", "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
)
_SCRIPTS = (
    ("ar", re.compile(r"[\u0621-\u064a]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ti", re.compile(r"[\u1200-\u137f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("zh", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
)
_SHORT_WORDS = {
    "de": "der die das und ist nicht ein eine zu den von mit für auf im dem des sich "
    "auch es an werden aus bei nach wird mehr sind oder als kein keine wir sollte "
    "sollten soll sollen wie nur durch vom zum zur einen einer war hat sie er "
    "haben hatte hatten wurde wurden werde können kann konnte müssen muss darf dürfen "
    "welche welcher welches diese dieser dieses diesen jede jeder jedes alle allen "
    "sagte über unter zwischen viele vielen sehr immer wenn dass damit sowie dann noch "
    "schon also ohne gegen besser mehrere statt sein seine ihre ihren unsere würde "
    "gibt geben machen gemacht beim ihrer etwa hier dort bereits",
    "en": "the and of to in is that for it with as was on be are by this from or an "
    "have has not more we should at which they their were been can he his its "
    "also into than then them these those there when where who will would could your "
    "about after all any because before being both but did do does during each many "
    "most other over said same some such through under until very what while",
    "fr": "le la les des et est un une du que pour dans qui sur pas au aux avec par "
    "ce sont plus il elle en ne se nous ou cette été leur mais être",
    "tr": "ve bir bu için ile da de olan olarak daha çok en ne gibi var kadar sonra "
    "olsun değil her ise ama veya olduğu tarafından",
    "es": "el la los las de y que en un una por con para es no se del al más como "
    "su lo pero son fue ser",
    "it": "il la lo gli le di e che in un una per con è non si del della sono più come "
    "nel alla anche",
    "pl": "i w na z do nie się jest że to dla po od oraz jak być przez są więcej o",
    "pt": "o a os as de e que em um uma por com para não se do da mais são como no na",
    "nl": "de het een en van is dat niet voor met op te zijn aan er ook meer door bij",
    "ro": "și în de la cu pe nu un o să este pentru din mai care sunt",
    "ku": "û li ji bo ku di de ne ev her wê me bi hemû divê zimanê",
    "sq": "dhe të në e me për një që nga është më nuk si ka",
    "hr": "i u na je da se za od s su ne kao što više za biti koji",
}
_TABLE = {tag: frozenset(text.split()) for tag, text in _SHORT_WORDS.items()}


SHORT_WORDS = frozenset().union(*_TABLE.values())


def guess_language(text: str) -> str:
    """Guess the language of a text; "" where nothing speaks for one."""
    for tag, letters in _OWN_LETTERS:
        if any(letter in text for letter in letters):
            return tag
    for tag, script in _SCRIPTS:
        if len(script.findall(text)) * 2 > len(text.replace(" ", "")):
            return tag
    found = words(text.casefold())
    hits = {tag: sum(word in short for word in found) for tag, short in _TABLE.items()}
    best = max(hits, key=lambda tag: hits[tag])
    return best if hits[best] else ""


def guess_languages(texts: Sequence[str]) -> list[str]:
    """Guess the language of each text; without a hint the commonest of all."""
    guesses = [guess_language(text) for text in texts]
    known = Counter(each for each in guesses if each)
    usual = min(known, key=lambda tag: (-known[tag], tag), default="")
    return [each or usual for each in guesses]
