"""Clauses and verbs of parsed sentences, and the rules about how sentences are built."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from duidelijk.checks import clauses as clause_checks
from duidelijk.checks import connectives, distance, negation, numbers, openings, prepositions, runup
from duidelijk.checks.sentences import long_sentences
from duidelijk.checks.split import split_at_conjunction
from duidelijk.model import Document, Hit, Token
from duidelijk.nlp import parsed
from duidelijk.nlp.clauses import clauses, cluster, end_of_verbs, finite_verbs, particle, phrase, subject
from duidelijk.readers import read


def document(text: str) -> Document:
    return read(text.encode(), "brief.txt")


def sentence(text: str) -> tuple[Token, ...]:
    found = document(text)
    return parsed(found, found.blocks[0])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij sturen u een brief.", [("sturen", None)]),
        ("Als u denkt dat wij liegen, belt u.", [("denkt", "Als"), ("liegen", "dat"), ("belt", None)]),
        ("U moet het formulier dat u vorige week kreeg, invullen.", [("moet", None), ("kreeg", "dat")]),
        ("De man die, als hij ziek is, niet komt, belt.", [("is", "als"), ("komt", "die"), ("belt", None)]),
        ("Wij vragen welke brief u heeft gekregen.", [("vragen", None), ("heeft", "welke")]),
        ("Die brief is kwijt en dat huis is leeg.", [("is", None), ("is", None)]),
        ("Neem een bewijs mee, zoals een rekening.", [("Neem", None)]),
        ("U krijgt een uitkering als aanvulling op uw loon.", [("krijgt", None)]),
        ("Het bedrag is hoger dan vorig jaar.", [("is", None)]),
        ("Waar woont u?", [("woont", None)]),
        ("Het is belangrijk dat de regels duidelijk zijn.", [("is", None), ("zijn", "dat")]),
    ],
)  # fmt: skip
def test_clauses(text: str, expected: list[tuple[str, str | None]]) -> None:
    tokens = sentence(text)
    found = [
        (tokens[one.verb].text, None if one.opener is None else tokens[one.opener].text)
        for one in clauses(tokens)
    ]
    assert found == expected
    assert finite_verbs(tokens) == tuple(one.verb for one in clauses(tokens))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("U moet het formulier invullen.", ["moet", "invullen"]),
        ("De brief zou kunnen worden gestuurd.", ["zou", "kunnen", "worden", "gestuurd"]),
        ("Wij hebben uw brief gelezen.", ["hebben", "gelezen"]),
        ("Wij lezen uw brief.", ["lezen"]),
        ("Het huis is oud.", ["is"]),
    ],
)
def test_verbs_that_go_together(text: str, verbs: list[str]) -> None:
    tokens = sentence(text)
    finite = finite_verbs(tokens)[0]
    assert [tokens[at].text for at in cluster(tokens, finite)] == verbs


def test_places_in_a_clause() -> None:
    tokens = sentence("De oude brug over de rivier moet worden vervangen.")
    verb = finite_verbs(tokens)[0]
    acting = subject(tokens, verb)
    assert acting is not None
    assert tokens[acting].text == "brug"
    first, last = phrase(tokens, acting)
    assert (tokens[first].text, tokens[last].text) == ("De", "rivier")
    assert tokens[end_of_verbs(tokens, verb)].text == "vervangen"
    assert end_of_verbs(tokens, acting) == acting
    apart = sentence("De gemeente stelt de regels vast.")
    loose = particle(apart, finite_verbs(apart)[0])
    assert loose is not None
    assert apart[loose].text == "vast"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "Wij hebben uw aanvraag ontvangen en wij beslissen binnen 6 weken.",
            "Wij hebben uw aanvraag ontvangen. Wij beslissen binnen 6 weken.",
        ),
        (
            "De gemeente verkoopt de grond aan de bewoners, maar zij mogen er niet op bouwen.",
            "De gemeente verkoopt de grond aan de bewoners. Maar zij mogen er niet op bouwen.",
        ),
        (
            "U vult het formulier in met uw gegevens en stuurt het voor 1 mei naar ons terug.",
            "U vult het formulier in met uw gegevens. U stuurt het voor 1 mei naar ons terug.",
        ),
        (
            "Wij hebben uw brief van 3 mei over de boom gelezen en sturen u binnenkort een antwoord.",
            "Wij hebben uw brief van 3 mei over de boom gelezen. Wij sturen u binnenkort een antwoord.",
        ),
        (
            "Wij beoordelen uw aanvraag binnen 8 weken en daarna krijgt u van ons een brief.",
            "Wij beoordelen uw aanvraag binnen 8 weken. Daarna krijgt u van ons een brief.",
        ),
        ("U kunt bellen met de gemeente en een afspraak maken bij de balie.", None),
        ("Als u op tijd betaalt, krijgt u de vergunning en wij sturen u de pas.", None),
        ("Wij denken dat u recht heeft op de toeslag en de gemeente een brief stuurt.", None),
        ("U moet niet alleen uw paspoort laten zien maar u moet ook een foto meenemen.", None),
        ("Wij hebben (op 3 mei heeft u dat gevraagd en wij deden dat) een brief gestuurd.", None),
        ("Heeft u uw aanvraag al gestuurd en wij hebben u daarover nog niet gebeld?", None),
        ("Wij bellen en wij schrijven.", None),
    ],
)
def test_split_at_a_conjunction(text: str, result: str | None) -> None:
    suggestion = split_at_conjunction(sentence(text))
    if result is None:
        assert suggestion is None
        return
    assert suggestion is not None
    assert suggestion.applicability == "manual"
    for (start, end), new in reversed(suggestion.edits):
        text = text[:start] + new + text[end:]
    assert text == result


def test_a_long_sentence_carries_its_split() -> None:
    text = (
        "Wij hebben uw aanvraag voor een vergunning voor de schuur in uw tuin ontvangen en wij nemen"
        " binnen zes weken een besluit over uw aanvraag."
    )
    (hit,) = long_sentences(document(text))
    assert [one.edits[0].text for one in hit.suggestions] == [". Wij"]


def test_both_ends_are_named() -> None:
    text = "U moet het formulier dat u vorige week in een blauwe envelop van ons kreeg, vóór 1 mei invullen."
    (hit,) = distance.far_apart(document(text))
    assert (hit.values["begin"], hit.values["eind"], hit.values["woorden"]) == ("moet", "invullen", 15)
    assert hit.level == "warning"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Het is niet onmogelijk dat het werk langer duurt.", "Het is mogelijk dat het werk langer duurt."),
        ("Een niet onbelangrijke rol speelt geluid.", "Een belangrijke rol speelt geluid."),
        ("Niet onredelijk is dat plan.", "Redelijk is dat plan."),
    ],
)
def test_a_double_negation_becomes_plain(text: str, gone: str) -> None:
    (hit,) = negation.double_negations(document(text))
    ((edit,),) = (one.edits for one in hit.suggestions)
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == gone


CHECKS: list[Callable[[Document], Iterator[Hit]]] = [
    clause_checks.many_subclauses,
    distance.far_apart,
    runup.long_runups,
    prepositions.chains,
    negation.double_negations,
    connectives.few_connectives,
    openings.same_openings,
    numbers.many_numbers,
    long_sentences,
]
HOSTILE = [
    "niet ",
    "niet a ",
    "geen zonder ",
    "1 ",
    "dat ",
    "van de man ",
    "Ja. ",
    "1, 2 mei ",
    "((",
    "als of ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    found = document(piece * (20_000 // len(piece)) + ".")
    for check in CHECKS:
        for hit in check(found):
            assert hit.block is not None
            assert 0 <= hit.span.start < hit.span.end <= len(hit.block.text)


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_in_little(check: Callable[[Document], Iterator[Hit]]) -> None:
    assert not list(check(document("Ja.")))
    assert not list(check(document("")))
