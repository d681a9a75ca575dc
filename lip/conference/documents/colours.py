"""
An accent colour that stays readable whatever the organiser chose (WCAG 2.2, 1.4.6).

>>> contrast("#ffffff", "#000000")
21.0
"""

ACCENT = "#14507a"
INK = "#1a1a1a"
QUIET_INK = "#555555"
PAPER = "#ffffff"
ENOUGH = 7.0


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Compute the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 3)


def ink_on(background: str) -> str:
    """Choose white or black letters for a background, whichever is read better."""
    return max((PAPER, INK), key=lambda ink: contrast(ink, background))


def deepened(colour: str) -> str:
    """
    Darken a colour until it can be read on white at 7:1.

    >>> contrast(deepened("#ffcc00"), "#ffffff") >= 7
    True
    """
    while contrast(colour, PAPER) < ENOUGH:
        darker = bytes(channel * 15 // 16 for channel in _channels(colour))
        colour = f"#{darker.hex()}"
    return colour
