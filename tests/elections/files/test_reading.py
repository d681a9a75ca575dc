import pytest

from elections.files.pabulib import read_pabulib
from elections.files.reading import read_contest, write_contest
from elections.files.unreadable import Unreadable
from tests.elections.contests import CONTESTS, needs_contests

BLT = '4 2\n-3\n3 1 2=4 0\n2 - 2 0\n1 0\n0\n"Ada"\n"Bo"\n"Cem"\n"Dora"\n"Board"\n'
ABIF = '{"title": "Board"}\n{"seats": 2}\n=c1:[Ada L.]\n=c2:[Bo]\n3:c1>c2\n2:c1=c2\n'
SCORES = '{"title": ""}\n=c1:[Ada]\n=c2:[Bo]\n3:c1/5,c2/0\n'
NAMES = "vote1,vote2,count,association\nAda,Bo,2,MiSO\nBo,,1,\n"
POINTS = "@Blue,Ada@Blue,Bo,count\n1,2,,3\n,,1,1\n"
PB = (
    "META\nkey;value\nvote_type;approval\nbudget;10\nPROJECTS\nproject_id;cost;name\n"
    'p1;7;"a; b"\np2;3;c\nVOTES\nvoter_id;age;vote\n1;20;p1,p2\n2;;p2\n'
)


@pytest.mark.parametrize(
    "name, text",
    [
        ("a.blt", BLT),
        ("a.abif", ABIF),
        ("b.abif", SCORES),
        ("a.csv", NAMES),
        ("b.csv", POINTS),
    ],
)
def test_what_is_written_is_what_was_read(name, text):
    contest = read_contest(name, text.encode())

    assert write_contest(name, contest) == text
    assert read_contest(name, write_contest(name, contest).encode()) == contest


def test_pabulib_keeps_every_column():
    file = read_pabulib(PB)

    assert file.meta == (("key", "value"), ("vote_type", "approval"), ("budget", "10"))
    assert file.projects[1:] == (("p1", "7", "a; b"), ("p2", "3", "c"))
    assert file.votes[1:] == (("1", "20", "p1,p2"), ("2", "", "p2"))


@needs_contests
@pytest.mark.parametrize("file", sorted(CONTESTS.glob("*/*.blt")), ids=lambda f: f.stem)
def test_real_papers_are_written_as_they_were(file):
    contest = read_contest(file.name, file.read_bytes())

    again = write_contest(file.name, contest)

    assert again.split() == file.read_text("utf-8").split()


@pytest.mark.parametrize(
    "name, text, code",
    [
        ("a.blt", "", "empty_file"),
        ("a.blt", "nonsense", "blt_first_line"),
        ("a.blt", "2 1\n1 3 0\n0\n", "blt_paper"),
        ("a.blt", '2 1\n1 1 0\n0\n"Ada"\n"Ada"\n"x"\n', "same_name_twice"),
        ("a.abif", "Ada>Bo", "abif_paper"),
        ("a.csv", "Ada,Bo\n1,much\n", "no_number"),
        ("a.csv", "Ada,Bo\n1\n", "row_length"),
        ("a.pb", "META\n", "pabulib_sections"),
        ("a.doc", "x", "unknown_ending"),
    ],
)
def test_wrong_file_says_what_is_wrong(name, text, code):
    with pytest.raises(Unreadable) as refused:
        read_contest(name, text.encode())

    assert refused.value.code == code
