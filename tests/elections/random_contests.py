"""Random contests as the record has them, with what Python counts."""

from collections.abc import Iterator, Mapping
from itertools import cycle
from random import Random
from typing import Any

from elections.files.bundle import Bundle
from elections.files.result import as_plain
from elections.recounting import tally_of
from elections.rules.planning import LISTS, ONE_SEAT, Method
from elections.rules.record import Kind, chained
from elections.rules.terms import Completion
from elections.rules.uncountable import Uncountable

EMPTY = (Kind.ROLL, Kind.KEYS, Kind.ANNULLED, Kind.CLOSED)


def counted_contests(number: int, seed: int) -> Iterator[Mapping[str, Any]]:
    """Make so many, method after method: their record and the result of the count."""
    random = Random(seed)
    for _at, method in zip(range(number), cycle(Method), strict=False):
        parts = _parts(method, random)
        unsigned = Bundle(entries=chained(parts), signer=b"", signature=b"")
        record = [{"kind": kind.value, "content": content} for kind, content in parts]
        yield {"record": record, "result": _counted(unsigned)}


def _counted(bundle: Bundle) -> Mapping[str, Any] | str:
    """Give the result, or why there is none."""
    try:
        return as_plain(tally_of(bundle))
    except Uncountable as impossible:
        return impossible.code


def _parts(method: Method, random: Random) -> list[tuple[Kind, Mapping[str, Any]]]:
    names = [f"k{at}" for at in random.sample(range(1, 13), random.randint(2, 5))]
    has_lists = method in LISTS or (
        method is Method.CUMULATIVE and random.random() < 0.6
    )
    lists = _lists(names, random) if has_lists else []
    marks = [*names, *(one["id"] for one in lists)]
    candidates = {"candidates": [_stands(name, random) for name in names]}
    papers = [_paper(method, marks, random) for _ in range(random.randint(1, 9))]
    parts = [
        (Kind.ELECTION, _about(method, random)),
        (Kind.CANDIDATES, candidates | ({"lists": lists} if lists else {})),
        *((kind, {}) for kind in EMPTY),
        (Kind.BALLOTS, {"ballots": []}),
        (Kind.PAPERS, {"papers": papers}),
    ]
    if random.random() < 0.5:
        order = random.sample(marks, len(marks))
        parts.append((Kind.LOT, {"question": "q", "order": order}))
    return parts


def _about(method: Method, random: Random) -> dict[str, Any]:
    seats = 1 if method in ONE_SEAT else random.randint(1, 3)
    about = {"method": method.value, "kind": method.kind.value, "seats": seats}
    if method in {Method.LIMITED, Method.CUMULATIVE}:
        about["votes_each"] = random.randint(1, 3)
    if method in {Method.SCORE, Method.STAR}:
        about["highest_score"] = random.choice([2, 3, 5])
    if method is Method.BLOCK:
        about["own_limit"] = 1
    if method is Method.EQUAL_SHARES:
        about["completion"] = random.choice([*map(str, Completion), None])
    if random.random() < 0.4:
        about["quotas"] = [_quota(random) for _ in range(random.randint(1, 2))]
    if seats > 1 and random.random() < 0.1:
        about["advance"] = seats + 1
    return about


def _quota(random: Random) -> dict[str, Any]:
    at_least = random.randint(0, 1)
    quota = {"attribute": "gender", "value": random.choice("wm"), "min": at_least}
    return quota | random.choice([{}, {"max": at_least}, {"max": at_least + 1}])


def _lists(names: list[str], random: Random) -> list[dict[str, Any]]:
    cut = random.randint(0, len(names))
    return [
        {"id": "l1", "name": "Blau", "members": names[:cut]},
        {
            "id": "l2",
            "name": "Rot",
            "members": names[cut:],
            "single": cut == len(names) - 1 and random.random() < 0.5,
        },
    ]


def _stands(name: str, random: Random) -> dict[str, Any]:
    return {
        "id": name,
        "name": name.upper(),
        "attributes": {
            "association": random.choice(["MiSO", "Brücke"]),
            "gender": random.choice("wmd"),
        },
        "withdrawn": random.random() < 0.1,
    }


def _paper(method: Method, names: list[str], random: Random) -> dict[str, Any]:
    chosen = random.sample([*names, "kx"], random.randint(0, len(names)))
    marks = [[name, _number(method, at, random)] for at, name in enumerate(chosen, 1)]
    if random.random() < 0.05:
        marks = [["", 1]]
    group = random.choice(["", "MiSO"])
    return {"marks": marks, "times": random.randint(1, 3), "group": group}


def _number(method: Method, at: int, random: Random) -> int:
    if method.kind.value == "ranked":
        return at if random.random() < 0.95 else random.randint(1, 3)
    if method.kind.value == "points" or method in {*LISTS, Method.CUMULATIVE}:
        return random.randint(0, 3)
    return 1
