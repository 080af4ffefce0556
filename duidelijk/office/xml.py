"""Reads the XML of an office file without trusting it: no entities, nothing from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duidelijk.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE: Final = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)


def parse(data: bytes, name: str, part: str) -> _Element:
    """The root element of one part.

    Raises:
        ReadError: when it is not XML, or declares a document type (office files never do; attacks do).
    """
    from lxml import etree

    plain = data.replace(b"\0", b"") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data
    if _DOCTYPE.search(plain):
        raise ReadError(
            f"Het onderdeel {part} van dit bestand is onveilig opgebouwd.",
            file=name,
            hint="Vertrouw dit bestand niet. Vraag de afzender om een nieuw bestand.",
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise ReadError(
            f"Dit bestand is beschadigd: het onderdeel {part} is niet te lezen.",
            file=name,
            hint="Open het bestand in Word of LibreOffice, sla het opnieuw op en controleer dat bestand.",
        ) from problem
