"""Reading a list in, page by page, as an organiser does it."""

import io
import json
import re

import httpx
import pytest
from openpyxl import Workbook

from lip.accounts.rules.roles import Role
from lip.conference.files.sheets import MAX_BYTES
from lip.conference.tables import Participant, UploadedList
from tests.client import another, form_token, send, sign_in_as
from tests.factories import make_conference
from tests.lists import (
    FAMILY,
    OPENSLIDES,
    PRETIX,
    WHOLE,
    WIDE,
    WINDOWS,
    csv_of,
    real,
    with_real_lists,
)
from tests.queries import counted_queries

pytestmark = pytest.mark.anyio

LIST = "/conferences/eins/participants"
ODD = csv_of(
    ("Wer", "Woher", "Was"),
    ("Ada", "MiSO", "x"),
    ("Can", "Kargah", "y"),
    encoding="utf-8",
)


@pytest.fixture
async def organiser(client: httpx.AsyncClient):
    await make_conference("eins")
    await sign_in_as(client, Role.ORGANISER, "eins")
    return client


async def upload(client, content, name="liste.csv"):
    token = await form_token(client)
    return await client.post(
        f"{LIST}/import", data={"csrf": token}, files={"file": (name, content)}
    )


async def uploaded(client, content, name="liste.csv"):
    """Upload a list and return the address of its import."""
    answer = await upload(client, content, name)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removesuffix("/columns")


def columns_in(page):
    """Read which column each select of the mapping page stands on."""
    selects = re.findall(r'name="(column-\d+)".*?</select>', page.text, re.DOTALL)
    chosen = re.findall(r'<option value="(\w+)" selected>', page.text)
    return dict(zip(selects, chosen, strict=False))


async def mapped(client, path, **changes):
    columns = columns_in(await client.get(f"{path}/columns")) | changes
    return await send(client, f"{path}/columns", columns)


async def run(client, path, choice, **fields):
    await send(client, f"{path}/run", {"choice": choice, **fields})
    return await client.get(f"{path}/done")


async def imported(client, content, choice="all", name="liste.csv"):
    path = await uploaded(client, content, name)
    await mapped(client, path)
    return await run(client, path, choice)


async def test_a_list_comes_in_by_four_pages(organiser):
    path = await uploaded(organiser, FAMILY)
    columns = await organiser.get(f"{path}/columns")
    after = await mapped(organiser, path)
    preview = await organiser.get(after.headers["location"])
    before = await Participant.count()
    done = await run(organiser, path, "good_only")

    assert "Eigene Liste" in columns.text
    assert "familie@example.org" in columns.text, "samples are shown"
    assert "Noch ist nichts gespeichert." in preview.text
    assert before == 0
    assert "2 Personen sind hinzugekommen." in done.text
    assert "2 Zeilen blieben draußen" in done.text
    assert "In dieser Zeile steht keine Person." in done.text


async def test_possible_duplicates_stand_side_by_side(organiser):
    path = await uploaded(organiser, FAMILY)

    preview = await organiser.get(f"{path}/preview?show=possible_duplicate")

    assert "Gleicher Name in Zeile 2: Ada Yıldız." in preview.text
    table = preview.text.partition('<table class="compare">')[2]
    assert "Kargah" in table
    assert "MiSO" in table
    assert "Can Yıldız" not in table.partition("</table>")[0]


async def test_a_ticked_line_is_remembered_across_pages(organiser):
    rows = [(f"Gast{n}", "") for n in range(70)]
    path = await uploaded(organiser, csv_of(("Vorname", "Nachname"), *rows))
    shown = " ".join(str(line) for line in range(2, 52))

    moved = await send(
        organiser, f"{path}/ticks", {"shown": shown, "line": ["3", "5"], "go": "2"}
    )
    second = await organiser.get(moved.headers["location"])
    first = await organiser.get(f"{path}/preview")
    done = await run(organiser, path, "ticked", shown="52 53", line="52")

    assert "Seite 2 von 2" in second.text
    assert "2 Zeilen sind gemerkt." in second.text
    assert first.text.count(' checked><label for="line-') == 2
    assert "3 Personen sind hinzugekommen." in done.text
    names = await Participant.select(Participant.given_name).output(as_list=True)
    assert sorted(names) == ["Gast1", "Gast3", "Gast50"]


async def test_ticking_nothing_is_a_mistake_and_not_an_import(organiser):
    path = await uploaded(organiser, FAMILY)

    answer = await send(organiser, f"{path}/run", {"choice": "ticked"})

    assert answer.status_code == 422
    assert "Noch ist keine Zeile angekreuzt." in answer.text
    assert await Participant.count() == 0


async def test_a_changed_guest_changes_only_when_ticked(organiser):
    await imported(organiser, FAMILY)
    content = csv_of(
        ("Nr", "Vorname", "Nachname", "E-Mail", "Rolle"),
        ("1", "Ada", "Yıldız", "familie@example.org", "Rednerin"),
    )
    untouched = await imported(organiser, content)
    path = await uploaded(organiser, content)
    preview = await organiser.get(f"{path}/preview")

    done = await run(organiser, path, "ticked", shown="2", line="2")

    assert "Es hat sich nichts geändert." in untouched.text
    assert "Die Liste sagt etwas anderes" in preview.text
    assert "Bei 1 Person wurden Angaben geändert." in done.text
    assert await Participant.exists().where(Participant.role == "Rednerin")


