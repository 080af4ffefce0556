"""A plain verb or phrase in the place of another verb: person, tense, particle, auxiliary and preposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from duidelijk.model import Token
from duidelijk.nlp.inflection import clause, readings
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.phrases import Phrase, looks_like_verb, verb_phrase
from duidelijk.nlp.inflection.replace_participles import replace_participle
from duidelijk.nlp.inflection.verb_places import CLOSERS, FoundVerb, find_verb, place_preposition, takes_over
from duidelijk.nlp.inflection.verbs import Person, infinitive, present, take_apart


def replace_verb(tokens: Sequence[Token], at: tuple[int, ...], plain: str) -> Draft | None:
    """The changes, or None when the sentence would not come out right."""
    phrase = verb_phrase(plain)
    found = find_verb(tokens, at)
    if phrase is None or found is None:
        return None
    tag = readings.verb_tag(tokens, found.verb, apart=found.particle is not None)
    if tag is None:
        return None
    tokens = [*tokens]
    tokens[found.verb] = replace(tokens[found.verb], tag=tag)
    cells = tag.split("|")
    draft = Draft(dict.fromkeys(found.extra, ""))
    kind = cells[1] if len(cells) > 1 else ""
    if kind == "pv":
        return _finite(tokens, found, phrase, draft)
    if kind == "inf":
        return _infinitive(tokens, found, phrase, draft)
    if kind == "vd":
        return replace_participle(tokens, found, phrase, draft)
    if kind == "od" and not phrase.after and not phrase.zich:
        lead = "".join(f"{word} " for word in phrase.before)
        draft.texts[found.verb] = lead + inflect(phrase.head, tokens[found.verb].tag)
        return draft
    return None


def _finite(tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, draft: Draft) -> Draft | None:
    verb = found.verb
    who = clause.person(tokens, verb)
    particle = take_apart(phrase.head).particle
    closing = " ".join([*phrase.before, particle] if particle else phrase.before)
    order = _order(tokens, found, simple=not (closing or phrase.after or phrase.zich))
    if order is None:
        return None
    form = _finite_form(tokens, verb, phrase.head, who, apart=order == "main")
    if phrase.zich and not _place_zich(tokens, verb, who, order, draft):
        return None
    if phrase.after and not _place_after(tokens, found, phrase, order, draft):
        return None
    if order == "subordinate":
        draft.texts[verb] = " ".join([*phrase.before, form])
        return draft
    draft.texts[verb] = form
    return _close(tokens, found, phrase, closing, draft)


def _order(tokens: Sequence[Token], found: FoundVerb, *, simple: bool) -> clause.Order | None:
    """The order of the clause; where a simple verb replaces a simple verb it makes no difference."""
    if found.particle is not None:
        return "main"
    if take_apart(tokens[found.verb].lemma).particle:
        return "subordinate"
    return "main" if simple else clause.order(tokens, found.verb)


def _close(
    tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, closing: str, draft: Draft
) -> Draft | None:
    """Put a particle, or a fixed word before the verb of the phrase, at the end of the main clause."""
    if found.particle is not None:
        draft.texts[found.particle] = closing
        return draft if not (phrase.before and phrase.after) and found.particle > found.verb else None
    if not closing:
        return draft
    if phrase.before and phrase.after:
        return _before_preposition(draft, closing)
    end = clause.end_of_main_clause(tokens, found.verb)
    if end is None or end in draft.texts or "|conj|" in tokens[found.verb].tag:
        return None
    draft.after[end] = closing
    return draft


def _before_preposition(draft: Draft, words: str) -> Draft | None:
    """*houden* **rekening** *met …*: the fixed word goes right before the preposition."""
    if len(draft.before) != 1:
        return None
    (place,) = draft.before
    draft.before[place] = f"{words} {draft.before[place]}"
    return draft


def _finite_form(tokens: Sequence[Token], verb: int, lemma: str, who: Person | None, *, apart: bool) -> str:
    tag = tokens[verb].tag
    if "|tgw|" not in tag or tag.endswith("|mv"):
        return inflect(lemma, tag, apart=apart)
    if clause.is_before_je(tokens, verb):
        return present(lemma, "jij", apart=apart, inverted=True)
    if clause.is_imperative(tokens, verb) or (who == "hij" and _is_bare(tokens[verb])):
        return present(lemma, "ik", apart=apart)
    if who is None:
        who = "hij" if tag.endswith("met-t") or _third_without_t(tokens[verb]) else "ik"
    return present(lemma, "hij" if who == "mv" else who, apart=apart)


def _is_bare(token: Token) -> bool:
    """Whether the form cannot be that of a third person: *als het zo is,* **documenteer** *dit dan*."""
    form = token.text.lower()
    bare = {present(token.lemma, "ik", apart=apart) for apart in (False, True)}
    return form in bare and not _third_without_t(token)


def _third_without_t(token: Token) -> bool:
    """Whether the form is that of the third person though its tag says no ``-t``: *laat*, *kan*, *is*."""
    return token.text.lower() in {present(token.lemma, "hij", apart=apart) for apart in (False, True)}


def _place_zich(
    tokens: Sequence[Token], verb: int, who: Person | None, order: clause.Order | None, draft: Draft
) -> bool:
    """Put the reflexive pronoun right after the verb, or after a pronoun that follows it."""
    if order != "main" or (who is None and not tokens[verb].tag.endswith(("met-t", "|mv"))):
        return False
    first = tokens[verb + 1].text.lower() if verb + 1 < len(tokens) else ""
    inverted = first in ("ik", "u", "hij", "wij", "we", "jij", "men")
    subject = first if inverted else (tokens[verb - 1].text.lower() if verb else "")
    reflexive = {"ik": "me", "jij": "je", "je": "je", "wij": "ons", "we": "ons", "jullie": "je"}.get(
        subject, "zich"
    )
    draft.after[verb + inverted] = reflexive
    return True


def _place_after(
    tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, order: clause.Order | None, draft: Draft
) -> bool:
    """Put what follows the verb in the phrase: a preposition before the object, an infinitive at the end."""
    words = " ".join(phrase.after)
    verb = found.verb
    if phrase.after[0] in CLOSERS or looks_like_verb(phrase.after[0]):
        if order == "subordinate":
            draft.after[verb] = words
            return True
        if found.particle is not None:
            draft.before[found.particle] = words
            return True
        end = clause.end_of_main_clause(tokens, verb)
        if end is None:
            end = _before_dat(tokens, verb)
        if end is None:
            return False
        draft.after[end] = words
        return True
    clear = order == "main" or (clause.has_parse(tokens) and not clause.is_relative(tokens, verb))
    start = clause.object_start(tokens, verb) if clear else None
    if start is None or start in found.extra:
        return takes_over(tokens, found, words, draft)
    draft.before[start] = words
    return True


def _before_dat(tokens: Sequence[Token], verb: int) -> int | None:
    """*Wij delen u mee, dat …*: before a comma or the conjunction of an object clause."""
    for place in range(verb + 1, len(tokens)):
        if tokens[place].tag.startswith("VG|onder") or tokens[place].text == ",":
            return place - 1
        if tokens[place].tag.startswith(("WW|", "VG|")):
            return None
    return None


def _infinitive(tokens: Sequence[Token], found: FoundVerb, phrase: Phrase, draft: Draft) -> Draft | None:
    verb = found.verb
    if phrase.zich or not place_preposition(tokens, found, phrase, draft):
        return None
    parts = take_apart(phrase.head)
    cells = tokens[verb].tag.split("|")
    lead = list(phrase.before)
    tail = [word for word in phrase.after if word in CLOSERS]
    if found.te is not None:
        before = " ".join([*lead, parts.particle] if parts.particle else lead)
        if found.particle is not None:
            draft.texts[found.particle] = before
        elif before:
            draft.before[found.te] = before
        draft.texts[verb] = " ".join([parts.base, *tail])
        return draft
    if found.particle is not None:
        draft.texts[found.particle] = ""
    form = inflect(phrase.head, "|".join(cells)) if "nom" in cells else infinitive(phrase.head)
    draft.texts[verb] = " ".join([*lead, form, *tail])
    return draft
