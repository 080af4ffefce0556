"""Sentences that tell the reader to do something.

He must or is asked to: an imperative, “u moet”, “wij vragen u”, “wilt u …?”, a passive with a term. Not what
he can or may do, advice, “bel ons als u vragen hebt”, how to object, what we must do, what a law says of
everybody, and a question that is only the case for what comes next: “Wilt u meer weten? Lees dan …”.
"""

from __future__ import annotations

import re
from typing import Final

from duidelijk.letter.said import Said
from duidelijk.nlp.facts import facts

_ADVICE: Final = re.compile(
    r"(?:houd(?:t u)?(?: \w+){0,3} rekening me[te]|houd .{1,60} bij de hand|trek er"
    r"|reken (?:er )?op|let (?:er )?op dat|denk (?:er)?aan|bedenk|weet dat|wees gerust"
    r"|neem (?:gerust|rustig|de tijd)|schrik niet|aarzel niet|twijfel niet|vraag gerust)\b",
    re.IGNORECASE,
)
_FREE: Final = re.compile(
    r"\b(?:als u (?:dat|dit|het|hier)? ?(?:wilt|prettig vindt|fijn vindt)|desgewenst|eventueel|zo nodig"
    r"|gerust|indien gewenst|als (?:je|jullie) (?:dat )?(?:wilt|willen|wil))\b",
    re.IGNORECASE,
)
_MAY: Final = re.compile(
    r"\b(?:u|je|jullie) (?:kunt|kan|kunnen|mag)\b|\b(?:kunt|kan|kunnen|mag) (?:u|je|jullie)\b", re.IGNORECASE
)
_OURS: Final = re.compile(
    r"\b(?:wij|we|ik) (?:moet|moeten)\b(?!.{0,120}\b(?:ontvangen|binnen|hebben)\b)"
    r"|\b(?:vraag|vragen|verzoek|verzoeken) (?:u|je|jullie) (?:nooit|niet|geen)\b"
    r"|\b(?:dient|dienen|moet|moeten)\b.{1,120}\bgelegenheid\b.{0,40}\bgesteld\b",
    re.IGNORECASE,
)
_LAW_SAYS: Final = re.compile(
    r"(?:(?:in |volgens )?(?:artikel|art\.)|(?:de|het) \w*(?:wet|wetboek|reglement|verordening"
    r"|decreet|regeling))\b"
    r".{0,120}\b(?:bepaalt|staat|schrijft voor|zegt|eist|regelt)\b",
    re.IGNORECASE,
)
_FOR_READER: Final = re.compile(r"\b(?:u|uw|je|jij|jouw|jullie)\b", re.IGNORECASE)
_READER: Final = frozenset({"u", "uw", "je", "jij", "jouw", "jullie"})
_THEN: Final = frozenset({"daarvoor", "hiervoor", "daarbij", "daartoe", "dan"})
_RATHER: Final = frozenset({"liever", "wilt", "wil"})
_REACH_OUT: Final = frozenset(
    {"neem", "neemt", "bel", "belt", "mail", "mailt", "kom", "app", "bezoek", "ga", "wend"}
)
_SENDS: Final = re.compile(
    r"(?:mail|app|neem|breng) (?:het|dit|deze|die|dat|uw|je|een|de|alle|ze|alles|beide|er)\b", re.IGNORECASE
)
_TAKES: Final = re.compile(r"neem\b(?!.{0,80}\bcontact\b).{1,150}\bmee\b", re.IGNORECASE)
_LOOK: Final = frozenset({"raadpleeg", "bekijk", "lees", "surf", "zoek", "volg"})
_GO: Final = frozenset({"kom", "ga"})
_SHORT_QUESTION: Final = 6  # words and mark; ‘Wilt u komen?’ asks whether, not to
# “Wilt u de bon klaarleggen?” asks for it, unless it is the case for what comes next.
_POLITE: Final = re.compile(
    r"(?:wilt|wil|zou|zoudt|zouden|willen) (?:u|je|jij|jullie) .{1,300}\w(?:en|aan|aat|oen|ien)\?$",
    re.IGNORECASE,
)
_TELLING: Final = re.compile(
    r"(?:stuurt|geeft|vult|betaalt|levert|brengt|laat|meldt|mailt|ondertekent|zorgt|reageert|bezorgt"
    r"|maakt) u\b",
    re.IGNORECASE,
)
_WISH: Final = re.compile(
    r"\b(?:(?<!laten )weten|bezwaar|liever|graag (?:een|meer)|niet|zelf|lezen|vragen|spreken|komen"
    r"|krijgen|hebben"
    r"|ontvangen|gebruikmaken|aanvragen|veranderen|stoppen)\b",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    r"(?:[\w@.-]+,? ){0,5}dan\b|(?:dat|dit) kan\b(?! (?:tot|uiterlijk|vóór|voor|binnen)\b)"
    r"|(?:u|je) (?:kunt|vindt|hoeft)\b|(?:kijk|lees|bel)\b",
    re.IGNORECASE,
)


def asks(said: Said, *, has_term: bool) -> bool:
    """Whether a sentence tells the reader to do something, and not only what he may do."""
    text, words, does = said.text, said.words, said.does
    if _ADVICE.match(text) or _OURS.search(text) or _is_of_everybody(text):
        return False
    if text.endswith("?"):
        return len(words) >= _SHORT_QUESTION and _asks_politely(said, has_term=has_term)
    if said.reaches and words[0] == "vraag":
        return False
    if "action_by" in does and has_term:
        return not said.is_for_questions
    if words[0] in _LOOK and any(fact.kind == "web" for fact in facts(text)):
        return False
    takes = _SENDS.match(text) is not None or _TAKES.match(text) is not None
    if not takes and "contact" in does and words[0] in _REACH_OUT:
        must = _FREE.search(text) is None and (words[0] in _GO or "niet" in said.asked)
        return must and bool(said.asked) and not said.is_for_questions
    is_free = _FREE.search(text) is not None or (said.may and not said.asked and not _THEN.isdisjoint(words))
    is_wish = bool(said.asked) and "niet" not in said.asked and _is_wish(said.asked)
    return ("action" in does or takes) and (has_term or not (is_free or is_wish))


def _asks_politely(said: Said, *, has_term: bool) -> bool:
    """Whether a question asks to do something. With an answer after it, it only says when that is so."""
    text, does = said.text, said.does
    if _ANSWER.match(said.after):
        return False
    if _POLITE.match(text) or (has_term and _TELLING.match(text)):
        return _WISH.search(text) is None
    return "action" in does or ("action_by" in does and has_term)


def may_do(said: Said) -> bool:
    """Whether a sentence is about something that the reader can do if he likes."""
    return _MAY.search(said.text) is not None


def _is_of_everybody(text: str) -> bool:
    return _LAW_SAYS.match(text) is not None and _FOR_READER.search(text) is None


def _is_wish(asked: frozenset[str]) -> bool:
    """Whether a question is about what the reader would like: “Liever op papier?”, “Meer weten?”."""
    return not asked.isdisjoint(_RATHER) or asked.isdisjoint(_READER)
