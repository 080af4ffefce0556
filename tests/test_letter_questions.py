"""The five questions of a reader, in letters of every kind."""

from __future__ import annotations

from datetime import date

import pytest

from duidelijk.letter import letter
from duidelijk.letter.days import is_to_come
from duidelijk.letter.questions import answers
from duidelijk.nlp.facts import facts
from duidelijk.readers import read

GRANTED = """\
Datum: 3 november 2026
Onderwerp: uw wasmachine

Geachte mevrouw De Wit,

Op 12 oktober 2026 hebt u een vergoeding aangevraagd. U krijgt € 450 voor een wasmachine. Wij \
hebben dit besloten omdat uw inkomen laag is.

Wij betalen het bedrag voor 20 november 2026 op uw rekening.

Hebt u vragen? Bel (0299) 12 34 56.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
REFUSED = """\
Datum: 9 maart 2026
Onderwerp: uw aanvraag voor een parkeerkaart

Geachte heer Smit,

In deze brief leest u wat wij hebben besloten.

De arts heeft u onderzocht. U kunt verder dan 100 meter lopen. Wij wijzen uw aanvraag daarom af.

Bezwaar

Stuur uw bezwaarschrift binnen zes weken naar Postbus 12, 1234 AB Voorbeeld.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
REQUEST = """\
Datum: 12 januari 2026
Onderwerp: gegevens voor uw uitkering

Geachte heer Bakker,

Wij controleren uw uitkering. Daarvoor hebben wij gegevens van u nodig.

Wat moet u doen?

Stuur ons voor 1 februari 2026 een kopie van uw huurcontract. U kunt de kopie \
uploaden op www.voorbeeld.nl/mijn.

Vragen?

Bel ons op 088 123 45 67.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
INVOICE = """\
Datum: 1 juni 2026
Onderwerp: herinnering

Beste mevrouw Jansen,

U hebt de rekening van € 87,40 nog niet betaald.

Maak het bedrag voor 15 juni 2026 over op rekening NL91 ABNA 0417 1643 00.

Met vriendelijke groet,

Waterschap Voorbeeld
"""
INVITATION = """\
Onderwerp: uitnodiging voor een bewonersavond

Beste bewoner,

Wij gaan het riool in uw buurt vervangen. Daarom nodigen wij u uit voor een bewonersavond.

Wanneer: dinsdag 14 april 2026 om 19.30 uur
Waar: buurthuis De Linde, Parkweg 8

Wilt u komen? Meld u aan via buurt@voorbeeld.nl.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
NOTICE = """\
Datum: 2 mei 2026
Onderwerp: werk aan de Kerkstraat

Beste bewoner,

De Kerkstraat is van 18 tot en met 22 mei 2026 dicht, want er komt nieuw asfalt. U kunt omrijden \
via de Dorpsstraat. Op www.voorbeeld.nl/kerkstraat ziet u de route.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
ONLY_LAW = """\
Datum: 3 mei 2026
Onderwerp: uw terras

Geachte heer Visser,

Op grond van artikel 2:10 van de Algemene plaatselijke verordening verlenen wij u een \
vergunning voor uw terras.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
OPEN = """\
Onderwerp: uw melding

Beste meneer Visser,

Wij hebben de lantaarnpaal gerepareerd.

Met vriendelijke groet,

Gemeente Voorbeeld
"""
ONE_DAY = """\
Datum: 2 mei 2026
Onderwerp: uw paspoort

Beste mevrouw Bos,

Op 28 april 2026 hebt u een paspoort aangevraagd. Uw paspoort ligt klaar bij de balie in het stadhuis.

Met vriendelijke groet,

Gemeente Voorbeeld
"""

LEGAL = (
    "Op grond van artikel 2:10 van de Algemene plaatselijke verordening verlenen wij u een vergunning "
    "voor uw terras."
)
EXPECTED = {
    "granted": (
        GRANTED,
        "U krijgt € 450 voor een wasmachine.",
        "Wij hebben dit besloten omdat uw inkomen laag is.",
        "Wij betalen het bedrag voor 20 november 2026 op uw rekening.",
        "Wij betalen het bedrag voor 20 november 2026 op uw rekening.",
        "Bel (0299) 12 34 56.",
    ),
    "refused": (
        REFUSED,
        "Wij wijzen uw aanvraag daarom af.",
        "U kunt verder dan 100 meter lopen.",
        *("Stuur uw bezwaarschrift binnen zes weken naar Postbus 12, 1234 AB Voorbeeld.",) * 3,
    ),
    "request": (
        REQUEST,
        "Stuur ons voor 1 februari 2026 een kopie van uw huurcontract.",
        "Wij controleren uw uitkering.",
        "Stuur ons voor 1 februari 2026 een kopie van uw huurcontract.",
        "U kunt de kopie uploaden op www.voorbeeld.nl/mijn.",
        "U kunt de kopie uploaden op www.voorbeeld.nl/mijn.",
    ),
    "invoice": (
        INVOICE,
        "Maak het bedrag voor 15 juni 2026 over op rekening NL91 ABNA 0417 1643 00.",
        "U hebt de rekening van € 87,40 nog niet betaald.",
        *("Maak het bedrag voor 15 juni 2026 over op rekening NL91 ABNA 0417 1643 00.",) * 3,
    ),
    "invitation": (
        INVITATION,
        "Daarom nodigen wij u uit voor een bewonersavond.",
        "Wij gaan het riool in uw buurt vervangen.",
        "Wanneer: dinsdag 14 april 2026 om 19.30 uur",
        "Meld u aan via buurt@voorbeeld.nl.",
        "Waar: buurthuis De Linde, Parkweg 8",
    ),
    "notice": (
        NOTICE,
        "De Kerkstraat is van 18 tot en met 22 mei 2026 dicht, want er komt nieuw asfalt.",
        "De Kerkstraat is van 18 tot en met 22 mei 2026 dicht, want er komt nieuw asfalt.",
        "De Kerkstraat is van 18 tot en met 22 mei 2026 dicht, want er komt nieuw asfalt.",
        "U kunt omrijden via de Dorpsstraat.",
        "Op www.voorbeeld.nl/kerkstraat ziet u de route.",
    ),
    "only a law for a reason": (
        ONLY_LAW,
        *(LEGAL,) * 2,
        None,
        None,
        None,
    ),
    "nearly all open": (OPEN, "Wij hebben de lantaarnpaal gerepareerd.", None, None, None, None),
    "a day that is over": (
        ONE_DAY,
        "Uw paspoort ligt klaar bij de balie in het stadhuis.",
        None,
        None,
        None,
        "Uw paspoort ligt klaar bij de balie in het stadhuis.",
    ),
}


