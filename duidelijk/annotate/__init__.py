"""Findings back into the document that they are about: a copy with comments, never the original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from duidelijk.errors import ReadError
from duidelijk.model import Edit, Finding

__all__ = ["FORMATS", "TRACKED", "Copy", "annotated"]

FORMATS: Final = ("docx", "odt", "pdf")
TRACKED: Final = ("docx",)
"""The formats that can hold comments, and those of them that can hold tracked changes."""


class Copy(NamedTuple):
    """A copy of a document, and how many comments and tracked changes were put into it."""

    data: bytes
    comments: int
    changes: int


def annotated(
    data: bytes,
    name: str,
    kind: str,
    findings: Sequence[Finding],
    *,
    date: datetime,
    suggestions: Sequence[tuple[Edit, ...]] = (),
) -> Copy:
    """A copy of a document of format ``kind`` with the findings as comments, the suggestions as changes.

    Both must be about these very bytes. Suggestions only count in a format that can hold tracked changes.

    Raises:
        ReadError: when the format can hold no comments, or the file is damaged, locked or unsafe.
    """
    if kind == "docx":
        from duidelijk.annotate.docx_changes import change_docx
        from duidelijk.annotate.docx_comments import comment_docx

        if findings:
            data = comment_docx(data, name, findings, date=date)
        data, made = change_docx(data, name, suggestions, date=date) if suggestions else (data, 0)
        return Copy(data, len(findings), made)
    if kind == "odt":
        from duidelijk.annotate.odt import annotate_odt

        return Copy(annotate_odt(data, name, findings) if findings else data, len(findings), 0)
    if kind == "pdf":
        from duidelijk.annotate.pdf import annotate_pdf

        return Copy(annotate_pdf(data, name, findings, date=date) if findings else data, len(findings), 0)
    raise ReadError(
        "Van deze soort bestand kan duidelijk geen kopie met opmerkingen maken.",
        file=name,
        hint=f"Dat kan met deze soorten: {', '.join(FORMATS)}.",
    )
