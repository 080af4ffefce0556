"""What can stand between a browser and a page, in words for the user: message and hint."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from duidelijk.errors import ReadError
from duidelijk.readers.fetch import is_public, refusal

__all__ = [
    "BUSY",
    "LARGE",
    "NOT_READY",
    "RENDERED",
    "check_address",
    "explained",
    "has_moved_on",
    "no_page",
    "refusal",
    "unstyled",
]

Said = tuple[str, str]

BUSY: Final[Said] = (
    "Deze pagina blijft bezig, daarom is ze niet gecontroleerd.",
    "Vraag de bouwer welk script niet stopt. Of controleer de pagina zonder --browser.",
)
LARGE: Final[Said] = (
    "Deze pagina is te groot voor de browser.",
    "Controleer de pagina zonder --browser, of geef een deel ervan.",
)
RENDERED: Final[Said] = (
    "Deze pagina is bekeken in een browser.",
    "De plaatsen gaan over de pagina na het laden, niet over het bestand.",
)
NOT_READY: Final[Said] = (
    "De pagina bleef laden. Wat later komt, is niet bekeken.",
    "Probeer het opnieuw als er iets ontbreekt.",
)
_CHECK: Final = "Controleer het adres."
_LATER: Final = "Probeer het later opnieuw."
_CODE: Final = re.compile(r"net::ERR_([A-Z0-9_]+)")
_KNOWN: Final[dict[str, Said]] = {
    "NAME_NOT_RESOLVED": (
        "Deze website is niet te vinden.",
        "Controleer het adres en uw internetverbinding.",
    ),
    "INTERNET_DISCONNECTED": ("Er is geen internetverbinding.", "Controleer uw verbinding."),
    "CONNECTION_REFUSED": ("De website neemt de verbinding niet aan.", _CHECK),
    "CONNECTION_TIMED_OUT": ("De website antwoordt niet op tijd.", _LATER),
    "TIMED_OUT": ("De website antwoordt niet op tijd.", _LATER),
    "TOO_MANY_REDIRECTS": ("Dit adres stuurt in een kring door.", "Controleer het adres in uw browser."),
    "FILE_NOT_FOUND": ("Dit bestand bestaat niet.", "Controleer de naam."),
    "ABORTED": (
        "Op dit adres staat geen webpagina, maar een bestand om te downloaden.",
        "Download het bestand en controleer dat.",
    ),
    "INVALID_AUTH_CREDENTIALS": (
        "Voor deze pagina moet u inloggen.",
        "Sla de pagina op en controleer het bestand.",
    ),
    "UNSAFE_PORT": ("De browser opent dit adres niet, vanwege het poortnummer.", _CHECK),
}
_MOVED_ON: Final = (
    "Execution context was destroyed",
    "Cannot find context",
    "navigating",
    "Frame was detached",
)


def explained(message: str) -> Said:
    """What a message of Playwright means."""
    found = _CODE.search(message)
    code = found[1] if found else ""
    if code in _KNOWN:
        return _KNOWN[code]
    if code.startswith(("CERT_", "SSL_", "BAD_SSL")):
        return (
            "De beveiligde verbinding met deze website is niet te vertrouwen.",
            f"Bekijk het adres in uw browser. De technische oorzaak is: {code}.",
        )
    if "Download is starting" in message:
        return _KNOWN["ABORTED"]
    if "Timeout" in message:
        return _KNOWN["TIMED_OUT"]
    if has_moved_on(message):
        return "Deze pagina stuurt steeds door naar een andere.", "Geef het adres waar de pagina zelf staat."
    if "crash" in message.lower() or "closed" in message:
        return "De browser is gestopt bij deze pagina.", "Controleer de pagina zonder --browser."
    if code:
        return "De verbinding met de website brak af.", f"{_LATER} De technische oorzaak is: {code}."
    first = message.strip().partition("\n")[0]
    return "De browser kan deze pagina niet openen.", f"De technische oorzaak is: {first}"


def has_moved_on(message: str) -> bool:
    """Whether the page went to another address while it was looked at."""
    return any(sign in message for sign in _MOVED_ON)


def no_page(kind: str) -> Said:
    """The address gives something else than a web page."""
    return (
        f"Op dit adres staat geen webpagina maar {kind}.",
        "Download het bestand en controleer dat, of laat --browser weg.",
    )


def unstyled(sheets: Sequence[str]) -> Said:
    """Style sheets of the page did not load."""
    more = "" if len(sheets) == 1 else f" en {len(sheets) - 1} andere"
    return (
        f"Deze stijlen konden niet laden: {sheets[0]}{more}.",
        "Wat van kleuren en stijlen afhangt, staat daarom bij ‘nakijken’ of ontbreekt.",
    )


def check_address(url: str, *, allow_private: bool) -> None:
    """Raise ReadError unless the address is one of a public website, as without a browser."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("http:")
    if parts.scheme not in {"http", "https"}:
        raise ReadError(
            f"‘{url}’ begint niet met http:// of https://.",
            file=url,
            hint="Geef een webadres of de naam van een bestand.",
        )
    if not host or parts.username is not None:
        raise ReadError(f"‘{url}’ is geen geldig webadres.", file=url, hint=_CHECK)
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(host, port or parts.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ReadError(
            f"De website ‘{host}’ is niet te vinden.",
            file=url,
            hint="Controleer het adres en uw internetverbinding.",
        ) from None
    if not all(is_public(str(entry[4][0])) for entry in found):
        raise ReadError(
            f"‘{host}’ ligt in een eigen netwerk en wordt daarom niet opgehaald.",
            file=url,
            hint="Vertrouwt u dit adres, gebruik dan --allow-private.",
        )
