"""Letters that begin with something else than what the reader wants to know: the decision, the request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from duidelijk.checks.prose import any_of
from duidelijk.letter import Letter, letter
from duidelijk.letter.orders import orders
from duidelijk.letter.running import Said, running_text
from duidelijk.model import Document, Hit, LetterKind
from duidelijk.nlp.facts import facts

_I: Final = re.IGNORECASE
_CORE: Final[Mapping[LetterKind, str]] = {
    "decision": "wat u hebt besloten",
    "request": "wat u van de lezer vraagt",
    "invoice": "wat de lezer moet betalen",
    "invitation": "waarvoor u de lezer uitnodigt",
    "notice": "wat het nieuws is",
}
# Words that tell the outcome of a decision, what to do, or what is going to happen.
_NEWS: Final = re.compile(
    any_of(
        r"""
        \b(?:u|je|jij|jullie) (?:krijgt|ontvangt|mag|moet|hoeft|kunt|kan|betaalt|hebt (?:geen )?recht)\b
        \b(?:krijgt|ontvangt|mag|moet|hoeft|kunt|betaalt) (?:u|je|jij)\b
        \b(?:toegekend|toe te kennen|toekennen|kennen|ken|afgewezen|af te wijzen|afwijzen|wijzen|wijs)\b
        \b(?:verleend|verlenen|verleen|goedgekeurd|keuren|akkoord|geweigerd|weigeren|weiger|besloten|beslist)\b
        \b(?:ingetrokken|intrekken|in te trekken|trekken|trek|verlaagd|verlagen|verhoogd|verhogen)\b
        \b(?:stopt|stopgezet|stoppen|beëindigd|beëindigen|beëindig|gegrond|ongegrond|kwijtgescholden)\b
        \b(?:vastgesteld|stellen|stel|toestemming|terugvorderen|teruggevorderd|vorderen|vorder|opgelegd)\b
        \b(?:vraag|vragen|verzoek|verzoeken) (?:ik|wij|we|u|je)\b
        \b(?:uitgenodigd|uitnodig\w*|uit te nodigen|welkom|nodig\w*|boete|betal\w+)\b
        \b(?:wilt u|wil je|zou u|gelieve|missen|ontbre\w+|niet compleet|onvolledig|aanvullen)\b
        """
    ),
    _I,
)
# A promise that the outcome follows, which is not the outcome.
_ANNOUNCES: Final = re.compile(
    any_of(
        r"""
        \b(?:met|in|via|door middel van) deze brief\b
        \b(?:hieronder|hierna|verderop|hiermee|hierbij) (?:kunt|leest|vindt)\b
        \b(?:hiermee|hierbij) (?:reager|beslis|inform|bericht)\w*
        \b(?:leest u|lees je|leg(?:gen)? (?:ik|wij|we) (?:u )?uit) (?:wat|hoe|waarom|of|welke?)\b
        """
    ),
    _I,
)
_OUTCOME: Final = re.compile(
    r"\b(?:toe te kennen|toegekend|afgewezen|af te wijzen|verle\w+|goedgekeurd|akkoord|geweigerd|ingetrokken"
    r"|uitgenodigd|uitnodig\w*|vrag|nodig)\b|€"
)
_BACKGROUND: Final = re.compile(
    any_of(
        r"""
        (?:op|in|sinds|vanaf) (?:\d|(?:maan|dins|woens|donder|vrij|zater|zon)dag|de afgelopen|het verleden)
        (?:naar aanleiding van|zoals u|onlangs|eerder|vorige?|afgelopen|graag|op grond van|gelet op)\b
        (?:u|wij|we) (?:hebt|heeft|hebben|vroeg|vroegen|schreef|stuurden?)\b
        """
    ),
    _I,
)
_GONE: Final = re.compile(r"\b(?:heeft|hebt|hebben|was|waren|vroeg|schreef|werd|informer\w+|weet)\b", _I)


def late_core(document: Document) -> Iterator[Hit]:
    """The first sentence of a letter that says only in a later paragraph what the reader wants to know."""
    found = letter(document)
    if found is None or found.confidence == "low":
        return
    said = running_text(document, found)
    first = [one for one in said if one.paragraph == 0]
    if not first or _gives_away(found, first):
        return
    later = _core_at(found, [one for one in said if one.paragraph > 0])
    if later is not None:
        yield Hit(first[0].block, first[0].span, {"wat": _CORE[found.kind], "alinea": later + 1})


def _gives_away(found: Letter, first: Sequence[Said]) -> bool:
    """Whether the subject, the first heading or the first paragraph has the news."""
    titles = [part.text for part in found.of("subject")]
    if any(_tells(text) for text in (*titles, *(one.text for one in first), first[0].heading)):
        return True
    if found.kind == "notice":
        return not all(_BACKGROUND.match(one.text) and _GONE.search(one.text) for one in first)
    if found.kind == "invoice" and any(fact.kind == "amount" for one in first for fact in facts(one.text)):
        return True
    return any(True for _ in orders(first))


def _tells(text: str) -> bool:
    return bool(_NEWS.search(text)) and (not _ANNOUNCES.search(text) or bool(_OUTCOME.search(text)))


def _core_at(found: Letter, later: Sequence[Said]) -> int | None:
    """The paragraph where the core is, for this kind of letter."""
    if found.kind == "notice":
        return next((one.paragraph for one in later if not _BACKGROUND.match(one.text)), None)
    legal = {(part.block, part.span.start) for part in found.of("objection")}
    later = [one for one in later if (one.block, one.span.start) not in legal]
    if found.kind == "decision":
        decisions = {(part.block, part.span.start) for part in found.of("decision")}
        return next((one.paragraph for one in later if (one.block, one.span.start) in decisions), None)
    if found.kind == "invitation":
        return next((one.paragraph for one in later if _NEWS.search(one.text)), None)
    asked = next((order.said.paragraph for order in orders(later)), None)
    if found.kind == "invoice" and asked is None:
        return next(
            (one.paragraph for one in later if any(f.kind == "amount" for f in facts(one.text))), None
        )
    return asked
