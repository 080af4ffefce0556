"""From a word and its Dutch tag to the form that a dictionary lists: ``gewijzigde`` → ``wijzigen``.

The tag says most: what is left is a change of the ending, learnt from the treebanks for each tag and ending,
plus a list of the words that none of those changes fits. Whether a change gives a real word is asked of the
frequency table. This reads better than a trained model, costs no start-up time and works for any pipeline
with the Dutch tags. The data (model/lemmas.tsv) is made by training/make_lemmas.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from duidelijk.errors import NlpError
from duidelijk.nlp.frequency import zipf
from duidelijk.nlp.separable import joined, particles

FILE: Final = Path(__file__).resolve().with_name("model") / "lemmas.tsv"
LONGEST_ENDING: Final = 7

_NAMES: Final = ("SPEC", "N|eigen")
_OF_PLACES: Final = ("s", "se", "sch", "sche", "sen")  # Frans, Franse, Belgische: these keep their capital
_WITHOUT_DIAERESIS: Final = {"ë": "e", "ï": "i", "ü": "u", "ö": "o"}
_LOOSE_PARTICLE: Final = "VZ|fin"
_LONG: Final = 6  # letters; a longer word in capitals is no acronym


class Change(NamedTuple):
    """Take out ``infix`` (``ge``, ``te``; in front or after a particle), then put ``add`` for ``cut``."""

    infix: str
    cut: str
    add: str

    def of(self, form: str) -> str | None:
        """The form after the change; None where it does not fit."""
        if self.infix:
            at = infix_at(form, self.infix)
            if at is None:
                return None
            rest = form[at + len(self.infix) :]
            form = form[:at] + _WITHOUT_DIAERESIS.get(rest[:1], rest[:1]) + rest[1:]
        if not form.endswith(self.cut):
            return None
        return form[: len(form) - len(self.cut)] + self.add


class Knowledge(NamedTuple):
    """``changes``: for each tag the change of each ending; ``words``: for each tag the words that differ."""

    changes: Mapping[str, Mapping[str, Change]]
    words: Mapping[str, Mapping[str, str]]


def infix_at(form: str, infix: str) -> int | None:
    """Where ``ge`` or ``te`` starts: after the longest particle that it follows, else at the front."""
    for end in range(min(9, len(form) - 4), 1, -1):
        if form.startswith(infix, end) and form[:end] in particles():
            return end
    return 0 if form.startswith(infix) else None


def lemmas(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int] = (), deps: Sequence[str] = ()
) -> list[str]:
    """The lemma of each word of a sentence. A verb whose particle stands apart gets it: ``stelt … vast``.

    ``heads`` (indices, -1 for the root) and ``deps`` come from a parse; without one the particle goes to the
    last finite verb before it, if the two make a known verb.

    Raises:
        NlpError: when the data that comes with the language model is missing or damaged.
    """
    found = [lemma(word, tag) for word, tag in zip(words, tags, strict=True)]
    for index in range(1, len(words)):
        if _is_of_a_place(words[index], tags[index]):
            found[index] = found[index][:1].upper() + found[index][1:]
    if heads:
        _join_by_parse(found, words, tags, heads, deps)
    else:
        _join_by_order(found, words, tags)
    return found


def _join_by_parse(
    found: list[str], words: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> None:
    for index, dep in enumerate(deps):
        verb = heads[index]
        particle = words[index].lower()
        if dep == "compound:prt" and verb >= 0 and tags[verb].startswith("WW") and particle in particles():
            found[verb] = particle + found[verb]


def _join_by_order(found: list[str], words: Sequence[str], tags: Sequence[str]) -> None:
    for index, tag in enumerate(tags):
        verb = _verb_for(index, words, tags) if tag == _LOOSE_PARTICLE else None
        if verb is not None:
            found[verb] = joined(words[index].lower(), found[verb]) or found[verb]


def _verb_for(index: int, words: Sequence[str], tags: Sequence[str]) -> int | None:
    """The verb that a loose particle likely belongs to."""
    if index + 2 < len(words) and words[index + 1].lower() == "te" and tags[index + 2].startswith("WW|inf"):
        return index + 2  # vast te stellen
    return next((verb for verb in range(index - 1, -1, -1) if tags[verb].startswith("WW|pv")), None)


@lru_cache(maxsize=100_000)
def lemma(word: str, tag: str) -> str:
    """The lemma of one word with this tag, without a particle that stands apart from it.

    Raises:
        NlpError: when the data that comes with the language model is missing or damaged.
    """
    form = as_looked_up(word, tag)
    known = knowledge()
    exception = known.words.get(tag, {}).get(form)
    found = exception if exception is not None else by_ending(form, known.changes.get(tag, {}))
    is_acronym = found == form and word.isupper() and 1 < len(word) < _LONG and tag.startswith("N|soort")
    return word if is_acronym else found


def as_looked_up(word: str, tag: str) -> str:
    """Lower case, unless the tag says that it is a name."""
    return word if tag.startswith(_NAMES) else word.lower()


def by_ending(form: str, changes: Mapping[str, Change]) -> str:
    """What the endings of ``form`` say, longest first: the first that is a known word, or the first."""
    outcomes: list[str] = []
    for size in range(min(LONGEST_ENDING, len(form)), -1, -1):
        change = changes.get(form[len(form) - size :])
        outcome = change.of(form) if change is not None else None
        if outcome and outcome not in outcomes:
            outcomes.append(outcome)
    if len(outcomes) < 2:
        return outcomes[0] if outcomes else form
    return next((outcome for outcome in outcomes if zipf(outcome)), outcomes[0])


def _is_of_a_place(word: str, tag: str) -> bool:
    """Whether a word inside a sentence keeps its capital in its lemma: *Friese* → *Fries*, not *Grote*."""
    return tag.startswith("ADJ") and word[:1].isupper() and not word.isupper() and word.endswith(_OF_PLACES)


@cache
def knowledge() -> Knowledge:
    """What model/lemmas.tsv says, read once.

    Raises:
        NlpError: when it is missing or damaged.
    """
    changes: dict[str, dict[str, Change]] = {}
    words: dict[str, dict[str, str]] = {}
    try:
        for line in FILE.read_text("utf-8").splitlines()[1:]:
            tag, form, *rest = line.split("\t")
            if len(rest) == 1:
                words.setdefault(tag, {})[form] = rest[0]
            else:
                infix, cut, add = rest
                changes.setdefault(tag, {})[form] = Change(infix, cut, add)
    except (OSError, ValueError) as problem:
        raise NlpError(
            "De lijst met grondvormen van het taalmodel ontbreekt of is beschadigd.",
            file=str(FILE),
            hint="Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk",
        ) from problem
    return Knowledge(changes, words)
