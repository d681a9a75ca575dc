"""Read and write the CSV files that commands work on."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lip.cli.terminal import MACHINE, stop
from lip.conference.files.encodings import decode
from lip.errors import Unusable
from lip.words import _


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTable:
    """A CSV file as it was: headings, rows of equal width, the separator."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    separator: str

    def column(self, heading: str) -> list[str]:
        """Give a column, or end the command by naming the ones there are."""
        if heading not in self.headings:
            stop(
                _(
                    "Die Spalte „%(column)s“ gibt es nicht. Es gibt: %(columns)s.",
                    column=heading,
                    columns=", ".join(self.headings),
                )
            )
        place = self.headings.index(heading)
        return [row[place] for row in self.rows]


def read_table(path: Path) -> CsvTable:
    """Read a CSV file in any usual encoding, or end the command with a sentence."""
    try:
        text, _encoding = decode(path.read_bytes())
    except FileNotFoundError:
        stop(_("Die Datei %(file)s gibt es nicht.", file=str(path)), MACHINE)
    except OSError as error:
        stop(_("Das ging nicht: %(error)s", error=str(error)), MACHINE)
    except Unusable as refusal:
        sentence = _("Zeile %(line)s lässt sich nicht als Text lesen.")
        stop(sentence % {"line": refusal.facts.get("line", 1)})
    table = _parse(text)
    if not table.rows:
        stop(_("In der Datei %(file)s stehen keine Zeilen.", file=str(path)))
    return table


def _parse(text: str) -> CsvTable:
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(sys.maxsize)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    headings = tuple(next(lines, ()))
    width = len(headings)
    rows = tuple(tuple((line + [""] * width)[:width]) for line in lines if any(line))
    return CsvTable(headings=headings, rows=rows, separator=separator)


def write_table(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    separator: str,
) -> None:
    """Write a CSV file, or end the command with a sentence."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, delimiter=separator)
            lines.writerow(headings)
            lines.writerows(rows)
    except OSError as error:
        stop(_("Das ging nicht: %(error)s", error=str(error)), MACHINE)
