"""Every page of the application, with the sample conference behind it."""

import re
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

import httpx
from litestar.routes import HTTPRoute

from lip.accounts.rules.roles import Role
from lip.conference.queries.conferences import conference_by_key
from lip.sample.fill_in import KEY, Sample, fill_in
from tests.client import litestar_to_read
from tests.factories import KEYS, clock, make_conference
from tests.journeys import places_of
from tests.journeys.places_of import Place
from tests.proposals.voting.rounds_to_read import fill_in_rounds
from tests.servers import PATIENCE, Server, arrange

AREAS = [
    import_module(f"{places_of.__name__}.{one.name}")
    for one in iter_modules(places_of.__path__)
]

DIRTY_LIST = """Vorname;Nachname;E-Mail;Organisation;Sprache
Ayşe;Yıldız;ayse@example.org;Çınar e. V.;tr
Ayşe;Yıldız;ayse@example.org;Çınar e. V.;tr
فاطمة;الحسن;keine Adresse;;ar
;;;;
Zoë;;;Verein für sehr lange Namen und noch viel längere Wörter;Klingonisch
Ayşe;Yildiz;ayse@example.net;;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The sample on a running server: the address of each page, and the cookies."""

    places: dict[str, Place]
    cookies: dict[str, str]


def page_routes() -> set[str]:
    """Name every route that answers a page, from the application itself."""
    app = litestar_to_read()
    names = {
        handler.name or ""
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if "GET" in handler.http_methods and not route.path.startswith("/schema")
    }
    return names.difference(*(area.NO_PAGES for area in AREAS))


def furnish(server: Server) -> House:
    """Fill in the sample, and something for every page to show."""
    sample, values = arrange(server.url, _fill)
    admin = _signed_in(server, sample)
    values["upload"] = _upload(admin, DIRTY_LIST.encode())
    values["imported"] = _upload(admin, DIRTY_LIST.replace("Ayşe", "Ada").encode())
    values["staff proposal"] = _hand_in(admin)
    run = f"/conferences/{KEY}/participants/import/{values['imported']}/run"
    _send(admin, run, {"choice": "good_only"})
    cookies = {
        "admin": admin.cookies["lip"],
        "helper": _helper(server, sample),
        "officer": _cookie(server, sample, Role.ELECTION_BOARD),
        "editor": _cookie(server, sample, Role.EDITOR),
    }
    places = {name: one for area in AREAS for name, one in area.places(values).items()}
    _print(admin, places["plan_book.show"].path)
    admin.close()
    return House(places=places, cookies=cookies)


async def _fill() -> tuple[Sample, dict[str, str]]:
    sample = await fill_in(keys=KEYS, now=clock())
    await make_conference("leer", title="Konferenz ohne Gäste")
    await fill_in_rounds(await conference_by_key(KEY))
    found: dict[str, str] = {}
    for area in AREAS:
        found |= await area.find()
    return sample, found


def _cookie(server: Server, sample: Sample, role: Role) -> str:
    client = _signed_in(server, sample, role)
    client.close()
    return client.cookies["lip"]


def _signed_in(
    server: Server, sample: Sample, role: Role = Role.ADMINISTRATOR
) -> httpx.Client:
    admin = next(one for one in sample.logins if one.role is role)
    client = httpx.Client(base_url=server.address, timeout=PATIENCE)
    form = {"name": admin.name, "password": admin.password}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def _helper(server: Server, sample: Sample) -> str:
    with httpx.Client(base_url=server.address, timeout=PATIENCE) as phone:
        answer = phone.post(f"/sign-in/link/{sample.link_token}")
        assert answer.status_code == 303, answer.text
        return phone.cookies["lip"]


def _print(client: httpx.Client, path: str) -> None:
    """Wait for a print: its page loads itself anew until then, also under a look."""
    answer = client.get(path, headers={"prefer": "wait"})
    assert "data-ready" in answer.text


def _send(client: httpx.Client, path: str, fields=None, files=None) -> httpx.Response:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)
    assert found
    data = {"csrf": found[1]} | (fields or {})
    answer = client.post(path, data=data, files=files)
    assert answer.status_code == 303, answer.text
    return answer


def _hand_in(client: httpx.Client) -> str:
    fields = {"text": "Formulare der Stadt in Einfacher Sprache."}
    answer = _send(client, f"/conferences/{KEY}/proposals/own", fields)
    found = re.search(r"kept=(\d+)", answer.headers["location"])
    assert found
    return found[1]


def _upload(client: httpx.Client, content: bytes) -> str:
    path = f"/conferences/{KEY}/participants/import"
    answer = _send(client, path, files={"file": ("liste.csv", content, "text/csv")})
    upload = answer.headers["location"].split("/")[-2]
    page = client.get(answer.headers["location"]).text
    columns = dict(
        re.findall(r'name="(column-\d+)".*?value="(\w+)" selected', page, re.DOTALL)
    )
    _send(client, f"{path}/{upload}/columns", columns)
    return upload
