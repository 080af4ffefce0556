"""Trains the pipeline of a configuration.

Usage: python train.py CONFIG OUT_FOLDER [--section.key value …]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more threads cost more than they give at these sizes

import augment  # noqa: F401 - registers the augmenter
from spacy.cli._util import parse_config_overrides
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

import duidelijk.nlp.features  # noqa: F401 - registers the embedding layer


def main() -> None:
    """Trains, prints the development scores and writes model-best and model-last."""
    set_current_ops(NumpyOps(use_blis=False))  # numpy's own matrix product is three times as fast
    config = load_config(Path(sys.argv[1]), overrides=parse_config_overrides(sys.argv[3:]), interpolate=False)
    out = Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    train(init_nlp(config), out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
