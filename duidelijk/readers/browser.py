"""Reads web pages in a real browser: the tree and the styles as they are after loading.

The browser gets the one address that the user gave; it loads what that page loads. Everything has a limit in
time: a page with a script that never ends is an error like any other.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, TypedDict
from urllib.parse import urlsplit

from duidelijk.errors import ReadError
from duidelijk.html.css import use_rendered
from duidelijk.html.css.rendered import PLAIN, SPECIFIED, Computed, asked
from duidelijk.model import Document, Problem, Source
from duidelijk.readers import browser_errors as errors
from duidelijk.readers import html
from duidelijk.readers.utf16 import code_points, whole

if TYPE_CHECKING:
    from playwright.async_api import (
        Browser,
        BrowserContext,
        Frame,
        Page,
        Playwright,
        Request,
        Response,
        ViewportSize,
    )

    from duidelijk.html.css.media import View

_LAPTOP: Final[ViewportSize] = {"width": 1280, "height": 720}
_VIEWS: Final[Mapping[View, ViewportSize]] = {
    "portrait": {"width": 720, "height": 1280},
    "landscape": {"width": 1280, "height": 720},
}
_ELEMENTS: Final = 100_000
_CHARACTERS: Final = 10_000_000
_TRIES: Final = 3
_FRAMES: Final = 20
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, in seconds, the parts of the work may take."""

    answer: float = 30.0
    load: float = 15.0
    quiet: float = 5.0
    look: float = 30.0
    whole: float = 120.0
    close: float = 10.0


