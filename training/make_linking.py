"""Makes lexicons/tussenletters.tsv: the letters that join the first part of a compound to the next.

The treebanks write the lemma of a compound without them (``verzekering_maatschappij``); what stood in the
text
tells which they were. Parts that link without letters, or as the rules say, are left out.

Usage: python training/make_linking.py UD_FOLDER OUT.tsv
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from conllu import read

from duidelijk.nlp.inflection.linking import by_rule

_LEAST_SHARE = 0.5


def main() -> None:
    """Write the table, first parts in alphabetical order."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for example in read(folder / "train.conllu"):
        for word in example.words:
            first, boundary, rest = word.parts.partition("_")
            if not boundary or not word.tag.startswith("N|") or len(first) < 2:
                continue
            form = word.text.lower()
            at = form.find(rest.partition("_")[0][:3].lower(), len(first) - 2)
            if at >= len(first) - 2 and at > 0:
                seen[first][form[:at]] += 1
    rows = []
    for first, joined in sorted(seen.items()):
        form, count = joined.most_common(1)[0]
        if (
            form.replace("k", "c") != (first + by_rule(first)).lower().replace("k", "c")
            and count > _LEAST_SHARE * joined.total()
            and _is_plausible(first, form, count)
        ):
            rows.append(f"{first.lower()}\t{form}\n")
    out.write_text("part\tjoined\n" + "".join(rows), "utf-8", newline="\n")
    print(f"{len(rows)} parts")


def _is_plausible(first: str, form: str, count: int) -> bool:
    """A hyphen belongs after names and initials; after another part it is often a writer's whim."""
    return form.isalpha() or (form.rstrip("-").isalpha() and (count > 1 or first != first.lower()))


if __name__ == "__main__":
    main()