async def test_unknown_headings_are_mapped_by_hand(organiser):
    path = await uploaded(organiser, ODD)
    columns = await organiser.get(f"{path}/columns")
    refused = await mapped(organiser, path)
    back = await organiser.get(f"{path}/preview")

    accepted = await mapped(
        organiser, path, **{"column-0": "full_name", "column-1": "organisation"}
    )
    done = await run(organiser, path, "all")

    assert "Unbekannte Liste" in columns.text
    assert columns.text.count("Nicht erkannt.") == 3
    assert refused.status_code == 422
    assert "Keine Spalte ist zugeordnet." in refused.text
    assert back.headers["location"] == f"{path}/columns"
    assert accepted.headers["location"] == f"{path}/preview"
    assert "2 Personen sind hinzugekommen." in done.text


async def test_one_meaning_for_two_columns_is_refused_with_a_sentence(organiser):
    path = await uploaded(organiser, FAMILY)

    answer = await mapped(organiser, path, **{"column-1": "email"})

    assert answer.status_code == 422
    assert "„E-Mail“ ist mehrmals zugeordnet." in answer.text


async def test_a_heading_that_stands_twice_is_said(organiser):
    content = csv_of(("Name", "E-Mail", "E-Mail"), ("Ada", "", "a@example.org"))
    path = await uploaded(organiser, content)

    page = await organiser.get(f"{path}/columns")

    assert "Die Überschrift steht mehrmals in der Liste." in page.text


async def test_a_wrong_encoding_is_put_right_by_hand(organiser):
    content = "Vorname;Nachname\r\nЖанна;Шевченко\r\n".encode("cp1251")
    path = await uploaded(organiser, content)
    before = await organiser.get(f"{path}/columns")

    await send(organiser, f"{path}/reading", {"encoding": "cp1251"})
    after = await organiser.get(f"{path}/columns")
    impossible = await send(organiser, f"{path}/reading", {"encoding": "utf-8"})

    assert "Шевченко" not in before.text
    assert "Шевченко" in after.text
    assert impossible.status_code == 422
    assert "nicht lesbar" in impossible.text
    assert "Шевченко" in impossible.text


async def test_another_sheet_is_chosen(organiser):
    book = Workbook()
    book.active.title = "Helfende"
    book.active.append(["Vorname", "Nachname"])
    book.active.append(["Hilde", "Helferin"])
    guests = book.create_sheet("Gäste")
    guests.append(["Vorname", "Nachname"])
    guests.append(["Gustav", "Gast"])
    written = io.BytesIO()
    book.save(written)
    path = await uploaded(organiser, written.getvalue(), "liste.xlsx")
    before = await organiser.get(f"{path}/columns")

    await send(organiser, f"{path}/reading", {"sheet": "Gäste"})
    after = await organiser.get(f"{path}/columns")
    none = await send(organiser, f"{path}/reading", {"sheet": "Andere"})

    assert "Hilde" in before.text
    assert "Gustav" in after.text
    assert none.status_code == 422


