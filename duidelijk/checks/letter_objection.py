"""Decisions that do not say how to object: where it goes, by when, and in what way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from duidelijk.checks.prose import any_of
from duidelijk.letter import letter
from duidelijk.letter.running import running_text
from duidelijk.model import Document, Hit
from duidelijk.nlp.facts import facts

Gap = Literal["where", "when", "how"]

_I: Final = re.IGNORECASE
_PLACES: Final = frozenset({"address", "postcode", "email", "web"})
_WHERE: Final = re.compile(
    any_of(
        r"""
        \b(?:bij|aan|naar) (?:ons|mij|burgemeester|gedeputeerde|postbus)\b
        \b(?:bij|aan|naar) (?:de|het|onze?) (?:college|bestuur|gemeente\w*|burgemeester)\b
        \b(?:bij|aan|naar) (?:de|het|onze?) (?:minister\w*|staatssecretaris|raad|rechtbank)\b
        \b(?:bij|aan|naar) (?:de|het|onze?) (?:dagelijks bestuur|inspecteur|commissie)\b
        \b(?:bij|aan|naar) (?:de|het|onze?) (?:heffingsambtenaar|provincie|waterschap|afdeling)\b
        \b(?:bij|aan|naar) (?:de|het|onze?) (?:directie|team|dienst|deputatie|gouverneur|voorzitter|rechter)\b
        \b(?:postbus|antwoordnummer|rechtbank|raad van state|college van beroep|raad voor\w*)\b
        \b(?:website|digid|adres|bezwaarformulier|online)\b
        """
    ),
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
        \b(?:schriftelijk|(?:een|per|uw|je) brief|bezwaarbrief|bezwaarschrift|beroepschrift|verzoekschrift)\b
        \b(?:formulier|bezwaarformulier|online|digitaal|elektronisch|digid|eherkenning|website|aangetekend)\b
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
        \b(?:ontwerpbesluit|conceptbesluit|voornemen|van plan|zienswijzen?)\b
        """
    ),
    _I,
)
_APPEAL: Final = re.compile(r"\b(?:beroep(?:schrift)?|verzoekschrift)\b", _I)
_CLAUSE: Final = re.compile(
    r"\b(?:bezwaar|bezwaarschrift|beroepschrift|verzoekschrift|rechtsmiddel\w*|niet eens)\b", _I
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
    if found is None or found.kind != "decision" or found.confidence == "low" or not found.has("decision"):
        return
    if "objection" in found.present:
        return
    said = running_text(document, found)
    clause = found.of("objection")
    if not said or any(_NO_OBJECTION.search(one.text) for one in said):
        return
    if clause:
        text = " ".join(part.text for part in clause)
        missing = [_WORDS[gap] for gap in _gaps(text)]
        if missing:
            is_appeal = _APPEAL.search(text) is not None and _BEZWAAR.search(text) is None
            if _TO_COURT.search(text) and not _FEES.search(text):
                missing.append("hoeveel griffierecht de lezer betaalt")
            first = next((part for part in clause if part.block.kind != "heading"), clause[0])
            where = "bij het beroep" if is_appeal else "bij het bezwaar"
            yield Hit(first.block, first.span, {"bij": where, "wat": _listed(missing)})
    elif not any(_CLAUSE.search(block.text) for block in document.blocks):
        last = next(iter(found.of("closing")), said[-1])
        yield Hit(last.block, last.span, {"bij": "in dit besluit", "wat": _ALL})


def _gaps(text: str) -> Iterator[Gap]:
    """What the clause leaves out."""
    if _ELSEWHERE.search(text):
        return
    known = {fact.kind for fact in facts(text)}
    if not (_WHERE.search(text) or _NAMED_BODY.search(text) or known & _PLACES):
        yield "where"
    if not (_WHEN.search(text) or "deadline" in known):
        yield "when"
    if not (_HOW.search(text) or known & {"web", "email"}):
        yield "how"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else words[0]
