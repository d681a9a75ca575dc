"""The result of a count as plain values, ready for JSON."""

from elections.rules.tally import Number, Stage, Tally, Tie

Plain = dict[str, object]


def as_plain(tally: Tally) -> Plain:
    """Give a tally as dictionaries and lists; exact numbers as text."""
    flat: list[str] = []
    for group in tally.deputies:
        if len(group) > 1:
            break
        flat += group
    return {
        "method": tally.method,
        "seats": tally.seats,
        "decided": tally.decided,
        "complete": tally.complete,
        "valid": tally.valid,
        "abstained": tally.abstained,
        "spoiled": {reason.value: number for reason, number in tally.spoiled},
        "winners": list(tally.winners),
        "deputies": flat,
        "deputies_in_groups": [list(group) for group in tally.deputies],
        "ties": [_tie(tie) for tie in tally.ties],
        "stages": [_stage(at, stage) for at, stage in enumerate(tally.stages, 1)],
    }


def written(number: Number, decimals: int = 0) -> str:
    """
    Write a number exactly: with the decimals of the rule, or as a fraction.

    >>> written(133800000, 5)
    '1338.00000'
    """
    if decimals and isinstance(number, int):
        return f"{number // 10**decimals}.{number % 10**decimals:0{decimals}d}"
    return str(number)


def _tie(tie: Tie) -> Plain:
    return {
        "candidates": list(tie.candidates),
        "seats": tie.seats,
        "over": tie.over.value,
        "settled_by_lot": tie.settled_by_lot,
    }


def _stage(at: int, stage: Stage) -> Plain:
    return {
        "stage": at,
        "step": stage.step.value,
        "votes": {name: written(votes, stage.decimals) for name, votes in stage.votes},
        "elected": list(stage.elected),
        "excluded": list(stage.excluded),
        "transferred": list(stage.transferred),
        "facts": {name: written(fact, stage.decimals) for name, fact in stage.facts},
    }
