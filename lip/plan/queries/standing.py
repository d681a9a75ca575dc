"""Amendments and remarks as they stand to a draft as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from lip.plan.queries.amendments import wordings_at
from lip.plan.rules.amending import Edit, lines_of_stretch
from lip.plan.rules.amendments import ADOPTED, AmendmentFacts, RemarkFacts
from lip.plan.rules.colliding import collisions
from lip.plan.rules.line_history import History
from lip.plan.rules.lineage import Adoption, Lineage, Standing, standing
from lip.plan.rules.lines import Line, lines_of
from lip.plan.rules.marked_lines import MarkedLine, marked_lines
from lip.plan.rules.spots import Spot, Stretch
from lip.plan.rules.words import Piece, compare_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """An edit with the lines that it changes."""

    edit: Edit
    lines: Sequence[MarkedLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmendment:
    """
    An amendment as it is read.

    `standing` is it as it would be written to the draft of today, None where what it
    stands against is not there any more; then `meanwhile` compares the words of then
    with those of today. `collides` are the codes of open ones that want something
    else at the same place.
    """

    facts: AmendmentFacts
    wordings: "Wordings" = field(repr=False, compare=False)
    standing: Standing | None
    meanwhile: Sequence[Piece] = ()
    collides: Sequence[str] = ()

    @property
    def edits(self) -> Sequence[ShownEdit]:
        """What it changes, line by line."""
        one = self.facts
        return self.wordings.marked(one, one.base_version, one.edits)

    @property
    def final(self) -> Sequence[ShownEdit]:
        """What was adopted instead, line by line."""
        one = self.facts
        return self.wordings.marked(one, (one.version_after or 0) - 1, one.final)

    @property
    def now(self) -> Sequence[Edit] | None:
        """Its edits with the lines of today."""
        return self.standing.edits if self.standing else None

    @property
    def spots(self) -> Sequence[Spot]:
        """What changes in the draft of today when it is adopted."""
        return self.standing.spots if self.standing else ()

    @property
    def stale(self) -> bool:
        """Tell whether the draft has changed where an open amendment stands."""
        return self.facts.open and self.standing is None

    @property
    def moved(self) -> bool:
        """Tell whether its lines have other numbers today."""
        then = [(one.first_line, one.last_line) for one in self.facts.edits]
        now = [(one.first_line, one.last_line) for one in self.now or ()]
        return self.facts.open and bool(now) and now != then

    @property
    def line(self) -> int:
        """The last line that it is about, in the draft of today if it is there."""
        return (self.now or self.facts.edits)[-1].last_line


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRemark:
    """A remark; `now` are its lines in the draft of today, None where they are gone."""

    facts: RemarkFacts
    now: tuple[int, int] | None

    @property
    def line(self) -> int:
        """The last line that it is about."""
        return self.now[1] if self.now else self.facts.last_line


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

    def lines(self, text: str) -> Sequence[Line]:
        """Number the lines of a wording, once."""
        if text not in self._lines:
            self._lines[text] = lines_of(text, line_length=self._length)
        return self._lines[text]

    def shown(self, amendments: Sequence[AmendmentFacts]) -> Sequence[ShownAmendment]:
        """Show all amendments of texts, with which others each collides."""
        by_text: dict[tuple[UUID, str], list[AmendmentFacts]] = {}
        for one in amendments:
            by_text.setdefault((one.chapter, one.language), []).append(one)
        made = {
            one.facts.id: one
            for text, ones in by_text.items()
            for one in self._of_text(text, ones)
        }
        return [made[one.id] for one in amendments]

    def marked(
        self, one: AmendmentFacts, version: int, edits: Sequence[Edit]
    ) -> Sequence[ShownEdit]:
        """Show edits against a wording, line by line."""
        text = self._wording(one.chapter, one.language, version)
        return [self._shown(text, edit) for edit in edits]

    def standing_of(
        self, one: AmendmentFacts, amendments: Sequence[AmendmentFacts]
    ) -> Standing | None:
        """Say how one of all amendments to a text would be written to it now."""
        today = self._today.get((one.chapter, one.language), "")
        steps = self._lineage(one, amendments).steps_from(one.base_version)
        return standing(one.edits, steps, today, self.lines(today))

    def remark(self, one: RemarkFacts) -> ShownRemark:
        """Show a remark."""
        base = self._wording(one.chapter, one.language, one.base_version)
        today = self._today.get((one.chapter, one.language), "")
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

    def _wording(self, chapter: UUID, language: str, version: int) -> str:
        return self._base.get((chapter, language, version), "")

    def _of_text(
        self, text: tuple[UUID, str], amendments: Sequence[AmendmentFacts]
    ) -> Sequence[ShownAmendment]:
        today = self._today.get(text, "")
        lineage = self._lineage(amendments[0], amendments)
        made = [self._amendment(one, lineage, today) for one in amendments]
        found = collisions(
            today, {one.facts.id: one.spots for one in made if one.facts.open}
        )
        codes = {one.id: one.code for one in amendments}
        return [
            replace(one, collides=[codes[other] for other in found[one.facts.id]])
            if one.facts.open
            else one
            for one in made
        ]

    def _lineage(
        self, one: AmendmentFacts, amendments: Sequence[AmendmentFacts]
    ) -> Lineage:
        text = one.chapter, one.language
        return Lineage(
            {
                version: words
                for (chapter, language, version), words in self._base.items()
                if (chapter, language) == text
            },
            self._today.get(text, ""),
            [_adoption(one) for one in amendments if one.status in ADOPTED],
        )

    def _amendment(
        self, one: AmendmentFacts, lineage: Lineage, today: str
    ) -> ShownAmendment:
        base = self._wording(one.chapter, one.language, one.base_version)
        there = None
        if one.open:
            steps = lineage.steps_from(one.base_version)
            there = standing(one.edits, steps, today, self.lines(today))
        return ShownAmendment(
            facts=one,
            wordings=self,
            standing=there,
            meanwhile=()
            if there or not one.open
            else self._meanwhile(one.edits, base, today),
        )

    def _meanwhile(
        self, edits: Sequence[Edit], base: str, today: str
    ) -> Sequence[Piece]:
        history = self._history(base, today)
        pieces: list[Piece] = []
        for edit in edits:
            pieces += compare_words(edit.old, history.instead(edit.stretch))
        return pieces

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


def _adoption(one: AmendmentFacts) -> Adoption:
    version = one.version_after or 0
    return Adoption(
        base=version - 1 if one.final else one.base_version,
        version=version,
        edits=one.final or one.edits,
    )
