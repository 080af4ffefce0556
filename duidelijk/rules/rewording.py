"""A plain verb or phrase in the place of a construction: *maakt gebruik van de app* → *gebruikt de app*.

No edits where the sentence would not come out right, or where we cannot know that it would.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Edit, Token
from duidelijk.nlp.inflection import clause
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.lists import words as listed
from duidelijk.nlp.inflection.phrases import PREPOSITIONS, Phrase, verb_phrase
from duidelijk.nlp.inflection.replace_verbs import replace_verb
from duidelijk.nlp.inflection.verbs import present, take_apart
from duidelijk.rules.constructions import STRANDED, Found, Link
from duidelijk.rules.noun_phrases import NounPhrase
from duidelijk.rules.rewording_clauses import NOT, Refused, agree, is_passive, relative, take_infinitive

_BARE_NOUNS: Final = listed("""
    advies afspraken bezwaar contact gelijk informatie invloed onderdeel overleg recht toegang toestemming
    voorrang
    """)
"""The nouns without an article that plain phrases have before their verb: *niet* becomes *geen* there."""

_MODALS: Final = frozenset({"kunnen", "moeten", "mogen", "willen"})
_PERSONS: Final = frozenset({"hij", "ik", "je", "jij", "jullie", "u", "we", "wij", "ze", "zij"})
_NO: Final = "geen"


def reworded(found: Found, plain: str) -> tuple[str, tuple[Edit, ...]]:
    """``plain``, a phrase of lemmas, as the sentence would have it, and the edits in block text for that."""
    phrase, named = verb_phrase(plain), plain.replace("*", "")
    if phrase is None or phrase.zich:
        return named, ()
    try:
        draft = _Rewording(found, phrase).draft()
    except Refused:
        return named, ()
    return _written(found, draft), draft.edits(found.tokens)


def _written(found: Found, draft: Draft) -> str:
    """What the draft puts in, with dots for the words of the sentence in between: ``zorgen … voor``."""
    text = ""
    gap = False
    for at in range(len(found.tokens)):
        is_ours = at in draft.texts or at in found.places or _is_te(found.tokens, at, found.verb)
        own = draft.texts.get(at, found.tokens[at].text) if is_ours else ""
        gap = gap or not is_ours
        for piece in filter(None, (draft.before.get(at, ""), own, draft.after.get(at, ""))):
            text += (" … " if gap else " ") * bool(text) + piece
            gap = False
    return text


def _is_te(tokens: Sequence[Token], at: int, verb: int) -> bool:
    return at + 1 == verb and tokens[at].text.lower() == "te" and tokens[verb].tag.startswith("WW|inf")


class _Rewording:
    """One construction and one phrase: ``link`` is its preposition, ``tail`` what else follows its verb."""

    def __init__(self, found: Found, phrase: Phrase) -> None:
        self.found = found
        self.tokens = found.tokens
        last = phrase.after[-1] if phrase.after else ""
        self.link = last if last in (*PREPOSITIONS, "dat") else ""
        self.tail = phrase.after[:-1] if self.link else phrase.after
        self.head = phrase.head
        self.before = phrase.before
        verb = self.tokens[found.verb].tag
        self.main = found.verb_first and verb.startswith("WW|pv")
        if self.tail and self.head in _MODALS and _has_modal(self.tokens, found.verb, self.head):
            self.head, self.tail = self.tail[0], self.tail[1:]  # "U kunt in aanmerking komen voor …"
        self.keeps_fixed = bool(found.fixed) and self.before == found.construction.fixed
        self.negation = NOT if found.negated else ""
        old = found.construction.link
        self.takes_object = bool(old) and not self.link and old not in ("dat", "te")

    def draft(self) -> Draft:
        self._refuse_what_is_not_clear()
        draft = self._with_verb()
        if self.keeps_fixed or self._is_named():
            if not self.takes_object:
                self._swap_link(draft)
            if self.keeps_fixed and self._closing():
                draft.after[self.found.fixed[-1]] = " ".join(self._closing())
            for place in self.found.fixed if not self.keeps_fixed else ():
                draft.texts[place] = ""
            return draft
        for place in self.found.fixed:
            draft.texts[place] = ""
        if self.found.particle is not None:
            draft.texts[self.found.particle] = ""
        if self.head in _MODALS and not self.tail:
            if not self.main or self.negation or self._binds_nobody():
                raise Refused
            take_infinitive(self.found, draft)
            return draft
        before = self._negated_before(draft)
        if self.takes_object:
            self._take_object(draft, before)
        else:
            self._put_at_fixed(draft, [self.negation, *before, *self._closing()])
            self._swap_link(draft)
        return draft

    def _refuse_what_is_not_clear(self) -> None:
        found = self.found
        if found.link is None and self.link:
            raise Refused
        if self.keeps_fixed:
            if self.takes_object:
                raise Refused
            return
        if found.determined and not self._is_named():
            raise Refused
        first = min(found.places)
        opens = first == clause.segment(self.tokens, first)[0]
        if is_passive(self.found) and self.before[:1] and self._has_object_of_its_own():
            raise Refused  # "U wordt in het gelijk gesteld."
        asks = opens and found.fixed and not found.verb_first and self._tag(found.verb).startswith("WW|pv")
        if asks and (not self.before or self.tail or take_apart(self.head).particle):
            raise Refused  # "Van toepassing is artikel 5."

    def _binds_nobody(self) -> bool:
        """*Het is verplicht dit te melden*, *dit veld is verplicht om in te vullen*: who must is not said."""
        link, verb = self.found.link, self.found.verb
        beside = {verb - 1, verb + 1} - {*self.found.places}  # not the article of "het recht hebben"
        near = {token.text.lower() for at, token in enumerate(self.tokens) if at in beside}
        if "het" in near:
            return True
        opening = [token.text.lower() for token in self.tokens[link.at - 2 : link.at]] if link else []
        return "om" in opening and not near & _PERSONS

    def _is_named(self) -> bool:
        """*het gebruik maken van …*: the infinitive is a noun and keeps the preposition."""
        fixed = self.found.fixed
        verb = self.found.verb
        return (
            self.found.determined
            and self.tokens[fixed[0] - 1].text.lower() == "het"
            and verb == fixed[-1] + 1
            and self._tag(verb).startswith("WW|inf")
            and self.found.link is not None
            and self.found.link.at == verb + 1
            and not self.before
        )

    def _tag(self, at: int) -> str:
        return self.tokens[at].tag

    def _with_verb(self) -> Draft:
        """The verb in its place, without the words that stand elsewhere in the clause."""
        found = self.found
        finite = self._tag(found.verb).startswith("WW|pv")
        head = take_apart(self.head).base if finite and self.main else self.head
        if self.tail and self._tag(found.verb).startswith("WW|vd"):
            return self._with_infinitive()
        at = (found.verb,) if found.particle is None else (found.verb, found.particle)
        draft = replace_verb(self.tokens, at, f"{head}*")
        if draft is None:
            raise Refused
        if self._is_third_person() and draft.texts[found.verb] == present(head, "ik"):
            draft.texts[found.verb] = present(head, "hij")  # the clause looked like an order
        if self.tail and not self.main:
            draft.texts[found.verb] = " ".join([draft.texts[found.verb], *self.tail])
        return draft

    def _is_third_person(self) -> bool:
        token = self.tokens[self.found.verb]
        forms = {present(token.lemma, "hij", apart=apart) for apart in (False, True)}
        return token.text.lower() in forms and token.text.lower() != present(token.lemma, "ik", apart=True)

    def _with_infinitive(self) -> Draft:
        """*hebben in kennis gesteld* → *hebben laten weten*."""
        helper = clause.auxiliary(self.tokens, self.found.verb)
        if helper is None or self.tokens[helper].lemma != "hebben" or self.head != "laten":
            raise Refused
        return Draft({self.found.verb: " ".join([self.head, *self.tail])})

    def _closing(self) -> list[str]:
        """What closes a main clause: the particle of the plain verb, and an infinitive that goes with it."""
        if not self.main:
            return []
        particle = take_apart(self.head).particle
        return [*self.tail, *([particle] if particle else [])]

    def _negated_before(self, draft: Draft) -> list[str]:
        """The fixed words of the phrase; with a bare noun *niet* becomes *geen*."""
        before = list(self.before)
        if not before or not (before[0] == "een" or _is_bare_noun(before)):
            return before
        first = min(self.found.fixed, default=self.found.verb)
        if not self.negation and first and self.tokens[first - 1].text.lower() == NOT:
            draft.texts[first - 1] = ""
            self.negation = NOT
        elif any(token.text.lower() == NOT for token in _clause(self.tokens, self.found.verb)):
            raise Refused
        if not self.negation:
            return before
        self.negation = ""
        return [_NO, *before[before[0] == "een" :]]

    def _put_at_fixed(self, draft: Draft, words: Sequence[str]) -> None:
        text = " ".join(filter(None, words))
        if not text:
            return
        found = self.found
        if found.fixed:
            draft.texts[found.fixed[0]] = text
        elif found.particle is not None and self.main:
            draft.texts[found.particle] = text
        elif not self.main:
            draft.texts[found.verb] = f"{text} {draft.texts[found.verb]}"
        elif found.link is not None and found.link.at == found.verb + 1:
            draft.after[found.verb] = text
        else:
            raise Refused

    def _swap_link(self, draft: Draft) -> None:
        found = self.found
        old = found.construction.link
        if found.link is None or old in ("dat", "te"):
            return
        if self.link == old:
            self._join_stranded(draft, found.link, old)
            return
        if not self.link:
            raise Refused
        link = found.link
        spelled = STRANDED.get(self.link, self.link)
        if link.kind == "object":
            draft.texts[link.at] = self.link
        elif link.kind == "joined":
            draft.texts[link.at] = link.pronoun + spelled
        else:
            draft.texts[link.at] = spelled
            self._join_stranded(draft, link, self.link)

    def _join_stranded(self, draft: Draft, link: Link, preposition: str) -> None:
        """*er zorg voor dragen* → *ervoor zorgen*."""
        between = range(link.pronoun_at + 1, link.at)
        if link.kind == "stranded" and all(draft.texts.get(at) == "" for at in between):
            draft.texts[link.pronoun_at] = link.pronoun + STRANDED.get(preposition, preposition)
            draft.texts[link.at] = ""

    def _take_object(self, draft: Draft, before: list[str]) -> None:
        found, link = self.found, self.found.link
        if link is None:
            raise Refused
        if link.kind != "object":
            self._take_pronoun(draft, link, before)
            return
        self._refuse_uncertain_order(link)
        if self._becomes_subject():
            agree(self.found, self.head, draft, link.noun)
        draft.texts[link.at] = ""
        words = [self._negation_of(draft, link), *before]
        if link.at > max(found.verb, *found.fixed, found.particle or 0):
            words += self._closing() if self.main else self._cluster(draft, link.at)
            self._put_after(draft, link.noun, words)
        elif found.fixed and found.fixed[0] < link.at:  # gebruik van de app maken
            self._put_after(draft, link.noun, words)
        else:
            self._put_at_fixed(draft, [*words, *self._closing()])

    def _refuse_uncertain_order(self, link: Link) -> None:
        if self.main and clause.order(self.tokens, self.found.verb) != "main":
            raise Refused  # "de deuren die zijn voorzien van een slot"
        if not self.found.fixed and not self.main and clause.order(self.tokens, self.found.verb) is None:
            raise Refused
        if link.noun is None and (not self.main or link.at < self.found.verb):
            raise Refused

    def _negation_of(self, draft: Draft, link: Link) -> str:
        """What is left of *geen* for the place of the fixed words; *geen* may go to the object instead."""
        if not self.negation:
            first = min((*self.found.fixed, link.at))
            if first and self.tokens[first - 1].text.lower() == NOT:
                draft.texts[first - 1] = ""
            elif any(token.text.lower() == NOT for token in _clause(self.tokens, self.found.verb)):
                raise Refused
            else:
                return ""
        noun = link.noun
        if noun is None or noun.definite is None:
            raise Refused
        if noun.definite:
            return NOT
        if self.tokens[noun.start].text.lower() == "een":
            draft.texts[noun.start] = _NO
        else:
            draft.texts[link.at] = _NO
        return ""

    def _put_after(self, draft: Draft, noun: NounPhrase | None, words: Sequence[str]) -> None:
        text = " ".join(filter(None, words))
        if not text:
            return
        if noun is None:
            raise Refused
        draft.after[noun.end - 1] = text

    def _cluster(self, draft: Draft, until: int) -> list[str]:
        """The verbs at the end of the clause, taken from their place before the object."""
        start = self.found.fixed[-1] + 1 if self.found.fixed else self._cluster_start()
        moved: list[str] = []
        for at in range(start, until):
            token = self.tokens[at]
            if not token.tag.startswith("WW|") and token.text.lower() != "te" and at not in draft.texts:
                raise Refused
            pieces = (draft.before.pop(at, ""), draft.texts.get(at, token.text), draft.after.pop(at, ""))
            moved += filter(None, pieces)
            draft.texts[at] = ""
        return moved

    def _cluster_start(self) -> int:
        at = self.found.verb
        while at and (self._tag(at - 1).startswith("WW|") or self.tokens[at - 1].text.lower() == "te"):
            if self._tag(at - 1).startswith("WW|pv"):
                order = clause.order(self.tokens, at - 1)
                if order is None:
                    raise Refused
                return at - (order == "subordinate")
            at -= 1
        return at

    def _take_pronoun(self, draft: Draft, link: Link, before: list[str]) -> None:
        """*ervan … dat* loses the pronoun; *de app waarvan* becomes *de app die*."""
        words = [self.negation, *before, *self._closing()]
        if link.pronoun == "er" and self._introduces_clause():
            draft.texts[link.at] = ""
            if link.kind == "stranded":
                draft.texts[link.pronoun_at] = ""
        elif link.pronoun == "waar" and (found := relative(self.tokens, link.pronoun_at)):
            word, plural = found
            if self._becomes_subject():
                agree(self.found, self.head, draft, NounPhrase(0, 0, plural=plural, definite=True))
            draft.texts[link.at] = ""
            draft.texts[link.pronoun_at] = word
        else:
            raise Refused
        self._put_at_fixed(draft, words)

    def _introduces_clause(self) -> bool:
        after = max(*self.found.places, self.found.verb) + 1
        following = [token.text.lower() for token in self.tokens[after : after + 2]]
        return following[:1] == ["dat"] or following == [",", "dat"]

    def _becomes_subject(self) -> bool:
        if self.found.construction.verb == "zijn":
            return self.head == "zijn" and self.found.construction.fixed == ("sprake",)
        if self._tag(self.found.verb).startswith("WW|vd") and not clause.auxiliary(
            self.tokens, self.found.verb
        ):
            raise Refused
        return is_passive(self.found)

    def _has_object_of_its_own(self) -> bool:
        """Whether the phrase brings an object into a clause that has one: *gelijk geven*, *de kans geven*."""
        brings = self.before[0] in ("een", "de", "het") or _is_bare_noun(self.before)
        return (
            brings and not self.found.construction.is_bare and self.found.construction.fixed[:1] != ("een",)
        )


def _clause(tokens: Sequence[Token], verb: int) -> list[Token]:
    return [tokens[at] for at in clause.same_clause(tokens, verb)]


def _has_modal(tokens: Sequence[Token], verb: int, modal: str) -> bool:
    return any(token.lemma == modal and token.tag.startswith("WW|") for token in _clause(tokens, verb))


def _is_bare_noun(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in _BARE_NOUNS
