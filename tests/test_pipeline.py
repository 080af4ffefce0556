"""The language model: loaded late and once, sparing, and missed in a way that says what to do."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from duidelijk import nlp, readers
from duidelijk.bulk import lint_paths
from duidelijk.cli import main
from duidelijk.engine import lint_bytes
from duidelijk.errors import ConfigError, NlpError
from duidelijk.model import Document, Report
from duidelijk.nlp import annotate, pipeline
from duidelijk.nlp.pipeline import SHIPPED, Analysis, Words
from duidelijk.report import render
from duidelijk.rules.load import load_examples
from duidelijk.ruleset import all_rules, ruleset_for
from duidelijk.settings import Choice, Settings, load_config
from tests.conftest import SUFFIX
from tests.office_examples import made
from tests.test_report import valid

MARKS = str.maketrans("", "", "«»")
ROOT = Path(__file__).resolve().parents[1]
SENTENCES = (
    ("De/LID brief/N wordt/WW gestuurd/WW ./LET", (1, 3, 3, 3, 3), "det nsubj:pass aux:pass ROOT punct"),
    ("U/VNW krijgt/WW een/LID brief/N ./LET", (1, 1, 3, 1, 1), "nsubj ROOT det obj punct"),
    ("Wij/VNW sturen/WW u/VNW een/LID brief/N ./LET", (1, 1, 1, 4, 1, 1), "nsubj ROOT iobj det obj punct"),
)
CHECK = """
from duidelijk import nlp
from duidelijk.model import Hit, Span
from duidelijk.nlp.language import language_blocks

def verbs(document):
    for block in language_blocks(document):
        if "brief" in block.text:
            for sentence in nlp.tokens(document, block):
                for token in sentence:
                    if token.tag == "WW":
                        yield Hit(block, Span(token.start, token.end))

def passives(document):
    for block in language_blocks(document):
        if "brief" in block.text:
            for sentence in nlp.parsed(document, block):
                for token in sentence:
                    if token.dep == "aux:pass":
                        yield Hit(block, Span(token.start, token.end))
"""
RULE = """
kind: check
check: eigen.controle:{check}
needs: {needs}
message: "Werkwoord ‘{{gevonden}}’."
why: "Om te proberen."
level: suggestion
confidence: high
audience: redactie
source: {{name: "Proef"}}
examples:
  - bad: "De brief «wordt» gestuurd."
  - good: "De brief."
