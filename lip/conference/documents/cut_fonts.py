"""
Cut the fonts that we ship out of the full Noto fonts.

    python -m lip.conference.documents.cut_fonts FOLDER

FOLDER holds the originals (`docs/fonts.md` says which and where they come from).
Two kinds are written: TrueType for documents and pictures, which need every script
of the house in one go, and WOFF2 for browsers, cut finer so that a page in German
loads 30 kB and not 400.
"""

import hashlib
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[3]
TYPEFACES = Path(__file__).parent / "typefaces"
WEB = ROOT / "static" / "fonts" / "web"
STYLESHEET = ROOT / "static" / "css" / "fonts.css"

PUNCTUATION = "U+0020-0022,U+0027-0029,U+002C-002F,U+003A-003B,U+00A0,U+00AB,U+00BB,U+200C-200F,U+2010-2015,U+2018-201E,U+2026,U+25CC"  # fmt: skip # noqa: E501 - one range a mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One piece of a font: which characters of which family."""

    name: str
    family: str
    ranges: str
    edition: str = ""  # folder of the originals, where there are several
    on_web: bool = True
    in_documents: bool = True


LATIN = "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2002-2003,U+2007,U+2009-200B,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F-2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2713"  # fmt: skip # noqa: E501
LATIN_MORE = "U+0100-0130,U+0132-0151,U+0154-024F,U+0250-02AF,U+02B0-02BA,U+02BD-02C5,U+02C7-02D9,U+02DB,U+02DD-02FF,U+0300-036F,U+1DC4-1DC7,U+1E00-1E9F,U+1EF2-1EFF,U+A78B-A78C"  # fmt: skip # noqa: E501
VIETNAMESE = "U+1EA0-1EF1,U+20AB"
GREEK = "U+0370-03FF,U+1F00-1FFF"
ARABIC = f"{PUNCTUATION},U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FD3E-FD3F,U+FDF2,U+FDFC"
CYRILLIC = "U+0400-052F,U+1C80-1C88,U+2DE0-2DFF,U+A640-A69F"

CUTS = (
    Cut(name="latin", family="NotoSans", ranges=LATIN, in_documents=False),
    Cut(name="latin-more", family="NotoSans", ranges=LATIN_MORE, in_documents=False),
    Cut(name="vietnamese", family="NotoSans", ranges=VIETNAMESE, in_documents=False),
    Cut(name="greek", family="NotoSans", ranges=GREEK, in_documents=False),
    Cut(name="cyrillic", family="NotoSans", ranges=CYRILLIC, in_documents=False),
    Cut(
        name="latin-greek-cyrillic",
        family="NotoSans",
        ranges=f"{LATIN},{LATIN_MORE},{VIETNAMESE},{GREEK},{CYRILLIC}",
        on_web=False,
    ),
    Cut(
        name="arabic",
        family="NotoSansArabic",
        ranges=ARABIC,
        edition="new",
        in_documents=False,
    ),
    # The newer edition sets letters and their dots as two glyphs; names copied out of
    # a PDF then come out twice over. On the web that does not matter.
    Cut(
        name="arabic",
        family="NotoSansArabic",
        ranges=ARABIC,
        edition="old",
        on_web=False,
    ),
    Cut(
        name="ethiopic",
        family="NotoSansEthiopic",
        ranges="U+1200-139F,U+2D80-2DDF,U+AB00-AB2F",
    ),
    Cut(name="georgian", family="NotoSansGeorgian", ranges="U+10A0-10FF,U+1C90-1CBF"),
    Cut(name="armenian", family="NotoSansArmenian", ranges="U+0530-058F,U+FB13-FB17"),
    Cut(
        name="hebrew",
        family="NotoSansHebrew",
        ranges="U+0590-05FF,U+20AA,U+FB1D-FB4F",
    ),
)
WEIGHTS = {400: "Regular", 700: "Bold"}


def _characters(ranges: str) -> list[int]:
    found: list[int] = []
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.partition("-")
        found.extend(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _options(flavor: str | None) -> subset.Options:
    options = subset.Options()
    options.flavor = flavor
    options.hinting = False
    options.layout_features = ["*"]
    options.drop_tables += ["STAT"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    return options


def cut(source: Path, target: Path, *, ranges: str) -> frozenset[int]:
    """Write one piece and tell which characters it holds."""
    web = target.suffix == ".woff2"
    options = _options("woff2" if web else None)
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=_characters(ranges))
    cutter.subset(font)
    target.parent.mkdir(parents=True, exist_ok=True)
    subset.save_font(font, str(target), options)
    return frozenset(TTFont(target).getBestCmap())


def _originals(folder: Path, cut_: Cut, weight: int) -> Path:
    pattern = f"{cut_.family}[_-]*{WEIGHTS[weight]}.ttf"
    return next((folder / cut_.edition).rglob(pattern))


def _range(characters: Iterable[int]) -> str:
    """Write characters as CSS ranges, joined across points that mean nothing."""
    spans: list[list[int]] = []
    for point in sorted(characters):
        if spans and not any(map(_assigned, range(spans[-1][1] + 1, point))):
            spans[-1][1] = point
        else:
            spans.append([point, point])
    return ",".join(
        f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in spans
    )


def _assigned(point: int) -> bool:
    return unicodedata.category(chr(point)) != "Cn"


def _face(file: str, weight: int, characters: Iterable[int]) -> str:
    return (
        '@font-face {\n  font-family: "Noto Sans";\n'
        f"  font-weight: {weight};\n  font-display: swap;\n"
        f'  src: url("../fonts/web/{file}");\n'
        f"  unicode-range: {_range(characters)};\n}}\n"
    )


def cut_for_documents(folder: Path) -> None:
    """Write the TrueType files that typst and Pillow read."""
    for piece in (piece for piece in CUTS if piece.in_documents):
        for weight, word in WEIGHTS.items():
            target = TYPEFACES / f"{piece.family}-{word}.ttf"
            cut(_originals(folder, piece, weight), target, ranges=piece.ranges)


def cut_for_web(folder: Path) -> None:
    """Write the WOFF2 files and the style sheet that declares them."""
    faces = ["/* Written by lip.conference.documents.cut_fonts. */\n"]
    for weight in WEIGHTS:
        taken: set[int] = set()
        for piece in (piece for piece in CUTS if piece.on_web):
            file = f"noto-sans-{piece.name}-{weight}.woff2"
            source = _originals(folder, piece, weight)
            held = cut(source, WEB / file, ranges=piece.ranges)
            faces.append(_face(file, weight, held - taken))
            taken |= held
    STYLESHEET.parent.mkdir(parents=True, exist_ok=True)
    STYLESHEET.write_text("\n".join(faces), encoding="utf-8")


def digests(folders: Sequence[Path]) -> Iterable[str]:
    """List each file with its version and SHA-256, as rows of a table."""
    for folder in folders:
        for path in sorted((*folder.glob("*.ttf"), *folder.glob("*.woff2"))):
            version = TTFont(path)["name"].getDebugName(5)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield f"| `{path.relative_to(ROOT)}` | {version} | `{digest}` |"


def main(folder: Path) -> None:
    """Cut everything and print the table for `static/fonts/LICENSES.md`."""
    cut_for_documents(folder)
    cut_for_web(folder)
    sys.stdout.write("\n".join(digests((TYPEFACES, WEB))) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
