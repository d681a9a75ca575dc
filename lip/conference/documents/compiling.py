"""Turn a typst template and values into a PDF that assistive technology can read."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from lip.conference.documents.fonts import TYPEFACES

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
    compiler = typst.Compiler(
        folder / f"{template}.typ",
        root=root,
        font_paths=_fonts(),
        sys_inputs={"values": json.dumps(values, ensure_ascii=False)},
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
