"""One form of a word: lemma and Dutch tag in, form out."""

from __future__ import annotations

from duidelijk.nlp.inflection import adjectives, nouns, verbs
from duidelijk.nlp.inflection.diminutives import diminutive
from duidelijk.nlp.inflection.linking import before_head, joined
from duidelijk.nlp.inflection.verbs import Person
from duidelijk.nlp.separable import is_verb


def inflect(
    lemma: str, tag: str, *, person: Person | None = None, apart: bool = False, inverted: bool = False
) -> str:
    """The form of ``lemma`` that ``tag`` asks for, in lower case but for the capitals of a name.

    ``lemma`` may keep the boundaries that treebanks mark with ``_`` (``vast_stellen``, ``uitkering_bedrag``).
    ``person`` settles what the tag leaves open (``is``/``ben``, ``hebt``/``heeft``); ``apart``: the
    particle of a
    separable verb stands elsewhere; ``inverted``: ``je`` or ``jij`` comes right after a present tense.
    A tag of another word class gives the lemma as it is.
    """
    cells = tag.split("|")
    if cells[0] == "WW":
        return _verb(lemma, cells, person, apart=apart, inverted=inverted)
    if cells[0] not in ("N", "ADJ"):
        return joined(lemma)
    before, head = before_head(lemma), lemma.rpartition("_")[2]
    return before + (_noun(head, cells) if cells[0] == "N" else _adjective(head, cells))


def _verb(lemma: str, cells: list[str], person: Person | None, *, apart: bool, inverted: bool) -> str:
    kind = cells[1] if len(cells) > 1 else "inf"
    if kind == "pv":
        return _finite(lemma, cells, person, apart=apart, inverted=inverted)
    if kind == "inf":
        form = verbs.infinitive(lemma, apart=apart)
        return (
            form[:-2] + "ne" if "met-e" in cells and form.endswith("aan") else form + "e" * ("met-e" in cells)
        )
    if kind == "od":
        return verbs.gerund(lemma) + _ending(cells)
    negated = lemma.startswith("on_")
    lemma = lemma.removeprefix("on_")
    if "met-e" not in cells:
        form = verbs.participle(lemma, apart=apart)
    elif "nom" in cells and verbs.participle(lemma).endswith("en"):
        form = verbs.participle(lemma, apart=apart) + "e"
    else:
        form = verbs.participle_e(lemma, apart=apart)
    return "on" * negated + form + "n" * ("mv-n" in cells)


def _ending(cells: list[str]) -> str:
    return ("e" if "met-e" in cells else "") + ("n" if "mv-n" in cells else "")


def _finite(lemma: str, cells: list[str], person: Person | None, *, apart: bool, inverted: bool) -> str:
    tense, number = cells[2], cells[3] if len(cells) > 3 else "ev"
    if tense == "conj":
        return verbs.subjunctive(lemma, apart=apart)
    if tense == "verl":
        return verbs.past(lemma, plural=number == "mv", apart=apart)
    if number == "mv":
        return verbs.present(lemma, "mv", apart=apart)
    if number == "met-t":
        whom = person if person in ("jij", "u") else _second_or_third(lemma)
        return verbs.present(lemma, whom, apart=apart)
    return verbs.present_without_t(lemma, person, apart=apart, inverted=inverted)


def _second_or_third(lemma: str) -> Person:
    """Who the form with ``-t`` is for: ``hij heeft``, but ``u bent``, ``u kunt``."""
    odd = verbs.is_odd(lemma)
    return "u" if odd and not verbs.present(lemma, "hij", apart=True).endswith("eeft") else "hij"


def _noun(lemma: str, cells: list[str]) -> str:
    many = "mv" in cells
    if "dim" in cells:
        form = diminutive(lemma)
        return form + "s" if many else form
    if many:
        return nouns.plural_of_name(lemma) if "eigen" in cells else nouns.plural(lemma)
    if "gen" in cells:
        return nouns.genitive(lemma)
    return nouns.dative(lemma) if "dat" in cells else lemma


def _adjective(lemma: str, cells: list[str]) -> str:
    if "dim" in cells:
        return adjectives.diminutive(lemma)
    if is_verb(lemma) and ("comp" in cells or "sup" in cells):
        lemma += "d"  # treebanks give the verb as the lemma of ``opvallendste``
    form = lemma
    if "comp" in cells:
        form = adjectives.comparative(lemma)
        form += "e" * ("met-e" in cells)
    elif "sup" in cells:
        form = adjectives.superlative(lemma)
        form += "e" * ("met-e" in cells and not form.startswith("meest "))
    elif "met-e" in cells:
        form = adjectives.with_e(lemma)
        if "nom" in cells and form == lemma and form.endswith("en"):
            form += "e"
    if "met-s" in cells:
        form = adjectives.with_s(form)
    return form + ("n" if "mv-n" in cells else "")
