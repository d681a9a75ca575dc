from lip.conference.rules.door_list import DoorList, DoorListRow, in_order


def a_list(*names: str) -> DoorList:
    rows = [
        DoorListRow(number=number, name=name, organisation="")
        for number, name in enumerate(names, start=1)
    ]
    return DoorList(conference="K", when="", where="", rows=rows)


def test_german_readers_find_umlauts_beside_their_letter():
    ordered = in_order(a_list("Zoe", "Özgür", "Otto", "Paul"), "de")

    assert [row.name for row in ordered.rows] == ["Otto", "Özgür", "Paul", "Zoe"]


def test_turkish_readers_find_letters_of_their_own_behind():
    ordered = in_order(a_list("Çelik", "Cuma", "Deniz", "Cemal"), "tr")

    assert [row.name for row in ordered.rows] == ["Cemal", "Cuma", "Çelik", "Deniz"]


def test_people_are_sorted_by_what_is_looked_for():
    rows = [
        DoorListRow(number=1, name="Anna Zander", organisation="", sorted_as="Zander"),
        DoorListRow(number=2, name="Zoe Adam", organisation="", sorted_as="Adam"),
    ]
    door_list = DoorList(conference="K", when="", where="", rows=rows)

    assert [row.number for row in in_order(door_list, "de").rows] == [2, 1]


def test_namesakes_are_sorted_by_number():
    assert [row.number for row in in_order(a_list("Ada", "Ada"), "de").rows] == [1, 2]
