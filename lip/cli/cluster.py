"""`lip cluster` and `lip similar`: topics of a list, and what resembles a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.progress import Progress, TimeElapsedColumn
from rich.table import Table

from lip.cli.csv_tables import CsvTable, read_table, write_table
from lip.cli.opinions import chosen_count
from lip.cli.terminal import err, out, print_json, stop
from lip.words import _, ngettext

if TYPE_CHECKING:
    from proposals.rules.clustering import Clusters
    from proposals.topics import Topic

File = Annotated[Path, typer.Argument(help=_("CSV mit einer Zeile je Vorschlag"))]
TextColumn = Annotated[str, typer.Option(help=_("Spalte mit dem Text"))]
Json = Annotated[bool, typer.Option("--json", help=_("für Programme"))]


def cluster(
    file: File,
    text_column: TextColumn = "text",
    language_column: Annotated[
        str | None, typer.Option(help=_("Spalte mit der Sprache, wenn es eine gibt"))
    ] = None,
    topics: Annotated[str, typer.Option(help=_("Zahl der Bündel, oder auto"))] = "auto",
    seed: Annotated[int, typer.Option(min=0, help=_("Startwert des Verfahrens"))] = 0,
    into: Annotated[
        Path | None,
        typer.Option("--out", help=_("CSV mit den Spalten cluster und cluster_label")),
    ] = None,
    as_json: Json = False,
) -> None:
    """Divide the proposals of a file into topics."""
    count = chosen_count(topics, least=1, most=1000)
    if into is None and not as_json:
        stop(_("Bitte --out oder --json angeben."), 2)
    table = read_table(file)
    places = _filled(table, text_column)
    texts = [text for _place, text in places]
    languages = _languages(table, language_column, [place for place, _text in places])
    from proposals.embedding_many import embed_many  # noqa: PLC0415 - the model
    from proposals.topics import find_topics, name_topics  # noqa: PLC0415 - numpy

    with _progress() as bar:
        read = bar.add_task(_("Vorschläge lesen"), total=len(texts))
        vectors = embed_many(texts, done=lambda more: bar.advance(read, more))
        divided = bar.add_task(_("Bündel suchen"), total=None)
        found = find_topics(
            texts, languages=languages, vectors=vectors, count=count, seed=seed
        )
        bar.update(divided, total=1, completed=1)
        bar.add_task(_("Namen suchen"), total=None)
        named = name_topics(texts, vectors, found, languages=languages)
    if into is not None:
        _write(into, table, _columns(places, found, named))
    if as_json:
        print_json(_as_plain(places, found, named))
    else:
        _show(named, texts)


def similar(
    file: File,
    query: Annotated[
        str, typer.Option(help=_("der Satz, zu dem Ähnliches gesucht ist"))
    ],
    text_column: TextColumn = "text",
    count: Annotated[int, typer.Option(min=1, max=100, help=_("wie viele"))] = 5,
    as_json: Json = False,
) -> None:
    """Find the proposals of a file that resemble a sentence."""
    if not query.strip():
        stop(_("Bitte einen Satz angeben."), 2)
    places = _filled(read_table(file), text_column)
    texts = [text for _place, text in places]
    from proposals.topics import find_similar  # noqa: PLC0415 - numpy and the model

    with _progress() as bar:
        read = bar.add_task(_("Vorschläge lesen"), total=len(texts) + 1)
        nearest = find_similar(
            query, texts, count=count, done=lambda more: bar.advance(read, more)
        )
    if as_json:
        print_json([
            {
                "row": places[each.place][0] + 1,
                "text": texts[each.place],
                "nearness": round(each.nearness, 4),
                "meaning": round(each.meaning, 4),
                "letters": round(each.letters, 4),
                "likely_the_same": each.is_likely_the_same,
            }
            for each in nearest
        ])
        return
    for each in nearest:
        out.print(f"{each.nearness:.2f}  {texts[each.place]}", markup=False)


def _filled(table: CsvTable, column: str) -> list[tuple[int, str]]:
    """List the rows that say something, with their place."""
    texts = table.column(column)
    places = [(place, text) for place, text in enumerate(texts) if text.strip()]
    if not places:
        stop(_("In der Spalte „%(column)s“ steht kein Text.", column=column))
    return places


def _languages(
    table: CsvTable, column: str | None, places: Sequence[int]
) -> list[str] | None:
    if column is None:
        return None
    tags = table.column(column)
    return [tags[place].strip().casefold() for place in places]


def _progress() -> Progress:
    """Make a bar for the terminal, beside what the command prints."""
    return Progress(
        *Progress.get_default_columns(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )


def _columns(
    places: list[tuple[int, str]], found: "Clusters", named: "list[Topic]"
) -> dict[int, tuple[str, str]]:
    texts = [text for _place, text in places]
    labels = [topic.label(texts) for topic in named]
    return {
        place: (str(label + 1), labels[label])
        for (place, _text), label in zip(places, found.labels.tolist(), strict=True)
    }


def _write(into: Path, table: CsvTable, columns: dict[int, tuple[str, str]]) -> None:
    added = ("cluster", "cluster_label")
    kept = [at for at, name in enumerate(table.headings) if name not in added]
    write_table(
        into,
        [*(table.headings[at] for at in kept), *added],
        (
            [*(row[at] for at in kept), *columns.get(place, ("", ""))]
            for place, row in enumerate(table.rows)
        ),
        separator=table.separator,
    )


def _as_plain(
    places: list[tuple[int, str]], found: "Clusters", named: "list[Topic]"
) -> dict[str, Any]:
    texts = [text for _place, text in places]
    return {
        "proposals": len(places),
        "clusters": [
            {
                "cluster": number,
                "label": topic.label(texts),
                "words": topic.words,
                "languages": topic.languages,
                "size": topic.size,
                "medoid": {
                    "row": places[topic.medoid][0] + 1,
                    "text": texts[topic.medoid],
                },
                "typical": [
                    {"row": places[each][0] + 1, "text": texts[each]}
                    for each in topic.typical
                ],
            }
            for number, topic in enumerate(named, start=1)
        ],
        "placements": [
            {
                "row": place + 1,
                "cluster": int(found.labels[at]) + 1,
                "nearness": round(float(found.nearness[at]), 4),
                "next_cluster": int(found.next_labels[at]) + 1,
                "next_nearness": round(float(found.next_nearness[at]), 4),
            }
            for at, (place, _text) in enumerate(places)
        ],
    }


def _show(named: "list[Topic]", texts: Sequence[str]) -> None:
    shown = Table(box=None, pad_edge=False)
    for heading in (_("Bündel"), _("Wörter"), _("Größe"), _("Typischer Vorschlag")):
        shown.add_column(heading)
    for number, topic in enumerate(named, start=1):
        size = ngettext("%(num)s Vorschlag", "%(num)s Vorschläge", topic.size)
        shown.add_row(str(number), topic.label(texts), size, texts[topic.medoid][:200])
    out.print(shown, markup=False)


def add_commands(to: typer.Typer) -> None:
    """Add the commands of this file."""
    to.command("cluster", help=_("Vorschläge nach Themen bündeln."))(cluster)
    to.command("similar", help=_("Ähnliche Vorschläge finden."))(similar)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(lambda: None)
add_commands(app)
