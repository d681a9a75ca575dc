"""The rule in words says everything of every method, in plain sentences."""

from dataclasses import replace

import pytest

from elections.queries.elections import election_of
from elections.rules.planning import ONE_SEAT, Method
from elections.rules.terms import Completion, Quota
from elections.words import METHOD_HINTS, METHODS, rule_in_words
from tests.elections.polls import make_hall

pytestmark = pytest.mark.anyio

SAID = {
    Method.BLOCK: "Sie haben 3 Stimmen, für jede Person höchstens eine.",
    Method.LIMITED: "Sie haben 2 Stimmen, für jede Person höchstens eine.",
    Method.SNTV: "Sie haben 1 Stimme.",
    Method.CUMULATIVE: "Sie haben 2 Stimmen und können sie verteilen, bis zu 2",
    Method.APPROVAL: "Sie können ankreuzen, so viele Sie wollen",
    Method.EQUAL_SHARES: "Freie Plätze bekommt danach, wer die meiste Zustimmung hat.",
    Method.PHRAGMEN: "Die Plätze werden einzeln vergeben",
    Method.SCORE: "Sie geben jeder Person 0 bis 5 Punkte.",
    Method.STAR: "Die beiden mit den meisten Punkten werden verglichen",
    Method.STV_SCOTTISH: "schottische Regel",
    Method.STV_MEEK: "Regel nach Meek",
    Method.IRV: "Sie bringen die Personen in eine Reihenfolge",
    Method.SCHULZE: "Regel nach Schulze",
    Method.HARE_NIEMEYER: "nach Hare-Niemeyer auf die Listen verteilt",
    Method.SAINTE_LAGUE: "nach Sainte-Laguë auf die Listen verteilt",
    Method.DHONDT: "nach d’Hondt auf die Listen verteilt",
}


async def test_every_method_is_explained_and_no_sentence_is_left_open(db):
    hall = await make_hall(names=())
    election = await election_of(hall.conference.id, 1)

    for method in Method:
        one = replace(
            election,
            method=method,
            seats=1 if method in ONE_SEAT else 3,
            votes_each=2,
            highest_score=5,
            completion=Completion.APPROVAL.value,
        )
        said = rule_in_words(one, group="Jugend")
        assert any(SAID[method] in sentence for sentence in said), method
        assert not any("%(" in sentence for sentence in said)
        assert "Wählen darf, wer zur Gruppe „Jugend“ gehört." in said
        assert any("entscheidet das Los" in sentence for sentence in said)
        assert METHODS[method]
        assert METHOD_HINTS[method]


async def test_both_bounds_of_a_quota_stand_in_one_sentence(db):
    hall = await make_hall(names=())
    quota = Quota(attribute="Geschlecht", value="Frau", at_least=1, at_most=2)
    election = replace(await election_of(hall.conference.id, 1), quotas=(quota,))

    said = rule_in_words(election)

    assert any("Mindestens 1 und höchstens 2 Plätze" in one for one in said)
