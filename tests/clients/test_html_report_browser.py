"""The page in a real browser: accessible by the rules of axe, usable by keyboard, on a phone and on paper."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from duidelijk.report import render
from tests.conftest import unavailable
from tests.html_page import bare, clean, hostile, letter, long, unread

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.integration
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        unavailable("Chromium is needed to look at the HTML report")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unavailable("playwright is needed to look at the HTML report")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The checker itself, from the npm package of its makers. It is not ours to keep."""
    npm = shutil.which("npm")
    if npm is None:
        unavailable("npm is needed for axe-core")
    folder = tmp_path_factory.mktemp("axe")
    packed = subprocess.run(
        [npm, "pack", "--silent", "axe-core"], cwd=folder, capture_output=True, text=True, check=False
    )
    if packed.returncode:
        unavailable("the npm registry does not answer")
    with tarfile.open(folder / packed.stdout.strip()) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode("utf-8")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    reports = {
        "letter": (letter(),),
        "bare": (bare(),),
        "many": (letter(), bare(), unread(), clean(), hostile()),
        "long": (long(400, 300),),
    }
    for name, found in reports.items():
        text = "".join(render(found, "html", {}))
        (folder / f"{name}.html").write_bytes(text.encode())
    return {name: folder / f"{name}.html" for name in reports}


@pytest.fixture
def visit(browser: Browser, files: dict[str, Path]) -> Iterator[Open]:
    """Opens a page; what the browser complains about makes the test fail."""
    contexts = []
    complaints: list[str] = []

    def visited(name: str, *, width: int = 1366, look_in: bool = False, **choices: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 768}, bypass_csp=look_in, **choices)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend([request.url] * (request.url[:5] != "file:")))
        page.goto(files[name].as_uri())
        return page

    yield visited
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1366])
@pytest.mark.parametrize("name", ["letter", "bare", "many"])
def test_axe_finds_nothing(
    visit: Open, axe: str, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visit(name, width=width, look_in=True, color_scheme=scheme)
    page.evaluate(axe)
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


def test_axe_looks_at_an_open_note(visit: Open, axe: str) -> None:
    page = visit("letter", look_in=True)
    page.locator("#d1-n2").focus()
    page.locator(".venster").wait_for()
    page.evaluate(axe)
    found = page.evaluate("() => axe.run('.tekst', {resultTypes: ['violations']})")
    assert [one["id"] for one in found["violations"]] == []


@pytest.mark.parametrize("name", ["letter", "many", "long"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_nothing_sticks_out_of_a_narrow_screen(visit: Open, name: str, script: bool) -> None:
    page = visit(name, width=320, java_script_enabled=script, look_in=True)
    assert page.locator("html").evaluate("root => root.scrollWidth") <= 320


def test_the_keyboard_opens_and_closes_a_note(visit: Open) -> None:
    page = visit("letter")
    note = page.locator(".venster")
    page.locator("a[href='#d1-tekst']").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "d1-n2":
            break
    note.wait_for(state="visible")
    assert "Schrijf liever ‘om’ dan ‘teneinde’." in note.inner_text()
    assert "‘voor’" in note.inner_text()
    assert "formeel-woord" in note.inner_text()
    assert page.locator("mark.aan").inner_text() == "Teneinde"
    page.keyboard.press("Escape")
    note.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "d1-n2"


def test_the_links_in_a_note_come_next(visit: Open) -> None:
    page = visit("letter")
    page.locator("#d1-n2").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.venster') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "d1-n2"


def test_the_mouse_can_go_into_a_note(visit: Open) -> None:
    page = visit("letter")
    page.locator("mark", has_text="Teneinde").hover()
    note = page.locator(".venster")
    note.wait_for(state="visible")
    note.locator(".boodschap").hover()
    page.wait_for_timeout(600)
    assert note.is_visible()
    page.mouse.move(2, 2)
    note.wait_for(state="hidden")


def test_a_number_leads_to_its_note_and_back_without_script(visit: Open) -> None:
    page = visit("letter", java_script_enabled=False, look_in=True)
    page.locator("#d1-n2").click()
    assert page.url.endswith("#d1-m2")
    assert page.locator("#d1-m2").is_visible()
    page.locator("#d1-m2 .nr").click()
    assert page.url.endswith("#d1-n2")


def test_a_bar_leads_to_its_sentence(visit: Open) -> None:
    page = visit("letter")
    page.locator(".strook .lang a").first.click()
    assert page.locator(":target").inner_text().startswith("Teneinde")


def test_paper_has_the_notes_and_no_controls(visit: Open) -> None:
    page = visit("letter")
    page.emulate_media(media="print")
    assert page.locator(".skip").is_hidden()
    assert page.locator(".inhoud").is_hidden()
    assert page.locator("#d1-m5 .boodschap").is_visible()
    assert page.locator("#d1-n5").inner_text() == "5"
    styles = {
        page.locator(f".tekst mark.{grade}").first.evaluate(
            "mark => getComputedStyle(mark).textDecorationStyle"
        )
        for grade in ("error", "warning", "suggestion", "cantTell")
    }
    assert len(styles) == 4  # on paper without colour the kinds still differ
    assert page.pdf(format="A4").startswith(b"%PDF")
