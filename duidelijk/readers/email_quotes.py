"""Tells what the writer of a mail wrote from what stands below it: older mails, a signature, a disclaimer."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Apart = Literal["quote", "signature", "disclaimer"]

_RULE: Final = re.compile(
    r"-{2,}\s*(?:oorspronkelijke? (?:bericht|e-?mail)|doorgestuurd bericht|original message|forwarded message"
    r"|ursprüngliche nachricht|message d'origine)\s*-{2,}"
    r"|begin (?:doorgestuurd bericht|forwarded message):",
    re.IGNORECASE,
)
_SENDER: Final = re.compile(r"\W{0,3}(?:van|from|von|de)\W{0,3}:", re.IGNORECASE)
_SENT: Final = re.compile(
    r"^\W{0,3}(?:verzonden|sent|gesendet|envoyé|datum|date)\W{0,3}:", re.IGNORECASE | re.MULTILINE
)
_TO: Final = re.compile(r"^\W{0,3}(?:aan|to|an|à)\W{0,3}:", re.IGNORECASE | re.MULTILINE)
_OPENS: Final = re.compile(r"(?:op|on|am|le)\b", re.IGNORECASE)
_WROTE: Final = re.compile(
    r"(?:op|on|am|le)\b.{5,250}?\b(?:schreef|wrote|schrieb|a écrit)\b.{0,120}?:\s*(?=\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_OF_MAIL: Final = re.compile(r"\d{1,2}[:.]\d\d|\w@\w|<mailto:")
_MAY: Final = re.compile(
    r"\W{0,3}(?:disclaimer\b"
    r"|(?:dit (?:e-?mail)?-?bericht|deze (?:e-?mail|boodschap)|this (?:e-?mail|message))\b.{0,80}?"
    r"\b(?:kan|bevat|is|zijn|may|contains|and)\b"
    r"|(?:de (?:informatie|inhoud)|the (?:information|contents?))\b.{0,40}?\b(?:in|van|of)\s(?:dit|deze|this)"
    r")\b",
    re.IGNORECASE | re.DOTALL,
)
_NOT_YOU: Final = re.compile(
    r"niet voor u (?:is )?bestemd|geadresseerde|vertrouwelijk|abusievelijk|ten onrechte|per abuis"
    r"|aansprakelijk|confidential|intended (?:solely |only )?for|intended recipient|not intended",
    re.IGNORECASE,
)
_HEAD: Final = 700  # characters in which a mail says from whom, to whom and when
_LINES: Final = 3  # of an attribution
_FEW: Final = 2


class Stretch(NamedTuple):
    """Characters ``start:end`` of a text that are not the writer's own words of now."""

    start: int
    end: int
    kind: Apart


def starts_apart(text: str) -> Apart | None:
    """What begins where ``text`` begins, if all that follows is not the writer's; else None.

    ``text`` is a few lines, at least 700 characters if there are as many.
    """
    first = text.partition("\n")[0].strip()
    if first == "--":
        return "signature"
    if _RULE.match(first) or _is_mail_head(text):
        return "quote"
    if _MAY.match(text) and _NOT_YOU.search(text[:_HEAD]):
        return "disclaimer"
    return None


def attribution(text: str) -> int:
    """How many characters of ``text`` are “Op maandag om 10:00 schreef Jan:”; 0 if it does not begin so."""
    if not _OPENS.match(text):
        return 0
    match = _WROTE.match("\n".join(text[:_HEAD].split("\n", _LINES)[:_LINES]))
    return match.end() if match and _OF_MAIL.search(match[0]) and "\n\n" not in match[0].rstrip() else 0


def stretches(text: str, *, is_reply: bool) -> list[Stretch]:
    """What in a plain text is not the writer's, in order; nothing if that would be all of it."""
    found: list[Stretch] = []
    own = False
    said = is_reply
    at = 0
    while at < len(text):
        end = _end_of_line(text, at)
        line = text[at:end]
        bare = line.strip()
        if bare.startswith(">"):
            stop = _end_of_quoted(text, at)
            if said or text.count("\n", at, stop) >= _FEW:
                found.append(Stretch(at, stop, "quote"))
                end = stop
            own = own or end != stop
        elif bare:
            start = at + line.index(bare[0])
            size = attribution(text[start : start + _HEAD])
            if size:
                end = start + size
                said = True
                quoted = text[end : end + _HEAD].lstrip().startswith(">")
                found.append(Stretch(at, end if quoted or not own else len(text), "quote"))
                end = found[-1].end
            else:
                kind = starts_apart(text[start : start + 2 * _HEAD]) if own else None
                if kind is not None:
                    found.append(Stretch(at, len(text), kind))
                    break
                own = True
        at = end
    return _by_kind(text, found) if own else []


def _by_kind(text: str, found: list[Stretch]) -> list[Stretch]:
    """The stretches, with an older mail or a disclaimer below a signature apart."""
    if not found or found[-1].kind != "signature":
        return found
    last = found.pop()
    at = _end_of_line(text, last.start)
    while at < last.end:
        line = text[at : at + 2 * _HEAD].lstrip(" \t")
        kind = "quote" if line.startswith(">") or attribution(line) else starts_apart(line)
        if kind == "quote" or kind == "disclaimer":  # noqa: PLR1714 - mypy follows this
            return [*found, last._replace(end=at), Stretch(at, last.end, kind)]
        at = _end_of_line(text, at)
    return [*found, last]


def _is_mail_head(text: str) -> bool:
    """Whether “Van: … Verzonden: … Aan: …” stands here, as above an older mail."""
    if not _SENDER.match(text):
        return False
    head = text[:_HEAD]
    return bool(_SENT.search(head) and _TO.search(head) and _OF_MAIL.search(head))


def _end_of_line(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


def _end_of_quoted(text: str, at: int) -> int:
    """Where the lines with “>” end, with empty lines between them."""
    end = at
    while at < len(text):
        stop = _end_of_line(text, at)
        bare = text[at:stop].strip()
        if bare.startswith(">"):
            end = stop
        elif bare:
            break
        at = stop
    return end
