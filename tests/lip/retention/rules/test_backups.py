"""Which backups hold what should be gone, and which must go."""

from datetime import UTC, datetime, timedelta

import pytest

from lip.retention.rules.backups import judge_backup

NOW = datetime(2027, 6, 1, 3, tzinfo=UTC)
YEAR = timedelta(days=365)
DELETED = {
    "needs": datetime(2027, 1, 10, tzinfo=UTC),
    "guests": datetime(2027, 5, 25, tzinfo=UTC),
}
ORDER = ("guests", "letters", "needs")


@pytest.mark.parametrize(
    "days, lapsed, too_old",
    [
        (0, (), False),
        (5, (), False),
        (10, ("guests",), False),
        (200, ("guests", "needs"), False),
        (365, ("guests", "needs"), False),
        (366, ("guests", "needs"), True),
    ],
)
def test_a_backup_is_judged_by_its_own_stamp(
    days: int, lapsed: tuple[str, ...], too_old: bool
):
    made_at = NOW - timedelta(days=days)

    verdict = judge_backup(made_at, now=NOW, longest=YEAR, deleted=DELETED, order=ORDER)

    assert (verdict.lapsed, verdict.too_old) == (lapsed, too_old)


def test_a_longer_retention_keeps_a_backup_lawful():
    made_at = NOW - timedelta(days=700)

    verdict = judge_backup(
        made_at, now=NOW, longest=timedelta(days=731), deleted=DELETED, order=ORDER
    )

    assert not verdict.too_old
