"""duidelijk.el with Eglot in a real Emacs: findings stand at their words, changes are right."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.clients.editor_texts import LETTER, PAGE, ROOT, SERVER, SERVER_ENV, fixed, places
from tests.clients.neovim import is_alive, wait_for
from tests.conftest import unavailable

pytestmark = pytest.mark.integration
PLUGIN: Final = ROOT / "integrations" / "emacs"
Run = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def emacs() -> str:
    program = shutil.which("emacs")
    if program is None:
        unavailable("Emacs is needed to try duidelijk.el")
    asked = subprocess.run([program, *START, "--eval", "(require 'eglot)"], capture_output=True, check=False)
    if asked.returncode:
        unavailable("Eglot is needed to try duidelijk.el: it is in Emacs 29, and in elpa-eglot for Emacs 28")
    return program


START: Final = ("--batch", "--no-init-file", "-f", "package-initialize")


@pytest.fixture
def run(emacs: str, tmp_path: Path) -> Run:
    """Run Emacs Lisp after ``duidelijk-setup``; gives what it said with ``driver-say``."""

    def said(code: str) -> list[dict[str, Any]]:
        command = " ".join(json.dumps(word) for word in SERVER)
        setup = f"(setq duidelijk-command '({command})) (setq create-lockfiles nil make-backup-files nil)"
        script = tmp_path / "doen.el"
        script.write_text(
            f";; -*- lexical-binding: t; coding: utf-8 -*-\n{setup}\n(duidelijk-setup)\n{code}\n"
        )
        words = ("-L", str(PLUGIN), "-L", str(Path(__file__).parent), "-l", "emacs_driver", "-l", str(script))
        env = os.environ | SERVER_ENV | {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [emacs, *START, *words], cwd=tmp_path, env=env, capture_output=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        lines = done.stdout.decode("utf-8").splitlines()
        return [json.loads(line[1:]) for line in lines if line.startswith("@")]

    return said


def written(folder: Path, name: str, text: str) -> str:
    """Write a file and give its name as Emacs Lisp reads it."""
    (folder / name).write_bytes(text.encode())
    return json.dumps(str(folder / name))


def rows(found: Any) -> list[tuple[str, int, str]]:
    return sorted((rule, line, words) for rule, line, words in found)


@pytest.mark.parametrize(("name", "text"), [("brief.txt", LETTER[1:]), ("pagina.html", PAGE)])
def test_findings_stand_at_their_words(run: Run, tmp_path: Path, name: str, text: str) -> None:
    expected = places(text, name, tmp_path)
    assert expected
    (said,) = run(
        f"(driver-open {written(tmp_path, name, text)})\n"
        f"(driver-say 'found (driver-find {len(expected)}) 'text (driver-text))\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert said["text"] == text
    assert rows(said["found"]) == expected


def test_a_better_word_is_put_in_place_and_the_findings_follow(run: Run, tmp_path: Path) -> None:
    text = LETTER[1:]
    number = len(places(text, "brief.txt", tmp_path))
    changed = text.replace("indien", "als")
    (said,) = run(
        f"(driver-open {written(tmp_path, 'brief.txt', text)})\n(driver-find {number})\n"
        '(driver-choose "indien" "Vervang door ‘als’")\n'
        f"(driver-say 'found (driver-find {number - 1}) 'text (driver-text) 'status duidelijk--status)\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert said["text"] == changed
    assert rows(said["found"]) == places(changed, "brief.txt", tmp_path)
    assert f"{number - 1} meldingen" in said["status"]


def test_all_safe_improvements_at_once(run: Run, tmp_path: Path) -> None:
    better = fixed(PAGE, "pagina.html", tmp_path)
    number = len(places(PAGE, "pagina.html", tmp_path))
    (said,) = run(
        f"(driver-open {written(tmp_path, 'pagina.html', PAGE)})\n(driver-find {number})\n"
        '(driver-choose "indien" "Voer alle veilige verbeteringen in deze tekst door")\n'
        "(driver-say 'text (driver-text))\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert said["text"] == better != PAGE


def test_a_finding_can_be_ignored_with_a_reason(run: Run, tmp_path: Path) -> None:
    number = len(places(PAGE, "pagina.html", tmp_path))
    (said,) = run(
        f"(driver-open {written(tmp_path, 'pagina.html', PAGE)})\n(driver-find {number})\n"
        '(driver-choose "indien" "Negeer ‘formeel-woord’ hier: citaat")\n'
        f"(driver-say 'found (driver-find {number - 1}) 'text (driver-text))\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert "<!-- duidelijk: uit-regel formeel-woord — citaat -->" in said["text"]
    assert rows(said["found"]) == places(said["text"], "pagina.html", tmp_path)


def test_typing_changes_what_is_found(run: Run, tmp_path: Path) -> None:
    more = LETTER[1:] + "\U0001f600 Wij danken u, doch niet heus.\n"
    before, after = (len(places(text, "brief.txt", tmp_path)) for text in (LETTER[1:], more))
    assert after > before
    (said,) = run(
        f"(driver-open {written(tmp_path, 'brief.txt', LETTER[1:])})\n(driver-find {before})\n"
        '(goto-char (point-max))\n(insert "\U0001f600 Wij danken u, doch niet heus.\\n")\n'
        f"(driver-say 'found (driver-find {after}))\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert rows(said["found"]) == places(more, "brief.txt", tmp_path)


def test_a_rule_is_explained(run: Run, tmp_path: Path) -> None:
    number = len(places(PAGE, "pagina.html", tmp_path))
    (said,) = run(
        f"(driver-open {written(tmp_path, 'pagina.html', PAGE)})\n(driver-find {number})\n"
        '(goto-char (point-min))\n(search-forward "indie")\n(call-interactively #\'duidelijk-explain)\n'
        '(driver-say \'text (with-current-buffer "*duidelijk*" (driver-text)))\n'
        "(eglot-shutdown (eglot-current-server))"
    )
    assert "formeel" in said["text"].lower()


def test_a_server_that_is_killed_comes_back(run: Run, tmp_path: Path) -> None:
    number = len(places(PAGE, "pagina.html", tmp_path))
    (said,) = run(
        "(setq eglot-autoreconnect t)\n"  # by default Eglot waits until a server has run for three seconds
        f"(driver-open {written(tmp_path, 'pagina.html', PAGE)})\n(driver-find {number})\n"
        "(let ((pid (driver-pid)))\n  (signal-process pid 'SIGKILL)\n"
        '  (driver-wait "another server" (lambda () (run-hooks \'post-command-hook)\n'
        "     (and (eglot-current-server) (/= (driver-pid) pid))))\n"
        f"  (driver-say 'found (driver-find {number}) 'text (driver-text) 'same (= pid (driver-pid))))\n"
        "(eglot-shutdown (eglot-current-server))"
    )
    assert said["text"] == PAGE
    assert not said["same"]
    assert rows(said["found"]) == places(PAGE, "pagina.html", tmp_path)


def test_nothing_runs_on_after_leaving(run: Run, tmp_path: Path) -> None:
    number = len(places(PAGE, "pagina.html", tmp_path))
    file = written(tmp_path, "pagina.html", PAGE)
    (said,) = run(f"(driver-open {file})\n(driver-find {number})\n(driver-say 'pid (driver-pid))")
    wait_for("de server is weg", lambda: not is_alive(said["pid"]))


def test_other_modes_keep_their_own_server(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "notitie.org", "* Indien\n")
    (said,) = run(
        f"(find-file {file})\n(run-hooks 'post-command-hook)\n"
        "(driver-say 'mode major-mode 'local (local-variable-p 'eglot-server-programs))"
    )
    assert said == {"mode": "org-mode", "local": None}


def test_the_package_is_well_formed(emacs: str, tmp_path: Path) -> None:
    file = Path(shutil.copy(PLUGIN / "duidelijk.el", tmp_path))
    strict = ("--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", str(file))
    done = subprocess.run([emacs, *START, *strict], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    check = f"(checkdoc-file {json.dumps(str(file))})"
    done = subprocess.run([emacs, *START, "--eval", check], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "duidelijk.el:" not in done.stderr
