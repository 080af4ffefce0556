"""Titles of pages that do not say what the page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from duidelijk import html
from duidelijk.checks.elements import squeeze
from duidelijk.checks.empty_phrases import says_nothing
from duidelijk.checks.markup import attr, kind_of, named
from duidelijk.checks.prose import any_of, word_set
from duidelijk.model import Document, Hit, Outcome

if TYPE_CHECKING:
    from bs4.element import Tag

_PARTS: Final = re.compile(r"\s+[|·•»:–—-]+\s+|\s*[|·•»]\s*")
# What a program or a template writes before anybody gives the page a title.
_DEFAULT: Final = re.compile(
    any_of(
        r"""
        home ?page|home|hoofdpagina|startpagina|beginpagina|index|default|main|page|pagina|webpagina|website
        document(?:[ -]?\d+)?|(?:new|nieuw) document|naamloos(?: document)?
        untitled(?: (?:document|page|\d+))?
        (?:nieuwe|new|lege) (?:pagina|page|site|website)|(?:geen|zonder|no) titel|titel|title
        pagina ?\d+|page ?\d+|test(?: ?pagina)?|voorbeeld(?: ?pagina| ?titel)?|lorem ipsum.*|xxx+|todo|tbd
        welkom|welkom op (?:onze|deze) (?:site|website|pagina)
        react app|vite app|vite \+ \w+|my app|app|create next app|nuxt(?: app)?|vue app|angular app
        just another wordpress site|wordpress|drupal|joomla!?|hello world!?|microsoft word - .*
        powerpoint[ -]presentatie
        """
    ),
    re.IGNORECASE,
)
_FRONT: Final = re.compile(r"home ?page|home|hoofdpagina|startpagina|beginpagina|welkom", re.IGNORECASE)
_FILE: Final = re.compile(
    r"(?:kopie van |copy of )?"
    r"(?:[^\s/\\]+\.(?:html?|php|aspx?|jsp|docx?|pdf|md|indd|xlsx?)|(?=\S*_)(?=\S*\d)[\w.-]+)|"
    r"(?:node|page|pagina|item|content|article)/\d+|https?://[^\s/]+/\S+|\W+",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", re.IGNORECASE)
# Pages that are nobody's front page, by the first words of their heading.
_SERVICE: Final = re.compile(
    r"(?:zoekresulta|zoeken|gevonden resultaten|resultaten (?:voor|van)|search results|results for|"
    r"pagina niet gevonden|page not found|inloggen|aanmelden|sitemap|contact|privacyverklaring|"
    r"toegankelijkheidsverklaring|stap \d|step \d)",
    re.IGNORECASE,
)
_BODIES: Final = word_set(
    """
    gemeente provincie waterschap ministerie universiteit hogeschool veiligheidsregio omgevingsdienst ggd
    municipality province ministry university college
    """
)
_SMALL: Final = word_set("de het een van voor en in op te bij aan met over uw je ons onze the of and")
_WORDS: Final = re.compile(r"[^\W_]+")
_SITE_WORDS: Final = 4


def vague_titles(document: Document) -> Iterator[Hit]:
    """Titles such as ‘Home’ or a file name; and, less sure, the name of the site above a page of its own."""
    title = _first_title(document)
    if title is None:
        return
    text = squeeze(title.get_text())
    if not text:
        return
    parts = [part for part in _PARTS.split(text) if part]
    site = _site_name(document)
    own = [part for part in parts if part.casefold() != site.casefold()] or parts
    said = [_says_nothing(part) for part in own]
    if all(one is not False for one in said):
        # ‘Home’ with the name of the site is what a front page may be called.
        if len(own) == len(parts) or not _FRONT.fullmatch(own[0]) or _is_deeper(document, text):
            outcome: Outcome = "cantTell" if None in said and True not in said else "failed"
            yield Hit(None, html.place(title), {"gevonden": text}, outcome=outcome)
    elif len(parts) == 1 and _is_site(text, site):
        if _is_service(document):
            yield Hit(None, html.place(title), {"gevonden": text})
        elif _is_deeper(document, text):
            yield Hit(None, html.place(title), {"gevonden": text}, outcome="cantTell")


def _says_nothing(part: str) -> bool | None:
    """True for a part of a title that says nothing, None where it may, False where it says something."""
    if _DEFAULT.fullmatch(part.strip(" .!")) or _FILE.fullmatch(part):
        return True
    return says_nothing(part, "titel")


def _first_title(document: Document) -> Tag | None:
    for title in named(document, "title"):
        if title.find_parent(["svg", "math", "template"]) is None:
            return title
    return None


def _site_name(document: Document) -> str:
    for meta in named(document, "meta"):
        if (
            attr(meta, "property").lower() == "og:site_name"
            or attr(meta, "name").lower() == "application-name"
        ):
            return squeeze(attr(meta, "content"))
    return ""


def _is_site(text: str, site: str) -> bool:
    """Whether a title is the name of the site or of an organisation, and nothing more."""
    if site:
        return text.casefold() == site.casefold()
    words = text.split()
    return _ADDRESS.fullmatch(text) is not None or (
        words[0].lower() in _BODIES
        and len(words) <= _SITE_WORDS
        and all(w[0].isupper() or w.lower() in _SMALL for w in words)
    )


def _is_front(document: Document) -> bool:
    """Whether the page says that it is the front page of the site."""
    return any(re.fullmatch(r"(?:https?://)?[^/]*/?", address) for address in _addresses(document))


def _addresses(document: Document) -> Iterator[str]:
    for link in named(document, "link"):
        if attr(link, "rel").lower() == "canonical":
            yield attr(link, "href")
    for meta in named(document, "meta"):
        if attr(meta, "property").lower() == "og:url":
            yield attr(meta, "content")


def _is_service(document: Document) -> bool:
    """Whether the first h1 says that this page shows search results, asks who you are and the like."""
    if _is_front(document):
        return False
    for block in document.blocks:
        if kind_of(block) == "heading" and block.level == 1 and block.text:
            return _SERVICE.match(block.text) is not None
    return False


def _is_deeper(document: Document, title: str) -> bool:
    """Whether the first h1 names a subject of its own, so that this is no front page."""
    if _is_front(document):
        return False
    for block in document.blocks:
        if kind_of(block) == "heading" and block.level == 1 and block.text:
            said = set(_WORDS.findall(block.text.lower())) - _SMALL
            return bool(said) and "welkom" not in said and said.isdisjoint(_WORDS.findall(title.lower()))
    return False
