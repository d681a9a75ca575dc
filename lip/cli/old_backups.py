"""Backups that hold what should be gone, and what a restore brings back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import typer

from lip.cli.retention import kinds_kept, show, told
from lip.cli.running import out, print_json
from lip.database.backup import StoredBackup, list_backups
from lip.kept import Kind
from lip.retention.actions.after_restore import Kept
from lip.retention.actions.purge import due
from lip.retention.queries.outlook import longest_of_all
from lip.retention.queries.records import last_deleted
from lip.retention.rules.backups import Verdict, judge_backup
from lip.words import _, ngettext

TOO_OLD: Final = 4
"""The exit code when a backup is older than the longest retention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A backup in a folder with the verdict on it."""

    stored: StoredBackup
    verdict: Verdict


async def show_backups(folder: Path, *, now: datetime, as_json: bool) -> None:
    """List the backups of a folder; end with a code of its own if one must go."""
    kinds = kinds_kept()
    longest = await longest_of_all(kinds)
    judged = await _judged(list_backups(folder), kinds, longest=longest, now=now)
    if as_json:
        print_json([_for_programs(one, now) for one in judged])
    else:
        _print(judged, kinds, longest)
    if any(one.verdict.too_old for one in judged):
        raise typer.Exit(TOO_OLD)


async def _judged(
    stored: Sequence[StoredBackup],
    kinds: Sequence[Kind],
    *,
    longest: timedelta,
    now: datetime,
) -> Sequence[Judged]:
    deleted = dict(await last_deleted())
    deleted |= {one.kind: now for one in (await due(kinds, now=now)).deleted}
    order = [kind.name for kind in kinds]
    return [
        Judged(
            stored=one,
            verdict=judge_backup(
                one.made_at, now=now, longest=longest, deleted=deleted, order=order
            ),
        )
        for one in stored
    ]


def _for_programs(one: Judged, now: datetime) -> dict[str, object]:
    return {
        "file": one.stored.path,
        "made_at": one.stored.made_at.isoformat(),
        "revision": one.stored.revision,
        "bytes": one.stored.bytes,
        "age_days": (now - one.stored.made_at).days,
        "lapsed": list(one.verdict.lapsed),
        "too_old": one.verdict.too_old,
    }


def _print(judged: Sequence[Judged], kinds: Sequence[Kind], longest: timedelta) -> None:
    labels = {kind.name: _(kind.label) for kind in kinds}
    for one in judged:
        stored = one.stored
        line = f"{stored.made_at.isoformat()}  {stored.path}  {stored.bytes}"
        out.print(line, markup=False)
        if one.verdict.too_old:
            sentence = _(
                "Bitte löschen: älter als die längste Frist von %(days)s Tagen.",
                days=longest.days,
            )
            out.print(f"    {sentence}", style="bold red", markup=False)
        if one.verdict.lapsed:
            names = ", ".join(labels[kind] for kind in one.verdict.lapsed)
            sentence = _(
                "Seitdem gelöscht, hier noch enthalten: %(names)s", names=names
            )
            out.print(f"    {sentence}", markup=False)
    if not judged:
        out.print(_("In diesem Ordner liegt keine Sicherung."))


def promises_told(kept: Kept) -> Mapping[str, object]:
    """Say for programs what was deleted again after a restore."""
    return {
        "purged": told(kept.purged),
        "erased_again": kept.erased,
        "records_carried": kept.carried,
    }


def show_promises(kept: Kept, kinds: Sequence[Kind]) -> None:
    """Print what was deleted again after a restore."""
    if kept.purged.deleted:
        out.print(_("Seit dieser Sicherung fällig geworden und gleich gelöscht:"))
        show(kept.purged, kinds)
    else:
        out.print(_("Seit dieser Sicherung ist nichts fällig geworden."))
    if kept.erased:
        out.print(
            ngettext(
                "%(num)s Person war auf Wunsch gelöscht und ist es wieder.",
                "%(num)s Personen waren auf Wunsch gelöscht und sind es wieder.",
                kept.erased,
            )
        )
