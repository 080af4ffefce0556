"""What a note in a document says about a finding."""

from __future__ import annotations

import re
from typing import Final

from duidelijk.model import Finding

AUTHOR: Final = "duidelijk"
INITIALS: Final = "d"
_LEVELS: Final = {"error": "ernstig", "warning": "waarschuwing", "suggestion": "suggestie"}
_AWAY: Final = re.compile(r"\b(?:weg|schrap\w*)\b", re.IGNORECASE)
_UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold


def note(finding: Finding, place: str = "") -> tuple[str, ...]:
    """The lines of the note: the message, the alternatives that it does not name, and the rule.

    ``place`` is for a note that cannot stand at the words: where they do stand.
    """
    lines = []
    if place:
        quoted = f": ‘{finding.excerpt}’" if finding.excerpt else ""
        lines.append(f"{place[:1].upper()}{place[1:]}{quoted}")
    lines.append(finding.message)
    said = finding.message.casefold()
    titles = [one.title[:1].lower() + one.title[1:] for one in finding.suggestions if one.title]
    new = [title for title in titles if not _is_said(title.casefold(), said)]
    if new:
        *first, last = new
        start = "Liever" if len(new) == len(titles) else "Kan ook"
        lines.append(f"{start}: {', '.join(first)}{' of ' if first else ''}{last}")
    level = "nakijken" if finding.outcome == "cantTell" else _LEVELS[finding.level]
    lines.append(f"Regel: {finding.rule} ({level})")
    return tuple(_UNFIT.sub("", line) for line in lines)


def _is_said(title: str, message: str) -> bool:
    return title in message or (title == "weglaten" and _AWAY.search(message) is not None)