"""
IMPORTED = "import sys; assert not {'spacy', 'thinc', 'numpy'} & set(sys.modules), 'spaCy is geladen'"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline in a folder, trained on three sentences until it knows them by heart."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    made = spacy.blank("nl")
    made.add_pipe("tagger")
    made.add_pipe("parser", config={"min_action_freq": 1})
    examples = []
    for words, heads, deps in SENTENCES:
        pairs = [word.split("/") for word in words.split()]
        gold = Doc(
            made.vocab,
            [word for word, _ in pairs],
            tags=[tag for _, tag in pairs],
            heads=list(heads),
            deps=deps.split(),
        )
        examples.append(Example(Doc(made.vocab, [word for word, _ in pairs]), gold))
    random.seed(1)
    made.initialize(lambda: examples)
    for _ in range(40):
        made.update(examples, drop=0.0)
    made.meta["name"], made.meta["version"] = "proef", "1.2.3"
    folder = tmp_path_factory.mktemp("modellen") / "proef"
    made.to_disk(folder)
    return folder


@pytest.fixture
def own_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with two rules that need the language model, and the code of their checks."""
    code = tmp_path / "eigen"
    code.mkdir()
    (code / "__init__.py").touch()
    (code / "controle.py").write_text(CHECK, "utf-8")
    folder = tmp_path / "regels" / "proef"
    folder.mkdir(parents=True)
    (folder / "werkwoord.yml").write_text(RULE.format(check="verbs", needs="tokens"), "utf-8")
    (folder / "lijdend.yml").write_text(RULE.format(check="passives", needs="parse"), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder.parent
    for name in ("eigen", "eigen.controle"):
        sys.modules.pop(name, None)


def _document(text: str, model: Path, name: str = "brief.txt") -> Document:
    return replace(readers.read(text.encode(), name), pipeline=str(model))


def _settings(folder: Path, model: Path, *select: str) -> Settings:
    return Settings(choice=Choice(select=select), rule_folders=(folder,), pipeline=str(model), debug=True)


def _python(code: str, *folders: Path) -> subprocess.CompletedProcess[str]:
    path = [str(ROOT), *map(str, folders)]
    program = f"import sys; sys.path[:0] = {path!r}\n{code}\n{IMPORTED}"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--config", "bestaat-niet.toml"],
        ["check", "--select", "bestaat-niet", "examples/brief.txt"],
        [
            "check",
            "--format",
            "json",
            "--fail-on",
            "never",
            "--select",
            "opmaak,puntkomma",
            "examples/brief.txt",
        ],
    ],
)
def test_what_needs_no_model_does_not_import_it(arguments: list[str]) -> None:
    run = _python(
        f"import os; os.chdir({str(ROOT)!r})\nfrom duidelijk.cli import main\n"
        f"sys.argv = ['duidelijk', *{arguments!r}]\ntry:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert run.returncode == 0, run.stderr


def test_rules_without_a_candidate_load_nothing(own_rules: Path, small: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from duidelijk.engine import lint_bytes\n"
        "from duidelijk.settings import Choice, Settings\n"
        f"own = Settings(choice=Choice(select=('proef',)), rule_folders=(Path({str(own_rules)!r}),),"
        f" pipeline={str(small)!r}, debug=True)\n"
        "report = lint_bytes({text}.encode(), 'a.txt', own)\n"
        "assert report.model is None and not report.errors, report"
    )
    run = _python(code.replace("{text}", "'U belt ons.'"), own_rules.parent)
    assert run.returncode == 0, run.stderr
    run = _python(code.replace("{text}", "'De brief wordt gestuurd.'"), own_rules.parent)
    assert "proef 1.2.3" in run.stderr  # the same with a candidate does load it: the test can fail


def test_rules_ask_for_no_more_than_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "load", lambda _: _Recorder())
    for rule in all_rules(Settings()).values():
        own = Settings(choice=Choice(select=(rule.id,)))
        for example in load_examples(rule.path):
            for text in filter(None, (example.bad, example.good)):
                bare = text.translate(MARKS)
                is_text = example.format in SUFFIX
                data = bare.encode() if is_text else made(bare, example.format)
                report = lint_bytes(data, f"a.{SUFFIX.get(example.format, example.format)}", own)
                assert report.model is None or rule.needs != "text", rule.id


def test_spacy_itself_is_whole_after_loading(small: Path) -> None:
    run = _python(
        "import os\nbefore = dict(os.environ)\n"
        f"from duidelijk.nlp import pipeline\npipeline.load({str(small)!r})\nimport spacy\n"
        "assert 'spacy.cli' not in sys.modules, 'meer geladen dan nodig'\n"
        "assert dict(os.environ) == before, 'instelling blijven staan'\n"
        "assert spacy.info(silent=True)['spacy_version']\n"
        "import spacy.cli\nassert spacy.cli.download.__module__ == 'spacy.cli.download'\n"
        "sys.exit(7)"
    )
    assert run.returncode == 7, run.stderr


def test_tags_heads_and_model_name(small: Path) -> None:
    document = _document("Geachte heer,\n\nDe brief wordt gestuurd. U krijgt een brief.", small)
    block = document.blocks[-1]
    assert nlp.model_name(document) is None
    first, second = nlp.tokens(document, block)
    assert [token.tag for token in first] == ["LID", "N", "WW", "WW", "LET"]
    assert [token.text for token in second] == ["U", "krijgt", "een", "brief", "."]
    assert {(token.head, token.dep) for token in first} == {(-1, "")}
    first, second = nlp.parsed(document, block)
    assert [(token.head, token.dep) for token in first] == [
        (1, "det"), (3, "nsubj:pass"), (3, "aux:pass"), (-1, "root"), (3, "punct"),
    ]  # fmt: skip
    assert len(nlp.sentences(document, block)) == 2
    assert nlp.model_name(document) == "nl_proef 1.2.3"
    assert pipeline.load(str(small)) is pipeline.load(str(small))


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        (
            "De be\u00adschik\u00adking wordt\u200b gestuurd. 😀 De brief\r\nwordt gestuurd.",
            "a.txt",
            "beschikking",
        ),
        (
            "<p>De be&shy;schikking &amp; de brief <b>wor</b>dt ge&#115;tuurd 👩‍👩‍👧.</p>",
            "a.html",
            "beschikking",
        ),
        ("# De *be*schikking\n\nDe brief’s “wordt” gestuurd\u00a0(3&nbsp;mei).", "a.md", "beschikking"),
    ],
)
def test_offsets_lead_back_to_the_text(text: str, name: str, word: str, small: Path) -> None:
    document = _document(text, small, name)
    found = []
    for block in document.blocks:
        for sentence, words in zip(nlp.sentences(document, block), nlp.parsed(document, block), strict=True):
            assert "".join(token.text for token in words) == "".join(sentence.text.split())
            for token in words:
                assert block.text[token.start : token.end] == token.text
                assert sentence.start <= token.start < token.end <= sentence.end
                assert token.tag
                span = block.map.to_source(token.start, token.end)
                found.append((token.text, document.source.text[slice(*span)]))
    assert {text for text, _ in found} >= {word, "brief" if "’s" not in text else "brief’s"}
    source = dict(found)[word]
    assert source[:2] == "be"
    assert source[-4:] == "king"


