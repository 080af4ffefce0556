"""Makes lexicons/lint-niveau.tsv: the published formula of LiNT-II, and our corrections to its scale.

The formula, the borders and the shares are given. The corrections are fitted on the sentences of its four
example texts (``benchmarks/lint_fit.py``); how far off a text that was left out remains, the margins say.

Usage: python training/make_lint.py OUT.tsv [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.lint_fit import FOLDER, PUBLISHED, examples, fit, margins, measured


def main() -> None:
    """Write the table."""
    out = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER
    texts = [(example, measured(example)) for example in examples(folder)]
    middle = sum(example.total.concrete or 0 for example, _ in texts) / len(texts)
    found = {**PUBLISHED, **fit(texts)._asdict(), **margins(texts), "concrete_middle": round(middle, 2)}
    out.write_text("name\tvalue\n" + "".join(f"{name}\t{value}\n" for name, value in found.items()), "utf-8")
    print(f"{len(found)} numbers")


if __name__ == "__main__":
    main()
