"""Words of chapters: who saves never overwrites what somebody else has saved."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from lip.errors import Conflict, Unusable
from lip.journal.rules.entries import COMMAND, Actor, ActorKind
from lip.plan.actions.chapters import (
    ChapterWish,
    FirstText,
    NewChapter,
    add_chapter,
    change_chapter,
    move_chapter,
    remove_chapter,
)
from lip.plan.actions.glossary import remove_term, save_term
from lip.plan.actions.plans import PlanWish, add_plan, change_plan
from lip.plan.actions.save_text import (
    Clash,
    Saved,
    Words,
    add_language,
    save_text,
    set_state,
)
from lip.plan.queries.chapters import (
    chapters_of,
    shown_text,
    text_in,
    texts_of,
    wordings_of,
)
from lip.plan.queries.glossary import terms_in
from lip.plan.queries.plans import plan_by_key
from lip.plan.rules.glossary import Term
from lip.plan.rules.kinds import SavedBy, TextState
from lip.plan.rules.markdown import LONGEST_TEXT
from lip.plan.tables import LineRemark
from lip.said import Said
from tests.factories import clock, make_person
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio


def words(text: str, began_with: int, *, auto: bool = False) -> Words:
    by = SavedBy.AUTOSAVE if auto else SavedBy.EDITOR
    return Words(title="Sprache", text=text, began_with=began_with, saved_by=by)


async def test_who_began_with_an_older_version_is_told_and_nothing_is_lost(db: object):
    chapter = await make_chapter(await make_plan(), "Alt")

    first = await save_text(chapter, "de", words("Eins", 1), by=COMMAND, now=clock())
    again = await save_text(chapter, "de", words("Eins", 1), by=COMMAND, now=clock())
    other = await save_text(chapter, "de", words("Zwei", 1), by=COMMAND, now=clock())

    assert first == Saved(version=2, changed=True)
    assert again == Saved(version=2, changed=False)
    assert isinstance(other, Clash)
    assert (other.there.text, other.there.version) == ("Eins", 2)
    assert (await text_in(chapter, "de")).text == "Eins"


async def test_two_editors_at_once_save_one_and_show_the_other(committed_db: object):
    chapter = await make_chapter(await make_plan(), "Alt")

    answers = await asyncio.gather(
        *(
            save_text(chapter, "de", words(text, 1), by=COMMAND, now=clock())
            for text in ("Eins", "Zwei")
        )
    )

    assert sorted(type(one).__name__ for one in answers) == ["Clash", "Saved"]
    kept = await wordings_of((await text_in(chapter, "de")).id)
    assert [one.version for one in kept] == [2, 1]


async def test_autosaves_of_one_sitting_are_one_wording(db: object):
    chapter = await make_chapter(await make_plan(), "Alt")
    text = await text_in(chapter, "de")
    person = Actor(ActorKind.PERSON, (await make_person(None)).id)
    later = clock() + timedelta(minutes=30)

    for number, word in enumerate(("E", "Ei", "Ein"), start=1):
        await save_text(
            chapter, "de", words(word, number, auto=True), by=person, now=clock()
        )
    shown = await shown_text(chapter, "de")
    await save_text(chapter, "de", words("Eins", 4, auto=True), by=person, now=later)
    await save_text(chapter, "de", words("Eins", 5), by=person, now=later)

    assert (shown.text, shown.version) == ("Alt", 1)
    assert (await shown_text(chapter, "de")).text == "Eins"
    assert [
        (one.version, one.text, one.saved_by) for one in await wordings_of(text.id)
    ] == [
        (6, "Eins", SavedBy.EDITOR),
        (4, "Ein", SavedBy.AUTOSAVE),
        (1, "Alt", SavedBy.EDITOR),
    ]


async def test_a_wording_that_somebody_spoke_of_stays(db: object):
    chapter = await make_chapter(await make_plan(), "Alt")
    await save_text(chapter, "de", words("Eins", 1, auto=True), by=COMMAND, now=clock())
    await LineRemark.insert(
        LineRemark(
            id=uuid4(),
            chapter=chapter,
            language="de",
            base_version=2,
            first_line=1,
            last_line=1,
            written_at=clock(),
        )
    )

    await save_text(chapter, "de", words("Zwei", 2, auto=True), by=COMMAND, now=clock())

    text = await text_in(chapter, "de")
    assert [one.version for one in await wordings_of(text.id)] == [3, 2, 1]


async def test_a_paste_of_ten_megabytes_and_brackets_without_end_are_refused(
    db: object,
):
    chapter = await make_chapter(await make_plan(), "Alt")

    for bad in ("x" * (LONGEST_TEXT + 1), "[" * 5_000, "![" * 2_000):
        with pytest.raises(Unusable):
            await save_text(chapter, "de", words(bad, 1), by=COMMAND, now=clock())

    assert (await text_in(chapter, "de")).version == 1


async def test_languages_are_of_equal_rank_with_a_state_each(db: object):
    chapter = await make_chapter(await make_plan())
    simple = FirstText(language="de-simple", title="Sprache", text="Alle reden mit.")

    await add_language(chapter, simple, by=COMMAND, now=clock())
    with pytest.raises(Conflict):
        await add_language(chapter, simple, by=COMMAND, now=clock())
    changed = [
        await set_state(chapter, "de-simple", state, by=COMMAND, now=clock())
        for state in (TextState.CHECKED, TextState.CHECKED)
    ]

    assert changed == [True, False]
    assert [
        (one.language, one.state) for one in (await texts_of([chapter]))[chapter]
    ] == [("de", TextState.RELEASED), ("de-simple", TextState.CHECKED)]


@pytest.mark.parametrize("language", ["Deutsch", "", "de_DE", "<b>", "x" * 40])
async def test_what_is_no_language_is_refused(db: object, language: str):
    chapter = await make_chapter(await make_plan())

    with pytest.raises(Unusable):
        await add_language(
            chapter,
            FirstText(language=language, title="Titel"),
            by=COMMAND,
            now=clock(),
        )


async def test_chapters_are_added_once_changed_moved_and_removed(db: object):
    plan = await make_plan()
    new = NewChapter(first=FirstText(language="de", title="Wohnen"))
    request = uuid4()

    one, again = [
        await add_chapter(plan.id, new, by=COMMAND, now=clock(), request=request)
        for _ in range(2)
    ]
    two = await make_chapter(plan, title="Wohnen", number="")
    changed = [
        await change_chapter(
            one, ChapterWish(code="A5", number="5."), by=COMMAND, now=clock()
        )
        for _ in range(2)
    ]
    await move_chapter(two, up=True, by=COMMAND, now=clock())
    order = [(there.key, there.code) for there in await chapters_of(plan.id)]
    await remove_chapter(two, by=COMMAND, now=clock())

    assert (one, changed) == (again, [True, False])
    assert order == [("wohnen-2", ""), ("wohnen", "A5")]
    assert [there.id for there in await chapters_of(plan.id)] == [one]


async def test_plans_have_keys_of_their_own_and_sound_lines(db: object):
    plan = await make_plan("lip")

    for wish in (
        PlanWish(key="LIP!", title=Said.of(de="Plan")),
        PlanWish(key="lip-2", title=Said()),
        PlanWish(key="lip-2", title=Said.of(de="Plan"), line_length=7),
    ):
        with pytest.raises(Unusable):
            await add_plan(wish, by=COMMAND, now=clock())
    with pytest.raises(Conflict):
        await add_plan(
            PlanWish(key="lip", title=Said.of(de="Plan")), by=COMMAND, now=clock()
        )
    wish = PlanWish(title=Said.of(de="Neu"), line_length=60)
    changed = [
        await change_plan(plan.id, wish, by=COMMAND, now=clock()) for _ in range(2)
    ]

    assert changed == [True, False]
    assert (await plan_by_key("lip")).line_length == 60


async def test_a_term_is_explained_otherwise_and_no_more(db: object):
    plan = await make_plan()
    first = Term(term="Teilhabe", explanation="Mitmachen können.")
    second = Term(term="Teilhabe", forms=("teilhaben",), explanation="Dabei sein.")

    changed = [
        await save_term(plan.id, "de", term, by=COMMAND, now=clock())
        for term in (first, first, second)
    ]
    there = await terms_in(plan.id, "de")
    await remove_term(plan.id, "de", "Teilhabe", by=COMMAND, now=clock())

    assert changed == [True, False, True]
    assert there == (second,)
    assert await terms_in(plan.id, "de") == ()
