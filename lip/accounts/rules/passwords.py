"""What makes a password good enough (after NIST SP 800-63B: length, no rituals)."""

from typing import Final

SHORTEST: Final = 12
LONGEST: Final = 128

COMMON: Final = frozenset({
    "passwort1234",
    "passwortpasswort",
    "password1234",
    "passwordpassword",
    "123456789012",
    "qwertzuiopasdf",
    "integration2026",
    "migrationskonferenz",
})


def weakness(password: str, *, name: str) -> str | None:
    """Say as a refusal code why a password will not do, or None if it will."""
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    folded = password.casefold()
    if folded in COMMON or len(set(folded)) < 5:
        return "password_too_common"
    if name and name.casefold() in folded:
        return "password_contains_name"
    return None
