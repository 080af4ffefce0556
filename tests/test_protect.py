"""What word rules leave alone. In each case the protected stretches stand between ⟦ and ⟧."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidelijk.model import Block, Inline, OffsetMap, Segment, Span
from duidelijk.nlp.protect import in_protected, protected

QUOTATIONS = [
    "U schrijft: ⟦‘Ik ben het er niet mee eens.’⟧ Wij begrijpen dat.",
    "De term ⟦‘indien’⟧ is ouderwets.",
    "De term ⟦“indien”⟧ is ouderwets.",
    "De term ⟦„indien”⟧ en de term ⟦„doch“⟧ zijn ouderwets.",
    'De term ⟦"indien"⟧ is ouderwets.',
    "De term ⟦'indien'⟧ is ouderwets.",
    "De term ⟦’indien’⟧ is ouderwets.",
    "De term ⟦«indien»⟧ is ouderwets.",
    "Het ⟦‘ten behoeve van’⟧-beding staat erin.",
    "De wethouder zegt: ⟦“Alle auto’s en foto’s zijn weg.”⟧",
    "De wethouder zegt: ⟦‘Alle auto’s en foto’s zijn weg.’⟧ Dat klopt.",
    "De wethouder zegt: ⟦'Alle auto's en foto's zijn weg.'⟧ Dat klopt.",
    'Kies ⟦"Ja"⟧ of ⟦"Nee"⟧ en daarna ⟦"Verder"⟧.',
    "Kies ⟦'Ja'⟧ of ⟦'Nee'⟧ en daarna ⟦'Verder'⟧.",
    "Hij zei ⟦“niet ‘nu’ maar later”⟧.",
]
NO_QUOTATIONS = [
    "’s Avonds en ’s morgens zijn de auto’s weg.",
    "'s Avonds en 's morgens zijn de auto's weg.",
    "‘s Avonds gaat het beter. In ’t Gooi ook.",
    "‘t Is laat, zei hij, en de foto’s zijn weg.",
    "Hans' auto en Kees' fiets staan buiten.",
    "Hans’ auto en Kees’ fiets staan buiten.",
    "In de jaren ’80 en ’90 was dat anders.",
    "Wij gaan naar ’s-Hertogenbosch en ’s-Gravenhage.",
    'Een scherm van 12" of 15" is genoeg voor u.',
    "Dat is zo'n regel die z'n doel mist.",
    "Een los aanhalingsteken ‘ doet niets en ook niet “ dit.",
]
ADDRESSES = [
    "Kijk op ⟦www.dus-i.nl/btv⟧. Vermeld uw nummer.",
    "Kijk op ⟦https://www.rijksoverheid.nl/wonen?stap=2⟧, dan ziet u het.",
    "Mail naar ⟦info@gemeente-utrecht.nl⟧.",
    "Mail (⟦info@gemeente.nl⟧) of bel.",
    "Op ⟦overheid.nl⟧ staat meer dan op ⟦mijn.overheid.nl⟧.",
    "Open ⟦aanvraag_2024.pdf⟧ of ⟦formulier-v1.2.docx⟧.",
    "Sla het op als ⟦C:\\brieven\\concept.doc⟧ of elders.",
]
NO_ADDRESSES = [
    "Dit is klaar.Dan volgt de rest.",
    "De heer J.P. de Vries, m.b.t. uw vraag.",
    "Stuur het e.d. op, enz. enz.",
    "Dit geldt a.s. woensdag o.a. in Utrecht.",
    "Mail het @ ons of niet.",
]
LAWS = [
    "Volgens ⟦artikel 3:41, eerste lid, van de Awb⟧ moet dat.",
    "Volgens ⟦art. 4:1 jo. 4:2 Awb⟧ moet dat.",
    "Volgens ⟦artikel 6, eerste en tweede lid, onder b en c⟧ moet dat.",
    "Volgens ⟦artikel 7.2a, lid 3, onderdeel c, Wabo⟧ moet dat.",
    "Volgens ⟦artikel 18⟧ van de ⟦Participatiewet⟧ moet dat.",
    "Volgens de ⟦artikelen 3:2, 3:4 en 3:46 Awb⟧ moet dat.",
    "Volgens ⟦artikel 2.1, aanhef en onder a, juncto artikel 2.10 Wabo⟧ moet dat.",
    "Zie ⟦Stb. 2020, 12⟧ en ⟦Stcrt. 2023, nr. 1204⟧.",
    "Zie ⟦ECLI:NL:RVS:2020:1234⟧ voor de uitspraak.",
    "Zie ⟦Kamerstukken II 2019/20, 35 000, nr. 3⟧.",
    "De ⟦Algemene wet bestuursrecht⟧ regelt dit.",
    "De ⟦Wet inzake bloedvoorziening⟧ geldt ook.",
    "De ⟦Wet op het primair onderwijs⟧ is van toepassing.",
    "Op grond van de ⟦Wet maatschappelijke ondersteuning 2015⟧ krijgt u hulp.",
    "Op grond van de ⟦Wet maatschappelijke ondersteuning⟧ kunt u hulp krijgen.",
    "De ⟦Wet werk en bijstand⟧ bestaat niet meer.",
    "De ⟦Wet kwaliteit, klachten en geschillen zorg⟧ (Wkkgz) geldt.",
    "Het ⟦Besluit omgevingsrecht⟧ vervalt.",
    "Het ⟦Besluit inzake de bijstand voor zelfstandigen 2004⟧ geldt.",
    "Wij volgen de ⟦Regeling tegemoetkoming ondernemers⟧ niet.",
    "Volgens de ⟦Verordening jeugdhulp Utrecht 2020⟧ betaalt u niets.",
    "Volgens het ⟦Wetboek van Strafrecht⟧ mag dat niet.",
    "Volgens het ⟦Burgerlijk Wetboek⟧ mag dat niet.",
    "Volgens de ⟦Algemene verordening gegevensbescherming⟧ mag dat niet.",
    "Volgens de ⟦Algemene plaatselijke verordening⟧ mag dat niet.",
    "Volgens de ⟦Omgevingswet⟧ en het ⟦Bouwbesluit 2012⟧ mag het.",
    "De ⟦Wet WOZ⟧ verstrekt gemeenten een taak.",
    "De ⟦Wet open overheid⟧ en de ⟦Archiefwet⟧ gelden.",
    "De ⟦Wet langdurige zorg⟧. Daarna volgt de ⟦Zorgverzekeringswet⟧.",
]
NO_LAWS = [
    "Besluit op uw aanvraag om subsidie.",
    "Besluit inzake uw aanvraag.",
    "Regeling van het bezoek aan uw vader.",
    "Deze wet inzake uw recht is oud.",
    "Het besluit inzake uw aanvraag ligt klaar.",
    "Wij maken een regeling ten behoeve van u.",
    "Dit is een maart-actie voor de kwart miljoen.",
    "Start 3 nieuwe dossiers ten behoeve van ons.",
    "De Wethouder en de Wetenschap zijn het eens.",
]
LAW_ENDS = [
    "De ⟦Wet milieubeheer⟧ in verband met uw aanvraag.",
    "De ⟦Wet milieubeheer⟧ ten behoeve van uw aanvraag.",
    "De ⟦Wet milieubeheer⟧ dient ertoe.",
    "De ⟦Wet milieubeheer⟧, welke van toepassing is.",
    "De ⟦Wet milieubeheer⟧ en de gemeente.",
    "De ⟦Wet milieubeheer⟧ indien u dat wilt.",
]
NUMBERS = [
    "U mag ⟦30 km/u⟧ rijden.",
    "Het kost ⟦€ 35 %⟧ of ⟦5 kWh⟧ extra.",
    "Wij zijn ⟦24/7⟧ bereikbaar, ook op ⟦31/12/2024⟧.",
    "Ons kenmerk is ⟦BZ-2024/0113⟧.",
    "Ons kenmerk is ⟦Z/24/123456⟧.",
    "Betaal op ⟦NL91 ABNA 0417 1643 00⟧ voor mei.",
    "Betaal op ⟦NL91ABNA0417164300⟧ voor mei.",
    "Het is ⟦20 °C⟧ en ⟦5%⟧ vochtig.",
    "Het huis is ⟦120 m2⟧.",
]
NO_NUMBERS = [
    "Wij bouwen voor 65-plussers.",
    "Er zijn 12 huurders en/of kopers.",
    "Stap 3 is klaar.",
    "U betaalt € 3,50 p.m. en 5 mln. per jaar.",
    "Dat duurt 2 jaar, 3 min. en 10 minuten.",
]
FILL_INS = [
    "Geachte ⟦[naam aanvrager]⟧, u ontvangt dit.",
    "Geachte ⟦{{ naam }}⟧, u ontvangt dit.",
    "Een ⟦[=SubOIN=]⟧ is er ook.",
]


def _block(text: str, *inlines: Inline) -> Block:
    whole = OffsetMap((Segment(0, len(text), 0, len(text), literal=True),))
    return Block("paragraph", text, whole, Span(0, len(text)), inlines=inlines)


def _marked(text: str) -> str:
    parts = []
    at = 0
    for start, end in protected(_block(text)):
        parts += [text[at:start], "⟦", text[start:end], "⟧"]
        at = end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    "marked",
    [
        *(*QUOTATIONS, *NO_QUOTATIONS, *ADDRESSES, *NO_ADDRESSES, *LAWS, *NO_LAWS, *LAW_ENDS),
        *(*NUMBERS, *NO_NUMBERS, *FILL_INS),
    ],
)
def test_protected_stretches(marked: str) -> None:
    assert _marked(marked.replace("⟦", "").replace("⟧", "")) == marked


def test_quotation_of_many_words_is_protected_but_not_a_whole_page() -> None:
    assert protected(_block("Hij zei: “" + "woord " * 40 + "eind”."))
    assert not protected(_block("Hij zei: “" + "woord " * 400 + "eind”."))


def test_inline_code_and_quote_are_protected_and_links_are_not() -> None:
    block = _block(
        "Typ indien en dan indien en indien.",
        Inline("code", Span(4, 10)),
        Inline("quote", Span(18, 24)),
        Inline("link", Span(28, 34)),
    )
    assert protected(block) == [Span(4, 10), Span(18, 24)]


def test_in_protected_is_about_any_shared_character() -> None:
    spans = [Span(5, 10), Span(20, 30)]
    assert [in_protected(spans, *span) for span in [(0, 5), (0, 6), (6, 8), (9, 12), (10, 20)]] == [
        *(False, True, True, True, False)
    ]
    assert [in_protected(spans, *span) for span in [(19, 21), (29, 40), (30, 31), (4, 40)]] == [
        *(True, True, False, True)
    ]
    assert not in_protected([], 0, 10)


MARKS = list("‘’“”\"' []%,.é😀\\/«»")
WORDS = [
    "woord",
    "art. 3",
    "Wet",
    " op",
    " de",
    "www.",
    ".nl",
    "a@b.nl",
    "{{",
    "}}",
    "1.250",
    "€ ",
    "Stb. 2020",
]
HOSTILE = [
    "‘",
    '"a ',
    "'a",
    "1.2.",
    "a@",
    "a.b",
    "Wet op de ",
    "art. 1, ",
    "[",
    "1 2 ",
    "Stb. 1",
    "A1B2",
    "x",
    "a/1-",
]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([*MARKS, *WORDS, "Algemene", " wet", "https://", "2015"]), max_size=40).map(
        "".join
    )
)
def test_spans_are_sorted_apart_and_inside_the_text(text: str) -> None:
    spans = protected(_block(text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    block = _block(piece * 100_000)
    spans = protected(block)  # work that grows with the square of this would not end
    assert all(span.end <= len(block.text) for span in spans)
