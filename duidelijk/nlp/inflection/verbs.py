"""The forms of a verb: stem, present, past, participles and the infinitive with ``te``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from duidelijk.nlp.inflection.irregular import (
    ENGLISH,
    INVERTED,
    NO_PREFIX,
    PARTICIPLES,
    PRESENTS,
    REGULAR,
    SUBJUNCTIVES,
    WITH,
    Principal,
    principals,
)
from duidelijk.nlp.inflection.spelling import is_voiceless, verb_stem, with_ending, with_ge
from duidelijk.nlp.inflection.stress import is_weak
from duidelijk.nlp.separable import is_verb, separable

Person = Literal["ik", "jij", "u", "hij", "mv"]
"""Who does it: ``jij`` is also ``je``, ``hij`` any third person, ``mv`` any plural."""

_FIRM: Final = re.compile(r"(?:[bg]e(?![iue])|her|er|ont|ver|mis)")
_LOOSE: Final = re.compile(r"(?:aan|achter|door|om|onder|over|vol|voor|weder|weer)")
_ALWAYS_APART: Final = re.compile(
    r"(?:aan|af|bij|fijn|klaar|los|mee|neer|open|recht|rond|samen|terug|toe|uit|vast|vol|voort|vrij|weg)(?=[^\Waeiou\d_])"
)
_BEFORE_VOWEL: Final = re.compile(r"[bg]e(?=[ao](?![ao])[^\Waeiou\d_]en)")
_SHAPE: Final = re.compile(r"\w*[aeiouyäëïöü]\w*en\Z|(?:ga|sta|sla)an\Z|doen\Z|zien\Z")
_LOAN: Final = re.compile(r"\w{3,}[eë]ren\Z")


PERSONS: Final[tuple[Person, ...]] = ("ik", "jij", "u", "hij")
"""The persons of the singular."""


class Verb(NamedTuple):
    """``particle`` + ``base`` is the infinitive. ``prefix`` opens the base and forbids ``ge``."""

    particle: str
    base: str
    prefix: str


@lru_cache(maxsize=4096)
def take_apart(lemma: str) -> Verb:
    """Particle, base and prefix of an infinitive. An ``_`` marks where the particle ends."""
    particle, _, base = lemma.rpartition("_")
    particle = particle.replace("_", "")
    if particle in ("mis", "her", "weer") and not separable(particle + base):
        particle, base = "", particle + base
    elif not particle and (parts := separable(base) or _unknown(base)) is not None:
        particle, base = parts
    return Verb(particle, base, _prefix(base, alone=not particle))


def _unknown(verb: str) -> tuple[str, str] | None:
    """A verb that no list knows, read as a particle that always splits before something like a verb."""
    match = None if is_verb(verb) else _ALWAYS_APART.match(verb)
    if match is None or not _SHAPE.match(verb, match.end()) or len(verb) - match.end() < len("geven"):
        return None
    return match[0], verb[match.end() :]


def _prefix(base: str, *, alone: bool) -> str:
    """What stands before the root: ``ver`` in ``verzenden``, ``onder`` in ``ondertekenen``.

    The root must have a vowel of its own: ``geven`` is no ``ge`` + ``ven``.
    """
    if base in NO_PREFIX and alone:
        return ""
    for pattern in (_FIRM, _LOOSE) if alone else (_FIRM,):
        match = pattern.match(base)
        if match is None or not _SHAPE.match(base, match.end()):
            continue
        if pattern is _LOOSE and not is_verb(base):
            continue
        rest = base[match.end() :]
        if (
            match[0] == "her"
            and _LOAN.match(rest)
            and not is_weak(rest[:-2])
            and not _prefix(rest, alone=False)
        ):
            return ""
        return match[0] + _prefix(rest, alone=alone and match[0] == "her")
    return ""


def _principal(verb: Verb) -> Principal | None:
    table = principals()
    if verb.particle + verb.base in REGULAR:
        return None
    found = table.get(verb.base)
    if found is None and verb.prefix:
        for prefix in (verb.prefix, _first(verb.prefix)):
            root = table.get(verb.base[len(prefix) :])
            if root is not None:
                participle = root.participle
                if participle.startswith("gege") or not verb.base.startswith("ge", len(prefix)):
                    participle = participle.removeprefix("ge")
                return Principal(
                    prefix + root.past, prefix + root.past_plural, prefix + participle, root.auxiliary
                )
    return found


def _first(prefix: str) -> str:
    match = _FIRM.match(prefix) or _LOOSE.match(prefix)
    return match[0] if match is not None else prefix


def stem(base: str, prefix: str = "") -> str:
    """The stem of an infinitive without particle: ``loop``, ``update``, ``wijzig``.

    ``prefix``: what opens it, where that tells ``bedeel`` (toebedelen) from ``bedel`` (bedelen).
    """
    if base in ENGLISH:
        return ENGLISH[base][0]
    if base == "komen" or (
        base.endswith("komen") and base[:-5] in ("be", "ver", "over", "voor", "onder", "vol")
    ):
        return base[:-2]
    start = 2 if _BEFORE_VOWEL.match(base) else 0
    weak = is_weak(base[:-2]) and not (prefix and base in NO_PREFIX)
    return base[:start] + verb_stem(base[start:], weak=weak)


def present(lemma: str, person: Person, *, apart: bool = False, inverted: bool = False) -> str:
    """The present. ``apart``: without the particle; ``inverted``: ``je`` or ``jij`` comes right after it."""
    verb = take_apart(lemma)
    particle = "" if apart else verb.particle
    if person == "mv":
        return particle + verb.base
    if person == "jij" and inverted:
        return particle + INVERTED.get(verb.base, _first_person(verb))
    if verb.base in PRESENTS:
        odd = PRESENTS[verb.base]
        return particle + odd[("ik", "jij", "u", "hij").index(person)]
    if person == "ik":
        return particle + stem(verb.base, verb.prefix)
    if verb.base.endswith("aan"):
        return particle + verb.base[:-1] + "t"
    return particle + _with_t(stem(verb.base, verb.prefix))


def present_without_t(
    lemma: str, person: Person | None, *, apart: bool = False, inverted: bool = False
) -> str:
    """The singular present without ``-t``, for whom the tag leaves open: ``loop``, ``is``/``ben``,
    ``kan``/``kun``.
    """
    base = take_apart(lemma).base
    if base in ("zijn", "wezen", "hebben"):
        whom: Person = "hij" if person not in ("ik", "jij") and base != "hebben" else "ik"
        return present(lemma, whom, apart=apart)
    if base in PRESENTS and not inverted:
        return present(lemma, "hij", apart=apart)
    return present(lemma, "jij" if inverted else "ik", apart=apart, inverted=inverted)


def _first_person(verb: Verb) -> str:
    return PRESENTS[verb.base].first if verb.base in PRESENTS else stem(verb.base, verb.prefix)


def _with_t(form: str) -> str:
    return form if form.endswith("t") else form + "t"


def past(lemma: str, *, plural: bool, apart: bool = False) -> str:
    """The past: ``stelde vast``/``vaststelde``, ``liepen``."""
    verb = take_apart(lemma)
    particle = "" if apart else verb.particle
    if _is_done_again(verb):
        return "her" + past(verb.base.removeprefix("her"), plural=plural)
    found = _principal(verb)
    if found is not None:
        return particle + (found.past_plural if plural else found.past)
    return particle + stem(verb.base, verb.prefix) + _dental(verb.base) + ("en" if plural else "e")


def _is_done_again(verb: Verb) -> bool:
    """Whether it is ``her`` before a separable verb: ``herindelen``, ``herindeelde``, ``heringedeeld``."""
    return verb.base.startswith("her") and separable(verb.base.removeprefix("her")) is not None


def _dental(base: str) -> str:
    if base in ENGLISH:
        return ENGLISH[base][1]
    return "t" if is_voiceless(base) else "d"


def participle(lemma: str, *, apart: bool = False) -> str:
    """The past participle: ``vastgesteld``, ``ondertekend``, ``geïnd``, ``gelopen``."""
    if lemma in PARTICIPLES or not lemma.endswith("n"):
        return lemma
    verb = take_apart(lemma)
    particle = "" if apart else verb.particle
    if _is_done_again(verb):
        return "her" + participle(verb.base.removeprefix("her"))
    found = _principal(verb)
    if found is not None:
        return particle + found.participle
    form, dental = stem(verb.base, verb.prefix), _dental(verb.base)
    if not form.endswith(dental):
        form += dental
    return particle + (form if verb.prefix else with_ge(form))


def participle_e(lemma: str, *, apart: bool = False) -> str:
    """The participle before a noun that asks for ``-e``: ``vastgestelde``, ``gedane``; ``gegeven`` stays."""
    form = participle(lemma, apart=apart)
    if form.endswith("aan"):
        return form[:-2] + "ne"
    if form.endswith("ien"):
        return form + "e"
    if form.endswith("en"):
        return form
    base = take_apart(lemma).base
    if not lemma.endswith("n"):
        return with_ending(form, "e")
    return with_ending(form, "e") if stem(base).endswith(("d", "t")) and base not in ENGLISH else form + "e"


def gerund(lemma: str) -> str:
    """The present participle: ``vaststellend``, ``gaand``."""
    verb = take_apart(lemma)
    return verb.particle + verb.base + "d"


def infinitive(lemma: str, *, apart: bool = False) -> str:
    """The infinitive; ``apart``: without the particle."""
    verb = take_apart(lemma)
    return verb.base if apart else verb.particle + verb.base


def te_infinitive(lemma: str) -> str:
    """The infinitive with ``te``: ``vast te stellen``, ``te bepalen``."""
    verb = take_apart(lemma)
    return f"{verb.particle} te {verb.base}".lstrip()


def subjunctive(lemma: str, *, apart: bool = False) -> str:
    """The wish: ``leve``, ``kome``, ``zij``."""
    verb = take_apart(lemma)
    form = SUBJUNCTIVES.get(verb.base) or verb.base.removesuffix("n")
    return form if apart else verb.particle + form


def auxiliaries(lemma: str) -> frozenset[str]:
    """With what the perfect is made: ``hebben``, ``zijn`` or both."""
    verb = take_apart(lemma)
    whole = verb.particle + verb.base
    if whole in WITH:
        return frozenset(WITH[whole])
    found = _principal(verb)
    return frozenset(found.auxiliary) if found is not None else frozenset({"hebben"})


def is_odd(lemma: str) -> bool:
    """Whether the singular present has forms of its own (``kan``, ``heeft``, ``is``)."""
    return take_apart(lemma).base in PRESENTS
