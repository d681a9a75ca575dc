"""
Time 200 badges with QR codes and one ticket, beside what a peer needs.

    uv run python -m bench.badges
"""

import itertools
import time
from collections.abc import Callable

from lip.conference.documents.badges import badges_pdf
from lip.conference.documents.door_list import door_list_pdf
from lip.conference.documents.tickets import ticket_pdf, ticket_png
from lip.conference.rules.badges import USUAL, Badge, grouped
from lip.conference.rules.door_list import DoorList, DoorListRow
from lip.conference.rules.tickets import Ticket

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
NAMES = (
    "Käthe Groß-Jägermüller",
    "İbrahim Işıl Şahinoğlu",
    "أحمد الخطيب",
    "زهرا رضایی‌پور",
    "Єлизавета Ґалаґан",
    "Nguyễn Thị Ánh Nguyệt",
    "ሓጎስ ገብረሂወት",
    "Maria del Carmen Fernández de la Vega",
)


def code(number: int) -> str:
    number = number * 7919 * 31 + 7 * 10**16
    letters = []
    for _ in range(12):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


def badge(number: int, name: str) -> Badge:
    return Badge(
        name=name,
        organisation="Beispielverein Brücke e. V.",
        role="Delegierte",
        languages=("de", "ar", "tr")[: number % 4],
        code=code(number),
        url=f"https://konferenz.example.org/t/{grouped(code(number))}",
        number=number,
        conference="Migrationskonferenz 2026",
        day="Sa, 14. November",
    )


def ticket(one: Badge) -> Ticket:
    return Ticket(
        conference=one.conference,
        when="Samstag, 14. November 2026, 9:30 Uhr",
        where="Kulturzentrum Pavillon, Lister Meile 4, Hannover",
        name=one.name,
        code=one.code,
        url=one.url,
        number=one.number,
        organiser="Landeshauptstadt Hannover",
    )


def measured(what: str, make: Callable[[], bytes], *, peer: str = "") -> None:
    cpu, wall = time.process_time(), time.perf_counter()
    size = len(make())
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(f"{what:<28} {cpu:7.3f} {wall:7.3f} {size / 1e6:8.3f}  {peer}")


def main() -> None:
    names = itertools.cycle(NAMES)
    badges = [badge(number, next(names)) for number in range(1, 201)]
    door_list = DoorList(
        conference="Migrationskonferenz 2026",
        when="14. November 2026",
        where="Pavillon",
        rows=[
            DoorListRow(number=each.number, name=each.name, organisation="Verein")
            for each in badges
        ],
    )
    one = ticket(badges[0])
    print(f"{'':<28} {'CPU s':>7} {'wall s':>7} {'MB':>8}  peer")
    sheet = "pretix: 10 to 12 s of CPU, 10 MB"
    again = "the same, fonts already open"
    measured("200 badges, first time", lambda: _sheet(badges), peer=sheet)
    measured("200 badges", lambda: _sheet(badges), peer=again)
    measured("1 badge", lambda: _sheet(badges[:1]))
    measured("1 ticket, picture", lambda: ticket_png(one))
    measured("1 ticket, page", lambda: ticket_pdf(one, "de"))
    measured("door list of 200", lambda: door_list_pdf(door_list, language="de"))


def _sheet(badges: list[Badge]) -> bytes:
    return badges_pdf(badges, format=USUAL, language="de")


if __name__ == "__main__":
    main()