@pytest.mark.parametrize(
    "content, name, sentence",
    [
        (b"PK\x03\x04 broken", "a.xlsx", "Excel-Datei ist beschädigt"),
        (b"Vorname;Nachname\r\nA\x00da;B\r\n", "a.csv", "die Datei ist beschädigt"),
        (b"", "a.csv", "Die Datei ist leer."),
        (b"Vorname;Nachname\r\n", "a.csv", "nur Überschriften"),
        (b"%PDF-1.7", "a.pdf", "Das ist ein PDF."),
        (b"\x89PNG\r\n", "a.csv", "Das ist ein Bild."),
        (b"a;" * (MAX_BYTES // 2 + 1), "a.csv", "Sie darf höchstens 10 MB haben."),
        (b"\xff\xfe\x00\xd8x", "a.csv", "nicht lesbar"),
    ],
    ids=["xlsx", "nul", "empty", "headings", "pdf", "picture", "10mb", "utf16"],
)
async def test_what_cannot_be_read_is_said_in_a_sentence(
    organiser, content, name, sentence
):
    answer = await upload(organiser, content, name)

    assert answer.status_code == 422
    assert sentence.lower() in answer.text.lower()
    assert await UploadedList.count() == 0


async def test_fifty_megabytes_are_refused_with_a_sentence(organiser):
    answer = await upload(organiser, b"a;b;c\r\n" * 7_500_000)

    assert answer.status_code == 413
    assert "Eine Datei darf höchstens 10 MB haben." in answer.text


async def test_a_form_without_a_file_asks_for_one(organiser):
    answer = await send(organiser, f"{LIST}/import")

    assert answer.status_code == 422
    assert "Bitte wählen Sie eine Datei." in answer.text


async def test_a_name_that_is_a_script_stays_text_on_every_page(organiser):
    nasty = "<img src=x onerror=alert(1)>"
    content = csv_of(("Vorname", nasty, "Organisation"), (nasty, "x", nasty))
    path = await uploaded(organiser, content, f"{nasty}.csv")
    pages = [await organiser.get(f"{path}/{page}") for page in ("columns", "preview")]

    pages.append(await run(organiser, path, "all"))
    pages.append(await organiser.get(LIST))

    for page in pages:
        assert page.status_code == 200
        assert "<img" not in page.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in pages[1].text


async def test_the_report_comes_as_csv_and_json_before_and_after(organiser):
    path = await uploaded(organiser, FAMILY)
    before = (await organiser.get(f"{path}/report?kind=json")).json()
    await run(organiser, path, "good_only")

    after = (await organiser.get(f"{path}/report?kind=json")).json()
    sheet = await organiser.get(f"{path}/report?kind=csv")

    assert before["counts"]["new"] == 2
    assert "outcome" not in before["rows"][0]
    assert [row["outcome"] for row in after["rows"]] == [
        "added",
        "added",
        "left_out",
        "left_out",
    ]
    text = sheet.content.decode("utf-8-sig")
    assert '"2";"Ada Yıldız";"Neu";"hinzugefügt"' in text
    assert '"5";"";"Fehlerhaft";"nicht übernommen"' in text


async def test_after_the_import_the_list_is_gone_and_the_report_can_go_too(organiser):
    path = await uploaded(organiser, FAMILY)
    await run(organiser, path, "all")
    again = await send(organiser, f"{path}/run", {"choice": "all"})
    columns = await organiser.get(f"{path}/columns")
    (kept,) = await UploadedList.select(UploadedList.content).output(as_list=True)

    dropped = await send(organiser, f"{path}/drop")
    gone = await organiser.get(f"{path}/done")

    assert again.headers["location"] == columns.headers["location"] == f"{path}/done"
    assert json.loads(bytes(kept))["added"] == 3
    assert dropped.headers["location"] == LIST
    assert gone.status_code == 404
    assert "gibt es nicht mehr" in gone.text


async def test_an_upload_of_another_conference_is_not_found(organiser):
    path = await uploaded(organiser, FAMILY)
    await make_conference("zwei")
    other = another(organiser)
    await sign_in_as(other, Role.ORGANISER, "zwei")
    elsewhere = path.replace("/eins/", "/zwei/")

    answers = [
        await other.get(f"{elsewhere}/{page}")
        for page in ("columns", "preview", "done", "report")
    ]

    assert {answer.status_code for answer in answers} == {404}


async def test_a_page_of_the_report_costs_as_many_queries_with_more_rows(organiser):
    small = await uploaded(organiser, FAMILY)
    rows = [(f"Gast{n}", f"Nr. {n % 90}") for n in range(400)]
    large = await uploaded(organiser, csv_of(("Vorname", "Nachname"), *rows))
    with counted_queries() as for_few:
        await organiser.get(f"{small}/preview")

    with counted_queries() as for_many:
        await organiser.get(f"{large}/preview")

    assert len(for_many) == len(for_few) <= 8


@with_real_lists
async def test_the_real_list_comes_in_and_changes_nothing_afterwards(organiser):
    done = await imported(organiser, real(WHOLE), name=WHOLE)
    again = await imported(organiser, real(WHOLE), name=WHOLE)
    windows = await imported(organiser, real(WINDOWS), name=WINDOWS)
    wide = await imported(organiser, real(WIDE), name=WIDE)

    assert "200 Personen sind hinzugekommen." in done.text
    for answer in (again, windows, wide):
        assert "Es hat sich nichts geändert." in answer.text
    assert await Participant.count() == 200


@with_real_lists
async def test_dirty_rows_of_the_real_list_are_said(organiser):
    path = await uploaded(organiser, real(WHOLE), WHOLE)

    report = await organiser.get(f"{path}/report?kind=csv")

    text = report.content.decode("utf-8-sig")
    assert "überflüssige Leerzeichen entfernt" in text
    assert "sieht aus wie eine Formel" in text
    assert "Zeilenumbruch" in text
    assert "Dieselbe E-Mail-Adresse haben auch andere Personen" in text
    assert "als „keine Angabe“ verstanden" in text
    assert "Gleicher Eintrag in Zeile" in text


@with_real_lists
@pytest.mark.parametrize("name, people", [(PRETIX, 50), (OPENSLIDES, 30)])
async def test_lists_of_other_programs_need_no_mapping(organiser, name, people):
    done = await imported(organiser, real(name), name=name)

    assert f"{people} Personen sind hinzugekommen." in done.text


async def test_guests_who_are_there_already_are_not_merged_with_their_likes(organiser):
    like_her = csv_of(("Vorname", "Nachname"), ("Ada", "Yildiz"))
    await imported(organiser, csv_of(("Vorname", "Nachname"), ("Ada", "Yıldız")))

    careful = await imported(organiser, like_her, "good_only")
    await imported(organiser, like_her, "all")

    assert "Es hat sich nichts geändert." in careful.text
    assert await Participant.count() == 2
