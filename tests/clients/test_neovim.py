"""Our plugin in a real Neovim: what it shows stands at the right bytes, and what it changes is right."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest

from tests.clients.editor_texts import LETTER, PAGE, ROOT, SERVER, fixed, places
from tests.clients.neovim import Neovim, is_alive, wait_for
from tests.conftest import unavailable

pytestmark = pytest.mark.integration
COMMAND: Final = ", ".join(f"[==[{word}]==]" for word in SERVER)
SETUP: Final = f"require('duidelijk').setup({{cmd = {{{COMMAND}}}}})"
CHOOSE: Final = """
_G.offered, _G.wanted, _G.messages = {}, nil, {}
vim.ui.select = function(items, options, done)
  _G.offered = vim.tbl_map(options.format_item or tostring, items)
  for i, title in ipairs(_G.offered) do
    if title == _G.wanted then return done(items[i], i) end
  end
end
vim.notify = function(text)
  if vim.startswith(text, 'duidelijk: ') then table.insert(_G.messages, text) end
end
"""
_NUMBERS: Final = count(1)


@pytest.fixture(scope="module")
def program() -> str:
    found = shutil.which("nvim")
    if found is None:
        unavailable("Neovim is needed to try the plugin")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the texts of these tests stand, with settings of its own: so all have one server."""
    made = tmp_path_factory.mktemp("brieven")
    (made / "duidelijk.toml").write_text("# van ons\n", "utf-8")
    return made


@pytest.fixture(scope="module")
def session(program: str, folder: Path) -> Iterator[Neovim]:
    with Neovim(program, CHOOSE + SETUP, folder) as editor:
        yield editor


@pytest.fixture
def editor(session: Neovim) -> Neovim:
    session.lua("vim.cmd('stopinsert | silent! only!') _G.wanted, _G.offered = nil, {}")
    return session


def opened(editor: Neovim, folder: Path, text: str, suffix: str = ".md") -> Path:
    """Open a new file with this text and wait until what was found is there."""
    path = folder / f"tekst{next(_NUMBERS)}{suffix}"
    path.write_bytes(text.encode())
    editor.lua("vim.cmd('edit ' .. ...)", str(path))
    expected = places(text, path.name, folder)
    assert expected, "a text without findings shows nothing"
    wait_for(f"meldingen in {path.name}", lambda: editor.found() == expected)
    return path


def choose(editor: Neovim, words: str, title: str) -> None:
    """Go to these words, ask what can be done there and choose, as a user does."""
    before = editor.text().partition(words)[0]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2].encode())
    editor.lua(
        "local line, column, title = ...\n"
        "_G.wanted, _G.offered = title, {}\n"
        "vim.api.nvim_win_set_cursor(0, {line, column})\n"
        "vim.lsp.buf.code_action()",
        line,
        column,
        title,
    )
    wait_for(f"keuze {title!r}", lambda: title in editor.lua("return _G.offered"))


def becomes(editor: Neovim, text: str) -> None:
    """The text becomes this, and the findings become those of this text."""
    wait_for(f"de tekst {text!r}", lambda: editor.text() == text)


