"""Writes the card of the language model (Dutch) with the figures that evaluate.py measured.

Usage: python card.py FIGURES_JSON MODEL_FOLDER
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_ROWS: Final = {
    "words": "woorden gevonden",
    "tag": "woordsoort met kenmerken",
    "lemma": "grondvorm",
    "UAS": "hoofd van het woord (UAS)",
    "LAS": "hoofd en relatie (LAS)",
    "aux:pass": "`aux:pass`",
    "nsubj:pass": "`nsubj:pass`",
    "obl:agent": "`obl:agent`",
    "compound:prt": "`compound:prt`",
    "mark": "`mark`",
    "advcl": "`advcl`",
    "acl:relcl": "`acl:relcl`",
    "nsubj": "`nsubj`",
    "obj": "`obj`",
    "aux": "`aux`",
    "cop": "`cop`",
    "finite verb": "persoonsvorm (`WW\\|pv`)",
    "participle": "voltooid deelwoord (`WW\\|vd`)",
    "infinitive": "infinitief (`WW\\|inf`)",
    "common noun": "soortnaam (`N\\|soort`)",
    "adjective": "bijvoeglijk naamwoord (`ADJ`)",
}
_COLUMNS: Final = {
    "Alpino dev": "Alpino",
    "LassySmall held": "LassySmall",
    "gold words": "woorden van de boombank",
    "raw text": "ruwe tekst",
}


def table(figures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """F-scores as a Markdown table; a relation counts as right with the right head."""
    names = [name for name in figures if name != "pipeline"]
    heads = [", ".join(_COLUMNS[part] for part in name.split(", ")) for name in names]
    lines = [f"| | {' | '.join(heads)} |", f"|---|{'---:|' * len(names)}"]
    for row, label in _ROWS.items():
        cells = (f"{figures[name][row]['f']:.1f}".replace(".", ",") for name in names)
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Fills in the template beside this script."""
    figures = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    template = Path(__file__).with_name("card.md").read_text("utf-8")
    text = template.replace("{{pipeline}}", figures["pipeline"]).replace("{{table}}", table(figures))
    (Path(sys.argv[2]) / "README.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
