"""Any request to the public interfaces gets an answer as their description says."""

from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks

from lip.opendata.actions.catch_up import catch_up
from lip.opendata.pages.answers import site_of
from lip.opendata.rules.site import CITY
from tests.client import litestar_to_read, settings_for
from tests.factories import clock, make_conference
from tests.lip.plan.chapters import make_chapter, make_plan

pytestmark = pytest.mark.anyio

DESCRIBED = schemathesis.openapi.from_dict(
    litestar_to_read().openapi_schema.to_schema()
)
load_all_checks()
OPEN = ("/oparl/", "/rest", "/data/", "/catalog", "/feed")
ASK_AGAIN = {"ignored_auth", "unsupported_method"}  # they send requests of their own
SAY_NO_MORE = {"positive_data_acceptance", "negative_data_rejection"}
"""What is not there is 404, and parameters that nobody knows are passed over."""
REAL = {
    "sort": "bodies",
    "thing": str(CITY),
    "below": "papers",
    "dataset_file": "measures.csv",
    "rest_plan": "wir",
    "rest_chapter": "1-sprache",
}
any_request = st.one_of(
    operation.ok().as_strategy()
    for operation in DESCRIBED.get_all_operations()
    if operation.ok().path.startswith(OPEN)
)


@pytest.fixture
async def city(client):
    plan = await make_plan("wir")
    await make_chapter(plan, title="Sprache")
    await make_conference()
    await catch_up(site_of(settings_for("sqlite://")), now=clock())
    return client


@given(case=any_request, real=st.booleans())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_any_request_gets_an_answer_as_described(city, case, real):
    if real:
        case.path_parameters = {
            name: REAL.get(name, quote(str(value), safe=""))
            for name, value in (case.path_parameters or {}).items()
        }
    request = case.as_transport_kwargs(base_url=str(city.base_url))
    request.pop("cookies", None)

    answer = await city.request(**request)

    names = set(CHECKS.get_all_names()) - ASK_AGAIN - SAY_NO_MORE
    case.validate_response(answer, checks=[CHECKS.get_one(one) for one in names])


async def test_the_page_lists_every_open_address_once(client):
    page = (await client.get("/data/api")).text

    for path in DESCRIBED.raw_schema["paths"]:
        assert page.count(f"GET {path}</code>") == path.startswith(OPEN), path
    assert "modified_since" in page
