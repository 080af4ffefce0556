"""The attachments of a mail, each checked as a document of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from duidelijk.engine import failed
from duidelijk.errors import ReadError
from duidelijk.model import Problem, Report
from duidelijk.readers.kinds import CANNOT, EXTENSIONS
from duidelijk.settings import Settings

if TYPE_CHECKING:
    from duidelijk.readers.email_parts import Attachment

Lint = Callable[[bytes, str, Settings], Report]

_DEEPEST: Final = 5  # mails in mails
_MOST: Final = 100
_LISTED: Final = 10
_IN: Final = " › "


def with_attachments(report: Report, data: bytes, settings: Settings, lint: Lint) -> Iterator[Report]:
    """The report on a mail, and after it one on each attachment that is a letter, page or mail.

    An attachment goes by the name of the mail and its own: ``bericht.eml › brief.pdf``. ``lint`` reports on
    the bytes of one.
    """
    if report.format != "eml":
        yield report
        return
    from duidelijk.readers.email import ONLY_ATTACHMENTS
    from duidelijk.readers.email_parts import open_mail

    name = report.source.name
    mail = open_mail(data, name)
    chosen = [one for one in mail.attachments if _is_readable(one)]
    errors = [one for one in report.errors if not (chosen and one.message == ONLY_ATTACHMENTS)]
    if len(chosen) > _MOST:
        message = f"Alleen de eerste {_MOST} van de {len(chosen)} bijlagen zijn gecontroleerd."
        errors.append(Problem(message, name, hint="Sla de andere bijlagen op en controleer die apart."))
    left = [one.name for one in mail.attachments if not (_is_readable(one) or one.is_outlook_only)]
    notices = [*report.notices, *([Problem(_left_out(left), name)] if left else [])]
    yield replace(report, errors=tuple(errors), notices=tuple(notices))
    for one, full in zip(chosen[:_MOST], _names(name, chosen), strict=False):
        if full.count(_IN) > _DEEPEST:
            yield failed(full, _too_deep())
            continue
        try:
            inner = one.data()
        except ReadError as problem:
            yield failed(full, problem)
            continue
        yield from with_attachments(lint(inner, full, settings), inner, settings, lint)


def _is_readable(one: Attachment) -> bool:
    """Whether this is something that may hold a letter; one in an old format comes back as an error."""
    if one.is_outlook_only:
        return False
    suffix = PurePosixPath(one.name).suffix.lower()
    return one.part.get_content_maintype() == "message" or suffix in EXTENSIONS or suffix in CANNOT


def _names(mail: str, attachments: list[Attachment]) -> Iterator[str]:
    """The names to report under; a second one with the same name gets a number."""
    seen: Counter[str] = Counter()
    for one in attachments:
        seen[one.name] += 1
        stem, dot, suffix = one.name.rpartition(".")
        again = f" ({seen[one.name]})" if seen[one.name] > 1 else ""
        yield f"{mail}{_IN}{stem}{again}{dot}{suffix}" if dot else f"{mail}{_IN}{one.name}{again}"


def _left_out(names: list[str]) -> str:
    more = len(names) - _LISTED
    listed = ", ".join(names[:_LISTED]) + (f" en nog {more}" if more > 0 else "")
    return f"Niet gecontroleerd, want dat kan duidelijk niet lezen: {listed}."


def _too_deep() -> ReadError:
    return ReadError(
        "Dit bericht zit te diep in andere berichten.",
        hint="Sla het bericht apart op als eml en controleer dat bestand.",
    )
