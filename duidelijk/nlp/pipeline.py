"""Loads a spaCy pipeline, once and only when somebody asks for word classes. Nobody else sees spaCy.

Sentences, words and lemmas are ours; the pipeline adds the tags and the parse. What loading avoids, and what
that saves, is in docs/adr/0006-language-pipeline.md.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple

from duidelijk.errors import ConfigError, NlpError
from duidelijk.settings import is_path

SHIPPED: Final = Path(__file__).resolve().with_name("model")
_REINSTALL: Final = "Installeer duidelijk opnieuw: pip install --force-reinstall duidelijk"
_USED: Final = frozenset({"parser", "tagger", "tok2vec", "transformer"})
_THREADS: Final = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_MANY_WORDS: Final = 300_000  # words that spaCy remembers for good; what comes later it may forget


class Words(NamedTuple):
    """A sentence, or a piece of one, as the pipeline gets it; ``spaces`` says what a space follows."""

    texts: list[str]
    spaces: list[bool]


class Analysis(NamedTuple):
    """What a pipeline says about one ``Words``, one item a word.

    ``heads`` are indices in the piece, -1 for a root. ``heads`` and ``deps`` are empty without a parse.
    """

    tags: list[str]
    heads: list[int]
    deps: list[str]


class Pipeline:
    """A loaded pipeline. ``name`` is its name and version, as reports show it."""

    __slots__ = ("_nlp", "_parsers", "_strings", "name")

    def __init__(self, nlp: Any, name: str) -> None:
        self.name = name
        self._nlp = nlp
        self._parsers = [pipe for pipe in nlp.pipe_names if nlp.get_pipe_meta(pipe).factory == "parser"]
        self._strings: dict[int, str] = {0: ""}

    def analyse(self, pieces: Sequence[Words], *, parse: bool) -> list[Analysis]:
        """The tags of each piece, with ``parse`` also heads and relations.

        All pieces go through as one batch: memory grows with the words in them.
        """
        from spacy.tokens import Doc

        vocab = self._nlp.vocab
        limited = self._nlp.memory_zone() if len(vocab) > _MANY_WORDS else nullcontext()
        with limited:
            docs = []
            for texts, spaces in pieces:
                starts: list[bool | int | None] = [True, *[False] * (len(texts) - 1)]
                docs.append(Doc(vocab, texts, spaces, sent_starts=starts))
            without = [] if parse else self._parsers
            done = self._nlp.pipe(docs, batch_size=max(1, len(docs)), disable=without)
            return [self._read(doc, parse=parse) for doc in done]

    def _read(self, doc: Any, *, parse: bool) -> Analysis:
        tags = self._texts(doc.to_array("TAG").tolist())
        if not parse:
            return Analysis(tags, [], [])
        steps = doc.to_array("HEAD").astype("int64").tolist()  # stored as unsigned distances to the head
        heads = [at + step if step else -1 for at, step in enumerate(steps)]
        deps = ["root" if dep == "ROOT" else dep for dep in self._texts(doc.to_array("DEP").tolist())]
        return Analysis(tags, heads, deps)

    def _texts(self, keys: list[int]) -> list[str]:
        known = self._strings
        try:
            return [known[key] for key in keys]
        except KeyError:
            strings = self._nlp.vocab.strings
            known.update((key, strings[key]) for key in keys)
            return [known[key] for key in keys]


def folder_of(name: str | None) -> Path:
    """The folder of a pipeline: the shipped one (None), an installed package, or a path. Loads nothing.

    Raises:
        ConfigError: when a named pipeline is not there.
    """
    if name is None:
        return SHIPPED
    if not is_path(name):
        return _package_folder(name)
    if not Path(name).is_dir():
        raise ConfigError(
            f"De map ‘{name}’ met een taalmodel bestaat niet.", hint="Kijk naar de instelling ‘pipeline’."
        )
    return Path(name)


def load(name: str | None) -> Pipeline:
    """The pipeline with this name or path, None for the one in the box. Loaded once in each process.

    Raises:
        ConfigError: when a named pipeline is not there.
        NlpError: when its weights are missing, damaged, or made for another spaCy.
    """
    found = _loaded(folder_of(name))
    if isinstance(found, NlpError):
        raise found.with_traceback(None)
    return found


def _package_folder(name: str) -> Path:
    from importlib.util import find_spec

    try:
        spec = find_spec(name)  # of a package without a dot: finds it without importing it
    except (ImportError, ValueError):
        spec = None
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        for config in sorted(Path(place).glob("*/config.cfg")):
            return config.parent
    raise ConfigError(
        f"Het taalmodel ‘{name}’ is niet geïnstalleerd.",
        hint=f"Installeer het met: python -m spacy download {name}. "
        "Of haal de instelling ‘pipeline’ weg: dan gebruikt duidelijk het eigen taalmodel.",
    )


@cache
def _loaded(folder: Path) -> Pipeline | NlpError:
    """The pipeline, or why there is none: a failure is remembered too, so that it costs its time once."""
    hint = _REINSTALL if folder == SHIPPED else "Installeer dit taalmodel opnieuw."
    if not (folder / "config.cfg").is_file() or not (folder / "meta.json").is_file():
        return NlpError("Het taalmodel ontbreekt.", file=str(folder), hint=hint)
    try:
        return _load(folder)
    except NlpError as problem:
        return problem
    except ImportError as problem:
        return NlpError(
            f"spaCy, waar het taalmodel mee werkt, is niet te laden ({problem}).", file=str(folder), hint=hint
        )
    except Exception as problem:  # noqa: BLE001 - damage shows itself in any kind of exception
        return NlpError(
            f"Het taalmodel is beschadigd ({type(problem).__name__}).", file=str(folder), hint=hint
        )


def _load(folder: Path) -> Pipeline:
    with _one_thread(), _command_line_later():
        import spacy  # noqa: F401 - and NumPy, which decides here how many threads it will use
    from spacy import about, util
    from spacy.lang.nl import Dutch
    from thinc.api import use_ops

    import duidelijk.nlp.features  # noqa: F401 - tells spaCy about a layer of our own
    from duidelijk.nlp.remember import looks_at_words_alone, remember_words

    # spaCy makes a tokenizer anyway; its 4,700 exceptions cost half of all loading, and we split the words.
    nothing: dict[str, Any] = {"tokenizer_exceptions": {}, "prefixes": [], "suffixes": [], "infixes": []}
    defaults = type("Defaults", (Dutch.Defaults,), nothing)
    language: Any = type("Dutch", (Dutch,), {"Defaults": defaults})

    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    wanted = meta.get("spacy_version", "")
    if util.is_compatible_version(about.__version__, wanted) is False:
        raise NlpError(
            f"Het taalmodel is gemaakt voor spaCy {wanted}, maar hier staat spaCy {about.__version__}.",
            file=str(folder),
            hint=f"Installeer de goede versie: pip install 'spacy{wanted}'",
        )
    config = util.load_config(folder / "config.cfg")
    if config["nlp"]["lang"] != Dutch.lang:
        raise NlpError("Dit taalmodel is niet voor het Nederlands.", file=str(folder), hint="Kies een ander.")
    unused = [
        pipe for pipe in config["nlp"]["pipeline"] if config["components"][pipe].get("factory") not in _USED
    ]
    with use_ops("numpy", use_blis=False):  # NumPy's own matrix product is up to three times as fast
        nlp = language.from_config(config, meta=meta, exclude=unused)
        nlp.from_disk(folder, exclude=["tokenizer", *unused])
        for pipe in nlp.pipe_names:
            if looks_at_words_alone(config["components"][pipe]):
                remember_words(nlp.get_pipe(pipe).model)
    if not any(nlp.get_pipe_meta(pipe).factory == "tagger" for pipe in nlp.pipe_names):
        raise NlpError("Dit taalmodel geeft geen woordsoorten.", file=str(folder), hint="Kies een ander.")
    return Pipeline(nlp, f"{meta['lang']}_{meta['name']} {meta['version']}")


@contextmanager
def _command_line_later() -> Iterator[None]:
    """While spaCy is imported: leave its command line for later, a quarter of all that it imports.

    spaCy needs it for one function, ``spacy.info``; that one imports the command line when it is called.
    """
    if "spacy" in sys.modules:
        yield
        return

    def info(*args: Any, **options: Any) -> Any:
        return import_module("spacy.cli.info").info(*args, **options)

    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = info
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


@contextmanager
def _one_thread() -> Iterator[None]:
    """While NumPy is imported: let it multiply with one thread, unless the user said how many.

    More threads cost CPU time for matrices as small as ours, and ``--jobs`` already fills the cores.
    """
    ours = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        yield
    finally:
        for name in ours:
            del os.environ[name]
