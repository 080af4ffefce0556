"""What tells the reader of a letter the news: an outcome, a request, an amount to pay, or an invitation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from duidelijk.letter.days import is_to_come
from duidelijk.nlp.facts import Fact, facts

_I: Final = re.IGNORECASE
_LONGEST: Final = 1_000  # characters; what is longer tells nobody anything
_GAP: Final = r"(?:[^.;:?!]|[.:](?=\d)){0,160}?"
_WE: Final = r"(?:wij|we|ik|college|bestuur|deputatie|heemraden|gemeente|commissie|minister|staten)"


def _one_of(lines: str) -> re.Pattern[str]:
    """A pattern from alternatives, one on each line; ``…`` is a gap within a clause, ``WE`` is the sender."""
    every = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(every.replace("…", _GAP).replace("WE", _WE), _I)


_GRANTED: Final = (
    r"(?:verleend|geweigerd|toegekend|afgewezen|ingetrokken|goedgekeurd|ingewilligd|gehonoreerd|opgelegd"
    r"|stopgezet|beëindigd|herzien|kwijtgescholden|teruggevorderd|ingevorderd|opgeschort|verlaagd|verhoogd"
    r"|geschorst|toegewezen|toegelaten|vastgesteld|aangepast|niet-ontvankelijk|(?:on)?gegrond"
    r"|buiten behandeling)"
)
_TO_GRANT: Final = (
    r"(?:te verlenen|te weigeren|toe te kennen|af te wijzen|in te trekken|goed te keuren|op te leggen"
    r"|in te willigen|stop te zetten|te beëindigen|terug te vorderen|vast te stellen|te verlagen|te verhogen"
    r"|te gelasten|te herzien|te verlengen|(?:on)?gegrond te verklaren)"
)
_TO_GIVE: Final = r"\b(?:toewijzen|honoreren|inwilligen|verlenen|geven|toekennen|goedkeuren|tegemoetkomen)\b"
_CANNOT: Final = rf"\b(?:kunnen|kan) (?:wij|we|ik)?…\b(?:niet|geen)\b…{_TO_GIVE}"
_NEWS_FOLLOWS: Final = r"(?! (?:deze|dit|daar|hier|nog|dan|straks|later|bericht|binnen|van ons)\b)"
_RELATIVE: Final = r"(?:zoon|dochter|kind|kinderen|partner|man|vrouw|moeder|vader)"
_OUTCOME: Final = _one_of(
    rf"""
    \b(?:heb|hebben|heeft|is|werd|zijn)\b…\b(?:besloten|beslist)\b(?! (?:over|wat|hoe|of)\b)
    \bbeslist?e(?:n)?\b…\bom\b
    \bbesloot(?:en)?\b…\bte\b
    \bWE (?:van … )?(?:besluit|besluiten|beslist)\b…\bte\b
    \b(?:besluit|besluiten|beslissen) WE\b…\b(?:te|dat)\b
    \bbesluit(?:en)?:? {_TO_GRANT}
    \b{_TO_GRANT}\b
    \b(?:wordt|worden|is|zijn|blijft|blijven|wijzen|verklaren|verklaart|heb|hebben|heeft)\b…\b{_GRANTED}\b
    \b(?:kennen|ken|kent)\b…\btoe\b
    \b(?:wijzen|wijs|wijst)\b…\baf\b
    \b(?:leggen|leg|legt)\b…\bop\b
    \b(?:trekken|trek|trekt)\b…\bin\b
    \b(?:keuren|keur|keurt)\b…\bgoed\b
    \b(?:vorderen|vorder|vordert)\b…\bterug\b
    \b(?:stellen|stel|stelt)\b…\bvast op\b
    \b(?:willigen|willig|willigt)\b…\bin\b
    \b(?:gaan|ga|gaat)\b(?! u\b| je\b)…\bakkoord\b
    \bWE (?:verleen|verlenen|verleent|weigeren|weiger|weigert|gelasten|gelast|beëindigen|beëindigt)\b
    \b(?:verleen|verlenen|verleent|weigeren|weiger|weigert|gelasten|gelast|beëindigen|beëindigt) (?:het )?WE\b
    \bWE (?:stoppen|verlengen|verlagen|verhogen|honoreren|schorten|herzien)\b
    \b(?:stoppen|verlengen|verlagen|verhogen|honoreren|schorten|herzien) WE\b
    \b(?:hebt|heb|heeft|hebben|houdt|houden)\b(?! (?:gevraagd|aangevraagd))[^.;:?!,]{{0,80}}?\brecht op\b
    \b(?:komt|komen)\b[^.;:?!,]{{0,40}}\b(?:niet |wel |ook )?in aanmerking\b
    \b(?:u|je|jij|jullie) (?:mag|mogen|krijgt|krijgen)\b{_NEWS_FOLLOWS}
    \b(?:u|je|jij|jullie) krijgt (?:deze|dit|nog) (?:vergunning|subsidie|uitkering|toelage|hulp|vergoeding)
    \b(?:krijgt|krijgen|mag|mogen) (?:u|je|jij|jullie)\b{_NEWS_FOLLOWS}
    \b(?:u|je) (?:ontvangt|hoeft|moet)\b…\b(?:vanaf|per \d|met ingang van|€|euro|terugbetalen|niet|geen)
    \b(?:hij|zij|uw {_RELATIVE}) (?:krijgt|krijgen|mag|mogen)\b{_NEWS_FOLLOWS}
    \bgeen bezwaar\b…\btegen uw\b
    \b(?:uw|je|de) [\w-]+ (?:stopt|eindigt|vervalt|stijgt|daalt) (?:per|vanaf|met ingang|op \d)
    {_CANNOT}
    \b(?:nemen|neem|neemt)\b…\bniet (?:verder )?in behandeling\b|\b(?:laten|laat)\b…\bbuiten behandeling\b
    """
)
# What has the words of an outcome and is none: what may be, what is to follow, what others did, or a weight.
_NO_OUTCOME: Final = _one_of(
    rf"""
    \b(?:kan|kunnen|kunt|zou|zouden|mocht)\b(?!…\b(?:niet|geen)\b…{_TO_GIVE})
    \b(?:u|je|jullie) (?:vraagt|vroeg|vragen|verzoekt|verzocht|wilt)\b|\b(?:vraagt|verzoekt|wilt) u\b
    \b(?:leest|vindt|hoort|ziet) (?:u|je)\b
    \b(?:wat|hoe|waarom|of) (?:wij|we|ik|ons besluit|u|uw)\b
    \b(?:nog niet|nog geen|of|voordat|zodra|nadat)\b
    \b(?:gewicht|betekenis|waarde|belang) toe\b
    \A(?:als|indien|wanneer|bij|naar aanleiding|op \d|eerder|in \d|onlangs)\b(?!…\b(?:besloten|beslist)e?\b)
    \bregels? gelden\b
    """
)
_OUTCOME_TITLE: Final = _one_of(
    rf"""
    \b(?:toekenning|afwijzing|weigering|verlening|verleende?|intrekking|beëindiging|stopzetting|terugvordering)\b
    \b(?:goedkeuring|opgelegde|oplegging|last onder|boete|naheffing\w*|invordering|verlaging|verhoging)\b
    \b{_GRANTED}\b|\b(?:u|uw \w+|je) (?:krijgt|mag|moet|hebt|heeft|stopt|gaat|blijft)\b|\bgeen recht\b
    \bakkoord\b
    """
)
_ABOUT_ANOTHER: Final = re.compile(
    r"\b(?:aanvraag|verzoek|bezwaar\w*|uw brief|voornemen|beslissing op)\b", _I
)
_REQUEST: Final = _one_of(
    r"""
    \b(?:hebben|heb) (?:wij|we|ik)\b…(?<!er )\bnodig\b(?! (?:is|zijn|was|waren|heeft|hebben)\b)
    \b(?:wij|we|ik) (?:hebben|heb)\b…\bnodig\b
    \b(?:wij|we) missen\b|\bmissen (?:wij|we)\b|\bontbre(?:ekt|ken)\b|\b(?:niet compleet|onvolledig)\b
    \b(?:vragen|vraag|verzoeken|verzoek) (?:wij|we|ik)\b
    \b(?:wij|we|ik) (?:vragen|vraag|verzoeken|verzoek) (?:u|je|jullie|om|hierbij)
    \b(?:wilt|zou|wil|kunt|kun) (?:u|je|jij|jullie)\b…\?|\bgelieve\b|\b(?:sommeren|sommeer|gelasten)\b
    \b(?:wordt|worden)\b…\bverzocht\b
    \bgraag (?:horen|ontvangen|zien) (?:wij|we|ik)\b|\b(?:horen|ontvangen|zien) (?:wij|we|ik) graag\b
    \b(?:wij|we|ik) (?:horen|ontvangen|zien) graag\b
    \b(?:u|je|jullie) (?:dient|moet|moeten)\b|\b(?:dient|moet|moeten) (?:u|je|jullie)\b
    \b(?:wordt|worden)\b…\bin de gelegenheid gesteld\b…\bte\b
    \bstel(?:len|t)? (?:wij|we|ik)\b…\bin de gelegenheid\b
    """
)
_REQUEST_TITLE: Final = _one_of(
    r"""
    \bverzoek (?:om|tot)\b|\bwilt (?:u|je)\b|\b(?:ontbre\w+|aanvul\w+|aan te vullen|in te vullen|oproep)\b
    \A(?:stuur|lever|controleer|betaal|geef|vul|meld|maak|vraag|kom|doe|laat|haal|verwijder|snoei|help|praat)\b
    \b(?:moet|nodig)\b
    """
)
_INVITATION: Final = _one_of(
    r"""
    \buitnodig\w*|\buitgenodigd\b|\buit te nodigen\b|\bnodig(?:t|en)? … uit\b
    \bnodig(?:en)? (?:wij|we|ik)\b|\bwelkom\b
    \b(?:wij|we|ik) (?:nodigen|nodig)\b|\b(?:oproep|verwachten)\b
    """
)
_BILL: Final = _one_of(
    r"""
    \b(?:hierbij|bijgaand|dit is|hiermee|bij deze)\b…\b(?:rekening|aanslag\w*|factuur|nota)\b
    \b(?:betaal|betalen|betaalt|overmaken|voldoen)\b
    """
)


BACKGROUND: Final = _one_of(
    r"""
    (?:op|in|sinds|vanaf|bij (?:brief|besluit|e-mail|schrijven) van) (?:\d|[a-z]{4,6}dag)
    (?:in|sinds) (?:de afgelopen|het verleden)
    (?:naar aanleiding van|onder verwijzing naar|zoals (?:u|wij|we)|onlangs|eerder|vorige?|afgelopen)\b
    graag (?:informer|bericht)\w*
    (?:u|wij|we|ik) (?:hebt|heeft|hebben|heb|vroeg|vroegen|schreef|stuurden?|ontvingen|ontving)\b
    (?:in|met|via) deze (?:brief|mail|e-mail)\b|(?:bedankt|dank)\b
    """
)
"""What a sentence begins with that tells what went before."""


def tells_outcome(text: str) -> bool:
    """Whether a sentence says what was decided, and not what might be or when it will be."""
    if len(text) > _LONGEST:
        return False
    return _OUTCOME.search(text) is not None and _NO_OUTCOME.search(text) is None


def tells_request(text: str) -> bool:
    """Whether a sentence says that the sender wants something of the reader."""
    return len(text) <= _LONGEST and _REQUEST.search(text) is not None


def invites(text: str) -> bool:
    """Whether a sentence has words of an invitation."""
    return len(text) <= _LONGEST and _INVITATION.search(text) is not None


def tells_invitation(text: str, today: date | None) -> bool:
    """Whether a sentence invites the reader, or names a day to come."""
    if len(text) > _LONGEST:
        return False
    return invites(text) or any(fact.kind == "date" and is_to_come(text, fact, today) for fact in facts(text))


def tells_bill(text: str) -> bool:
    """Whether a sentence says what there is to pay."""
    if len(text) > _LONGEST:
        return False
    return _BILL.search(text) is not None or has_amount(facts(text))


def has_amount(found: Iterable[Fact]) -> bool:
    """Whether there is a sum of money among the facts."""
    return any(fact.kind == "amount" for fact in found)


def title_tells(text: str) -> bool:
    """Whether a subject or heading gives the news away, of whatever kind."""
    outcome = _OUTCOME_TITLE.search(text) is not None and _ABOUT_ANOTHER.search(text) is None
    return (
        outcome
        or any(pattern.search(text) is not None for pattern in (_REQUEST_TITLE, _INVITATION))
        or has_amount(facts(text))
    )