class _Recorder:
    """Takes the place of a pipeline and remembers what it was given."""

    name = "nep 1"

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.words: list[str] = []
        self.parses: list[bool] = []

    def analyse(self, pieces: list[Words], *, parse: bool) -> list[Analysis]:
        self.batches.append([len(piece.texts) for piece in pieces])
        self.words += [word for piece in pieces for word in piece.texts]
        self.parses.append(parse)
        return [
            Analysis(
                ["X"] * len(piece.texts),
                [*range(1, len(piece.texts)), -1] if parse else [],
                ["dep"] * len(piece.texts) if parse else [],
            )
            for piece in pieces
        ]


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> _Recorder:
    """A pipeline that only remembers, in the place of the real one."""
    made = _Recorder()
    monkeypatch.setattr(pipeline, "load", lambda _: made)
    return made


def test_a_block_without_full_stops_stays_bounded(recorder: _Recorder) -> None:
    text = "woord " * 150 + ", " + "woord " * 200_000 + "x" * 100_000 + " \ud800 einde"
    document = readers.read(b"leeg", "a.txt")
    block = replace(document.blocks[0], text=text)
    document = replace(document, blocks=(block,))
    tokens = nlp.parsed(document, block)
    assert sum(map(len, tokens)) == 150 + 1 + 200_000 + 3
    assert recorder.batches[0][0] == 151  # after the comma
    assert max(max(batch) for batch in recorder.batches) <= annotate.MAX_TOKENS
    assert max(sum(batch) for batch in recorder.batches) < 6_000 + annotate.MAX_TOKENS
    assert max(map(len, recorder.words)) <= 100
    "".join(recorder.words).encode()  # nothing in it that a pipeline cannot encode
    for sentence in tokens:
        for at, token in enumerate(sentence):
            assert text[token.start : token.end] == token.text
            assert token.head in {at + 1, -1}


def test_blocks_in_order_are_done_in_ever_larger_batches(recorder: _Recorder) -> None:
    document = readers.read("\n\n".join(["Dit is een korte brief aan u."] * 1000).encode(), "a.txt")
    for block in document.blocks:
        nlp.tokens(document, block)
    assert sum(map(sum, recorder.batches)) == 8 * len(document.blocks)
    assert len(recorder.batches) < 12
    assert sum(recorder.batches[0]) < 400


def test_one_block_does_not_cost_the_whole_document(recorder: _Recorder) -> None:
    document = readers.read("\n\n".join(["Dit is een korte brief aan u."] * 1000).encode(), "a.txt")
    for place in (700, 300, 701):
        nlp.tokens(document, document.blocks[place])
    assert sum(map(sum, recorder.batches)) < 1_000
    nlp.tokens(document, document.blocks[300])
    assert len(recorder.batches) == 2  # the block after 700 came along with it, and 300 was known


def test_the_parser_runs_only_when_asked(recorder: _Recorder) -> None:
    document = readers.read(b"Dit is een brief. U krijgt hem.", "a.txt")
    block = document.blocks[0]
    nlp.tokens(document, block)
    assert recorder.parses == [False]
    nlp.parsed(document, block)
    nlp.tokens(document, block)
    assert recorder.parses == [False, True]


