"""The clauses of a parsed sentence: finite verbs, what opens a clause, who acts, and which verbs go together.

Pure language knowledge over the tokens of ``nlp.parsed``; all places are indices in the sentence. The tags
vote first, because the tagger is right more often than the parser; the relations settle what tags leave open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from duidelijk.model import Token

ClauseKind = Literal["main", "conjunction", "relative", "question"]


class Clause(NamedTuple):
    """A clause with a finite verb.

    ``opener`` is the word that makes it subordinate (*omdat*, *die*, *waarin*), None in a main clause.
    ``kind`` says what the opener is: a conjunction, a relative or a question word.
    """

    verb: int
    opener: int | None
    kind: ClauseKind


_MAIN_CONJUNCTIONS: Final = frozenset({"en", "maar", "want", "of", "dus", "doch"})
_RELATIVE_ADVERBS: Final = frozenset(
    {"waar", "waarin", "waarbij", "waardoor", "waarmee", "waarna", "waaraan", "waarop", "waarover", "waarvan"}
    | {"waarvoor", "waaruit", "waartoe", "waaronder", "waarnaar", "waartegen", "waarlangs", "waarheen"}
)
_QUESTION_WORDS: Final = frozenset(
    {"hoe", "wanneer", "waarom", "hoeveel", "welk", "welke", "wat", "wie", "wiens", "wier"}
)
# Conjunctions that also compare or name a role: *als bewijs*, *ouder dan 18*, *zoals een paspoort*.
_AMBIGUOUS: Final = frozenset({"als", "zoals", "dan", "alsof", "wel", "voor", "na", "sinds", "of"})
_NOT_VERBAL: Final = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "obl:arg"})
_REACH: Final = 60
_HARD_BREAKS: Final = frozenset(".?!;:")
_QUOTES: Final = frozenset("\"'‘’“”„«»")
_VERBAL_AUX: Final = ("aux", "cop")


def is_verb(token: Token) -> bool:
    """Whether the token is used as a verb: finite, infinitive or participle, not before or as a noun."""
    return token.tag.startswith(("WW|pv", "WW|inf|vrij", "WW|vd|vrij", "WW|od|vrij"))


def finite_verbs(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Where the finite verbs stand, in order, with the tagger's commonest slips put right.

    It takes plural verbs at the end of a clause for infinitives (*dat wij gelijk hebben*), some third persons
    for participles (*of u dat bepaalt*), and some nouns and infinitives for finite verbs (*gebruik maken*).
    """
    tagged = [at for at, token in enumerate(tokens) if token.tag.startswith("WW|")]
    acting = frozenset(token.head for token in tokens if token.dep.startswith("nsubj"))
    helped = frozenset(
        tokens[at].head
        for at in tagged
        if tokens[at].tag.startswith("WW|pv") and tokens[at].dep.startswith(_VERBAL_AUX)
    )
    return tuple(at for at in tagged if _is_finite(tokens, at, acting, helped))


def _is_finite(tokens: Sequence[Token], at: int, acting: frozenset[int], helped: frozenset[int]) -> bool:
    """``acting`` are the words with a subject, ``helped`` those with a finite auxiliary or copula."""
    token = tokens[at]
    if token.tag.startswith("WW|pv"):
        return at not in helped and (token.dep not in _NOT_VERBAL or at in acting)
    if not token.tag.startswith(("WW|inf|vrij", "WW|vd|vrij")):
        return False
    if token.dep.startswith(_VERBAL_AUX):
        centre = token.head
        alone = centre not in helped and not tokens[centre].tag.startswith("WW|pv")
        return centre in acting and alone and _looks_finite(tokens, at)
    below = [other for other in tokens if other.head == at]
    helpless = not any(other.dep.startswith("aux") for other in below)
    opened = any(other.dep == "mark" and other.tag.startswith("VG|onder") for other in below)
    return at in acting and helpless and (opened or _looks_finite(tokens, at))