def test_findings_stand_at_their_words(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    assert [words for *_, words in editor.found()].count("indien") == 1
    opened(editor, folder, PAGE, ".html")
    opened(editor, folder, "Wij zullen \U0001f600 trachten te komen, indien dat kan.\n", ".txt")


def test_the_pages_of_the_examples_are_read(editor: Neovim, folder: Path) -> None:
    for file in ("pagina.html", "nieuws.md", "brief.txt"):
        source = ROOT / "examples" / file
        opened(editor, folder, source.read_text("utf-8"), source.suffix)


def test_a_finding_says_where_it_comes_from(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    shown = editor.lua("return vim.diagnostic.get(0)")
    assert {one["source"] for one in shown} == {"duidelijk"}
    (one,) = [one for one in shown if (one["lnum"], one["severity"]) == (2, shown[0]["severity"])]
    assert "indien" in one["message"].lower()


def test_a_better_word_is_put_in_place(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    choose(editor, "indien", "Vervang door ‘als’")
    changed = LETTER.replace("indien", "als")
    becomes(editor, changed)
    wait_for("nieuwe meldingen", lambda: editor.found() == places(changed, "a.md", folder))
    editor.keys("u")
    becomes(editor, LETTER)


@pytest.mark.parametrize(("text", "suffix"), [(LETTER, ".md"), (PAGE, ".html")], ids=["letter", "page"])
def test_all_safe_improvements_at_once(editor: Neovim, folder: Path, text: str, suffix: str) -> None:
    path = opened(editor, folder, text, suffix)
    better = fixed(text, path.name, folder)
    assert better != text
    choose(editor, "indien", "Voer alle veilige verbeteringen in deze tekst door")
    becomes(editor, better)
    wait_for("nieuwe meldingen", lambda: editor.found() == places(better, path.name, folder))


def test_a_finding_can_be_ignored_with_a_reason(editor: Neovim, folder: Path) -> None:
    path = opened(editor, folder, LETTER)
    before = editor.found()
    choose(editor, "indien", "Negeer ‘formeel-woord’ hier: citaat")
    wait_for("een uitzondering", lambda: "uit-regel formeel-woord — citaat" in editor.text())
    text = editor.text()
    comment = "<!-- duidelijk: uit-regel formeel-woord — citaat -->"
    assert text.replace(comment + "\n", "").replace(" " + comment, "") == LETTER
    expected = places(text, path.name, folder)
    assert len(expected) == len(before) - 1
    wait_for("een melding minder", lambda: editor.found() == expected)


def test_typing_changes_what_is_found(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    editor.keys("Go\U0001f600 Wij danken u, doch niet heus.<Esc>")
    more = LETTER + "\U0001f600 Wij danken u, doch niet heus.\n"
    becomes(editor, more)
    wait_for("meer meldingen", lambda: editor.found() == places(more, "a.md", folder))
    editor.keys("ggdGiEen kort briefje.<Esc>")
    wait_for("geen meldingen", lambda: editor.text() == "Een kort briefje.\n" and editor.found() == [])


def test_the_status_line_follows_the_text(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    asked = "return require('duidelijk').status()"
    number = len(editor.found())
    wait_for("de status", lambda: f"{number} meldingen" in editor.lua(asked))
    editor.keys("ggdGi\U0001f600 Wij komen indien u belt.<Esc>")
    wait_for("de nieuwe status", lambda: "1 melding" in editor.lua(asked))
    editor.lua("vim.cmd('enew')")
    assert editor.lua(asked) == ""


def test_a_rule_is_explained(editor: Neovim, folder: Path) -> None:
    opened(editor, folder, LETTER)
    windows = "local found = {} for _, one in ipairs(vim.api.nvim_list_wins()) do\n"
    windows += "if vim.api.nvim_win_get_config(one).relative ~= '' then\n"
    windows += (
        "vim.list_extend(found, vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(one), 0, -1, true))\n"
    )
    windows += "end end return table.concat(found, '\\n')"
    editor.lua("vim.api.nvim_win_set_cursor(0, {3, 0}) vim.cmd('DuidelijkUitleg')")
    first = wait_for("uitleg", lambda: editor.lua(windows) or None)
    assert "formeel-woord" in first or "Formeel" in first
    editor.lua("vim.api.nvim_win_set_cursor(0, {2, 0})")
    wait_for("het venster is weg", lambda: editor.lua(windows) == "")
    choose(editor, "doch", "Uitleg over ‘formeel-woord’")
    assert wait_for("uitleg", lambda: editor.lua(windows) or None) == first


def test_a_mistake_in_the_settings_is_shown_while_typing(editor: Neovim, folder: Path) -> None:
    place = folder / "elders"
    place.mkdir()
    (place / "duidelijk.toml").write_text('presets = "brief"\n', "utf-8")
    editor.lua("vim.cmd('edit ' .. ...)", str(place / "duidelijk.toml"))
    wait_for("een melding", lambda: editor.lua("return #vim.diagnostic.get(0)") == 1)
    editor.keys("ggdG")
    wait_for("geen melding", lambda: editor.lua("return #vim.diagnostic.get(0)") == 0)


def test_other_files_are_left_alone(editor: Neovim, folder: Path) -> None:
    (folder / "code.lua").write_text("-- indien\n", "utf-8")
    editor.lua("vim.cmd('edit ' .. ...)", str(folder / "code.lua"))
    attached = "return vim.tbl_count(vim.tbl_filter(function(one)\n"
    attached += "return vim.lsp.buf_is_attached(0, one.id) end, (vim.lsp.get_clients or "
    attached += "vim.lsp.get_active_clients)()))"
    assert editor.lua(attached) == 0
    opened(editor, folder, LETTER)
    assert editor.lua(attached) == 1


def test_a_server_that_is_killed_comes_back(program: str, folder: Path) -> None:
    with Neovim(program, CHOOSE + SETUP, folder) as editor:
        opened(editor, folder, LETTER)
        editor.keys("Go\U0001f600 Wij komen, doch laat.<Esc>")
        text = LETTER + "\U0001f600 Wij komen, doch laat.\n"
        expected = places(text, "a.md", folder)
        wait_for("meldingen", lambda: editor.found() == expected)
        for _ in range(3):
            restarted(editor)
            wait_for("dezelfde meldingen", lambda: editor.found() == expected)
            assert editor.text() == text
        (server,) = editor.children()
        os.kill(server, signal.SIGKILL)
        said = wait_for("een bericht", lambda: editor.lua("return _G.messages") or None)
        assert said == [
            "duidelijk: de controle is een paar keer gestopt. Probeer het opnieuw met :DuidelijkStart"
        ]
        assert editor.children() == []
        assert editor.text() == text
        editor.lua("vim.cmd('DuidelijkStart')")
        wait_for("dezelfde meldingen", lambda: editor.found() == expected)


def restarted(editor: Neovim) -> None:
    """Kill the server and wait until another one runs."""
    (killed,) = editor.children()
    os.kill(killed, signal.SIGKILL)
    wait_for("een nieuwe server", lambda: [one for one in editor.children() if one != killed] or None)


def test_nothing_runs_on_after_leaving(program: str, folder: Path) -> None:
    with Neovim(program, CHOOSE + SETUP, folder) as editor:
        opened(editor, folder, LETTER)
        (server,) = editor.children()
        editor.keys(":qa!<CR>")
        editor.process.wait(60)
        wait_for("de server is weg", lambda: not is_alive(server))


def test_a_program_that_is_not_there_is_said_once(program: str, folder: Path) -> None:
    setup = "require('duidelijk').setup({cmd = {'duidelijk-dat-er-niet-is', 'lsp'}})"
    with Neovim(program, CHOOSE + setup, folder) as editor:
        for name in ("een.md", "twee.md"):
            editor.lua("vim.cmd('edit ' .. ...)", str(folder / name))
        said: Any = editor.lua("return _G.messages")
        assert len(said) == 1
        assert 'pipx install "duidelijk[lsp]"' in said[0]
