"""Fetches the one page that the user names, within limits, and from a public address only.

A host is looked up once and the connection goes to the very address that was checked, at every redirect
again: a name that answers differently the second time gains nothing.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from duidelijk._version import __version__
from duidelijk.errors import ReadError

TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
"""Content types that can be read as a page or as text."""

_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_CHUNK: Final = 65_536
_SAFE: Final = "/%:=@!$&'()*+,;~-._?[]"
_HEADERS: Final = {
    "User-Agent": f"duidelijk/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_SAVE: Final = "Sla de pagina op en controleer het bestand."
_CHECK: Final = "Controleer het adres."
_LATER: Final = "Probeer het later opnieuw."
_STATUS: Final = {
    401: ("Voor deze pagina moet u inloggen (status 401).", _SAVE),
    403: ("De website geeft deze pagina niet vrij (status 403).", _SAVE),
    404: ("Deze pagina bestaat niet (status 404).", _CHECK),
    410: ("Deze pagina bestaat niet meer (status 410).", _CHECK),
    429: ("De website krijgt te veel verzoeken (status 429).", _LATER),
}


# As getaddrinfo gives it: family, type, protocol, name, socket address.
_Address: TypeAlias = tuple[
    socket.AddressFamily,
    socket.SocketKind,
    int,
    str,
    tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes],
]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the address after redirects, the bytes decompressed, the declared type and charset."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    timeout: float = 20.0,
    max_bytes: int = 10_000_000,
    max_redirects: int = 5,
) -> Fetched:
    """Fetch one page over http or https.

    ``timeout`` is in seconds, for all of it together; ``max_bytes`` holds before and after decompression.
    Raises ReadError, with a hint, for whatever stands in the way. Proxies are not used.
    """
    job = _Job(url, allow_private, time.monotonic() + timeout, max_bytes)
    # A name lookup takes no time limit and a slow server can stretch every other one: wait outside.
    outcome: queue.SimpleQueue[Fetched | ReadError] = queue.SimpleQueue()
    threading.Thread(target=lambda: outcome.put(job.run(max_redirects)), daemon=True).start()
    try:
        result = outcome.get(timeout=timeout)
    except queue.Empty:
        job.abort()
        result = job.error("De website antwoordt niet op tijd.", _LATER)
    if isinstance(result, ReadError):
        raise result
    return result


class _Job:
    """One fetch, with its redirects. ``deadline`` is on the monotonic clock, in seconds."""

    def __init__(self, url: str, allow_private: bool, deadline: float, size: int) -> None:
        self._url = url
        self._allow_private = allow_private
        self._deadline = deadline
        self._size = size
        self._sock: socket.socket | None = None

    def error(self, message: str, hint: str) -> ReadError:
        """An error about the address that the user gave."""
        return ReadError(message, file=self._url, hint=hint)

    def run(self, hops: int) -> Fetched | ReadError:
        """Fetch, going where the page redirects to, at most ``hops`` times."""
        try:
            return self._follow(hops)
        except ReadError as error:
            return error
        except TimeoutError:
            return self.error("De website antwoordt niet op tijd.", _LATER)
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", "") or error.reason or "onbekend"
            return self.error(
                "De beveiligde verbinding met deze website is niet te vertrouwen.",
                f"Bekijk het adres in uw browser. De technische oorzaak is: {reason}.",
            )
        except ConnectionRefusedError:
            return self.error("De website neemt de verbinding niet aan.", _CHECK)
        except (OSError, ValueError, http.client.HTTPException, zlib.error):
            return self.error("De verbinding met de website brak af.", _LATER)

    def abort(self) -> None:
        """Stop waiting for the network."""
        if self._sock is not None:
            with contextlib.suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)

    def _left(self) -> float:
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds

    def _follow(self, hops: int) -> Fetched:
        address = self._url
        seen: set[str] = set()
        while True:
            if address in seen:
                raise self.error("Dit adres stuurt in een kring door.", "Controleer het adres in uw browser.")
            if len(seen) > hops:
                raise self.error(
                    f"Dit adres stuurt meer dan {hops} keer door.",
                    "Geef het adres waar de pagina zelf staat.",
                )
            seen.add(address)
            result = self._get(address)
            if isinstance(result, Fetched):
                return result
            address = result

    def _get(self, address: str) -> Fetched | str:
        """The page, or the address that it redirects to."""
        parts = self._parts(address)
        connection = self._connect(parts)
        try:
            path = quote(parts.path or "/", safe=_SAFE)
            target = f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path
            connection.request("GET", target, headers={"Host": parts.netloc, **_HEADERS})
            with connection.getresponse() as response:
                location = response.getheader("Location")
                if response.status in _REDIRECTS and location:
                    return urljoin(address, location.strip())
                self._check_status(response.status)
                declared = response.getheader("Content-Type", "")
                kind = declared.partition(";")[0].strip().lower()
                if kind and kind not in TYPES:
                    raise self._no_page(kind)
                data = b"".join(self._body(response))
                if not kind and not data.lstrip().startswith(b"<"):
                    raise self._no_page("iets anders")
                return Fetched(address, data, kind or "text/html", response.headers.get_content_charset())
        finally:
            connection.close()
            self._sock = None

    def _parts(self, address: str) -> SplitResult:
        """The address in parts, ``netloc`` as the Host header wants it; raises ReadError if it is none."""
        bad = self.error(f"‘{address}’ is geen geldig webadres.", _CHECK)
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
            if not host.isascii():
                host = host.encode("idna").decode("ascii")
        except ValueError:
            raise bad from None
        if parts.scheme not in _PORTS:
            raise self.error(
                f"‘{address}’ begint niet met http:// of https://.",
                "Geef een webadres of de naam van een bestand.",
            )
        if not host or parts.username is not None or any(not " " < char < "\x7f" for char in host):
            raise bad
        name = f"[{host}]" if ":" in host else host
        return parts._replace(netloc=name if port in {None, _PORTS[parts.scheme]} else f"{name}:{port}")

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        """A connection to one of the addresses of the host that may be visited."""
        host = parts.hostname or ""
        port = parts.port or _PORTS[parts.scheme]
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError):
            raise self.error(
                f"De website ‘{host}’ is niet te vinden.", "Controleer het adres en uw internetverbinding."
            ) from None
        allowed = [entry for entry in found if self._allow_private or is_public(str(entry[4][0]))]
        if not allowed:
            raise self.error(
                f"‘{host}’ ligt in een eigen netwerk en wordt daarom niet opgehaald.",
                "Vertrouwt u dit adres, gebruik dan --allow-private.",
            )
        connection = http.client.HTTPConnection(host, port)
        connection.sock = self._sock = self._open(allowed, host if parts.scheme == "https" else None)
        return connection

    def _open(self, found: Sequence[_Address], secure: str | None) -> socket.socket:
        """A socket to the first address that answers; ``secure`` is the name its certificate must have."""
        for number, (family, kind, protocol, _, address) in enumerate(found, start=1):
            self._sock = sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self._left())
                sock.connect(address)
                if secure is None:
                    return sock
                return ssl.create_default_context().wrap_socket(sock, server_hostname=secure)
            except OSError:
                sock.close()
                if number == len(found):
                    raise
        raise OSError  # getaddrinfo never gives an empty list

    def _check_status(self, status: int) -> None:
        found = refusal(status)
        if found is not None:
            raise self.error(*found)

    def _no_page(self, kind: str) -> ReadError:
        return self.error(
            f"Op dit adres staat geen webpagina maar {kind}.", "Download het bestand en controleer dat."
        )

    def _body(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        """The body in decompressed pieces, as long as it stays under the limit."""
        if (response.length or 0) > self._size:
            raise self._too_large()
        pieces = _inflated(self._chunks(response), response.getheader("Content-Encoding", ""))
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > self._size:
                raise self._too_large()
            yield piece

    def _chunks(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        size = 0
        while True:
            if self._sock is not None:
                self._sock.settimeout(self._left())
            chunk = response.read1(_CHUNK)
            if not chunk:
                break
            size += len(chunk)
            if size > self._size:
                raise self._too_large()
            yield chunk
        if response.length:
            raise http.client.IncompleteRead(b"", response.length)

    def _too_large(self) -> ReadError:
        return self.error(
            f"Deze pagina is groter dan {self._size / 1_000_000:g} MB.",
            "Zet de tekst die u wilt controleren in een eigen bestand.",
        )


def refusal(status: int) -> tuple[str, str] | None:
    """The message and the hint for a status that comes without a page; None for one with a page."""
    if status in {200, 203}:
        return None
    if status >= 500:
        return f"De website heeft een storing (status {status}).", _LATER
    return _STATUS.get(status, (f"De website gaf geen pagina terug (status {status}).", _CHECK))


def is_public(address: str) -> bool:
    """Whether an IP address is one on the open internet, also when it wraps another address."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def _inflated(chunks: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """Decompress, in pieces of a limited size; raises zlib.error for what cannot be decompressed."""
    coding = coding.strip().lower()
    if coding in {"", "identity"}:
        yield from chunks
        return
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise zlib.error(coding)
    inflate = None
    for chunk in chunks:
        if inflate is None:
            # Some servers send "deflate" without the zlib header that it should have.
            bare = coding == "deflate" and chunk[0] & 15 != 8
            inflate = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32)
        rest = chunk
        while rest and not inflate.eof:
            yield inflate.decompress(rest, _CHUNK)
            rest = inflate.unconsumed_tail
    if inflate is not None and not inflate.eof:
        yield inflate.flush()
        if not inflate.eof:
            raise zlib.error("onvolledig")