def _looks_finite(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text.lower()
    if tokens[at].tag.startswith("WW|inf"):
        return not (at and tokens[at - 1].text.lower() in ("te", "het", "om"))
    return word.endswith("t") and not word.startswith("ge")


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Every finite clause, in the order of the finite verbs.

    A clause opens at a conjunction, relative or question word and gets the first finite verb that no clause
    inside it takes. A verb that is joined by *en* or *of* to that of a subordinate clause belongs to the same
    kind of clause.
    """
    verbs = frozenset(finite_verbs(tokens))
    waiting: list[int] = []
    found: dict[int, Clause] = {}
    main_seen = False
    for at, token in enumerate(tokens):
        if at in verbs:
            joined = found.get(token.head) if token.dep == "conj" else None
            if waiting:
                opener = waiting.pop()
                found[at] = Clause(at, opener, _kind(tokens, opener))
            elif joined is not None and joined.opener is not None and not _opens_sentence(tokens, at):
                found[at] = Clause(at, joined.opener, joined.kind)
            else:
                found[at] = Clause(at, None, "main")
                main_seen = True
        elif token.text in _HARD_BREAKS:
            waiting.clear()
        elif opens_clause(tokens, at, main_seen=main_seen or bool(found)):
            waiting.append(at)
    return tuple(found[at] for at in sorted(found))


def _opens_sentence(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a new main clause begins right before the verb: *…, en wij sturen*; not *… en stuurt*."""
    before = tokens[max(0, verb - 6) : verb]
    return any(
        token.text.lower() in _MAIN_CONJUNCTIONS and token.dep == "cc" and token.head == verb
        for token in before
    ) and any(token.dep == "nsubj" and token.head == verb for token in before)


def opens_clause(tokens: Sequence[Token], at: int, *, main_seen: bool = True) -> bool:
    """Whether the word opens a subordinate clause with a finite verb.

    Not *als* in *als bewijs*, *dan* in *ouder dan 18*, *dat* in *dat huis*. ``main_seen``: whether a finite
    verb came before; a question word that comes first asks a direct question, and opens none.
    """
    token = tokens[at]
    word = token.text.lower()
    if word == "dat" and token.tag.startswith("VNW|aanw|pron") and token.dep == "det":
        return main_seen  # a pronoun by tag, an article by relation: neither, so the conjunction
    if token.tag.startswith("VNW|betr"):
        return token.dep != "det" and (main_seen or at > 0)
    if token.tag.startswith("VG|onder"):
        if _is_mentioned(tokens, at) or (word == "als" and _names_role(tokens, at)):
            return False
        if word in _AMBIGUOUS:
            return (token.dep == "mark" and _governs_verb(tokens, token.head)) or (
                word in ("als", "of") and _encloses(tokens, at)
            )
        return token.dep in ("mark", "advmod", "cc", "case", "") and not _elliptic(tokens, at)
    if word in _RELATIVE_ADVERBS:
        return at > 0 and (main_seen or tokens[at - 1].text in ",(")
    if word in _QUESTION_WORDS and token.tag.startswith(("VNW|vb", "BW")):
        return at > 0 and tokens[at - 1].text not in "?:" and (main_seen or is_verb(tokens[at - 1]))
    return False


def _elliptic(tokens: Sequence[Token], at: int) -> bool:
    """*indien nodig*, *mits tijdig aangevraagd*: a conjunction without a verb before the next mark."""
    following = next((t for t in tokens[at + 1 :] if is_verb(t) or t.tag.startswith("LET")), None)
    return following is None or (following.tag.startswith("LET") and following.text in ".;:?!)")


def _is_mentioned(tokens: Sequence[Token], at: int) -> bool:
    """A word that the text speaks about: *woorden als "omdat"*."""
    around = [tokens[to].text for to in (at - 1, at + 1) if 0 <= to < len(tokens)]
    return len(around) == 2 and all(text in _QUOTES for text in around)


def _names_role(tokens: Sequence[Token], at: int) -> bool:
    """*als effect*, *als eerste*, *als bedoeld in*: with a bare noun or numeral *als* opens no clause."""
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    return following.startswith(("N|soort|ev", "TW|rang", "ADJ|nom", "WW|vd"))


def _encloses(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject pronoun follows, or the stretch up to the next mark ends in its only finite verb."""
    if at + 1 < len(tokens) and tokens[at + 1].tag.startswith("VNW|pers|pron|nomin"):
        return True
    end = next((to for to in range(at + 1, len(tokens)) if tokens[to].tag == "LET"), len(tokens))
    verbs = [to for to in range(at + 1, end) if tokens[to].tag.startswith("WW|pv")]
    return len(verbs) == 1 and verbs[0] > at + 1 and all(is_verb(token) for token in tokens[verbs[0] : end])


def _governs_verb(tokens: Sequence[Token], head: int) -> bool:
    if head < 0:
        return False
    return is_verb(tokens[head]) or any(
        token.head == head and token.dep.startswith(_VERBAL_AUX) and is_verb(token) for token in tokens
    )


def _kind(tokens: Sequence[Token], opener: int) -> ClauseKind:
    token = tokens[opener]
    if token.tag.startswith("VNW|betr") or token.text.lower() in _RELATIVE_ADVERBS:
        return "relative"
    return "conjunction" if token.tag.startswith("VG|") else "question"


def clause_of(found: Sequence[Clause], at: int) -> Clause | None:
    """The clause among ``found`` (of ``clauses``) whose finite verb stands at ``at``."""
    return next((clause for clause in found if clause.verb == at), None)


def content(tokens: Sequence[Token], finite: int) -> int:
    """The word that says what is done or is so: *ingevuld* of *moet worden ingevuld*, *ziek* of *is ziek*.

    The finite verb itself when it has no auxiliary or copula above it.
    """
    token = tokens[finite]
    return token.head if token.head >= 0 and token.dep.startswith(_VERBAL_AUX) else finite


def cluster(tokens: Sequence[Token], finite: int) -> tuple[int, ...]:
    """The verbs that go with a finite verb, itself included, in the order of the text.

    Auxiliaries, participles and infinitives (*zou | kunnen | worden | aangevraagd*), also of *gaan*, *laten*,
    *komen*, *blijven*; with *te* only for *dienen*, *hoeven* and the like. A loose particle (*stelt … vast*)
    is no verb: see ``particle``.
    """
    centre = content(tokens, finite)
    members = {finite}
    if is_verb(tokens[centre]):
        members.add(centre)
    for at in range(max(0, finite - _REACH), min(len(tokens), finite + _REACH)):
        token = tokens[at]
        if at not in members and is_verb(token):
            helper = token.head == centre and token.dep.startswith("aux")
            infinitive = (
                token.head in members
                and token.dep == "xcomp"
                and tokens[token.head].lemma in _WITH_INFINITIVE
            )
            if (helper and not token.tag.startswith("WW|pv")) or infinitive:
                members.add(at)
    return tuple(sorted(members))


_WITH_INFINITIVE: Final = frozenset(
    {"gaan", "komen", "laten", "blijven", "doen", "leren", "helpen", "dienen", "hoeven"}
    | {"moeten", "kunnen", "willen", "mogen", "zullen"}
)


def end_of_verbs(tokens: Sequence[Token], verb: int) -> int:
    """The last of the infinitives and participles right behind the verb at ``verb``: *worden | aangevraagd*.

    ``verb`` itself when none follows, or when it is no verb.
    """
    end = verb
    while (
        tokens[verb].tag.startswith("WW|")
        and end + 1 < len(tokens)
        and tokens[end + 1].tag.startswith(("WW|inf|vrij", "WW|vd|vrij"))
    ):
        end += 1
    return end


def particle(tokens: Sequence[Token], verb: int) -> int | None:
    """The loose particle of a separable verb: *vast* in *stelt de regels vast*. None if there is none.

    Of more than one the last: *stelt … samen met de raad … vast*.
    """
    found = [at for at, token in enumerate(tokens) if token.head == verb and token.dep == "compound:prt"]
    return max(found, default=None)


def subject(tokens: Sequence[Token], finite: int) -> int | None:
    """The head of the subject of a finite verb; None when it has none of its own (an order, a shared one)."""
    heads = (content(tokens, finite), finite)
    for head in heads:
        for at, token in enumerate(tokens):
            if token.head == head and token.dep in ("nsubj", "nsubj:pass", "csubj"):
                return at
    return None


def phrase(tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """The first and last token of all that hangs from ``head``."""
    inside = set(descendants(tokens, head))
    return min(inside), max(inside)


def descendants(tokens: Sequence[Token], head: int) -> Iterator[int]:
    """``head`` and every token below it, in no order."""
    below: dict[int, list[int]] = {}
    for at, token in enumerate(tokens):
        below.setdefault(token.head, []).append(at)
    todo = [head]
    seen = {head}
    while todo:
        at = todo.pop()
        yield at
        fresh = [child for child in below.get(at, ()) if child not in seen]
        seen.update(fresh)
        todo += fresh
