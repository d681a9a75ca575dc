"""
The sentences of `python -m elections.verify`, in each language.

They stand here and not in the catalogues because the check must run with nothing but
Python and this folder. A test holds the languages complete.
"""

from collections.abc import Mapping
from typing import Any

from elections.checked import Checked

Pair = tuple[str, str]  # what holds, what does not

GERMAN: Mapping[str, Pair] = {
    "no_bundle": ("", "Die Datei kann nicht gelesen werden: {what}"),
    "unreadable": ("", "Ein Eintrag hat nicht die Form, die er haben muss: {what}"),
    "chain": (
        "Die Kette ist heil: {entries} Einträge, jeder mit der Prüfsumme des vorigen.",
        "Die Kette ist gebrochen: Eintrag {at} schließt nicht an den vorigen an.",
    ),
    "order": (
        "Alle Einträge sind da und stehen in der Reihenfolge der Wahl.",
        "Es fehlen Einträge, oder sie stehen in falscher Reihenfolge.",
    ),
    "root": ("Wurzel-Prüfsumme, wie sie vorgelesen wurde: {root}", ""),
    "signed": (
        "Das Ergebnis ist unterschrieben mit dem Schlüssel {key}.",
        "Die Unterschrift passt nicht zu dem, was hier steht.",
    ),
    "key": (
        "Das ist der Schlüssel, den Sie genannt haben.",
        "Unterschrieben hat ein anderer Schlüssel: {key}",
    ),
    "credentials": (
        "Alle {ballots} elektronischen Stimmzettel tragen eine gültige Berechtigung.",
        "Mindestens ein Stimmzettel hat keine gültige Berechtigung.",
    ),
    "once": (
        "Keine Berechtigung wurde zweimal gezählt.",
        "Eine Berechtigung wurde zweimal gezählt.",
    ),
    "annulled": (
        "Kein Stimmzettel stammt von einer für ungültig erklärten Berechtigung.",
        "Ein Stimmzettel stammt von einer für ungültig erklärten Berechtigung.",
    ),
    "sorted": (
        "Die Stimmzettel stehen nach Prüfsumme, nicht nach der Zeit.",
        "Die Stimmzettel stehen nicht nach ihrer Prüfsumme sortiert.",
    ),
    "contents": (
        "Es gibt gleich viele Prüfsummen und ausgezählte Inhalte: {ballots}.",
        "Es gibt {ballots} ausgezählte Inhalte, aber eine andere Zahl von Prüfsummen.",
    ),
    "numbers": (
        (
            "Es gibt nicht mehr Stimmzettel als ausgegeben: {given} Berechtigungen, "
            "{papers} auf Papier, {entitled} Wahlberechtigte."
        ),
        (
            "Es gibt mehr Stimmzettel als ausgegeben: {given} Berechtigungen, "
            "{papers} auf Papier, {entitled} Wahlberechtigte."
        ),
    ),
    "lot": (
        "Das Los lässt sich nachrechnen. Reihenfolge: {order}.",
        "Aus den Würfelzahlen folgt eine andere Reihenfolge als diese: {order}.",
    ),
    "lot_by_hand": (
        "Das Los zog eine Hand; bezeugt von {witnesses}. Reihenfolge: {order}.",
        "Das Los wurde von Hand gezogen, aber es fehlen zwei Zeuginnen oder Zeugen.",
    ),
    "count": (
        "Neu gezählt nach „{method}“: dasselbe Ergebnis. Gewählt: {winners}.",
        "Neu gezählt nach „{method}“: ein anderes Ergebnis. Gewählt wären: {winners}.",
    ),
    "count_first": (
        "Neu gezählt nach „{method}“: dasselbe Ergebnis. Weiter sind: {names}.",
        "Neu gezählt nach „{method}“: ein anderes Ergebnis. Weiter wären: {names}.",
    ),
    "round": ("Wahlgang {number}:", ""),
    "follows": (
        "Dieser Wahlgang nennt die Prüfsumme des vorigen, und sie stimmt.",
        "Dieser Wahlgang schließt nicht an einen vorigen an, der hier steht.",
    ),
    "second_people": (
        "Zur Wahl stehen genau die Besten des vorigen Wahlgangs: {names}.",
        "Zur Wahl stehen andere als die Besten des vorigen Wahlgangs: {names}.",
    ),
    "runoff_people": (
        "In der Stichwahl stehen genau die, die gleichauf waren: {names}.",
        "In der Stichwahl stehen andere als die, die gleichauf waren: {names}.",
    ),
    "seats": (
        "Es werden so viele Plätze besetzt, wie offen waren, nach denselben Quoten.",
        "Es werden andere Plätze besetzt als die offenen, oder nach anderen Quoten.",
    ),
    "outcome": ("Über alle Wahlgänge gewählt: {winners}.", ""),
    "still_open": ("Noch nicht entschieden sind {seats} Plätze zwischen: {names}.", ""),
    "whole": ("Alles stimmt.", "Diese Wahl ist so nicht richtig veröffentlicht."),
}

