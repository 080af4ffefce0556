"""A plain noun in the place of another: number, and whatever agrees with *de* or *het*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from duidelijk.model import Token
from duidelijk.nlp.inflection import adjectives, clause
from duidelijk.nlp.inflection.agreement import INDEFINITE, Around
from duidelijk.nlp.inflection.diminutives import diminutive
from duidelijk.nlp.inflection.edits import Draft
from duidelijk.nlp.inflection.forms import inflect
from duidelijk.nlp.inflection.gender import Article, articles
from duidelijk.nlp.inflection.lists import words
from duidelijk.nlp.inflection.nouns import plural, singular
from duidelijk.nlp.inflection.phrases import ARTICLES, Phrase, noun_phrase
from duidelijk.nlp.inflection.plurals import ONLY_PLURAL
from duidelijk.nlp.inflection.replace_numbers import other_number

_TO_DE: Final = {
    "het": "de", "'t": "de", "dit": "deze", "dat": "die", "ons": "onze", "elk": "elke", "ieder": "iedere",
    "welk": "welke", "zulk": "zulke", "menig": "menige",
    "enkel": "enkele", "hetzelfde": "dezelfde", "datzelfde": "diezelfde",
    "ditzelfde": "dezelfde", "zoveelste": "zoveelste", "enig": "enige", "ander": "andere",
    "sommig": "sommige",
}  # fmt: skip
_TO_HET: Final = {
    "de": "het", "deze": "dit", "die": "dat", "onze": "ons", "elke": "elk", "iedere": "ieder",
    "welke": "welk",
    "zulke": "zulk", "menige": "menig", "dezelfde": "hetzelfde", "diezelfde": "datzelfde",
}  # fmt: skip
_SAYS_HET: Final = frozenset(
    {"het", "'t", "dit", "dat", "ons", "elk", "ieder", "welk", "hetzelfde", "datzelfde"}
)
_SAYS_DE: Final = frozenset(_TO_HET)
_ONLY_SINGULAR: Final = words("""
    bereikbaarheid beleid gebruik gedrag groen leiding macht overleg pech verlies vervoer weer werk
    geld informatie hulp kennis steun inzet uitleg bezit sloop naleving bewustwording invloed spijt
    """)


def replace_noun(tokens: Sequence[Token], at: tuple[int, ...], plain: str) -> Draft | None:
    """The changes, or None when number or gender cannot be made to agree."""
    nouns = [place for place in at if tokens[place].tag.startswith(("N|", "WW|inf|nom"))]
    if not nouns or _is_fixed(tokens, nouns[-1]):
        return None
    noun = nouns[-1]
    cells = tokens[noun].tag.split("|")
    phrase = noun_phrase(plain)
    draft = Draft(dict.fromkeys([place for place in at if place != noun], ""))
    many = "mv" in cells or singular(tokens[noun].text.lower()) is not None
    one = None if phrase.head in ONLY_PLURAL else singular(phrase.head)
    if many and one is not None:
        phrase = phrase._replace(head=one)
    around = _modifiers(tokens, noun, at)
    if phrase.head in _ONLY_SINGULAR if many else phrase.head in ONLY_PLURAL or one is not None:
        if _is_coordinated(tokens, noun, around.determiner):
            return None
        return other_number(tokens, noun, around, phrase, draft, many=many)
    if many or "dim" in cells:
        draft.texts[noun] = _phrase_text(phrase, (plural if many else diminutive)(phrase.head))
        return draft
    return _singular(tokens, noun, around, phrase, draft)


def _is_fixed(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the noun is part of an old expression: *ten verzoeke van*, *'s avonds*."""
    cells = tokens[noun].tag.split("|")
    return "gen" in cells or "dat" in cells or (noun > 0 and tokens[noun - 1].tag.startswith("VZ|versm"))


def _singular(
    tokens: Sequence[Token], noun: int, around: Around, phrase: Phrase, draft: Draft
) -> Draft | None:
    """The singular, with what agrees in gender."""
    first = around.determiner
    old, new = _old_article(tokens, noun, first), articles(phrase.head)
    if phrase.before and phrase.before[0] in ARTICLES:
        draft.texts[noun] = " ".join([*phrase.before, phrase.head, *phrase.after])
        return draft if first is None and not around.adjectives else None
    said = tokens[first].text.lower() if first is not None else ""
    if not new or old is None:
        draft.texts[noun] = " ".join([phrase.head, *phrase.after])
        shows = said in (_SAYS_HET | _SAYS_DE) or around.adjectives or phrase.before
        return None if shows else draft
    article = old if old in new else new[0]
    definite = first is not None and said not in INDEFINITE
    lead = _lead(phrase, article, definite=definite)
    if lead is None:
        return None
    draft.texts[noun] = " ".join([*lead, phrase.head, *phrase.after])
    if article == old:
        return draft
    if _is_coordinated(tokens, noun, first):
        return None
    return _agree(tokens, noun, around, article, draft, definite=definite)


def _phrase_text(phrase: Phrase, head: str) -> str:
    lead = [word if word in ARTICLES else adjectives.with_e(word) for word in phrase.before]
    return " ".join([*lead, head, *phrase.after])


def _lead(phrase: Phrase, article: Article, *, definite: bool) -> list[str] | None:
    """The adjectives of the phrase in the form that the place asks for."""
    if article == "de" or definite:
        return [adjectives.with_e(word) for word in phrase.before]
    if any(word.endswith("e") and adjectives.takes_e(word[:-1]) for word in phrase.before):
        return None
    return list(phrase.before)


