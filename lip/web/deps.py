"""What pages may ask for by name: the clock, the keys, the settings, the limits."""

from datetime import UTC, datetime

from litestar.datastructures import State
from litestar.di import Provide

from lip.keys import Keys
from lip.settings import Settings
from lip.web.limits import Limits


def now() -> datetime:
    """Read the clock; the one place where it is read."""
    return datetime.now(UTC)


def _keys(state: State) -> Keys:
    return state.key_ring  # type: ignore[no-any-return]  # put there by lip.app


def _settings(state: State) -> Settings:
    return state.settings  # type: ignore[no-any-return]  # put there by lip.app


def _limits(state: State) -> Limits:
    return state.limits  # type: ignore[no-any-return]  # put there by lip.app


DEPENDENCIES = {
    "now": Provide(now, sync_to_thread=False, use_cache=False),
    "keys": Provide(_keys, sync_to_thread=False),
    "settings": Provide(_settings, sync_to_thread=False),
    "limits": Provide(_limits, sync_to_thread=False),
}
