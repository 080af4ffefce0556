"""What can go wrong outside the text itself: each error names a file, a line and what to do."""

from __future__ import annotations


class DuidelijkError(Exception):
    """Base of all errors that a user can mend.

    ``message`` is one plain Dutch sentence, ``file`` the file it is about, ``line`` counts from 1,
    ``hint`` says what to do.
    """

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = self.file or ""
        if place and self.line is not None:
            place += f":{self.line}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} {self.hint}" if self.hint else text

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.file, self.line, self.hint))


class ConfigError(DuidelijkError):
    """The settings cannot be used."""


class RuleError(DuidelijkError):
    """A rule file, lexicon or preset cannot be used, or a rule fails while it runs."""


class ReadError(DuidelijkError):
    """A document cannot be read."""


class NlpError(DuidelijkError):
    """The language model cannot be used; rules on the plain text can do without."""


def _rebuild(
    kind: type[DuidelijkError], message: str, file: str | None, line: int | None, hint: str | None
) -> DuidelijkError:
    return kind(message, file=file, line=line, hint=hint)
