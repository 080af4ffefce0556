"""Decisions that do not say how to object: where it goes, by when, and in what way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from duidelijk.checks.prose import any_of
from duidelijk.letter import Letter, Part, letter
from duidelijk.letter.news import tells_outcome
from duidelijk.letter.running import running_text
from duidelijk.model import Document, Hit
from duidelijk.nlp.facts import facts

Gap = Literal["where", "when", "how"]

_I: Final = re.IGNORECASE
_LONGEST: Final = 1_000  # characters
_PLACES: Final = frozenset({"address", "postcode", "email", "web"})
_BODY: Final = (
    r"(?:college|bestuur|gemeente\w*|burgemeester|gedeputeerde|minister\w*|staatssecretaris|raad|rechtbank|"
    r"inspecteur|commissie|bezwaar\w*commissie|heffingsambtenaar|ambtenaar|provincie|waterschap"
    r"|hoogheemraadschap|"
    r"afdeling|directie|directeur|team|dienst|deputatie|gouverneur|voorzitter|rechter|dijkgraaf"
    r"|heemraden|stad|"
    r"politie\w*|korpschef|agentschap|secretariaat|griffie|bezwaardienst|beroepscommissie|beroepsinstantie)"
)
_WHERE: Final = re.compile(
    any_of(
        rf"""
        \b(?:bij|aan|naar|tot) (?:(?:de|het|onze?|uw|dit|deze) )?(?:[\w-]+ )?{_BODY}\b
        \b(?:postbus|antwoordnummer|rechtbank|raad van state|college van beroep|raad voor\w*|ommezijde)\b
        \b(?:website|digid|bezwaarformulier|online|mijn\w+)\b
        """
    ),
    _I,
)
# “Stuur ons een brief”, and the letter itself says where that is.
_TO_US: Final = re.compile(
    r"\b(?:bij|aan|naar) (?:ons|mij)\b(?! (?:besluit|adres))"
    r"|\b(?:stuur|stuurt|schrijf|laat) (?:u |het |dat |dit |dan )?ons\b",
    _I,
)
_NAMED_BODY: Final = re.compile(r"\b(?:bij|aan|naar)(?: de| het)? [A-Z]")
_WHEN: Final = re.compile(
    any_of(
        r"""
        \b(?:binnen|uiterlijk|vóór|t/m|tot en met)\b
        \b(?:\d+|één|een|twee|vier|zes|acht|dertig|zestig) (?:weken|dagen|maanden|maand)\b
        \btermijn (?:van|eindigt|loopt)\b
        """
    ),
    _I,
)
_HOW: Final = re.compile(
    any_of(
        r"""
        \b(?:schriftelijk|(?:een|per|uw|je)(?: [\w-]+)? brief|bezwaarschrift|beroepschrift|verzoekschrift)\b
        \bbezwaarbrief\b
        \b(?:formulier|bezwaarformulier|online|digitaal|elektronisch|digid|eherkenning|website|aangetekende?)\b
        \b(?:e-?mail|mail|mailen|(?:per|met de) post|ondertekend?|handtekening|motiveer|gemotiveerd)\b
        \b(?:schrijf|schrijft u|stuur|stuurt u|opsturen|op te sturen|telefonisch|reden(?:en)?)\b
        """
    ),
    _I,
)
# The clause points at a place that says all of it.
_ELSEWHERE: Final = re.compile(
    any_of(
        r"""
        \b(?:bijlage|achterkant|achterzijde|ommezijde|bijsluiter|folder|bijgevoegde?|meegestuurde?|hieronder|onderaan)\b
        \bhoe (?:u|je|dat|dit)\b[^.?]{0,60}\b(?:leest|vindt|staat|ziet)\b
        \b(?:leest|vindt|staat|ziet|lezen|lees)\b[^.?]{0,80}\bhoe\b
        """
    ),
    _I,
)
_NO_OBJECTION: Final = re.compile(
    any_of(
        r"""
        \b(?:kunt u|kan|staat|is) (?:nog |hiertegen |daartegen )?geen (?:bezwaar|beroep)\b
        \b(?:bezwaar|beroep)\b[^.?]{0,40}\bniet (?:meer )?(?:mogelijk|open)\b
        \b(?:ontwerpbesluit|conceptbesluit|voornemen(?:s)?|van plan)\b
        \b(?:kunt|kan) (?:u|je) (?:tot|binnen|voor|vóór)\b[^.?]{0,80}\bzienswijze
        """
    ),
    _I,
)
_APPEAL: Final = re.compile(r"\b(?:beroep(?:schrift)?|verzoekschrift)\b", _I)
_CLAUSE: Final = re.compile(
    any_of(
        r"""
        \b(?:bezwaar|bezwaarschrift|beroepschrift|verzoekschrift|rechtsmiddel\w*|rechtsbescherming)\b
        \b(?:niet (?:mee )?eens|oneens|niet akkoord|niet verenigen)\b
        \b(?:in beroep|beroep (?:instellen|aantekenen))\b
        """
    ),
    _I,
)
_OFFERS: Final = re.compile(
    r"\b(?:kunt|kan|kunnen|mag|mogelijk|open|maak|maakt|stuur|stuurt|dien|dient|binnen|eens|oneens"
    r"|akkoord|leest)\b",
    _I,
)
_BEZWAAR: Final = re.compile(r"\bbezwaar", _I)
_TO_COURT: Final = re.compile(r"\brechtbank\b", _I)
_FEES: Final = re.compile(r"\bgriffierecht|\bkost(?:en)?\b|€", _I)
_WORDS: Final[Mapping[Gap, str]] = {
    "where": "waar de lezer het heen stuurt",
    "when": "binnen welke termijn dat moet",
    "how": "hoe dat kan, bijvoorbeeld met een brief of online",
}
_ALL: Final = "waar, binnen welke termijn en hoe de lezer in bezwaar of beroep kan gaan"


def unclear_objection(document: Document) -> Iterator[Hit]:
    """A decision without a clause on objection, or with one that leaves out where, by when or how.

    The hit is on the first sentence of the clause, or on the closing when there is none.
    """
    found = letter(document)
    if found is None or found.kind != "decision" or found.confidence == "low":
        return
    if "objection" in found.present:
        return
    said = running_text(document, found)
    clause = _clause(found)
    if not said or any(_NO_OBJECTION.search(one.text[:_LONGEST]) for one in said):
        return
    if not (found.has("decision") or any(tells_outcome(one.text) for one in said)):
        return
    if clause:
        text = " ".join(part.text for part in clause)
        missing = [_WORDS[gap] for gap in _gaps(text, is_ours_known=_has_address(found))]
        if missing:
            is_appeal = _APPEAL.search(text) is not None and _BEZWAAR.search(text) is None
            if _TO_COURT.search(text) and not _FEES.search(text):
                missing.append("hoeveel griffierecht de lezer betaalt")
            first = next((part for part in clause if part.block.kind != "heading"), clause[0])
            where = "bij het beroep" if is_appeal else "bij het bezwaar"
            yield Hit(first.block, first.span, {"bij": where, "wat": _listed(missing)})
    elif not any(_is_offered(one.text) for one in said):
        last = next(iter(found.of("closing")), said[-1])
        yield Hit(last.block, last.span, {"bij": "in dit besluit", "wat": _ALL})


def _clause(found: Letter) -> Sequence[Part]:
    """The clause, from where it speaks of objecting on: a past hearing of the reader is no part of it."""
    parts = found.of("objection")
    first = next((at for at, part in enumerate(parts) if _CLAUSE.search(part.text)), 0)
    return parts[first:]


def _has_address(found: Letter) -> bool:
    """Whether the letter says where the sender is to be reached by post or mail."""
    if "sender" in found.present:
        return True
    return any(
        fact.kind in {"address", "postcode", "email"}
        for part in found.of("sender")
        for fact in facts(part.text)
    )


def _gaps(text: str, *, is_ours_known: bool) -> Iterator[Gap]:
    """What the clause leaves out."""
    if _ELSEWHERE.search(text):
        return
    known = {fact.kind for fact in facts(text)}
    if not (
        _WHERE.search(text)
        or _NAMED_BODY.search(text)
        or known & _PLACES
        or (is_ours_known and _TO_US.search(text))
    ):
        yield "where"
    if not (_WHEN.search(text) or "deadline" in known):
        yield "when"
    if not (_HOW.search(text) or known & {"web", "email"}):
        yield "how"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else words[0]


def _is_offered(text: str) -> bool:
    """Whether a sentence says that the reader can object, and not that he did."""
    return len(text) > _LONGEST or (_CLAUSE.search(text) is not None and _OFFERS.search(text) is not None)
