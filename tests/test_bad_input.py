"""Bad input: a clear message, exit 2, nothing lost, and the other files are still checked."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from duidelijk import bulk, measure, readers
from duidelijk.engine import lint_bytes
from duidelijk.errors import RuleError
from duidelijk.model import Report
from duidelijk.nlp.sentences import MAX_WORDS
from duidelijk.rules import patterns
from duidelijk.ruleset import ruleset_for
from duidelijk.settings import Choice, Settings
from tests.conftest import SUFFIX
from tests.test_cli import BAD, run

ROOT = Path(__file__).parents[1]
RULE = """\
kind: {kind}
message: "Schrijf ‘{{gevonden}}’ anders."
why: "Daarom."
level: warning
confidence: high
audience: redactie
source: {{name: "wij"}}
{body}
examples:
  - bad: «x»
  - good: y
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one letter that has a finding: it must be reported whatever else goes wrong."""
    (tmp_path / "brief.txt").write_text(BAD, "utf-8")
    return tmp_path


def check(folder: Path, *args: str) -> str:
    """Run ``duidelijk check`` on the letter and more: exit 2, and the letter is still checked."""
    done = run("check", "--select", "puntkomma", *args, "brief.txt", cwd=folder, code=2)
    assert "brief.txt:3:23" in done.stdout
    return done.stdout + done.stderr


def own_rule(folder: Path, kind: str, body: str, name: str = "eigen-regel") -> Settings:
    rules = folder / "regels"
    rules.mkdir(exist_ok=True)
    (rules / f"{name}.yml").write_text(RULE.format(kind=kind, body=body), "utf-8")
    return Settings(rule_folders=(rules,), choice=Choice(select=(name, "puntkomma")))


def test_a_missing_file(folder: Path) -> None:
    assert "weg.txt" in (shown := check(folder, "weg.txt"))
    assert "bestaat niet" in shown


def test_a_folder_without_texts(folder: Path) -> None:
    (folder / "leeg").mkdir()
    (folder / "leeg" / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    assert "geen bestand dat duidelijk kan lezen" in check(folder, "leeg")


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Path) -> bytes:
        raise PermissionError(13, "in gebruik")

    monkeypatch.setattr(Path, "read_bytes", locked)
    (report,) = bulk.lint_paths([folder / "brief.txt"])
    assert "niet te openen" in report.errors[0].message
    assert "Sluit het" in (report.errors[0].hint or "")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("plaat.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "plaat.txt"),
        ("brief2.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "brief2.txt"),
        ("word.txt", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "word.txt"),
        ("nul.txt", b"Beste lezer,\x00\x00\x00\x00 dit is stuk.", "nul.txt"),
        ("stuk.txt", bytes(range(128, 256)) * 3 + b"\x81\x8d\x8f\x90\x9d", "stuk.txt"),
        ("regel.txt", b"woord " * 1_700_000, "regel.txt:1"),
        ("kop.md", b"---\ntitle: [open\n---\n\nGewone tekst.\n", "kop.md"),
        ("kop2.md", b"---\ntitle: Begin\n\nGewone tekst.\n", "kop2.md"),
    ],
)
def test_data_that_is_no_text(folder: Path, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    assert message in check(folder, name)


@pytest.mark.parametrize("name", ["brief.docx", "Brief.PDF", "brief.odt"])
def test_a_text_with_the_name_of_another_kind(folder: Path, name: str) -> None:
    (folder / "map").mkdir()
    (folder / "map" / name).write_text("Beste lezer; hier staat tekst.\n", "utf-8")
    (folder / "map" / "a.md").write_text("Gewone tekst; en meer.\n", "utf-8")
    shown = check(folder, "map")
    assert "al heet het zo" in shown
    assert "a.md:1" in shown


def test_a_file_of_50_mb(folder: Path) -> None:
    with (folder / "groot.txt").open("wb") as file:
        file.truncate(50_000_000)
    assert "te groot" in check(folder, "groot.txt")


def test_an_empty_file_is_clean(folder: Path) -> None:
    (folder / "leeg.txt").write_bytes(b"")
    run("check", "leeg.txt", cwd=folder, code=0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252", "utf-32"])
def test_other_encodings_are_read(folder: Path, encoding: str) -> None:
    text = (
        "Beste lezer,\n\nWij sturen u één brief; daarin staat meer over uw café. Dat is al uw geld waard.\n"
    )
    (folder / "anders.txt").write_bytes(text.encode(encoding))
    shown = run("check", "anders.txt", "--select", "puntkomma", cwd=folder, code=0).stdout
    assert "anders.txt:3:23" in shown


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "Wij sturen u een brief; daarin staat meer." + "</div>" * 100_000,
        "<p>Wij sturen u <b>een <i>brief; daarin staat meer.<table><td>x",
        "<b><p>Wij sturen u een brief; daarin</b> staat meer.</p>" * 50,
        "<script>var a = '<p>Wij sturen; u</p>'</script><p>Wij sturen u een brief; daarin staat meer.",
    ],
    ids=["deep", "unclosed", "misnested", "script"],
)
def test_strange_html_is_read(page: str) -> None:
    report = lint_bytes(page.encode(), "a.html", Settings(choice=Choice(select=("puntkomma",))))
    assert not report.errors
    assert report.findings
    assert all(page[slice(*finding.span)] == ";" for finding in report.findings)


FORMATS = ("text", "markdown", "html")
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u2060\u2061\u2066\ufeff"
PLAIN = (
    "de",
    "gemeente",
    "stuurt",
    "u",
    "een",
    "brief",
    "over",
    "uw",
    "huis",
    "en",
    "wij",
    "vragen",
    "u",
    "iets",
)


def plain(count: int) -> str:
    """That many words, without a mark."""
    return " ".join(PLAIN[at % len(PLAIN)] for at in range(count))


def written(*paragraphs: str, format: str) -> str:  # noqa: A002 - the field's word
    if format == "html":
        return "<html lang=nl><title>x</title><main>" + "".join(f"<p>{text}</p>\n" for text in paragraphs)
    return "\n\n".join(paragraphs) + "\n"


def found(report: Report) -> list[str]:
    """What the findings are about, cut from the source; nothing may have gone wrong."""
    assert report.errors == ()
    return [report.source.text[slice(*finding.span)] for finding in report.findings]


@pytest.mark.parametrize("format", FORMATS)
def test_200_000_words_without_a_full_stop(lint: Callable[..., Report], format: str) -> None:  # noqa: A002
    text = written(f"{plain(200_000)} derhalve klaar", "Dit is derhalve klaar.", format=format)
    assert found(lint(text, "formeel-woord", format=format)) == ["derhalve", "derhalve"]
    document = readers.read(text.encode(), f"a.{SUFFIX[format]}")
    blocks = [block for block in document.blocks if block.kind == "paragraph"]
    words = [count for block in blocks for count in measure.sentence_words(document, block)]
    assert sum(words) == 200_006
    assert max(words) <= 2 * MAX_WORDS


def test_200_000_words_without_line_ends_in_every_rule(lint: Callable[..., Report]) -> None:
    report = lint(plain(200_000).upper() + "\n", "alles")
    assert report.errors == ()
    assert {finding.rule for finding in report.findings} >= {"hoofdletters", "lange-zin"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows meet geheugen anders")
@pytest.mark.parametrize("format", FORMATS)
def test_a_long_block_takes_little_memory(tmp_path: Path, format: str) -> None:  # noqa: A002
    file = tmp_path / f"lang.{SUFFIX[format]}"
    file.write_text(written(plain(200_000), format=format), "utf-8")
    code = (
        "import sys; from duidelijk.cli import duidelijk; from tests.memory import peak_megabytes;"
        "duidelijk(['check', sys.argv[1], '--fail-on', 'never'], standalone_mode=False);"
        "print(peak_megabytes())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        check=True,
    )
    megabytes = int(done.stdout.decode("utf-8").splitlines()[-1])
    assert megabytes < 600


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "strange",
    [
        " ".join(str(number * 7919) for number in range(20_000)),
        "1234567890" * 20_000,
        "12-03-2024 " * 10_000 + "1.250,- " * 10_000,
        "👩\u200d👩\u200d👧\u200d👦🏽❤️ " * 10_000,
        "👍🏽" * 20_000,
        "\u200b\u200d\u2060\ufeff" * 10_000,
        plain(20_000).replace("e", "e\u200b\u00ad\u200d"),
        "a" + "\u0301" * 100_000,
        "e\u0301\u0308 " * 20_000,
        "a" * 200_000,
        "-".join(PLAIN * 2_000),
        "(" * 20_000 + "[" * 5_000,
        "' \" ‘ “ " * 5_000,
    ],
    ids=[
        "numbers", "digits", "dates", "emoji", "emoji in a row", "only invisible", "invisible", "marks",
        "accents", "one word", "hyphens", "brackets", "quotes",
    ],
)  # fmt: skip
def test_strange_text_hides_nothing(lint: Callable[..., Report], strange: str, format: str) -> None:  # noqa: A002
    text = written(strange, "Dit is derhalve klaar.", format=format)
    assert "derhalve" in found(lint(text, format=format))


@pytest.mark.parametrize("format", FORMATS)
def test_only_capitals(lint: Callable[..., Report], format: str) -> None:  # noqa: A002
    text = written("WIJ STUREN U DERHALVE EEN BRIEF OVER UW HUIS", format=format)
    assert found(lint(text, "formeel-woord", format=format)) == ["DERHALVE"]


@pytest.mark.parametrize("format", FORMATS)
def test_10_000_items_of_one_word(lint: Callable[..., Report], format: str) -> None:  # noqa: A002
    if format == "html":
        text = "<html lang=nl><title>x</title><main><ul>" + "<li>brief" * 9_999 + "<li>derhalve</ul>"
    else:
        text = "- brief\n" * 9_999 + "- derhalve\n"
    assert found(lint(text, "formeel-woord", format=format)) == ["derhalve"]
    assert lint(text, "alles", format=format).errors == ()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("hidden", INVISIBLE)
def test_a_word_with_an_invisible_character_is_still_that_word(
    lint: Callable[..., Report],
    hidden: str,
    format: str,  # noqa: A002
) -> None:
    word = f"der{hidden}hal{hidden}{hidden}ve"
    text = written(f"Dit is {word} klaar, {hidden}derhalve.", format=format)
    inside, between = found(lint(text, "formeel-woord", format=format))
    assert inside == word
    assert between.replace(hidden, "") == "derhalve"


@pytest.mark.parametrize(
    "written_as", ["&shy;", "&#8203;", "&zwj;", "&zwnj;", "<wbr>", "<wbr>&shy;", "<b></b>"]
)
def test_a_word_that_markup_cuts_is_still_that_word(lint: Callable[..., Report], written_as: str) -> None:
    text = written(f"Dit is der{written_as}halve klaar.", format="html")
    assert found(lint(text, "formeel-woord", format="html")) == [f"der{written_as}halve"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("word", ["financiële middelen", "initiëren", "geëigende", "creëren"])
def test_loose_accents_are_part_of_the_letter(lint: Callable[..., Report], word: str, format: str) -> None:  # noqa: A002
    apart = unicodedata.normalize("NFD", f"Eén keer: wij zullen {word} voor u.")
    text = written(apart, format=format)
    assert unicodedata.normalize("NFD", word) in found(lint(text, "formeel-woord", format=format))


@pytest.mark.parametrize("format", FORMATS)
def test_text_from_right_to_left(lint: Callable[..., Report], format: str) -> None:  # noqa: A002
    arabic = "\u202bيجب عليك إبلاغ البلدية بعنوانك الجديد خلال خمسة أيام.\u202c"
    text = written(arabic, "Dit is derhalve \u2067klaar\u2069.", format=format)
    report = lint(text, "standaard", format=format)
    assert [one.excerpt for one in report.findings if one.rule == "formeel-woord"] == ["derhalve"]
    assert "Arabisch" in report.notices[0].message


def test_settings_with_an_unknown_key(folder: Path) -> None:
    (folder / "duidelijk.toml").write_text("\nselct = []\n", "utf-8")
    shown = run("check", "brief.txt", cwd=folder, code=2).stderr
    assert "duidelijk.toml:2" in shown
    assert "Bedoelt u ‘select’?" in shown


def test_a_broken_rule_file(folder: Path) -> None:
    own_rule(folder, "avoid", "phrases: [x")
    (folder / "duidelijk.toml").write_text("rules = ['regels']\n", "utf-8")
    shown = run("check", "brief.txt", cwd=folder, code=2).stderr
    assert "eigen-regel.yml:9" in shown


def test_a_rule_that_raises_does_not_stop_the_others(folder: Path) -> None:
    settings = own_rule(folder, "check", "check: os.path:join")
    report = lint_bytes(BAD.encode(), "brief.txt", settings)
    assert [finding.rule for finding in report.findings] == ["puntkomma"]
    assert report.errors[0].rule == "eigen-regel"
    assert "eigen-regel" in report.errors[0].message


def test_a_check_that_does_not_exist(folder: Path) -> None:
    settings = own_rule(folder, "check", "check: duidelijk.checks.nergens:niets")
    report = lint_bytes(BAD.encode(), "brief.txt", settings)
    assert "bestaat niet" in report.errors[0].message
    assert report.findings


def test_an_expression_that_backtracks_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "SECONDS", 0.05)
    settings = own_rule(folder, "pattern", 'patterns: [{pattern: "(a|aa|aaa)+c"}]')
    report = lint_bytes(b"Dit is " + b"a" * 5000 + b"b geworden.\n\n" + BAD.encode(), "brief.txt", settings)
    assert "te lang" in report.errors[0].message
    assert [finding.rule for finding in report.findings] == ["puntkomma"]


def test_an_expression_that_is_none(folder: Path) -> None:
    settings = own_rule(folder, "pattern", 'patterns: [{pattern: "("}]')
    report = lint_bytes(BAD.encode(), "brief.txt", settings)
    assert "geen geldige reguliere expressie" in report.errors[0].message


@pytest.mark.parametrize("word", ["{suggestie}", "{onbekend}", "{", "{0}"])
def test_a_message_that_cannot_be_filled_in(folder: Path, word: str) -> None:
    settings = own_rule(folder, "pattern", "patterns: [{pattern: brief}]")
    file = folder / "regels" / "eigen-regel.yml"
    file.write_text(file.read_text("utf-8").replace("{gevonden}", word), "utf-8")
    report = lint_bytes(BAD.encode() + BAD.encode(), "brief.txt", settings)
    assert {finding.rule for finding in report.findings} == {"puntkomma"}
    (problem,) = report.errors
    assert problem.rule == "eigen-regel"
    assert "eigen-regel.yml" in (problem.hint or "")


def test_two_rules_with_one_name(folder: Path) -> None:
    settings = own_rule(folder, "avoid", "phrases: [x]")
    (folder / "regels" / "b").mkdir()
    (folder / "regels" / "b" / "eigen-regel.yml").write_text(
        RULE.format(kind="avoid", body="phrases: [y]"), "utf-8"
    )
    with pytest.raises(RuleError, match="bestaat al"):
        ruleset_for(settings)


@pytest.mark.skipif(sys.platform == "win32", reason="verwijzingen vragen op Windows extra rechten")
def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "map").mkdir()
    (folder / "map" / "a.txt").write_text(BAD, "utf-8")
    (folder / "map" / "rond").symlink_to(folder / "map", target_is_directory=True)
    (folder / "map" / "los.txt").symlink_to(folder / "map" / "los.txt")
    reports = list(bulk.lint_paths([folder / "map"], Settings(choice=Choice(select=("puntkomma",)))))
    assert [Path(report.source.name).name for report in reports] == ["a.txt", "los.txt"]
    assert reports[1].errors


def _fix(folder: Path) -> str:
    (folder / "ander.txt").write_text("Dit is derhalve klaar.\n", "utf-8")
    before = (folder / "brief.txt").read_bytes()
    from click.testing import CliRunner

    from duidelijk.cli import duidelijk

    result = CliRunner().invoke(
        duidelijk,
        ["check", str(folder / "brief.txt"), "--fix"],
        standalone_mode=False,
        catch_exceptions=False,
    )
    assert result.return_value == 2
    assert (folder / "brief.txt").read_bytes() == before
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("number", "message"), [(30, "alleen-lezen"), (28, "De schijf is vol"), (13, "geen rechten")]
)
def test_a_file_that_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def refused(**_: object) -> tuple[int, str]:
        raise OSError(number, "nee")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    shown = _fix(folder)
    assert message in shown
    assert "niet veranderd" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C gaat op Windows anders")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(folder: Path, jobs: str) -> None:
    for number in range(400):
        (folder / f"lang{number}.txt").write_text(BAD * 200, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "duidelijk", "check", ".", "--jobs", jobs],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # a test run in the background ignores Ctrl-C, and its children would do so as well
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    time.sleep(3)  # well after the imports, long before the end
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: every process of the command
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 2
    assert stderr.decode("utf-8").strip() == "duidelijk: gestopt op uw verzoek. Er is niets half geschreven."


def test_a_closed_pipe_is_silent(folder: Path) -> None:
    (folder / "lang.txt").write_text(BAD * 3000, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "duidelijk", "check", "lang.txt"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    stderr = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert stderr == b""


class _Pages(BaseHTTPRequestHandler):
    """A page that goes round, one that is too large, one that is no page, and a good one."""

    def do_GET(self) -> None:
        if self.path == "/rond":
            self.send_response(302)
            self.send_header("Location", "/rond")
            self.end_headers()
            return
        body = (
            b"<!doctype html><html lang=nl><title>Balie</title><main><p>Wij sturen u een brief; daarin meer."
        )
        kind = "text/html; charset=utf-8"
        if self.path == "/groot":
            body = b"<p>x</p>" * 2_000_000
        if self.path == "/plaat":
            kind = "image/png"
        self.send_response(404 if self.path == "/weg" else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def site() -> object:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("page", "message"), [("/rond", "kring"), ("/groot", "groot"), ("/plaat", "geen"), ("/weg", "404")]
)
def test_an_address_that_is_no_page(folder: Path, site: str, page: str, message: str) -> None:
    assert message in check(folder, "--allow-private", site + page)


def test_a_private_address_is_refused_and_can_be_allowed(folder: Path, site: str) -> None:
    assert "--allow-private" in check(folder, f"{site}/goed")
    run("check", "--allow-private", "--select", "puntkomma", f"{site}/goed", cwd=folder, code=0)


def test_a_check_opens_no_socket(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lint: Callable[..., Report]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a check opened a socket")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    page = '<p>Een brief; <a href="https://www.rijksoverheid.nl">lees meer</a> <img src="http://x.nl/a.png">'
    for format in ("text", "markdown", "html"):  # noqa: A001 - the field's word
        assert lint(BAD + page, "alles", format=format).findings