ENGLISH: Mapping[str, Pair] = {
    "no_bundle": ("", "The file cannot be read: {what}"),
    "unreadable": ("", "An entry does not have the form it must have: {what}"),
    "chain": (
        "The chain is whole: {entries} entries, each with the digest of the last.",
        "The chain is broken: entry {at} does not follow the one before.",
    ),
    "order": (
        "All entries are there, in the order of the election.",
        "Entries are missing or in the wrong order.",
    ),
    "root": ("Root digest, as it was read out: {root}", ""),
    "signed": (
        "The result is signed with the key {key}.",
        "The signature does not belong to what stands here.",
    ),
    "key": ("That is the key you named.", "Another key has signed: {key}"),
    "credentials": (
        "All {ballots} electronic ballots carry a valid credential.",
        "At least one ballot has no valid credential.",
    ),
    "once": ("No credential was counted twice.", "A credential was counted twice."),
    "annulled": (
        "No ballot comes from a credential that was annulled.",
        "A ballot comes from a credential that was annulled.",
    ),
    "sorted": (
        "The ballots stand in the order of their digests, not of time.",
        "The ballots are not in the order of their digests.",
    ),
    "contents": (
        "There are as many digests as counted contents: {ballots}.",
        "There are {ballots} counted contents, but another number of digests.",
    ),
    "numbers": (
        (
            "There are no more ballots than were given out: {given} credentials, "
            "{papers} on paper, {entitled} people entitled."
        ),
        (
            "There are more ballots than were given out: {given} credentials, "
            "{papers} on paper, {entitled} people entitled."
        ),
    ),
    "lot": (
        "The lot can be recomputed. Order: {order}.",
        "The dice give another order than this one: {order}.",
    ),
    "lot_by_hand": (
        "The lot was drawn by hand; witnessed by {witnesses}. Order: {order}.",
        "The lot was drawn by hand, but two witnesses are missing.",
    ),
    "count": (
        "Counted again by “{method}”: the same result. Elected: {winners}.",
        "Counted again by “{method}”: another result. Elected would be: {winners}.",
    ),
    "count_first": (
        "Counted again by “{method}”: the same result. Going on: {names}.",
        "Counted again by “{method}”: another result. Going on would be: {names}.",
    ),
    "round": ("Round {number}:", ""),
    "follows": (
        "This round names the digest of the one before, and it is right.",
        "This round does not follow from a round that stands here.",
    ),
    "second_people": (
        "Those who stand are just the best of the round before: {names}.",
        "Those who stand are not the best of the round before: {names}.",
    ),
    "runoff_people": (
        "In the run-off stand just those who were level: {names}.",
        "In the run-off stand others than those who were level: {names}.",
    ),
    "seats": (
        "As many seats are filled as were open, under the same quotas.",
        "Other seats are filled than were open, or under other quotas.",
    ),
    "outcome": ("Elected over all rounds: {winners}.", ""),
    "still_open": ("Not decided yet are {seats} seats between: {names}.", ""),
    "whole": ("Everything holds.", "This election is not correctly published."),
}

