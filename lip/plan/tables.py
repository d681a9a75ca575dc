"""Rows of the plan: its draft, its frozen versions, and amendments to the draft."""

from typing import Any

from piccolo.columns import (
    UUID,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
    Varchar,
)
from piccolo.columns.base import OnDelete
from piccolo.constraints import Unique
from piccolo.table import Table

from lip.accounts.tables import Person
from lip.bodies.tables import Body
from lip.conference.tables import Participant
from lip.fields.tables import FieldOfAction
from lip.measures.tables import Measure
from lip.plan.rules.kinds import EditKind, MotionStatus, SavedBy, TextState


class Plan(Table, help_text="Plan: chapters and measures for some years."):
    """
    Said: title, subtitle, intro (Markdown). `language` is the one it is decided in.

    `line_length` is that of a paragraph's lines (80; a rule has the others). With
    `draft_public` everybody may read the draft, with `amendments_open` people may
    propose changes, with `comments_open` remark on lines. `shown_since` is when
    everybody could read of it first.
    """

    id = UUID(primary_key=True)
    key = Varchar(length=80)
    title = Text(default="")
    subtitle = Text(default="")
    intro = Text(default="")
    language = Varchar(length=35, default="de")
    line_length = Integer(default=80)
    draft_public = Boolean(default=False)
    amendments_open = Boolean(default=False)
    comments_open = Boolean(default=False)
    position = Integer(default=0)
    shown_since = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_plan_per_key = Unique([key])


class Chapter(Table, help_text="Kapitel: a text unit of the plan, in its draft."):
    """
    `key` is its place in addresses, for good; `code` what people call it by ("A5"),
    `number` what stands before its title ("5."). `kind` (Said) is what is printed above
    ("Kapitel"). The initiator is a body or a name; `decided_on` is a partial date.
    A removed chapter stays with the versions that have it. `shown_since` is when
    everybody could read it first, in a draft or in a version.
    """

    id = UUID(primary_key=True)
    plan = ForeignKey(Plan, null=False, on_delete=OnDelete.cascade, index=True)
    parent: ForeignKey[Any] = ForeignKey(
        "self", null=True, default=None, on_delete=OnDelete.restrict
    )
    position = Integer(default=0)
    key = Varchar(length=80)
    code = Varchar(length=20, default="")
    number = Varchar(length=20, default="")
    kind = Text(default="")
    status = Varchar(length=30, default=MotionStatus.DRAFT, choices=MotionStatus)
    field = ForeignKey(
        FieldOfAction, null=True, default=None, on_delete=OnDelete.set_null
    )
    initiator = ForeignKey(Body, null=True, default=None, on_delete=OnDelete.set_null)
    initiator_name = Varchar(length=200, default="")
    decided_on = Varchar(length=10, default="")
    submitted_at = Timestamptz(null=True, default=None)
    removed_at = Timestamptz(null=True, default=None)
    shown_since = Timestamptz(null=True, default=None)
    created_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_chapter_per_key = Unique([plan, key])


class ChapterText(Table, help_text="A chapter in one language, of equal rank."):
    """
    `language` is a tag (BCP 47; "de-simple" is Einfache Sprache), `text` Markdown.

    `version` counts saved wordings: who saves names the one she began with.
    """

    id = UUID(primary_key=True)
    chapter = ForeignKey(Chapter, null=False, on_delete=OnDelete.cascade)
    language = Varchar(length=35)
    title = Text(default="")
    text = Text(default="")
    state = Varchar(length=20, default=TextState.DRAFT, choices=TextState)
    version = Integer(default=1)
    changed_at = Timestamptz(default=None, null=False)

    one_text_per_language = Unique([chapter, language])


class Wording(Table, help_text="Wortlaut: what a chapter's draft said at a time."):
    """Written with every save and never changed; `version` as in `ChapterText`."""

    id = UUID(primary_key=True)
    chapter_text = ForeignKey(ChapterText, null=False, on_delete=OnDelete.cascade)
    version = Integer()
    title = Text(default="")
    text = Text(default="")
    saved_by = Varchar(length=20, default=SavedBy.EDITOR, choices=SavedBy)
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.set_null)
    saved_at = Timestamptz(default=None, null=False)

    one_wording_per_version = Unique([chapter_text, version])


class GlossaryTerm(Table, help_text="Begriff: explained where it stands."):
    """`forms` are other ways to write it, one a line; `explanation` is plain text."""

    id = UUID(primary_key=True)
    plan = ForeignKey(Plan, null=False, on_delete=OnDelete.cascade)
    language = Varchar(length=35)
    term = Varchar(length=120)
    forms = Text(default="")
    explanation = Text(default="")
    changed_at = Timestamptz(default=None, null=False)

    one_term_per_language = Unique([plan, language, term])


class PlanVersion(Table, help_text="Fassung: the plan as it was published; frozen."):
    """
    Said: name, note. `digest` (SHA-256, hex) is over all that it holds.

    `terms_later` says that its terms were written down only after it was published.
    """

    id = UUID(primary_key=True)
    plan = ForeignKey(Plan, null=False, on_delete=OnDelete.restrict)
    number = Integer()
    name = Text(default="")
    note = Text(default="")
    digest = Varchar(length=64, default="")
    terms_later = Boolean(default=False)
    request = UUID(null=True, default=None)
    published_at = Timestamptz(default=None, null=False)

    one_version_per_number = Unique([plan, number])
    one_version_per_request = Unique([request])