def _modifiers(tokens: Sequence[Token], noun: int, at: tuple[int, ...]) -> Around:
    """The determiner before the noun, if any, and the adjectives between."""
    found: list[int] = []
    place = min(at) - 1 if min(at) < noun else noun - 1
    while place >= 0:
        token = tokens[place]
        text = token.text.lower()
        if token.tag.startswith("LID|") or text in _TO_DE or text in _TO_HET or _is_possessive(token):
            return Around(place, found)
        if text in INDEFINITE:
            return Around(place, found)
        if token.tag.startswith(("ADJ|prenom", "WW|vd|prenom", "WW|od|prenom", "WW|inf|prenom")):
            found.append(place)
        elif not (token.tag.startswith(("TW|", "BW", "ADJ|vrij")) or (found and text in (",", "en"))):
            break
        place -= 1
    return Around(None, found)


def _is_possessive(token: Token) -> bool:
    return "|bez|" in token.tag or token.text.lower() in {"mijn", "uw", "jouw", "jullie", "hun"}


def _old_article(tokens: Sequence[Token], noun: int, first: int | None) -> Article | None:
    """The gender of the old noun: what its determiner says, else its tag, else what is known of it."""
    said = tokens[first].text.lower() if first is not None else ""
    if said in _SAYS_HET:
        return "het"
    if said in _SAYS_DE:
        return "de"
    tag = tokens[noun].tag
    known = articles(tokens[noun].lemma)
    if len(known) == 1:
        return known[0]
    if "|onz|" in tag or tag.startswith("WW|inf|nom"):
        return "het"
    return "de" if "|zijd|" in tag else None


def _is_coordinated(tokens: Sequence[Token], noun: int, first: int | None) -> bool:
    """Whether the noun shares its determiner or adjective with another: *het verzoek en bezwaar*."""
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if first is not None and after is not None and after.text.lower() in ("en", "of", "/", ","):
        following = tokens[noun + 2] if noun + 2 < len(tokens) else None
        return following is not None and following.tag.startswith(("N|", "ADJ|prenom"))
    before = tokens[noun - 1] if noun else None
    return first is None and before is not None and before.text.lower() in ("en", "of", "/")


def _shares_adjective(tokens: Sequence[Token], first: int) -> bool:
    """Whether the adjective is one of a pair that our search stopped in: *zowel lang als kort onderzoek*."""
    return first > 0 and tokens[first - 1].text.lower() in ("als", "dan", "en", "noch", "of", "maar")


def _agree(
    tokens: Sequence[Token],
    noun: int,
    around: Around,
    article: Article,
    draft: Draft,
    *,
    definite: bool,
) -> Draft | None:
    """Change determiner, adjectives and relative pronoun to the other gender."""
    first, modifiers = around
    table = _TO_DE if article == "de" else _TO_HET
    if first is not None and tokens[first].text.lower() in table:
        draft.texts[first] = table[tokens[first].text.lower()]
    if first is None and modifiers and _shares_adjective(tokens, min(modifiers)):
        return None
    if first is not None and first and tokens[first - 1].text.lower() in ("heel", "gans"):
        return None
    if not definite or article == "de":
        for place in modifiers:
            form = _adjective(tokens[place], article)
            if form is None:
                return None
            if form != tokens[place].text.lower():
                draft.texts[place] = form
    return draft if _relative(tokens, noun, article, draft) else None


def _adjective(token: Token, article: Article) -> str | None:
    """The form after ``een``: ``schriftelijk`` verzoek, ``schriftelijke`` vraag."""
    cells = [cell for cell in token.tag.split("|") if cell not in ("met-e", "zonder", "stan")]
    if "sup" in cells:
        return None
    return inflect(token.lemma, "|".join([*cells, "met-e" if article == "de" else "zonder"]))


def _relative(tokens: Sequence[Token], noun: int, article: Article, draft: Draft) -> bool:
    """Change the relative pronoun that refers to the noun; False when it is not clear which one does."""
    old, new = ("dat", "die") if article == "de" else ("die", "dat")
    if clause.has_parse(tokens):
        inside = [
            place for place, token in enumerate(tokens) if token.head == noun and token.dep.startswith("acl")
        ]
        begun = [place for verb in inside for place in _pronouns(tokens, verb, old) if place > noun]
        if begun:
            draft.texts[min(begun)] = new
            return True
    direct = noun + 1 + (noun + 1 < len(tokens) and tokens[noun + 1].text == ",")
    if direct < len(tokens) and tokens[direct].text.lower() == old and _is_relative(tokens[direct]):
        draft.texts[direct] = new
        return True
    if direct < len(tokens) and tokens[direct].text.lower() == old and tokens[direct].tag.startswith("VG|"):
        return False  # a relative that the tagger took for a conjunction, or the other way round
    later = [place for place in range(noun + 1, len(tokens)) if _is_relative(tokens[place])]
    return not any(tokens[place].text.lower() == old for place in later) or clause.has_parse(tokens)


def _pronouns(tokens: Sequence[Token], verb: int, text: str) -> list[int]:
    inside = clause.subtree(tokens, verb)
    return [place for place in inside if tokens[place].text.lower() == text and _is_relative(tokens[place])]


def _is_relative(token: Token) -> bool:
    return token.tag.startswith("VNW|betr") and token.text.lower() in ("dat", "die")
