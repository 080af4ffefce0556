"""Makes lexicons/zelfstandige-naamwoorden.tsv: de or het, and the plurals that the rules would miss.

Gender is what the training treebank says most (``onz``, ``zijd``), heads of compounds counted too. A plural
is
listed when the treebank shows another than the rules make, or, for a noun without a plural there, when a
plural
on -s is far more frequent in wordfreq than the one on -en (or the reverse).

Usage: python training/make_nouns.py UD_FOLDER OUT.tsv
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from conllu import read
from wordfreq import zipf_frequency

from duidelijk.nlp.inflection.nouns import plural

_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*\Z")
_MARGIN: Final = 0.5  # Zipf: three times as frequent
_LEAST_ZIPF: Final = 1.8
_SURE: Final = 2  # so often is no slip of the pen
_OTHER_SHARE: Final = 0.25
_NO_PLURAL: Final = re.compile(
    r"(?:ing|eit|land|jaar|dag|beleid|aandacht|arbeid|geluk|heil|morgen|nut|personeel|regen|tabak|tegen)\Z|-|"
    r"\A(?:ar|art|basket|doel|eigenlijk|fiat|graaf|hot|iet|lar|malt|niet|normaal|tweeman|van|voor|wei|zacht|zien|zwaar)\Z"
)
"""Forms on -s of these are genitives or English."""
_REFUSED: Final = frozenset({"dokter", "graaf", "maat", "koopman", "zakenman", "snee"})
"""Where the treebank's choice is not today's."""


def main() -> None:
    """Write the table, nouns in alphabetical order."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    plurals: dict[str, Counter[str]] = defaultdict(Counter)
    for example in read(folder / "train.conllu"):
        for word in example.words:
            cells = word.tag.split("|")
            if cells[:2] != ["N", "soort"] or "dim" in cells:
                continue
            noun = word.parts.rpartition("_")[2]
            form = _head_form(word.text, noun) if "_" in word.parts else word.text
            if not _WORD.match(noun) or noun != noun.lower() or not form:
                continue
            if cells[2] == "mv":
                plurals[noun][form.lower()] += 1
            for name, article in (("onz", "het"), ("zijd", "de")):
                genders[noun][article] += name in cells and form.lower() == noun
    singular = {noun: articles.total() for noun, articles in genders.items()}
    rows = []
    for noun in sorted(genders.keys() | plurals.keys()):
        articles = _articles(genders[noun])
        many = _plural(noun, plurals[noun], only_plural=not singular[noun])
        if articles or many:
            rows.append(f"{noun}\t{articles}\t{many}\n")
    out.write_text("noun\tarticle\tplural\n" + "".join(rows), "utf-8", newline="\n")
    own = sum(not row.endswith("\t\n") for row in rows)
    print(f"{len(rows)} nouns, {own} with a plural of their own")


def _head_form(text: str, head: str) -> str:
    """The part of a compound's form that belongs to its head; empty when it is not there."""
    at = text.lower().rfind(head[: max(2, len(head) - 3)], 1)
    return text[at:] if at > 0 else ""


def _articles(seen: Counter[str]) -> str:
    common = [(article, count) for article, count in seen.most_common() if count]
    total = sum(count for _, count in common)
    return "|".join(
        article
        for number, (article, count) in enumerate(common)
        if number == 0 or (count >= _SURE and count >= _OTHER_SHARE * total)
    )


def _folded(form: str) -> str:
    """Without what differs between the old and the new spelling."""
    return unicodedata.normalize("NFD", form).replace("\u0308", "").replace("k", "c")


def _plural(noun: str, seen: Counter[str], *, only_plural: bool) -> str:
    rule = plural(noun, rules_only=True)
    if seen:
        form, count = seen.most_common(1)[0]
        known = count >= _SURE or zipf_frequency(form, "nl") >= _LEAST_ZIPF
        if _folded(form) == _folded(noun):
            return noun if only_plural and noun != rule else ""
        differs = _folded(form) != _folded(rule) and noun not in _REFUSED
        return form if differs and count > seen[rule] and known else ""
    if (
        _NO_PLURAL.search(noun)
        or not rule.endswith("en")
        or rule.endswith("heden")
        or zipf_frequency(rule, "nl") > _LEAST_ZIPF + 1
    ):
        return ""
    other = noun + "s"
    frequency = zipf_frequency(other, "nl")
    far = frequency >= _LEAST_ZIPF and frequency > zipf_frequency(rule, "nl") + _MARGIN
    return other if far and not noun.endswith(("s", "x", "z", "ch", "sh")) else ""


if __name__ == "__main__":
    main()
