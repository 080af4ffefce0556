"""Verb constructions whose words stand apart and bend: *draagt … zorg voor*, *gebruik te maken van*.

A lexicon gives one as ``zorg dragen voor``: fixed words, a verb, and the link, a preposition that brings the
object in. The fixed words never change, so they are what a text is searched for (the anchor); the verb and
the link are then looked for around them. Without fixed words (``beschikken over``) every form of the verb is
an anchor.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.model import Span, Token
from duidelijk.nlp.inflection.phrases import PREPOSITIONS, looks_like_verb
from duidelijk.nlp.separable import separable
from duidelijk.rules.inflected import readings
from duidelijk.rules.noun_phrases import NounPhrase

FAR: Final = 12
"""The most words between the verb and the fixed words, or between them and the link."""

MOST_WORDS: Final = 6
"""The most words that a finding marks."""

STRANDED: Final = {"met": "mee", "tot": "toe"}
"""How a preposition is spelled behind *er*, *hier*, *daar*, *waar*."""

PRONOUNS: Final = ("er", "hier", "daar", "waar")
_NO_NOUN: Final = ("de", "een", "het", "ten", "ter")
OPENS_A_CLAUSE: Final = ("dat", "te")


class Construction(NamedTuple):
    """``zorg dragen voor``: ``fixed`` = ("zorg",), ``verb`` = "dragen", ``link`` = "voor", empty for none."""

    fixed: tuple[str, ...]
    verb: str
    link: str

    @property
    def is_bare(self) -> bool:
        """Whether a noun without a determiner opens it: *gebruik*; not *in kennis*, *bekend*."""
        opens = bool(self.fixed) and self.fixed[0] not in (*PREPOSITIONS, *_NO_NOUN)
        return opens and (self.verb != "zijn" or self.fixed == ("sprake",))


class Link(NamedTuple):
    """The word that brings the object in.

    ``object``: a preposition before a noun phrase; ``joined``: *hiervan*; ``stranded``: *daar … van*;
    ``clause``: *dat*, or *te* before an infinitive. ``pronoun`` is the *er*, *hier*, *daar* or *waar* of the
    second and third, ``noun`` the phrase of the first.
    """

    kind: Literal["object", "joined", "stranded", "clause"]
    at: int
    pronoun: str = ""
    pronoun_at: int = -1
    noun: NounPhrase | None = None


class Found(NamedTuple):
    """A construction in a sentence; all numbers are indices of ``tokens``.

    ``fixed`` may hold *geen*, and then it is ``negated``; it is empty where fixed word and verb are one word.
    ``verb_first``: the verb stands before the fixed words, or before the link where there are none.
    ``determined``: a determiner or adjective belongs to the first fixed word.
    """

    tokens: tuple[Token, ...]
    construction: Construction
    verb: int
    particle: int | None
    fixed: tuple[int, ...]
    negated: bool
    link: Link | None
    verb_first: bool
    determined: bool

    @property
    def places(self) -> tuple[int, ...]:
        """The words of the construction in the order of the text."""
        places = {self.verb, *self.fixed}
        if self.particle is not None:
            places.add(self.particle)
        if self.link is not None and self.link.kind != "clause":
            places.add(self.link.at)
        return tuple(sorted(places))


@lru_cache(maxsize=4096)
def construction(phrase: str) -> Construction | None:
    """The parts of a construction as a lexicon gives it; None when there is no verb in it."""
    *fixed, last = phrase.split()
    link = last if last in (*PREPOSITIONS, *OPENS_A_CLAUSE) else ""
    verb = fixed.pop() if link and fixed else last
    return Construction(tuple(fixed), verb, link) if looks_like_verb(verb) else None


def anchors(phrase: str) -> Iterator[tuple[str, str]]:
    """What to search a text for, each with the particle that must follow somewhere, empty for none."""
    parts = construction(phrase)
    if parts is None:
        return
    if not parts.fixed:
        yield from readings(parts.verb, "VERB")
        base = separable(parts.verb)
        if base is not None:
            yield f"{base.particle} te {base.base}", ""
        return
    fixed = " ".join(parts.fixed)
    yield fixed, ""
    if parts.fixed[0] == "een":
        yield f"g{fixed}", ""
    elif len(parts.fixed) == 1:
        yield from ((fixed + form, "") for form, particle in readings(parts.verb, "VERB") if not particle)


def may_stand(phrase: str, text: Collection[str]) -> bool:
    """Whether a sentence of the words ``text``, in lower case, can hold it: asked before it is tagged."""
    parts = construction(phrase)
    if parts is None:
        return False
    link = parts.link
    if link and link not in text:
        spelled = STRANDED.get(link, link)
        if spelled not in text and not any(pronoun + spelled in text for pronoun in PRONOUNS):
            return False
    joined = parts.fixed[0] if len(parts.fixed) == 1 else ""
    base = separable(parts.verb)
    return (base is not None and base.base in text) or any(
        form in text or (joined and joined + form in text) for form, _ in readings(parts.verb, "VERB")
    )


def span_of(found: Found) -> Span:
    """Where the words stand; of words far apart only those that stand together with the fixed ones."""
    places = found.places
    if places[-1] - places[0] >= MOST_WORDS:
        places = tuple(at for at in places if found.link is None or at != found.link.at)
    if places[-1] - places[0] >= MOST_WORDS:
        near = found.fixed or (found.verb,)
        places = tuple(at for at in found.places if near[0] - 1 <= at <= near[-1] + 1)
    return Span(found.tokens[places[0]].start, found.tokens[places[-1]].end)


def shown(found: Found, text: str) -> str:
    """The words as a message names them, from the text of the block: ``dragen … zorg voor``."""
    written = ""
    last = found.places[0]
    for at in found.places:
        token = found.tokens[at]
        between = [other.text.lower() for other in found.tokens[last + 1 : at]]
        written += " … " if between not in ([], ["te"]) else " te " if between else " "
        written += text[token.start : token.end]
        last = at
    return written.strip()
