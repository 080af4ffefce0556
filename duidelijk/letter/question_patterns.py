"""The words by which :mod:`duidelijk.letter.questions` knows what a sentence of a letter answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from duidelijk.model import Question


def _one_of(lines: str) -> re.Pattern[str]:
    """A pattern from alternatives, one on each line; ``…`` is a gap within a clause."""
    every = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(every.replace("…", r"(?:[^.;:?!]|[.:](?=\d)){0,100}?"), re.IGNORECASE)


LABELS: Final[Mapping[Question, re.Pattern[str]]] = {
    "when": _one_of(r"(?:wanneer|datum|dag|tijd(?:stip)?) ?:"),
    "where": _one_of(r"(?:waar|plaats|locatie|adres) ?:"),
}
"""Lines such as ‘Waar: buurthuis De Linde’."""

ANNOUNCES: Final = _one_of(
    r"""
    \b(?:in|met|via) deze brief\b
    \b(?:leest|vindt|ziet) u\b
    \b(?:hieronder|hierna|verderop)\b
    \bberichten wij u als volgt\b
    """
)
"""A sentence that only says what is to follow."""
DENIES: Final = _one_of(r"\b(?:niet(?! meer)|geen|nooit)\b")
POSTSCRIPT: Final = _one_of(r"(?:P\.?S\.?|N\.?B\.?)[ :]")
ASKS_CONTACT: Final = _one_of(r"\b(?:vraag|vragen|weten|contact|hulp|informatie|spreken|helpen)\b")
SPECIAL: Final = _one_of(
    r"(?:kunt|kan|kun|bent|ben|hebt|heeft|heb|gaat|ga|wilt|wil|krijgt|verandert|veranderen|lukt|komt|staat"
    r"|betaalt|verhuist|begint|stopt|(?:is|zijn|wordt|worden) (?:er|u|uw))\b[^?]*\?\Z"
    r"|.*\b(?:overleden|verhuisd|verkocht|gestolen|kwijt|verhindering|verhinderd|uitstel|kwijtschelding"
    r"|(?:te|op) laat|wijzigingen)\b"
)
"""A heading or question for the few readers for whom something else goes: ‘Bent u de pas kwijt?’"""
RECEIVED: Final = _one_of(
    r"\b(?:uw|je|de|een) (?:[\w-]+ ){0,3}?[\w-]*(?:brief|e-mail|mail|bericht|klacht|melding|aanvraag"
    r"|verzoek|bezwaar|bezwaarschrift|zienswijze|vraag|formulier)\b…\b(?:ontvangen|gekregen|binnengekomen|ontvingen)\b"
)
SETTLED: Final = _one_of(r"\b(?:hersteld|gerepareerd|opgelost|afgehandeld|vervangen|opgeruimd|verwijderd)\b")
PERSONAL: Final = _one_of(r"\b(?:u|uw|je|jij|jou|jouw|jullie|wij|we|ik|ons|onze)\b")
FORMAL: Final = _one_of(
    r"\b(?:besluiten|besluit|besloten|beslist|beslissen|verklaren|verklaart|kennen|wijzen|verlenen|weigeren"
    r"|leggen|trekken|vorderen|stellen|gegrond|verleend|geweigerd|afgewezen|toegekend)\b"
)
"""Words of a decision itself, as against what follows from it: ‘Wij wijzen uw aanvraag af’."""
IF: Final = _one_of(r"(?:als|indien|mocht|wanneer|zodra|hebben wij|worden de|wordt (?:het|de))\b")

BILL: Final = _one_of(
    r"""
    \b(?:hierbij|bijgaand|dit is|hiermee|bij deze)\b…\b(?:rekening|aanslag\w*|factuur|nota)\b
    \b(?:brengen|breng) (?:wij|we|ik)\b…\bin rekening\b
    \b(?:wij|we|ik) (?:brengen|breng)\b…\bin rekening\b
    \b(?:kosten|leges)\b…\b(?:bedragen|zijn)\b
    \bu betaalt\b|\bbetaalt u\b
    """
)
UNPAID: Final = _one_of(
    r"""
    \b(?:nog )?(?:niet|geen)(?= )…\b(?:betaald|betaling|voldaan|ontvangen|bijgeschreven)\b
    \b(?:achterstand|betalingsachterstand|openstaand\w*|staat nog open)\b
    """
)

REASON_HEADING: Final = _one_of(
    r"\bwaarom\b|\bwaarvoor\b|\bredenen?\b|motivering|\btoelichting|uitleg|overwegingen?|onderbouwing"
    r"|beoordeling"
)
REASON: Final = _one_of(
    r"""
    \b(?:omdat|want|doordat|aangezien|vanwege|wegens|immers|om deze reden|zodat|zo kunnen|zo weten)\b
    \b(?:niet compleet|onvolledig|ontbre\w+|missen)\b
    \bnamelijk\b(?! €)
    \breden(?:en)? (?:is|zijn|hiervoor|daarvoor|voor)\b
    \bvold(?:oet|oen|eed|eden)\b…\b(?:voorwaarde|eis|regel|criteri)\w*
    \A(?:zo|hiermee|daarmee) (?:besparen|voorkomen|zorgen|willen|kunnen|hopen|houden|maken|weten) (?:wij|we)\b
    \b(?:wij|we) [a-zë]+ (?:daarmee|hiermee)\b
    \bmet (?:dit|het|uw) (?:geld|bedrag)\b|\b(?:van|uit) (?:de opbrengst|dit geld)\b
    \b(?:hebben|is|zijn)\b…\bnodig\b…\bom\b
    \bnodig om\b
    \Aom\b…\bte\b…\b(?:hebben|heb|moeten|moet|vragen|vraag|willen) (?:wij|we|ik|u)\b
    """
)
_HE_ASKED: Final = r"daarom (?:vroeg|vraagt|hebt|heeft|had)"
SO: Final = _one_of(
    rf"(?!{_HE_ASKED}\b)(?:dus(?! (?:niet|ook|wel)\b)|vandaar|daarvoor (?:hebben|is|zijn|vragen))\b"
    rf"|[^.;:?!]{{0,60}}(?<!\ben )\b(?!{_HE_ASKED}\b)(?:daarom"
    r"|daardoor|om die reden|derhalve)\b"
)
JUDGES: Final = _one_of(
    r"\b(?:wij|we|ik|college|commissie) (?:vinden|vind|vindt|menen|meen|meent|oordelen|oordeelt)\b"
    r"|\b(?:van mening|van oordeel) dat\b|\b(?:vinden|vind) (?:wij|we|ik)\b"
)
FOUND_OUT: Final = _one_of(
    r"""
    \b(?:geconstateerd|gebleken|vastgesteld dat|blijkt|bleek|vastgesteld is)\b
    \b(?:advise?er\w*|geadviseerd|verklaard)\b
    """
)
WEIGHS: Final = _one_of(
    r"""
    \b(?:is|zijn|blijft|blijven|voldoet|voldoen|bedraagt|past|ligt|kan|mag)\b
    \b(?:vergoedt|laat|staat|krijgt|kunt|verzet\w*)\b
    """
)
"""What an argument says, as against what was done to come to it: ‘De eik is gezond’."""
DONE: Final = _one_of(
    r"""
    \b(?:bekeken|getoetst|onderzocht|gekeken|ontvangen|aangevraagd|gevraagd|geregistreerd|ingediend|aangevoerd)\b
    \b(?:gemeten|nagekeken|beoordeeld|opgemaakt|aangevuld|gebruik gemaakt|behandeling genomen|gelet)\b
    \A(?:u|jullie|je) (?:vroeg|vroegen|hebt|heeft|hebben)\b
    """
)
HOPES: Final = _one_of(
    r"\b(?:willen|wil|zouden|zou) (?:wij|we|ik)?\s?graag\b…\b(?:horen|weten|bespreken|bekijken|kennismaken)\b"
    r"|\b(?:wij|we|ik) (?:willen|wil) graag\b…\b(?:horen|weten|bespreken|bekijken|kennismaken)\b"
    r"|\bvolgen het advies\b|\b(?:beschermt|voorkomt)\b"
)
PLANS: Final = _one_of(
    r"\b(?:wij|we|gemeente|stad|provincie|waterschap|school|dienst) (?:willen|wil|gaan|gaat)\b"
    r"|\b(?:willen|gaan) (?:wij|we)\b|\bvan plan\b"
)
IMPOSES: Final = _one_of(
    r"\b[\w-]*(?:aanslag|heffing|boete)\b…\bopgelegd\b|\bopgelegd\b…\b[\w-]*(?:aanslag|heffing|boete)\b"
    r"|\b(?:leggen|leg)\b…\b[\w-]*(?:aanslag|heffing|boete)\b…\bop\b"
)
HEARS: Final = _one_of(r"\b(?:u|je) (?:hoort|hoor)\b|\b(?:hoort|hoor) (?:u|je)\b")
WORKS: Final = _one_of(
    r"(?:wij|we|er|de (?:gemeente|aannemer)|dan)\b…\b(?:vernieuw|vervang|verbeter|bouw|herstel"
    r"|onderhoud|repar|renov|asfalt)\w*"
)
"""Work that is the reason why a street is closed."""

FROM: Final = _one_of(r"\b(?:vanaf|per|met ingang van|tot en met)\s*\Z")
LASTS: Final = _one_of(
    r"""
    \b(?:elke|iedere|per) (?:dag|week|maand|jaar)\b
    \b(?:maandelijks|jaarlijks)\b
    \bduurt\b…\b(?:dagen|weken|maanden|jaar)\b
    """
)
BEFOREHAND: Final = _one_of(
    r"\b(?:van tevoren|tevoren|zo (?:spoedig|snel) mogelijk|onverwijld|onmiddellijk"
    r"|direct|meteen|terstond|per omgaande)\b"
)
READER: Final = _one_of(r"\b(?:u|uw|uiterlijk|vóór|je|jullie|aanvrager|betrokkene|belanghebbende)\b")

HOW_HEADING: Final = _one_of(
    r"\bhoe\b(?! (?:hoog|lang|veel|gaat|nu))|\bstap(?:pen)?\b"
    r"|\bzo (?:vraagt|betaalt|maakt|regelt|meldt|vult|doet|stuurt|werkt)\b"
)
DO_HEADING: Final = _one_of(r"\bwat (?:moet|moeten|kunt|kun|doet|vragen)\b")
NEXT_HEADING: Final = _one_of(r"\bwat (?:gaat|gebeurt|nu)\b|\bhoe (?:gaat|nu)\b|\bvervolg\b|\bverder\b")
CONTACT_HEADING: Final = _one_of(
    r"\A(?:hebt|heeft|heb|nog|meer|andere)\b.*\bvrag|\A(?:vragen|vraag)\b|\bcontact\b|\binformatie\b"
    r"|meer weten|\bvragen\?\Z"
)
LEADS_IN: Final = _one_of(r"[^.?!]*\b(?:zo|hoe|als volgt|stappen)\b[^.?!]*:\Z")
MEANS: Final = _one_of(
    r"""
    \b(?:uploaden|sturen naar|mailen|opsturen|online|digitaal|digid|formulier\w*|telefonisch|schriftelijk)\b
    \b(?:door middel van|inloggen|log|vul|invullen|in te vullen|ondertekend?|inleveren|pinnen|pin|onthaal)
    \b(?:aan|bij) (?:de|het) (?:balie|loket)\b
    \b(?:envelop|acceptgiro|automatisch|incasso|stap|per post|per brief|via|over te maken|overmaken)\b
    \b(?:op|naar) (?:rekening|bankrekening|rekeningnummer|onze rekening|de rekening)\b
    """
)
THAT_CAN_BE_DONE: Final = _one_of(
    r"(?:dat|dit) (?:kan|kunt u|kun je|doet u|doe je|gaat)\b"
    r"|(?:aanmelden|afmelden|inschrijven|opgeven|reserveren|betalen|reageren|aanvragen|inleveren)"
    r" (?:kan|kunt u|kun je|gebeurt|doet u|doe je|gaat)\b"
)
ACTS: Final = _one_of(
    r"\b(?:u|je|jullie) (?:kunt|kan|kunnen|moet|moeten|hoeft)\b|\b(?:kunt|kan|moet|hoeft) (?:u|je)\b"
)
MAY: Final = _one_of(r"\A(?:dan|daarna|daarvoor|hiervoor) (?:kunt (?:u|je)|kun je)\b")
TALKS: Final = _one_of(
    r"\b(?:bellen|mailen|contact|vragen stellen|bereiken|terecht|informatie|lezen|bekijken)\b"
)
COLLECTS: Final = _one_of(
    r"""
    \b(?:schrijven|schrijf) (?:wij|we|ik)\b…\baf\b
    \b(?:wij|we) schrijven\b…\baf\b
    \b(?:wordt|worden)\b…\b(?:afgeschreven|geïncasseerd)\b
    """
)
PAYS: Final = _one_of(
    r"""
    \b(?:betaal|betalen|storten|stort|voldoen|overmaken|over te maken|voldoe)\b…\b[A-Z]{2}\d\d
    \bmaak\b…\bover\b…\b(?:rekening\w*|[A-Z]{2}\d\d)
    \b(?:betaal|betalen|storten|stort|voldoen|overmaken|over te maken)\b…\b(?:rekening\w*|acceptgiro\w*)
    """
)
GOES_ON: Final = _one_of(
    r"""
    \b(?:wij|we|ik) (?:betalen|betaal|sturen|stuur|bellen|bel|beslissen|storten)\b
    \b(?:betalen|sturen|bellen|beslissen|storten) (?:wij|we)\b
    \b(?:wij|we|ik) nemen?\b…\b(?:contact|besluit|beslissing)
    \bnemen (?:wij|we)\b…\b(?:contact|besluit|beslissing)
    \b(?:wij|we|ik) (?:zullen|zal)\b…\b(?:berichten|informeren|beslissen|weten|bellen)\b
    \b(?:maken|maak) (?:wij|we|ik)\b…\bover\b|\b(?:wij|we|ik) (?:maken|maak)\b…\bover\b
    \b(?:laten|laat) (?:wij|we|ik) u\b
    \b(?:hoort|krijgt|ontvangt) u\b
    \bu (?:hoort|krijgt|ontvangt) (?:van ons|bericht|antwoord|een brief|het)\b
    \b(?:hoor|krijg|ontvang) je\b
    \b(?:staat|komt)\b…\bop (?:uw|je) (?:bank)?rekening\b
    \brijden om\b|\bomleiding\b|\bom te rijden\b
    """
)

PLACE: Final = _one_of(
    r"\b(?:loket|balie|onthaal|infopunt|stadhuis|gemeentehuis|stadskantoor|spreekuur|zaal|raadzaal|locatie|buurthuis"
    r"|wijkcentrum|dorpshuis"
    r"|bij u thuis|kantoor|op school|milieustraat|recyclagepark|containerpark|sporthal|kerk|bibliotheek)\b"
)
PAST: Final = _one_of(r"\b(?:was|waren|had|hadden|praatten|spraken|bezocht(?:en)?|kreeg|kwam|werd|werden)\b")
GO_THERE: Final = _one_of(
    r"\b(?:stuur|sturen|opsturen|kom|komt|komen|langs|bezoek|ga|gaan|naar|adres|verwacht\w*|plaats"
    r"|is in|is op|inleveren)\b"
)
TO_WHOM: Final = _one_of(
    r"\b(?:bij|aan|naar|via) (?:de|het|onze|uw) (?:afdeling|balie|team|dienst|gemeente|loket"
    r"|secretariaat|griffie|website)\b|\bvia (?:de|onze) website\b"
)
ONLY_LOOK: Final = _one_of(r"(?:zie|kijk)(?: ook)?(?: op)? \S+\Z")
ACCOUNT: Final = re.compile(
    r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,4}|\b(?:bank)?rekening(?:nummer)? [A-Z]{2}\d\d"
)
