"""Opens the zip of an office file without trusting it: no size, ratio or name in it is taken on its word."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from duidelijk.errors import ReadError

MAX_PARTS: Final = 5_000
MAX_PART: Final = 100_000_000  # bytes, unpacked
MAX_TOTAL: Final = 250_000_000
MAX_RATIO: Final = 200  # text packs to a tenth or so; pictures hardly
_ALLOWED: Final = 10_000_000  # bytes that a part may have whatever its ratio: a page of spaces packs well
_ENCRYPTED: Final = 0x1
_AGAIN: Final = "Open het bestand in Word of LibreOffice, sla het opnieuw op en controleer dat bestand."


class Package:
    """The parts of an office file by name, unpacked when asked for."""

    __slots__ = ("_left", "_members", "_name", "_zip")

    def __init__(self, data: bytes, name: str) -> None:
        """Look at what is inside; nothing is unpacked yet.

        Raises:
            ReadError: when it is no zip, is damaged or locked, or claims more than an office file can be.
        """
        self._name = name
        self._left = MAX_TOTAL
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise ReadError("Dit bestand is beschadigd.", file=name, hint=_AGAIN) from problem
        if len(members) > MAX_PARTS or sum(one.file_size for one in members) > MAX_TOTAL:
            raise self._too_much()
        if any(one.flag_bits & _ENCRYPTED for one in members):
            raise locked(name)
        for member in members:
            parts = member.filename.replace("\\", "/").split("/")
            if ".." in parts or parts[0] == "" or ":" in parts[0]:
                raise ReadError(
                    "In dit bestand zit een onderdeel met een onveilige naam.",
                    file=name,
                    hint="Vertrouw dit bestand niet. Vraag de afzender om een nieuw bestand.",
                )
        self._members: Mapping[str, zipfile.ZipInfo] = {one.filename: one for one in members}

    @property
    def members(self) -> Mapping[str, zipfile.ZipInfo]:
        """The parts by name, in the order of the file."""
        return MappingProxyType(dict(self._members))

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def read(self, part: str) -> bytes:
        """The bytes of one part; empty when there is no such part.

        Raises:
            ReadError: when it is damaged, or grows beyond what an office file can be.
        """
        member = self._members.get(part)
        if member is None:
            return b""
        most = min(MAX_PART, self._left, max(_ALLOWED, member.compress_size * MAX_RATIO))
        try:
            with self._zip.open(member) as stream:
                found = stream.read(most + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as problem:
            message = f"Dit bestand is beschadigd: het onderdeel {part} is niet te lezen."
            raise ReadError(message, file=self._name, hint=_AGAIN) from problem
        if len(found) > most:
            raise self._too_much()
        self._left -= len(found)
        return found

    def _too_much(self) -> ReadError:
        return ReadError(
            "Dit bestand wordt bij het uitpakken veel te groot.",
            file=self._name,
            hint="Vertrouw dit bestand niet. Vraag de afzender om een nieuw bestand.",
        )


def locked(name: str) -> ReadError:
    """What to say of a file with a password."""
    return ReadError(
        "Op dit bestand zit een wachtwoord.",
        file=name,
        hint="Haal het wachtwoord eraf in het programma waarmee het is gemaakt, en probeer het opnieuw.",
    )
