"""Amendments and remarks as they stand to a draft as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lip.plan.queries.amendments import wordings_at
from lip.plan.rules.amending import Edit, lines_of_stretch, moved_edits
from lip.plan.rules.amendments import AmendmentFacts, RemarkFacts
from lip.plan.rules.colliding import collisions
from lip.plan.rules.line_history import History, Stretch
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.marked_lines import MarkedLine, marked_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """An edit with the lines that it changes."""

    edit: Edit
    lines: Sequence[MarkedLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmendment:
    """
    An amendment as it is read.

    `now` are its edits as lines of the draft of today, None where what it stands
    against is not there any more. `collides` are the codes of open ones that want
    something else at the same place.
    """

    facts: AmendmentFacts
    edits: Sequence[ShownEdit]
    final: Sequence[ShownEdit]
    now: Sequence[Edit] | None
    collides: Sequence[str] = ()

    @property
    def stale(self) -> bool:
        """Tell whether the draft has changed where an open amendment stands."""
        return self.facts.open and self.now is None

    @property
    def line(self) -> int:
        """The last line that it is about, in the draft of today if it is there."""
        return (self.now or self.facts.edits)[-1].last_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRemark:
    """A remark; `now` are its lines in the draft of today, None where they are gone."""

    facts: RemarkFacts
    now: tuple[int, int] | None


class Wordings:
    """The wordings that things stand against, and the draft of today."""

    def __init__(
        self,
        base: Mapping[tuple[UUID, str, int], str],
        today: Mapping[tuple[UUID, str], str],
        line_length: int,
    ) -> None:
        self._base = base
        self._today = today
        self._length = line_length
        self._lines: dict[str, Sequence[Line]] = {}
        self._histories: dict[tuple[str, str], History] = {}

    def base(self, chapter: UUID, language: str, version: int) -> str:
        """Give the wording that something stands against."""
        return self._base.get((chapter, language, version), "")

    def today(self, chapter: UUID, language: str) -> str:
        """Give what the draft says now."""
        return self._today.get((chapter, language), "")

    def lines(self, text: str) -> Sequence[Line]:
        """Number the lines of a wording, once."""
        if text not in self._lines:
            self._lines[text] = lines_of(text, line_length=self._length)
        return self._lines[text]

    def amendment(self, one: AmendmentFacts) -> ShownAmendment:
        """Show an amendment."""
        base = self.base(one.chapter, one.language, one.base_version)
        before = self.base(one.chapter, one.language, (one.version_after or 0) - 1)
        today = self.today(one.chapter, one.language)
        return ShownAmendment(
            facts=one,
            edits=[self._shown(base, edit) for edit in one.edits],
            final=[self._shown(before, edit) for edit in one.final],
            now=self._carried(one.edits, base, today),
        )

    def remark(self, one: RemarkFacts) -> ShownRemark:
        """Show a remark."""
        base = self.base(one.chapter, one.language, one.base_version)
        today = self.today(one.chapter, one.language)
        if base == today:
            return ShownRemark(facts=one, now=(one.first_line, one.last_line))
        there = self.lines(base)[one.first_line - 1 : one.last_line]
        if not there:
            return ShownRemark(facts=one, now=None)
        stretch = Stretch(there[0].start, there[-1].end)
        now = self._history(base, today).about(stretch)
        if now is None:
            return ShownRemark(facts=one, now=None)
        return ShownRemark(facts=one, now=lines_of_stretch(self.lines(today), now))

    def _carried(
        self, edits: Sequence[Edit], base: str, today: str
    ) -> Sequence[Edit] | None:
        if base == today:
            return edits
        return moved_edits(
            edits,
            self._history(base, today),
            before=self.lines(base),
            after=self.lines(today),
        )

    def _history(self, old: str, new: str) -> History:
        if (old, new) not in self._histories:
            self._histories[old, new] = History(old, new)
        return self._histories[old, new]

    def _shown(self, text: str, edit: Edit) -> ShownEdit:
        lines = marked_lines(
            self.lines(text),
            (edit.start, edit.stretch.end),
            edit.new,
            line_length=self._length,
        )
        return ShownEdit(edit=edit, lines=lines)


async def wordings_for(
    texts: Mapping[tuple[UUID, str], str], *, line_length: int
) -> Wordings:
    """Read what amendments and remarks of chapters stand against."""
    base = await wordings_at(list(dict.fromkeys(chapter for chapter, _ in texts)))
    return Wordings(base, texts, line_length)


def with_collisions(shown: Sequence[ShownAmendment]) -> Sequence[ShownAmendment]:
    """Say of open amendments which others want something else at the same place."""
    texts: dict[tuple[UUID, str], dict[UUID, Sequence[Stretch]]] = {}
    for one in shown:
        if one.facts.open and one.now:
            there = texts.setdefault((one.facts.chapter, one.facts.language), {})
            there[one.facts.id] = [edit.stretch for edit in one.now]
    found = {
        amendment: others
        for stretches in texts.values()
        for amendment, others in collisions(stretches).items()
    }
    codes = {one.facts.id: one.facts.code for one in shown}
    return [
        ShownAmendment(
            facts=one.facts,
            edits=one.edits,
            final=one.final,
            now=one.now,
            collides=[codes[other] for other in found.get(one.facts.id, ())],
        )
        for one in shown
    ]
