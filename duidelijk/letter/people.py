"""Names of people in a line of a letter head or a salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from duidelijk.letter.head_lines import is_organisation
from duidelijk.model import Span
from duidelijk.nlp.abbreviations import words

_WORD: Final = re.compile(r"[^\s,;:/]+|[,;:/]")
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ][a-z]?h?\.-?){1,6}|[A-Z]{1,2}")
_NAME: Final = re.compile(r"\(?['’]?[A-ZÀ-Þ][\w'’-]*\)?")
_COMPANY: Final = re.compile(
    r"(?:\b(?:[BNC]\.?V|V\.?O\.?F|bvba|nv|vzw|postbus|antwoordnummer"
    r"|\w{0,30}(?:stichting|vereniging|gemeente|school|bedrijf|comité|haven|groep|club|praktijk|intercommunale))"
    r"\b|& (?:zn|co|zonen)\b)",
    re.IGNORECASE,
)
_INFIXES: Final = words(
    """
    van de den der het 't ’t in 'n ’n ter ten te op aan bij over onder uit al el la le du da di dos del della
    von zu bin ben ibn ould s 's v.d. v.d v/d
    """
)
_TITLES: Final = words(
    """
    heer hr mevrouw mevr mw mej mejuffrouw juffrouw meneer mijnheer dhr fam familie erven erfgenamen weduwe
    wed gezin voogd bewindvoerder curator notaris dokter dr drs ir ing mr prof professor ds dominee
    burgemeester wethouder
    """
)
_GREETINGS: Final = words(
    """
    zeer geachte beste dag hallo hoi lieve goede goedendag goedemorgen goedemiddag goedenavond goeiedag morgen
    middag avond weledele weledelgeboren weledelgeleerde
    """
)
_TO: Final = words("aan t.a.v t.a.v. tav t.n.v t.n.v. tnv attentie geadresseerde ontvanger naam p/a")
_AND: Final = words("en of , / : ; ter attentie van de het den deze")
_ROLES: Final = words(
    """
    abonnee abonnees aanvrager aanvragers allemaal bedrijf belanghebbende belanghebbenden bestuur bestuurder
    betrokkene bewoner bewoners bezoeker bezoekers burger burgers buren buur buurtbewoner buurtbewoners cliënt
    cliënten collega collega's collega’s college commissie dame dames deelnemer deelnemers directeur directie
    docent docenten eigenaar eigenaren gebruiker gebruikers geïnteresseerde geïnteresseerden heren huishouden
    huurder huurders iedereen inwoner inwoners jongere jongeren kandidaat kiezer klant klanten leden leerling
    leerlingen leraar lezer lezers lid mantelzorger mantelzorgers medewerker medewerkers mens mensen minister
    nabestaande nabestaanden omwonende omwonenden ondernemer ondernemers organisatie ouder ouders partner
    partners patiënt patiënten raad raadslid raadsleden redactie relatie relaties sollicitant student
    studenten team u vereniging verzekerde verzorger verzorgers voorzitter vriend vrienden vrijwilliger
    vrijwilligers werkgever
    werknemer wijkbewoner wijkbewoners l.s. ls
    """
)


_ANNOUNCING: Final = _TITLES | _GREETINGS | _TO
_OF_PEOPLE: Final = words("ouder ouders verzorger verzorgers nabestaande nabestaanden partner")
_NO_PIECE: Final = _INFIXES | _TITLES | _ROLES


def names_in(text: str, line: Span) -> Iterator[Span]:
    """The names of people in ``line`` of ``text``, without titles: in ``De heer J. de Vries`` from ``J.`` on.

    A line without a title or greeting is a name only if it is nothing but a name, and of no organisation.
    """
    found = list(_WORD.finditer(text, line.start, line.end))
    of_company = _COMPANY.search(text, line.start, line.end) or is_organisation(text[line.start : line.end])
    announced = False
    at = 0
    while at < len(found):
        word = found[at][0].lower()
        bare = word.rstrip(".,!")
        if bare in _ANNOUNCING or word in _ANNOUNCING:
            announced = True
        elif bare in _ROLES:
            announced = announced and bare in _OF_PEOPLE
        elif bare not in _AND:
            count = _name_length([match[0] for match in found[at:]])
            whole = count > 1 and found[at].start() == line.start and at + count == len(found)
            if count and (announced or (whole and not of_company)):
                last = found[at + count - 1]
                yield Span(found[at].start(), last.start() + len(last[0].rstrip(".,!?)")))
            announced = announced and count > 0
            at += max(0, count - 1)
        at += 1


def _name_length(found: list[str]) -> int:
    """How many words from the first on make one name; 0 when there is none, or a house number follows."""
    count = 0
    is_called = False
    for word in found:
        if _NAME.fullmatch(word.rstrip(".!?")) and not _INITIALS.fullmatch(word):
            is_called = True
        elif word.lower() not in _INFIXES and (is_called or not _INITIALS.fullmatch(word)):
            break
        count += 1
    numbered = count < len(found) and found[count][0].isdigit()
    while count and found[count - 1].lower() in _INFIXES:
        count -= 1
    return count if is_called and not numbered else 0


def pieces(name: str) -> Iterator[str]:
    """The ways in which a name may come back: itself, and each word of it that is no title or infix.

    A word all in capitals also comes back as names are usually written.
    """
    yield name
    for word in re.split(r"[\s()-]+", name):
        if len(word) > 1 and "." not in word and word[0].isupper() and word.lower() not in _NO_PIECE:
            yield word
            if word.isupper():
                yield word.title()


def is_name(text: str) -> bool:
    """Whether a personal text can only be a name: it has a capital, and no figure or sign of an address."""
    return any(char.isupper() for char in text) and not any(char.isdigit() or char == "@" for char in text)
