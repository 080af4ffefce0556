"""Verbs that split: *stelt … vast* belongs to *vaststellen*, but *ondertekenen* stays in one piece.

The table (lexicons/scheidbare-werkwoorden.tsv) knows most verbs of letters and decisions. A verb that it
lacks splits when it is a particle that nearly always splits, before a verb that the table does know.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from duidelijk.errors import RuleError
from duidelijk.resources import data_folder

_FILE: Final = "scheidbare-werkwoorden.tsv"
_HEADER: Final = "verb\tparticle\tkind"
_NEARLY_ALWAYS: Final = 0.8


class Separable(NamedTuple):
    """``vast`` and ``stellen`` of ``vaststellen``."""

    particle: str
    base: str


class _Table(NamedTuple):
    """``verbs``: its particle, empty for a verb that never splits. ``both``: verbs that do either."""

    verbs: Mapping[str, str]
    both: frozenset[str]
    particles: frozenset[str]
    firm: frozenset[str]


@functools.lru_cache(maxsize=1 << 14)
def separable(lemma: str) -> Separable | None:
    """The particle and the base of a separable verb, given its infinitive in lower case.

    None for a verb in one piece, for what is no known verb, and for a verb that does either
    (``overleggen``): there only the sentence can tell, see :func:`splits_sometimes`.

    Raises:
        RuleError: when the table is missing or damaged.
    """
    table = _table()
    particle = table.verbs.get(lemma)
    if particle is None:
        return next((found for found in _readings(lemma, table) if found.particle in table.firm), None)
    return Separable(particle, lemma[len(particle) :]) if particle and lemma not in table.both else None


def splits_sometimes(lemma: str) -> Separable | None:
    """As :func:`separable`, but also for a verb that does either: *overlegt* and *legt … over*."""
    if lemma in _table().both:
        particle = _table().verbs[lemma]
        return Separable(particle, lemma[len(particle) :])
    return separable(lemma)


def joined(particle: str, base: str) -> str | None:
    """The infinitive that a loose particle makes with a verb: ``vast``, ``stellen`` → ``vaststellen``.

    None when they make no verb that is known or likely.
    """
    verb = particle + base
    found = splits_sometimes(verb)
    return verb if found is not None and found.particle == particle else None


def particles() -> frozenset[str]:
    """All particles: ``aan``, ``vast``, ``tegemoet``, …"""
    return _table().particles


def verbs() -> frozenset[str]:
    """All verbs in the table, as infinitives."""
    return frozenset(_table().verbs)


def is_verb(lemma: str) -> bool:
    """Whether the infinitive is in the table, whether it splits or not."""
    return lemma in _table().verbs


def _readings(lemma: str, table: _Table) -> list[Separable]:
    """Every way to read an unknown verb as a particle before a known verb, the longest particle first."""
    cuts = (Separable(lemma[:end], lemma[end:]) for end in range(len(lemma) - 3, 1, -1))
    return [cut for cut in cuts if cut.particle in table.particles and cut.base in table.verbs]


@functools.cache
def _table() -> _Table:
    path = data_folder("lexicons") / _FILE
    try:
        header, *lines = path.read_text("utf-8").splitlines()
        rows = [(verb, particle, kind) for verb, particle, kind in (line.split("\t") for line in lines)]
    except (OSError, ValueError) as error:
        raise _damaged(str(path)) from error
    if header != _HEADER:
        raise _damaged(str(path))
    verbs = {verb: particle for verb, particle, _ in rows}
    seen = Counter(particle for particle in verbs.values() if particle)
    alike = Counter(
        verb[:end]
        for verb in verbs
        for end in range(2, len(verb) - 2)
        if verb[:end] in seen and verb[end:] in verbs
    )
    return _Table(
        verbs=verbs,
        both=frozenset(verb for verb, _, kind in rows if kind == "both"),
        particles=frozenset(seen),
        firm=frozenset(
            particle for particle, count in seen.items() if count >= _NEARLY_ALWAYS * alike[particle]
        ),
    )


def _damaged(file: str) -> RuleError:
    return RuleError(
        "De lijst met scheidbare werkwoorden ontbreekt of is beschadigd.",
        file=file,
        hint="Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk",
    )
