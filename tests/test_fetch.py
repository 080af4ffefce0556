"""Fetching one page: against real servers on this machine, one test a way in which it can go."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from duidelijk._version import __version__
from duidelijk.errors import ReadError
from duidelijk.readers.fetch import Fetched, fetch, is_public
from tests.conftest import unavailable

PAGE = "<!doctype html><title>Café</title><p>U krijgt een brief.</p>".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers by path; ``seen`` keeps the requests."""

    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        name = self.path.split("?", maxsplit=1)[0].strip("/").partition("/")
        self.rest = name[2]
        getattr(self, f"on_{name[0]}", self.page)()

    def page(self, body: bytes = PAGE, kind: str | None = "text/html; charset=UTF-8", **headers: str) -> None:
        self.send_response(200)
        if kind is not None:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def on_type(self) -> None:
        self.page(kind=self.rest.replace(".", "/", 1))

    def on_untyped(self) -> None:
        self.page(b"%PDF-1.7" if self.rest else PAGE, kind=None)

    def on_gzip(self) -> None:
        body = gzip.compress(PAGE)
        self.page(body[:-12] if self.rest == "half" else body, Content_Encoding="gzip")

    def on_deflate(self) -> None:
        packer = zlib.compressobj(wbits=-15 if self.rest == "bare" else 15)
        self.page(packer.compress(PAGE) + packer.flush(), Content_Encoding="deflate")

    def on_brotli(self) -> None:
        self.page(Content_Encoding="br")

    def on_bomb(self) -> None:
        self.page(gzip.compress(b"<p>" + b"a" * 3_000_000), Content_Encoding="gzip")

    def on_large(self) -> None:
        self.page(b"<p>" + b"a" * 200_000)

    def on_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"<p>" + b"a" * 10_000)
        except OSError:
            self.close_connection = True

    def on_chunked(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (PAGE[:20], PAGE[20:], b""):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))

    def on_broken(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(PAGE)
        self.close_connection = True

    def on_status(self) -> None:
        self.send_response(int(self.rest))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def on_to(self, to: str = "") -> None:
        """``/to/302/where``, with ``where`` relative, absolute or a whole address."""
        status, _, where = (to or self.rest).partition("/")
        self.send_response(int(status))
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def on_map(self) -> None:
        if self.rest == "relative":
            self.on_to("302/elders")
        else:
            self.page()

    def on_circle(self) -> None:
        self.on_to(f"302//circle/{3 - int(self.rest)}")

    def on_further(self) -> None:
        self.on_to(f"302//further/{int(self.rest) + 1}")

    def on_slow(self) -> None:
        """Drips its headers, a byte at a time: no single wait is long."""
        try:
            for _ in range(100):
                self.wfile.write(b"X")
                time.sleep(0.05)
        except OSError:
            pass
        self.close_connection = True

    def on_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"a")
                time.sleep(0.05)
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server wants
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Stays silent about clients that hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients here hang up on purpose."""


@dataclass(frozen=True)
class Site:
    """A running server: where it listens and what it was asked."""

    url: str
    port: int
    seen: list[tuple[str, dict[str, str]]]


@contextmanager
def serve(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    seen: list[tuple[str, dict[str, str]]] = []
    server = Server(("127.0.0.1", 0), type("_Handler", (Handler,), {"seen": seen}))
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        port = server.server_address[1]
        yield Site(f"{'https' if context else 'http'}://127.0.0.1:{port}", port, seen)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serve() as found:
        yield found


def refusal(
    url: str,
    *,
    allow_private: bool = True,
    timeout: float = 5.0,
    max_bytes: int = 100_000,
    max_redirects: int = 5,
) -> str:
    """The message; whatever stands in the way, it names the address and says what to do."""
    with pytest.raises(ReadError) as caught:
        fetch(
            url,
            allow_private=allow_private,
            timeout=timeout,
            max_bytes=max_bytes,
            max_redirects=max_redirects,
        )
    assert caught.value.file == url
    assert caught.value.hint is not None
    assert caught.value.hint.endswith(".")
    return caught.value.message


def test_a_page_comes_with_its_address_type_and_charset(site: Site) -> None:
    url = f"{site.url}/brief?nummer=1#boven"
    assert fetch(url, allow_private=True) == Fetched(url, PAGE, "text/html", "utf-8")
    path, headers = site.seen[-1]
    assert path == "/brief?nummer=1"
    assert headers["User-Agent"] == f"duidelijk/{__version__}"
    assert headers["Host"] == f"127.0.0.1:{site.port}"


def test_letters_and_spaces_in_an_address_are_encoded(site: Site) -> None:
    assert fetch(f"{site.url}/één brief?a=é", allow_private=True).data == PAGE
    assert site.seen[-1][0] == "/%C3%A9%C3%A9n%20brief?a=%C3%A9"


def test_a_name_is_looked_up(site: Site) -> None:
    assert fetch(f"http://localhost:{site.port}/", allow_private=True).data == PAGE


@pytest.mark.parametrize("path", ["gzip", "deflate", "deflate/bare", "chunked"])
def test_packed_pages_are_unpacked(site: Site, path: str) -> None:
    assert fetch(f"{site.url}/{path}", allow_private=True).data == PAGE


@pytest.mark.parametrize(
    "kind", ["text.html", "TEXT.HTML", "application.xhtml+xml", "text.plain", "text.markdown"]
)
def test_readable_types(site: Site, kind: str) -> None:
    found = fetch(f"{site.url}/type/{kind}", allow_private=True)
    assert found.content_type == kind.replace(".", "/").lower()
    assert found.charset is None


@pytest.mark.parametrize("kind", ["application.pdf", "image.png", "application.json"])
def test_other_types_are_refused(site: Site, kind: str) -> None:
    message = refusal(f"{site.url}/type/{kind}")
    assert message == f"Op dit adres staat geen webpagina maar {kind.replace('.', '/')}."


def test_a_page_without_a_type_is_recognised_by_its_first_tag(site: Site) -> None:
    assert fetch(f"{site.url}/untyped", allow_private=True).content_type == "text/html"
    assert "geen webpagina" in refusal(f"{site.url}/untyped/pdf")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site: Site, status: int) -> None:
    assert fetch(f"{site.url}/to/{status}//elders", allow_private=True).url == f"{site.url}/elders"


def test_a_redirect_may_be_relative_or_lead_to_another_server(site: Site) -> None:
    assert fetch(f"{site.url}/map/relative", allow_private=True).url == f"{site.url}/map/elders"
    with serve() as other:
        found = fetch(f"{site.url}/to/302/{other.url}/ander", allow_private=True)
    assert found.url == f"{other.url}/ander"


def test_redirects_without_end(site: Site) -> None:
    assert refusal(f"{site.url}/circle/1") == "Dit adres stuurt in een kring door."
    assert refusal(f"{site.url}/further/1") == "Dit adres stuurt meer dan 5 keer door."
    assert (
        refusal(f"{site.url}/to/301//to/301//a", max_redirects=1) == "Dit adres stuurt meer dan 1 keer door."
    )
    assert fetch(f"{site.url}/to/301//a", allow_private=True, max_redirects=1).data == PAGE


def test_a_redirect_to_another_scheme(site: Site) -> None:
    assert "begint niet met http" in refusal(f"{site.url}/to/302/file:///etc/passwd")


@pytest.mark.parametrize("path", ["large", "endless", "bomb"])
def test_too_large(site: Site, path: str) -> None:
    assert refusal(f"{site.url}/{path}") == "Deze pagina is groter dan 0.1 MB."


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "moet u inloggen (status 401)"),
        (403, "geeft deze pagina niet vrij (status 403)"),
        (404, "bestaat niet (status 404)"),
        (410, "bestaat niet meer (status 410)"),
        (418, "gaf geen pagina terug (status 418)"),
        (429, "te veel verzoeken (status 429)"),
        (503, "heeft een storing (status 503)"),
    ],
)
def test_status(site: Site, status: int, words: str) -> None:
    assert words in refusal(f"{site.url}/status/{status}")


@pytest.mark.parametrize("path", ["broken", "gzip/half", "brotli"])
def test_half_an_answer_is_no_answer(site: Site, path: str) -> None:
    assert refusal(f"{site.url}/{path}") == "De verbinding met de website brak af."


@pytest.mark.parametrize("path", ["slow", "dripping"])
def test_the_time_limit_holds_for_all_of_it(site: Site, path: str) -> None:
    start = time.monotonic()
    assert refusal(f"{site.url}/{path}", timeout=0.4) == "De website antwoordt niet op tijd."
    assert time.monotonic() - start < 2


def test_a_lookup_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer.wait() and [])
    try:
        assert refusal("http://voorbeeld.nl/", timeout=0.2) == "De website antwoordt niet op tijd."
    finally:
        answer.set()


def test_an_unknown_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal("http://bestaat.invalid/") == "De website ‘bestaat.invalid’ is niet te vinden."


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert refusal(f"http://127.0.0.1:{port}/") == "De website neemt de verbinding niet aan."


def test_https_to_a_server_without_it(site: Site) -> None:
    url = site.url.replace("http:", "https:")
    assert refusal(url) == "De beveiligde verbinding met deze website is niet te vertrouwen."


@pytest.mark.integration
def test_https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = certificate(tmp_path)
    with serve(context) as site:
        assert refusal(site.url) == "De beveiligde verbinding met deze website is niet te vertrouwen."
        trusting = ssl.create_default_context(cafile=tmp_path / "cert.pem")
        monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
        assert fetch(f"https://localhost:{site.port}/", allow_private=True).data == PAGE
        # The certificate is for localhost alone.
        assert "niet te vertrouwen" in refusal(site.url)


def certificate(folder: Path) -> ssl.SSLContext:
    """A server's context with a new certificate of its own for ``localhost``."""
    openssl = shutil.which("openssl")
    if openssl is None:
        unavailable("openssl is not installed")
    subprocess.run(
        [
            openssl,
            *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


PRIVATE = [
    "0.0.0.0",  # noqa: S104
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_on_the_open_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "147.181.98.150", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_addresses_on_the_open_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_refused_however_they_are_written(site: Site, host: str) -> None:
    before = len(site.seen)
    message = refusal(f"http://{host}:{site.port}/", allow_private=False)
    assert "ligt in een eigen netwerk" in message
    assert len(site.seen) == before


def test_the_address_that_was_checked_is_the_one_that_is_visited(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that first gives a public address and then a private one leads nowhere."""
    look_up = socket.getaddrinfo
    asked: list[object] = []

    def rebinding(host: str, port: int, **options: int) -> object:
        asked.append(host)
        return look_up("127.0.0.1" if len(asked) > 1 else "192.0.2.1", port, **options)

    reached: list[object] = []

    def connect(_: socket.socket, address: object) -> None:
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr("duidelijk.readers.fetch.is_public", lambda address: address == "192.0.2.1")
    refusal(f"http://wisselt.nl:{site.port}/", allow_private=False)
    assert reached == [("192.0.2.1", site.port)]
    assert asked == ["wisselt.nl"]


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as inside:
        checked = iter([True, False])
        monkeypatch.setattr("duidelijk.readers.fetch.is_public", lambda _: next(checked))
        message = refusal(f"{site.url}/to/302/{inside.url}/geheim", allow_private=False)
        assert "ligt in een eigen netwerk" in message
        assert inside.seen == []


@pytest.mark.parametrize(
    "url", ["ftp://voorbeeld.nl/a", "file:///etc/passwd", "brief.html", "javascript:alert(1)", ""]
)
def test_only_http_and_https(url: str) -> None:
    assert refusal(url) == f"‘{url}’ begint niet met http:// of https://."


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///pad",
        "http://[::1/",
        "http://a b.nl/",
        "http://voorbeeld.nl:poort/",
        "http://voorbeeld.nl:99999/",
        "http://naam:geheim@voorbeeld.nl/",
        f"http://{'é' * 70}.nl/",
    ],
)
def test_malformed_addresses(url: str) -> None:
    assert refusal(url) == f"‘{url}’ is geen geldig webadres."


def test_a_host_with_letters_beyond_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def look_up(host: object, *_: object, **__: object) -> None:
        asked.append(host)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    refusal("http://gemeente-súdwest.nl/")
    assert asked == ["xn--gemeente-sdwest-cvb.nl"]
