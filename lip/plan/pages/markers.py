"""What is said to a draft, as quiet links behind the blocks that it is about."""

from collections.abc import Sequence

from lip.plan.pages.amending import at_blocks
from lip.plan.pages.chapter_html import Marker, MarkerLink
from lip.plan.queries.standing import ShownAmendment, ShownRemark
from lip.plan.queries.talk import talk_at
from lip.plan.rules.shown import ShownChapter
from lip.web.page import AnyRequest
from lip.web.pages import prefixed
from lip.words import _, ngettext


async def markers_of(request: AnyRequest, shown: ShownChapter) -> tuple[Marker, ...]:
    """Count what is said to each block of a draft; a version has no such links."""
    if not shown.wording:
        return ()
    amendments, remarks = await talk_at(
        shown.plan, shown.chapter, shown.language, shown.text
    )
    open_ones = [one for one in amendments if one.facts.open]
    if not (open_ones or remarks):
        return ()
    marking = _Marking(request, shown)
    changes = at_blocks(shown.blocks, open_ones)
    notes = at_blocks(shown.blocks, remarks)
    return tuple(
        Marker(
            block=block,
            links=(
                *marking.amendments(changes.get(block, ())),
                *marking.remarks(notes.get(block, ())),
            ),
        )
        for block in sorted({*changes, *notes})
    )


class _Marking:
    """Words what is said, with the address where it stands."""

    def __init__(self, request: AnyRequest, shown: ShownChapter) -> None:
        self._request = request
        self._plan = shown.plan.key
        talk = prefixed(
            request, "amendments.discuss", plan=self._plan, chapter=shown.key
        )
        self._talk = f"{talk}?language={shown.language}"

    def amendments(self, ones: Sequence[ShownAmendment]) -> Sequence[MarkerLink]:
        """Lead to the one amendment of a block, or to all of them."""
        if not ones:
            return ()
        code = ones[0].facts.code
        if len(ones) > 1:
            words = ngettext(
                "Ein Änderungsantrag", "%(num)s Änderungsanträge", len(ones)
            )
            return [MarkerLink(words=words, href=f"{self._talk}#a-{code}")]
        there = prefixed(self._request, "amendments.show", plan=self._plan, code=code)
        words = _("Ein Änderungsantrag: %(code)s", code=code)
        return [MarkerLink(words=words, href=there)]

    def remarks(self, ones: Sequence[ShownRemark]) -> Sequence[MarkerLink]:
        """Lead to the first remark of a block."""
        if not ones:
            return ()
        words = ngettext("Eine Anmerkung", "%(num)s Anmerkungen", len(ones))
        return [MarkerLink(words=words, href=f"{self._talk}#r-{ones[0].facts.id}")]
