"""Recognising a language: our function words beside libraries, on Dutch and on foreign blocks.

    python -m benchmarks.languages [SHARED_DATA]

``py3langid``, ``lingua`` and ``langdetect`` take part when installed. Dutch blocks are those of the UD dev
sets (one to three sentences each) and of Amsterdam's pairs, of at least eight words; foreign blocks are ours
(``tests/foreign_blocks.tsv``). A Dutch block that is taken for something else would never be checked: that is
the figure that counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from duidelijk.nlp.foreign import DUTCH, MIN_WORDS, recognise

ROOT = Path(__file__).parents[1]
MOST = 1500  # Dutch blocks; lingua and langdetect take milliseconds for each
Recogniser = Callable[[str], str | None]


def main() -> None:
    """Print a row a recogniser."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    dutch = list(dutch_blocks(shared))
    dutch = dutch[:: max(1, len(dutch) // MOST)]
    lines = (ROOT / "tests" / "foreign_blocks.tsv").read_text("utf-8").splitlines()
    foreign = [line.split("\t") for line in lines]
    print(f"{len(dutch)} Dutch blocks, {len(foreign)} foreign blocks")
    print("recogniser   start s   Dutch skipped   foreign found   named right   µs a block")
    for name, load in LOADERS.items():
        before = time.process_time()
        try:
            known = load()
        except ImportError:
            print(f"{name:12} is not installed")
            continue
        known("Dit is een gewone zin van acht of negen woorden.")
        start = time.process_time() - before
        begun = time.process_time()
        skipped = sum(known(text) not in {None, DUTCH} for text in dutch)
        each = (time.process_time() - begun) / len(dutch)
        codes = [known(text) for _, text in foreign]
        found = sum(code not in {None, DUTCH} for code in codes)
        right = sum(code == wanted for code, (wanted, _) in zip(codes, foreign, strict=True))
        print(
            f"{name:12} {start:7.2f} {skipped:8} {skipped / len(dutch):6.2%} {found:15} {right:13}"
            f" {1e6 * each:12.0f}"
        )


def dutch_blocks(shared: Path) -> Iterator[str]:
    """Dutch blocks that are long enough to have a language."""
    for name in ("nl_alpino-ud-dev", "nl_lassysmall-ud-dev"):
        lines = (shared / "ud" / f"{name}.conllu").read_text("utf-8").splitlines()
        texts = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        for size in (1, 2, 3):
            for at in range(0, len(texts), size):
                block = " ".join(texts[at : at + size])
                if block.count(" ") >= MIN_WORDS:
                    yield block
    for line in (shared / "pairs" / "amsterdam_municipal.dev.tsv").read_text("utf-8").splitlines():
        yield from (text for text in line.split("\t") if text.count(" ") >= MIN_WORDS)


def _py3langid() -> Recogniser:
    classify = import_module("py3langid").classify
    return lambda text: str(classify(text)[0])


def _lingua() -> Recogniser:
    detector = import_module("lingua").LanguageDetectorBuilder.from_all_languages().build()

    def known(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return known


def _langdetect() -> Recogniser:
    library = import_module("langdetect")
    library.DetectorFactory.seed = 0
    detect = library.detect

    def known(text: str) -> str | None:
        try:
            return str(detect(text))
        except library.lang_detect_exception.LangDetectException:
            return None

    return known


LOADERS: dict[str, Callable[[], Recogniser]] = {
    "ours": lambda: recognise,
    "py3langid": _py3langid,
    "langdetect": _langdetect,
    "lingua": _lingua,
}


if __name__ == "__main__":
    main()