def test_without_parse_the_parser_of_the_pipeline_stays_off(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = pipeline.load(str(small))
    seen: list[bool] = []
    read = pipeline.Pipeline._read

    def spy(self: pipeline.Pipeline, doc: object, *, parse: bool) -> Analysis:
        seen.append(doc.has_annotation("DEP"))  # type: ignore[attr-defined]
        return read(self, doc, parse=parse)

    monkeypatch.setattr(pipeline.Pipeline, "_read", spy)
    words = Words(["De", "brief", "."], [True, False, False])
    loaded.analyse([words], parse=False)
    loaded.analyse([words], parse=True)
    assert seen == [False, True]


def test_remembered_words_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from duidelijk.nlp import remember

    remembering = pipeline._load(SHIPPED)
    monkeypatch.setattr(remember, "remember_words", lambda _: None)
    forgetful = pipeline._load(SHIPPED)
    monkeypatch.setattr(remember, "_ROOM", 10)  # so that it forgets, and learns anew, all the time
    document = readers.read((ROOT / "examples" / "brief.txt").read_bytes(), "brief.txt")
    once, other = (annotate.Annotations(document, loaded) for loaded in (remembering, forgetful))
    first = [loaded._nlp.get_pipe("tok2vec").model.layers[0].name for loaded in (remembering, forgetful)]
    assert first[0] == "remembered" != first[1]
    for block in document.blocks:
        for _ in range(2):
            assert once.of(block, parse=True) == other.of(block, parse=True)


def test_a_model_never_decides_on_sentence_ends(small: Path) -> None:
    text = "De brief wordt gestuurd . U krijgt een brief . Wij sturen u een brief ."
    words = Words(text.split(), [True] * 16)
    (analysis,) = pipeline.load(str(small)).analyse([words], parse=True)
    assert analysis.heads.count(-1) == 1


def test_findings_and_reports_name_the_model(own_rules: Path, small: Path) -> None:
    report = lint_bytes(b"De brief wordt gestuurd.", "a.txt", _settings(own_rules, small, "proef"))
    assert [(finding.rule, finding.excerpt) for finding in report.findings] == [
        ("lijdend", "wordt"), ("werkwoord", "wordt"), ("werkwoord", "gestuurd"),
    ]  # fmt: skip
    assert report.model == "nl_proef 1.2.3"
    without = replace(report, model=None)
    tool = valid("".join(render([without, report], "json", {})), "json")["tool"]
    assert tool["model"] == "nl_proef 1.2.3"
    sarif = valid("".join(render([report], "sarif", {})), "sarif")["runs"][0]["tool"]
    assert sarif["extensions"] == [{"name": "nl_proef", "version": "1.2.3"}]
    sarif = valid("".join(render([without], "sarif", {})), "sarif")["runs"][0]["tool"]
    assert "extensions" not in sarif


def test_rules_that_parse_go_first_and_their_words_serve_the_others(
    own_rules: Path, recorder: _Recorder, tmp_path: Path
) -> None:
    lint_bytes(b"De brief wordt gestuurd.", "a.txt", _settings(own_rules, tmp_path, "proef"))
    assert recorder.parses == [True]


def _damage(folder: Path, how: str) -> None:
    meta = folder / "meta.json"
    if how == "truncated":
        weights = folder / "tagger" / "model"
        weights.write_bytes(weights.read_bytes()[:-1000])
    elif how == "no weights":
        (folder / "tagger" / "model").unlink()
    elif how == "no config":
        (folder / "config.cfg").unlink()
    elif how == "half a file":
        meta.write_text(meta.read_text("utf-8")[:100], "utf-8")
    else:
        data = json.loads(meta.read_text("utf-8"))
        meta.write_text(json.dumps({**data, "spacy_version": ">=2.0,<2.1"}), "utf-8")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("truncated", "beschadigd"),
        ("no weights", "beschadigd"),
        ("no config", "ontbreekt"),
        ("half a file", "beschadigd"),
        ("other spaCy", ">=2.0,<2.1"),
    ],
)
def test_damage_is_one_problem_and_the_text_rules_run(
    how: str, words: str, own_rules: Path, small: Path, tmp_path: Path
) -> None:
    model = tmp_path / "model"
    shutil.copytree(small, model)
    _damage(model, how)
    report = _broken(own_rules, model)
    (problem,) = report.errors
    assert words in problem.message
    assert str(model) in problem.message
    assert "Regels die woordsoorten nodig hebben, vinden nu minder of niets." in problem.message
    assert problem.file == "a.txt"
    assert problem.hint
    assert [finding.rule for finding in report.findings] == ["verzoeken"]
    assert report.model is None


