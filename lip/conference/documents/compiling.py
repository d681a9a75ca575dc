"""Turn a typst template and values into a PDF that assistive technology can read."""

import json
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import typst

from lip.conference.documents.fonts import TYPEFACES
from lip.made_once import digest_of_files, made_once

TEMPLATES = Path(__file__).parent / "typst"
_ROOT = Path(__file__).parents[2]
"""What templates may read: those of other areas import ours from here."""
WHOLE = _ROOT.parent
"""The same for areas beside `lip`, which import ours from /lip."""
_LARGE = 100_000  # bytes


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[TYPEFACES],
    )


def compile_pdf(
    template: str,
    values: Mapping[str, object],
    *,
    folder: Path = TEMPLATES,
    root: Path = _ROOT,
) -> bytes:
    """
    Set a template as PDF/UA-1; `folder` is where an area keeps its own.

    The values travel as one JSON text and are only ever content, so a name that
    looks like markup stays a name.
    """
    said = json.dumps(values, ensure_ascii=False)
    path = folder / f"{template}.typ"
    return made_once(partial(_set, path, said, root), of=partial(_source, path, said))


def _source(path: Path, said: str) -> Iterator[str]:
    """Tell all that decides how a document comes out."""
    yield from (_house(), digest_of_files(path.parent, ending=".typ"), path.name, said)


@cache
def _house() -> str:
    """Tell of our fonts, of the templates of all areas, and of who sets them."""
    folders = sorted(_ROOT.glob("*/documents/typst"))
    templates = digest_of_files(*folders, ending=".typ")
    return f"{version('typst')} {digest_of_files(TYPEFACES)} {templates}"


def _set(path: Path, said: str, root: Path) -> bytes:
    compiler = typst.Compiler(
        path, root=root, font_paths=_fonts(), sys_inputs={"values": said}
    )
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(pdf, bytes)
    if len(pdf) > _LARGE:
        _forget()
    return pdf


def _forget() -> None:
    """
    Empty typst's memory of what it laid out, which it keeps for ten documents.

    Nobody prints the same sheet again; without this a server grows to 400 MB.
    """
    for _round in range(11):
        typst.Compiler(b"", font_paths=_fonts()).compile(format="svg")
