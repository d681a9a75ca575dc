"""Two versions compared chapter by chapter; paragraphs move between chapters too."""

from dataclasses import replace

from lip.plan.rules.diff import PassageKind
from lip.plan.rules.freezing import (
    Contents,
    DraftText,
    Explained,
    digest_of,
    version_digest,
)
from lip.plan.rules.glossary import Term
from lip.plan.rules.version_diff import WholeChapter, compare_versions

MOVES = "Ein Absatz, der das Kapitel wechselt und sonst gleich bleibt."


def chapter(number: int, text: str, head: str = "") -> WholeChapter:
    return WholeChapter(
        id=number, key=f"k{number}", head=head or f"{number}. Kapitel", text=text
    )


def test_a_version_compared_with_itself_has_no_changes() -> None:
    version = [chapter(1, "Eins.\n\nZwei."), chapter(2, ""), chapter(3, "Drei.")]

    assert not any(one.changed for one in compare_versions(version, version))


def test_chapters_come_go_and_are_called_otherwise() -> None:
    old = [chapter(1, "Eins."), chapter(2, "Zwei.")]
    new = [chapter(1, "Eins.", "1. Ein neuer Titel"), chapter(3, "Drei.")]

    one, three, two = compare_versions(old, new)

    assert one.changed
    assert one.count == 0
    assert (three.old_head, three.new_head) == ("", "3. Kapitel")
    assert (two.old_head, two.new_head) == ("2. Kapitel", "")
    assert [each.kind for each in two.passages] == [PassageKind.DELETED]


def test_a_paragraph_moves_from_one_chapter_to_another() -> None:
    old = [chapter(1, f"Eins.\n\n{MOVES}"), chapter(2, "Zwei ist hier.")]
    new = [chapter(1, "Eins."), chapter(2, f"Zwei ist hier.\n\n{MOVES}")]

    one, two = compare_versions(old, new)

    assert [each.kind for each in one.passages] == [
        PassageKind.SAME,
        PassageKind.MOVED_AWAY,
    ]
    assert [each.kind for each in two.passages] == [
        PassageKind.SAME,
        PassageKind.MOVED_HERE,
    ]
    assert two.parts()[0] == 1
    assert (one.passages[1].move, two.passages[1].move) == (1, 1)


def test_a_digest_tells_any_change_of_what_a_version_holds() -> None:
    text = DraftText(
        **dict.fromkeys(
            ("key", "code", "number", "kind", "initiator", "decided_on", "state"), "x"
        ),
        chapter=None,  # type: ignore[arg-type]  # of no matter here
        parent=None,
        position=0,
        field=None,
        language="de",
        title="Titel",
        text="Worte",
    )
    term = Explained(language="de", term=Term(term="Quote", explanation="Ein Anteil."))
    whole = Contents(texts=[text], sheets=[], terms=[term])
    digests = {
        version_digest("lip", 1, whole),
        version_digest("lip", 2, whole),
        version_digest("lip", 1, replace(whole, texts=[])),
        version_digest("lip", 1, replace(whole, terms=[])),
    }

    assert len(digests) == 4
    assert digest_of({"b": 1, "a": 2}) == digest_of({"a": 2, "b": 1})
