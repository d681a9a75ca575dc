"""All methods by the name under which they are called."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from elections.rules.ballots import Contest
from elections.rules.counting import (
    approval,
    block,
    cumulative,
    dhondt,
    equal_shares,
    hare_niemeyer,
    irv,
    limited,
    phragmen,
    sainte_lague,
    schulze,
    score,
    sntv,
    star,
    stv_meek,
    stv_scottish,
)
from elections.rules.tally import Tally
from elections.rules.terms import Terms

METHODS: Mapping[str, Callable[[Contest, Terms], Tally]] = MappingProxyType({
    "block": block.count,
    "limited": limited.count,
    "sntv": sntv.count,
    "cumulative": cumulative.count,
    "approval": approval.count,
    "equal-shares": equal_shares.count,
    "phragmen": phragmen.count,
    "score": score.count,
    "star": star.count,
    "stv-scottish": stv_scottish.count,
    "stv-meek": stv_meek.count,
    "irv": irv.count,
    "schulze": schulze.count,
    "hare-niemeyer": hare_niemeyer.count,
    "sainte-lague": sainte_lague.count,
    "dhondt": dhondt.count,
})


def count(method: str, contest: Contest, terms: Terms) -> Tally:
    """Count by the method of this name."""
    return METHODS[method](contest, terms)
