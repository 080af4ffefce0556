"""Copies a trained pipeline to where duidelijk ships it: weights and settings, nothing for training.

Usage: python package.py TRAINED_FOLDER MODEL_FOLDER VERSION
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any, Final

import spacy
from thinc.api import Config

import duidelijk.nlp.features  # noqa: F401 - registers the embedding layer

_NAME: Final = "duidelijk"
_LARGEST: Final = 15_000_000  # bytes of the whole folder
_UNUSED: Final = ("training", "corpora", "initialize", "pretraining", "paths", "system")


def main() -> None:
    """Leaves what stands in the model folder beside the pipeline (licence, card, lemmas) as it is."""
    trained, model, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    meta: dict[str, Any] = json.loads((trained / "meta.json").read_text("utf-8"))
    for component in meta["components"]:
        shutil.rmtree(model / component, ignore_errors=True)
        shutil.copytree(trained / component, model / component)
    labels = sorted({label for names in meta["labels"].values() for label in names} | _actions(trained))
    (model / "vocab").mkdir(parents=True, exist_ok=True)
    (model / "vocab" / "strings.json").write_text(json.dumps(labels) + "\n", "utf-8")
    settings = spacy.util.load_config(trained / "config.cfg", interpolate=True)
    (model / "config.cfg").write_text(
        Config({part: value for part, value in settings.items() if part not in _UNUSED}).to_str(),
        "utf-8",
    )
    kept = {
        "lang": meta["lang"],
        "name": _NAME,
        "version": version,
        "description": "Dutch tags, heads and relations for duidelijk",
        "license": "CC-BY-SA-4.0",
        "spacy_version": ">=3.8.0,<3.9.0",
        "pipeline": meta["pipeline"],
    }
    (model / "meta.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    size = sum(file.stat().st_size for file in model.rglob("*") if file.is_file())
    print(f"{model}: {size / 1e6:.1f} MB")
    if size > _LARGEST:
        sys.exit(f"larger than {_LARGEST / 1e6:.0f} MB")


def _actions(trained: Path) -> set[str]:
    """Relations that the parser can give, from its list of moves."""
    pipeline = spacy.load(trained)
    return {label for name in pipeline.pipe_names for label in getattr(pipeline.get_pipe(name), "labels", ())}


if __name__ == "__main__":
    main()
