"""Writes an office file anew with some of its parts changed; the others are copied as they are packed."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from duidelijk.errors import ReadError

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s4B4H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_MARK: Final = b"PK\x03\x04"
_SIZES_FOLLOW: Final = 0x8
_UTF8: Final = 0x800
_MOST: Final = 65_535
_VERSION: Final = 20
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def repacked(data: bytes, name: str, changed: Mapping[str, bytes]) -> bytes:
    """A zip with the parts of ``data`` in their order, those in ``changed`` with new bytes; new ones last.

    What is not changed keeps its packed bytes. The result depends on nothing but what goes in.

    Raises:
        ReadError: when the zip is damaged.
    """
    out = io.BytesIO()
    directory: list[bytes] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            members = old.infolist()
        for member in members:
            new = changed.get(member.filename)
            packed = _packed(data, member) if new is None else _fill(member, new)
            directory.append(_write(out, member, packed))
        known = {member.filename for member in members}
        for part in (part for part in changed if part not in known):
            member = zipfile.ZipInfo(part, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            directory.append(_write(out, member, _fill(member, changed[part])))
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as problem:
        raise ReadError(
            "Dit bestand is beschadigd.",
            file=name,
            hint="Open het bestand in Word of LibreOffice, sla het opnieuw op en controleer dat bestand.",
        ) from problem
    at, count = out.tell(), min(len(directory), _MOST)
    out.writelines(directory)
    out.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, out.tell() - at, at, 0))
    return out.getvalue()


def _packed(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a part as they are packed."""
    head = _LOCAL.unpack_from(data, member.header_offset)
    if head[0] != _LOCAL_MARK:
        raise zipfile.BadZipFile
    start = member.header_offset + _LOCAL.size + head[-2] + head[-1]
    packed = data[start : start + member.compress_size]
    if len(packed) != member.compress_size:
        raise zipfile.BadZipFile
    return packed


def _fill(member: zipfile.ZipInfo, new: bytes) -> bytes:
    """Give a part new bytes, and pack them as it was packed."""
    member.CRC = zlib.crc32(new)
    member.file_size = len(new)
    if member.compress_type == zipfile.ZIP_STORED:
        packed = new
    else:
        member.compress_type = zipfile.ZIP_DEFLATED
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed = packer.compress(new) + packer.flush()
    member.compress_size = len(packed)
    return packed


def _write(out: io.BytesIO, member: zipfile.ZipInfo, packed: bytes) -> bytes:
    """Write a part; returns what the list of contents says of it."""
    at = out.tell()
    spelled = member.orig_filename.encode("utf-8" if member.flag_bits & _UTF8 else "cp437")
    year, month, day, hour, minute, second = member.date_time
    flags = member.flag_bits & ~_SIZES_FOLLOW
    shared = (
        flags,
        member.compress_type,
        hour << 11 | minute << 5 | second // 2,
        max(0, year - 1980) << 9 | month << 5 | day,
        member.CRC,
        member.compress_size,
        member.file_size,
        len(spelled),
    )
    out.write(_LOCAL.pack(_LOCAL_MARK, _VERSION, *shared, 0) + spelled)
    out.write(packed)
    system = member.create_system
    outside = member.external_attr
    head = _CENTRAL.pack(
        b"PK\x01\x02", _VERSION, system, _VERSION, 0, *shared, 0, len(member.comment), 0, 0, outside, at
    )
    return head + spelled + member.comment