def _broken(own_rules: Path, model: Path) -> Report:
    text = b"De brief wordt gestuurd. Wij verzoeken u de brief te lezen."
    return lint_bytes(text, "a.txt", _settings(own_rules, model, "proef", "verzoeken"))


def test_the_box_without_weights(own_rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path / "weg")
    own = replace(_settings(own_rules, tmp_path, "proef"), pipeline=None)
    (problem,) = lint_bytes(b"De brief wordt gestuurd.", "a.txt", own).errors
    assert "ontbreekt" in problem.message
    assert "pip install --force-reinstall duidelijk" in str(problem.hint)


def test_spacy_itself_missing(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = tmp_path / "model"
    shutil.copytree(small, model)
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NlpError, match="spaCy"):
        pipeline.load(str(model))


@pytest.mark.parametrize(("lang", "words"), [("en", "niet voor het Nederlands"), ("nl", "geen woordsoorten")])
def test_a_pipeline_that_cannot_serve(lang: str, words: str, tmp_path: Path) -> None:
    import spacy

    made = spacy.blank(lang)
    made.add_pipe("sentencizer")
    made.to_disk(tmp_path / "model")
    with pytest.raises(NlpError, match=words):
        pipeline.load(str(tmp_path / "model"))


def test_a_pipeline_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "duidelijk.toml"
    config.write_text('fail-on = "never"\npipeline = "nl_bestaat_niet"\n', "utf-8")
    letter = tmp_path / "brief.txt"
    letter.write_text("U krijgt een brief.", "utf-8")
    with pytest.raises(ConfigError) as caught:
        ruleset_for(load_config(config))
    assert caught.value.line == 2
    assert "nl_bestaat_niet" in caught.value.message
    assert "python -m spacy download nl_bestaat_niet" in str(caught.value.hint)
    monkeypatch.setattr(sys, "argv", ["duidelijk", "check", str(letter)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "nl_bestaat_niet" in capsys.readouterr().err


def test_paths_start_at_the_settings_file(tmp_path: Path, small: Path) -> None:
    config = tmp_path / "duidelijk.toml"
    config.write_text('pipeline = "modellen/weg"\n', "utf-8")
    with pytest.raises(ConfigError, match="bestaat niet"):
        ruleset_for(load_config(config))
    shutil.copytree(small, tmp_path / "modellen" / "weg")
    own = load_config(config)
    assert ruleset_for(own).rules
    assert pipeline.load(own.pipeline).name == "nl_proef 1.2.3"


def test_an_installed_pipeline_by_name(tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "nl_proef_pakket"
    shutil.copytree(small, package / "nl_proef_pakket-1.2.3")
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert pipeline.load("nl_proef_pakket").name == "nl_proef 1.2.3"
    assert "nl_proef_pakket" not in sys.modules


def test_several_processes_find_the_same(own_rules: Path, small: Path, tmp_path: Path) -> None:
    files = []
    for number in range(3):
        file = tmp_path / f"{number}.txt"
        file.write_text("De brief wordt gestuurd.", "utf-8")
        files.append(file)
    own = _settings(own_rules, small, "proef")
    one, two = (list(lint_paths(files, own, jobs=jobs)) for jobs in (1, 2))
    assert one == two
    assert all(len(report.findings) == 3 for report in one)


def test_the_shipped_pipeline() -> None:
    if not (SHIPPED / "config.cfg").is_file():
        pytest.skip("het taalmodel is nog niet gemaakt")
    document = readers.read(b"De beslissing wordt door de gemeente genomen.", "a.txt")
    (tokens,) = nlp.parsed(document, document.blocks[0])
    tags = [token.tag.split("|")[0] for token in tokens]
    assert tags == ["LID", "N", "WW", "VZ", "LID", "N", "WW", "LET"]
    assert [token.dep for token in tokens if token.text in {"wordt", "beslissing", "gemeente"}] == [
        "nsubj:pass", "aux:pass", "obl:agent",
    ]  # fmt: skip
    assert [token.lemma for token in tokens[:3]] == ["de", "beslissing", "worden"]
    assert tokens[6].lemma == "nemen"
    assert str(nlp.model_name(document)).startswith("nl_")
