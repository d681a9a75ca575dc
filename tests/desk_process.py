"""One desk in a process: `python -m tests.desk_process URL DESK START CONFERENCE`."""

import asyncio
import json
import sys
from datetime import UTC, datetime

from lip.conference.actions.check_in import Order, Scan, check_in_all
from lip.conference.rules.admission import Admitted, AlreadyInside
from lip.database import GroupCommit, engine_from_url, use_engine
from tests.door import order_of


async def desk(url: str, name: str, start: float, key: str) -> dict[str, str]:
    """Scan the codes of the standard input, all of them from the same second on."""
    codes = sys.stdin.read().split()
    engine = engine_from_url(url, durable=False)
    use_engine(engine)
    now = datetime.now(UTC)
    together: GroupCommit[Order, Scan] = GroupCommit(check_in_all)
    await asyncio.sleep(start - now.timestamp())
    orders = [order_of(code, now=now, conference=key, desk=name) for code in codes]
    scans = await asyncio.gather(*(together(one) for one in orders))
    await engine.close_connection_pool()
    return {code: said(one) for code, one in zip(codes, scans, strict=True)}


def said(scan: Scan) -> str:
    """Put an answer into one word and, where somebody is inside, the desk."""
    match scan.admission:
        case Admitted():
            return "welcome"
        case AlreadyInside(arrival):
            return f"inside {arrival.desk}"
        case other:
            return str(other)


if __name__ == "__main__":
    url, name, start, key = sys.argv[1:]
    print(json.dumps(asyncio.run(desk(url, name, float(start), key))))  # noqa: T201
