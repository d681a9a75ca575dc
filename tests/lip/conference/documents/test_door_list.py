import io
import re

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lip.conference.documents.door_list import door_list_pdf
from lip.conference.rules.door_list import DoorList, DoorListRow


def a_list(*names: str, spare: int = 12) -> DoorList:
    rows = [
        DoorListRow(number=number, name=name, organisation="Integrationsbeirat")
        for number, name in enumerate(names, start=1)
    ]
    return DoorList(
        conference="Migrationskonferenz 2026",
        when="14. November 2026",
        where="Pavillon",
        rows=rows,
        spare=spare,
    )


def tags(pdf: bytes) -> list[str]:
    root = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    found, waiting = [], [root["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict) and "/S" in node:
            found.append(node["/S"])
            waiting.extend([node["/K"]] if "/K" in node else [])
    return found


def test_people_stand_in_order_of_the_alphabet(texts):
    page = texts(door_list_pdf(a_list("Zoe", "Özgür", "Otto"), language="de"))[0]

    assert re.findall(r"Zoe|Özgür|Otto", page) == ["Otto", "Özgür", "Zoe"]


def test_the_list_is_a_real_table_with_a_title_and_a_language():
    pdf = door_list_pdf(a_list("Ada", "Bo", spare=0), language="de")

    reader = pypdf.PdfReader(io.BytesIO(pdf))
    found = tags(pdf)
    assert reader.metadata.title == "Einlassliste: Migrationskonferenz 2026"
    assert reader.trailer["/Root"]["/Lang"] == "de"
    assert found.count("/TH") == 5
    assert found.count("/TR") == 3


def test_head_and_page_number_stand_on_every_page(texts):
    pages = texts(door_list_pdf(a_list(*["Ada"] * 60), language="de"))

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Seite {number} von {len(pages)}" in page
        assert "Migrationskonferenz 2026" in page
        assert "Unterschrift" in page


def test_there_is_room_for_people_nobody_announced(texts):
    with_room = texts(door_list_pdf(a_list("Ada"), language="de"))
    without = texts(door_list_pdf(a_list("Ada", spare=0), language="de"))

    assert "Nicht angemeldet" in "".join(with_room)
    assert "Nicht angemeldet" not in "".join(without)


@pytest.mark.parametrize(
    "script",
    ["German", "Turkish", "Arabic", "Persian", "Ukrainian", "Vietnamese", "Tigrinya"],
)
def test_names_in_any_script_stand_on_the_list(names, texts, script):
    page = texts(door_list_pdf(a_list(names[script]), language="de"))[0]

    for word in names[script].replace("\u200c", "").split():
        assert word in page.replace("\u200c", "")


def test_an_empty_list_is_still_a_page(texts):
    (page,) = texts(door_list_pdf(a_list(spare=0), language="de"))

    assert "0 Personen" in page


@settings(max_examples=25, deadline=None)
@given(names=st.lists(st.text(max_size=80), max_size=4))
def test_no_name_breaks_the_list(names):
    assert door_list_pdf(a_list(*names), language="de")