class FrozenChapter(Table, help_text="A chapter of a version, in one language."):
    """As it is shown; Said: kind, initiator. `digest` is over title and words."""

    id = UUID(primary_key=True)
    version = ForeignKey(
        PlanVersion, null=False, on_delete=OnDelete.restrict, index=True
    )
    chapter = ForeignKey(Chapter, null=False, on_delete=OnDelete.restrict, index=True)
    parent = UUID(null=True, default=None)
    position = Integer(default=0)
    key = Varchar(length=80)
    code = Varchar(length=20, default="")
    number = Varchar(length=20, default="")
    kind = Text(default="")
    initiator = Text(default="")
    decided_on = Varchar(length=10, default="")
    field = ForeignKey(
        FieldOfAction, null=True, default=None, on_delete=OnDelete.restrict
    )
    language = Varchar(length=35)
    title = Text(default="")
    text = Text(default="")
    digest = Varchar(length=64, default="")

    one_frozen_text_per_language = Unique([version, chapter, language])


class FrozenMeasure(Table, help_text="A measure as it stood in a version."):
    """`document` is the sheet as canonical JSON."""

    id = UUID(primary_key=True)
    version = ForeignKey(
        PlanVersion, null=False, on_delete=OnDelete.restrict, index=True
    )
    measure = ForeignKey(Measure, null=False, on_delete=OnDelete.restrict)
    position = Integer(default=0)
    document = Text(default="")

    one_frozen_measure = Unique([version, measure])


class FrozenTerm(Table, help_text="A term as a version explains it."):
    """As in `GlossaryTerm`."""

    id = UUID(primary_key=True)
    version = ForeignKey(
        PlanVersion, null=False, on_delete=OnDelete.restrict, index=True
    )
    language = Varchar(length=35)
    term = Varchar(length=120)
    forms = Text(default="")
    explanation = Text(default="")

    one_frozen_term_per_language = Unique([version, language, term])


class Amendment(Table, help_text="Änderungsantrag: other words for lines of a draft."):
    """
    Against the draft's `base_version` in one language. `code` is by its first line
    ("A5-070", then "A5-070-2"). The initiator is a body, a ticket's holder or a name.

    `proposed` is the proposed procedure, public when `procedure_public`. `reply` is the
    reason of the decision. `version_after` is the draft's version that has it.
    """

    id = UUID(primary_key=True)
    chapter = ForeignKey(Chapter, null=False, on_delete=OnDelete.cascade, index=True)
    language = Varchar(length=35)
    base_version = Integer()
    code = Varchar(length=40, default="")
    first_line = Integer(default=0)
    status = Varchar(length=30, default=MotionStatus.SUBMITTED, choices=MotionStatus)
    reason = Text(default="")
    written_in = Varchar(length=35, default="")
    body = ForeignKey(Body, null=True, default=None, on_delete=OnDelete.set_null)
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    initiator_name = Varchar(length=200, default="")
    decided_on = Varchar(length=10, default="")
    proposed = Varchar(length=30, default="")
    proposed_words = Text(default="")
    procedure_public = Boolean(default=False)
    reply = Text(default="")
    version_after = Integer(null=True, default=None)
    request = UUID(null=True, default=None)
    submitted_at = Timestamptz(default=None, null=False)
    changed_at = Timestamptz(default=None, null=False)

    one_amendment_per_code = Unique([chapter, code])
    one_amendment_per_request = Unique([request])


class AmendmentEdit(Table, help_text="One place that an amendment changes."):
    """
    Lines of the wording of `base_version`; `old_text` are the source lines it stands
    against (Markdown), `new_text` what should stand there. `start` is the character of
    that wording at which `old_text` begins; without old text the edit inserts there.
    `final` marks what was adopted instead of what was proposed; then lines are those of
    the wording that it was adopted into.
    """

    id = UUID(primary_key=True)
    amendment = ForeignKey(
        Amendment, null=False, on_delete=OnDelete.cascade, index=True
    )
    position = Integer(default=0)
    kind = Varchar(length=20, choices=EditKind)
    first_line = Integer()
    last_line = Integer()
    start = Integer(default=0)
    old_text = Text(default="")
    new_text = Text(default="")
    final = Boolean(default=False)


class LineRemark(Table, help_text="Anmerkung: a comment on lines of a draft."):
    """
    `excerpt` are the words it was written to; lines are those of `base_version`. By a
    ticket's holder, an account or nobody by name; `hidden` is for moderators.
    """

    id = UUID(primary_key=True)
    chapter = ForeignKey(Chapter, null=False, on_delete=OnDelete.cascade, index=True)
    language = Varchar(length=35)
    base_version = Integer()
    first_line = Integer()
    last_line = Integer()
    excerpt = Text(default="")
    written_in = Varchar(length=35, default="")
    text = Text(default="")
    author_name = Varchar(length=200, default="")
    participant = ForeignKey(
        Participant, null=True, default=None, on_delete=OnDelete.set_null, index=True
    )
    person = ForeignKey(Person, null=True, default=None, on_delete=OnDelete.set_null)
    hidden = Boolean(default=False)
    request = UUID(null=True, default=None)
    written_at = Timestamptz(default=None, null=False)

    one_remark_per_request = Unique([request])