def answered(text: str) -> dict[str, str | None]:
    document = read(text.encode(), "brief.txt")
    found = letter(document)
    assert found is not None
    return {
        one.question: None if one.block is None or one.span is None else one.block.text[slice(*one.span)]
        for one in answers(document, found)
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_each_question_gets_the_sentence_that_answers_it(name: str) -> None:
    text, what, why, when, how, where = EXPECTED[name]
    assert text is not None
    assert answered(text) == {"what": what, "why": why, "when": when, "how": how, "where": where}


def test_there_are_always_five_answers_in_the_same_order() -> None:
    assert list(answered("Geachte heer,\n\nMet vriendelijke groet,\n\nDe gemeente\n")) == [
        "what",
        "why",
        "when",
        "how",
        "where",
    ]


def test_an_empty_letter_leaves_all_questions_open() -> None:
    assert set(answered("Geachte heer,\n\nMet vriendelijke groet,\n\nDe gemeente\n").values()) == {None}


def test_the_subject_says_what_when_the_text_does_not() -> None:
    text = REFUSED.replace("U kunt verder dan 100 meter lopen. Wij wijzen uw aanvraag daarom af.", "")
    text = text.replace("De arts heeft u onderzocht.", "De arts heeft u gezien.")
    assert answered(text)["what"] == "uw aanvraag voor een parkeerkaart"


SIGNED = """\
Polderveen, 21 september 2026

Beste melder,

De lamp in uw straat werkt vanaf 24 september weer, want wij vervangen hem.

Met vriendelijke groet,

Meldpunt Openbare Ruimte
(0224) 12 34 56
"""


def test_a_number_below_the_closing_says_where_to_call() -> None:
    assert answered(SIGNED)["where"] == "(0224) 12 34 56"


def test_a_term_of_the_sender_does_not_say_when_the_reader_must_act() -> None:
    text = REQUEST.replace("Stuur ons voor 1 februari 2026 een", "Stuur ons een")
    text = text.replace("Vragen?", "Daarna beslissen wij binnen acht weken.")
    assert answered(text)["when"] is None


def test_a_conditional_order_does_not_say_how() -> None:
    text = GRANTED.replace(
        "Hebt u vragen? Bel", "Gaat u verhuizen? Vul dan het formulier in. Hebt u vragen? Bel"
    )
    assert answered(text)["how"] == "Wij betalen het bedrag voor 20 november 2026 op uw rekening."


def letter_of(subject: str, *paragraphs: str) -> str:
    text = "\n\n".join(("Beste bewoner,", *paragraphs, "Met vriendelijke groet,", "Gemeente Voorbeeld"))
    return f"Datum: 2 mei 2026\nOnderwerp: {subject}\n\n{text}\n"


def test_what_is_only_for_some_readers_answers_nothing() -> None:
    found = answered(
        letter_of(
            "hondenbelasting",
            "Voor uw hond betaalt u € 40.",
            "Betalen",
            "Betaal het bedrag voor 1 juni 2026.",
            "Is uw hond overleden?",
            "Stuur dan voor 9 mei 2026 het formulier via www.voorbeeld.nl/hond.",
        )
    )
    assert found["what"] == "Voor uw hond betaalt u € 40."
    assert found["how"] == "Betaal het bedrag voor 1 juni 2026."
    assert found["when"] == "Betaal het bedrag voor 1 juni 2026."
    assert found["where"] is None


def test_a_day_alone_does_not_say_what_the_invitation_is_for() -> None:
    found = answered(
        letter_of(
            "uitnodiging hoorzitting",
            "Wij nodigen u uit. De zitting is op:",
            "donderdag 28 mei 2026 om 10.45 uur",
        )
    )
    assert found["what"] == "Wij nodigen u uit."


def test_talk_in_general_is_no_news() -> None:
    found = answered(
        letter_of(
            "werk aan de Kade",
            "De stad werkt voortdurend aan goede straten. Dat is belangrijk voor de regio.",
            "Tussen 18 mei en 22 mei 2026 krijgt de Kade nieuw asfalt.",
        )
    )
    assert found["what"] == "Tussen 18 mei en 22 mei 2026 krijgt de Kade nieuw asfalt."


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2026-04-21", "op 7 april jl. ontvangen", False),
        ("2026-04-21", "op 7 april", False),
        ("2026-04-21", "op 7 mei", True),
        ("2026-12-11", "op 11 januari", True),
        ("2026-12-11", "in november 2026", False),
        ("2026-12-11", "in januari 2027", True),
    ],
)
def test_a_day_is_to_come_as_seen_from_the_letter(today: str, text: str, expected: bool) -> None:
    assert is_to_come(text, facts(text)[0], date.fromisoformat(today)) is expected
