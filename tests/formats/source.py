"""One letter and one page, as data. ``make.py`` writes them in each format.

The letter is full of what the rules look for; it is no example. All of it is invented.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Link(NamedTuple):
    """Words that lead to an address."""

    words: str
    address: str


class Heading(NamedTuple):
    """A heading of level 1 to 6."""

    level: int
    words: str


class Text(NamedTuple):
    """A paragraph. ``near``: without an empty line before it, as the lines of an address."""

    parts: tuple[str | Link, ...]
    near: bool = False


class List(NamedTuple):
    """The items of a list, with bullets or numbered from 1."""

    items: tuple[tuple[str | Link, ...], ...]
    numbered: bool = False


class Table(NamedTuple):
    """Rows of cells; the first row has the headers."""

    rows: tuple[tuple[str, ...], ...]


class Picture(NamedTuple):
    """A picture with its alternative text."""

    file: str
    alt: str


Part = Heading | Text | List | Table | Picture


class Source(NamedTuple):
    """A text to write. ``subject`` is what a mail has above it; the letter says it in its text too."""

    name: str
    title: str
    subject: str
    parts: tuple[Part, ...]


def text(*parts: str | Link) -> Text:
    """A paragraph."""
    return Text(parts)


def lines(first: str, *more: str) -> tuple[Text, ...]:
    """Lines below each other."""
    return Text((first,)), *(Text((one,), near=True) for one in more)


SUBJECT: Final = "Besluit op uw aanvraag voor een bijdrage in de kosten van kinderopvang"

LETTER: Final = Source(
    "brief",
    SUBJECT,
    SUBJECT,
    (
        *lines("Gemeente Voorbeeld", "Afdeling Inkomen", "Postbus 100", "1234 AB Voorbeeld"),
        *lines("Mevrouw A. Jansen", "Dorpsstraat 1", "1234 AB Voorbeeld"),
        *lines("Datum: 4 maart 2026", "Kenmerk: 2026-00123", f"Onderwerp: {SUBJECT}"),
        text("Geachte mevrouw Jansen,"),
        text(
            "Naar aanleiding van uw aanvraag d.d. 12 januari 2026 inzake een bijdrage in de kosten van "
            "kinderopvang delen wij u mede dat uw aanvraag door ons in behandeling is genomen en dat wij "
            "derhalve, mede gelet op de door u verstrekte gegevens, een besluit hebben genomen dat in deze "
            "brief nader wordt toegelicht."
        ),
        Heading(1, "Besluit"),
        text(
            "Uw aanvraag wordt toegewezen. U ontvangt met ingang van 1 april 2026 een bijdrage van 250 euro "
            "per maand. De bijdrage wordt uiterlijk op de 20e van iedere maand op uw rekening gestort."
        ),
        Heading(1, "Hoe is dit besluit tot stand gekomen?"),
        text(
            "Conform artikel 3 van de Verordening kinderopvang is er door een medewerker van de afdeling "
            "beoordeeld of u voldoet aan de voorwaarden. Middels de door u aangeleverde stukken is "
            "aangetoond dat u reeds drie jaar in onze gemeente woonachtig bent."
        ),
        text("Bij de berekening is uitgegaan van de onderstaande gegevens:"),
        Table(
            (
                ("Gegeven", "Bedrag per maand", "Opmerking"),
                ("Inkomen", "1.850 euro", "Op basis van uw loonstroken"),
                ("Kosten van opvang", "640 euro", "Conform het contract"),
                ("Bijdrage", "250 euro", "Wordt jaarlijks geëvalueerd"),
            )
        ),
        Heading(1, "Wat dient u te doen?"),
        text("Wij verzoeken u om het volgende te doen teneinde de bijdrage te behouden:"),
        List(
            (
                ("Geef wijzigingen in uw inkomen binnen twee weken aan ons door.",),
                ("Bewaar de facturen van de opvang gedurende vijf jaar.",),
                ("Indien u gaat verhuizen, dient u dit onverwijld te melden.",),
            )
        ),
        Heading(2, "Wijzigingen doorgeven"),
        text("Het doorgeven van een wijziging gaat als volgt:"),
        List(
            (
                ("Log in op onze website met uw DigiD.",),
                ("Vul het formulier volledig en naar waarheid in.",),
                ("Voeg, indien van toepassing, de benodigde bewijsstukken toe.",),
            ),
            numbered=True,
        ),
        Heading(1, "Bezwaar maken"),
        text(
            "Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken na verzending van deze brief "
            "een bezwaarschrift indienen bij het college van burgemeester en wethouders. Lees op ",
            Link("de pagina over bezwaar maken", "https://www.example.nl/bezwaar"),
            " hoe u dat doet. Het indienen van een bezwaarschrift schort de werking van dit besluit niet op.",
        ),
        text(
            "Mocht u naar aanleiding van deze brief nog vragen hebben, dan kunt u contact opnemen met de "
            "afdeling Inkomen via telefoonnummer 14 0100."
        ),
        text("Hoogachtend,"),
        *lines("B. de Vries", "Teamleider Inkomen"),
    ),
)

PAGE: Final = Source(
    "pagina",
    "Parkeervergunning aanvragen",
    "Parkeervergunning aanvragen",
    (
        Heading(1, "Parkeervergunning aanvragen"),
        text(
            "Woont u in het centrum en hebt u een auto? Dan dient u te beschikken over een "
            "parkeervergunning. De vergunning kan online worden aangevraagd."
        ),
        Picture("kaart.png", "Kaart van het centrum met de drie zones voor parkeren"),
        Heading(2, "Voorwaarden"),
        text("U komt in aanmerking voor een vergunning indien aan de volgende voorwaarden wordt voldaan:"),
        List(
            (
                ("U staat ingeschreven op een adres in het centrum.",),
                ("Het kenteken staat op uw naam, of u rijdt in een auto van uw werkgever.",),
                ("Er is geen parkeerplaats op eigen terrein aanwezig.",),
            )
        ),
        Heading(2, "Kosten"),
        text("De kosten zijn afhankelijk van de zone waarin u woont:"),
        Table(
            (
                ("Zone", "Kosten per jaar", "Wachttijd"),
                ("Zone A", "120 euro", "Ongeveer zes maanden"),
                ("Zone B", "80 euro", "Geen wachttijd"),
            )
        ),
        Heading(2, "Aanvragen"),
        text(
            "Vul ",
            Link("het formulier voor een parkeervergunning", "https://www.example.nl/parkeren"),
            " in. Het is van belang dat de gegevens door u volledig worden ingevuld, omdat uw aanvraag "
            "anders niet in behandeling kan worden genomen en u opnieuw een aanvraag zult moeten indienen.",
        ),
        List(
            (
                ("Log in met DigiD.",),
                ("Upload een kopie van het kentekenbewijs.",),
                (
                    "Betaal middels iDEAL. Meer over betalen leest u op ",
                    Link("de pagina over leges", "https://www.example.nl/leges"),
                    ".",
                ),
            ),
            numbered=True,
        ),
        Heading(3, "Na uw aanvraag"),
        text(
            "De aanvraag wordt binnen acht weken beoordeeld. Hieromtrent ontvangt u zo spoedig mogelijk "
            "bericht. Wanneer er geen plaats is, komt u op de wachtlijst te staan."
        ),
        Heading(2, "Vragen"),
        text("Voor nadere informatie kunt u terecht bij de balie in het stadhuis."),
    ),
)

SOURCES: Final = (LETTER, PAGE)