class _Look(TypedDict, total=False):
    """What ``browser.js`` gives."""

    large: bool
    text: str
    starts: list[int]
    numbers: list[int]
    table: list[list[str]]
    generated: list[int]
    turns: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as a browser shows it; ``notices`` say what to know about it.

    ``frame``: it stands in another page, so what holds for a whole page does not hold for it.
    """

    document: Document
    notices: tuple[Problem, ...]
    frame: bool = False


class BrowserReader:
    """One browser for any number of pages, each with a clean profile. Use it as a context manager.

    Starting raises ReadError when the extra or a browser is missing.
    """

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._runner = asyncio.Runner()
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None

    def __enter__(self) -> Self:
        try:
            self._runner.run(self._start())
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._stop())
        finally:
            self._runner.close()

    def read(self, target: str | Path) -> list[Rendered]:
        """The page at a web address or in a file, then the pages of its own site that stand in it.

        Raises ReadError, with a hint, for whatever stands in the way.
        """
        name = str(target)
        url = target.resolve().as_uri() if isinstance(target, Path) else target
        if not isinstance(target, Path):
            errors.check_address(url, allow_private=self._allow_private)
        return self._runner.run(self._read(url, name, local=isinstance(target, Path)))

    async def _start(self) -> None:
        try:
            from playwright.async_api import async_playwright
        except ImportError:
            raise ReadError(
                "Voor --browser is een uitbreiding nodig.",
                hint='Installeer die met: pip install "duidelijk[browser]"',
            ) from None
        from duidelijk.readers import chromium

        self._playwright = await async_playwright().start()
        self._browser = await chromium.start(self._playwright)

    async def _stop(self) -> None:
        if self._browser is not None:
            await _at_most(self._browser.close(), self._limits.close)
        if self._playwright is not None:
            await _at_most(self._playwright.stop(), self._limits.close)
        self._browser = self._playwright = None

    async def _read(self, url: str, name: str, *, local: bool) -> list[Rendered]:
        from playwright.async_api import Error

        if self._browser is None or not self._browser.is_connected():
            await self._stop()
            await self._start()
        if self._browser is None:
            raise ReadError("De browser is niet gestart.", file=name)
        visit = _Visit(url, name, self._limits, local=local, allow_private=self._allow_private)
        context = await self._browser.new_context(
            viewport=_LAPTOP,
            locale="nl-NL",
            accept_downloads=False,
            service_workers="block",
            color_scheme="light",
        )
        try:
            async with asyncio.timeout(self._limits.whole):
                return await visit.run(context)
        except TimeoutError:
            raise visit.error(*errors.BUSY) from None
        except Error as problem:
            raise visit.error(*errors.explained(problem.message)) from None
        finally:
            if not await _at_most(context.close(), self._limits.close):
                await self._stop()  # a page that does not let go ends with its browser


class _Visit:
    """One page, from its address to its documents."""

    def __init__(self, url: str, name: str, limits: Limits, *, local: bool, allow_private: bool) -> None:
        self._url = url
        self._name = name
        self._limits = limits
        self._local = local
        self._allow_private = allow_private
        self._late = False
        self._sheets = _Sheets()

    def error(self, message: str, hint: str) -> ReadError:
        return ReadError(message, file=self._name, hint=hint)

    async def run(self, context: BrowserContext) -> list[Rendered]:
        from playwright.async_api import Error

        page = await context.new_page()
        answers: list[Response] = []
        page.on("response", lambda one: answers.append(one) if one.request.is_navigation_request() else None)
        self._sheets.watch(page)
        try:
            response = await page.goto(self._url, wait_until="commit", timeout=self._limits.answer * 1000)
        except Error:
            # For a refusal without any text Chromium makes a page of its own.
            await self._check(answers[-1] if answers else None, only_status=True)
            raise
        await self._check(response)
        await self._settle(page)
        look = await self._look(page.main_frame, page)
        if not self._local:
            self._name = page.url
            errors.check_address(page.url, allow_private=self._allow_private)
        views: dict[View, _Look] = {"laptop": look}
        inside = [await self._look_inside(frame) for frame in self._own_frames(page)]
        if look.get("turns"):
            views |= await self._turned(page, look)
        missing = self._sheets.missing
        documents = [Rendered(_document(self._name, views, missing), self._notices(self._name))]
        for name, found in (one for one in inside if one is not None):
            made = _document(name, {"laptop": found}, missing)
            documents.append(Rendered(made, (*self._notices(name), self._in_page(name)), frame=True))
        return documents

    async def _check(self, response: Response | None, *, only_status: bool = False) -> None:
        if response is None or self._local:
            return
        refused = errors.refusal(response.status)
        if refused is not None and not (only_status and response.status < 400):
            raise self.error(*refused)
        if only_status:
            return
        kind = (await response.header_value("content-type") or "").partition(";")[0].strip().lower()
        if kind and kind not in _PAGE_TYPES:
            raise self.error(*errors.no_page(kind))

    async def _settle(self, page: Page) -> None:
        """Wait until the page has loaded and its network is quiet; what takes longer is not waited for."""
        from playwright.async_api import TimeoutError as Late

        try:
            await page.wait_for_load_state("load", timeout=self._limits.load * 1000)
            await page.wait_for_load_state("networkidle", timeout=self._limits.quiet * 1000)
        except Late:
            self._late = True

    async def _look(self, frame: Frame, page: Page | None = None) -> _Look:
        """The tree and the styles of a frame; again when the page goes somewhere else meanwhile."""
        from playwright.async_api import Error

        script = resources.files("duidelijk.readers").joinpath("browser.js").read_text("utf-8")
        wanted = {
            "plain": asked(PLAIN),
            "specified": asked(SPECIFIED),
            "most": _ELEMENTS,
            "longest": _CHARACTERS,
        }
        for left in range(_TRIES - 1, -1, -1):
            try:
                async with asyncio.timeout(self._limits.look):
                    found: _Look = await frame.evaluate(script, wanted)
                break
            except Error as problem:
                if not left or page is None or not errors.has_moved_on(problem.message):
                    raise
                await self._settle(page)
        if found.get("large"):
            raise self.error(*errors.LARGE)
        return found

    def _own_frames(self, page: Page) -> Sequence[Frame]:
        """The frames that show a part of the same site, or text that the page itself gives."""
        home = _site(page.url)
        others = [frame for frame in page.frames if frame is not page.main_frame]
        return [one for one in others if one.url == "about:srcdoc" or _site(one.url) == home][:_FRAMES]

    async def _look_inside(self, frame: Frame) -> tuple[str, _Look] | None:
        """The name and the look of a frame that is seen; None for one that is not."""
        from playwright.async_api import Error

        try:
            async with asyncio.timeout(self._limits.look):
                holder = await frame.frame_element()
                if not await holder.is_visible():
                    return None
            look = await self._look(frame)
        except (Error, ReadError, TimeoutError):
            return None
        return (f"{self._name}#frame" if frame.url == "about:srcdoc" else frame.url), look

    async def _turned(self, page: Page, look: _Look) -> dict[View, _Look]:
        """The styles on a screen held upright and lying; nothing if the page does not stay the same."""
        found: dict[View, _Look] = {}
        for view, size in _VIEWS.items():
            await page.set_viewport_size(size)
            turned = await self._look(page.main_frame, page)
            if turned["text"] != look["text"]:
                return {}
            found[view] = turned
        return found

    def _notices(self, name: str) -> tuple[Problem, ...]:
        said = [errors.RENDERED]
        if self._late:
            said.append(errors.NOT_READY)
        if self._sheets.missing:
            said.append(errors.unstyled(self._sheets.missing))
        return tuple(Problem(message, name, hint=hint) for message, hint in said)

    def _in_page(self, name: str) -> Problem:
        return Problem(f"Dit deel staat in een kader op {self._name}.", name)


class _Sheets:
    """The style sheets that a page asks for, and that have not come (yet)."""

    def __init__(self) -> None:
        self._waiting: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(self._waiting)

    def watch(self, page: Page) -> None:
        page.on("request", self._asked)
        page.on("response", self._answered)

    def _asked(self, request: Request) -> None:
        if request.resource_type == "stylesheet":
            self._waiting[request.url] = None

    def _answered(self, response: Response) -> None:
        if response.status < 400:
            self._waiting.pop(response.url, None)


def _site(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _document(name: str, views: Mapping[View, _Look], missing: tuple[str, ...]) -> Document:
    text = whole(views["laptop"]["text"])
    source = Source(name, text, hashlib.sha256(text.encode()).hexdigest(), origin="rendered")
    document = html.read(source)
    names = (*PLAIN, *SPECIFIED)
    use_rendered(document, {view: _computed(look, names, missing) for view, look in views.items()})
    return document


def _computed(look: _Look, names: Sequence[str], missing: tuple[str, ...]) -> Computed:
    starts = code_points(look["text"], look["starts"])
    return Computed(
        [dict(zip(names, values, strict=True)) for values in look["table"]],
        dict(zip(starts, look["numbers"], strict=True)),
        frozenset(starts[number] for number in look["generated"]),
        missing,
    )


async def _at_most(work: Awaitable[object], seconds: float) -> bool:
    """Wait for the end of something that may have ended already; False when it does not come."""
    from playwright.async_api import Error

    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        return False
    except Error:
        pass
    return True
