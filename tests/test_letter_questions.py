"""The five questions of a reader, in letters of every kind."""

from __future__ import annotations

import pytest

from duidelijk.letter import letter
from duidelijk.letter.questions import answers
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
        "Stuur uw bezwaarschrift binnen zes weken naar Postbus 12, 1234 AB Voorbeeld.",
        None,
        "Stuur uw bezwaarschrift binnen zes weken naar Postbus 12, 1234 AB Voorbeeld.",
    ),
    "request": (
        REQUEST,
        "Daarvoor hebben wij gegevens van u nodig.",
        "Wij controleren uw uitkering.",
        "Stuur ons voor 1 februari 2026 een kopie van uw huurcontract.",
        "U kunt de kopie uploaden op www.voorbeeld.nl/mijn.",
        "U kunt de kopie uploaden op www.voorbeeld.nl/mijn.",
    ),
    "invoice": (
        INVOICE,
        "U hebt de rekening van € 87,40 nog niet betaald.",
        None,
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
