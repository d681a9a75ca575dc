"""What is kept between the pages of an import, and the version of a guest."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from lip.conference.rules.column import Column
from lip.conference.rules.guest import Guest
from lip.conference.rules.guest_list import RowStatus
from lip.conference.rules.guest_version import version_of
from lip.conference.rules.import_plan import (
    ImportPlan,
    Outcome,
    plan_text,
    read_plan,
)

numbers = st.integers(min_value=0, max_value=20_000)
outcomes = st.builds(
    Outcome,
    added=numbers,
    updated=numbers,
    left_out=st.dictionaries(st.sampled_from(RowStatus), numbers),
)
plans = st.builds(
    ImportPlan,
    columns=st.none() | st.lists(st.sampled_from(Column)).map(tuple),
    encoding=st.sampled_from(["", "cp1252"]),
    ticked=st.frozensets(numbers),
    outcome=st.none() | outcomes,
)


@given(plans)
def test_a_plan_comes_back_as_it_was_written(plan):
    assert read_plan(plan_text(plan)) == plan


def test_an_upload_without_a_plan_is_read_as_its_headings_say():
    assert read_plan("") == ImportPlan()


OTHER = Guest(
    external_id="1",
    full_name="x",
    given_name="x",
    family_name="x",
    badge_name="x",
    organisation="x",
    role="x",
    email="x@example.org",
    phone="1",
    language="de",
    spoken_languages=("de",),
    interpreting=("de",),
    childcare=1,
    access="x",
    diet="x",
    workshop="x",
    may_vote=True,
    note="x",
)


def test_every_field_of_a_guest_counts_for_its_version():
    names = [field.name for field in fields(Guest) if field.name != "only_on"]

    versions = {
        version_of(replace(Guest(), **{name: getattr(OTHER, name)})) for name in names
    }

    assert len(versions | {version_of(Guest())}) == len(names) + 1
