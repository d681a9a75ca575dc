"""`lip suggest-clusters`: let the machine suggest clusters for a conference."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated
from uuid import uuid4

import typer
from rich.progress import Progress

from lip.cli.opinions import chosen_count
from lip.cli.running import command, err, machine, out, print_json, stop
from lip.conference.queries.conferences import ConferenceFacts, conference_by_key
from lip.journal.rules.entries import COMMAND
from lip.words import _, current_language, ngettext
from proposals.board.actions.deed import Deed
from proposals.board.actions.suggest import MOST_TOPICS, ask_for_clusters
from proposals.board.actions.work_through import work_through, work_through_one
from proposals.board.queries.board import BoardView, Column, board_of
from proposals.board.queries.suggestions import RunFacts, run_by_id
from proposals.board.rules.suggesting import RunState

GENTLY = 5
"""Other work of the machine comes first."""


@command
async def suggest_clusters(
    conference: Annotated[str, typer.Option(help=_("Kürzel der Konferenz"))] = "",
    topics: Annotated[str, typer.Option(help=_("Zahl der Bündel, oder auto"))] = "auto",
    seed: Annotated[int, typer.Option(min=0, help=_("Startwert des Verfahrens"))] = 0,
    waiting: Annotated[
        bool, typer.Option("--waiting", help=_("nur tun, was auf der Pinnwand wartet"))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=_("für Programme"))] = False,
) -> None:
    """Suggest clusters, as the button on the board does."""
    if waiting:
        os.nice(GENTLY)
        while await work_through_one(_clock):
            pass
        return
    if not conference:
        stop(_("Bitte --conference mit dem Kürzel der Konferenz angeben."), 2)
    count = chosen_count(topics, least=1, most=MOST_TOPICS)
    here = await conference_by_key(conference)
    run = await _run(here, count, seed)
    if run.state is RunState.FAILED:
        stop(_("Das ging nicht. Bitte versuchen Sie es noch einmal."))
    view = await board_of(here.id)
    if as_json:
        print_json(_plain(run, view))
    else:
        _show(view)


async def _run(here: ConferenceFacts, count: int | None, seed: int) -> RunFacts:
    """Ask, and work it through; one that another process is at is waited for."""
    deed = Deed(conference=here, by=COMMAND, now=machine().now, request=uuid4())
    run = await ask_for_clusters(topics=count, seed=seed, deed=deed)
    with _progress() as heard:
        await work_through(run.id, _clock, heard=heard)
    return await run_by_id(run.id)


def _clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar on the terminal, beside what the command prints."""
    with Progress(console=err, transient=True) as bar:
        task = bar.add_task(_("Vorschläge lesen"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _plain(run: RunFacts, view: BoardView) -> dict[str, object]:
    return {
        "run": str(run.id),
        "state": run.state.value,
        "proposals": run.total,
        "standing": view.facts.standing,
        "clusters": [
            {
                "cluster": one.number,
                "name": dict(one.name),
                "words": [word.text for word in one.words],
                "kept": one.kept,
                "medoid": one.medoid,
                "typical": [card.number for card in one.typical],
                "proposals": [
                    {
                        "proposal": card.number,
                        "by_person": card.by_person,
                        "distance": card.distance,
                    }
                    for card in one.cards
                ],
            }
            for one in view.columns
        ],
    }


def _show(view: BoardView) -> None:
    for one in view.columns:
        many = ngettext("%(num)s Vorschlag", "%(num)s Vorschläge", len(one.cards))
        out.print(f"{one.number:3}  {_label(one)}  ({many})", markup=False)


def _label(one: Column) -> str:
    language = current_language()
    return (one.name.pick(language) or one.short_name(language)).text


def add_commands(to: typer.Typer) -> None:
    """Add the command of the board."""
    to.command(
        "suggest-clusters", help=_("Bündel für die Pinnwand vorschlagen lassen.")
    )(suggest_clusters)


app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(lambda: None)
add_commands(app)
