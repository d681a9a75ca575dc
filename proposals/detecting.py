"""
In which language a text is written; the one file that loads the detector.

py3langid (Lui and Baldwin 2012, "langid.py: An Off-the-shelf Language Identification
Tool", trained anew), restricted to the languages of a conference. On 1,004 sentences
in eight languages it is right on all; on their first six words right on 98.4 % and
wrong on 0.3 %, on their first three on 90.8 and 1.0, where the house's own rules come
to 88.0 and 6.2, and to 76.0 and 10.5 (`bench.detecting`; every language counts the
same). Where it is not sure it says "", and people choose; what it says, people can
correct.
"""

from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

from proposals.rules.languages import guess_language
from proposals.rules.tongues import TONGUES, told_by_letters
from proposals.rules.wording import clean

_LOADING = Lock()

SURE = 0.6
"""From here on it is hardly ever wrong; below, the house's rules must agree."""


def detect_language(text: str) -> str:
    """Name the language of a text; "" where nothing speaks clearly for one."""
    plain = clean(text)
    told = told_by_letters(plain)
    if told is not None:
        return told
    guess = guess_language(plain)
    if find_spec("py3langid") is None:
        return guess if guess in TONGUES else ""
    found, sureness = _detector().classify(plain)
    return str(found) if sureness >= SURE or found == guess else ""


def _detector() -> Any:
    """Give the detector; who needs it while somebody loads it waits for that."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:
    """Load it once, and keep of its 139 languages only those that are likely."""
    from py3langid.langid import (  # noqa: PLC0415 - loading takes a while
        MODEL_FILE,
        LanguageIdentifier,
    )

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(whole.labels)
    whole.set_languages([tag for tag in TONGUES if tag in known])
    return LanguageIdentifier(
        whole.nb_ptc,
        whole.nb_pc,
        whole.nb_classes,
        whole.tk_nextmove,
        whole.tk_output,
        norm_probs=True,
        tk_row=whole.tk_row,
    )