ARABIC: Mapping[str, Pair] = {
    "no_bundle": ("", "تعذّرت قراءة الملف: {what}"),
    "unreadable": ("", "أحد القيود ليس بالشكل المطلوب: {what}"),
    "chain": (
        "السلسلة سليمة: {entries} قيدًا، يحمل كل منها بصمة ما قبله.",
        "السلسلة مكسورة: القيد {at} لا يتصل بما قبله.",
    ),
    "order": (
        "جميع القيود موجودة وبترتيب سير الانتخاب.",
        "هناك قيود ناقصة أو في غير ترتيبها.",
    ),
    "root": ("البصمة الجذرية كما تُليت: {root}", ""),
    "signed": ("النتيجة موقّعة بالمفتاح {key}.", "التوقيع لا يطابق ما هو مكتوب هنا."),
    "key": ("هذا هو المفتاح الذي ذكرتموه.", "التوقيع بمفتاح آخر: {key}"),
    "credentials": (
        "كل أوراق الاقتراع الإلكترونية ({ballots}) تحمل تخويلًا صحيحًا.",
        "ورقة اقتراع واحدة على الأقل بلا تخويل صحيح.",
    ),
    "once": ("لم يُحسب أي تخويل مرتين.", "حُسب أحد التخويلات مرتين."),
    "annulled": (
        "لا توجد ورقة اقتراع بتخويل أُعلن بطلانه.",
        "توجد ورقة اقتراع بتخويل أُعلن بطلانه.",
    ),
    "sorted": (
        "أوراق الاقتراع مرتبة بحسب بصماتها لا بحسب الوقت.",
        "أوراق الاقتراع غير مرتبة بحسب بصماتها.",
    ),
    "contents": (
        "عدد البصمات يساوي عدد الأوراق المعدودة: {ballots}.",
        "عدد الأوراق المعدودة {ballots}، وعدد البصمات يختلف عنه.",
    ),
    "numbers": (
        (
            "ليست هناك أوراق أكثر مما سُلّم: {given} من التخويلات، {papers} ورقيًا، "
            "{entitled} ممن لهم حق الانتخاب."
        ),
        (
            "هناك أوراق أكثر مما سُلّم: {given} من التخويلات، {papers} ورقيًا، "
            "{entitled} ممن لهم حق الانتخاب."
        ),
    ),
    "lot": (
        "يمكن إعادة حساب القرعة. الترتيب: {order}.",
        "أرقام النرد تعطي ترتيبًا غير هذا: {order}.",
    ),
    "lot_by_hand": (
        "سُحبت القرعة باليد بشهادة {witnesses}. الترتيب: {order}.",
        "سُحبت القرعة باليد، لكن ينقصها شاهدان.",
    ),
    "count": (
        "أُعيد العدّ بطريقة «{method}»: النتيجة نفسها. الفائزون: {winners}.",
        "أُعيد العدّ بطريقة «{method}»: نتيجة أخرى. الفائزون إذن: {winners}.",
    ),
    "count_first": (
        "أُعيد العدّ بطريقة «{method}»: النتيجة نفسها. المتأهلون: {names}.",
        "أُعيد العدّ بطريقة «{method}»: نتيجة أخرى. المتأهلون إذن: {names}.",
    ),
    "round": ("الجولة {number}:", ""),
    "follows": (
        "تذكر هذه الجولة بصمة الجولة السابقة، وهي صحيحة.",
        "لا تتصل هذه الجولة بجولة سابقة موجودة هنا.",
    ),
    "second_people": (
        "المترشحون هم بالضبط الأوائل في الجولة السابقة: {names}.",
        "المترشحون غير الأوائل في الجولة السابقة: {names}.",
    ),
    "runoff_people": (
        "في جولة الإعادة بالضبط من تعادلوا: {names}.",
        "في جولة الإعادة أشخاص غير الذين تعادلوا: {names}.",
    ),
    "seats": (
        "يُشغل العدد نفسه من المقاعد التي بقيت مفتوحة وبالحصص نفسها.",
        "تُشغل مقاعد غير التي بقيت مفتوحة أو بحصص أخرى.",
    ),
    "outcome": ("المنتخبون في كل الجولات: {winners}.", ""),
    "still_open": ("لم يُحسم بعد {seats} من المقاعد بين: {names}.", ""),
    "whole": ("كل شيء صحيح.", "لم يُنشر هذا الانتخاب على الوجه الصحيح."),
}

WORDS = {"de": GERMAN, "en": ENGLISH, "ar": ARABIC}
LANGUAGES = tuple(WORDS)


def sentence(language: str, checked: Checked) -> str:
    """Put a check into words."""
    holds, fails = WORDS[language][checked.code]
    facts = {name: _listed(fact) for name, fact in checked.facts.items()}
    return (holds if checked.holds else fails).format(**facts)


def _listed(fact: Any) -> str:
    return ", ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)
